//! Tests that are files: `test_data/KIND/NAME.vasm` with what is expected in `NAME.expect`.
//!
//! `verify` says of each unit, between empty lines, whether it is right; `regalloc` shows it with registers; `lower` shows its
//! machine code; `exec` runs it once for each comment `; run (ARGS)`, in the interpreter and as
//! machine code from both allocators, which have to agree. `BLESS=1` rewrites what is expected.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use iced_x86::{Decoder, DecoderOptions, Formatter, Instruction, IntelFormatter};
use vasm::code_memory::Published;
use vasm::interp::{Memory, Outcome, World, run};
use vasm::regalloc::{Allocator, allocated_text};
use vasm::text::parse_unit;
use vasm::{Area, Options, Unit};

use crate::machine::{Input, Machine, TestHost};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data")
}

fn each_file(kind: &str, result: impl Fn(&str) -> String) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(data().join(kind))
        .expect("folder")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "vasm"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no tests in {kind}");
    for path in paths {
        let actual = result(&std::fs::read_to_string(&path).expect("text"));
        compare(&path.with_extension("expect"), &actual);
    }
}

/// Compares with a file, or rewrites it under `BLESS=1`.
pub fn compare(path: &Path, actual: &str) {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, actual).expect("written");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(expected == actual, "{}: expected\n{expected}\nbut got\n{actual}", path.display());
}

fn parsed(text: &str) -> Unit {
    let unit = parse_unit(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    vasm::verify::verify(&unit).unwrap_or_else(|e| panic!("{e}\n{text}"));
    unit
}

#[test]
fn verify() {
    let one = |text: &str| match parse_unit(text) {
        Err(error) => format!("{error}\n"),
        Ok(unit) => match vasm::verify::verify(&unit) {
            Err(error) => format!("{}: {error}\n", unit.name()),
            Ok(()) => format!("{}: ok\n", unit.name()),
        },
    };
    each_file("verify", |text| text.split("\n\n").map(one).collect());
}

#[test]
fn regalloc() {
    each_file("regalloc", |text| {
        allocated_text(&mut parsed(text), Allocator::Backtracking).expect("allocation")
    });
}

#[test]
fn lower() {
    each_file("lower", |text| {
        let mut machine = Machine::new();
        let mut unit = parsed(text);
        let (_, published) = machine.publish(&mut unit, Options { check: true, ..Options::HOT });
        Listing { machine, unit, published }.text()
    });
}

/// Machine code with its addresses made relative to its areas.
struct Listing {
    machine: Machine,
    unit: Unit,
    published: Published,
}

impl Listing {
    fn text(&self) -> String {
        let mut text = String::new();
        for area in Area::ALL {
            let (address, size) = self.published.areas[area as usize];
            let bytes = self.machine.memory.bytes(address, size as usize);
            if size > 0 {
                _ = writeln!(text, "{}:", area.name());
            }
            for inst in Decoder::with_ip(64, &bytes, address, DecoderOptions::NONE) {
                _ = writeln!(text, "{:4x}  {}", inst.ip() - address, self.inst(&inst));
            }
        }
        text
    }

    fn inst(&self, inst: &Instruction) -> String {
        let mut formatter = IntelFormatter::new();
        let mut text = String::new();
        formatter.format(inst, &mut text);
        if inst.is_ip_rel_memory_operand() {
            let place = self.place(inst.ip_rel_memory_address());
            let (open, close) = (text.find('[').expect("["), text.find(']').expect("]"));
            text.replace_range(open + 1..close, &place);
        } else if inst.near_branch_target() != 0 {
            let end = text.rfind(' ').expect("a target");
            text.truncate(end + 1);
            text.push_str(&self.place(inst.near_branch_target()));
        }
        text
    }

    fn place(&self, address: u64) -> String {
        for area in Area::ALL {
            let (start, size) = self.published.areas[area as usize];
            if (start..start + u64::from(size)).contains(&address) {
                return format!("{}+{:x}", area.name(), address - start);
            }
        }
        if address == self.machine.exit_handler {
            return "exit_handler".to_string();
        }
        match self.unit.symbols.get(vasm::SymbolId(1)) {
            Some(symbol) => format!("@{}", symbol.name),
            None => "elsewhere".to_string(),
        }
    }
}

const WAYS: [Options; 3] = [
    Options { check: true, ..Options::FIRST },
    Options { check: true, ..Options::HOT },
    Options { allocator: Allocator::Backtracking, optimise: false, check: true },
];

/// The arguments of each `; run (…)`; `0x` is hexadecimal, a point makes a double.
fn runs(text: &str) -> Vec<Vec<u64>> {
    let value = |word: &str| {
        let word = word.trim();
        if let Some(hex) = word.strip_prefix("0x") {
            return u64::from_str_radix(hex, 16).expect("hexadecimal");
        }
        if word.contains('.') {
            return word.parse::<f64>().expect("double").to_bits();
        }
        word.parse::<i64>().expect("integer") as u64
    };
    let args = |line: &str| -> Option<Vec<u64>> {
        let inner = line.strip_prefix("; run (")?.strip_suffix(')')?;
        Some(inner.split(',').filter(|w| !w.trim().is_empty()).map(value).collect())
    };
    text.lines().filter_map(args).collect()
}

fn values(values: &[u64]) -> String {
    let shown: Vec<String> = values
        .iter()
        .map(|v| {
            if v >> 52 == 0 || v >> 52 == 0xfff {
                (*v as i64).to_string()
            } else {
                format!("{v:#x}")
            }
        })
        .collect();
    format!("({})", shown.join(", "))
}

fn outcome_text(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Returned(v) => format!("returned {}", values(v)),
        Outcome::Left(tag, v) => format!("left by exit {tag} {}", values(v)),
        other => format!("{other:?}"),
    }
}

#[test]
fn exec() {
    each_file("exec", |text| {
        let unit = parsed(text);
        let mut machine = Machine::new();
        let mut shown = String::new();
        for args in runs(text) {
            let outcome = run_everywhere(&unit, &args, &mut machine);
            _ = writeln!(shown, "{} {}", values(&args), outcome_text(&outcome));
        }
        assert!(!shown.is_empty(), "no `; run` in\n{text}");
        shown
    });
}

/// Runs in the interpreter and as machine code; the results and the memory must be equal. The
/// frame and the context each have 512 zero bytes.
fn run_everywhere(unit: &Unit, args: &[u64], machine: &mut Machine) -> Outcome {
    let mut words = vec![0u64; 128];
    let (fp, vm) = (words.as_ptr() as u64, words.as_ptr() as u64 + 512);
    let memory = Memory { base: fp, bytes: vec![0; 1024] };
    let mut world =
        World { memory, host: &mut TestHost, vm, fp, rsp: u64::MAX, fuel: 1 << 20, depth: 100 };
    let expected = run(unit, args, &mut world);
    for options in WAYS {
        words.fill(0);
        let mut copy = unit.clone();
        let (code, published) = machine.publish(&mut copy, options);
        let actual = machine.run(unit, &code, published.entry, &Input { args, vm, fp });
        assert_eq!(outcome_text(&actual), outcome_text(&expected), "{options:?}\n{unit}");
        let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_le_bytes()).collect();
        assert_eq!(bytes, world.memory.bytes, "{options:?}\n{unit}");
    }
    expected
}
