//! The translation cache: published code, and what happens where it is left.
//!
//! # Invariants
//! - C1: the number of an exit is its place in a list that only grows.
//! - C2: machine code has the request in r15 and the frame in r14 where it leaves.
//! - C3: the writer is locked before the list of exits, never after it.

#![expect(unsafe_code, reason = "machine code is published, and left with its registers in memory")]

mod exits;
mod stub;
mod times;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError, RwLock};
use std::time::Instant;

use rustc_hash::FxHashMap;
use vasm::code_memory::{Capacity, CodeMemory, Linkage};
use vasm::{Compiler, Options as VasmOptions};
use vm::func::Func;
use vm::machine::{Hot, Room, Thresholds, Translator, Ways};

use crate::Options;
use crate::lower::{self, Context};
use crate::translate::{Refusal, translate};
use exits::{Exit, Of};
pub use times::Times;
use times::{Part, Took, Watch};

/// How often a function is translated before what is left too often stays interpreted.
const ATTEMPTS: u32 = 16;
/// So many times the code is left twice as often as the time before, until it is made once more.
const DOUBLED: u32 = 5;

/// What was done, for whoever asks.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Translations that were made.
    pub translated: u32,
    /// What was refused, and why.
    pub refused: BTreeMap<String, u32>,
    /// Bytes of machine code.
    pub bytes: u64,
    /// Exits that were taken.
    pub exits: u64,
    /// The exits that were taken most.
    pub hot_exits: Vec<String>,
    /// Nanoseconds that translating took.
    pub nanos: u64,
    /// What translating took where it was about 300 instructions.
    pub of_300: Times,
    /// Instructions that run their op body, by name.
    pub bodies: BTreeMap<String, u32>,
    /// Groups that run their fused instruction: the names of the instructions they stand for, the bits
    /// that were seen of the last, the function, and the first site.
    pub groups: BTreeMap<String, u32>,
}

struct Cache {
    options: Options,
    writer: Mutex<Writer>,
    exits: RwLock<Vec<Exit>>,
    handler: u64,
    began: Instant,
    /// Nanoseconds that translating took.
    spent: AtomicU64,
}

struct Writer {
    memory: CodeMemory,
    compiler: Compiler,
    attempts: FxHashMap<usize, u32>,
    /// How many translations were asked for.
    asked: u32,
    report: Report,
    times: Vec<Took>,
    is_full: bool,
}

static CACHE: OnceLock<Cache> = OnceLock::new();

/// Installs the translator of this process. Does nothing when that is done, or there is no memory.
pub fn install(options: Options) {
    if !options.enabled || CACHE.get().is_some() {
        return;
    }
    let text = install as *const () as u64;
    let capacity = Capacity::of_total(options.code_bytes);
    let Ok(mut memory) = CodeMemory::reserve(capacity, text) else { return };
    let Ok(handler) = memory.install_stub(&stub::exit_stub(exits::left as *const () as u64)) else {
        return;
    };
    let writer = Writer {
        memory,
        compiler: Compiler::default(),
        attempts: FxHashMap::default(),
        asked: 0,
        report: Report::default(),
        times: Vec::new(),
        is_full: false,
    };
    let cache = Cache {
        options,
        writer: Mutex::new(writer),
        exits: RwLock::new(Vec::new()),
        handler,
        began: Instant::now(),
        spent: AtomicU64::new(0),
    };
    if CACHE.set(cache).is_ok()
        && let Some(cache) = CACHE.get()
    {
        vm::machine::install(cache);
    }
}

/// What was done so far.
pub fn report() -> Report {
    let Some(cache) = CACHE.get() else { return Report::default() };
    let writer = cache.writer.lock().unwrap_or_else(PoisonError::into_inner);
    let mut report = writer.report.clone();
    report.of_300 = Times::of(&writer.times, 200..400);
    drop(writer);
    let exits = cache.exits.read().unwrap_or_else(PoisonError::into_inner);
    report.exits = exits.iter().map(|exit| u64::from(exit.taken())).sum();
    let mut taken: Vec<&Exit> = exits.iter().filter(|exit| exit.taken() > 0).collect();
    taken.sort_by_key(|exit| std::cmp::Reverse(exit.taken()));
    report.hot_exits = taken.iter().take(12).map(|exit| exit.describe()).collect();
    report
}

impl Translator for Cache {
    fn room(&self) -> Room {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let usage = writer.memory.usage();
        let sum = |areas: [u32; 4]| areas.into_iter().map(u64::from).sum();
        Room { used: sum(usage.used), capacity: sum(usage.capacity) }
    }

    fn fork(&self, fork: &mut dyn FnMut() -> bool) {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let is_child = fork();
        if is_child && writer.memory.separate().is_err() {
            // Code that the parent changes must not run here.
            std::process::abort();
        }
    }

    fn translate(&self, hot: &Hot<'_>) -> bool {
        let started = Instant::now();
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let result = self.attempt(&mut writer, hot);
        let nanos = started.elapsed().as_nanos() as u64;
        writer.report.nanos += nanos;
        self.spent.fetch_add(nanos, Ordering::Relaxed);
        match result {
            Ok(took) => {
                writer.report.translated += 1;
                writer.times.push(took);
                true
            }
            Err(why) => {
                *writer.report.refused.entry(why).or_default() += 1;
                false
            }
        }
    }

    fn has_time(&self, refused: u8) -> bool {
        let passed = self.began.elapsed().as_nanos() as u64;
        // What is hot again and again earns back what it costs.
        let share = u64::from(self.options.time_share) * (u64::from(refused) + 1);
        share >= 100 || self.spent.load(Ordering::Relaxed) <= passed / 100 * share
    }

    fn thresholds(&self) -> Thresholds {
        let Options { threshold, weight, profiled, .. } = self.options;
        Thresholds { hot: threshold, weight, profiled }
    }
}

/// Whether a dump was asked for, by `TRACE=name:level`.
fn traces(name: &str) -> bool {
    std::env::var("TRACE").is_ok_and(|text| {
        text.split(',').any(|part| part.split(':').next() == Some(name) && !part.ends_with(":0"))
    })
}

impl Cache {
    fn attempt(&self, writer: &mut Writer, hot: &Hot<'_>) -> Result<Took, String> {
        let mut watch = Watch::start();
        if writer.is_full {
            return Err("code memory is full".into());
        }
        let (first, last) = self.options.only;
        let number = writer.asked;
        writer.asked += 1;
        if !(first..=last).contains(&number) {
            return Err("left out".into());
        }
        let key = std::ptr::from_ref(hot.func) as usize;
        let attempts = writer.attempts.entry(key).or_default();
        *attempts += 1;
        if *attempts > ATTEMPTS {
            return Err("translated too often".into());
        }
        let mut made =
            translate(hot, self.options.bodies).map_err(|why: Refusal| format!("{why:?}"))?;
        let name = String::from_utf8_lossy(hot.func.name().as_bytes()).into_owned();
        if traces("printir") {
            eprintln!("--- {name} {:?}, as translated\n{}", hot.head, made.unit);
        }
        verified(&made.unit)?;
        watch.lap(Part::Translate);
        hhir::opt::optimise(&mut made.unit);
        if traces("printir") {
            eprintln!("--- {name}, optimised\n{}", made.unit);
        }
        verified(&made.unit)?;
        watch.lap(Part::Optimise);
        self.emit((writer, &mut watch), hot.func, &made, &name)?;
        Ok(watch.took(made.sites))
    }

    fn emit(
        &self,
        (writer, watch): (&mut Writer, &mut Watch),
        func: &'static Func,
        made: &crate::translate::Translated,
        name: &str,
    ) -> Result<(), String> {
        let php = func.as_php().ok_or("no bytecode")?;
        let ways = Ways::new(php, &made.ways).ok_or("too many ways")?;
        let sites = php.code().sites().all();
        let context = Context { func, sites, ways: &ways, calls: &made.calls };
        let mut lowered = lower::lower(&made.unit, &context, name);
        watch.lap(Part::Lower);
        if cfg!(debug_assertions) {
            vasm::verify::verify(&lowered.unit).map_err(|error| format!("vasm: {error}"))?;
        }
        if traces("vasm") {
            eprintln!("--- {name}, vasm\n{}", lowered.unit);
        }
        let compiled = writer.compiler.compile(&mut lowered.unit, VasmOptions::HOT);
        let code = compiled.map_err(|error| error.to_string())?;
        let mut exits = self.exits.write().unwrap_or_else(PoisonError::into_inner);
        let symbols: Vec<u64> = lowered.unit.symbols.iter_ids().map(|(_, s)| s.address).collect();
        let linkage = Linkage {
            symbols: &symbols,
            first_exit: exits.len() as u32,
            exit_handler: self.handler,
        };
        let Ok(published) = writer.memory.publish(&code, &linkage) else {
            writer.is_full = true;
            return Err("code memory is full".into());
        };
        // Code that was made again and again is left oftener before it is made once more.
        let attempts = writer.attempts.get(&(std::ptr::from_ref(func) as usize));
        let limit = self.options.exits << attempts.map_or(0, |made| (made - 1).min(DOUBLED));
        let of = Of { func, first: linkage.first_exit, limit };
        for record in code.exits {
            let plan = lowered.plans[record.tag as usize].clone();
            exits.push(Exit::new(of, plan, record.live));
        }
        drop(exits);
        if traces("asm") {
            let (address, size) = published.areas[0];
            let bytes = writer.memory.bytes(address, size as usize);
            eprintln!("--- {name}, machine code\n{}", vasm::disasm::disassemble(&bytes, address));
        }
        writer.report.bytes += u64::from(published.size());
        for (op, count) in &made.bodies {
            *writer.report.bodies.entry((*op).to_owned()).or_default() += count;
        }
        for (first, count) in &made.groups {
            let names: Vec<&str> =
                sites[*first..first + count].iter().map(|site| site.instr.op().name()).collect();
            let seen = php.code().profile().seen(first + count - 1).0;
            let lines = format!("{} {:x} {name} {first}", names.join(" "), seen);
            *writer.report.groups.entry(lines).or_default() += 1;
        }
        // SAFETY: the code was made for these ways and keeps the vm's K2 (see J2).
        unsafe { ways.publish(func, published.entry) };
        watch.lap(Part::Emit);
        Ok(())
    }
}

/// What does not verify is not made into code: the interpreter goes on, and the report tells.
fn verified(unit: &hhir::Unit) -> Result<(), String> {
    hhir::verify(unit).map_err(|broken| format!("hhir: {broken}"))
}
