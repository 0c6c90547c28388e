//! Syntax checks: PHP's verdict on a source, and all errors with excerpts for people.

use std::io::Write;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use bumpalo::Bump;
pub use syntax::diagnostic::Diagnostic;
use syntax::parser::{self, ParseOptions};

use crate::compile::{compile, compile_with_remarks};
use crate::run::{self, NotRun};
use crate::settings::Settings;
use crate::source::Source;

/// All errors of a source, in the order found; PHP reports the first. What parses is compiled, for
/// the compiler's first error.
pub fn diagnostics(source: &Source, options: ParseOptions) -> Vec<Diagnostic> {
    let arena = Bump::new();
    let found = parser::parse(&arena, &source.bytes, options).diagnostics;
    match found.is_empty() {
        true => compile(source, options).err().into_iter().collect(),
        false => found,
    }
}

/// Writes what PHP says of a source, as the settings show errors, and its verdict. Gives the exit
/// status.
pub fn verdict(source: &Source, settings: &Settings, sink: Box<dyn Write>) -> Result<i32, NotRun> {
    let mut request = run::prepare(settings, sink)?;
    let ending = request.run_script(|rq| {
        let (verdict, outcome) = match compile_with_remarks(source, settings.parse_options()) {
            Ok(compiled) => {
                rq.show_remarks_on(source.name.as_bytes(), &compiled.remarks)?;
                ("No syntax errors detected in", Ok(()))
            }
            Err(refusal) => ("Errors parsing", Err(run::refuse(rq, source, refusal))),
        };
        rq.echo(format!("{verdict} {}\n", source.name).as_bytes())?;
        outcome
    });
    Ok(run::status(&request, ending))
}

/// An error with the lines that it stands in.
pub fn excerpt(source: &Source, diagnostic: &Diagnostic) -> String {
    let message = String::from_utf8_lossy(&diagnostic.message);
    let (text, start, end) = window(&source.bytes, diagnostic);
    let first_line = diagnostic_line(&source.bytes, start.0);
    let snippet = Snippet::source(text.as_str())
        .path(source.name.as_str())
        .line_start(first_line)
        .annotation(AnnotationKind::Primary.span(start.1..end));
    let group = Level::ERROR.primary_title(message).element(snippet);
    Renderer::plain().render(&[group]).to_string()
}

/// Lines shown before the one with the error.
const LINES_BEFORE: usize = 2;

/// Bytes shown before, of and behind an error: a source may be one endless line.
const EXCERPT_BYTES_MAX: usize = 400;

/// The text around an error as UTF-8: (offset of the text, start of the error in it), its end.
fn window(bytes: &[u8], diagnostic: &Diagnostic) -> (String, (usize, usize), usize) {
    let start = (diagnostic.span.start as usize).min(bytes.len());
    let end = (diagnostic.span.end as usize).clamp(start, bytes.len());
    let mut from = start;
    for _ in 0..=LINES_BEFORE {
        let newline = bytes[..from.saturating_sub(1)].iter().rposition(|&byte| byte == b'\n');
        from = newline.map_or(0, |newline| newline + 1);
    }
    let from = from.max(start.saturating_sub(EXCERPT_BYTES_MAX));
    let end = end.min(start + EXCERPT_BYTES_MAX);
    let to = bytes[end..]
        .iter()
        .take(EXCERPT_BYTES_MAX)
        .position(|&byte| byte == b'\n')
        .map_or(bytes.len(), |at| end + at);
    let before = String::from_utf8_lossy(&bytes[from..start]);
    let inside = String::from_utf8_lossy(&bytes[start..end]);
    let after = String::from_utf8_lossy(&bytes[end..to]);
    let (at, until) = (before.len(), before.len() + inside.len());
    (format!("{before}{inside}{after}"), (from, at), until)
}

fn diagnostic_line(bytes: &[u8], offset: usize) -> usize {
    1 + bytes[..offset].iter().filter(|&&byte| byte == b'\n').count()
}
