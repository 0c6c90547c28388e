//! Where archives are: names, the script that runs, what is mounted.

use ext_file::layer::table::Streams;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use crate::archive::{ArchiveRef, stub};
use crate::name::{Making, Which, has_scheme};
use crate::registry::{Fault, Wish, expanded, place, registry, shown};

use super::{text, words};

/// True, or the words of a failure; false where it has none.
fn outcome(call: &mut Call<'_>, opened: Result<ArchiveRef, Fault>) -> Res<Value> {
    match opened {
        Ok(_) => Ok(Value::bool(true)),
        Err(Some(fault)) => text(call, fault.as_bytes()),
        Err(None) => Ok(Value::bool(false)),
    }
}

fn script(call: &mut Call<'_>) -> Vec<u8> {
    call.host().script_path().unwrap_or_default()
}

pub fn phar_load_(call: &mut Call<'_>, given: &Str, alias: Option<&Str>) -> Res<Value> {
    let shared = registry(call);
    if call.host().confines(&expanded(given)).is_some() {
        return Ok(Value::bool(false));
    }
    let alias = alias.map(|alias| alias.as_bytes()).unwrap_or_default();
    let is_data = !crate::entry::has_word(given);
    let opened = shared.borrow_mut().open(Wish { path: given, alias, is_data, reports: true });
    outcome(call, opened)
}

pub fn phar_map_(call: &mut Call<'_>, alias: Option<&Str>) -> Res<Value> {
    let script = script(call);
    let shared = registry(call);
    let alias = alias.map(|alias| alias.as_bytes()).unwrap_or_default();
    let wish = Wish { path: &script, alias, is_data: false, reports: true };
    let known = shared.borrow_mut().opened(wish);
    if let Ok(Some(archive)) = known {
        return outcome(call, Ok(archive));
    }
    let bytes = std::fs::read(place(&script)).unwrap_or_default();
    if crate::archive::reader::find_token(&bytes).is_none() {
        let fault = "__HALT_COMPILER(); must be declared in a phar".to_owned();
        return outcome(call, Err(Some(fault)));
    }
    let opened = shared.borrow_mut().read(bytes, wish);
    outcome(call, opened.map_err(Some))
}

pub fn phar_running_(call: &mut Call<'_>) -> Res<Option<Str>> {
    let script = script(call);
    if !has_scheme(&script) {
        return Ok(None);
    }
    let split = registry(call).borrow().split(&script, Which::Any, Making::No);
    split.ok().map(|(path, _)| call.str(&path)).transpose()
}

pub fn phar_split_(call: &mut Call<'_>, url: &Str) -> Res<Option<runtime::array::Array>> {
    let split = registry(call).borrow().split(url, Which::Any, Making::No);
    let Ok((path, name)) = split else { return Ok(None) };
    let (path, name) = (text(call, &path)?, text(call, &name)?);
    call.list([path, name]).map(Some)
}

pub fn phar_mount_(call: &mut Call<'_>, name: &Str, outside: &Str) -> Res<Option<Str>> {
    let script = script(call);
    let shared = registry(call);
    if !has_scheme(outside) && call.host().confines(&expanded(outside)).is_some() {
        return words(
            call,
            Some(format!("Mounting of {} to {} failed", shown(name), shown(outside))),
        );
    }
    let mut registry = shared.borrow_mut();
    let running = has_scheme(&script).then(|| registry.split(&script, Which::Any, Making::No).ok());
    let (of, inside) = if let Some((of, _)) = running.flatten() {
        if has_scheme(name) {
            let name = shown(name);
            let fault = format!(
                "Can only mount internal paths within a phar archive, use a relative path instead of \"{name}\""
            );
            return words(call, Some(fault));
        }
        (of, name.to_vec())
    } else if registry.by_path.contains_key(&script) {
        (script, name.to_vec())
    } else if let Ok((of, inside)) = registry.split(name, Which::Any, Making::No) {
        (of, inside)
    } else {
        let fault = format!("Mounting of {} to {} failed", shown(name), shown(outside));
        return words(call, Some(fault));
    };
    let Some(archive) = registry.by_path.get(&of).cloned() else {
        return words(call, Some(format!("{} is not a phar archive, cannot mount", shown(&of))));
    };
    let is_done = registry.mount(&archive, outside, &inside);
    let (inside, outside, of) = (shown(&inside), shown(outside), shown(&of));
    let fault = format!("Mounting of {inside} to {outside} within phar {of} failed");
    words(call, (!is_done).then_some(fault))
}

pub fn phar_is_name_(call: &mut Call<'_>, name: &Str, executable: bool) -> Res<bool> {
    let which = if executable { Which::Running } else { Which::Data };
    Ok(registry(call).borrow().is_name(name, which))
}

pub fn phar_unlink_(call: &mut Call<'_>, given: &Str) -> Res<Option<Str>> {
    let script = script(call);
    let shared = registry(call);
    let name = shown(given);
    let is_data = !crate::entry::has_word(given);
    let wish = Wish { path: given, alias: b"", is_data, reports: true };
    let mut registry = shared.borrow_mut();
    let archive = match registry.open(wish) {
        Ok(archive) => archive,
        Err(fault) => {
            let why = fault.map(|why| format!(": {why}")).unwrap_or_default();
            return words(call, Some(format!("Unknown phar archive \"{name}\"{why}")));
        }
    };
    if has_scheme(&script)
        && let Ok((of, _)) = registry.split(&script, Which::Any, Making::No)
        && of == given.as_bytes()
    {
        let fault = format!("phar archive \"{name}\" cannot be unlinked from within itself");
        return words(call, Some(fault));
    }
    if archive.borrow().owners > 0 {
        let fault = format!(
            "phar archive \"{name}\" has open file handles or objects.  fclose() all file handles, and unset() all objects prior to calling unlinkArchive()"
        );
        return words(call, Some(fault));
    }
    registry.forget(&archive);
    // Whoever deleted it before has done what was asked for.
    let _ = std::fs::remove_file(place(&archive.borrow().path));
    Ok(None)
}

pub fn phar_stub_(call: &mut Call<'_>, index: &Str, web: &Str) -> Res<Str> {
    call.str(&stub::created(index, web))
}

pub fn phar_intercept_(call: &mut Call<'_>) -> Res<()> {
    registry(call).borrow_mut().intercepts = true;
    call.state::<Streams>().intercepts = true;
    Ok(())
}

pub fn phar_resolve_(call: &mut Call<'_>, path: &Str, from: &Str) -> Res<Option<Str>> {
    let found = crate::intercept::resolved(call, path, from);
    found.map(|found| call.str(&found)).transpose()
}

pub fn phar_expand_(call: &mut Call<'_>, path: &Str) -> Res<Str> {
    call.str(&expanded(path))
}

pub fn phar_enter_(call: &mut Call<'_>, folder: Option<&Str>) -> Res<()> {
    let shared = registry(call);
    let mut registry = shared.borrow_mut();
    registry.has_folder = folder.is_some();
    registry.folder = folder.map(|folder| folder.to_vec()).filter(|folder| !folder.is_empty());
    Ok(())
}

pub fn phar_script_(call: &mut Call<'_>) -> Res<Str> {
    let script = script(call);
    call.str(&script)
}

pub fn phar_munged_(call: &mut Call<'_>, add: i64) -> Res<i64> {
    let shared = registry(call);
    shared.borrow_mut().munged |= add as u32;
    let munged = shared.borrow().munged;
    Ok(i64::from(munged))
}

pub fn phar_find_(call: &mut Call<'_>, path: &Str) -> Res<runtime::array::Array> {
    let shared = registry(call);
    if call.host().confines(&expanded(path)).is_some() {
        return call.list([Value::NULL, Value::NULL]);
    }
    let is_data = !crate::entry::has_word(path);
    let opened = shared.borrow_mut().open(Wish { path, alias: b"", is_data, reports: true });
    match opened {
        Ok(archive) => {
            archive.borrow_mut().owners += 1;
            let number = call.state::<super::Held>().keep(&archive);
            call.list([Value::int(number), Value::NULL])
        }
        Err(fault) => {
            let fault = match fault {
                Some(fault) => text(call, fault.as_bytes())?,
                None => Value::NULL,
            };
            call.list([Value::NULL, fault])
        }
    }
}
