//! PHP's command line.

use std::process::ExitCode;

use engine::lint;
use engine::settings::Settings;
use engine::source::Source;

use crate::output::{SCRIPT_ERROR, VERSION, print, usage_error};
use crate::script;

/// What the options ask for.
#[derive(Default)]
struct Request {
    settings: Settings,
    lint: bool,
    code: Option<String>,
    files: Vec<String>,
}

/// Runs `php ARGUMENTS`.
pub fn main(arguments: &[String]) -> ExitCode {
    let mut request = Request::default();
    match read_options(arguments, &mut request) {
        Ok(None) if request.lint => lint_files(&request.files, &request.settings),
        Ok(None) => run(&request),
        Ok(Some(text)) => {
            print(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => usage_error(&message),
    }
}

/// Runs what is asked for: code, a file, or standard input.
fn run(request: &Request) -> ExitCode {
    // PHP: without a file, `$argv` begins with what stands for it.
    let arguments = |name: &str| [&[name.to_owned()], &request.files[..]].concat();
    if let Some(code) = &request.code {
        let source = Source::command_line(code);
        return script::run_source(&source, &arguments("Standard input code"), &request.settings);
    }
    if !request.files.is_empty() {
        return script::run_file(&request.files, &request.settings);
    }
    match Source::read_stdin() {
        Ok(source) => script::run_source(&source, &arguments("-"), &request.settings),
        Err(error) => usage_error(&format!("Could not read standard input: {error}")),
    }
}

/// Reads the options into `request`; `Some` is a text to print in place of running anything.
fn read_options(
    arguments: &[String],
    request: &mut Request,
) -> Result<Option<&'static str>, String> {
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--" => {
                request.files.extend(rest.cloned());
                break;
            }
            "--syntax-check" => request.lint = true,
            "--help" => return Ok(Some(HELP)),
            "--version" => return Ok(Some(VERSION)),
            option if option.starts_with("--") => return Err(unsupported(option)),
            option if option.starts_with('-') && option.len() > 1 => {
                if let Some(text) = read_letters(&option[1..], &mut rest, request)? {
                    return Ok(Some(text));
                }
            }
            file if request.lint || request.code.is_some() => request.files.push(file.to_owned()),
            file => {
                request.files.push(file.to_owned());
                request.files.extend(rest.cloned());
                break;
            }
        }
    }
    Ok(None)
}

/// Letters behind one dash: flags, of which the last may take what follows as its value.
fn read_letters<'a>(
    letters: &str,
    rest: &mut impl Iterator<Item = &'a String>,
    request: &mut Request,
) -> Result<Option<&'static str>, String> {
    for (at, letter) in letters.char_indices() {
        let behind = letters[at + letter.len_utf8()..].trim_start_matches('=');
        let mut value = || match behind {
            "" => rest.next().cloned().ok_or_else(|| missing_value(letter)),
            joined => Ok(joined.to_owned()),
        };
        match letter {
            'n' => {}
            'l' => request.lint = true,
            'h' | '?' => return Ok(Some(HELP)),
            'v' => return Ok(Some(VERSION)),
            'd' => {
                define(&value()?, &mut request.settings);
                break;
            }
            'r' => {
                request.code = Some(value()?);
                break;
            }
            'f' => {
                request.files.push(value()?);
                break;
            }
            _ => return Err(unsupported(&format!("-{letter}"))),
        }
    }
    Ok(None)
}

fn unsupported(option: &str) -> String {
    format!("php: option {option} is not supported; see php -h")
}

fn missing_value(letter: char) -> String {
    format!("php: option -{letter} needs a value; see php -h")
}

/// Sets `name=value`; a name alone is on.
pub fn define(setting: &str, settings: &mut Settings) {
    let (name, value) = setting.split_once('=').unwrap_or((setting, "1"));
    settings.set(name.trim(), value.trim_matches('"'));
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

const HELP: &str = "\
Usage: php [options] [-f] <file> [args...]
   php [options] -r <code> [args...]
   php [options] -l [file...]

  -d foo[=bar]     Define INI entry foo with value 'bar'
  -f <file>        Parse and execute <file>
  -h               This help
  -l               Syntax check only (lint); without a file, of standard input
  -n               No configuration (ini) files will be used
  -r <code>        Run PHP <code> without using script tags <?..?>
  -v               Version number

Without a file and without -r the script is read from standard input.
";
