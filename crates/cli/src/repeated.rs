//! One script many times in one process: one run after the other (`Eval.Repeat`), or in as many
//! threads at once (`Eval.Threads`).
//!
//! # Invariants
//! - Behind what each run prints stands `MARK`, so that whoever asked can tell the runs apart.
//! - What runs in threads print is written when all have ended, in the order of the threads.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use engine::run::NotRun;
use engine::settings::Settings;

use crate::output::print;

/// Ends the output of a run.
const MARK: &str = "\n#end of run\n";

/// Native stack of a thread that runs scripts: the system's for a main thread.
const STACK_BYTES: usize = 8 << 20;

/// A script that can be run: it prints to what it is given.
pub trait Run: Fn(Box<dyn Write>) -> Result<i32, NotRun> + Sync {}

impl<F: Fn(Box<dyn Write>) -> Result<i32, NotRun> + Sync> Run for F {}

/// Runs `script` as often as the settings say: once, to `sink`, when they say nothing. Gives the
/// ending of the last run.
pub fn run(script: impl Run, settings: &Settings, sink: Box<dyn Write>) -> Result<i32, NotRun> {
    let count = |name| settings.get(name).and_then(|count| count.parse::<usize>().ok());
    match (count("Eval.Repeat"), count("Eval.Threads")) {
        (Some(times), _) if times > 0 => one_by_one(&script, times),
        (_, Some(threads)) if threads > 0 => at_once(&script, threads),
        _ => script(sink),
    }
}

fn one_by_one(script: &impl Run, times: usize) -> Result<i32, NotRun> {
    let mut status = 0;
    let (process, folder) = (std::process::id(), std::env::current_dir());
    for _ in 0..times {
        status = script(Box::new(io::stdout()))?;
        // A child that the script made ends where the script does.
        if std::process::id() != process {
            break;
        }
        print(MARK.as_bytes());
        if let Ok(folder) = &folder {
            // Whoever took the folder away has the next run begin where this one ended.
            let _ = std::env::set_current_dir(folder);
        }
    }
    Ok(status)
}

fn at_once(script: &impl Run, threads: usize) -> Result<i32, NotRun> {
    let sinks: Vec<Kept> = (0..threads).map(|_| Kept::default()).collect();
    let endings: Vec<_> = thread::scope(|scope| {
        let start = |sink: &Kept| {
            let sink = sink.clone();
            let builder = thread::Builder::new().stack_size(STACK_BYTES);
            let run = move || {
                own_folder();
                script(Box::new(sink))
            };
            builder.spawn_scoped(scope, run).map_err(NotRun::Stack)
        };
        let started: Vec<_> = sinks.iter().map(start).collect();
        let join = |thread: Result<thread::ScopedJoinHandle<'_, _>, NotRun>| match thread?.join() {
            Ok(ending) => ending,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        started.into_iter().map(join).collect()
    });
    for sink in &sinks {
        print(&sink.0.lock().unwrap_or_else(PoisonError::into_inner));
        print(MARK.as_bytes());
    }
    endings.into_iter().next_back().unwrap_or(Ok(0))
}

/// Gives this thread a current folder of its own. Where the system cannot, threads share one.
fn own_folder() {
    #[expect(deprecated, reason = "the form that is not safe can also take files away")]
    let _ = rustix::thread::unshare(rustix::thread::UnshareFlags::FS);
}

/// A sink that keeps what a run prints.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
