//! Who may use whom: arrows go down only.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::Findings;

/// Each crate and the crates of the workspace that it may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    ("stdx", &[]),
    ("lalr", &[]),
    ("hhbc", &["stdx"]),
    ("vasm", &["stdx"]),
    ("hhir", &["stdx"]),
    ("syntax", &["stdx"]),
    ("runtime", &["hhbc", "stdx"]),
    ("emitter", &["syntax", "hhbc", "stdx"]),
    ("hhbbc", &["hhbc", "stdx"]),
    ("vm", &["runtime", "hhbc", "stdx"]),
    ("jit", &["vm", "runtime", "hhbc", "hhir", "vasm", "stdx"]),
    ("ext_core", &["runtime", "stdx"]),
    ("ext_json", &["runtime", "stdx"]),
    ("ext_pcre", &["runtime", "stdx"]),
    ("ext_hash", &["runtime", "stdx"]),
    ("ext_mbstring", &["runtime", "stdx"]),
    ("ext_file", &["runtime", "stdx"]),
    ("ext_gmp", &["runtime"]),
    ("ext_bz2", &["ext_file", "runtime"]),
    ("ext_fileinfo", &["libmagic", "runtime"]),
    ("ext_gettext", &["ext_file", "runtime"]),
    ("ext_phar", &["ext_file", "ext_zlib", "runtime"]),
    ("ext_posix", &["ext_file", "runtime"]),
    ("ext_readline", &["runtime"]),
    ("ext_sodium", &["runtime"]),
    ("ext_xml", &["ext_file", "libxml2", "runtime"]),
    ("ext_zlib", &["ext_file", "runtime"]),
    ("libmagic", &[]),
    ("libxml2", &[]),
    ("ext_iconv", &["ext_file", "ext_mbstring", "runtime", "stdx"]),
    ("ext_bcmath", &["runtime", "stdx"]),
    ("ext_calendar", &["runtime", "stdx"]),
    ("ext_filter", &["ext_core", "runtime", "stdx"]),
    ("ext_date", &["runtime", "stdx"]),
    ("ext_standard", &["runtime", "stdx"]),
    ("ext_tokenizer", &["runtime", "syntax", "stdx"]),
    (
        "engine",
        &[
            "ext_bcmath",
            "ext_bz2",
            "ext_calendar",
            "ext_core",
            "ext_date",
            "ext_file",
            "ext_fileinfo",
            "ext_filter",
            "ext_gettext",
            "ext_gmp",
            "ext_hash",
            "ext_iconv",
            "ext_json",
            "ext_mbstring",
            "ext_pcre",
            "ext_phar",
            "ext_readline",
            "ext_posix",
            "ext_sodium",
            "ext_standard",
            "ext_tokenizer",
            "ext_xml",
            "ext_zlib",
            "systemlib",
            "jit",
            "vm",
            "emitter",
            "hhbbc",
            "syntax",
            "runtime",
            "hhbc",
            "stdx",
            "systemlib",
        ],
    ),
    ("systemlib", &["vm", "hhbc", "emitter", "syntax"]),
    ("server", &["engine", "stdx"]),
    ("debugger", &["engine", "stdx"]),
    ("cli", &["server", "debugger", "engine"]),
    ("testkit", &[]),
    ("calltable", &["runtime", "syntax", "testkit"]),
    ("conformance", &[]),
    (
        "fuzz",
        &[
            "calltable",
            "ext_bcmath",
            "ext_core",
            "ext_date",
            "ext_filter",
            "ext_json",
            "ext_mbstring",
            "ext_pcre",
            "ext_phar",
            "ext_standard",
            "ext_tokenizer",
            "ext_xml",
            "syntax",
            "hhbc",
            "runtime",
            "engine",
            "stdx",
            "testkit",
        ],
    ),
    ("generators", &["testkit"]),
    (
        "xtask",
        &[
            "ext_core",
            "generators",
            "lalr",
            "hhbc",
            "vasm",
            "syntax",
            "runtime",
            "engine",
            "testkit",
        ],
    ),
];

/// Dependencies of the product that the list above does not allow. Tests may use `testkit`.
pub fn arrows(root: &Path) -> anyhow::Result<Findings> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(root)
        .output()?;
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let mut findings = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        match ARROWS.iter().find(|(from, _)| *from == name) {
            Some((_, allowed)) => check_package(package, name, allowed, &mut findings),
            None => findings.push(format!("{name} has no row in the list of arrows")),
        }
    }
    Ok(findings)
}

fn check_package(package: &Value, name: &str, allowed: &[&str], findings: &mut Findings) {
    for dependency in package["dependencies"].as_array().into_iter().flatten() {
        let is_ours = dependency["path"].is_string();
        let target = dependency["name"].as_str().unwrap_or_default();
        let for_tests = dependency["kind"] == "dev";
        if is_ours && !for_tests && !allowed.contains(&target) {
            findings.push(format!("{name} must not depend on {target}"));
        }
    }
}
