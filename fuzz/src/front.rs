//! The front end: any bytes to tokens, to a tree, to a folded tree, to text.

use bumpalo::Bump;
use syntax::ast;
use syntax::lexer::{LexMode, LexOptions, Lexer};
use syntax::parser::{Folding, ParseOptions, parse};
use syntax::token::END;

use crate::{Run, Target};

pub const TARGET: Target = Target {
    name: "front",
    run: Run::Each(run),
    corpus: &[
        "fuzz/corpus/front",
        "crates/syntax/test_data/lexer",
        "crates/syntax/test_data/lexer_errors",
        "crates/syntax/test_data/literal",
        "crates/syntax/test_data/parser/ok",
        "crates/syntax/test_data/parser/err",
        "crates/syntax/test_data/parser/recovery",
    ],
    extension: "php",
};

fn run(input: &[u8]) {
    assert_tokens_cover(input);
    let mut arena = Bump::new();
    let mut errors = Vec::new();
    for folding in [Folding::On, Folding::Off] {
        let lex = LexOptions { short_tags: true, skip_shebang: true, ..LexOptions::default() };
        let parse = parse(&arena, input, ParseOptions { lex, folding, ..ParseOptions::default() });
        assert!(parse.keyword_names.iter().all(|&at| (at as usize) < input.len()));
        let printed = ast::dump(&parse.file);
        assert!(printed.is_empty() || printed.ends_with(b"\n"));
        errors.push(parse.diagnostics);
        arena.reset();
    }
    assert_eq!(errors[0], errors[1], "folding changes no error");
}

/// Tokens are adjacent and cover the source.
fn assert_tokens_cover(input: &[u8]) {
    let options = LexOptions { mode: LexMode::Tokenize, ..LexOptions::default() };
    let mut lexer = Lexer::new(input, options);
    let (mut end, mut was_empty) = (0, false);
    loop {
        let token = lexer.next_token();
        assert_eq!(token.start, end, "tokens are adjacent");
        if token.kind == END {
            break;
        }
        // PHP: a character that cannot stand in an index gives an empty token, once.
        let is_empty = token.end == token.start;
        assert!(!(is_empty && was_empty), "tokens go on");
        was_empty = is_empty;
        end = token.end;
    }
    assert_eq!(end as usize, input.len(), "tokens cover the source");
}
