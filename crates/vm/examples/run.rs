//! Runs a text of bytecode: `run FILE.hhas [fused|plain|alternating] [dump]`.

use std::process::ExitCode;

use hhbc::asm::assemble;
use vm::exec;
use vm::request::{Ending, Request};
use vm::unit::{LoadedUnit, Mode};

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let path = args.next().expect("a file");
    let mode = match args.next().as_deref() {
        Some("plain") => Mode::Plain,
        Some("alternating") => Mode::Alternating,
        _ => Mode::Fused,
    };
    let text = std::fs::read_to_string(path).expect("a text");
    vm::native::install(&[ext_core::TABLES], &[]);
    let unit = assemble(&text).unwrap_or_else(|error| panic!("{error}"));
    let unit = LoadedUnit::load(unit, mode).unwrap_or_else(|error| panic!("{error:?}"));
    if args.next().is_some() {
        for id in unit.unit().funcs.ids() {
            if let Some(php) = unit.func(id).as_php() {
                print!("{}", exec::dump(php));
            }
        }
        return ExitCode::SUCCESS;
    }
    let mut rq = Request::new(Box::new(std::io::stdout()), &systemlib::Library).expect("a stack");
    match rq.run_main(unit) {
        Ending::Done => ExitCode::SUCCESS,
        Ending::Failed => ExitCode::from(255),
    }
}
