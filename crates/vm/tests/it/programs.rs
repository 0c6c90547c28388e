//! Running texts of bytecode.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use hhbc::asm::assemble;
use vm::request::Request;
use vm::unit::{LoadedUnit, Mode};

/// A sink that is read afterwards.
#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("one thread writes").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A program ready to run.
pub fn load(text: &str, mode: Mode) -> &'static LoadedUnit {
    vm::native::install(&[ext_core::TABLES], &[]);
    let unit = assemble(text).unwrap_or_else(|error| panic!("{error}"));
    LoadedUnit::load(unit, mode).unwrap_or_else(|error| panic!("{error:?}"))
}

/// What a loaded program writes.
pub fn run_unit(unit: &'static LoadedUnit) -> Vec<u8> {
    let sink = Captured::default();
    let mut rq = Request::new(Box::new(sink.clone()), &systemlib::Library).expect("a stack");
    rq.set_native_stack(1 << 20);
    rq.run_main(unit);
    drop(rq);
    let written = sink.0.lock().expect("one thread writes");
    written.clone()
}

/// What a program writes.
pub fn output(text: &str, mode: Mode) -> Vec<u8> {
    run_unit(load(text, mode))
}

/// `function f($n) { return $n == 0 ? 0 : 1 + f($n - 1); } echo f(1000000);`
pub fn recursion_a_million_deep_returns() {
    let text = r#".filepath "deep.php";
.main {
  FPushFuncD 1 "f"
  Int 1000000
  FPassCE 0
  FCall 1
  UnboxR
  Print
  PopC
  Int 1
  RetC
}
.function [hoisted] f($n) {
  CGetL $n
  JmpZ L1
  Int 1
  FPushFuncD 1 "f"
  CGetL $n
  Int 1
  Sub
  FPassCE 0
  FCall 1
  UnboxR
  Add
  RetC
L1:
  Int 0
  RetC
}
"#;
    for mode in [Mode::Fused, Mode::Plain, Mode::Alternating] {
        assert_eq!(String::from_utf8_lossy(&output(text, mode)), "1000000");
    }
}
