//! Code memory: fullness, patching, reuse, far targets, two views.

use std::cell::RefCell;

use vasm::code_memory::{
    Capacity, CodeMemory, Linkage, PatchError, PerfMap, PublishError, Published,
};
use vasm::emit::Code;
use vasm::isa::x64::Place;
use vasm::isa::x64::stubs::bridge;
use vasm::regalloc::Location;
use vasm::text::parse_unit;
use vasm::{Compiler, Gpr, Mem, Options};

use crate::machine::{Input, Machine, fmix, mix};

const SMALL: Capacity = Capacity { hot: 4096, cold: 4096, frozen: 4096, stubs: 4096 };

fn compiled(text: &str) -> Code {
    let mut unit = parse_unit(text).expect("text");
    vasm::verify::verify(&unit).expect("right");
    Compiler::default().compile(&mut unit, Options::HOT).expect("code")
}

fn constant(n: u32) -> Code {
    compiled(&format!("unit k{n} vm {{\nb0: hot\n ldimmq {n} -> %0\n ret (%0)\n}}"))
}

const NO_LINKS: Linkage<'_> = Linkage { symbols: &[0], first_exit: 0, exit_handler: 0 };

fn text_address() -> u64 {
    mix as *const () as u64
}

#[test]
fn fullness_is_an_answer_and_room_comes_back() {
    let mut memory = CodeMemory::reserve(SMALL, text_address()).expect("pages");
    let code = constant(7);
    let mut published: Vec<Published> = Vec::new();
    while let Ok(p) = memory.publish(&code, &NO_LINKS) {
        published.push(p);
    }
    assert!(published.len() > 100);
    assert_eq!(memory.usage().refused, 1);
    let count = published.len();
    let freed = published.pop().expect("one");
    memory.retire(freed, 5);
    assert!(memory.publish(&code, &NO_LINKS).is_err(), "epoch 5 has not passed");
    assert_eq!(memory.reclaim(5), 0);
    assert!(memory.reclaim(6) > 0);
    published.push(memory.publish(&code, &NO_LINKS).expect("room again"));
    assert_eq!(published.len(), count);
}

#[test]
fn the_memory_lies_within_reach_of_the_text() {
    let memory = CodeMemory::reserve(Capacity::of_total(256 << 20), text_address()).expect("pages");
    let stub = { memory }.install_stub(&[0xc3]).expect("room");
    let distance = stub.abs_diff(text_address());
    assert!(distance < 1 << 31, "{distance:#x}");
}

#[test]
fn no_page_is_writable_and_executable() {
    let memory = CodeMemory::reserve(SMALL, text_address()).expect("pages");
    let maps = std::fs::read_to_string("/proc/self/maps").expect("maps");
    let ours: Vec<&str> = maps.lines().filter(|l| l.contains("memfd:jive-code")).collect();
    assert!(ours.iter().any(|l| l.contains(" r-xs ")) && ours.iter().any(|l| l.contains(" rw-s ")));
    assert!(!ours.iter().any(|l| l.contains("wx")), "{ours:?}");
    drop(memory);
}

#[test]
fn a_smashable_call_and_a_tail_jump_change_their_target() {
    let mut machine = Machine::new();
    let publish = |machine: &mut Machine, code: &Code, to: u64| {
        let linkage = Linkage { symbols: &[0, to], first_exit: 0, exit_handler: 0 };
        machine.memory.publish(code, &linkage).expect("room")
    };
    let targets =
        [1, 2].map(|n| machine.memory.publish(&constant(n), &NO_LINKS).expect("room").entry);
    let texts = [
        "unit f vm {\nb0: hot\n smashcall @k, vm() -> (%0)\n ret (%0)\n}",
        "unit g vm {\nb0(%0): hot\n addq %0, 1 -> %1\n storeq [fp+0], %1\n smashjmp @k, ()\n}",
    ];
    let returns = parse_unit("unit k vm {\nb0(%0): hot\n ret (%0)\n}").expect("text");
    let mut frame = [0u64; 8];
    for code in texts.map(compiled) {
        let published = publish(&mut machine, &code, targets[0]);
        let site = code.smash_sites[0];
        let field = published.address(site.area, site.at);
        let input = Input { args: &[5], vm: 0, fp: frame.as_mut_ptr() as u64 };
        let before = machine.run(&returns, &code, published.entry, &input);
        machine.memory.patch(field, targets[1]).expect("in reach");
        let after = machine.run(&returns, &code, published.entry, &input);
        let far = mix as *const () as u64;
        machine.memory.patch(field, far).expect("in reach");
        assert_eq!(format!("{before:?} {after:?}"), "Returned([1]) Returned([2])");
    }
    assert_eq!(machine.memory.patch(12, targets[0]), Err(PatchError::NotPatchable));
}

#[test]
fn a_redirected_exit_goes_to_its_bridge_with_its_registers() {
    let mut machine = Machine::new();
    let mut unit = parse_unit(
        "unit f vm {\nb0(%0): hot\n exitcmpq e, %0, 3, exit 9 [%0]\n addq %0, 100 -> %1\n ret (%1)\n}",
    )
    .expect("text");
    let (code, published) = machine.publish(&mut unit, Options::HOT);
    let input = Input { args: &[3], vm: 0, fp: 0 };
    let left = machine.run(&unit, &code, published.entry, &input);
    assert_eq!(format!("{left:?}"), "Left(9, [3])");
    // The bridge gives up the frame of the unit that it continues and returns its own value.
    let mut bridge = vasm::isa::x64::Encoder::default();
    bridge.mov_imm(0, 42);
    bridge.leave();
    bridge.ret();
    let bridge = machine.memory.install_stub(&bridge.bytes).expect("room");
    let thunk = published.address(vasm::Area::Cold, code.exits[0].thunk);
    machine.memory.patch_thunk(thunk, bridge).expect("in reach");
    let bridged = machine.run(&unit, &code, published.entry, &input);
    assert_eq!(format!("{bridged:?}"), "Returned([42])");
}

#[test]
fn a_bridge_brings_every_value_home() {
    let mut machine = Machine::new();
    let mut unit = parse_unit(
        "unit f vm {
b0(%0, %1, %x2): hot
  addq %0, 7 -> %3
  call @mix, c(%0, %1) -> (%4) exit 1 [%3]
  addqo %4, %1, exit 9 [source, %1, %3, %x2, 55] -> %5
  ret (%5, %3)
}",
    )
    .expect("text");
    let (code, published) = machine.publish(&mut unit, Options::HOT);
    let b = i64::MAX as u64;
    let mut sources = (0..).map(|a| (a, mix(a, b)));
    let (a, mixed) = sources.find(|(_, m)| (*m as i64) > 0).expect("a sum that overflows");
    let double = 2.5f64.to_bits();
    let mut frame = [0u64; 8];
    let record = code.exits.iter().find(|e| e.tag == 9).expect("the exit");
    let homes: Vec<_> =
        record.live.iter().enumerate().map(|(n, l)| (*l, Mem::at(Gpr::FP, 8 * n as i32))).collect();
    let next = compiled("unit next vm {\nb0: hot\n loadq [fp+0] -> %0\n ret (%0, %0)\n}");
    let next = machine.memory.publish(&next, &NO_LINKS).expect("room").entry;
    let bridge = machine.memory.publish(&bridge(&homes, next), &NO_LINKS).expect("room").entry;
    let thunk = published.address(vasm::Area::Cold, record.thunk);
    machine.memory.patch_thunk(thunk, bridge).expect("in reach");
    let input = Input { args: &[a, b, double], vm: 0, fp: frame.as_mut_ptr() as u64 };
    let outcome = machine.run(&unit, &code, published.entry, &input);
    assert_eq!(format!("{outcome:?}"), format!("Returned([{mixed}, {mixed}])"));
    assert_eq!(frame[..5], [mixed, b, a + 7, fmix(2.5, 0).to_bits(), 55]);
}

thread_local! {
    static WALKED: RefCell<Vec<(u64, Vec<u64>)>> = const { RefCell::new(Vec::new()) };
    static RECORDS: RefCell<(Published, Code)> = panic!("set before the walk");
}

/// Follows the rbp chain from a callee's first instruction and reads what each record names.
extern "C" fn walk(mut stack: *const u64, mut frame: *const u64) -> u64 {
    RECORDS.with_borrow(|(published, code)| {
        // SAFETY: a callee finds its return address at rsp.
        let mut return_to = unsafe { *stack };
        let find = |address: u64| {
            code.calls.iter().find(|c| published.address(c.area, c.return_offset) == address)
        };
        while let Some(record) = find(return_to) {
            let base = frame as u64;
            let value = |l: &Location| match *l {
                // SAFETY: the frame of the record's unit is alive.
                Location::Frame(offset) => unsafe {
                    *(base.wrapping_add_signed(i64::from(offset)) as *const u64)
                },
                Location::Imm(v) => v as u64,
                other => panic!("a value of a call's record in {other:?}"),
            };
            let values = record.live.iter().map(value).collect();
            WALKED.with_borrow_mut(|walked| walked.push((u64::from(record.tag), values)));
            // SAFETY: rbp points at the saved rbp, below the return address.
            stack = unsafe { frame.add(1) };
            // SAFETY: as above.
            return_to = unsafe { *stack };
            // SAFETY: as above.
            frame = unsafe { *frame } as *const u64;
        }
    });
    1
}

#[test]
fn a_walker_finds_the_values_of_every_call_on_the_stack() {
    let mut machine = Machine::new();
    let mut asm = vasm::isa::x64::Encoder::default();
    let (rdi, rsi, rsp, rbp) = (7, 6, 4, 5);
    asm.mov(rdi, rsp);
    asm.mov(rsi, rbp);
    asm.push(rbp);
    asm.mov_imm(0, walk as *const () as i64);
    asm.call(Place::Reg(0));
    asm.pop(rbp);
    asm.ret();
    let callee = machine.memory.install_stub(&asm.bytes).expect("room");
    let text = "unit down vm {
b0(%0): hot
  cmpq %0, 0 -> %f0
  jcc e, %f0, b2, b1
b1: hot
  subq %0, 1 -> %1
  imulq %0, 10 -> %2
  call @down, vm(%1) -> (%3) exit 4 [%0, %2, 99]
  addq %3, %2 -> %4
  ret (%4)
b2: cold
  addq %0, 8 -> %5
  call @walk, c() -> (%6) exit 5 [%5]
  addq %6, %5 -> %7
  ret (%7)
}";
    let unit = parse_unit(text).expect("text");
    for options in [Options::FIRST, Options::HOT] {
        let code = Compiler::default().compile(&mut unit.clone(), options).expect("code");
        let linkage = Linkage { symbols: &[0, callee], first_exit: 0, exit_handler: 0 };
        let published = machine.memory.publish(&code, &linkage).expect("room");
        RECORDS.set((published.clone(), code.clone()));
        let input = Input { args: &[2], vm: 0, fp: 0 };
        let outcome = machine.run(&unit, &code, published.entry, &input);
        assert_eq!(format!("{outcome:?}"), "Returned([39])");
        let expected = vec![(5, vec![8]), (4, vec![1, 10, 99]), (4, vec![2, 20, 99])];
        assert_eq!(WALKED.take(), expected, "{options:?}");
    }
}

#[test]
fn after_a_fork_each_process_patches_its_own_code() {
    let mut memory = CodeMemory::reserve(SMALL, text_address()).expect("pages");
    let code = compiled("unit f vm {\nb0: hot\n smashcall @k, vm()\n ret ()\n}");
    let target = memory.install_stub(&[0xc3]).expect("room");
    let linkage = Linkage { symbols: &[0, target], first_exit: 0, exit_handler: 0 };
    let published = memory.publish(&code, &linkage).expect("room");
    let (address, size) = published.areas[0];
    let before = memory.bytes(address, size as usize);
    let site = code.smash_sites[0];
    let field = published.address(site.area, site.at);
    // SAFETY: the child only makes system calls and ends without unwinding.
    let child = unsafe { libc::fork() };
    if child == 0 {
        let separate = memory.separate().is_ok();
        let kept = memory.bytes(address, size as usize) == before;
        let patched = memory.patch(field, target + 64).is_ok();
        let changed = memory.bytes(address, size as usize) != before;
        let failed = !(separate && kept && patched && changed);
        // SAFETY: ends the child at once.
        unsafe { libc::_exit(i32::from(failed)) };
    }
    let mut status = 0;
    // SAFETY: waits for the child above.
    unsafe { libc::waitpid(child, &raw mut status, 0) };
    assert_eq!((status, memory.bytes(address, size as usize)), (0, before));
}

#[test]
fn a_symbol_without_an_address_is_an_answer() {
    let mut memory = CodeMemory::reserve(SMALL, text_address()).expect("pages");
    let code = compiled("unit f vm {\nb0: hot\n call @nowhere, c()\n ret ()\n}");
    let answer = memory.publish(&code, &NO_LINKS);
    assert_eq!(answer, Err(PublishError::Unresolved(vasm::SymbolId(1))));
    assert_eq!(memory.usage().used, [0; 4]);
}

#[test]
fn a_target_out_of_reach_is_bridged() {
    let mut memory = CodeMemory::reserve(SMALL, text_address()).expect("pages");
    let code = compiled("unit f vm {\nb0: hot\n call @far, c() -> (%0)\n ret (%0)\n}");
    let symbols = [0, 0x7000_0000_0000_0000];
    let linkage = Linkage { symbols: &symbols, first_exit: 0, exit_handler: 0 };
    let published = memory.publish(&code, &linkage).expect("room");
    let bytes = memory.bytes(published.entry, code.areas[0].len());
    let call = bytes.iter().position(|b| *b == 0xe8).expect("a call");
    let field = i32::from_le_bytes(bytes[call + 1..call + 5].try_into().expect("four bytes"));
    let bridge = (published.entry + call as u64 + 5).wrapping_add_signed(i64::from(field));
    let jump = memory.bytes(bridge, 16);
    assert_eq!(jump[..6], [0xff, 0x25, 2, 0, 0, 0]);
    assert_eq!(jump[8..16], symbols[1].to_le_bytes());
}

#[test]
fn every_one_of_many_exits_reports_its_number() {
    use std::fmt::Write;
    let mut text = String::from("unit many vm {\nb0(%0): hot\n");
    for n in 0..200 {
        _ = writeln!(text, " exitcmpq e, %0, {n}, exit {} [%0]", n + 1000);
    }
    text.push_str(" ret (%0)\n}");
    let mut unit = parse_unit(&text).expect("text");
    let mut machine = Machine::new();
    let (code, published) = machine.publish(&mut unit, Options::HOT);
    for n in [0, 1, 15, 16, 17, 30, 31, 32, 46, 47, 62, 63, 198, 199] {
        let input = Input { args: &[n], vm: 0, fp: 0 };
        let outcome = machine.run(&unit, &code, published.entry, &input);
        assert_eq!(format!("{outcome:?}"), format!("Left({}, [{n}])", n + 1000));
    }
}

#[test]
fn the_perf_map_names_each_area() {
    let mut memory = CodeMemory::reserve(SMALL, text_address()).expect("pages");
    let published = memory.publish(&constant(1), &NO_LINKS).expect("room");
    let path = std::env::temp_dir().join(format!("vasm-perf-{}", std::process::id()));
    PerfMap::open_at(&path).expect("file").record(&published, "k\n1").expect("written");
    let text = std::fs::read_to_string(&path).expect("text");
    std::fs::remove_file(&path).expect("removed");
    let (address, size) = published.areas[0];
    assert_eq!(text, format!("{address:x} {size:x} k?1\n"));
}
