//! PHP's command line: every option of `php -h`.
//!
//! # Not here
//! How options are spelled (`options`), and their help (`usage`).

mod options;
mod tasks;
mod usage;

use std::path::PathBuf;
use std::process::ExitCode;

use engine::lint;
use engine::settings::Settings;
use engine::source::Source;

use crate::output::{SCRIPT_ERROR, VERSION, print, usage_error};
use crate::script;

/// What is to be done with code or a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Mode {
    #[default]
    Standard,
    Direct,
    /// `-B`, `-R`, `-F`, `-E`.
    EachLine,
    Lint,
    Highlight,
    Strip,
    /// `--rf` and its like, by their letters in `options`.
    Reflect(char),
    ShowIni,
}

/// What the options ask for.
#[derive(Default)]
struct Request {
    settings: Settings,
    mode: Mode,
    code: Option<String>,
    file: Option<String>,
    /// What `-B`, `-R` and `-E` run.
    pieces: tasks::Pieces,
    /// Where settings come from before the options: a file.
    ini_file: Option<PathBuf>,
    /// What `--rf` and its like are about.
    subject: String,
    /// Words behind the options.
    rest: Vec<String>,
}

/// PHP's words for options that do not go together.
const CONFLICT: &str = "Either execute direct code, process stdin or use a file.\n";

/// Runs `php ARGUMENTS`.
pub fn main(arguments: &[String]) -> ExitCode {
    let options = match options::read(arguments) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            print(usage::usage("php").as_bytes());
            return ExitCode::FAILURE;
        }
    };
    if let Some(ending) = asks_for_text(&options.given) {
        return ending;
    }
    match read_modes(options) {
        Ok(request) => perform(request),
        Err(message) => {
            print(message.as_bytes());
            ExitCode::FAILURE
        }
    }
}

/// Options that print a text wherever they stand.
fn asks_for_text(given: &[(char, String)]) -> Option<ExitCode> {
    if given.iter().any(|(letter, _)| matches!(letter, 'h' | '?')) {
        print(usage::usage("php").as_bytes());
        return Some(ExitCode::SUCCESS);
    }
    let (letter, _) = given.iter().find(|(letter, _)| matches!(letter, 'i' | 'm' | 'v'))?;
    let mut settings = Settings::default();
    for (_, setting) in given.iter().filter(|(letter, _)| *letter == 'd') {
        define(setting, &mut settings);
    }
    Some(match letter {
        'v' => {
            print(VERSION.as_bytes());
            ExitCode::SUCCESS
        }
        'm' => tasks::modules(&settings),
        _ => tasks::information(&settings),
    })
}

/// Sorts out what the options together mean. The error is PHP's text for those that do not go
/// together.
fn read_modes(options: options::Options) -> Result<Request, String> {
    let mut request = Request { ini_file: ini_file(&options.given), ..Request::default() };
    if let Some(text) = request.ini_file.as_ref().and_then(|file| std::fs::read(file).ok()) {
        for (name, value) in engine::ini::settings(&String::from_utf8_lossy(&text)) {
            request.settings.set(&name, &value);
        }
    }
    for (letter, value) in options.given {
        match letter {
            'a' => return Err("Interactive shell (-a) requires the readline extension.\n".into()),
            'd' => define(&value, &mut request.settings),
            'f' if matches!(request.mode, Mode::Direct | Mode::EachLine) => {
                return Err(CONFLICT.into());
            }
            'f' if request.file.is_some() => return Err("You can use -f only once.\n".into()),
            'f' => request.file = Some(value),
            'l' if request.mode == Mode::Standard => request.mode = Mode::Lint,
            'r' if request.mode == Mode::Direct => {
                return Err("You can use -r only once.\n".into());
            }
            'r' if request.mode != Mode::Standard || request.file.is_some() => {
                return Err(CONFLICT.into());
            }
            'r' => (request.mode, request.code) = (Mode::Direct, Some(value)),
            'B' | 'R' | 'F' | 'E' => match request.mode {
                Mode::Standard | Mode::EachLine => add_piece(letter, value, &mut request)?,
                _ => return Err(CONFLICT.into()),
            },
            's' | 'w' => request.mode = show_mode(letter, request.mode)?,
            'S' | 't' => return Err(unsupported("-S")),
            'z' => eprintln!("Failed loading {value}:  Jive loads no extensions"),
            '0'..='4' => (request.mode, request.subject) = (Mode::Reflect(letter), value),
            '5' => request.mode = Mode::ShowIni,
            _ => {}
        }
    }
    request.rest = options.rest;
    let takes_file = !matches!(request.mode, Mode::Direct | Mode::EachLine);
    if takes_file && request.file.is_none() && !options.is_ended && !request.rest.is_empty() {
        request.file = Some(request.rest.remove(0));
    }
    Ok(request)
}

/// The file that settings are read from: what `-c` or the environment's `PHPRC` names, or
/// `php-cli.ini` or `php.ini` in the folder that they name.
fn ini_file(given: &[(char, String)]) -> Option<PathBuf> {
    if given.iter().any(|(letter, _)| *letter == 'n') {
        return None;
    }
    let named = given.iter().rfind(|(letter, _)| *letter == 'c').map(|(_, value)| value.into());
    let named: PathBuf = named.or_else(|| std::env::var_os("PHPRC").map(PathBuf::from))?;
    let candidates = [named.join("php-cli.ini"), named.join("php.ini"), named];
    candidates.into_iter().find(|path| path.is_file())
}

/// Takes what `-B`, `-R`, `-F` or `-E` gives.
fn add_piece(letter: char, value: String, request: &mut Request) -> Result<(), String> {
    request.mode = Mode::EachLine;
    let pieces = &mut request.pieces;
    let has_body = pieces.each.is_some() || request.file.is_some();
    match letter {
        'B' if pieces.begin.is_some() => return Err("You can use -B only once.\n".into()),
        'E' if pieces.end.is_some() => return Err("You can use -E only once.\n".into()),
        'R' | 'F' if has_body => return Err("You can use -R or -F only once.\n".into()),
        'B' => pieces.begin = Some(value),
        'E' => pieces.end = Some(value),
        'R' => pieces.each = Some(value),
        _ => request.file = Some(value),
    }
    Ok(())
}

fn show_mode(letter: char, mode: Mode) -> Result<Mode, String> {
    match (letter, mode) {
        ('s', Mode::Direct | Mode::EachLine) => {
            Err("Source highlighting only works for files.\n".into())
        }
        (_, Mode::Direct | Mode::EachLine) => {
            Err("Source stripping only works for files.\n".into())
        }
        ('s', _) => Ok(Mode::Highlight),
        _ => Ok(Mode::Strip),
    }
}

fn unsupported(option: &str) -> String {
    format!("php: option {option} is not supported yet\n")
}

/// Does what was asked for.
fn perform(request: Request) -> ExitCode {
    match request.mode {
        Mode::Standard | Mode::Direct => run(&request),
        Mode::Lint => {
            let files: Vec<String> = request.file.iter().chain(&request.rest).cloned().collect();
            lint_files(&files, &request.settings)
        }
        Mode::Strip => tasks::strip(request.file.as_deref(), &request.settings),
        Mode::Highlight => usage_error(unsupported("-s").trim_end()),
        Mode::EachLine => {
            let name = request.file.as_deref().unwrap_or("Standard input code");
            let arguments = [&[name.to_owned()], &request.rest[..]].concat();
            let file = request.file.as_deref();
            tasks::each_line(&request.pieces, file, (&arguments, &request.settings))
        }
        Mode::Reflect(letter) => tasks::reflect(letter, &request.subject, &request.settings),
        Mode::ShowIni => tasks::ini_files(request.ini_file.as_deref()),
    }
}

/// Runs what is asked for: code, a file, or standard input.
fn run(request: &Request) -> ExitCode {
    // PHP: without a file, `$argv` begins with what stands for it.
    let arguments = |name: &str| [&[name.to_owned()], &request.rest[..]].concat();
    if let Some(code) = &request.code {
        let source = Source::command_line(code);
        return script::run_source(&source, &arguments("Standard input code"), &request.settings);
    }
    if let Some(file) = &request.file {
        return script::run_file(&arguments(file), &request.settings);
    }
    match Source::read_stdin() {
        Ok(source) => {
            script::run_source(&source, &arguments("Standard input code"), &request.settings)
        }
        Err(error) => usage_error(&format!("Could not read standard input: {error}")),
    }
}

/// Sets `name=value`; a name alone is on.
pub fn define(setting: &str, settings: &mut Settings) {
    let (name, value) = setting.split_once('=').unwrap_or((setting, "1"));
    settings.set(name.trim(), &engine::ini::value(value));
}

/// `-l`: PHP's verdict on each file, or on standard input when none is named.
pub fn lint_files(files: &[String], settings: &Settings) -> ExitCode {
    let mut status = ExitCode::SUCCESS;
    if files.is_empty() {
        return match Source::read_stdin() {
            Ok(source) => ExitCode::from(lint_source(&source, settings)),
            Err(error) => usage_error(&format!("Could not read standard input: {error}")),
        };
    }
    for file in files {
        let code = match Source::read(file) {
            Ok(source) => lint_source(&source, settings),
            Err(_) => {
                eprintln!("Could not open input file: {file}");
                1
            }
        };
        if code != 0 {
            status = ExitCode::from(code);
        }
    }
    status
}

fn lint_source(source: &Source, settings: &Settings) -> u8 {
    let (mut text, is_valid) = lint::php_report(source, settings.parse_options());
    let verdict = if is_valid { "No syntax errors detected in" } else { "Errors parsing" };
    text.extend_from_slice(format!("{verdict} {}\n", source.name).as_bytes());
    print(&text);
    if is_valid { 0 } else { SCRIPT_ERROR }
}
