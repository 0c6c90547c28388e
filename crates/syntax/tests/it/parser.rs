//! The parser: trees, errors, what recovery saves.

use std::path::Path;

use bumpalo::Bump;
use syntax::ast;
use syntax::lexer::LexOptions;
use syntax::parser::{Folding, Parse, ParseOptions, parse};
use testkit::Suite;

/// The suites of the folder `test_data`.
pub fn suites(tests: &Path) -> Vec<Suite> {
    vec![
        Suite::new(tests.join("parser/ok"), ("php", "ast"), |_, source| trees(source)),
        Suite::new(tests.join("parser/err"), ("php", "err"), |_, source| first_error(source)),
        Suite::new(tests.join("parser/recovery"), ("php", "ast"), |_, source| recovered(source)),
    ]
}

/// The options of PHP's command line.
pub fn options(folding: Folding) -> ParseOptions {
    let lex = LexOptions { short_tags: true, skip_shebang: true, ..LexOptions::default() };
    ParseOptions { lex, folding, ..ParseOptions::default() }
}

/// The tree as written and, where it differs, as folded.
fn trees(source: &[u8]) -> Vec<u8> {
    let arena = Bump::new();
    let written = parse(&arena, source, options(Folding::Off));
    let folded = ast::dump(&parse(&arena, source, options(Folding::On)).file);
    let mut out = errors(&written);
    let written = ast::dump(&written.file);
    out.extend_from_slice(&written);
    if folded != written {
        out.extend_from_slice(b"// after folding\n");
        out.extend_from_slice(&folded);
    }
    out
}

fn first_error(source: &[u8]) -> Vec<u8> {
    let arena = Bump::new();
    let parse = parse(&arena, source, options(Folding::On));
    let errors = errors(&parse);
    match errors.split_inclusive(|&byte| byte == b'\n').next() {
        Some(first) => first.to_vec(),
        None => b"No syntax errors\n".to_vec(),
    }
}

/// All errors, then what of the tree was saved.
fn recovered(source: &[u8]) -> Vec<u8> {
    let arena = Bump::new();
    let parse = parse(&arena, source, options(Folding::On));
    let mut out = errors(&parse);
    out.extend_from_slice(&ast::dump(&parse.file));
    out
}

fn errors(parse: &Parse<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    for diagnostic in &parse.diagnostics {
        out.extend_from_slice(diagnostic.severity.label().as_bytes());
        out.extend_from_slice(b": ");
        out.extend_from_slice(&diagnostic.message);
        out.extend_from_slice(format!(" on line {}\n", diagnostic.line).as_bytes());
    }
    out
}
