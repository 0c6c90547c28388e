//! Tokens: megabytes of source a second.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use syntax::lexer::LexOptions;
use syntax::token::Token;
use syntax::tokenizer::Tokens;

use crate::corpus;
use crate::oracle::Oracle;

/// As in `xtask/php/tokens.php`.
const ROUNDS: usize = 5;

/// Times our tokens and PHP's `token_get_all()` over all sources at `paths`. For each source the
/// fastest of some rounds counts: what else the machine does can only make a round slower.
pub fn measure(root: &Path, paths: &[String]) -> anyhow::Result<()> {
    let sources: Vec<Vec<u8>> =
        corpus::read_all(paths)?.into_iter().map(|source| source.bytes).collect();
    let megabytes = sources.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    let (ours, count) = our_time(&sources);
    let (theirs, their_count) = their_time(root, sources)?;
    ensure!(count == their_count, "{count} tokens here, {their_count} in PHP");
    println!("{megabytes:.2} MB, {count} tokens");
    println!("ours   {:7.1} MB/s", megabytes / ours.as_secs_f64());
    println!("PHP's  {:7.1} MB/s", megabytes / theirs.as_secs_f64());
    println!("ratio  {:7.2}", theirs.as_secs_f64() / ours.as_secs_f64());
    Ok(())
}

fn our_time(sources: &[Vec<u8>]) -> (Duration, u64) {
    let (mut total, mut count) = (Duration::ZERO, 0);
    for source in sources {
        let time_once = |_| {
            let start = Instant::now();
            (count_tokens(source), start.elapsed())
        };
        let rounds: Vec<(u64, Duration)> = (0..ROUNDS).map(time_once).collect();
        total += rounds.iter().map(|&(_, time)| time).min().unwrap_or_default();
        count += rounds.last().map_or(0, |&(count, _)| count);
    }
    (total, count)
}

/// Counts the tokens, and reads each field of each.
fn count_tokens(src: &[u8]) -> u64 {
    let tokens = Tokens::new(src, LexOptions::default(), &[]);
    let (count, sum) = tokens.fold((0, 0u64), |(count, sum), token| {
        let Token { kind, start, end, line } = token;
        (count + 1, sum + u64::from(kind.0) + u64::from(start) + u64::from(end) + u64::from(line))
    });
    black_box(sum);
    count
}

fn their_time(root: &Path, sources: Vec<Vec<u8>>) -> anyhow::Result<(Duration, u64)> {
    let mut oracle =
        Oracle::start(root, "tokens.php", (&["short_open_tag=0"], &["count"]), sources)?;
    let line = oracle.line()?;
    oracle.finish()?;
    let (seconds, count) = line.split_once(' ').context("seconds and a number")?;
    Ok((Duration::from_secs_f64(seconds.parse()?), count.parse()?))
}
