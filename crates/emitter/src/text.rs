//! The texts of expressions: for `assert`, and for what reflection shows.

use bumpalo::Bump;
use hhbc::class::ClassKind;
use syntax::ast::{Expr, StmtKind};
use syntax::parser::{self, Folding, ParseOptions};

use crate::export::{self, Fallbacks, Naming};
use crate::unit::UnitEmitter;

impl<'a> UnitEmitter<'a> {
    /// The text of a constant expression, its names resolved.
    pub(crate) fn text_of(&mut self, value: Expr<'a>, fallbacks: Fallbacks) -> Vec<u8> {
        let class = self.class.as_ref().filter(|class| class.kind != ClassKind::Trait);
        let class = class.map(|class| class.name.as_slice());
        let naming = Naming::Resolved { names: &self.names, class, fallbacks };
        export::text(value, self.source, naming)
    }

    /// The text of an expression as `assert()` tells it: from the source, because the tree at hand
    /// is folded.
    pub(crate) fn assertion_text(&mut self, value: Expr<'a>) -> Vec<u8> {
        let source = [b"<?php ", value.span.text(self.source), b";"].concat();
        let arena = Bump::new();
        let options = ParseOptions { folding: Folding::Off, ..ParseOptions::default() };
        let parsed = parser::parse(&arena, &source, options);
        match parsed.file.statements {
            [statement] if parsed.diagnostics.is_empty() => match statement.kind {
                StmtKind::Expression { value } => export::text(value, &source, Naming::Written),
                _ => value.span.text(self.source).to_vec(),
            },
            _ => value.span.text(self.source).to_vec(),
        }
    }
}
