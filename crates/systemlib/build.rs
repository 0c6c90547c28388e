//! Compiles the library's files, and lists the classes and functions that each declares, so that a
//! request which needs none of them does not look.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use bumpalo::Bump;
use emitter::EmitOptions;
use syntax::parser::{self, ParseOptions};

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
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut paths = Vec::new();
    collect(&root, &mut paths)?;
    paths.sort();
    let mut files = String::new();
    let (mut classes, mut funcs) = (Vec::new(), Vec::new());
    for (at, path) in paths.iter().enumerate() {
        let source = fs::read_to_string(path)?;
        let name = path.strip_prefix(&root).unwrap_or(path).with_extension("");
        let unit = out.join(format!("{at}.unit"));
        fs::write(&unit, compiled(&name.to_string_lossy(), &source))?;
        let _ = writeln!(files, "    ({name:?}, include_bytes!({unit:?})),");
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
        "/// The files by name, with what they compile to.\n\
         const FILES: &[(&str, &[u8])] = &[\n{files}];\n\
         /// The file of each class, by its name in lower case, in order.\n\
         const CLASSES: &[(&str, usize)] = &{classes:?};\n\
         /// The same classes as they are declared.\n\
         const SHOWN: &[LibraryClass] = &[\n{shown}];\n\
         /// The file of each function, by its name in lower case, in order.\n\
         const FUNCS: &[(&str, usize)] = &{funcs:?};\n"
    );
    fs::write(out.join("files.rs"), text)
}

/// The bytes of the unit of a file.
fn compiled(name: &str, source: &str) -> Vec<u8> {
    let arena = Bump::new();
    let parsed = parser::parse(&arena, source.as_bytes(), ParseOptions::default());
    assert!(parsed.diagnostics.is_empty(), "{name}: {:?}", parsed.diagnostics.first());
    let options = EmitOptions { path: name.as_bytes(), is_library: true, first_anonymous: 0 };
    let unit = emitter::emit(&parsed.file, source.as_bytes(), options);
    hhbc::blob::to_bytes(&unit.unwrap_or_else(|error| panic!("{name}: {error:?}")))
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
