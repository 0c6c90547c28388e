//! Sizes that nobody writes by hand: deep, long and hostile sources.

use bumpalo::Bump;
use syntax::ast;
use syntax::parser::{Folding, parse};

use crate::parser::options;

type Test = (&'static str, fn() -> Result<(), String>);

pub const TESTS: &[Test] = &[
    ("limits::two_million_operators", || {
        expect(&repeated("<?php $a = ", "!", 2_000_000, "1;"), Some("memory exhausted"))
    }),
    ("limits::hundred_thousand_parentheses", || {
        expect(&repeated("<?php $a = ", "(", 100_000, "1;"), Some("memory exhausted"))
    }),
    ("limits::just_under_the_stack", || expect(&repeated("<?php $a = ", "!", 9_990, "1;"), None)),
    ("limits::million_long_sum", || {
        expect(&repeated("<?php $a = $b", " + $c", 1_000_000, ";"), None)
    }),
    ("limits::million_joined_strings", || {
        expect(&repeated("<?php $a = 'x'", " . 'y'", 1_000_000, ";"), None)
    }),
    ("limits::million_echoes", || expect(&repeated("<?php ", "echo 'x';", 1_000_000, ""), None)),
    ("limits::hundred_thousand_elseifs", || {
        expect(&repeated("<?php if ($a) ;", " elseif ($b) ;", 100_000, ""), None)
    }),
    ("limits::deep_blocks", || {
        expect(&repeated("<?php ", "{", 3_000, &["echo 1;", &"}".repeat(3_000)].concat()), None)
    }),
    ("limits::million_open_strings", || {
        expect(&repeated("<?php ", "\"{$a[", 1_000_000, ""), Some("memory exhausted"))
    }),
    ("limits::million_unmatched_brackets", || {
        expect(&repeated("<?php ", "}", 1_000_000, ""), Some("Unmatched '}'"))
    }),
    ("limits::million_attributes", || {
        expect(&repeated("<?php ", "#[A]", 1_000_000, "function f() {}"), None)
    }),
    ("limits::million_heredoc_openers", || {
        expect(&repeated("<?php ", "<<<A\n{$a[", 20_000, ""), Some("memory exhausted"))
    }),
];

fn repeated(before: &str, middle: &str, count: usize, after: &str) -> String {
    [before, &middle.repeat(count), after].concat()
}

/// Parses and prints `source`; its first error must begin with `error`.
fn expect(source: &str, error: Option<&str>) -> Result<(), String> {
    let arena = Bump::new();
    let parse = parse(&arena, source.as_bytes(), options(Folding::On));
    let printed = ast::dump(&parse.file).len();
    let first = parse.diagnostics.first();
    let first = first.map(|found| String::from_utf8_lossy(&found.message).into_owned());
    match (error, first) {
        (None, None) if printed > 0 => Ok(()),
        (Some(error), Some(first)) if first.starts_with(error) => Ok(()),
        (_, first) => Err(format!("found {first:?}, printed {printed} bytes")),
    }
}
