//! Errors of the lexer: message and line, ours and PHP's.
//!
//! PHP's lexer and parser work in step, so that the first of them to find an error hides the
//! other's. Where PHP reports an error of the lexer it must be our first; where PHP finds no
//! error, nor may we.

use std::fs;
use std::path::Path;

use anyhow::bail;
use syntax::lexer::{LexError, LexErrorKind, LexOptions, Lexer};
use syntax::token::{END, T_ERROR, T_HALT_COMPILER};

use crate::corpus;
use crate::oracle::Oracle;

/// How the messages of the lexer's errors begin.
const LEXICAL: &[&str] = &[
    "Unterminated comment",
    "Invalid numeric literal",
    "Invalid UTF-8 codepoint",
    "Invalid body indentation",
    "Invalid indentation",
    "The (real) cast",
    "Unmatched '",
    "Unclosed '",
];

/// The line of `xtask/php/errors.php` that PHP reports for [`LexErrorKind::UnindentedVariable`].
const EXECUTING_LINE: u32 = 12;

/// Compares the errors of all sources at the paths; `--mutations` breaks each source first.
pub fn compare(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let sources = corpus::read_all(words)?;
    let texts = sources.iter().map(|source| source.bytes.clone()).collect();
    let mut oracle = Oracle::start(root, "errors.php", (&["short_open_tag=0"], &[]), texts)?;
    let (mut errors, mut differing) = (0, 0);
    for source in &sources {
        let theirs = String::from_utf8_lossy(&oracle.frame()?).into_owned();
        let message = theirs.split_once(' ').map_or("", |(_, message)| message);
        let is_lexical = LEXICAL.iter().any(|start| message.starts_with(start));
        if !theirs.is_empty() && !is_lexical {
            continue;
        }
        errors += u32::from(is_lexical);
        let ours = first_error(&source.bytes);
        if ours != theirs {
            differing += 1;
            println!("{}\n  ours: {ours}\n  PHP's: {theirs}", source.name);
        }
    }
    oracle.finish()?;
    println!("{} sources, {errors} errors compared; {differing} differ", sources.len());
    if differing > 0 {
        bail!("the errors of {differing} sources differ");
    }
    Ok(())
}

/// Writes PHP's errors beside each `.php` file of the folders, as the tests expect them.
pub fn bless(root: &Path, folders: &[String]) -> anyhow::Result<()> {
    let sources = corpus::read_all(folders)?;
    let texts = sources.iter().map(|source| source.bytes.clone()).collect();
    let mut oracle = Oracle::start(root, "errors.php", (&["short_open_tag=0"], &[]), texts)?;
    for source in &sources {
        let mut error = oracle.frame()?;
        error.push(b'\n');
        fs::write(Path::new(&source.name).with_extension("error"), error)?;
    }
    oracle.finish()
}

/// Line and message of the first error; nothing when there is none. A source ends for the parser
/// with `__halt_compiler();`.
fn first_error(src: &[u8]) -> String {
    let mut lexer = Lexer::new(src, LexOptions::default());
    let mut left_of_halt = None;
    loop {
        match lexer.next_significant().kind {
            T_ERROR => return lexer.error().map(as_php_reports).unwrap_or_default(),
            END => return String::new(),
            T_HALT_COMPILER => left_of_halt = Some(3),
            _ => left_of_halt = left_of_halt.map(|left| left - 1),
        }
        if left_of_halt == Some(0) {
            lexer.stop();
        }
    }
}

fn as_php_reports(error: LexError) -> String {
    let line = match error.kind {
        LexErrorKind::UnindentedVariable { .. } => EXECUTING_LINE,
        _ => error.line,
    };
    format!("{line} {}", error.kind)
}
