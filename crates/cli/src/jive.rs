//! Jive's own command line, with HHVM's options.

use std::process::ExitCode;

use engine::lint::Diagnostic;
use engine::settings::Settings;
use engine::source::Source;
use engine::{dump, lint};

use crate::output::{VERSION, print, usage_error};
use crate::{php, script};

/// What to do with the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
    Run,
    Lint,
    Check,
    DumpTokens,
    DumpAst,
    DumpHhas,
}

/// Runs `jive ARGUMENTS`.
pub fn main(arguments: &[String]) -> ExitCode {
    let mut settings = Settings::default();
    let mut task = Task::Run;
    let mut files = Vec::new();
    let mut rest = arguments.iter();
    if arguments.first().is_some_and(|word| word == "check") {
        task = Task::Check;
        rest.next();
    }
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "-h" | "--help" => {
                print(HELP.as_bytes());
                return ExitCode::SUCCESS;
            }
            "--version" => {
                print(VERSION.as_bytes());
                return ExitCode::SUCCESS;
            }
            "-l" => task = Task::Lint,
            "--dump=tokens" => task = Task::DumpTokens,
            "-vEval.DumpAst=1" | "-vEval.DumpAst=true" => task = Task::DumpAst,
            "-vEval.DumpBytecode=1" | "-vEval.DumpBytecode=true" => settings.dump_bytecode = true,
            "-vEval.DumpHhas=1" | "-vEval.DumpHhas=true" => task = Task::DumpHhas,
            "-f" | "--file" => files.extend(rest.next().cloned()),
            "-d" => php::define(rest.next().map_or("", String::as_str), &mut settings),
            option if option.starts_with("--file=") => files.push(option[7..].to_owned()),
            option if option.starts_with("-d") => php::define(&option[2..], &mut settings),
            option if is_setting(option) => php::define(&option[2..], &mut settings),
            option if option.starts_with('-') && option.len() > 1 => {
                return usage_error(&format!("jive: unknown option {option}; see jive --help"));
            }
            file => {
                files.push(file.to_owned());
                if task == Task::Run {
                    files.extend(rest.by_ref().cloned());
                }
            }
        }
    }
    perform(task, &files, &settings)
}

/// Whether an option sets one of the engine's own settings.
fn is_setting(option: &str) -> bool {
    ["-vEval.Jit", "-vEval.Mode=", "-vEval.GcStress="].iter().any(|name| option.starts_with(name))
}

fn perform(task: Task, files: &[String], settings: &Settings) -> ExitCode {
    if task == Task::Lint {
        return php::lint_files(files, settings);
    }
    if files.is_empty() {
        return usage_error("jive: no file was given; see jive --help");
    }
    if task == Task::Run {
        return script::run_file(files, settings);
    }
    let mut status = ExitCode::SUCCESS;
    for file in files {
        match Source::read(file) {
            Ok(source) if !show(task, &source, settings) => status = ExitCode::FAILURE,
            Ok(_) => {}
            Err(error) => status = usage_error(&format!("jive: cannot read {file}: {error}")),
        }
    }
    status
}

/// Prints what `task` makes of a source. `false`: it has errors.
fn show(task: Task, source: &Source, settings: &Settings) -> bool {
    let options = settings.parse_options();
    match task {
        Task::DumpTokens => {
            print(&dump::tokens(source, options));
        }
        Task::DumpAst => {
            print(&dump::ast(source, options));
            return report(source, settings);
        }
        Task::DumpHhas => return show_text(dump::assembly(source, options), source),
        Task::Check | Task::Run | Task::Lint => return report(source, settings),
    }
    true
}

/// Prints a text, or the error that stands in its place.
fn show_text(text: Result<String, Diagnostic>, source: &Source) -> bool {
    match text {
        Ok(text) => {
            print(text.as_bytes());
        }
        Err(error) => {
            eprintln!("{}\n", lint::excerpt(source, &error));
            return false;
        }
    }
    true
}

/// Shows every error on standard error, with its lines.
fn report(source: &Source, settings: &Settings) -> bool {
    let diagnostics = lint::diagnostics(source, settings.parse_options());
    for diagnostic in &diagnostics {
        eprintln!("{}\n", lint::excerpt(source, diagnostic));
    }
    diagnostics.is_empty()
}

const HELP: &str = "\
Usage: jive [options] FILE      run a PHP file
       jive check FILE...      all syntax errors, with the lines they stand in
       jive php [options] ...  PHP's command line; see jive php -h

  -l                   PHP's verdict on the syntax of each file
  --dump=tokens        the tokens, one a line
  -vEval.DumpAst=1     the syntax tree, as written and as folded
  -vEval.DumpBytecode=1  the bytecode, with offsets and lines
  -vEval.DumpHhas=1    the bytecode as text that assembles
  -vEval.Jit=0         without machine code
  -vEval.JitThreshold=N  rounds of a loop, or calls, before it becomes machine code
  -vEval.JitASize=SIZE the most bytes of machine code, such as 64M
  -vEval.JitFirst=N -vEval.JitLast=M  only the translations numbered N to M, to find by halves
                       the one that matters
  -vEval.JitReport=1   what became machine code, and where it was left
  -d name=value        set an ini setting
  -f FILE, --file=FILE another way to name the file
  --version            the version
  -h, --help           this text
";
