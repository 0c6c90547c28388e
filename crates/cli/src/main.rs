//! The binary: `jive`, PHP's command line when it is called `php`, and a gateway as `php-cgi`.

#![forbid(unsafe_code)]

mod cgi;
mod jive;
mod output;
mod php;
mod repeated;
mod script;
mod server;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    engine::standard::settle();
    engine::note_calls();
    let mut arguments = std::env::args_os();
    let called = arguments.next().unwrap_or_default();
    let arguments: Vec<String> = arguments.map(lossy).collect();
    match arguments.first().map(String::as_str) {
        _ if cgi::is_cgi(&called) => cgi::main(&arguments),
        _ if is_php(&called) => php::main(&arguments),
        Some("php-cgi") => cgi::main(&arguments[1..]),
        Some("php") => php::main(&arguments[1..]),
        _ => jive::main(&arguments),
    }
}

/// Whether the name that the binary was called by is that of PHP: `php`, `php8.4`.
fn is_php(called: &OsString) -> bool {
    let name = Path::new(called).file_name().unwrap_or_default().to_string_lossy();
    name.strip_prefix("php")
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
}

fn lossy(argument: OsString) -> String {
    argument.into_string().unwrap_or_else(|argument| argument.to_string_lossy().into_owned())
}
