//! Names with and without namespaces.

use libxml2::{Checked, Node, Ns, check_name};
use runtime::native::Call;
use runtime::raise::Res;

use super::error::Code;
use crate::bridge::quiet;

/// The namespace of declarations of namespaces.
pub const XMLNS: &[u8] = b"http://www.w3.org/2000/xmlns/";
/// The namespace of the prefix `xml`.
pub const XML: &[u8] = b"http://www.w3.org/XML/1998/namespace";

/// A prefix and what is behind it.
pub fn split(name: &[u8]) -> (Option<&[u8]>, &[u8]) {
    match name.iter().position(|byte| *byte == b':') {
        Some(at) if at > 0 && at + 1 < name.len() => (Some(&name[..at]), &name[at + 1..]),
        _ => (None, name),
    }
}

/// Whether a text is a name.
pub fn is_name(call: &mut Call<'_>, name: &[u8]) -> Res<bool> {
    let name = until_nul(name);
    quiet(call, || check_name(name, Checked::Name))
}

/// Whether a text is a name with one prefix at most.
pub fn is_qualified(call: &mut Call<'_>, name: &[u8]) -> Res<bool> {
    let name = until_nul(name);
    quiet(call, || check_name(name, Checked::Qualified))
}

/// A text up to its first NUL, as C takes it.
pub fn until_nul(text: &[u8]) -> &[u8] {
    &text[..text.iter().position(|byte| *byte == 0).unwrap_or(text.len())]
}

/// A prefix, and a name without one.
pub type Parts<'a> = (Option<&'a [u8]>, &'a [u8]);

/// Splits a name that is to be in a namespace, by the rules of the old classes.
pub fn checked<'a>(
    call: &mut Call<'_>,
    name: &'a [u8],
    uri: &[u8],
) -> Res<Result<Parts<'a>, Code>> {
    let name = until_nul(name);
    if name.is_empty() {
        return Ok(Err(Code::Namespace));
    }
    let (prefix, local) = split(name);
    if prefix.is_none() && uri.is_empty() {
        return Ok(Ok((None, name)));
    }
    if !is_qualified(call, name)? || (prefix.is_some() && uri.is_empty()) {
        return Ok(Err(Code::Namespace));
    }
    Ok(Ok((prefix, local)))
}

/// Whether a prefix may stand for a namespace.
pub fn goes_with(prefix: Option<&[u8]>, uri: &[u8]) -> bool {
    match prefix {
        Some(b"xml") => uri == XML,
        Some(b"xmlns") => uri == XMLNS,
        Some(_) => uri != XMLNS,
        None => true,
    }
}

/// Declares a namespace at an element; under another prefix when that is taken.
pub fn declare(element: Node, uri: &[u8], prefix: Option<&[u8]>) -> Option<Ns> {
    element.declare(Some(uri), prefix).or_else(|| declare_otherwise(element, uri))
}

/// Declares a namespace at an element under a prefix that means nothing there.
pub fn declare_otherwise(element: Node, uri: &[u8]) -> Option<Ns> {
    element.doc()?;
    for number in 0..=1000 {
        let prefix = if number == 0 { "default".to_owned() } else { format!("default{number}") };
        if element.search_ns(Some(prefix.as_bytes())).is_none() {
            return element.declare(Some(uri), Some(prefix.as_bytes()));
        }
    }
    None
}
