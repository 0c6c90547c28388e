//! Tokens: megabytes of source a second.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use syntax::lexer::LexOptions;
use syntax::tokenizer::Tokens;

use crate::corpus;
use crate::oracle::Oracle;

const ROUNDS: usize = 7;

/// Times our tokens and PHP's `token_get_all()` over all sources at `paths`. Ours is the median
/// of some rounds; every token is looked at, none is kept.
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
    let mut count = 0;
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            count = sources.iter().map(|source| count_tokens(source)).sum();
            start.elapsed()
        })
        .collect();
    times.sort();
    (times[ROUNDS / 2], count)
}

fn count_tokens(src: &[u8]) -> u64 {
    let tokens = Tokens::new(src, LexOptions::default(), &[]);
    tokens.fold(0, |count, token| {
        black_box(token);
        count + 1
    })
}

fn their_time(root: &Path, sources: Vec<Vec<u8>>) -> anyhow::Result<(Duration, u64)> {
    let mut oracle =
        Oracle::start(root, "tokens.php", (&["short_open_tag=0"], &["count"]), sources)?;
    let line = oracle.line()?;
    oracle.finish()?;
    let (seconds, count) = line.split_once(' ').context("seconds and a number")?;
    Ok((Duration::from_secs_f64(seconds.parse()?), count.parse()?))
}
