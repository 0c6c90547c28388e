//! Parsing: megabytes of source a second to a folded tree.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use bumpalo::Bump;
use syntax::parser::{ParseOptions, parse};

use super::cpu_time;
use crate::corpus;
use crate::oracle::Oracle;

const ROUNDS: usize = 7;

/// What PHP needs to compile without a cache in the way.
pub(super) const SETTINGS: &[&str] = &[
    "short_open_tag=0",
    "zend_extension=opcache",
    "opcache.enable_cli=1",
    "opcache.optimization_level=0",
    "opcache.memory_consumption=512",
    "opcache.max_accelerated_files=100000",
    "opcache.jit=disable",
];

/// Times our source to tree and PHP's source to opcodes over all sources at `paths`. Ours is the
/// median of some rounds.
pub fn measure(root: &Path, paths: &[String]) -> anyhow::Result<()> {
    let sources: Vec<Vec<u8>> =
        corpus::read_all(paths)?.into_iter().map(|source| source.bytes).collect();
    let count = sources.len();
    let megabytes = sources.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    let ours = our_time(&sources);
    let (theirs, compiled) = their_time(root, SETTINGS, sources)?;
    println!("{megabytes:.2} MB in {count} files, of which PHP compiled {compiled}");
    println!("ours, source to folded tree      {:7.1} MB/s", megabytes / ours.as_secs_f64());
    println!("PHP's, opcache_compile_file      {:7.1} MB/s", megabytes / theirs.as_secs_f64());
    println!("ratio                            {:7.2}", theirs.as_secs_f64() / ours.as_secs_f64());
    Ok(())
}

/// What PHP takes to compile the sources under `settings`, and how many of them it took.
pub(super) fn their_time(
    root: &Path,
    settings: &[&str],
    sources: Vec<Vec<u8>>,
) -> anyhow::Result<(Duration, String)> {
    let mut oracle = Oracle::start(root, "compile.php", (settings, &[]), sources)?;
    let line = oracle.line()?;
    oracle.finish()?;
    let (seconds, compiled) = line.split_once(' ').context("seconds and a number")?;
    Ok((Duration::from_secs_f64(seconds.parse()?), compiled.to_owned()))
}

fn our_time(sources: &[Vec<u8>]) -> Duration {
    let mut arena = Bump::new();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = cpu_time();
            for source in sources {
                black_box(parse(&arena, source, ParseOptions::default()).file.statements.len());
                arena.reset();
            }
            cpu_time() - start
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}
