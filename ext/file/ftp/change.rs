//! Changes of what there is on a server.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::control::{Control, connect};
use super::{asks_on, is_done};
use crate::http::Url;
use crate::layer::shown;

/// What becomes of a path, by the method that a wrapper of a script has for it; whether it did.
pub fn change(
    call: &mut Call<'_>,
    path: &[u8],
    method: &str,
    (context, args): (Option<&Value>, &[Value]),
) -> Res<bool> {
    let text = |at: usize| args.get(at).and_then(Value::as_str).map(|text| text.to_vec());
    let is_set = |at: usize| args.get(at).and_then(Value::as_int).is_some_and(|value| value != 0);
    match method {
        "unlink" => simple(call, (path, context), "DELE", "Error Deleting file: "),
        "rmdir" => simple(call, (path, context), "RMD", ""),
        "mkdir" if is_set(1) => directories(call, path, context),
        "mkdir" => {
            let Some((mut control, url)) = reach(call, path, context)? else { return Ok(false) };
            Ok(is_done(control.ask("MKD", &url.path)))
        }
        "rename" => rename(call, path, &text(0).unwrap_or_default(), context),
        _ => Ok(false),
    }
}

/// The connection to the server of a name; warns where there is none.
fn reach(call: &mut Call<'_>, path: &[u8], context: Option<&Value>) -> Res<Option<(Control, Url)>> {
    let url = Url::parse(call, path)?.filter(|url| !url.path.is_empty());
    let control = match &url {
        Some(url) => connect(call, url, context, &mut None)?,
        None => None,
    };
    let Some(reached) = control.zip(url) else {
        call.warn(format!("Unable to connect to {}", shown(path)))?;
        return Ok(None);
    };
    Ok(Some(reached))
}

/// A command that is about the path alone.
fn simple(
    call: &mut Call<'_>,
    (path, context): (&[u8], Option<&Value>),
    command: &str,
    before: &str,
) -> Res<bool> {
    let Some((mut control, url)) = reach(call, path, context)? else { return Ok(false) };
    let is_done = is_done(control.ask(command, &url.path));
    if !is_done {
        call.warn(format!("{before}{}", shown(&control.line)))?;
    }
    Ok(is_done)
}

fn rename(call: &mut Call<'_>, from: &[u8], to: &[u8], context: Option<&Value>) -> Res<bool> {
    let (Some(source), Some(target)) = (Url::parse(call, from)?, Url::parse(call, to)?) else {
        return Ok(false);
    };
    let is_same = source.scheme == target.scheme
        && (&source.host, source.port) == (&target.host, target.port);
    if !is_same || source.path.is_empty() || target.path.is_empty() {
        return Ok(false);
    }
    let Some(mut control) = connect(call, &source, context, &mut None)? else {
        return Ok(false);
    };
    Ok(asks_on(control.ask("RNFR", &source.path)) && is_done(control.ask("RNTO", &target.path)))
}

/// Makes a directory and those above it that are missing.
fn directories(call: &mut Call<'_>, path: &[u8], context: Option<&Value>) -> Res<bool> {
    let Some((mut control, url)) = reach(call, path, context)? else { return Ok(false) };
    let path = &url.path[..];
    let named = |end: usize| if end == 0 { &b"/"[..] } else { &path[..end] };
    let mut missing: Vec<usize> = Vec::new();
    if !path.ends_with(b"/") {
        missing.push(path.len());
    }
    for (end, _) in path.iter().enumerate().rev().filter(|(_, byte)| **byte == b'/') {
        if is_done(control.ask("CWD", named(end))) {
            break;
        }
        missing.push(end);
    }
    let mut is_made = true;
    if missing.is_empty() {
        missing.push(path.len());
    }
    for (at, end) in missing.into_iter().rev().enumerate() {
        is_made = is_done(control.ask("MKD", named(end)));
        if !is_made {
            if at > 0 {
                call.warn(shown(&control.line))?;
            }
            break;
        }
    }
    Ok(is_made)
}
