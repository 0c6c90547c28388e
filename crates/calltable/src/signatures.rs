//! Signatures: names, types, defaults and passing of parameters, as PHP's Reflection tells them.
//!
//! `signatures.expect` holds what PHP said; `./x compare bless natives` asks it again.

use std::path::{Path, PathBuf};

use runtime::native::{Native, Param, Table};

use crate::show;

/// The test of the extension in the folder `root`.
pub fn test(root: PathBuf, tables: &'static [Table]) -> testkit::Case {
    ("signatures", Box::new(move || signatures(&root, tables)))
}

fn signatures(root: &Path, tables: &[Table]) -> Result<(), String> {
    let path = root.join("tests/signatures.expect");
    let expected = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let mut differing = String::new();
    let natives = tables.iter().flat_map(|table| table.natives);
    // A name that ends in `_` is for the engine's library: PHP has no such function.
    for native in natives.filter(|native| !native.name.ends_with('_')) {
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
    let passing = |param: &Param| if param.by_ref || native.prefers_refs { "&" } else { "" };
    let mut params: Vec<String> =
        native.params.iter().map(|param| shown(param, passing(param))).collect();
    let rest = native.variadic.iter().map(|param| shown(param, &format!("{}...", passing(param))));
    params.extend(rest);
    format!("{}({}): {}", native.name, params.join(", "), native.returns)
}

/// A parameter; before its name stands `marks`.
fn shown(param: &Param, marks: &str) -> String {
    let mut out = Vec::new();
    if !param.ty.is_empty() {
        out.extend_from_slice(param.ty.as_bytes());
        out.push(b' ');
    }
    out.extend_from_slice(format!("{marks}${}", param.name()).as_bytes());
    if param.default != runtime::native::Default::Required && !marks.ends_with("...") {
        out.extend_from_slice(b" = ");
        show::default(param.default, &mut out);
    }
    String::from_utf8_lossy(&out).into_owned()
}
