//! Warnings, fatal errors and exceptions that nothing caught: their levels and how they are shown.

use runtime::class::Remark;
use runtime::message::Severity;
use runtime::object::Object;
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

use super::Request;
use crate::frame::{FrameInfo, Walker};
use crate::throwable;
use crate::unit::LoadedUnit;

/// `E_ALL`.
const ALL: i64 = 0x7fff;
/// What `@` cannot silence.
const FATAL_LEVELS: i64 = 1 | 4 | 16 | 64 | 256 | 4096;
/// `E_WARNING`.
const WARNING: i64 = 2;
/// `E_NOTICE`.
const NOTICE: i64 = 8;
/// `E_DEPRECATED`.
const DEPRECATED: i64 = 8192;

/// The error state of a request.
pub struct Errors {
    level: i64,
    fatal: bool,
}

impl Default for Errors {
    fn default() -> Self {
        Self { level: ALL, fatal: false }
    }
}

impl Errors {
    /// Whether a fatal error has ended the request.
    pub fn is_fatal(&self) -> bool {
        self.fatal
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
        self.errors.level &= FATAL_LEVELS;
        Value::int(level)
    }

    /// Ends what [`silence`](Self::silence) began, unless the script changed the level meanwhile.
    pub(crate) fn restore_error_level(&mut self, saved: &Value) {
        if let Some(level) = saved.as_int()
            && self.errors.level & !FATAL_LEVELS == 0
            && level & !FATAL_LEVELS != 0
        {
            self.errors.level = level;
        }
    }

    /// Reports a warning.
    pub fn warn(&mut self, text: &str) -> Res<()> {
        self.show(WARNING, "Warning", text);
        Ok(())
    }

    /// Reports a notice.
    pub fn notice(&mut self, text: &str) -> Res<()> {
        self.show(NOTICE, "Notice", text);
        Ok(())
    }

    /// Reports a deprecation.
    pub fn deprecate(&mut self, text: &str) -> Res<()> {
        self.show(DEPRECATED, "Deprecated", text);
        Ok(())
    }

    pub(super) fn report_as(&mut self, severity: Severity, text: &str) -> Res<()> {
        match severity {
            Severity::Deprecated => self.deprecate(text),
            Severity::Notice => self.notice(text),
            _ => self.warn(text),
        }
    }

    /// Shows a fatal error and ends the request.
    pub fn fatal(&mut self, text: &str) -> Halt {
        self.show_fatal(text);
        Halt::Exit
    }

    pub(super) fn show_fatal(&mut self, text: &str) {
        self.errors.fatal = true;
        self.set_over();
        self.show(1, "Fatal error", text);
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
        self.show_at(1, "Fatal error", text, &(path, line));
        Halt::Exit
    }

    /// Shows what linking a class reports.
    pub(crate) fn show_remark(&mut self, remark: &Remark) -> Res<()> {
        if remark.is_deprecation { self.deprecate(&remark.text) } else { self.warn(&remark.text) }
    }

    /// The path and line of the innermost frame that is not the library's.
    pub(crate) fn script_place(&self) -> (String, u32) {
        let is_script =
            |frame: &FrameInfo| frame.func.as_php().is_some_and(|php| !php.unit().is_library());
        let depth = Walker::new(self).position(|frame| is_script(&frame)).unwrap_or(0);
        self.place_at(depth)
    }

    /// The path and line of the innermost frame.
    pub fn place(&self) -> (String, u32) {
        self.place_at(0)
    }

    /// The path and line of the frame that lies under `depth` others.
    pub(crate) fn place_at(&self, depth: usize) -> (String, u32) {
        let Some(frame) = Walker::new(self).nth(depth) else { return (String::new(), 0) };
        let path = frame.func.as_php().map(|php| php.unit().path());
        let path = path
            .map_or_else(String::new, |path| String::from_utf8_lossy(path.as_bytes()).into_owned());
        (path, frame.line())
    }

    fn show(&mut self, level: i64, label: &str, text: &str) {
        if self.errors.level & level == 0 {
            return;
        }
        let place = self.script_place();
        self.show_at(level, label, text, &place);
    }

    fn show_at(&mut self, level: i64, label: &str, text: &str, (path, line): &(String, u32)) {
        if self.errors.level & level == 0 {
            return;
        }
        let shown = format!("\n{label}: {text} in {path} on line {line}\n");
        self.output.write(shown.as_bytes());
    }

    /// Makes an exception of the class with this name in lower case.
    pub fn throw_error(&mut self, class: &str, text: &str) -> Halt {
        throwable::throw(self, class, text)
    }

    pub(super) fn show_uncaught(&mut self, object: &Object) {
        let text = throwable::describe_all(object);
        let at = |slot: usize| object.slot(slot).clone();
        let path = match at(throwable::FILE).view() {
            View::Str(path) => String::from_utf8_lossy(path).into_owned(),
            _ => String::new(),
        };
        let line = at(throwable::LINE).as_int().unwrap_or(0);
        self.errors.fatal = true;
        let shown =
            format!("PHP Fatal error:  Uncaught {text}\n  thrown in {path} on line {line}\n");
        let shown = shown.replacen("PHP Fatal error:  ", "\nFatal error: ", 1);
        self.output.write(shown.as_bytes());
    }
}
