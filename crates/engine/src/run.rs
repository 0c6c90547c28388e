//! Running a script: source to unit to a request that executes it.

use std::io::{self, Write};

use runtime::heap;
use runtime::native::Table;
use runtime::object::cycle;
use syntax::diagnostic::Severity;
use vm::request::errors::level;
use vm::request::ini::quantity;
use vm::request::{Ending, Request};
use vm::unit::{LoadError, SourceRemark};

use crate::compile::Refusal;
use crate::provide::{NotMain, Provider};
use crate::settings::Settings;
use crate::source::Source;
use crate::superglobals;
use crate::web::{self, Web};

/// The extensions that are compiled in.
const EXTENSIONS: &[&[Table]] = &[
    ext_core::TABLES,
    ext_date::TABLES,
    ext_bcmath::TABLES,
    ext_calendar::TABLES,
    ext_file::TABLES,
    ext_filter::TABLES,
    ext_hash::TABLES,
    ext_iconv::TABLES,
    ext_json::TABLES,
    ext_mbstring::TABLES,
    ext_pcre::TABLES,
    ext_standard::TABLES,
    ext_tokenizer::TABLES,
];

/// Why a script did not start.
#[derive(Debug)]
pub enum NotRun {
    /// The unit was refused, or the system has no memory for it.
    Unit(LoadError),
    /// The system has no room for the request's stack.
    Stack(io::Error),
}

/// Runs `source` as the main script, writing to `sink`. `arguments` is `$argv`. Gives the exit
/// status: 255 when an error ended it.
pub fn run(
    source: &Source,
    arguments: &[String],
    settings: &Settings,
    sink: Box<dyn Write>,
) -> Result<i32, NotRun> {
    run_for(source, &Caller::CommandLine(arguments), settings, sink)
}

/// Runs `source` as the answer to a request of a web server, whose headers go to `sink` too.
pub fn run_web(
    source: &Source,
    web: &Web,
    settings: &Settings,
    sink: Box<dyn Write>,
) -> Result<i32, NotRun> {
    run_for(source, &Caller::Server(web), settings, sink)
}

/// Whom a script runs for.
enum Caller<'a> {
    /// With `$argv`.
    CommandLine(&'a [String]),
    Server(&'a Web),
}

fn run_for(
    source: &Source,
    caller: &Caller<'_>,
    settings: &Settings,
    mut sink: Box<dyn Write>,
) -> Result<i32, NotRun> {
    vm::native::install(EXTENSIONS);
    vm::native::install_library(systemlib::func);
    jit::install(settings.jit);
    let provider = Provider::shared(settings.parse_options(), settings.mode);
    let unit = provider.main(source);
    if let (Ok(unit), true) = (&unit, settings.dump_bytecode) {
        // A reader that has gone away is no error of the script.
        let _ = sink.write_all(hhbc::show::listing(unit.unit()).as_bytes());
    }
    let mut request = Request::new(sink, provider).map_err(NotRun::Stack)?;
    configure(&mut request, settings);
    if let Caller::Server(web) = caller {
        web::define(&mut request, web, source.name.as_bytes())
            .map_err(|oom| NotRun::Unit(LoadError::Oom(oom)))?;
    }
    let unit = match unit {
        Ok(unit) => unit,
        Err(NotMain::NotLoaded(error)) => return Err(NotRun::Unit(error)),
        Err(NotMain::Refused(refusal)) => return Ok(refuse(&mut request, source, refusal)),
    };
    if let Caller::CommandLine(arguments) = caller {
        superglobals::define(&mut request, source, arguments)
            .map_err(|oom| NotRun::Unit(LoadError::Oom(oom)))?;
    }
    let ending = request.run_main(unit);
    if settings.jit_report {
        eprintln!("{:#?}", jit::report());
    }
    match ending {
        Ending::Done => Ok(request.exit_status),
        Ending::Failed => Ok(SCRIPT_ERROR),
    }
}

/// PHP's exit status for an error in a script.
const SCRIPT_ERROR: i32 = 255;

/// Shows why the main script does not compile.
fn refuse(request: &mut Request, source: &Source, refusal: Refusal) -> i32 {
    let Refusal { error, remarks } = refusal;
    let level = match error.severity {
        Severity::Parse => level::PARSE,
        Severity::Fatal | Severity::Warning => level::COMPILE_ERROR,
    };
    let error = SourceRemark { level, text: error.message, line: error.line };
    request.refuse_main(&source.name, remarks, error);
    SCRIPT_ERROR
}

/// Hands the settings to a request, and does what they ask for at once.
fn configure(request: &mut Request, settings: &Settings) {
    heap::with(|heap| heap.set_limit(settings.memory_limit()));
    if settings.gc_stress {
        cycle::stress();
    }
    for (name, value) in settings.pairs() {
        request.ini.configure(name, value);
    }
    if let Some(level) = settings.get("error_reporting") {
        request.errors.set_level(quantity(level.as_bytes()));
    }
    if let Some(seconds) = settings.get("max_execution_time") {
        request.limit_time(quantity(seconds.as_bytes()));
    }
}
