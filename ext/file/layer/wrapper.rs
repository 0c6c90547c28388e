//! Wrappers: what stands behind the part of a name before `://`.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::guest::{self, Scheme};
use super::table::Streams;

/// What opens names of a scheme.
#[derive(Clone)]
pub enum Wrapper {
    File,
    Php,
    Glob,
    Data,
    Http,
    Ftp,
    /// Of another extension.
    Guest(&'static Scheme),
    /// None: names of files where files are switched off, and of other hosts.
    Remote,
    /// A class of the script; whether its names are like those of the net.
    User {
        class: Vec<u8>,
        is_url: bool,
    },
}

impl Wrapper {
    /// The engine's own, in order.
    pub fn all() -> Vec<(Vec<u8>, Self)> {
        let all = [
            ("php", Self::Php),
            ("file", Self::File),
            ("glob", Self::Glob),
            ("data", Self::Data),
            ("http", Self::Http),
            ("ftp", Self::Ftp),
        ];
        let guests = guest::schemes().map(|scheme| (scheme.name, Self::Guest(scheme)));
        let all = guests.chain(all);
        all.map(|(name, wrapper)| (name.as_bytes().to_vec(), wrapper)).collect()
    }

    /// The engine's own of this name.
    pub fn builtin(name: &[u8]) -> Option<Self> {
        let mut all = Self::all().into_iter();
        all.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, wrapper)| wrapper)
    }
}

/// The part of a name before `://`, and `data` of `data:`.
pub fn scheme(path: &[u8]) -> Option<&[u8]> {
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'+' | b'-' | b'.');
    let length = path.iter().take_while(is_part).count();
    let (scheme, rest) = path.split_at(length);
    let is_data = rest.starts_with(b":") && scheme.eq_ignore_ascii_case(b"data");
    (is_data || length > 1 && rest.starts_with(b"://")).then_some(scheme)
}

/// What opens a name, and the name it opens: without `file://`. Warns of a scheme that nobody
/// knows, which is then a part of a path.
pub fn find(call: &mut Call<'_>, path: &[u8]) -> Res<(Wrapper, Vec<u8>)> {
    let Some(scheme) = scheme(path) else { return plain(call, path) };
    let wrappers = &call.state::<Streams>().wrappers;
    let known = wrappers.iter().find(|(name, _)| name.eq_ignore_ascii_case(scheme)).cloned();
    match known {
        Some((_, Wrapper::File)) => {
            let rest = &path[scheme.len() + 3..];
            let local = rest.strip_prefix(b"localhost").filter(|rest| rest.starts_with(b"/"));
            let rest = local.unwrap_or(rest);
            if !rest.is_empty() && !rest.starts_with(b"/") {
                call.warn(
                    "Remote host file access not supported, ".to_owned() + &super::shown(path),
                )?;
                return Ok((Wrapper::Remote, path.to_vec()));
            }
            plain(call, rest)
        }
        Some((_, wrapper)) => Ok((wrapper, path.to_vec())),
        None => {
            let scheme = super::shown(scheme);
            let text = format!(
                "Unable to find the wrapper \"{scheme}\" - did you forget to enable it when you \
                 configured PHP?"
            );
            call.warn(text)?;
            plain(call, path)
        }
    }
}

/// Files may have a wrapper of the script.
fn plain(call: &mut Call<'_>, path: &[u8]) -> Res<(Wrapper, Vec<u8>)> {
    let wrappers = &call.state::<Streams>().wrappers;
    let file =
        wrappers.iter().find(|(name, _)| name == b"file").map(|(_, wrapper)| wrapper.clone());
    match file {
        Some(wrapper) => Ok((wrapper, path.to_vec())),
        None => {
            call.warn("file:// wrapper is disabled in the server configuration")?;
            Ok((Wrapper::Remote, path.to_vec()))
        }
    }
}

/// A new object of a wrapper's class, whose constructor has run.
pub fn object(call: &mut Call<'_>, class: &[u8], context: Option<&Value>) -> Res<Value> {
    let class = call.str(class)?.into();
    let context = context.cloned().unwrap_or_default();
    super::library(call, "stream_wrapper_object_", &[class, context])
}
