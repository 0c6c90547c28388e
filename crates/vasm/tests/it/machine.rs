//! Running compiled units: enters machine code and collects what comes back.

use std::cell::RefCell;

use vasm::code_memory::{Capacity, CodeMemory, Linkage, Published};
use vasm::emit::{Code, ExitRecord};
use vasm::interp::{Callee, Host, Memory, Outcome};
use vasm::isa::x64::stubs::{ExitState, exit_handler};
use vasm::text::parse_unit;
use vasm::{Class, Compiler, Inst, Options, Unit};

/// The record that the entering code reads and fills.
#[repr(C)]
#[derive(Default)]
struct Entry {
    vm: u64,
    fp: u64,
    code: u64,
    gprs: [u64; 6],
    xmms: [u64; 8],
    gpr_results: [u64; 2],
    xmm_results: [u64; 2],
}

const ENTER: &str = "
unit enter c {
b0(%0): hot
  loadq [%0+0] -> %1
  setvm %1
  loadq [%0+8] -> %2
  setfp %2
  loadq [%0+16] -> %3
  loadq [%0+24] -> %4
  loadq [%0+32] -> %5
  loadq [%0+40] -> %6
  loadq [%0+48] -> %7
  loadq [%0+56] -> %8
  loadq [%0+64] -> %9
  loadsd [%0+72] -> %x10
  loadsd [%0+80] -> %x11
  loadsd [%0+88] -> %x12
  loadsd [%0+96] -> %x13
  loadsd [%0+104] -> %x14
  loadsd [%0+112] -> %x15
  loadsd [%0+120] -> %x16
  loadsd [%0+128] -> %x17
  callr %3, vm(%4, %5, %6, %7, %8, %9, %x10, %x11, %x12, %x13, %x14, %x15, %x16, %x17) -> (%18, %19, %x20, %x21)
  storeq [%0+136], %18
  storeq [%0+144], %19
  storesd [%0+152], %x20
  storesd [%0+160], %x21
  ret ()
}";

/// The exits of the unit that runs, and the one it left through.
#[derive(Default)]
struct Exits {
    records: Vec<ExitRecord>,
    left: Option<(u32, Vec<u64>)>,
}

thread_local! {
    static EXITS: RefCell<Exits> = RefCell::default();
}

extern "C" fn on_exit(state: &mut ExitState) {
    EXITS.with_borrow_mut(|exits| {
        let record = &exits.records[state.number as usize];
        // SAFETY: an exit's frame is alive while its handler runs.
        let frame = |address: u64| unsafe { *(address as *const u64) };
        let values = record.live.iter().map(|l| state.value(*l, frame)).collect();
        exits.left = Some((record.tag, values));
    });
}

pub extern "C" fn mix(a: u64, b: u64) -> u64 {
    a.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23) ^ b
}

pub extern "C" fn fmix(x: f64, n: u64) -> f64 {
    f64::from_bits(x.to_bits() ^ n)
}

/// The functions above, as the interpreter sees them.
pub struct TestHost;

impl Host for TestHost {
    fn call(&mut self, callee: &Callee, args: &[u64], _: &mut Memory) -> Option<Vec<u64>> {
        let name = match callee {
            Callee::Symbol(name) => name,
            Callee::Address(at) if *at == mix as *const () as u64 => "mix",
            Callee::Address(_) => return None,
        };
        match (name, args) {
            ("mix", [a, b]) => Some(vec![mix(*a, *b)]),
            ("fmix", [n, x] | [x, n]) if callee == &Callee::Symbol("fmix".into()) => {
                Some(vec![fmix(f64::from_bits(*x), *n).to_bits()])
            }
            _ => None,
        }
    }
}

/// A place to run units in.
pub struct Machine {
    pub memory: CodeMemory,
    pub compiler: Compiler,
    enter: u64,
    pub exit_handler: u64,
}

/// What a unit runs with.
pub struct Input<'a> {
    pub args: &'a [u64],
    pub vm: u64,
    pub fp: u64,
}

impl Machine {
    pub fn new() -> Self {
        let text = mix as *const () as u64;
        let mut memory = CodeMemory::reserve(Capacity::of_total(64 << 20), text).expect("pages");
        let mut compiler = Compiler::default();
        let mut enter = parse_unit(ENTER).expect("text");
        vasm::verify::verify(&enter).expect("entering code is right");
        let code = compiler.compile(&mut enter, Options::HOT).expect("code");
        let linkage = Linkage { symbols: &[0], first_exit: 0, exit_handler: 0 };
        let enter = memory.publish(&code, &linkage).expect("room").entry;
        let handler = exit_handler(on_exit as *const () as u64);
        let exit_handler = memory.install_stub(&handler).expect("room");
        Self { memory, compiler, enter, exit_handler }
    }

    /// Compiles and publishes; the unit is left rewritten.
    pub fn publish(&mut self, unit: &mut Unit, options: Options) -> (Code, Published) {
        let code = self.compiler.compile(unit, options).unwrap_or_else(|e| panic!("{e}\n{unit}"));
        let symbols: Vec<u64> = unit.symbols.iter_ids().map(|(_, s)| address(&s.name)).collect();
        let exit_handler = self.exit_handler;
        let linkage = Linkage { symbols: &symbols, first_exit: 0, exit_handler };
        let published = self.memory.publish(&code, &linkage).expect("room");
        (code, published)
    }

    /// Runs published code; `unit` tells what it returns.
    pub fn run(&self, unit: &Unit, code: &Code, entry: u64, input: &Input<'_>) -> Outcome {
        EXITS.set(Exits { records: code.exits.clone(), left: None });
        let mut record = self.entry_record(unit, entry, input);
        // SAFETY: the code was made by `ENTER`, a function of one pointer in the C convention.
        let enter: extern "C" fn(*mut Entry) = unsafe { std::mem::transmute(self.enter) };
        enter(&raw mut record);
        if let Some((tag, values)) = EXITS.take().left {
            return Outcome::Left(tag, values);
        }
        let (mut gprs, mut xmms) = (record.gpr_results.iter(), record.xmm_results.iter());
        let result = |class: &Class| match class {
            Class::Gpr => gprs.next(),
            Class::Xmm => xmms.next(),
        };
        Outcome::Returned(
            result_classes(unit).iter().map(result).map(|v| *v.expect("place")).collect(),
        )
    }

    fn entry_record(&self, unit: &Unit, code: u64, input: &Input<'_>) -> Entry {
        let mut record = Entry { vm: input.vm, fp: input.fp, code, ..Entry::default() };
        let (mut gprs, mut xmms) = (record.gprs.iter_mut(), record.xmms.iter_mut());
        for (param, value) in unit.blocks[unit.entry()].params.iter().zip(input.args) {
            let place = match param.class() {
                Class::Gpr => gprs.next(),
                Class::Xmm => xmms.next(),
            };
            *place.expect("place") = *value;
        }
        record
    }
}

fn address(name: &str) -> u64 {
    match name {
        "mix" => mix as *const () as u64,
        "fmix" => fmix as *const () as u64,
        _ => 0,
    }
}

/// The classes of what a unit returns.
fn result_classes(unit: &Unit) -> Vec<Class> {
    let insts = unit.insts();
    let list =
        insts.filter_map(|i| if let Inst::Ret { vals } = i { Some(*vals) } else { None }).next();
    list.map_or_else(Vec::new, |l| unit.regs(l).iter().map(|r| r.class()).collect())
}
