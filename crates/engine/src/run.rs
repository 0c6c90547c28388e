//! Running a script: source to unit to a request that executes it.

use std::io::{self, Write};

use runtime::array::Array;
use runtime::heap::{self, Oom};
use runtime::native::Table;
use runtime::string::Str;
use runtime::value::Value;
use syntax::diagnostic::Diagnostic;
use vm::request::{Ending, Request};
use vm::unit::{LoadError, LoadedUnit, Mode};

use crate::compile::compile;
use crate::provide::Provider;
use crate::settings::Settings;
use crate::source::Source;

/// The extensions that are compiled in.
const EXTENSIONS: &[&[Table]] = &[
    ext_core::TABLES,
    ext_date::TABLES,
    ext_hash::TABLES,
    ext_json::TABLES,
    ext_mbstring::TABLES,
    ext_pcre::TABLES,
];

/// Why a script did not start.
#[derive(Debug)]
pub enum NotRun {
    /// The source is wrong: PHP's error.
    Source(Diagnostic),
    /// The unit was refused, or the system has no memory for it.
    Unit(LoadError),
    /// The system has no room for the request's stack.
    Stack(io::Error),
}

/// Runs `source` as the main script, writing to `sink`. `arguments` is `$argv`. `false`: an error
/// ended it.
pub fn run(
    source: &Source,
    arguments: &[String],
    settings: &Settings,
    mut sink: Box<dyn Write>,
) -> Result<bool, NotRun> {
    let unit = compile(source, settings.parse_options()).map_err(NotRun::Source)?;
    if settings.dump_bytecode {
        // A reader that has gone away is no error of the script.
        let _ = sink.write_all(hhbc::show::listing(&unit).as_bytes());
    }
    let unit = LoadedUnit::load(unit, Mode::Fused).map_err(NotRun::Unit)?;
    vm::native::install(EXTENSIONS);
    heap::with(|heap| heap.set_limit(settings.memory_limit));
    let provider = Box::leak(Box::new(Provider::new(settings.parse_options(), Mode::Fused)));
    let mut request = Request::new(sink, provider).map_err(NotRun::Stack)?;
    define_arguments(&mut request, arguments).map_err(|oom| NotRun::Unit(LoadError::Oom(oom)))?;
    Ok(request.run_main(unit) == Ending::Done)
}

/// `$argv` and `$argc`.
fn define_arguments(request: &mut Request, arguments: &[String]) -> Result<(), Oom> {
    let mut strings = Vec::with_capacity(arguments.len());
    for argument in arguments {
        strings.push(Value::from(Str::new(argument.as_bytes())?));
    }
    request.define_global(b"argc", Value::int(strings.len() as i64))?;
    request.define_global(b"argv", Value::from(Array::from_values(strings)?))
}
