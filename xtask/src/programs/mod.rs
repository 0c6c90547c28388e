//! Random programs, run by PHP and by us, or by us with and without machine code.
//!
//! # Invariants
//! - A program that ends a process says nothing about those behind it: they run in another.

mod difference;
mod shrink;
mod sides;

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{fs, thread};

use anyhow::{Context as _, bail};
use generators::{KINDS, Kind, Program, Programs};

use crate::engines::binary;
use difference::Difference;
use sides::{Side, run_all};

const USAGE: &str = "arrays|order|callbacks|typed|delegation [--seed=N | --seeds=N,N…] [--count=N] [--batch=N] [--jit] [--keep] [--show] [--shrink]
       with --emit, only writes their script; with --store, adds them to the tests with PHP's answer
       compares what PHP and Jive make of random programs; with --jit, Jive with and without machine code;
       with --shrink, shows a smaller program that differs";

/// What is asked for.
struct Wanted {
    kind: &'static Kind,
    seeds: Vec<u64>,
    /// Whether the seeds were named one by one.
    is_list: bool,
    batch: usize,
    emit: bool,
    keep: bool,
    show: bool,
    shrink: bool,
    programs: Programs,
    sides: Vec<Side>,
    root: PathBuf,
}

impl Wanted {
    fn programs(&self, seeds: &[u64]) -> Vec<Program> {
        seeds.iter().map(|seed| self.programs.of_seed(*seed)).collect()
    }
}

/// Runs `./x fuzz KIND …` for the kinds that are programs.
pub fn run(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let wanted = read(root, words)?;
    if words.iter().any(|word| word == "--store") {
        return store(&wanted);
    }
    if wanted.emit {
        let programs = wanted.programs(&wanted.seeds);
        print!("{}", wanted.programs.script(&programs));
        return Ok(());
    }
    let start = Instant::now();
    let mut differing = 0;
    let mut done = 0;
    for seeds in wanted.seeds.chunks(wanted.batch) {
        let programs = wanted.programs(seeds);
        for difference in compare(&wanted, &programs)? {
            println!("{}", difference.line());
            if wanted.show {
                println!("{}", difference.text());
            }
            if wanted.keep {
                difference.keep(&wanted.root, wanted.kind)?;
            }
            if wanted.shrink {
                println!("{}", shrink::shrunk(&wanted, difference.number)?);
            }
            differing += 1;
        }
        done += programs.len() as u64;
        if done / 10_000 != (done - programs.len() as u64) / 10_000 {
            println!("{done} programs, {differing} differ, {:.0?}", start.elapsed());
        }
    }
    println!("{done} programs, {differing} differ, {:.0?}", start.elapsed());
    if differing > 0 {
        bail!("{differing} programs differ");
    }
    Ok(())
}

/// Writes the programs as one file test, with PHP's answer.
fn store(wanted: &Wanted) -> anyhow::Result<()> {
    let (Some(first), Some(last)) = (wanted.seeds.first(), wanted.seeds.last()) else {
        bail!("no seeds");
    };
    let name = match wanted.is_list {
        true => format!("{}_that_differed", wanted.kind.name),
        false => format!("{}_{first}_to_{last}", wanted.kind.name),
    };
    let file = wanted.root.join("tests/lang/found").join(name).with_extension("php");
    let programs = wanted.programs(&wanted.seeds);
    fs::write(&file, wanted.programs.script(&programs))?;
    let mut php = crate::engines::php();
    php.args(["-d", "extension=ctype", "-d", "extension=mbstring"]).arg(&file);
    let printed = php.output().context("PHP")?.stdout;
    let root = wanted.root.to_string_lossy().into_owned();
    let printed = String::from_utf8_lossy(&printed).replace(&root, "{root}");
    fs::write(file.with_extension("expect"), printed)?;
    println!("{}", file.display());
    Ok(())
}

fn read(root: &Path, words: &[String]) -> anyhow::Result<Wanted> {
    let number = |name: &str, otherwise: u64| {
        let value = words.iter().find_map(|word| word.strip_prefix(name));
        value.map_or(Ok(otherwise), str::parse).with_context(|| name.to_owned())
    };
    let has = |name: &str| words.iter().any(|word| word == name);
    let kind = words.first().and_then(|name| KINDS.iter().find(|kind| kind.name == name));
    let Some(kind) = kind else { bail!("usage: ./x fuzz {USAGE}") };
    let (first, count) = (number("--seed=", 1)?, number("--count=", 2000)?);
    let listed = words.iter().find_map(|word| word.strip_prefix("--seeds="));
    let listed = listed.map(|list| list.split(',').map(str::parse).collect::<Result<Vec<_>, _>>());
    let listed = listed.transpose().context("--seeds=")?;
    let binary = binary(root)?;
    let sides = if has("--jit") { Side::jit(&binary) } else { Side::php(&binary) };
    Ok(Wanted {
        kind,
        is_list: listed.is_some(),
        seeds: listed.unwrap_or_else(|| (first..first + count).collect()),
        batch: number("--batch=", 200)?.max(1) as usize,
        emit: has("--emit"),
        keep: has("--keep"),
        show: has("--show"),
        shrink: has("--shrink"),
        programs: kind.programs(),
        sides,
        root: root.to_owned(),
    })
}

/// Runs a batch on all sides at once.
fn compare(wanted: &Wanted, programs: &[Program]) -> anyhow::Result<Vec<Difference>> {
    let folder = std::env::temp_dir().join(format!("jive-programs-{}", std::process::id()));
    let answers = thread::scope(|scope| {
        let start = |side| {
            let folder = folder_of(side, &folder);
            scope.spawn(move || run_all(side, &wanted.programs, programs, &folder))
        };
        let handles: Vec<_> = wanted.sides.iter().map(start).collect();
        let join = |handle: thread::ScopedJoinHandle<'_, _>| handle.join().expect("no panic");
        handles.into_iter().map(join).collect::<anyhow::Result<Vec<_>>>()
    })?;
    let mut differences = Vec::new();
    for program in programs {
        let number = &program.number;
        let of = |at: usize| answers[at].get(number).cloned().unwrap_or_default();
        // PHP makes arrays that contain themselves, of references that are values: not here.
        // Nor what PHP does not survive, or does not end: it reads what it has freed.
        let ends = [sides::CUT_OFF, sides::KILLED, sides::TIMED_OUT];
        let is_lost = ends.iter().any(|how| of(0).contains(how));
        // Programs are ASCII, and so is what they print: other bytes are freed memory.
        let is_lost = is_lost || of(0).contains('\u{fffd}');
        let is_endless = of(0).contains('…') || is_lost;
        let other = (1..answers.len()).find(|at| !is_endless && of(*at) != of(0));
        let Some(other) = other else { continue };
        if wanted.sides[0].name == "php" && reads_freed(wanted, program, &folder)? {
            println!("{number}: PHP reads what it has freed");
            continue;
        }
        differences.push(Difference {
            number: *number,
            expected: of(0),
            found: of(other),
            side: wanted.sides[other].name.clone(),
        });
    }
    let _ = fs::remove_dir_all(&folder);
    Ok(differences)
}

/// Whether what PHP makes of a program hangs on what becomes of freed memory.
fn reads_freed(wanted: &Wanted, program: &Program, folder: &Path) -> anyhow::Result<bool> {
    let alone = |side: &Side| {
        let folder = folder_of(side, folder);
        run_all(side, &wanted.programs, std::slice::from_ref(program), &folder)
    };
    Ok(alone(&wanted.sides[0])? != alone(&Side::php_overwriting())?)
}

/// Each side writes its scripts in a folder of its own.
fn folder_of(side: &Side, folder: &Path) -> PathBuf {
    folder.join(side.name.replace(' ', "-"))
}
