//! Questions about variables: `isset`, `empty`, `??`.

use hhbc::imm::{BareThisOp, IsTypeOp, Label, QueryOp};
use syntax::ast::{Expr, ExprKind};

use crate::error::Emit;
use crate::expr::{chain_base, is_this, is_variable};
use crate::func::FuncEmitter;
use crate::member::{Purpose, is_globals};
use crate::place::Place;

impl<'a> FuncEmitter<'_, 'a> {
    /// Pushes the value of an expression, or null without a warning when there is none.
    pub(crate) fn quiet(&mut self, expr: Expr<'a>) -> Emit {
        if !is_variable(expr) || is_this(expr) {
            return self.expr(expr);
        }
        self.at(expr.span);
        self.u.enter()?;
        let outer = std::mem::take(&mut self.nulls);
        self.read_as(expr, QueryOp::CGetQuiet)?;
        let nulls = std::mem::replace(&mut self.nulls, outer);
        nulls.into_iter().for_each(|label| self.b.bind_end(label));
        self.u.leave();
        Ok(())
    }

    /// As [`quiet`](Self::quiet), of a part of a chain.
    pub(crate) fn quiet_link(&mut self, expr: Expr<'a>) -> Emit {
        if is_variable(expr) && !is_this(expr) {
            self.u.enter()?;
            self.at(expr.span);
            self.read_as(expr, QueryOp::CGetQuiet)?;
            self.u.leave();
            return Ok(());
        }
        match chain_base(expr) {
            Some(_) => self.link(expr),
            None => self.expr(expr),
        }
    }

    pub(crate) fn isset(&mut self, operands: &[Expr<'a>]) -> Emit {
        let [operand] = operands else { return self.isset_all(operands) };
        self.ask(operand, QueryOp::Isset)
    }

    fn isset_all(&mut self, operands: &[Expr<'a>]) -> Emit {
        let (no, end) = (self.b.label(), self.b.label());
        for operand in operands {
            self.ask(operand, QueryOp::Isset)?;
            self.b.jmp_z(no);
        }
        self.b.true_();
        self.b.jmp_ns(end);
        self.b.bind_end(no);
        self.b.false_();
        self.b.bind_end(end);
        Ok(())
    }

    pub(crate) fn empty(&mut self, operand: Expr<'a>) -> Emit {
        if is_variable(operand) {
            return self.ask(operand, QueryOp::Empty);
        }
        self.expr(operand)?;
        self.b.not();
        Ok(())
    }

    /// Pushes the answer of `isset` or `empty` about a variable.
    fn ask(&mut self, operand: Expr<'a>, op: QueryOp) -> Emit {
        self.at(operand.span);
        if !is_variable(operand) {
            return self.u.fail(
                "Cannot use isset() on the result of an expression (you can use \"null !== \
                 expression\" instead)",
            );
        }
        if is_this(operand) {
            self.b.bare_this(BareThisOp::NoNotice);
            match op {
                QueryOp::Isset => {
                    self.b.is_type_c(IsTypeOp::Null);
                    self.b.not();
                }
                _ => self.b.not(),
            }
            return Ok(());
        }
        if is_globals(operand) {
            self.b.globals();
            match op {
                QueryOp::Isset => {
                    self.b.pop_c();
                    self.b.true_();
                }
                _ => self.b.not(),
            }
            return Ok(());
        }
        let is_isset = op == QueryOp::Isset;
        // PHP: the name may be a variable without a value.
        if let ExprKind::DynamicVariable { name } = operand.kind
            && let Some(name) = self.plain_local(name)
        {
            self.b.c_get_quiet_l(name);
            match is_isset {
                true => self.b.isset_n(),
                false => self.b.empty_n(),
            }
            return Ok(());
        }
        if let ExprKind::Dim { index: None, base } = operand.kind
            && is_globals(base)
        {
            return self.u.fail("Cannot use [] for reading");
        }
        self.u.enter()?;
        let outer = std::mem::take(&mut self.nulls);
        match (self.place(operand, Purpose::Ask)?, is_isset) {
            (Place::Local(local), true) => self.b.isset_l(local),
            (Place::Local(local), false) => self.b.empty_l(local),
            (Place::Named, true) => self.b.isset_n(),
            (Place::Named, false) => self.b.empty_n(),
            (Place::Global, true) => self.b.isset_g(),
            (Place::Global, false) => self.b.empty_g(),
            (Place::Static(name, cls), true) => self.b.isset_sd(name, cls),
            (Place::Static(name, cls), false) => self.b.empty_sd(name, cls),
            (Place::StaticSlots, true) => self.b.isset_s(),
            (Place::StaticSlots, false) => self.b.empty_s(),
            (Place::Member(path), _) => self.query(&path, op),
        }
        let nulls = std::mem::replace(&mut self.nulls, outer);
        self.answer_of_null(nulls, is_isset);
        self.u.leave();
        Ok(())
    }

    /// What a nullsafe step that met null answers.
    fn answer_of_null(&mut self, nulls: Vec<Label>, is_isset: bool) {
        if nulls.is_empty() {
            return;
        }
        let end = self.b.label();
        self.b.jmp_ns(end);
        nulls.into_iter().for_each(|label| self.b.bind_end(label));
        self.b.pop_c();
        match is_isset {
            true => self.b.false_(),
            false => self.b.true_(),
        }
        self.b.bind_end(end);
    }
}
