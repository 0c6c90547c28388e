//! Four kernels, machine code of ours against the C compiler's, and what compiling costs.
//!
//! Prints a table of CPU milliseconds (median), their ratios, and microseconds an instruction for
//! compiling. `KERNEL=name` runs one; `DUMP=1` prints the machine code.

use std::ffi::CString;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use vasm::text::parse_unit;
use vasm::{Compiler, Options, Unit};

#[path = "../tests/it/machine.rs"]
#[allow(dead_code)]
mod machine;
use machine::{Input, Machine};

const ROUNDS: usize = 7;

fn cpu() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the pointer is to a live local.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = cpu();
    let result = work();
    (result, (cpu() - start).as_secs_f64() * 1e3)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The C compiler's version of the kernels, as a library.
struct Reference(*mut libc::c_void);

impl Reference {
    fn build() -> Self {
        let library = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("kernels.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/kernels/kernels.c");
        let args = ["-O2", "-shared", "-fPIC", "-fvisibility=default", source, "-o"];
        let status = Command::new("cc").args(args).arg(&library).status().expect("a C compiler");
        assert!(status.success(), "the C compiler refused the kernels");
        let path = CString::new(library.to_str().expect("UTF-8")).expect("no NUL");
        // SAFETY: the path is a C string and the library has no initialiser.
        let handle = unsafe { libc::dlopen(path.as_ptr(), libc::RTLD_NOW) };
        assert!(!handle.is_null(), "the kernels do not load");
        Self(handle)
    }

    fn symbol(&self, name: &str) -> *mut libc::c_void {
        let name = CString::new(name).expect("no NUL");
        // SAFETY: the handle is open and the name is a C string.
        unsafe { libc::dlsym(self.0, name.as_ptr()) }
    }

    fn call(&self, name: &str, args: [u64; 2]) -> u64 {
        // SAFETY: every kernel takes two words at most and returns at least one in rax.
        let f: extern "C" fn(u64, u64) -> u64 = unsafe { std::mem::transmute(self.symbol(name)) };
        f(args[0], args[1])
    }
}

/// The VM context and the memory that the kernels run in.
struct Stage {
    context: [u64; 2],
    slots: Vec<u64>,
}

fn args(name: &str, stage: &Stage) -> [u64; 2] {
    match name {
        "nested" => [3000, 0],
        "mandelbrot" => [200, 200],
        "sieve" => [stage.slots.as_ptr() as u64, 2_000_000],
        _ => [stage.context.as_ptr() as u64, stage.slots.as_ptr() as u64],
    }
}

fn unit(name: &str) -> Unit {
    let path = format!("{}/benches/kernels/{name}.vasm", env!("CARGO_MANIFEST_DIR"));
    let unit = parse_unit(&std::fs::read_to_string(path).expect("kernel")).expect("text");
    vasm::verify::verify(&unit).expect("kernel is right");
    unit
}

fn instructions(unit: &Unit) -> usize {
    unit.insts().count()
}

/// Microseconds for compiling the unit once, and the bytes of the code.
fn compile_cost(unit: &Unit, options: Options) -> (f64, usize) {
    let mut compiler = Compiler::default();
    let mut size = 0;
    let mut once = || {
        let mut copy = unit.clone();
        let (code, ms) = timed(|| compiler.compile(&mut copy, options).expect("code"));
        size = black_box(code).size();
        ms * 1e3
    };
    for _ in 0..20 {
        once();
    }
    (median((0..200).map(|_| once()).collect()), size)
}

fn kernel(name: &str, machine: &mut Machine, reference: &Reference) {
    let unit = unit(name);
    let mut stage = Stage { context: [0; 2], slots: vec![0; 2 * 2_000_000] };
    stage.context[0] = stage.slots.as_ptr_range().end as u64;
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    let versions = [Options::HOT, Options::FIRST].map(|o| machine.publish(&mut unit.clone(), o));
    if std::env::var_os("DUMP").is_some() {
        dump(machine, &versions[0].1);
    }
    for _ in 0..ROUNDS {
        let mut results = Vec::new();
        for (version, (code, published)) in versions.iter().enumerate() {
            (stage.slots[0], stage.slots[1]) = (32, 10);
            let args = args(name, &stage);
            let args = if name == "fib" { &[][..] } else { &args };
            let (vm, fp) = (stage.context.as_ptr() as u64, stage.slots.as_mut_ptr() as u64);
            let input = Input { args, vm, fp };
            let (outcome, ms) = timed(|| machine.run(&unit, code, published.entry, &input));
            times[version].push(ms);
            let vasm::interp::Outcome::Returned(values) = outcome else { panic!("{outcome:?}") };
            results.push(values[0]);
        }
        (stage.slots[0], stage.slots[1]) = (32, 10);
        let args = args(name, &stage);
        let (result, ms) = timed(|| reference.call(name, args));
        times[2].push(ms);
        assert!(results.iter().all(|r| *r == result), "{name}: {results:?}, C says {result}");
    }
    let [ours, fast, c] = times.map(median);
    let count = instructions(&unit) as f64;
    let (hot, size) = compile_cost(&unit, Options::HOT);
    let (first, first_size) = compile_cost(&unit, Options::FIRST);
    println!(
        "{name:<11} {c:>7.2} {ours:>7.2} {:>6.2} {fast:>7.2} {:>6.2} {:>9.2} {:>9.2} {size:>6} {first_size:>6}",
        ours / c,
        fast / c,
        hot / count,
        first / count,
    );
}

fn dump(machine: &Machine, code: &vasm::code_memory::Published) {
    let (address, size) = code.areas[0];
    print!("{}", vasm::disasm::disassemble(&machine.memory.bytes(address, size as usize), address));
}

/// A straight run of dynamic-language operations: each loads a tag and checks it, loads the value,
/// adds checked, and every third stores; each exit keeps `live` values.
fn guarded(operations: usize, live: usize) -> Unit {
    let mut unit = Unit::new("guarded", vasm::Conv::Vm);
    let mut b = vasm::Builder::new(&mut unit);
    let mut values: Vec<vasm::Gpr> =
        (0..live).map(|n| b.loadq(vasm::Mem::at(vasm::Gpr::FP, 16 * n as i32))).collect();
    for n in 0..operations {
        let slot = 16 * (n as i32 % 50);
        let kept: Vec<vasm::Vreg> = values.iter().map(|v| (*v).into()).collect();
        let tag = b.loadzbl(vasm::Mem::at(vasm::Gpr::FP, slot + 8));
        let exit = b.exit(2 * n as u32, &kept);
        b.exitcmpb(vasm::Cc::Ne, tag, 10, exit);
        let loaded = b.loadq(vasm::Mem::at(vasm::Gpr::FP, slot));
        let exit = b.exit(2 * n as u32 + 1, &kept);
        let sum = b.addqo(values[n % live], loaded, exit);
        if n % 3 == 0 {
            b.storeq(vasm::Mem::at(vasm::Gpr::FP, slot), sum);
        }
        values[n % live] = sum;
    }
    let results = b.unit.list(&[values[0].into()]);
    b.ret(results);
    unit
}

fn guarded_costs() {
    println!("\n300 guarded operations      hot us/op  fast us/op  bytes/op  bytes/op");
    for live in [4, 8, 16] {
        let unit = guarded(300, live);
        vasm::verify::verify(&unit).expect("right");
        let ((hot, size), (fast, fast_size)) =
            (compile_cost(&unit, Options::HOT), compile_cost(&unit, Options::FIRST));
        let per = |x: f64| x / 300.0;
        println!(
            "{live:>2} live at each exit {:>16.2} {:>11.2} {:>9.1} {:>9.1}",
            per(hot),
            per(fast),
            per(size as f64),
            per(fast_size as f64),
        );
    }
}

fn main() {
    let reference = Reference::build();
    let mut machine = Machine::new();
    println!(
        "{:<11} {:>7} {:>7} {:>6} {:>7} {:>6} {:>9} {:>9} {:>6} {:>6}",
        "kernel",
        "C ms",
        "hot ms",
        "/C",
        "fast ms",
        "/C",
        "hot us/op",
        "fast us/op",
        "bytes",
        "bytes"
    );
    for name in ["fib", "nested", "mandelbrot", "sieve"] {
        if std::env::var("KERNEL").is_ok_and(|only| only != name) {
            continue;
        }
        kernel(name, &mut machine, &reference);
    }
    guarded_costs();
}
