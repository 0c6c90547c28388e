//! Archives, as objects use them.

use runtime::array::Array;
use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::archive::write::Stub;
use crate::archive::{Archive, Kind, Metadata, STUB, path, signature};
use crate::name::{Making, Which};
use crate::registry::{Wish, registry, shown};

use super::{Held, held, text, words};

fn refuse(call: &mut Call<'_>, text: &str) -> runtime::raise::Halt {
    call.host().throw_instance("unexpectedvalueexception", text, 0)
}

pub fn phar_open_(
    call: &mut Call<'_>,
    given: &Str,
    alias: Option<&Str>,
    is_data: bool,
    format: i64,
) -> Res<Array> {
    const ZIP: i64 = 3;
    let shared = registry(call);
    let which = if is_data { Which::Data } else { Which::Running };
    let split = shared.borrow().split(given, which, Making::Perhaps);
    let (path, folder) = match split {
        Ok((path, folder)) => (path, Some(folder)),
        Err(_) => (given.to_vec(), None),
    };
    if call.host().confines(&crate::registry::expanded(&path)).is_some() {
        return Err(refuse(call, "Phar creation or opening failed"));
    }
    let alias = alias.map(|alias| alias.as_bytes()).unwrap_or_default();
    let wish = Wish { path: &path, alias, is_data, reports: true };
    let opened = shared.borrow_mut().open_or_create(wish);
    let archive = match opened {
        Ok(archive) => archive,
        Err(fault) => {
            let text = fault.unwrap_or_else(|| "Phar creation or opening failed".to_owned());
            return Err(refuse(call, &text));
        }
    };
    let fault = {
        let mut archive = archive.borrow_mut();
        if is_data && archive.kind == Kind::Tar && archive.is_new && format == ZIP {
            archive.kind = Kind::Zip;
        }
        (archive.is_data != is_data).then_some(match is_data {
            true => "PharData class can only be used for non-executable tar and zip archives",
            false => "Phar class can only be used for executable tar and zip archives",
        })
    };
    if let Some(fault) = fault {
        return Err(refuse(call, fault));
    }
    archive.borrow_mut().owners += 1;
    let url = [b"phar://", &archive.borrow().path[..], &folder.unwrap_or_default()].concat();
    let number = call.state::<Held>().keep(&archive);
    let url = text(call, &url)?;
    call.list([Value::int(number), url])
}

pub fn phar_use_(call: &mut Call<'_>, number: i64, by: i64) -> Res<()> {
    let Some(archive) = held(call, number) else { return Ok(()) };
    let shared = registry(call);
    let state = call.state::<Held>();
    let Some((_, objects)) = state.archives.get_mut(&number) else { return Ok(()) };
    if by > 0 {
        *objects += 1;
        archive.borrow_mut().owners += 1;
        return Ok(());
    }
    *objects -= 1;
    if *objects == 0 {
        state.archives.remove(&number);
    }
    shared.borrow_mut().release(&archive);
    Ok(())
}

fn fact(archive: &Archive, what: &[u8]) -> Result<Value, Option<Vec<u8>>> {
    Ok(match what {
        b"is_data" => Value::bool(archive.is_data),
        b"format" => Value::int(match archive.kind {
            Kind::Phar => 1,
            Kind::Tar => 2,
            Kind::Zip => 3,
        }),
        b"flags" => Value::int(i64::from(archive.flags)),
        b"is_writable" => Value::bool(archive.is_writable),
        b"is_new" => Value::bool(archive.is_new),
        b"is_held" => Value::bool(archive.is_held),
        b"is_modified" => Value::bool(archive.is_modified),
        b"signature_kind" => Value::int(i64::from(archive.signature_kind)),
        b"count" => Value::int(archive.entries.len() as i64),
        b"has_metadata" => Value::bool(archive.metadata.is_some()),
        b"metadata_value" => archive.metadata.value.clone().unwrap_or_default(),
        b"metadata" => return Err(archive.metadata.text.clone()),
        b"path" => return Err(Some(archive.path.clone())),
        b"alias" => return Err(archive.alias.clone()),
        b"version" => return Err(Some(archive.version.clone().into_bytes())),
        b"signature" => return Err(archive.signature.clone().map(String::into_bytes)),
        b"signature_name" => {
            return Err(Some(signature::name(archive.signature_kind).into_bytes()));
        }
        b"stub" => return Err(Some(archive.stub.clone())),
        _ => Value::NULL,
    })
}

pub fn phar_get_(call: &mut Call<'_>, number: i64, what: &Str) -> Res<Value> {
    let Some(archive) = held(call, number) else { return Ok(Value::NULL) };
    match what.as_bytes() {
        b"names" => {
            let names: Vec<Vec<u8>> = archive.borrow().entries.keys().cloned().collect();
            let mut values = Vec::with_capacity(names.len());
            for name in names {
                values.push(text(call, &name)?);
            }
            return call.list(values).map(Value::from);
        }
        b"stub" if archive.borrow().kind != Kind::Phar => {
            let Some(stub) = archive.borrow().entries.get(STUB).cloned() else {
                return text(call, b"");
            };
            let bytes = registry(call).borrow_mut().bytes(&archive, &stub);
            return match bytes {
                Ok(bytes) => text(call, &bytes.borrow()),
                Err(_) => Ok(Value::NULL),
            };
        }
        _ => {}
    }
    let found = fact(&archive.borrow(), what);
    match found {
        Ok(value) => Ok(value),
        Err(Some(bytes)) => text(call, &bytes),
        Err(None) => Ok(Value::NULL),
    }
}

pub fn phar_set_(call: &mut Call<'_>, number: i64, what: &Str, value: &Value) -> Res<Value> {
    let Some(archive) = held(call, number) else { return Ok(Value::NULL) };
    let is_on = conv::to_bool(value);
    let int = match value.view() {
        View::Int(int) => int as u32,
        _ => 0,
    };
    let bytes = value.as_str().map(|bytes| bytes.to_vec());
    match what.as_bytes() {
        b"is_held" => archive.borrow_mut().is_held = is_on,
        b"is_modified" => archive.borrow_mut().is_modified = is_on,
        b"signature_kind" => archive.borrow_mut().signature_kind = int,
        b"metadata" => archive.borrow_mut().metadata = Metadata { text: bytes, value: None },
        b"metadata_value" => archive.borrow_mut().metadata.value = Some(value.clone()),
        b"alias" => return set_alias(call, &archive, bytes.unwrap_or_default()),
        b"compression" => {
            for entry in archive.borrow().entries.values() {
                let mut entry = entry.borrow_mut();
                if !entry.is_deleted {
                    entry.flags = entry.flags & !crate::archive::bits::COMPRESSION | int;
                    entry.is_modified |= entry.plain.is_some();
                }
            }
        }
        _ => {}
    }
    Ok(Value::NULL)
}

/// Sets the alias; what went wrong, with the class of the exception before it.
fn set_alias(
    call: &mut Call<'_>,
    archive: &crate::archive::ArchiveRef,
    alias: Vec<u8>,
) -> Res<Value> {
    let shared = registry(call);
    let mut registry = shared.borrow_mut();
    let other = registry.aliases.get(&alias).cloned();
    let mut is_free = false;
    if let Some(other) = other {
        let of = shown(&other.borrow().path);
        is_free = registry.free_alias(&other);
        if !is_free {
            let fault = format!(
                "=alias \"{}\" is already used for archive \"{of}\" and cannot be used for other archives",
                shown(&alias)
            );
            return text(call, fault.as_bytes());
        }
    }
    if !is_free && !path::is_alias(&alias) {
        let of = shown(&archive.borrow().path);
        let fault = format!("!Invalid alias \"{}\" specified for phar \"{of}\"", shown(&alias));
        return text(call, fault.as_bytes());
    }
    let (old, was_loose) = {
        let archive = archive.borrow();
        (archive.alias.clone(), archive.has_loose_alias)
    };
    let was_known = registry.aliases.shift_remove(old.as_deref().unwrap_or_default()).is_some();
    {
        let mut archive = archive.borrow_mut();
        archive.alias = (!alias.is_empty()).then(|| alias.clone());
        archive.has_loose_alias = false;
    }
    let outcome = registry.flush(archive, crate::archive::write::KEPT);
    if let Err(fault) = outcome {
        archive.borrow_mut().alias.clone_from(&old);
        archive.borrow_mut().has_loose_alias = was_loose;
        if let Some(old) = old.filter(|_| was_known) {
            registry.aliases.insert(old, archive.clone());
        }
        return text(call, format!("={fault}").as_bytes());
    }
    registry.aliases.insert(alias, archive.clone());
    Ok(Value::NULL)
}

pub fn phar_flush_(
    call: &mut Call<'_>,
    number: i64,
    stub: Option<&Str>,
    is_default: bool,
) -> Res<Option<Str>> {
    let Some(archive) = held(call, number) else { return Ok(None) };
    let shared = registry(call);
    let code = stub.map(|stub| stub.as_bytes());
    let outcome = shared.borrow_mut().flush(&archive, Stub { code, is_default });
    words(call, outcome.err())
}
