//! Tests of the interpreter: programs with expected output, in every mode, and the dispatcher's
//! promises.

mod dispatch;
mod files;
mod programs;

use std::process::ExitCode;

/// Tests that are no files, by their paths.
macro_rules! singles {
    ($($($test:ident)::+,)*) => {{
        let mut singles: Vec<(&'static str, fn() -> Result<(), String>)> = Vec::new();
        $( singles.push((stringify!($($test)::+), || {
            $($test)::+();
            Ok(())
        })); )*
        singles
    }};
}

fn main() -> ExitCode {
    let singles = singles![
        dispatch::long_runs_use_no_native_stack,
        programs::recursion_a_million_deep_returns,
    ];
    testkit::main(&[files::suite()], singles)
}
