//! `php-cgi`: one request of a web server, handed over by the rules of CGI.
//!
//! # Not here
//! What the request means to a script: `engine::web`.

use std::ffi::OsString;
use std::io::{self, Read as _};
use std::os::unix::ffi::OsStrExt as _;
use std::process::ExitCode;

use engine::run::run_web;
use engine::settings::Settings;
use engine::source::Source;
use engine::web::Web;

use crate::output::print;
use crate::script::ended;
use crate::{php, repeated};

/// What the gateway calls itself.
const VERSION: &str =
    concat!("PHP 8.4.24 (cgi-fcgi) (built: Jive ", env!("CARGO_PKG_VERSION"), ") (NTS)\n");

/// What the options ask for.
#[derive(Default)]
struct Options {
    settings: Settings,
    file: Option<String>,
    /// Words behind the file: the query, when the server gives none.
    words: Vec<String>,
    /// Whether no headers are written.
    is_quiet: bool,
    /// What is to be shown of the file instead of running it.
    view: Option<View>,
}

/// What is shown of a file.
#[derive(Clone, Copy)]
enum View {
    Verdict,
    Stripped,
    Coloured,
}

/// Whether the name that the binary was called by is that of the gateway: `php-cgi`, `php-cgi8.4`.
pub fn is_cgi(called: &OsString) -> bool {
    let name = std::path::Path::new(called).file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("php-cgi")
}

/// Runs `php-cgi ARGUMENTS`.
pub fn main(arguments: &[String]) -> ExitCode {
    let mut options = Options::default();
    // A gateway shows errors with tags, and answers a server.
    options.settings.set("html_errors", "1");
    options.settings.serves = true;
    if let Some(ending) = read(arguments, &mut options) {
        return ending;
    }
    let mut web = Web { sapi: "cgi-fcgi", ..Web::default() };
    for (name, value) in std::env::vars_os() {
        web.variables.push((name.as_bytes().to_vec(), value.as_bytes().to_vec()));
    }
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let file = options.file.clone();
    let file = file.or_else(|| variable("PATH_TRANSLATED")).or_else(|| variable("SCRIPT_FILENAME"));
    if variable("QUERY_STRING").is_none() && !options.words.is_empty() {
        let query = options.words.join("+").into_bytes();
        web.variables.retain(|(name, _)| name != b"QUERY_STRING");
        web.variables.push((b"QUERY_STRING".to_vec(), query));
    }
    let length = variable("CONTENT_LENGTH").and_then(|length| length.trim().parse().ok());
    web.announced = length.unwrap_or(0);
    let most = u64::try_from(web.announced).unwrap_or(u64::MAX);
    // A body that ends early is what there is of it.
    let _ = io::stdin().take(most).read_to_end(&mut web.body);
    if let (Some(View::Verdict), Some(first)) = (options.view, &file) {
        return check(first, &options);
    }
    let source = match (file.as_deref().map(Source::read), options.view) {
        (Some(Ok(source)), None) => source.resolved(),
        (Some(Ok(source)), Some(view)) => return show(view, &source, &options),
        (Some(Err(_)), _) | (None, None) => return no_input(options.is_quiet),
        (None, Some(view)) => match Source::read_stdin() {
            Ok(source) => return show(view, &source, &options),
            Err(_) => return no_input(options.is_quiet),
        },
    };
    answer(&source, &web, &options)
}

fn answer(source: &Source, web: &Web, options: &Options) -> ExitCode {
    let sink: Box<dyn io::Write> = match options.is_quiet {
        true => Box::new(WithoutHead::default()),
        false => Box::new(io::stdout()),
    };
    let script = |sink| run_web(source, web, &options.settings, sink);
    ended(&source.name, repeated::run(script, &options.settings, sink))
}

/// Reads the options; an ending when one of them is all that was asked for.
fn read(arguments: &[String], options: &mut Options) -> Option<ExitCode> {
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let Some(letters) = argument.strip_prefix('-').filter(|letters| !letters.is_empty()) else {
            options.file = Some(argument.clone());
            break;
        };
        if letters == "-" {
            options.file = rest.next().cloned();
            break;
        }
        let (letter, value) = letters.split_at(letters.chars().next().map_or(0, char::len_utf8));
        let mut value = || match value {
            "" => rest.next().cloned().unwrap_or_default(),
            value => value.to_owned(),
        };
        match letter {
            "d" => php::define(&value(), &mut options.settings),
            "c" | "z" | "b" | "T" => drop(value()),
            "f" => {
                options.file = Some(value());
                options.is_quiet |= !is_asked_by_server();
            }
            "q" => options.is_quiet = true,
            "a" => {
                print(b"Interactive mode enabled\n\n");
                options.is_quiet = true;
            }
            "l" => (options.view, options.is_quiet) = (Some(View::Verdict), true),
            "w" => options.view = Some(View::Stripped),
            "s" => options.view = Some(View::Coloured),
            "i" => return Some(php::information(&options.settings)),
            "m" => return Some(php::modules(&options.settings)),
            "v" => return Some(print(VERSION.as_bytes())),
            _ => {}
        }
    }
    options.words.extend(rest.cloned());
    None
}

/// Whether a server has started the process, and not a person.
fn is_asked_by_server() -> bool {
    let marks = ["SERVER_SOFTWARE", "SERVER_NAME", "GATEWAY_INTERFACE", "REQUEST_METHOD"];
    marks.iter().any(|name| std::env::var_os(name).is_some())
}

/// What the head of every response says.
const HEAD: &[u8] = b"X-Powered-By: PHP/8.4.24\r\nContent-type: text/html; charset=UTF-8\r\n\r\n";

/// Shows a source instead of running it.
fn show(view: View, source: &Source, options: &Options) -> ExitCode {
    if !options.is_quiet {
        print(HEAD);
    }
    match view {
        View::Verdict => crate::script::lint(source, &options.settings),
        View::Stripped => php::strip(source, &options.settings),
        View::Coloured => php::highlight(source, &options.settings),
    }
}

/// Checks the syntax of files, one after the other, up to one that is not there.
fn check(first: &str, options: &Options) -> ExitCode {
    let mut ending = ExitCode::SUCCESS;
    for file in std::iter::once(first).chain(options.words.iter().map(String::as_str)) {
        let Ok(source) = Source::read(file) else {
            no_input(true);
            return ExitCode::from(u8::MAX);
        };
        let verdict = show(View::Verdict, &source, options);
        if verdict != ExitCode::SUCCESS {
            ending = verdict;
        }
    }
    ending
}

fn no_input(is_quiet: bool) -> ExitCode {
    if !is_quiet {
        print(&[b"Status: 404 Not Found\r\n", HEAD].concat());
    }
    print(b"No input file specified.\n")
}

/// Standard output without the head of a response.
#[derive(Default)]
struct WithoutHead {
    head: Vec<u8>,
    is_behind: bool,
}

impl io::Write for WithoutHead {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_behind {
            return io::stdout().write(bytes);
        }
        self.head.extend_from_slice(bytes);
        if let Some(at) = self.head.windows(4).position(|window| window == b"\r\n\r\n") {
            self.is_behind = true;
            io::stdout().write_all(&self.head[at + 4..])?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}
