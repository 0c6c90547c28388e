//! From a source to a unit.

use bumpalo::Bump;
use emitter::{CompileError, EmitOptions};
use hhbc::unit::Unit;
use syntax::ast::Span;
use syntax::diagnostic::{Diagnostic, Severity};
use syntax::parser::{self, ParseOptions};
use vm::request::errors::level;
use vm::unit::{LoadError, LoadedUnit, Mode, SourceRemark};

use crate::source::Source;

/// A unit and what is to be said about its source.
pub struct Compiled {
    pub unit: Unit,
    /// In the order in which PHP says it.
    pub remarks: Vec<SourceRemark>,
}

impl Compiled {
    /// Makes the unit ready to run.
    pub fn load(self, mode: Mode) -> Result<&'static LoadedUnit, LoadError> {
        LoadedUnit::load_with(self.unit, mode, self.remarks)
    }
}

/// The unit of a source, or PHP's first error.
pub fn compile(source: &Source, options: ParseOptions) -> Result<Unit, Diagnostic> {
    compile_with_remarks(source, options).map(|compiled| compiled.unit)
}

/// The same with what PHP says about a source that compiles.
pub fn compile_with_remarks(
    source: &Source,
    options: ParseOptions,
) -> Result<Compiled, Diagnostic> {
    let arena = Bump::new();
    let parsed = parser::parse(&arena, &source.bytes, options);
    if let Some(first) = parsed.diagnostics.into_iter().next() {
        return Err(first);
    }
    let options = EmitOptions { path: source.name.as_bytes(), is_library: false };
    let emitted = emitter::emit_with_notes(&parsed.file, &source.bytes, options)
        .map_err(|error| diagnostic(&source.bytes, error))?;
    let warnings = parsed.warnings.into_iter().map(|warning| SourceRemark {
        level: level::COMPILE_WARNING,
        text: warning.message,
        line: warning.line,
    });
    let notes = emitted.notes.into_iter().map(|note| SourceRemark {
        level: if note.label == "Deprecated" { level::DEPRECATED } else { level::COMPILE_WARNING },
        text: note.message,
        line: note.line,
    });
    Ok(Compiled { unit: emitted.unit, remarks: warnings.chain(notes).collect() })
}

fn diagnostic(bytes: &[u8], error: CompileError) -> Diagnostic {
    let span = line_span(bytes, error.line);
    Diagnostic { severity: Severity::Fatal, message: error.message, line: error.line, span }
}

/// The bytes of a line, without what ends it.
fn line_span(bytes: &[u8], line: u32) -> Span {
    let mut start = 0;
    for _ in 1..line {
        match bytes[start..].iter().position(|byte| *byte == b'\n') {
            Some(at) => start += at + 1,
            None => break,
        }
    }
    let len = bytes[start..].iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len() - start);
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { start: offset(start), end: offset(start + len) }
}
