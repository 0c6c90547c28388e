//! From a source to a unit.

use bumpalo::Bump;
use emitter::{CompileError, EmitOptions};
use hhbc::unit::Unit;
use syntax::ast::Span;
use syntax::diagnostic::{Diagnostic, Severity};
use syntax::parser::{self, ParseOptions};

use crate::source::Source;

/// The unit of a source, or PHP's first error.
pub fn compile(source: &Source, options: ParseOptions) -> Result<Unit, Diagnostic> {
    let arena = Bump::new();
    let parsed = parser::parse(&arena, &source.bytes, options);
    if let Some(first) = parsed.diagnostics.into_iter().next() {
        return Err(first);
    }
    let options = EmitOptions { path: source.name.as_bytes(), is_library: false };
    emitter::emit(&parsed.file, &source.bytes, options)
        .map_err(|error| diagnostic(&source.bytes, error))
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
