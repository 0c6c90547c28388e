//! Literals: the value of each number and string, ours and PHP's.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::bail;
use syntax::lexer::{LexOptions, Lexer};
use syntax::literal::{self, Number};
use syntax::token::*;

use crate::corpus;
use crate::oracle::Oracle;

/// A literal's text and our value of it, in the form of `xtask/php/literals.php`.
type Literal = (Vec<u8>, Vec<u8>);

/// Compares the values of all different literals in the sources at the paths.
pub fn compare(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let mut literals = HashMap::new();
    for word in words {
        let sources = corpus::read_all(std::slice::from_ref(word))?;
        literals.extend(sources.iter().flat_map(|source| literals_of(&source.bytes)));
    }
    let literals: Vec<Literal> = literals.into_iter().collect();
    let mut differing = 0;
    let mut oracle = start(root, &literals)?;
    for (text, ours) in &literals {
        let theirs = oracle.frame()?;
        if *ours != theirs {
            differing += 1;
            let [text, ours, theirs] = [text, ours, &theirs].map(|bytes| bytes.escape_ascii());
            println!("{text}\n  ours: {ours}\n  PHP's: {theirs}");
        }
    }
    oracle.finish()?;
    println!("{} literals compared; {differing} differ", literals.len());
    if differing > 0 {
        bail!("the values of {differing} literals differ");
    }
    Ok(())
}

/// Writes PHP's values beside each `.php` file of the folders, as the tests expect them.
pub fn bless(root: &Path, folders: &[String]) -> anyhow::Result<()> {
    for source in corpus::read_all(folders)? {
        let literals = literals_of(&source.bytes);
        let mut oracle = start(root, &literals)?;
        let mut text = String::new();
        for _ in &literals {
            text.push_str(&format!("{}\n", oracle.frame()?.escape_ascii()));
        }
        oracle.finish()?;
        fs::write(Path::new(&source.name).with_extension("values"), text)?;
    }
    Ok(())
}

fn start(root: &Path, literals: &[Literal]) -> anyhow::Result<Oracle> {
    let texts = literals.iter().map(|(text, _)| text.clone()).collect();
    Oracle::start(root, "literals.php", (&[], &[]), texts)
}

/// The literals of a source up to its first error.
fn literals_of(src: &[u8]) -> Vec<Literal> {
    let mut lexer = Lexer::new(src, LexOptions::default());
    let mut literals = Vec::new();
    // The start and value of a heredoc without variables, as far as it is read.
    let mut heredoc: Option<(Token, Cow<[u8]>)> = None;
    loop {
        let token = lexer.next_token();
        let text = token.text(src);
        let open = heredoc.take();
        match (token.kind, open) {
            (END | T_ERROR, _) => return literals,
            (T_LNUMBER, _) => literals.push((text.to_vec(), show_number(literal::integer(text)))),
            (T_DNUMBER, _) => literals.push((text.to_vec(), show_float(text))),
            (T_CONSTANT_ENCAPSED_STRING, _) => {
                literals.push((text.to_vec(), show_string(&literal::constant_string(text))));
            }
            (T_START_HEREDOC, _) => heredoc = Some((token, Cow::Borrowed(&[]))),
            (T_ENCAPSED_AND_WHITESPACE, Some((start, value))) if value.is_empty() => {
                heredoc = Some((start, literal::text(src, token, lexer.text_kind())));
            }
            (T_END_HEREDOC, Some((start, value))) => {
                let text = src[start.start as usize..token.end as usize].to_vec();
                literals.push((text, show_string(&value)));
            }
            _ => {}
        }
    }
}

fn show_number(number: Number) -> Vec<u8> {
    match number {
        Number::Int(value) => format!("i:{value}").into_bytes(),
        Number::Float(value) => format!("d:{:016x}", value.to_bits()).into_bytes(),
    }
}

/// A float, or an integer that is too large.
fn show_float(text: &[u8]) -> Vec<u8> {
    let is_float = |byte| matches!(byte, &b'.' | &b'e' | &b'E');
    match text {
        [b'0', b'x' | b'X', ..] => show_number(literal::integer(text)),
        _ if text.iter().any(is_float) => show_number(Number::Float(literal::float(text))),
        _ => show_number(literal::integer(text)),
    }
}

fn show_string(value: &[u8]) -> Vec<u8> {
    [b"s:", value].concat()
}
