//! The house rules as tests.

use std::process::Command;

use xtask::generate::{self, Mode};
use xtask::{root, tidy};

fn assert_none(findings: Vec<String>) {
    assert!(findings.is_empty(), "\n{}", findings.join("\n"));
}

#[test]
fn arrows_go_down() {
    assert_none(tidy::arrows(&root()).expect("cargo metadata"));
}

#[test]
fn unsafe_code_stays_in_its_places() {
    assert_none(tidy::unsafe_map(&tidy::rust_files(&root())));
}

#[test]
fn generated_files_are_current() {
    generate::run(&root(), Mode::Check).expect("run ./x gen");
}

#[test]
fn public_declarations_are_used() {
    assert_none(tidy::dead_declarations(&tidy::rust_files(&root())));
}

#[test]
fn files_say_what_they_are() {
    let files = tidy::rust_files(&root());
    assert_none(tidy::file_headers(&files));
    assert_none(tidy::file_names(&files));
    assert_none(tidy::file_sizes(&files));
    assert_none(tidy::forbidden_text(&files));
}

#[test]
fn documents_name_files_that_exist() {
    assert_none(tidy::named_files(&root()));
}

#[test]
fn code_is_formatted() {
    let mut fmt = Command::new(env!("CARGO"));
    let output = fmt.args(["fmt", "--all", "--check"]).current_dir(root()).output();
    let output = output.expect("cargo fmt");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn code_passes_the_lints() {
    let mut clippy = Command::new(env!("CARGO"));
    clippy.args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]);
    let output = clippy.current_dir(root()).output().expect("cargo clippy");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
