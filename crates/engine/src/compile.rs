//! From a source to a unit.

use std::cell::Cell;

use bumpalo::Bump;
use emitter::{CompileError, EmitOptions};
use hhbc::asm::assemble;
use hhbc::func::Attrs;
use hhbc::unit::Unit;
use syntax::ast::Span;
use syntax::diagnostic::{Diagnostic, Severity};
use syntax::parser::{self, ParseOptions};
use vm::request::errors::level;
use vm::unit::{LoadError, LoadedUnit, Mode, Origin, SourceRemark};

use crate::source::Source;

/// A unit and what is to be said about its source.
pub struct Compiled {
    pub unit: Unit,
    /// Who made it.
    pub origin: Origin,
    /// In the order in which PHP says it.
    pub remarks: Vec<SourceRemark>,
}

impl Compiled {
    /// Makes the unit ready to run.
    pub fn load(self, mode: Mode) -> Result<&'static LoadedUnit, LoadError> {
        LoadedUnit::load_with(self.unit, mode, self.origin, self.remarks)
    }

    /// The same for code that is evaluated for the first time.
    pub fn load_once(self, mode: Mode) -> Result<&'static LoadedUnit, LoadError> {
        LoadedUnit::load_once(self.unit, mode, self.origin, self.remarks)
    }
}

/// PHP's first error, and what it said before.
pub struct Refusal {
    pub error: Diagnostic,
    pub remarks: Vec<SourceRemark>,
}

/// The unit of a source, or PHP's first error.
pub fn compile(source: &Source, options: ParseOptions) -> Result<Unit, Diagnostic> {
    compile_with_remarks(source, options)
        .map(|compiled| compiled.unit)
        .map_err(|refusal| refusal.error)
}

/// What the name of a text of bytecode ends with.
const ASSEMBLY: &str = ".hhas";

/// What the name of code from `eval()` ends with.
const EVALUATED: &str = "eval()'d code";

/// The unit of a text of bytecode, as dumps show it.
fn assembled(source: &Source) -> Result<Compiled, Refusal> {
    let refused = |line: u32, message: String| {
        let error = CompileError { message: message.into_bytes(), line, notes: Vec::new() };
        Refusal { error: diagnostic(&source.bytes, error), remarks: Vec::new() }
    };
    let text = std::str::from_utf8(&source.bytes)
        .map_err(|_| refused(1, "The text of bytecode is not UTF-8".to_owned()))?;
    let unit = assemble(text).map_err(|error| refused(error.line, error.message))?;
    Ok(Compiled { unit, origin: Origin::Foreign, remarks: Vec::new() })
}

/// The same with what PHP says about a source that compiles. A source whose name ends in `.hhas` is
/// bytecode as text.
pub fn compile_with_remarks(source: &Source, options: ParseOptions) -> Result<Compiled, Refusal> {
    if source.name.ends_with(ASSEMBLY) {
        return assembled(source);
    }
    if let Some((source, options)) = crate::multibyte::readable(source, options) {
        return compile_with_remarks(&source, options);
    }
    let mut arena = ARENA.take().unwrap_or_default();
    let compiled = compile_in(&arena, source, options);
    arena.reset();
    if arena.allocated_bytes() <= KEPT_BYTES {
        ARENA.set(Some(arena));
    }
    compiled
}

thread_local! {
    /// The memory of the last tree, for the next one.
    static ARENA: Cell<Option<Bump>> = const { Cell::new(None) };
    /// How many anonymous classes evaluated code has had: what is evaluated in the same place again
    /// gives its classes other names.
    static ANONYMOUS: Cell<u32> = const { Cell::new(0) };
}

/// What of an arena is kept at most.
const KEPT_BYTES: usize = 8 << 20;

fn compile_in(arena: &Bump, source: &Source, options: ParseOptions) -> Result<Compiled, Refusal> {
    let parsed = parser::parse(arena, &source.bytes, options);
    if let Some(first) = parsed.diagnostics.into_iter().next() {
        let remarks = parsed.warnings.into_iter().map(of_warning).collect();
        return Err(Refusal { error: first, remarks });
    }
    let is_evaluated = source.name.ends_with(EVALUATED);
    let first_anonymous = if is_evaluated { ANONYMOUS.get() } else { 0 };
    let path = source.name.as_bytes();
    let options = EmitOptions { path, is_library: false, first_anonymous };
    let emitted = emitter::emit_with_notes(&parsed.file, &source.bytes, options);
    let mut remarks: Vec<SourceRemark> = parsed.warnings.into_iter().map(of_warning).collect();
    match emitted {
        Ok(emitted) => {
            if is_evaluated {
                let classes = emitted.unit.classes.iter_ids();
                let count = classes.filter(|(_, class)| class.attrs.has(Attrs::anonymous)).count();
                ANONYMOUS.set(first_anonymous.wrapping_add(count as u32));
            }
            remarks.extend(emitted.notes.into_iter().map(of_note));
            Ok(Compiled { unit: emitted.unit, origin: Origin::Emitted, remarks })
        }
        Err(mut error) => {
            remarks.extend(std::mem::take(&mut error.notes).into_iter().map(of_note));
            Err(Refusal { error: diagnostic(&source.bytes, error), remarks })
        }
    }
}

fn of_warning(warning: Diagnostic) -> SourceRemark {
    SourceRemark { level: level::COMPILE_WARNING, text: warning.message, line: warning.line }
}

fn of_note(note: emitter::Note) -> SourceRemark {
    let level = match note.label {
        "Deprecated" => level::DEPRECATED,
        emitter::COMPILE_WARNING => level::COMPILE_WARNING,
        _ => level::WARNING,
    };
    SourceRemark { level, text: note.message, line: note.line }
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
