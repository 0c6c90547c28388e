//! `yield` and `yield from`.

use hhbc::func::Role;
use hhbc::imm::RefUse;
use syntax::ast::Expr;

use crate::error::Emit;
use crate::func::FuncEmitter;

impl<'a> FuncEmitter<'_, 'a> {
    fn check_yield(&mut self) -> Emit {
        match self.context.role {
            Role::Main | Role::Thunk => {
                self.u.fail("The \"yield\" expression can only be used inside a function")
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn yield_expr(&mut self, key: Option<Expr<'a>>, value: Option<Expr<'a>>) -> Emit {
        self.check_yield()?;
        key.map_or(Ok(()), |key| self.expr(key))?;
        let by_ref = self.context.returns_ref;
        match value {
            None => self.b.null(),
            Some(value) if by_ref => {
                self.reference(value, RefUse::Yield)?;
                match key {
                    Some(_) => self.b.yield_kv(),
                    None => self.b.yield_v(),
                }
                return Ok(());
            }
            Some(value) => self.expr(value)?,
        }
        match key {
            Some(_) => self.b.yield_k(),
            None => self.b.yield_c(),
        }
        Ok(())
    }

    pub(crate) fn yield_from(&mut self, source: Expr<'a>) -> Emit {
        self.check_yield()?;
        if self.context.returns_ref {
            return self.u.fail("Cannot use \"yield from\" inside a by-reference generator");
        }
        self.expr(source)?;
        self.b.yield_from();
        Ok(())
    }
}
