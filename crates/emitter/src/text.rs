//! Expressions as PHP prints them again: for `assert`, and for what reflection shows.

use syntax::ast::Expr;

use crate::unit::UnitEmitter;

impl<'a> UnitEmitter<'a> {
    /// The text of an expression.
    pub(crate) fn text_of(&mut self, value: Expr<'a>) -> Vec<u8> {
        value.span.text(self.source).to_vec()
    }
}
