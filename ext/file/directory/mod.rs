//! The names in directories.

#[rustfmt::skip]
mod r#gen;

use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::conv;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::layer::end::End;
use crate::layer::guest::{self, Scheme};
use crate::layer::table::{Label, Stream, Streams, keep};
use crate::layer::wrapper::{self, Wrapper};
use crate::layer::{
    context, invoke, io as flow, library, named_id_at, reason, seen, shown, stream, user,
    warn_about,
};
use crate::path::place;
use crate::pattern;

fn names_in(path: &[u8]) -> io::Result<Vec<Vec<u8>>> {
    let entries = fs::read_dir(place(path))?;
    let mut names = vec![b".".to_vec(), b"..".to_vec()];
    names.extend(entries.flatten().map(|entry| entry.file_name().as_bytes().to_vec()));
    Ok(names)
}

/// Opens a directory; `None` after the warning of why not.
fn open(call: &mut Call<'_>, path: &[u8], context: &Value) -> Res<Option<(u32, Value)>> {
    if let Some(name) = guest::meant(call, path, false)? {
        return open(call, &name, context);
    }
    let (wrapper, place) = wrapper::find(call, path)?;
    let label =
        |wrapper, kind| Label { wrapper, kind, mode: b"r".to_vec(), uri: None, extra: None };
    let listed = match wrapper {
        Wrapper::File => names_in(&place),
        Wrapper::Glob => {
            let pattern = &path[7..];
            let base = |path: Vec<u8>| path.rsplit(|byte| *byte == b'/').next().map(<[u8]>::to_vec);
            Ok(pattern::glob(pattern, false).into_iter().filter_map(base).collect())
        }
        Wrapper::Ftp => match crate::ftp::names(call, path, context)? {
            Some(names) => Ok(names),
            None => return Ok(None),
        },
        Wrapper::User { class, .. } => return open_user(call, (path, &class), context),
        Wrapper::Guest(Scheme { paths: Some(paths), label: shown_wrapper, .. }) => {
            let names = match (paths.names)(call, path)? {
                Ok(names) => names,
                Err(why) => {
                    warn_about(call, path, &format!("Failed to open directory: {why}"))?;
                    return Ok(None);
                }
            };
            let stream = Stream::new(End::Names { names, at: 0 }, label(shown_wrapper, "dir"));
            return keep(call, stream).map(Some);
        }
        _ => {
            let text = "Failed to open directory: not implemented";
            warn_about(call, path, text)?;
            return Ok(None);
        }
    };
    match listed {
        Ok(names) => {
            let end = End::Names { names, at: 0 };
            let (wrapper, kind) = match wrapper {
                Wrapper::Glob => ("glob", "glob"),
                Wrapper::Ftp => ("ftp", "ftpdir"),
                _ => ("plainfile", "dir"),
            };
            keep(call, Stream::new(end, label(wrapper, kind))).map(Some)
        }
        Err(error) => {
            warn_about(call, path, &format!("Failed to open directory: {}", reason(&error)))?;
            Ok(None)
        }
    }
}

fn open_user(
    call: &mut Call<'_>,
    (path, class): (&[u8], &[u8]),
    context: &Value,
) -> Res<Option<(u32, Value)>> {
    let object = wrapper::object(call, class, Some(context))?;
    if !matches!(object.view(), View::Object(_)) {
        return Ok(None);
    }
    let name = call.str(path)?;
    let answer = invoke(call, &object, "dir_opendir", &[name.into(), Value::int(0)])?;
    if answer.as_ref().is_some_and(conv::to_bool) {
        let label = Label {
            wrapper: "user-space",
            kind: "user-space-dir",
            mode: b"r".to_vec(),
            uri: None,
            extra: None,
        };
        let mut stream = Stream::new(End::User, label);
        stream.object = Some(object);
        return keep(call, stream).map(Some);
    }
    let text = match answer {
        Some(_) => format!("\"{}::dir_opendir\" call failed", shown(class)),
        None => {
            user::lacks(call, &object, "dir_opendir", "")?;
            format!("\"{}::dir_opendir\" is not implemented!", shown(class))
        }
    };
    warn_about(call, path, &format!("Failed to open directory: {text}"))?;
    Ok(None)
}

fn opendir(call: &mut Call<'_>, directory: &Str, given: &Value) -> Res<Value> {
    let context = context::given(call, 2, given)?;
    let opened = open(call, directory, &context)?;
    if let Some((_, value)) = &opened {
        call.state::<Streams>().last_directory = Some(value.clone());
    }
    Ok(opened.map_or(Value::bool(false), |(_, value)| value))
}

fn dir(call: &mut Call<'_>, directory: &Str, given: &Value) -> Res<Value> {
    let handle = opendir(call, directory, given)?;
    if !matches!(handle.view(), View::Resource(_)) {
        return Ok(Value::bool(false));
    }
    library(call, "directory_object_", &[directory.clone().into(), handle])
}

/// The directory that is meant: the last one that was opened where none is given.
fn meant(call: &mut Call<'_>, given: &Value) -> Res<(u32, Value)> {
    let value = match given.unboxed().view() {
        View::Null | View::Uninit => match call.state::<Streams>().last_directory.clone() {
            Some(last) => last,
            None => {
                let text = "No resource supplied".to_owned();
                return Err(call.throw(Message::TypeRefused { text }));
            }
        },
        _ => given.unboxed().clone(),
    };
    let id = named_id_at(call, 1, &value, "Directory")?;
    let is_directory = stream(call, id).is_some_and(|open| {
        matches!(open.label.kind, "dir" | "glob" | "ftpdir" | "user-space-dir")
    });
    if !is_directory {
        let text = "must be a valid Directory resource";
        return Err(call.type_refused(1, text));
    }
    Ok((id, value))
}

fn next(call: &mut Call<'_>, id: u32) -> Res<Option<Vec<u8>>> {
    let Some(open) = stream(call, id) else { return Ok(None) };
    if let End::Names { names, at } = &mut open.end {
        let name = names.get(*at).cloned();
        *at += usize::from(name.is_some());
        return Ok(name);
    }
    let Some(object) = open.object.clone() else { return Ok(None) };
    match invoke(call, &object, "dir_readdir", &[])? {
        Some(answer) if !matches!(answer.view(), View::Bool(false)) => {
            Ok(Some(call.to_str(&answer)?.to_vec()))
        }
        Some(_) => Ok(None),
        None => {
            user::lacks(call, &object, "dir_readdir", "")?;
            Ok(None)
        }
    }
}

fn readdir(call: &mut Call<'_>, given: &Value) -> Res<OrFalse<Str>> {
    let (id, _) = meant(call, given)?;
    let name = next(call, id)?;
    name.map(|name| call.str(&name)).transpose().map(OrFalse)
}

fn rewinddir(call: &mut Call<'_>, given: &Value) -> Res<()> {
    let (id, _) = meant(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(()) };
    if open.label.kind == "ftpdir" {
        return call.warn("Stream does not support seeking");
    }
    if let End::Names { at, .. } = &mut open.end {
        *at = 0;
        return Ok(());
    }
    if let Some(object) = open.object.clone() {
        invoke(call, &object, "dir_rewinddir", &[])?;
    }
    Ok(())
}

fn closedir(call: &mut Call<'_>, given: &Value) -> Res<()> {
    let (id, value) = meant(call, given)?;
    flow::close(call, id)?;
    flow::mark_closed(&value);
    let streams = call.state::<Streams>();
    let is_last = streams
        .last_directory
        .as_ref()
        .is_some_and(|last| matches!(last.view(), View::Resource(resource) if resource.id() == id));
    if is_last {
        streams.last_directory = None;
    }
    Ok(())
}

fn scandir(
    call: &mut Call<'_>,
    directory: &Str,
    sorting_order: i64,
    given: &Value,
) -> Res<OrFalse<Array>> {
    if directory.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    let context = context::given(call, 3, given)?;
    let Some((id, handle)) = open(call, directory, &context)? else {
        let error = names_in(directory).err().unwrap_or_else(io::Error::last_os_error);
        let number = error.raw_os_error().unwrap_or(2);
        call.warn(format!("(errno {number}): {}", reason(&error)))?;
        return Ok(OrFalse(None));
    };
    let mut names = Vec::new();
    while let Some(name) = next(call, id)? {
        names.push(name);
    }
    flow::close(call, id)?;
    flow::mark_closed(&handle);
    match sorting_order {
        0 => names.sort(),
        1 => names.sort_by(|one, other| other.cmp(one)),
        _ => {}
    }
    let mut values = Vec::with_capacity(names.len());
    for name in names {
        values.push(Value::from(call.str(&name)?));
    }
    call.list(values).map(Some).map(OrFalse)
}

fn glob(call: &mut Call<'_>, wanted: &Str, flags: i64) -> Res<OrFalse<Array>> {
    const BRACE: i64 = 1024;
    const MARK: i64 = 2;
    const NO_CHECK: i64 = 16;
    const NO_ESCAPE: i64 = 64;
    const ONLY_DIR: i64 = 1 << 13;
    const ALL: i64 = BRACE | MARK | 4 | NO_CHECK | NO_ESCAPE | 1 | ONLY_DIR;
    const LENGTH_MAX: usize = 4096;
    if wanted.len() >= LENGTH_MAX {
        call.warn(format!(
            "Pattern exceeds the maximum allowed length of {LENGTH_MAX} characters"
        ))?;
        return Ok(OrFalse(None));
    }
    if flags & !ALL != 0 {
        call.warn("At least one of the passed flags is invalid or not supported on this platform")?;
        return Ok(OrFalse(None));
    }
    let patterns =
        if flags & BRACE != 0 { pattern::expanded(wanted) } else { vec![wanted.to_vec()] };
    let mut found: Vec<Vec<u8>> =
        patterns.iter().flat_map(|one| pattern::glob(one, flags & NO_ESCAPE != 0)).collect();
    if found.is_empty() && flags & NO_CHECK != 0 {
        found.push(wanted.to_vec());
    }
    if flags & ONLY_DIR != 0 {
        found.retain(|path| place(path).is_dir());
    }
    if flags & MARK != 0 {
        let folders = found.iter_mut().filter(|path| place(path).is_dir() && !path.ends_with(b"/"));
        folders.for_each(|path| path.push(b'/'));
    }
    let mut values = Vec::with_capacity(found.len());
    for path in found {
        values.push(Value::from(call.str(&path)?));
    }
    call.list(values).map(Some).map(OrFalse)
}

fn chroot(call: &mut Call<'_>, directory: &Str) -> Res<bool> {
    match std::os::unix::fs::chroot(place(directory)) {
        Ok(()) => {
            seen::forget(call);
            runtime::realpath::clear();
            Ok(std::env::set_current_dir("/").is_ok())
        }
        Err(error) => {
            let number = error.raw_os_error().unwrap_or(0);
            call.warn(format!("{} (errno {number})", reason(&error)))?;
            Ok(false)
        }
    }
}
