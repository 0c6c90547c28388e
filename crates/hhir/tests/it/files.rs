//! Tests that are files: `test_data/PASS/NAME.hhir`, and beside it the unit after the pass. `verify`
//! says of each unit, between empty lines, whether it is right. `BLESS=1` rewrites what is expected.

use std::path::{Path, PathBuf};

use hhir::{Unit, opt, parse_unit, verify};

fn each_file(kind: &str, result: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data").join(kind);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("folder")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "hhir"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no tests in {kind}");
    for path in paths {
        let actual = result(&std::fs::read_to_string(&path).expect("text"));
        compare(&path.with_extension("expect"), &actual);
    }
}

/// Compares with a file, or rewrites it under `BLESS=1`.
pub fn compare(path: &Path, actual: &str) {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, actual).expect("written");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(expected == actual, "{}: expected\n{expected}\nbut got\n{actual}", path.display());
}

fn after(pass: fn(&mut Unit)) -> impl Fn(&str) -> String {
    move |text| {
        let mut unit = parsed(text);
        pass(&mut unit);
        verify(&unit).unwrap_or_else(|error| panic!("{error}\n{unit}"));
        unit.to_string()
    }
}

/// A unit whose block `B1` is the place before the loop of `B2`, if it has such blocks.
fn parsed(text: &str) -> Unit {
    let mut unit = parse_unit(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    verify(&unit).unwrap_or_else(|error| panic!("{error}\n{text}"));
    if unit.blocks.len() > 2 {
        let resume = unit.exits.push(hhir::Exit { site: 100, blame: 100, homes: Vec::new() });
        unit.resumes.insert(hhir::BlockId(1), resume);
    }
    unit
}

#[test]
fn params() {
    each_file("params", after(opt::remove_params));
}

#[test]
fn memory() {
    each_file("memory", after(opt::forward_loads));
}

#[test]
fn number() {
    each_file("number", after(opt::number_values));
}

#[test]
fn loops() {
    each_file("loops", after(opt::hoist));
}

#[test]
fn dead() {
    each_file("dead", after(opt::remove_dead));
}

#[test]
fn verified() {
    each_file("verify", |text| {
        let one = |text: &str| match parse_unit(text).map(|unit| verify(&unit)) {
            Err(error) => format!("{error}\n"),
            Ok(Err(error)) => format!("{error}\n"),
            Ok(Ok(())) => "right\n".to_owned(),
        };
        text.split("\n\n").map(one).collect()
    });
}

#[test]
fn what_is_printed_is_read() {
    let text = include_str!("../../test_data/loops/checks.hhir");
    let printed = parse_unit(text).expect("text").to_string();
    assert_eq!(parse_unit(&printed).expect("text").to_string(), printed);
}
