//! Workers: whether two threads that run the same program in one process do twice as much as one.
//!
//! Another two processes are the measure beside: what they lose, the machine takes from both.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use engine::run::run;
use engine::settings::Settings;
use engine::source::Source;

use super::cpu_time;
use crate::engines::{self, binary};

/// How often the program runs in each thread, and the measurement as a whole; the fastest counts.
const RUNS: u32 = 3;
const ROUNDS: usize = 5;

/// The share of twice one thread's throughput that two have at least.
const SHARE_MIN: f64 = 0.85;

/// Measures the programs at `paths`, or those of the project.
pub fn measure(root: &Path, paths: &[String]) -> anyhow::Result<()> {
    let own = ["queue", "shop"].map(|name| root.join(format!("xtask/php/workers/{name}.php")));
    let own = own.map(|path| path.to_string_lossy().into_owned());
    let paths = if paths.is_empty() { &own[..] } else { paths };
    let binary = binary(root)?;
    println!("{:<16} {:>8} {:>8} {:>10}", "share of 2 x 1", "wall", "CPU", "processes");
    let mut short = 0;
    for path in paths {
        let source = Source::read(path).with_context(|| path.clone())?.resolved();
        work(&source)?;
        let mut best = [[Duration::MAX; 2]; 2];
        let mut processes = [Duration::MAX; 2];
        for _ in 0..ROUNDS {
            for threads in [1, 2] {
                let (wall, cpu) = in_threads(&source, threads)?;
                let [best_wall, best_cpu] = &mut best[threads - 1];
                *best_wall = wall.min(*best_wall);
                *best_cpu = cpu.min(*best_cpu);
                let best = &mut processes[threads - 1];
                *best = in_processes(&binary, path, threads)?.min(*best);
            }
        }
        let share = |one: Duration, two: Duration| one.as_secs_f64() / two.as_secs_f64();
        let [[wall, cpu], [wall_2, cpu_2]] = best;
        let name = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
        let (wall, cpu) = (share(wall, wall_2), share(cpu, cpu_2));
        println!("{name:<16} {wall:>8.2} {cpu:>8.2} {:>10.2}", share(processes[0], processes[1]));
        short += usize::from(wall.max(cpu) < SHARE_MIN);
    }
    if short > 0 {
        bail!("{short} programs do less than {SHARE_MIN} of twice as much");
    }
    Ok(())
}

fn work(source: &Source) -> anyhow::Result<()> {
    let mut settings = Settings::default();
    settings.set("memory_limit", "-1");
    let status = run(source, std::slice::from_ref(&source.name), &settings, Box::new(io::sink()));
    ensure!(matches!(status, Ok(0)), "{} ends with {status:?}", source.name);
    Ok(())
}

/// The time that it takes, and the CPU time of a thread.
fn in_threads(source: &Source, threads: usize) -> anyhow::Result<(Duration, Duration)> {
    let started = Instant::now();
    let one = || {
        let before = cpu_time();
        (0..RUNS).try_for_each(|_| work(source)).map(|()| cpu_time() - before)
    };
    let times = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(one)).collect();
        let join = |thread: thread::ScopedJoinHandle<_>| thread.join().expect("no panic");
        threads.into_iter().map(join).collect::<anyhow::Result<Vec<Duration>>>()
    })?;
    Ok((started.elapsed(), times.iter().sum::<Duration>() / threads as u32))
}

/// The time that so many processes take at once.
fn in_processes(binary: &Path, path: &str, count: usize) -> anyhow::Result<Duration> {
    let start = || -> anyhow::Result<Child> {
        let mut command: Command = engines::jive(binary);
        Ok(command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?)
    };
    let started = Instant::now();
    let children = (0..count).map(|_| start()).collect::<anyhow::Result<Vec<Child>>>()?;
    for mut child in children {
        child.wait()?;
    }
    Ok(started.elapsed())
}
