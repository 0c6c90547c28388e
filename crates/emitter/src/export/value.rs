//! Literals: numbers, strings, what stands between the quotes.

use syntax::ast::{EncapsPart, Expr, ExprKind, Literal};

use super::{Exporter, Naming};

/// Whether a byte may follow a variable in a string without being taken for a part of it.
fn ends_variable(byte: u8) -> bool {
    !(byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'[') || byte >= 0x7f)
}

impl<'a> Exporter<'_, 'a> {
    pub(super) fn literal(&mut self, value: Expr<'a>, literal: &Literal<'a>) {
        match *literal {
            // What the source calls `TRUE` stays so.
            Literal::Null | Literal::Bool(_) => {
                let written = value.span.text(self.source);
                let is_written = matches!(self.naming, Naming::Written)
                    && written.iter().all(u8::is_ascii_alphabetic);
                match (is_written, literal) {
                    (true, _) => self.put(written),
                    (false, Literal::Null) => self.put("null"),
                    (false, literal) => {
                        self.put(if *literal == Literal::Bool(true) { "true" } else { "false" });
                    }
                }
            }
            Literal::Int(int) => self.put(int.to_string()),
            Literal::Float(float) => self.put(float_text(float)),
            Literal::String(text) => self.string(text),
        }
    }

    /// A string in single quotes.
    pub(super) fn string(&mut self, text: &[u8]) {
        self.put("'");
        for &byte in text {
            if matches!(byte, b'\'' | b'\\') {
                self.put("\\");
            }
            self.put([byte]);
        }
        self.put("'");
    }

    /// A string with variables inside, between `quote`s.
    pub(super) fn encaps(&mut self, parts: &[EncapsPart<'a>], quote: u8) {
        self.put([quote]);
        for (at, part) in parts.iter().enumerate() {
            let next = parts.get(at + 1).map(|next| next.value.kind);
            match part.value.kind {
                ExprKind::Literal { value: Literal::String(text) } => self.quoted(text, quote),
                ExprKind::Variable { .. } if is_apart(next) => self.expr(part.value, 0),
                ExprKind::DynamicVariable { name }
                    if is_apart(next) && matches!(name.kind, ExprKind::Literal { .. }) =>
                {
                    self.expr(part.value, 0);
                }
                _ => {
                    self.put("{");
                    self.expr(part.value, 0);
                    self.put("}");
                }
            }
        }
        self.put([quote]);
    }

    fn quoted(&mut self, text: &[u8], quote: u8) {
        for &byte in text {
            match byte {
                b'\n' => self.put("\\n"),
                b'\r' => self.put("\\r"),
                b'\t' => self.put("\\t"),
                0x0c => self.put("\\f"),
                0x0b => self.put("\\v"),
                0x1b => self.put("\\e"),
                0..0x20 => self.put(format!("\\{byte:03o}")),
                b'\\' | b'$' => self.put([b'\\', byte]),
                _ if byte == quote => self.put([b'\\', byte]),
                _ => self.put([byte]),
            }
        }
    }
}

/// Whether what follows a variable in a string cannot be taken for a part of it.
fn is_apart(next: Option<ExprKind<'_>>) -> bool {
    match next {
        Some(ExprKind::Literal { value: Literal::String(text) }) => {
            text.first().is_none_or(|byte| ends_variable(*byte)) && !text.starts_with(b"->")
        }
        _ => true,
    }
}

/// A float with seventeen digits at most, as PHP writes it with a fraction.
fn float_text(float: f64) -> String {
    if !float.is_finite() {
        return if float.is_nan() {
            "NAN"
        } else if float > 0.0 {
            "INF"
        } else {
            "-INF"
        }
        .into();
    }
    let short = format!("{float:e}");
    let (digits, exponent) = short.split_once('e').unwrap_or((&short, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-5..15).contains(&exponent) {
        let plain = format!("{float}");
        let dot = if plain.contains('.') { "" } else { ".0" };
        return format!("{plain}{dot}");
    }
    let dot = if digits.contains('.') { "" } else { ".0" };
    format!("{digits}{dot}E{exponent:+}")
}
