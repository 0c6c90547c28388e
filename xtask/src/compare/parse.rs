//! Verdicts of the parser: is it PHP, and if not, what PHP says and of which line.
//!
//! PHP's parser is asked alone, by `token_get_all()` with `TOKEN_PARSE`: what PHP finds while it
//! compiles belongs to the emitter. Keywords that stand for names are compared too, since that call
//! shows them.

use std::path::Path;

use anyhow::bail;
use bumpalo::Bump;
use syntax::parser::{ParseOptions, parse};

use crate::corpus;
use crate::oracle::Oracle;

/// How the sources compare.
#[derive(Default)]
struct Count {
    errors: u32,
    verdicts: u32,
    messages: u32,
    unlined: u32,
}

/// Compares the verdicts on all sources at the paths; `--mutations` breaks each source first.
pub fn compare(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let sources = corpus::read_all(words)?;
    let texts = sources.iter().map(|source| source.bytes.clone()).collect();
    let mut oracle = Oracle::start(root, "errors.php", (&["short_open_tag=0"], &[]), texts)?;
    let mut count = Count::default();
    for source in &sources {
        let theirs = oracle.frame()?;
        let ours = first_error(&source.bytes);
        count.errors += u32::from(!theirs.is_empty());
        if ours == theirs {
            continue;
        }
        if is_without_line(&ours, &theirs) {
            count.unlined += 1;
            continue;
        }
        let verdict = ours.is_empty() != theirs.is_empty();
        count.verdicts += u32::from(verdict);
        count.messages += u32::from(!verdict);
        let kind = if verdict { "VERDICT" } else { "MESSAGE" };
        let [ours, theirs] = [&ours, &theirs].map(|error| String::from_utf8_lossy(error));
        println!("{kind} {}\n  ours: {ours}\n  PHP's: {theirs}", source.name);
    }
    oracle.finish()?;
    let Count { errors, verdicts, messages, unlined } = count;
    println!("{} sources, {errors} errors compared", sources.len());
    println!("{verdicts} verdicts differ, {messages} messages differ");
    println!("{unlined} errors have no line in PHP (see is_without_line)");
    if verdicts + messages > 0 {
        bail!("the parser differs from PHP's");
    }
    Ok(())
}

/// Whether this is the one error that PHP finds while it compiles and so gives no line of the
/// source: it names that of the running script.
fn is_without_line(ours: &[u8], theirs: &[u8]) -> bool {
    let [ours, theirs] = [ours, theirs]
        .map(|error| error.splitn(2, |&byte| byte == b' ').nth(1).unwrap_or_default());
    ours == theirs && ours.starts_with(b"Invalid body indentation level")
}

/// Line and message of the first error; nothing when there is none.
fn first_error(source: &[u8]) -> Vec<u8> {
    let arena = Bump::new();
    let parse = parse(&arena, source, ParseOptions::default());
    match parse.diagnostics.first() {
        Some(first) => [format!("{} ", first.line).as_bytes(), &first.message].concat(),
        None => Vec::new(),
    }
}
