//! Assignments.

use hhbc::func::EhKind;
use hhbc::imm::{Count, LocalId, MemberMode, QueryOp, RefUse};
use syntax::ast::{self, BinaryOp, ClassRef, Expr, ExprKind, MemberName};

use crate::arith::{inc_dec_op, set_op};
use crate::error::Emit;
use crate::expr::{is_call, is_short_circuited, is_this, is_variable};
use crate::func::FuncEmitter;
use crate::late::Operand;
use crate::member::{Purpose, is_globals};
use crate::place::Place;

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn assign(&mut self, target: Expr<'a>, value: Expr<'a>) -> Emit {
        if let ExprKind::Array { syntax, items } = target.kind {
            let operand = self.assign_list((syntax, items), value)?;
            self.settle(operand, 0);
            return Ok(());
        }
        if let ExprKind::DynamicVariable { name } = target.kind
            && !is_this(target)
            && let Some(name) = self.plain_local(name)
        {
            // PHP: a variable that is the name is read when it has the value, but before a value that
            // is a variable.
            if self.plain_local(value).is_some() {
                self.b.c_get_l(name);
                self.expr(value)?;
            } else {
                self.expr(value)?;
                self.b.c_get_l2(name);
            }
            self.b.set_n();
            return Ok(());
        }
        let place = self.write_place(target)?;
        if matches!(place, Place::Local(_)) {
            self.expr(value)?;
            self.at(target.span);
            self.set_place(&place);
            return Ok(());
        }
        self.assign_to(&place, value)
    }

    /// Assigns a value to a place whose names and keys lie on the stack; a reference is read at the
    /// end of its path.
    fn assign_to(&mut self, place: &Place, value: Expr<'a>) -> Emit {
        let operand = self.operand(value)?;
        if operand != Operand::Cell
            && let Place::Member(_) = place
        {
            self.set_late(place, operand);
            return Ok(());
        }
        self.settle(operand, 0);
        self.set_place(place);
        Ok(())
    }

    /// Assigns what the topmost reference holds when the path has been walked.
    fn set_late(&mut self, place: &Place, operand: Operand) {
        let waiting = self.bind_unnamed(operand);
        self.push_waiting(&waiting);
        self.set_place(place);
        self.release(waiting);
    }

    /// `target = &source`; leaves the reference on the stack.
    pub(crate) fn assign_ref(&mut self, target: Expr<'a>, source: Expr<'a>) -> Emit {
        if is_this(target) {
            return self.u.fail("Cannot re-assign $this");
        }
        self.check_writable(target)?;
        if is_short_circuited(source) {
            return self.u.fail("Cannot take reference of a nullsafe chain");
        }
        if is_globals(source) {
            return self.u.fail("Cannot acquire reference to $GLOBALS");
        }
        if let ExprKind::DynamicVariable { name } = target.kind
            && let Some(name) = self.plain_local(name)
        {
            // PHP: a variable that is the name is read when it is bound.
            self.bound(source)?;
            self.b.c_get_l(name);
            self.b.roll(Count(1));
            self.b.bind_n();
            return Ok(());
        }
        let place = self.binding_place(target, Purpose::Write)?;
        self.bound(source)?;
        self.bind_place(&place);
        Ok(())
    }

    /// Pushes the reference that a place is bound to.
    fn bound(&mut self, source: Expr<'a>) -> Emit {
        if is_call(source) {
            self.check_no_builtin(source)?;
            self.call_result(source)?;
            self.b.box_r(RefUse::Assign);
        } else if is_variable(source) {
            self.vget(source)?;
        } else {
            self.expr(source)?;
            self.b.box_c(RefUse::Assign);
        }
        Ok(())
    }

    pub(crate) fn assign_op(&mut self, op: BinaryOp, target: Expr<'a>, value: Expr<'a>) -> Emit {
        self.check_writable(target)?;
        if let ExprKind::DynamicVariable { name } = target.kind
            && let Some(name) = self.plain_local(name)
        {
            self.expr(value)?;
            self.b.c_get_l2(name);
            self.b.set_op_n(set_op(op));
            return Ok(());
        }
        let place = self.place(target, Purpose::ReadWrite)?;
        self.expr(value)?;
        self.set_op_place(&place, set_op(op));
        Ok(())
    }

    pub(crate) fn inc_dec(&mut self, op: ast::IncDecOp, target: Expr<'a>) -> Emit {
        self.check_writable(target)?;
        if is_this(target) {
            let local = self.locals.take_unnamed();
            self.this();
            self.b.pop_l(local);
            let mark = self.b.begin_region(EhKind::Temp(local));
            self.b.inc_dec_l(local, inc_dec_op(op));
            self.b.end_region(mark);
            self.b.unset_l(local);
            self.locals.give_back(local);
            return Ok(());
        }
        let place = self.place(target, Purpose::ReadWrite)?;
        self.inc_dec_place(&place, inc_dec_op(op));
        Ok(())
    }

    /// `target ??= value`: names and keys are evaluated once.
    pub(crate) fn assign_coalesce(&mut self, target: Expr<'a>, value: Expr<'a>) -> Emit {
        self.check_writable(target)?;
        if is_this(target) {
            return self.u.fail("Cannot re-assign $this");
        }
        if let ExprKind::StaticProperty { class, variable } = target.kind
            && !matches!((class, variable.kind), (ClassRef::Name(_), ExprKind::Variable { .. }))
        {
            return self.coalesce_static(&class, variable, value);
        }
        if let ExprKind::DynamicVariable { name } = target.kind
            && let Some(name) = self.plain_local(name)
        {
            return self.coalesce_named(name, value);
        }
        let end = self.b.label();
        let kept = self.b.label();
        let place = self.place(target, Purpose::Coalesce)?;
        match &place {
            Place::Local(local) => self.b.c_get_quiet_l(*local),
            Place::Named => {
                self.b.dup();
                self.b.c_get_quiet_n();
            }
            Place::Global => {
                self.b.dup();
                self.b.c_get_quiet_g();
            }
            Place::Static(name, cls) => self.b.c_get_quiet_sd(*name, *cls),
            Place::StaticSlots => {
                return self.u.fail("Cannot use temporary expression in write context");
            }
            Place::Member(path) => {
                let key = self.walk_path(path, MemberMode::None, 0);
                self.b.query_m(Count(0), QueryOp::CGetQuiet, key);
            }
        }
        self.b.jmp_not_null(kept);
        self.b.pop_c();
        let slots = match &place {
            Place::Named | Place::Global => 1,
            Place::Member(path) => path.slots,
            _ => 0,
        };
        self.assign_to(&place, value)?;
        if slots == 0 {
            self.b.bind_end(kept);
            return Ok(());
        }
        self.b.jmp_ns(end);
        self.b.bind_end(kept);
        self.b.nip(Count(slots));
        self.b.bind_end(end);
        Ok(())
    }

    /// `$$name ??= value`: the name is read again for the assignment.
    fn coalesce_named(&mut self, name: LocalId, value: Expr<'a>) -> Emit {
        let end = self.b.label();
        self.b.c_get_l(name);
        self.b.c_get_quiet_n();
        self.b.jmp_not_null(end);
        self.b.pop_c();
        self.expr(value)?;
        self.b.c_get_l2(name);
        self.b.set_n();
        self.b.bind_end(end);
        Ok(())
    }

    /// `$class::$name ??= value`: class and name wait in unnamed locals.
    fn coalesce_static(
        &mut self,
        class: &ClassRef<'a>,
        variable: Expr<'a>,
        value: Expr<'a>,
    ) -> Emit {
        let (holder, name) = (self.locals.take_unnamed(), self.locals.take_unnamed());
        if let ClassRef::Value(class) = class {
            self.expr(class)?;
            self.b.pop_l(holder);
        }
        self.static_name(variable)?;
        self.b.pop_l(name);
        let end = self.b.label();
        self.static_slots(class, (holder, name))?;
        self.b.c_get_quiet_s();
        self.b.jmp_not_null(end);
        self.b.pop_c();
        self.static_slots(class, (holder, name))?;
        self.expr(value)?;
        self.b.set_s();
        self.b.bind_end(end);
        for local in [holder, name] {
            self.b.unset_l(local);
            self.locals.give_back(local);
        }
        Ok(())
    }

    fn static_slots(&mut self, class: &ClassRef<'a>, (holder, name): (LocalId, LocalId)) -> Emit {
        match class {
            ClassRef::Name(_) => self.push_class(class)?,
            ClassRef::Value(_) => self.b.a_get_l(holder),
        }
        self.b.c_get_l(name);
        Ok(())
    }

    /// Pushes the name of a static property.
    pub(crate) fn static_name(&mut self, variable: Expr<'a>) -> Emit {
        match variable.kind {
            ExprKind::Variable { name } => {
                self.push_string(name.0);
                Ok(())
            }
            ExprKind::DynamicVariable { name } => self.expr(name),
            _ => self.expr(variable),
        }
    }

    /// The name of a member as a string that is known.
    pub(crate) fn known_member(name: &MemberName<'a>) -> Option<&'a [u8]> {
        match name {
            MemberName::Name(name) => Some(name.text),
            MemberName::Value(value) => match value.kind {
                ExprKind::Literal { value: ast::Literal::String(name) } => Some(name),
                _ => None,
            },
        }
    }
}
