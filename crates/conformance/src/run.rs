//! A run: tests given to workers, their verdicts gathered, compared and written down.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::Instant;

use anyhow::Context as _;

use crate::baseline::Baseline;
use crate::causes;
use crate::flaky;
use crate::ledger::Ledger;
use crate::mode::{Exceptions, Mode};
use crate::options::Options;
use crate::phpt::Phpt;
use crate::progress::Progress;
use crate::report::{self, Line};
use crate::subject::Subject;
use crate::suite::{self, Case};
use crate::test::{self, Outcome, Place, Verdict};
use crate::tree::{Manifest, Tree};

/// Tests that take minutes in a debug build: this one starts a process for each class.
const TOO_LONG: &[&str] = &["Zend/tests/new_oom.phpt"];

/// So many tests are run once more at most: more than these do not fail for want of time.
const ALONE: usize = 40;

/// A test that was read, or what is wrong with it.
type Read = (Case, Result<Phpt, String>);

/// Runs what `options` ask for and prints what came of it. Gives the tests that are in the ledger
/// and did not pass.
pub fn run(options: &Options) -> anyhow::Result<Vec<Line>> {
    anyhow::ensure!(
        options.source.join("Zend/tests").is_dir(),
        "{} is not there; ./x php-src unpacks it",
        options.source.display()
    );
    let subject = Subject::open(options)?;
    let baseline = Baseline::read(&options.root)?;
    let mut ledger = Ledger::read(&options.root)?;
    let exceptions = Exceptions::read(&options.root, options.mode)?;
    let mut tests = tests(options, &subject, |case| {
        (!options.only_passing_in_php || baseline.passes(&case.name))
            && (!options.check || ledger.has(&case.name))
            && !exceptions.has(&case.name)
    })?;
    if cfg!(debug_assertions) {
        tests.retain(|(case, test)| {
            !TOO_LONG.contains(&case.name.as_str())
                && !test.as_ref().is_ok_and(Phpt::measures_speed)
        });
    }
    let mut at = 0..;
    tests.retain(|_| at.next().is_some_and(|at: usize| at.is_multiple_of(options.each)));
    let _ = std::fs::remove_dir_all(options.work.join("wrong"));
    let is_lost = |line: &Line| is_lost(line, &ledger, options.mode);
    let (lines, progress) = run_all(options, &subject, tests, is_lost)?;
    report::write(&options.work, &lines)?;
    show(options, &lines, &baseline);
    let lost: Vec<Line> = lines.iter().filter(|line| is_lost(line)).cloned().collect();
    if options.bless {
        for line in &lines {
            if line.verdict.outcome == Outcome::Passed && baseline.passes(&line.name) {
                ledger.add(&line.name);
            }
        }
        ledger.write(&options.root)?;
    }
    for line in &lost {
        println!("passed before: {} ({})", line.name, line.verdict.reason);
    }
    println!("{} in {:.0} s", progress.summary(), progress.elapsed().as_secs_f64());
    Ok(lost)
}

fn is_lost(line: &Line, ledger: &Ledger, mode: Mode) -> bool {
    let is_skipped_by_mode = mode != Mode::Usual && line.verdict.outcome == Outcome::Skipped;
    ledger.has(&line.name) && line.verdict.outcome != Outcome::Passed && !is_skipped_by_mode
}

/// The tests that are `wanted`, read, with those that others redirect to.
fn tests(
    options: &Options,
    subject: &Subject,
    wanted: impl Fn(&Case) -> bool,
) -> anyhow::Result<Vec<Read>> {
    let mut tests = Vec::new();
    for case in suite::find(&options.source, &options.paths)? {
        let test = Phpt::read(&options.source.join(&case.file));
        let redirects = test.as_ref().ok().filter(|test| test.has("REDIRECTTEST"));
        let Some(redirecting) = redirects else {
            if wanted(&case) {
                tests.push((case, test));
            }
            continue;
        };
        for case in suite::redirected(&options.source, &case, redirecting, subject)? {
            let test = Phpt::read(&options.source.join(&case.file));
            if wanted(&case) {
                tests.push((case, test));
            }
        }
    }
    Ok(tests)
}

/// What the workers share.
struct Shared<'a> {
    options: &'a Options,
    subject: &'a Subject,
    manifest: Manifest,
    tests: Vec<Read>,
    next: AtomicUsize,
    progress: Mutex<Progress>,
    start: Instant,
}

fn run_all(
    options: &Options,
    subject: &Subject,
    tests: Vec<Read>,
    is_lost: impl Fn(&Line) -> bool,
) -> anyhow::Result<(Vec<Line>, Progress)> {
    let shared = Shared {
        options,
        subject,
        manifest: Manifest::of(&options.source)?,
        progress: Mutex::new(Progress::new(tests.len())),
        tests,
        next: AtomicUsize::new(0),
        start: Instant::now(),
    };
    let mut lines: Vec<(usize, Line)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..options.jobs.max(1))
            .map(|id| {
                scope.spawn({
                    let shared = &shared;
                    move || work(id, shared)
                })
            })
            .collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, anyhow::Result<_>>| {
            worker.join().map_err(|_| anyhow::anyhow!("a worker has panicked"))?
        };
        workers.into_iter().map(join).collect::<anyhow::Result<Vec<Vec<_>>>>()
    })?
    .into_iter()
    .flatten()
    .collect();
    lines.sort_by_key(|(at, _)| *at);
    shared.run_alone(&mut lines, is_lost)?;
    let progress = shared.progress.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    progress.clear();
    Ok((lines.into_iter().map(|(_, line)| line).collect(), progress))
}

/// One worker: takes tests until none are left or the time is over.
fn work(id: usize, shared: &Shared<'_>) -> anyhow::Result<Vec<(usize, Line)>> {
    let Shared { options, subject, .. } = *shared;
    let tree = Tree::open(&options.work.join(format!("tree{id}")), &shared.manifest)?;
    let place = Place { options, subject, tree: &tree };
    let mut lines = Vec::new();
    loop {
        let at = shared.next.fetch_add(1, Ordering::Relaxed);
        let Some(read) = shared.tests.get(at) else { return Ok(lines) };
        if options.budget.is_some_and(|budget| shared.start.elapsed() > budget) {
            return Ok(lines);
        }
        let line = run_one(read, &place)?;
        shared.progress().count(line.verdict.outcome);
        lines.push((at, line));
    }
}

/// Runs a test.
fn run_one((case, test): &Read, place: &Place<'_>) -> anyhow::Result<Line> {
    let start = Instant::now();
    let verdict = match test {
        Ok(test) => test::run(case, test.clone(), place).with_context(|| case.name.clone())?,
        Err(reason) => Verdict::of(Outcome::Borked, reason.clone()),
    };
    Ok(Line { name: case.name.clone(), verdict, seconds: start.elapsed().as_secs_f64() })
}

impl Shared<'_> {
    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Runs once more, when no other test runs, what failed or took too long though it is lost or
    /// hangs on the time that others take; what is said then counts.
    fn run_alone(
        &self,
        lines: &mut [(usize, Line)],
        is_lost: impl Fn(&Line) -> bool,
    ) -> anyhow::Result<()> {
        let is_doubtful = |at: usize, line: &Line| {
            let test = self.tests[at].1.as_ref();
            matches!(line.verdict.outcome, Outcome::Failed | Outcome::Hung)
                && (is_lost(line) || test.is_ok_and(|test| flaky::is(test, &line.verdict.output)))
        };
        let doubtful: Vec<&mut (usize, Line)> =
            lines.iter_mut().filter(|(at, line)| is_doubtful(*at, line)).collect();
        if doubtful.is_empty() || doubtful.len() > ALONE {
            return Ok(());
        }
        let tree = Tree::open(&self.options.work.join("alone"), &self.manifest)?;
        let place = Place { options: self.options, subject: self.subject, tree: &tree };
        for (at, line) in doubtful {
            let mut alone = run_one(&self.tests[*at], &place)?;
            for _ in 1..self.options.mode.attempts() {
                if alone.verdict.outcome == Outcome::Passed {
                    break;
                }
                alone = run_one(&self.tests[*at], &place)?;
            }
            if alone.verdict.outcome == Outcome::Passed {
                println!("passed alone: {} ({})", line.name, line.verdict.reason);
            }
            self.progress().correct(line.verdict.outcome, alone.verdict.outcome);
            *line = alone;
        }
        Ok(())
    }
}

/// Prints lists, differences and the table.
fn show(options: &Options, lines: &[Line], baseline: &Baseline) {
    for line in lines {
        let word = line.verdict.outcome.word();
        if options.list.iter().any(|listed| listed == word) {
            println!("{word}\t{}\t{}", line.name, line.verdict.reason);
        }
        if options.diff && report::is_wrong(line.verdict.outcome) {
            println!("{word}: {}\n{}", line.name, report::difference(&line.verdict));
        }
    }
    if options.causes {
        print!("{}", causes::ranked(lines, baseline));
    }
    print!("{}", report::table(lines, baseline));
    let theirs: HashMap<&str, usize> = lines
        .iter()
        .filter(|line| line.verdict.outcome != Outcome::Passed)
        .filter_map(|line| baseline.result(&line.name))
        .fold(HashMap::new(), |mut counts, result| {
            *counts.entry(result).or_default() += 1;
            counts
        });
    if let Some(count) = theirs.get("PASSED") {
        println!("{count} tests that PHP passes do not pass");
    }
}
