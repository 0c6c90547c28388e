//! Source to bytecode: megabytes of source a second to units that verify, beside PHP's compiler.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use engine::compile::compile;
use engine::settings::Settings;
use engine::source::Source;

use super::cpu_time;
use super::parse::{SETTINGS, their_time};
use crate::corpus;

const ROUNDS: usize = 5;

/// Times our source to bytecode and PHP's source to opcodes over all sources at `paths`, or those
/// of WordPress where the reference is. Ours is the median of some rounds. A source that does not
/// compile, or not to a unit that verifies, is an error.
pub fn measure(root: &Path, paths: &[String]) -> anyhow::Result<()> {
    let paths = match paths {
        [] => &[wordpress()?.display().to_string()],
        paths => paths,
    };
    let sources: Vec<Source> = corpus::read_all(paths)?
        .into_iter()
        .map(|source| Source { name: source.name, bytes: source.bytes })
        .collect();
    let count = sources.len();
    ensure!(count > 0, "there is no source at {}", paths.join(" "));
    let megabytes = sources.iter().map(|source| source.bytes.len()).sum::<usize>() as f64 / 1e6;
    let failed = sources.iter().filter(|source| fails(source)).count();
    let ours = our_time(&sources);
    let texts = sources.into_iter().map(|source| source.bytes).collect();
    let (theirs, compiled) = their_time(root, SETTINGS, texts)?;
    println!("{megabytes:.2} MB in {count} files, of which PHP compiled {compiled}");
    println!("ours, source to bytecode         {:7.1} MB/s", megabytes / ours.as_secs_f64());
    println!("PHP's, opcache_compile_file      {:7.1} MB/s", megabytes / theirs.as_secs_f64());
    println!("ratio                            {:7.2}", theirs.as_secs_f64() / ours.as_secs_f64());
    println!("files that fail                  {failed:7}");
    if failed > 0 {
        bail!("{failed} files failed");
    }
    Ok(())
}

/// The tree of WordPress beside the reference.
fn wordpress() -> anyhow::Result<PathBuf> {
    let folder = std::env::var_os("JIVE_ORACLE").map(PathBuf::from);
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let folder = folder.or_else(|| Some(cache.or_else(home)?.join("php84")));
    let tree = folder.context("neither JIVE_ORACLE nor HOME is set")?.join("usr/share/wordpress");
    ensure!(tree.is_dir(), "{} is missing: run ./x oracle wordpress", tree.display());
    Ok(tree)
}

fn fails(source: &Source) -> bool {
    let fault = match compile(source, Settings::default().parse_options()) {
        Err(error) => {
            Some(format!("{} on line {}", String::from_utf8_lossy(&error.message), error.line))
        }
        Ok(unit) => hhbc::verify::verify(&unit).err().map(|broken| broken.to_string()),
    };
    if let Some(fault) = &fault {
        println!("{}: {fault}", source.name);
    }
    fault.is_some()
}

fn our_time(sources: &[Source]) -> Duration {
    let options = Settings::default().parse_options();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = cpu_time();
            // The units are kept, as both engines keep what they have compiled.
            let units: Vec<_> = sources.iter().map(|source| compile(source, options)).collect();
            let time = cpu_time() - start;
            drop(black_box(units));
            time
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}
