//! The dispatcher uses no native stack: a long run on a thread with little of it.

use std::thread;

use vm::unit::Mode;

use crate::programs::{load, run_unit};

/// How many times the loop runs; each turn is some fifty dispatches. `DISPATCH_TURNS` changes it.
fn turns() -> u64 {
    let turns = std::env::var("DISPATCH_TURNS").ok().and_then(|turns| turns.parse().ok());
    turns.unwrap_or(if cfg!(debug_assertions) { 10_000 } else { 200_000 })
}

/// A loop over most kinds of instructions: arithmetic, arrays, references, strings, calls,
/// iterators, tests and jumps.
fn program(turns: u64) -> String {
    PROGRAM.replace("TURNS", &turns.to_string())
}

const PROGRAM: &str = r#".filepath "loop.php";
.main {
  .numiters 1;
  Int 0
  PopL $i
  Int 0
  PopL $sum
  Array [1, 2, 3]
  PopL $list
  VGetL $list
  BindL $ref
  PopV
  Jmp L2
L1:
  CGetL $i
  Int 7
  Mod
  PopL $m
  CGetL $m
  Int 3
  Lt
  JmpZ L3
  CGetL $m
  BaseL $list Define
  SetM 0 EL:$m
  PopC
L3:
  BaseL $list Warn
  QueryM 0 CGet EI:1
  SetOpL $sum PlusEqual
  PopC
  Int 2
  BaseL $ref Define
  SetOpM 0 PlusEqual EI:0
  PopC
  BaseL $ref Define
  IncDecM 0 PreDec EI:0
  PopC
  FPushFuncD 2 "f"
  FPassL 0 $i
  CGetL $m
  FPassCE 1
  FCall 2 ref <0>
  UnboxR
  SetOpL $sum PlusEqual
  PopC
  FPushFuncD 1 "strlen"
  CGetL $m
  CastString
  String "x"
  Concat
  FPassCE 0
  FCall 1
  UnboxR
  SetOpL $sum PlusEqual
  PopC
  CGetL $list
  IterInitK 0 L5 $v $k
  .try_iter 0 {
L4:
    CGetL $k
    CGetL $v
    BitXor
    SetOpL $sum XorEqual
    PopC
    IterNextK 0 L4 $v $k
  }
L5:
  CGetL $sum
  Int 1000003
  Mod
  SetL $sum
  PopC
  IncDecL $i PostInc
  PopC
L2:
  CGetL $i
  Int TURNS
  Lt
  JmpNZ L1
  CGetL $sum
  Print
  PopC
  Int 1
  RetC
}
.function [hoisted] f(int $a, int $b) {
  VerifyParamType $a
  VerifyParamType $b
  CGetL $a
  CGetL $b
  Same
  JmpNZ L1
  CGetL $b
  Not
  JmpNZ L1
  CGetL $a
  CGetL $b
  Sub
  RetC
L1:
  Int 1
  RetC
}
"#;

/// Native stack of the thread. Frames of unoptimised code are several times as large.
const STACK_BYTES: usize = if cfg!(debug_assertions) { 512 << 10 } else { 64 << 10 };

/// Every mode, on a thread with little native stack.
pub fn long_runs_use_no_native_stack() {
    let run = |mode| {
        let unit = load(&program(turns()), mode);
        let thread = thread::Builder::new().stack_size(STACK_BYTES);
        let handle = thread.spawn(move || run_unit(unit)).expect("a thread");
        String::from_utf8(handle.join().expect("no panic")).expect("digits")
    };
    let fused = run(Mode::Fused);
    assert_eq!(run(Mode::Plain), fused);
    assert_eq!(run(Mode::Alternating), fused);
    assert!(!fused.is_empty());
}
