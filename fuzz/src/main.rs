//! Runs the fuzz targets: `fuzz [TARGET] [--executions=N] [--seconds=N] [--seed=N]`.
//!
//! Inputs are corpus files broken at random: the same for the same seed and round, so a crash is
//! found again by its round. An input that makes a target panic, or takes it more than a second, is
//! saved in `fuzz/artifacts`.

#![forbid(unsafe_code)]

mod archives;
mod extensions;
mod front;
mod inputs;
mod markup;
mod requests;
mod scripts;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use inputs::{corpus, input};

/// A target: its name, what it does with inputs, folders of its corpus and what the files in them
/// end with.
struct Target {
    name: &'static str,
    run: Run,
    corpus: &'static [&'static str],
    extension: &'static str,
}

/// What a target does.
#[derive(Clone, Copy)]
enum Run {
    /// It takes an input.
    Each(fn(&[u8])),
    /// The function of this name in a script does; a text that it returns says what is wrong.
    Script(&'static str, &'static str),
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
    requests::URLS,
    requests::HEADS,
    requests::BODIES,
    scripts::UNSERIALIZE,
    scripts::SESSIONS,
    scripts::IMAGES,
];

/// No input takes a target longer.
const RUN_MAX: Duration = Duration::from_secs(1);

/// Native stack of targets: the system's for a main thread.
const STACK_BYTES: usize = 8 << 20;

/// Panics so far, also those that an engine makes the end of its request.
static PANICS: AtomicU64 = AtomicU64::new(0);

/// How often progress is told.
const ROUNDS_PER_LINE: u64 = 500_000;

struct Limits {
    executions: u64,
    time: Duration,
    seed: u64,
}

fn main() -> ExitCode {
    let hook = take_hook();
    set_hook(Box::new(move |info| {
        PANICS.fetch_add(1, Ordering::Relaxed);
        hook(info);
    }));
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
    let failed = move || targets.filter(|target| !fuzz(target, &limits)).count();
    // Where the main thread's stack is has to be asked of the system for each request.
    let thread = thread::Builder::new().stack_size(STACK_BYTES);
    let failed = thread::scope(|scope| {
        let spawned = thread.spawn_scoped(scope, failed);
        spawned.expect("the system has a thread").join()
    });
    match failed {
        Ok(0) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Runs one target to its limits. `false`: an input made it panic, or took too long.
fn fuzz(target: &Target, limits: &Limits) -> bool {
    let mut rounds = Rounds {
        target,
        seeds: corpus(target),
        limits,
        start: Instant::now(),
        round: 0,
        longest: Duration::ZERO,
        has_failed: false,
    };
    match target.run {
        Run::Each(run) => while rounds.step(&mut |input| run(input)) {},
        Run::Script(name, code) => while scripts::run((name, code), &mut rounds) {},
    }
    if !rounds.has_failed {
        let (round, took, longest) = (rounds.round, rounds.start.elapsed(), rounds.longest);
        println!("{}: {round} executions in {took:.0?}, the longest {longest:.0?}", target.name);
    }
    !rounds.has_failed
}

/// The rounds of a target.
struct Rounds<'a> {
    target: &'a Target,
    seeds: Vec<Vec<u8>>,
    limits: &'a Limits,
    start: Instant,
    round: u64,
    longest: Duration,
    has_failed: bool,
}

impl Rounds<'_> {
    /// Runs the next round. `false`: there is none, or none shall follow.
    fn step(&mut self, run: &mut dyn FnMut(&[u8])) -> bool {
        let (target, limits) = (self.target, self.limits);
        if self.round >= limits.executions || self.start.elapsed() >= limits.time {
            return false;
        }
        let input = input((target, &self.seeds), limits.seed, self.round);
        let (begin, before) = (Instant::now(), PANICS.load(Ordering::Relaxed));
        let ends = catch_unwind(AssertUnwindSafe(|| run(&input))).is_err();
        let panics = ends || PANICS.load(Ordering::Relaxed) > before;
        self.longest = self.longest.max(begin.elapsed());
        if panics || self.longest > RUN_MAX {
            let (saved, longest) = (save(target, &input), self.longest);
            let what = if panics { "panics".to_owned() } else { format!("takes {longest:.0?}") };
            println!("{}: round {} {what} on {}", target.name, self.round, saved.display());
            self.has_failed = true;
            return false;
        }
        self.round += 1;
        if self.round.is_multiple_of(ROUNDS_PER_LINE) {
            let took = self.start.elapsed();
            println!("{}: {} executions in {took:.0?}", target.name, self.round);
        }
        true
    }
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("invariant: the fuzzer lies in the root").to_owned()
}

fn save(target: &Target, input: &[u8]) -> PathBuf {
    let folder = root().join("fuzz/artifacts");
    let path = folder.join(format!("{}-{}.{}", target.name, input.len(), target.extension));
    if let Err(error) = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, input)) {
        println!("cannot save {}: {error}; the input is {}", path.display(), input.escape_ascii());
    }
    path
}
