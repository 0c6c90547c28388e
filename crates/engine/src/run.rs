//! Running a script: source to unit to a request that executes it.

use std::io::{self, Write};

use runtime::native::Table;
use runtime::object::cycle;
use runtime::raise::{Halt, OrExit as _, Res};
use runtime::string::Str;
use runtime::value::Value;
use syntax::diagnostic::Severity;
use vm::native::Library;
use vm::request::errors::level;
use vm::request::ini::quantity;
use vm::request::{Ending, Request};
use vm::unit::{LoadError, LoadedUnit, SourceRemark};

use crate::compile::Refusal;
use crate::provide::{NotMain, Provider};
use crate::settings::Settings;
use crate::source::{STANDARD_INPUT, Source};
use crate::startup;
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
    ext_gmp::TABLES,
    ext_bz2::TABLES,
    ext_fileinfo::TABLES,
    ext_phar::TABLES,
    ext_readline::TABLES,
    ext_gettext::TABLES,
    ext_posix::TABLES,
    ext_sodium::TABLES,
    ext_xml::TABLES,
    ext_zlib::TABLES,
];

/// What extensions bring to streams.
static GUESTS: &[&ext_file::layer::guest::Guest] =
    &[&ext_bz2::GUEST, &ext_iconv::GUEST, &ext_phar::GUEST, &ext_zlib::GUEST];

/// What extensions bring to classes.
static CLASSES: &[&runtime::native::Classes] = &[&ext_xml::CLASSES];

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

/// What is run for the lines of standard input.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Lines {
    /// Code before them.
    pub begin: Option<String>,
    /// Code for each line, which is `$argn` with its number in `$argi`.
    pub each: Option<String>,
    /// A file for each line, when there is no code.
    pub file: Option<String>,
    /// Code behind them.
    pub end: Option<String>,
}

/// Runs code before, for and behind the lines of standard input. Gives the exit status.
pub fn run_lines(
    lines: &Lines,
    arguments: &[String],
    settings: &Settings,
    sink: Box<dyn Write>,
) -> Result<i32, NotRun> {
    let name = arguments.first().cloned().unwrap_or_default();
    let mut request = prepare(settings, sink)?;
    let source = Source { name, bytes: Vec::new() };
    superglobals::define(&mut request, &source, arguments)
        .map_err(|oom| NotRun::Unit(LoadError::Oom(oom)))?;
    let ending = request.run_script(|rq| {
        if let Some(code) = &lines.begin {
            rq.run_piece(code.as_bytes(), "Command line begin code")?;
        }
        each_line(rq, lines)?;
        match &lines.end {
            Some(code) => rq.run_piece(code.as_bytes(), "Command line end code"),
            None => Ok(()),
        }
    });
    Ok(status(&request, ending))
}

fn each_line(rq: &mut Request, lines: &Lines) -> Res<()> {
    let mut number = 0;
    while rq.exit_status == 0
        && let Some(line) = rq.input_line()?
    {
        number += 1;
        let line = Str::new(content(&line)).or_exit(rq)?;
        rq.define_global(b"argn", line.into()).or_exit(rq)?;
        rq.define_global(b"argi", Value::int(number)).or_exit(rq)?;
        match (&lines.each, &lines.file) {
            (Some(code), _) => rq.run_piece(code.as_bytes(), "Command line run code")?,
            (None, Some(file)) => {
                let before = wrapping(rq, "auto_prepend_file");
                let after = wrapping(rq, "auto_append_file");
                for file in [before, Some(file.clone().into_bytes()), after].into_iter().flatten() {
                    rq.run_file_piece(&file)?;
                }
            }
            (None, None) => {}
        }
    }
    Ok(())
}

/// What a line holds. PHP: up to the first NUL, without the line end; of an empty line a NUL stays.
fn content(line: &[u8]) -> &[u8] {
    let end = line.iter().position(|byte| *byte == 0).unwrap_or(line.len());
    let line = &line[..end];
    match line.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')) {
        Some(last) => &line[..=last],
        None if line.is_empty() => b"",
        None => b"\0",
    }
}

fn run_for(
    source: &Source,
    caller: &Caller<'_>,
    settings: &Settings,
    mut sink: Box<dyn Write>,
) -> Result<i32, NotRun> {
    install(settings);
    let provider = Provider::shared(settings.parse_options(), settings.mode);
    let unit = provider.main(source);
    if let (Ok(unit), true) = (&unit, settings.dump_bytecode) {
        // A reader that has gone away is no error of the script.
        let _ = sink.write_all(hhbc::show::listing(unit.unit()).as_bytes());
    }
    let mut request = prepare(settings, sink)?;
    if let Caller::Server(web) = caller {
        web::define(&mut request, web, source.name.as_bytes())
            .map_err(|oom| NotRun::Unit(LoadError::Oom(oom)))?;
    }
    let unit = match unit {
        Ok(unit) => Ok(unit),
        Err(NotMain::NotLoaded(error)) => return Err(NotRun::Unit(error)),
        Err(NotMain::Refused(refusal)) => Err(refusal),
    };
    if let Caller::CommandLine(arguments) = caller {
        superglobals::define(&mut request, source, arguments)
            .map_err(|oom| NotRun::Unit(LoadError::Oom(oom)))?;
    }
    let folder = std::env::current_dir();
    let ending = request.run_script(|rq| run_between(rq, source, unit));
    if let Ok(folder) = folder {
        // Another request of the process begins where this one did; a folder that is gone stays so.
        let _ = std::env::set_current_dir(folder);
    }
    if settings.jit_report {
        eprintln!("{:#?}", jit::report());
    }
    Ok(status(&request, ending))
}

/// Runs the main script, and the files that settings name before and behind it.
fn run_between(
    rq: &mut Request,
    source: &Source,
    unit: Result<&'static LoadedUnit, Refusal>,
) -> Res<()> {
    let has_others = !source.is_command_line();
    let file = |rq: &Request, setting: &str| wrapping(rq, setting).filter(|_| has_others);
    if let Some(path) = file(rq, "auto_prepend_file") {
        drop(rq.run_required(&path)?);
    }
    match unit {
        Ok(unit) => {
            if has_others && source.name != STANDARD_INPUT {
                rq.note_included(source.name.as_bytes());
            }
            drop(rq.run_top(unit)?);
        }
        Err(refusal) => return Err(refuse(rq, source, refusal)),
    }
    match file(rq, "auto_append_file") {
        Some(path) => rq.run_required(&path).map(drop),
        None => Ok(()),
    }
}

/// Functions that scripts of a command line do not have.
const OF_SERVERS: [&str; 3] =
    ["apache_request_headers", "apache_response_headers", "getallheaders"];

/// The file that a setting names.
fn wrapping(rq: &Request, setting: &str) -> Option<Vec<u8>> {
    rq.ini.get(setting).filter(|name| !name.is_empty()).map(<[u8]>::to_vec)
}

/// What extensions do when settings change.
const WATCHERS: &[vm::native::Watcher] = &[
    ext_mbstring::changed,
    ext_iconv::changed,
    ext_pcre::changed,
    ext_date::changed,
    ext_bcmath::changed,
];

/// Gives the process its builtins, and its translator to machine code. Only the first time counts.
fn install(settings: &Settings) {
    let mut disabled = settings.list("disable_functions");
    if !settings.serves {
        disabled.extend(OF_SERVERS.map(str::to_owned));
    }
    vm::native::install(EXTENSIONS, &disabled);
    vm::native::watch_settings(WATCHERS);
    vm::native::install_library(Library {
        func: systemlib::func,
        funcs: || systemlib::all_funcs().collect(),
        classes: systemlib::all_classes(),
    });
    ext_file::layer::guest::admit(GUESTS);
    vm::native_method::admit(CLASSES);
    jit::install(settings.jit);
}

/// A request with all builtins under these settings.
pub(crate) fn prepare(settings: &Settings, sink: Box<dyn Write>) -> Result<Request, NotRun> {
    install(settings);
    let provider = Provider::shared(settings.parse_options(), settings.mode);
    let mut request = Request::new(sink, provider).map_err(NotRun::Stack)?;
    configure(&mut request, settings);
    Ok(request)
}

/// The exit status of a request.
pub(crate) fn status(request: &Request, ending: Ending) -> i32 {
    match ending {
        Ending::Done => request.exit_status,
        Ending::Failed => SCRIPT_ERROR,
    }
}

/// PHP's exit status for an error in a script.
const SCRIPT_ERROR: i32 = 255;

/// Shows why the main script does not compile.
pub(crate) fn refuse(request: &mut Request, source: &Source, refusal: Refusal) -> Halt {
    let Refusal { error, remarks } = refusal;
    let level = match error.severity {
        Severity::Parse => level::PARSE,
        Severity::Fatal | Severity::Warning => level::COMPILE_ERROR,
    };
    let error = SourceRemark { level, text: error.message, line: error.line };
    request.refuse_main(&source.name, remarks, error)
}

/// Hands the settings to a request, and does what they ask for at once.
fn configure(request: &mut Request, settings: &Settings) {
    if settings.gc_stress {
        cycle::stress();
    }
    for (name, value) in settings.pairs() {
        request.ini.configure(name, value);
    }
    request.ini.files.clone_from(&settings.files);
    request.output.set_buffering(settings.buffering);
    if let Some(level) = settings.get("error_reporting") {
        request.errors.set_level(quantity(level.as_bytes()));
    }
    if let Some(seconds) = settings.get("max_execution_time") {
        request.limit_time(quantity(seconds.as_bytes()));
    }
    startup::limit_memory(request, settings);
    startup::remember_paths(request);
    startup::check(request, settings);
}
