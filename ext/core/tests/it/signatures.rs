//! Signatures: names, types, defaults and passing of parameters, as PHP's Reflection tells them.
//!
//! `signatures.expect` holds what PHP said; `./x compare bless natives` asks it again.

use runtime::native::{Native, Param};

use crate::show;

/// The tests.
pub const TESTS: &[testkit::Single] = &[("signatures", signatures)];

fn signatures() -> Result<(), String> {
    let expected = include_str!("../signatures.expect");
    let mut differing = String::new();
    let natives = ext_core::TABLES.iter().flat_map(|table| table.natives);
    for native in natives {
        let ours = signature(native);
        let start = format!("{}(", native.name);
        let theirs = expected.lines().find(|line| line.starts_with(&start)).unwrap_or_default();
        if ours != theirs {
            differing.push_str(&format!("ours:  {ours}\nPHP's: {theirs}\n"));
        }
    }
    if differing.is_empty() { Ok(()) } else { Err(differing) }
}

fn signature(native: &Native) -> String {
    let mut params: Vec<String> = native.params.iter().map(|param| shown(param, "")).collect();
    params.extend(native.variadic.iter().map(|param| shown(param, "...")));
    format!("{}({}): {}", native.name, params.join(", "), native.returns)
}

fn shown(param: &Param, dots: &str) -> String {
    let mut out = Vec::new();
    if !param.ty.is_empty() {
        out.extend_from_slice(param.ty.as_bytes());
        out.push(b' ');
    }
    let passing = if param.by_ref { "&" } else { "" };
    out.extend_from_slice(format!("{passing}{dots}${}", param.name()).as_bytes());
    if param.default != runtime::native::Default::Required && dots.is_empty() {
        out.extend_from_slice(b" = ");
        show::default(param.default, &mut out);
    }
    String::from_utf8_lossy(&out).into_owned()
}
