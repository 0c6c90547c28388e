//! Tokens: id, line, position and text of each, ours and PHP's.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use bumpalo::Bump;
use syntax::lexer::LexOptions;
use syntax::parser::{ParseOptions, parse};
use syntax::token::{T_PAAMAYIM_NEKUDOTAYIM, TokenKind};
use syntax::tokenizer::Tokens;

use crate::corpus::{self, Source};
use crate::oracle::Oracle;

const SCRIPT: &str = "tokens.php";

/// Which tokens are asked for.
#[derive(Clone, Copy, Default)]
struct View {
    lex: LexOptions,
    /// As with `TOKEN_PARSE`: keywords that stand for names are names.
    parsed: bool,
}

/// Compares the tokens of all sources at the paths among `words`, and tells the first difference
/// of each source. `--short-tags` lets `<?` open script, `--parse` asks for `TOKEN_PARSE`,
/// `--mutations` breaks the sources first.
pub fn compare(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let has = |option: &str| words.iter().any(|word| word == option);
    let lex = LexOptions { short_tags: has("--short-tags"), ..LexOptions::default() };
    let options = View { lex, parsed: has("--parse") };
    let sources = corpus::read_all(words)?;
    let compared = sources.len();
    let bytes: usize = sources.iter().map(|source| source.bytes.len()).sum();
    let differing = with_other_hash(root, options, sources)?;
    let mut lists = start(root, options, "list", &differing)?;
    for source in &differing {
        let theirs = lists.frame()?;
        println!("{}\n{}", source.name, difference(&listing(&source.bytes, options), &theirs));
    }
    lists.finish()?;
    println!("{compared} sources, {bytes} bytes compared; {} differ", differing.len());
    if !differing.is_empty() {
        bail!("the tokens of {} sources differ", differing.len());
    }
    Ok(())
}

fn start(root: &Path, options: View, mode: &str, sources: &[Source]) -> anyhow::Result<Oracle> {
    let setting = format!("short_open_tag={}", u8::from(options.lex.short_tags));
    let sources = sources.iter().map(|source| source.bytes.clone()).collect();
    let arguments: &[&str] = if options.parsed { &[mode, "parse"] } else { &[mode] };
    Oracle::start(root, SCRIPT, (&[&setting], arguments), sources)
}

/// The sources whose listings have different hashes.
fn with_other_hash(
    root: &Path,
    options: View,
    sources: Vec<Source>,
) -> anyhow::Result<Vec<Source>> {
    let mut hashes = start(root, options, "hash", &sources)?;
    let mut differing = Vec::new();
    for source in sources {
        let theirs = hashes.line().with_context(|| source.name.clone())?;
        if format!("{:016x}", fnv1a(&listing(&source.bytes, options))) != theirs {
            differing.push(source);
        }
    }
    hashes.finish()?;
    Ok(differing)
}

/// Our tokens in the form of `xtask/php/tokens.php`.
fn listing(src: &[u8], options: View) -> Vec<u8> {
    let arena = Bump::new();
    let mut names = Vec::new();
    if options.parsed {
        let parse = parse(&arena, src, ParseOptions { lex: options.lex, ..Default::default() });
        if !parse.diagnostics.is_empty() {
            return b"error".to_vec();
        }
        names = parse.keyword_names;
    }
    let mut listing = Vec::new();
    for token in Tokens::new(src, options.lex, &names) {
        let head = format!("{},{},{},", token.kind.0, token.line, token.start);
        listing.extend_from_slice(head.as_bytes());
        listing.extend_from_slice(token.text(src));
        listing.push(0);
    }
    listing
}

fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// The first token that is different in the two listings.
fn difference(ours: &[u8], theirs: &[u8]) -> String {
    let at = ours.iter().zip(theirs).position(|(a, b)| a != b);
    let at = at.unwrap_or(ours.len().min(theirs.len()));
    let start = ours[..at].iter().rposition(|&byte| byte == 0).map_or(0, |zero| zero + 1);
    let excerpt = |listing: &[u8]| {
        let rest = &listing[start.min(listing.len())..];
        rest[..rest.len().min(120)].escape_ascii().to_string()
    };
    format!("  ours: {}\n  PHP's: {}", excerpt(ours), excerpt(theirs))
}

/// Writes PHP's tokens beside each `.php` file of the folders, as the lexer's tests expect them.
pub fn bless(root: &Path, folders: &[String]) -> anyhow::Result<()> {
    let sources = corpus::read_all(folders)?;
    let mut lists = start(root, View::default(), "list", &sources)?;
    for source in &sources {
        let readable = readable(&lists.frame()?, &source.bytes)?;
        fs::write(Path::new(&source.name).with_extension("tokens"), readable)?;
    }
    lists.finish()
}

/// A listing as the tests keep it: a line for each token, with its line, name and escaped text.
fn readable(listing: &[u8], src: &[u8]) -> anyhow::Result<String> {
    let (mut rest, mut text) = (listing, String::new());
    let mut pos = 0;
    while !rest.is_empty() {
        let mut fields = rest.splitn(4, |&byte| byte == b',');
        let mut number = || -> anyhow::Result<usize> {
            Ok(str::from_utf8(fields.next().context("a field")?)?.parse()?)
        };
        let (id, line, start) = (number()?, number()?, number()?);
        let body = fields.next().context("a text")?;
        // The text may hold 0 bytes, but the source says how long it is.
        let length = (0..=body.len())
            .find(|&length| {
                body.get(length) == Some(&0) && {
                    let next = src.get(start + length..);
                    let follows = body.get(length + 1..).unwrap_or_default();
                    next == Some(&[]) && follows.is_empty() || starts_at(follows, start + length)
                }
            })
            .context("the end of a text")?;
        let kind = TokenKind(id.try_into()?);
        writeln!(text, "{line} {} {}", name(kind), body[..length].escape_ascii())?;
        pos = pos.max(start + length);
        rest = &body[length + 1..];
    }
    anyhow::ensure!(pos == src.len(), "the tokens do not cover the source");
    Ok(text)
}

/// Whether a listing goes on with a token at this position.
fn starts_at(listing: &[u8], pos: usize) -> bool {
    listing.splitn(4, |&byte| byte == b',').nth(2) == Some(pos.to_string().as_bytes())
}

fn name(kind: TokenKind) -> String {
    match kind {
        T_PAAMAYIM_NEKUDOTAYIM => "T_DOUBLE_COLON".into(),
        kind => kind.name().map_or_else(|| "-".into(), str::to_owned),
    }
}
