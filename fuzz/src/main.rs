//! Runs the fuzz targets: `fuzz [TARGET] [--executions=N] [--seconds=N] [--seed=N]`.
//!
//! Inputs are corpus files broken at random: the same for the same seed and round, so a crash is
//! found again by its round. An input that makes a target panic, or takes it more than a second, is
//! saved in `fuzz/artifacts`.

#![forbid(unsafe_code)]

mod archives;
mod extensions;
mod front;
mod markup;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use testkit::mutate::{Random, mutate};

/// A target: its name, what it does with an input, folders of its corpus and what the files in
/// them end with.
struct Target {
    name: &'static str,
    run: fn(&[u8]),
    corpus: &'static [&'static str],
    extension: &'static str,
}

const TARGETS: &[Target] = &[
    front::TARGET,
    extensions::JSON,
    extensions::PATTERNS,
    extensions::DATES,
    extensions::ENCODINGS,
    extensions::LAYOUTS,
    markup::XML,
    markup::HTML,
    markup::SELECTORS,
    archives::ARCHIVES,
];

/// Inputs are cut to this size: what breaks a parser is small.
const INPUT_BYTES_MAX: usize = 600;

/// No input takes a target longer.
const RUN_MAX: Duration = Duration::from_secs(1);

/// How often progress is told.
const ROUNDS_PER_LINE: u64 = 500_000;

struct Limits {
    executions: u64,
    time: Duration,
    seed: u64,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str| {
        let value = words.iter().find_map(|word| word.strip_prefix(name));
        value.and_then(|value| value.parse::<u64>().ok())
    };
    let limits = Limits {
        executions: number("--executions=").unwrap_or(u64::MAX),
        time: Duration::from_secs(number("--seconds=").unwrap_or(60)),
        seed: number("--seed=").unwrap_or(1),
    };
    let wanted = words.iter().find(|word| !word.starts_with("--"));
    let targets = TARGETS.iter().filter(|target| wanted.is_none_or(|name| name == target.name));
    let failed = targets.filter(|target| !fuzz(target, &limits)).count();
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs one target to its limits. `false`: an input made it panic, or took too long.
fn fuzz(target: &Target, limits: &Limits) -> bool {
    let seeds = corpus(target);
    let start = Instant::now();
    let (mut round, mut longest) = (0, Duration::ZERO);
    while round < limits.executions && start.elapsed() < limits.time {
        let input = input((target, &seeds), limits.seed, round);
        let begin = Instant::now();
        let panics = catch_unwind(|| (target.run)(&input)).is_err();
        longest = longest.max(begin.elapsed());
        if panics || longest > RUN_MAX {
            let saved = save(target, &input);
            let what = if panics { "panics".to_owned() } else { format!("takes {longest:.0?}") };
            println!("{}: round {round} {what} on {}", target.name, saved.display());
            return false;
        }
        round += 1;
        if round % ROUNDS_PER_LINE == 0 {
            println!("{}: {round} executions in {:.0?}", target.name, start.elapsed());
        }
    }
    let took = start.elapsed();
    println!("{}: {round} executions in {took:.0?}, the longest {longest:.0?}", target.name);
    true
}

/// The input of a round: a piece of a seed, broken; now and then spliced with another.
fn input((target, seeds): (&Target, &[Vec<u8>]), seed: u64, round: u64) -> Vec<u8> {
    let mut random = Random::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(round + 1));
    for _ in 0..4 {
        random.below(2);
    }
    let mut input = piece((target, seeds), &mut random);
    if random.below(4) == 0 {
        input.extend(piece((target, seeds), &mut random));
    }
    for _ in 0..=random.below(3) {
        mutate(&mut input, &mut random);
    }
    input.truncate(INPUT_BYTES_MAX);
    input
}

fn piece((target, seeds): (&Target, &[Vec<u8>]), random: &mut Random) -> Vec<u8> {
    let seed = &seeds[random.below(seeds.len())];
    let from = if random.below(2) == 0 { 0 } else { random.below(seed.len()) };
    let piece = &seed[from..seed.len().min(from + INPUT_BYTES_MAX)];
    let is_script = target.extension == "php";
    if from == 0 || !is_script { piece.to_vec() } else { [b"<?php ", piece].concat() }
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("invariant: the fuzzer lies in the root").to_owned()
}

fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let mut seeds = vec![b"<?php ".to_vec()];
    for folder in target.corpus {
        let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder))
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == target.extension))
            .collect();
        paths.sort();
        seeds.extend(paths.iter().filter_map(|path| fs::read(path).ok()));
    }
    seeds
}

fn save(target: &Target, input: &[u8]) -> PathBuf {
    let folder = root().join("fuzz/artifacts");
    let path = folder.join(format!("{}-{}.{}", target.name, input.len(), target.extension));
    if let Err(error) = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, input)) {
        println!("cannot save {}: {error}; the input is {}", path.display(), input.escape_ascii());
    }
    path
}
