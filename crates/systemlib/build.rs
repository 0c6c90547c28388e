//! Lists the library's files, and the classes and functions that each declares, so that a request
//! which needs none of them does not look.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Words before the name of a class, and the kind that they say.
const CLASS_WORDS: &[(&str, &str)] = &[
    ("class ", "Class"),
    ("final class ", "Class"),
    ("abstract class ", "Class"),
    ("readonly class ", "Class"),
    ("final readonly class ", "Class"),
    ("interface ", "Interface"),
    ("enum ", "Enum"),
    ("trait ", "Trait"),
];
const FUNC_WORDS: &[(&str, &str)] = &[("function ", ""), ("function &", "")];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("php");
    println!("cargo::rerun-if-changed=php");
    let mut paths = Vec::new();
    collect(&root, &mut paths)?;
    paths.sort();
    let mut files = String::new();
    let (mut classes, mut funcs) = (Vec::new(), Vec::new());
    for (at, path) in paths.iter().enumerate() {
        let source = fs::read_to_string(path)?;
        let name = path.strip_prefix(&root).unwrap_or(path).with_extension("");
        let _ = writeln!(files, "    ({name:?}, include_str!({path:?})),");
        classes.extend(
            declared(&source, CLASS_WORDS)
                .map(|(kind, name)| (name.to_ascii_lowercase(), at, kind, name)),
        );
        let names = declared(&source, FUNC_WORDS).map(|(_, name)| name.to_ascii_lowercase());
        funcs.extend(names.map(|name| (name, at)));
    }
    classes.sort();
    funcs.sort();
    let mut shown = String::new();
    for (_, _, kind, name) in &classes {
        let _ = writeln!(shown, "    LibraryClass {{ kind: ClassKind::{kind}, name: {name:?} }},");
    }
    let classes: Vec<_> = classes.iter().map(|(folded, at, ..)| (folded, at)).collect();
    let text = format!(
        "/// The files by name, with their sources.\n\
         const FILES: &[(&str, &str)] = &[\n{files}];\n\
         /// The file of each class, by its name in lower case, in order.\n\
         const CLASSES: &[(&str, usize)] = &{classes:?};\n\
         /// The same classes as they are declared.\n\
         const SHOWN: &[LibraryClass] = &[\n{shown}];\n\
         /// The file of each function, by its name in lower case, in order.\n\
         const FUNCS: &[(&str, usize)] = &{funcs:?};\n"
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("files.rs"), text)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|end| end == "php") {
            paths.push(path);
        }
    }
    Ok(())
}

/// What these words at the start of a line say, and the name behind them in the namespace of the file.
fn declared<'a>(
    source: &'a str,
    words: &'a [(&str, &'static str)],
) -> impl Iterator<Item = (&'static str, String)> + 'a {
    let space = source.lines().find_map(|line| line.strip_prefix("namespace "));
    let space = space.map(|name| name.replace(';', "\\")).unwrap_or_default();
    source.lines().filter_map(move |line| {
        let said = words.iter().find_map(|(word, kind)| Some((line.strip_prefix(word)?, *kind)));
        let (rest, kind) = said?;
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        Some((kind, format!("{space}{}", &rest[..end])))
    })
}
