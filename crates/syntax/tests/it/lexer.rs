//! The lexer's file tests: tokens, values of literals, first errors.
//!
//! PHP itself has written the expectations: `./x compare bless tokens|values|errors FOLDER`.

use std::fmt::Write as _;
use std::path::Path;

use syntax::lexer::{LexOptions, Lexer};
use syntax::literal::{self, Number};
use syntax::token::*;
use syntax::tokenizer::Tokens;
use testkit::Suite;

pub fn suites(folder: &Path) -> Vec<Suite> {
    vec![
        Suite::new(folder.join("lexer"), ("php", "tokens"), |_, src| tokens(src)),
        Suite::new(folder.join("literal"), ("php", "values"), |_, src| values(src)),
        Suite::new(folder.join("lexer_errors"), ("php", "error"), |_, src| first_error(src)),
    ]
}

/// A line for each token: its line, its name or `-`, its text.
fn tokens(src: &[u8]) -> Vec<u8> {
    let mut out = String::new();
    for token in Tokens::new(src, LexOptions::default(), &[]) {
        let name = match token.kind {
            T_PAAMAYIM_NEKUDOTAYIM => "T_DOUBLE_COLON",
            kind => kind.name().unwrap_or("-"),
        };
        let text = token.text(src).escape_ascii();
        writeln!(out, "{} {name} {text}", token.line).expect("invariant: a String takes all");
    }
    out.into_bytes()
}

/// A line for each literal: `i:` and an integer, `d:` and the bits of a float, `s:` and a string.
fn values(src: &[u8]) -> Vec<u8> {
    let mut lexer = Lexer::new(src, LexOptions::default());
    let mut out = String::new();
    let mut heredoc = Vec::new();
    loop {
        let token = lexer.next_token();
        let text = token.text(src);
        let value = match token.kind {
            END | T_ERROR => return out.into_bytes(),
            T_LNUMBER => number(literal::integer(text)),
            T_DNUMBER if text.starts_with(b"0x") => number(literal::integer(text)),
            T_DNUMBER if text.iter().any(|byte| b".eE".contains(byte)) => {
                number(Number::Float(literal::float(text)))
            }
            T_DNUMBER => number(literal::integer(text)),
            T_CONSTANT_ENCAPSED_STRING => string(&literal::constant_string(text)),
            T_ENCAPSED_AND_WHITESPACE => {
                heredoc = literal::text(src, token, lexer.text_kind()).into_owned();
                continue;
            }
            T_END_HEREDOC => string(&std::mem::take(&mut heredoc)),
            _ => continue,
        };
        out.push_str(&value);
        out.push('\n');
    }
}

fn number(number: Number) -> String {
    match number {
        Number::Int(value) => format!("i:{value}"),
        Number::Float(value) => format!("d:{:016x}", value.to_bits()),
    }
}

fn string(value: &[u8]) -> String {
    format!("s:{}", value.escape_ascii())
}

/// Line and message, or nothing.
fn first_error(src: &[u8]) -> Vec<u8> {
    let mut lexer = Lexer::new(src, LexOptions::default());
    loop {
        let token = lexer.next_significant();
        match (token.kind, lexer.error()) {
            (T_ERROR, Some(error)) => return format!("{} {}\n", error.line, error.kind).into(),
            (END, _) => return b"\n".to_vec(),
            _ => {}
        }
    }
}
