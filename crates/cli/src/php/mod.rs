//! PHP's command line: every option of `php -h`.
//!
//! # Not here
//! How options are spelled (`options`), their help (`usage`), where settings come from
//! (`ini_files`), the web server (`server`).

mod ini_files;
mod options;
mod request;
mod tasks;
mod usage;

use std::process::ExitCode;

use engine::settings::Settings;
use engine::source::Source;

use crate::output::{PHP_VERSION, print, usage_error};
use crate::{script, server};
use request::{Mode, Request};
pub use tasks::{highlight, information, modules, strip};

/// Runs `php ARGUMENTS`.
pub fn main(arguments: &[String]) -> ExitCode {
    let options = options::read(arguments);
    let mut settings = Settings::default();
    let files = ini_files::read(&options.given, &mut settings);
    for (_, setting) in options.given.iter().filter(|(letter, _)| *letter == 'd') {
        define(setting, &mut settings);
    }
    if let Some(ending) = asks_for_text(&options, &settings) {
        return ending;
    }
    if let Some(text) = engine::startup::removed(&settings) {
        print(format!("\nFatal error: {text} in Unknown on line 0\n").as_bytes());
        return ExitCode::FAILURE;
    }
    if let Some((_, address)) = options.given.iter().rfind(|(letter, _)| *letter == 'S') {
        return serve(address, &options, &settings);
    }
    let mut request = request::read(options, settings);
    request.ini_folders = files.folders;
    match request.fault.take() {
        Some(fault) => {
            print(fault.as_bytes());
            // PHP: what is left to be checked is checked all the same.
            if let (Mode::Lint, Some(file)) = (request.mode, request.file.take()) {
                request.rest.insert(0, file);
                lint_files(&request.rest, &request.settings);
            }
            ExitCode::FAILURE
        }
        None => perform(&request),
    }
}

/// Options that print a text: the first of them, unless one before it is wrong.
fn asks_for_text(options: &options::Options, settings: &Settings) -> Option<ExitCode> {
    let text =
        options.given.iter().find(|(letter, _)| matches!(letter, 'h' | '?' | 'i' | 'm' | 'v'));
    let Some((letter, _)) = text else {
        let fault = options.fault.as_ref()?;
        crate::output::complain(fault);
        print(usage::usage("php").as_bytes());
        return Some(ExitCode::FAILURE);
    };
    Some(match letter {
        'v' => {
            print(PHP_VERSION.as_bytes());
            ExitCode::SUCCESS
        }
        'm' => tasks::modules(settings),
        'i' => tasks::information(settings),
        _ => {
            print(usage::usage("php").as_bytes());
            ExitCode::SUCCESS
        }
    })
}

/// `-S`: the web server, with `-t` and a script that routes.
fn serve(address: &str, options: &options::Options, settings: &Settings) -> ExitCode {
    let folder = options.given.iter().rfind(|(letter, _)| *letter == 't');
    let folder = folder.map(|(_, folder)| folder.clone());
    server::main(server::Site { address, folder, router: options.rest.first().cloned() }, settings)
}

/// Does what was asked for.
fn perform(request: &Request) -> ExitCode {
    if let Some(file) = request.file.as_ref().filter(|_| request.mode != Mode::Standard)
        && request.mode != Mode::Lint
        && let Err(ending) = open(Some(file))
    {
        return ending;
    }
    let settings = &request.settings;
    match request.mode {
        Mode::Standard | Mode::Direct => run(request),
        Mode::Lint => {
            let files: Vec<String> = request.file.iter().chain(&request.rest).cloned().collect();
            lint_files(&files, settings)
        }
        Mode::Strip | Mode::Highlight => match open(request.file.as_deref()) {
            Ok(source) if request.mode == Mode::Strip => tasks::strip(&source, settings),
            Ok(source) => tasks::highlight(&source, settings),
            Err(ending) => ending,
        },
        Mode::EachLine => script::run_lines(&request.lines, &request.arguments(), settings),
        Mode::Reflect(letter) => tasks::reflect(letter, &request.subject, settings),
        Mode::ShowIni => tasks::ini_files(request),
    }
}

/// Opens a file, or standard input. The error is the exit status, after PHP's words.
fn open(file: Option<&str>) -> Result<Source, ExitCode> {
    let source = match file {
        Some(file) => Source::read(file),
        None => Source::read_stdin(),
    };
    let name = file.unwrap_or("-");
    source.map_err(|_| usage_error(&format!("Could not open input file: {name}")))
}

/// Runs what is asked for: code, a file, or standard input.
fn run(request: &Request) -> ExitCode {
    let settings = &request.settings;
    if let Some(code) = &request.code {
        return script::run_source(&Source::command_line(code), &request.arguments(), settings);
    }
    if request.file.is_some() {
        return script::run_file(&request.arguments(), settings);
    }
    match Source::read_stdin() {
        Ok(source) => script::run_source(&source, &request.arguments(), settings),
        Err(_) => {
            let text = "Failed opening required 'Standard input code'";
            let path = settings.get("include_path").unwrap_or(".:/usr/share/php");
            let text = format!("{text} (include_path='{path}') in Unknown on line 0");
            print(format!("\nFatal error: {text}\n").as_bytes());
            ExitCode::from(crate::output::SCRIPT_ERROR)
        }
    }
}

/// Sets `name=value`; a name alone is on.
pub fn define(setting: &str, settings: &mut Settings) {
    let (name, value) = setting.split_once('=').unwrap_or((setting, "1"));
    settings.set(name.trim(), &engine::ini::value(value));
}

/// `-l`: PHP's verdict on each file, or on standard input when none is named.
pub fn lint_files(files: &[String], settings: &Settings) -> ExitCode {
    if files.is_empty() {
        return match Source::read_stdin() {
            Ok(source) => script::lint(&source, settings),
            Err(error) => usage_error(&format!("Could not read standard input: {error}")),
        };
    }
    let mut status = ExitCode::SUCCESS;
    for file in files {
        let code = match open(Some(file)) {
            Ok(source) => script::lint(&source, settings),
            Err(ending) => ending,
        };
        if code != ExitCode::SUCCESS {
            status = code;
        }
    }
    status
}
