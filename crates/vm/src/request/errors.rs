//! Warnings, fatal errors and exceptions that nothing caught: who handles them, and how they are
//! shown.
//!
//! # Invariants
//! - While the script's handler runs it is not in force: what it does wrong is shown.
//! - The last error is one that the handler did not take.

use std::borrow::Cow;
use std::os::unix::fs::OpenOptionsExt as _;

use runtime::class::Remark;
use runtime::message::Severity;
use runtime::native::Host;
use runtime::object::Object;
use runtime::raise::{Halt, OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::Request;
use crate::frame::{FrameInfo, Walker};
use crate::throwable;
use crate::unit::{LoadedUnit, SourceRemark};

/// The levels of errors.
pub mod level {
    /// `E_ERROR`.
    pub const ERROR: i64 = 1;
    /// `E_WARNING`.
    pub const WARNING: i64 = 2;
    /// `E_PARSE`.
    pub const PARSE: i64 = 4;
    /// `E_COMPILE_ERROR`.
    pub const COMPILE_ERROR: i64 = 64;
    /// `E_COMPILE_WARNING`.
    pub const COMPILE_WARNING: i64 = 128;
    /// `E_NOTICE`.
    pub const NOTICE: i64 = 8;
    /// `E_USER_ERROR`.
    pub const USER_ERROR: i64 = 256;
    /// `E_USER_WARNING`.
    pub const USER_WARNING: i64 = 512;
    /// `E_USER_NOTICE`.
    pub const USER_NOTICE: i64 = 1024;
    /// `E_RECOVERABLE_ERROR`.
    pub const RECOVERABLE: i64 = 4096;
    /// `E_DEPRECATED`.
    pub const DEPRECATED: i64 = 8192;
    /// `E_USER_DEPRECATED`.
    pub const USER_DEPRECATED: i64 = 16384;
    /// `E_ALL`.
    pub const ALL: i64 = 30719;
    /// What `@` cannot silence.
    pub const FATAL: i64 = ERROR | PARSE | 16 | 64 | USER_ERROR | RECOVERABLE;
    /// What no handler of a script gets.
    pub const UNHANDLED: i64 = ERROR | PARSE | 16 | 32 | 64 | 128;
}

/// How messages call a level.
fn label(level: i64) -> &'static str {
    match level {
        level::ERROR | 16 | 64 | level::USER_ERROR => "Fatal error",
        level::RECOVERABLE => "Recoverable fatal error",
        level::PARSE => "Parse error",
        level::NOTICE | level::USER_NOTICE => "Notice",
        level::DEPRECATED | level::USER_DEPRECATED => "Deprecated",
        _ => "Warning",
    }
}

/// An error as it was shown or could have been.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its level.
    pub level: i64,
    /// Its text.
    pub text: Vec<u8>,
    /// The path of the source.
    pub path: String,
    /// The line.
    pub line: u32,
}

/// A handler of errors, and the levels it takes.
#[derive(Clone)]
pub struct ErrorHandler {
    /// What is called.
    pub callable: Value,
    /// The levels.
    pub levels: i64,
}

/// A handler and those that `restore_…` brings back.
pub struct Stacked<T> {
    current: Option<T>,
    outer: Vec<Option<T>>,
}

impl<T> Default for Stacked<T> {
    fn default() -> Self {
        Self { current: None, outer: Vec::new() }
    }
}

impl<T: Clone> Stacked<T> {
    /// The one in force.
    pub fn current(&self) -> Option<&T> {
        self.current.as_ref()
    }

    /// Puts another in force; the one before it.
    pub fn push(&mut self, next: Option<T>) -> Option<T> {
        let old = std::mem::replace(&mut self.current, next);
        self.outer.push(old.clone());
        old
    }

    /// Brings the one before back.
    pub fn pop(&mut self) {
        self.current = self.outer.pop().flatten();
    }

    /// Takes it out of force while it runs.
    fn suspend(&mut self) -> Option<T> {
        self.current.take()
    }

    /// Puts it in force again, unless there is another now.
    fn resume(&mut self, suspended: T, depth: usize) {
        if self.current.is_none() && self.outer.len() == depth {
            self.current = Some(suspended);
        }
    }

    fn depth(&self) -> usize {
        self.outer.len()
    }
}

/// Whether a function tells something: its name and brackets stand before the text.
fn is_of_function(text: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'\\');
    let name = text.iter().take_while(|byte| is_name(byte)).count();
    name > 0 && text.get(name) == Some(&b'(')
}

/// Text as a page shows it.
fn escaped_html(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for byte in text {
        match byte {
            b'&' => out.extend_from_slice(b"&amp;"),
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'"' => out.extend_from_slice(b"&quot;"),
            byte => out.push(*byte),
        }
    }
    out
}

/// The error state of a request.
pub struct Errors {
    level: i64,
    fatal: bool,
    /// Whether nothing is told.
    is_hushed: bool,
    /// The last error.
    pub last: Option<Shown>,
    /// `set_error_handler`.
    pub handlers: Stacked<ErrorHandler>,
    /// `set_exception_handler`.
    pub exception_handlers: Stacked<Value>,
}

impl Default for Errors {
    fn default() -> Self {
        Self {
            level: level::ALL,
            fatal: false,
            is_hushed: false,
            last: None,
            handlers: Stacked::default(),
            exception_handlers: Stacked::default(),
        }
    }
}

impl Errors {
    /// Whether a fatal error has ended the request.
    pub fn is_fatal(&self) -> bool {
        self.fatal
    }

    /// Forgets that a fatal error ended something, so that what comes after the script can run.
    pub(super) fn clear_fatal(&mut self) -> bool {
        std::mem::take(&mut self.fatal)
    }

    /// `error_reporting`.
    pub fn level(&self) -> i64 {
        self.level
    }

    /// Sets `error_reporting`.
    pub fn set_level(&mut self, level: i64) {
        self.level = level;
    }
}

impl Request {
    /// Silences errors for `@`; the level that was in force.
    pub(crate) fn silence(&mut self) -> Value {
        let level = self.errors.level;
        self.errors.level &= level::FATAL;
        Value::int(level)
    }

    /// Ends what [`silence`](Self::silence) began, unless the script changed the level meanwhile.
    pub(crate) fn restore_error_level(&mut self, saved: &Value) {
        if let Some(level) = saved.as_int()
            && self.errors.level & !level::FATAL == 0
            && level & !level::FATAL != 0
        {
            self.errors.level = level;
        }
    }

    /// Reports a warning.
    pub fn warn(&mut self, text: &str) -> Res<()> {
        self.raise(level::WARNING, text.as_bytes())
    }

    /// Reports a notice.
    pub fn notice(&mut self, text: &str) -> Res<()> {
        self.raise(level::NOTICE, text.as_bytes())
    }

    /// Reports a deprecation.
    pub fn deprecate(&mut self, text: &str) -> Res<()> {
        self.raise(level::DEPRECATED, text.as_bytes())
    }

    /// A text as it is reported. PHP: what a function tells is escaped where errors are HTML.
    pub(crate) fn told<'t>(&self, text: &'t [u8]) -> Cow<'t, [u8]> {
        if !self.ini.is_on("html_errors") || !is_of_function(text) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(escaped_html(String::from_utf8_lossy(text).as_bytes()))
    }

    pub(super) fn report_as(&mut self, severity: Severity, text: &str) -> Res<()> {
        let text = self.told(text.as_bytes());
        let text = &String::from_utf8_lossy(&text);
        match severity {
            Severity::Deprecated => self.deprecate(text),
            Severity::Notice => self.notice(text),
            _ => self.warn(text),
        }
    }

    /// Does what tells nobody of errors. PHP: while something that was thrown is on its way, no handler
    /// is called.
    pub(crate) fn hushed<R>(&mut self, run: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.errors.is_hushed, true);
        let result = run(self);
        self.errors.is_hushed = before;
        result
    }

    /// Reports an error of any level at the place where the request is: to the script's handler,
    /// or, when it does not want it, to whoever reads. A user error that nobody took ends the
    /// request.
    pub(crate) fn raise(&mut self, level: i64, text: &[u8]) -> Res<()> {
        if self.errors.is_hushed {
            return Ok(());
        }
        let (path, line) = self.place();
        let error = Shown { level, text: text.to_vec(), path, line };
        if self.handle(&error)? {
            return Ok(());
        }
        self.show(error);
        if level == level::USER_ERROR {
            self.errors.fatal = true;
            self.set_over();
            return Err(Halt::Exit);
        }
        Ok(())
    }

    /// Asks the script's handler: whether it took the error.
    fn handle(&mut self, error: &Shown) -> Res<bool> {
        let wants = |handler: &ErrorHandler| handler.levels & error.level != 0;
        if error.level & level::UNHANDLED & !level::WARNING != 0
            || !self.errors.handlers.current().is_some_and(wants)
        {
            return Ok(false);
        }
        let Some(handler) = self.errors.handlers.suspend() else { return Ok(false) };
        let depth = self.errors.handlers.depth();
        let result = self.call_handler(&handler, error);
        self.errors.handlers.resume(handler, depth);
        let result = result?;
        Ok(!matches!(result.view(), View::Bool(false)))
    }

    /// What an instruction has given up before it warns is destroyed before the handler runs.
    fn call_handler(&mut self, handler: &ErrorHandler, error: &Shown) -> Res<Value> {
        self.run_destructors()?;
        let Ok(callable) = self.callable(&handler.callable) else {
            return Ok(Value::bool(false));
        };
        let text = Str::new(&error.text).or_exit(self)?;
        let path = Str::new(error.path.as_bytes()).or_exit(self)?;
        let line = Value::int(i64::from(error.line));
        let args = [Value::int(error.level), Value::from(text), Value::from(path), line];
        self.call_resolved(&callable, &args)
    }

    /// Shows a fatal error and ends the request.
    pub fn fatal(&mut self, text: &str) -> Halt {
        self.show_fatal(text);
        Halt::Exit
    }

    /// Shows an error in the settings, in spite of which the script begins.
    pub(crate) fn show_startup_error(&mut self, text: &str) {
        let (path, line) = self.place();
        self.show(Shown { level: level::ERROR, text: text.into(), path, line });
    }

    pub(super) fn show_fatal(&mut self, text: &str) {
        self.errors.fatal = true;
        self.set_over();
        let (path, line) = self.place();
        self.show(Shown { level: level::ERROR, text: text.into(), path, line });
    }

    /// Shows a fatal error about a line of a unit and ends the request.
    pub(crate) fn fatal_at(&mut self, unit: &LoadedUnit, line: u32, text: &str) -> Halt {
        self.fatal_in(unit.path().as_bytes(), line, text)
    }

    /// Shows a fatal error about a line of a file and ends the request.
    pub(crate) fn fatal_in(&mut self, path: &[u8], line: u32, text: &str) -> Halt {
        self.errors.fatal = true;
        self.set_over();
        let path = String::from_utf8_lossy(path).into_owned();
        self.show(Shown { level: level::ERROR, text: text.into(), path, line });
        Halt::Exit
    }

    /// Shows what the compiler has to say about a unit.
    pub(super) fn show_remarks(&mut self, unit: &LoadedUnit) -> Res<()> {
        self.show_remarks_on(unit.path().as_bytes(), unit.remarks())
    }

    /// The same about a file.
    pub fn show_remarks_on(&mut self, path: &[u8], remarks: &[SourceRemark]) -> Res<()> {
        for remark in remarks {
            let path = String::from_utf8_lossy(path).into_owned();
            let text = remark.text.clone();
            let error = Shown { level: remark.level, text, path, line: remark.line };
            if !self.handle(&error)? {
                self.show(error);
            }
        }
        Ok(())
    }

    /// The words of the last error, with its place.
    pub fn last_error(&self) -> Option<String> {
        let Shown { text, path, line, .. } = self.errors.last.as_ref()?;
        Some(format!("{} in {path} on line {line}", String::from_utf8_lossy(text)))
    }

    /// Shows why the main script cannot run, and ends the request.
    pub fn refuse_main(
        &mut self,
        path: &str,
        remarks: Vec<SourceRemark>,
        error: SourceRemark,
    ) -> Halt {
        for remark in remarks.into_iter().chain([error]) {
            let SourceRemark { level, text, line } = remark;
            self.show(Shown { level, text, path: path.to_owned(), line });
        }
        self.errors.fatal = true;
        self.set_over();
        Halt::Exit
    }

    /// Shows what linking a class reports.
    pub(crate) fn show_remark(&mut self, remark: &Remark) -> Res<()> {
        let Some(unit) = self.linking.last().filter(|unit| !unit.is_library()) else {
            return if remark.is_deprecation {
                self.deprecate(&remark.text)
            } else {
                self.warn(&remark.text)
            };
        };
        let path = String::from_utf8_lossy(unit.path().as_bytes()).into_owned();
        let level = if remark.is_deprecation { level::DEPRECATED } else { level::WARNING };
        let text = remark.text.clone().into_bytes();
        let error = Shown { level, text, path, line: remark.line };
        if !self.handle(&error)? {
            self.show(error);
        }
        Ok(())
    }

    /// The path and line of the innermost frame of a script.
    pub fn place(&self) -> (String, u32) {
        self.place_at(0)
    }

    /// The path and line of the frame that lies under `depth` others.
    pub(crate) fn place_at(&self, depth: usize) -> (String, u32) {
        self.script_at(depth).unwrap_or_else(|| ("Unknown".to_owned(), 0))
    }

    /// The path and line of the innermost frame of a script, if one runs.
    pub(crate) fn place_of_script(&self) -> Option<(String, u32)> {
        self.script_at(0)
    }

    fn script_at(&self, depth: usize) -> Option<(String, u32)> {
        let is_script =
            |frame: &FrameInfo| frame.func.as_php().is_some_and(|php| !php.unit().is_library());
        let mut frames = Walker::new(self).filter(is_script);
        let frame = frames.nth(depth)?;
        let path = frame.func.as_php().map(|php| php.unit().path());
        let path = path
            .map_or_else(String::new, |path| String::from_utf8_lossy(path.as_bytes()).into_owned());
        Some((path, frame.line()))
    }

    /// Logs and shows an error, as the settings say.
    fn show(&mut self, error: Shown) {
        if error.level & level::FATAL != 0 {
            self.answer_with_failure();
        }
        if self.errors.level & error.level != 0 && !self.is_repeated(&error) {
            self.log_error(&error);
            self.display_error(&error);
        }
        self.errors.last = Some(error);
    }

    /// Whether the last error was the same and shall not be shown again.
    fn is_repeated(&self, error: &Shown) -> bool {
        let Some(last) = self.errors.last.as_ref() else { return false };
        let any_source = self.ini.is_on("ignore_repeated_source");
        self.ini.is_on("ignore_repeated_errors")
            && last.text == error.text
            && (any_source || last.line == error.line && last.path == error.path)
    }

    fn log_error(&mut self, error: &Shown) {
        if !self.ini.is_on("log_errors") {
            return;
        }
        let Shown { level, text, path, line } = error;
        let head = format!("PHP {}:  ", label(*level)).into_bytes();
        let place = format!(" in {path} on line {line}").into_bytes();
        self.log(&[&head, &text[..], &place].concat());
    }

    /// Writes a line to the log of errors.
    pub(crate) fn log(&mut self, line: &[u8]) {
        use std::io::Write;
        let file = self.ini.get("error_log").unwrap_or_default().to_vec();
        if file.is_empty() || file == b"syslog" {
            return self.log_to_server(line);
        }
        let line = [line, b"\n"].concat();
        let path = std::path::Path::new(std::str::from_utf8(&file).unwrap_or_default());
        let mode = self.ini.get("error_log_mode").and_then(|mode| std::str::from_utf8(mode).ok());
        let mode = mode.and_then(|mode| u32::from_str_radix(mode, 8).ok()).unwrap_or(0o644);
        let opened = std::fs::OpenOptions::new().create(true).append(true).mode(mode).open(path);
        if let Ok(mut log) = opened {
            let stamp = format!("[{}] ", super::stamp::utc_now());
            let _ = log.write_all(&[stamp.as_bytes(), &line].concat());
        }
    }

    /// Writes a line to the log of the server, which is the process's standard error.
    pub(crate) fn log_to_server(&mut self, line: &[u8]) {
        use std::io::Write;
        self.output.flush();
        // A log that cannot be written is no error of the script.
        let _ = std::io::stderr().write_all(&[line, b"\n"].concat());
    }

    fn display_error(&mut self, error: &Shown) {
        let Shown { level, text, path, line } = error;
        let label = label(*level);
        let mode = self.ini.get("display_errors").unwrap_or_default().to_ascii_lowercase();
        if mode == b"stderr" {
            use std::io::Write;
            self.output.flush();
            let head = format!("{label}: ").into_bytes();
            let place = format!(" in {path} on line {line}\n").into_bytes();
            let _ = std::io::stderr().write_all(&[&head, &text[..], &place].concat());
            return;
        }
        if !super::ini::is_true(&mode) && mode != b"stdout" {
            return;
        }
        if self.ini.is_on("xmlrpc_errors") {
            let fault = self.as_remote_fault(error);
            self.output.write(&fault);
            return;
        }
        let (head, place) = if self.ini.is_on("html_errors") {
            let place = format!(" in <b>{path}</b> on line <b>{line}</b><br />\n");
            (format!("<br />\n<b>{label}</b>:  "), place)
        } else {
            (format!("\n{label}: "), format!(" in {path} on line {line}\n"))
        };
        let is_html = self.ini.is_on("html_errors");
        let escaped = is_html && matches!(*level, level::ERROR | level::PARSE);
        let text = &if escaped { escaped_html(text) } else { text.clone() };
        let before = self.ini.get("error_prepend_string").unwrap_or_default().to_vec();
        let after = self.ini.get("error_append_string").unwrap_or_default();
        let shown = [&before[..], head.as_bytes(), text, place.as_bytes(), after].concat();
        let above = self.output.layers.len();
        if self.output.is_fresh && self.output.reaches_sink(above) {
            // An exception of what is called before headers has nobody to catch it here.
            let _ = self.begin_output();
        }
        self.output.write(&shown);
    }

    /// Has the response say that the server failed, when nothing else shows it.
    fn answer_with_failure(&mut self) {
        let shown = self.ini.get("display_errors").unwrap_or_default().to_ascii_lowercase();
        let is_shown = super::ini::is_true(&shown) || matches!(&shown[..], b"stdout" | b"stderr");
        let headers = &mut self.headers;
        if headers.has_reader
            && !is_shown
            && headers.sent_at.is_none()
            && matches!(headers.status, 0 | 200)
        {
            headers.status = 500;
            headers.status_line = Some(b"HTTP/1.0 500 Internal Server Error".to_vec());
        }
    }

    /// An error as the answer to a remote call.
    fn as_remote_fault(&self, error: &Shown) -> Vec<u8> {
        let code = self.ini.int("xmlrpc_error_number");
        let Shown { level, text, path, line } = error;
        let head = format!(
            "<?xml version=\"1.0\"?><methodResponse><fault><value><struct><member>\
             <name>faultCode</name><value><int>{code}</int></value></member><member>\
             <name>faultString</name><value><string>{}:",
            label(*level)
        );
        let tail = format!(
            " in {path} on line {line}</string></value></member></struct></value></fault>\
             </methodResponse>"
        );
        [head.as_bytes(), text, tail.as_bytes()].concat()
    }

    /// Makes an exception of the class with this name in lower case.
    pub fn throw_error(&mut self, class: &str, text: &str) -> Halt {
        throwable::throw(self, class, text)
    }

    /// Gives an exception that nothing caught to the script's handler; without one it is shown.
    /// `Err` when the handler ends the request.
    pub(super) fn settle_uncaught(&mut self, object: Object) -> Res<()> {
        let Some(handler) = self.errors.exception_handlers.suspend() else {
            self.show_uncaught(&object);
            return Ok(());
        };
        let depth = self.errors.exception_handlers.depth();
        let result = match self.callable(&handler) {
            Ok(callable) => self.call_resolved(&callable, &[Value::from(object)]),
            Err(_) => Ok(Value::NULL),
        };
        // What it throws is for the handler that it has set meanwhile.
        let result = match result {
            Ok(_) => Ok(()),
            Err(Halt::Exit) => Err(Halt::Exit),
            Err(Halt::Throw(second)) => self.settle_uncaught(second),
        };
        self.errors.exception_handlers.resume(handler, depth);
        result
    }

    /// Shows an error about a source as the compiler would have; whether it is one.
    fn show_as_source_error(&mut self, object: &Object) -> bool {
        let level = match object.class().class().name.as_bytes() {
            b"ParseError" => level::PARSE,
            b"CompileError" => level::COMPILE_ERROR,
            _ => return false,
        };
        let bytes = |slot: usize| object.slot(slot).as_str().map(|text| text.to_vec());
        let text = bytes(throwable::MESSAGE).unwrap_or_default();
        let path = bytes(throwable::FILE).unwrap_or_default();
        let path = String::from_utf8_lossy(&path).into_owned();
        let line = object.slot(throwable::LINE).as_int().unwrap_or(0) as u32;
        self.errors.fatal = true;
        self.show(Shown { level, text, path, line });
        true
    }

    /// What an exception says of itself, or what it throws instead.
    fn own_words(&mut self, object: &Object) -> Result<String, Option<Object>> {
        let said = match self.is_over() {
            true => throwable::describe_all(self, object),
            false => self.call_method(object, b"__tostring", &[]).map(|text| {
                text.as_str().map(|text| crate::class::shown(text)).unwrap_or_default()
            }),
        };
        match said {
            Ok(text) => Ok(text),
            Err(Halt::Throw(second)) => Err(Some(second)),
            Err(Halt::Exit) => Err(None),
        }
    }

    /// Ends the request with a fatal error that an exception led to, which is shown before.
    pub(crate) fn fatal_behind(&mut self, cause: &Object, text: &str) -> Halt {
        self.show_thrown(cause, level::WARNING);
        self.fatal(text)
    }

    fn show_uncaught(&mut self, object: &Object) {
        if self.show_as_source_error(object) {
            return;
        }
        self.errors.fatal = true;
        self.show_thrown(object, level::ERROR);
    }

    fn show_thrown(&mut self, object: &Object, level: i64) {
        let text = match self.own_words(object) {
            Ok(text) => text,
            Err(None) => return,
            Err(Some(second)) => return self.show_uncaught(&second),
        };
        let at = |slot: usize| object.slot(slot).clone();
        let path = match at(throwable::FILE).view() {
            View::Str(path) => String::from_utf8_lossy(path).into_owned(),
            _ => String::new(),
        };
        let line = at(throwable::LINE).as_int().unwrap_or(0) as u32;
        let text = format!("Uncaught {text}\n  thrown").into_bytes();
        let path = if path.is_empty() { "Unknown".to_owned() } else { path };
        self.show(Shown { level, text, path, line });
    }
}
