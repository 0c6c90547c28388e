//! Casts.

use syntax::ast::{CastKind, Expr};

use crate::error::Emit;
use crate::func::FuncEmitter;

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn cast(&mut self, to: CastKind, operand: Expr<'a>) -> Emit {
        self.expr(operand)?;
        match to {
            CastKind::Int => self.b.cast_int(),
            CastKind::Float => self.b.cast_double(),
            CastKind::String => self.b.cast_string(),
            CastKind::Array => self.b.cast_array(),
            CastKind::Object => self.b.cast_object(),
            CastKind::Bool => self.b.cast_bool(),
            CastKind::Unset => return self.u.fail("The (unset) cast is no longer supported"),
        }
        Ok(())
    }
}
