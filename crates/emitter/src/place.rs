//! Places: what can be read, written, referred to, unset and asked about.

use hhbc::func::Role;
use hhbc::imm::{ClsRef, Count, IncDecOp, LocalId, MemberMode, Param, QueryOp, SetOpOp, StrId};
use syntax::ast::{Access, Expr, ExprKind, VariableName};

use crate::error::Emit;
use crate::expr::{is_short_circuited, is_this};
use crate::func::FuncEmitter;
use crate::member::{Path, Purpose, is_globals};
use crate::scan::is_superglobal;

/// A place whose names and keys have been evaluated.
pub(crate) enum Place {
    Local(LocalId),
    /// The name is on the stack.
    Named,
    /// The name is on the stack.
    Global,
    Static(StrId, ClsRef),
    /// Class and name are on the stack.
    StaticSlots,
    Member(Path),
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Evaluates the names and keys of a variable other than `$this`.
    pub(crate) fn place(&mut self, expr: Expr<'a>, purpose: Purpose) -> Emit<Place> {
        if let Some(local) = self.plain_local(expr) {
            return Ok(Place::Local(local));
        }
        match expr.kind {
            ExprKind::Variable { name: VariableName(name) } if is_superglobal(name) => {
                self.push_string(name);
                Ok(Place::Global)
            }
            ExprKind::DynamicVariable { name } => {
                self.expr(name)?;
                Ok(Place::Named)
            }
            ExprKind::StaticProperty { .. } => Ok(match self.static_property(expr)? {
                Some((name, cls)) => Place::Static(name, cls),
                None => Place::StaticSlots,
            }),
            ExprKind::Dim { base, index: Some(index) } if is_globals(base) => {
                self.expr(index)?;
                Ok(Place::Global)
            }
            ExprKind::Dim { base, index: None } if is_globals(base) => {
                self.u.fail("Cannot append to $GLOBALS")
            }
            _ => self.path(expr, purpose).map(Place::Member),
        }
    }

    /// As [`place`](Self::place), to bind or to unset. A file's own variables are found by their
    /// names: whoever includes it shares them.
    pub(crate) fn binding_place(&mut self, expr: Expr<'a>, purpose: Purpose) -> Emit<Place> {
        match expr.kind {
            ExprKind::Variable { name: VariableName(name) }
                if self.context.role == Role::Main && !is_superglobal(name) =>
            {
                self.push_string(name);
                Ok(Place::Named)
            }
            _ => self.place(expr, purpose),
        }
    }

    /// As [`place`](Self::place), for writing: raises PHP's objections first.
    pub(crate) fn write_place(&mut self, expr: Expr<'a>) -> Emit<Place> {
        if is_this(expr) {
            return self.u.fail("Cannot re-assign $this");
        }
        self.check_writable(expr)?;
        self.place(expr, Purpose::Write)
    }

    pub(crate) fn check_writable(&mut self, expr: Expr<'a>) -> Emit {
        match expr.kind {
            ExprKind::Call { .. } | ExprKind::CallValue { .. } => {
                self.u.fail("Can't use function return value in write context")
            }
            ExprKind::MethodCall { .. } | ExprKind::StaticCall { .. } => {
                self.u.fail("Can't use method return value in write context")
            }
            _ if is_short_circuited(expr) => {
                self.u.fail("Can't use nullsafe operator in write context")
            }
            _ if is_globals(expr) => self
                .u
                .fail("$GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax"),
            _ => Ok(()),
        }
    }

    /// PHP: what functions give that are instructions is no variable.
    pub(crate) fn check_no_builtin(&mut self, call: Expr<'a>) -> Emit {
        match self.is_written_instruction(call) {
            true => self.u.fail("Cannot use result of built-in function in write context"),
            false => Ok(()),
        }
    }

    /// Pushes the value of a variable.
    pub(crate) fn read(&mut self, expr: Expr<'a>) -> Emit {
        self.read_as(expr, QueryOp::CGet)
    }

    /// Pushes what a query of a variable gives: its value, with or without warnings.
    pub(crate) fn read_as(&mut self, expr: Expr<'a>, op: QueryOp) -> Emit {
        let loud = op == QueryOp::CGet;
        if is_this(expr) {
            self.this();
            return Ok(());
        }
        if is_globals(expr) {
            self.b.globals();
            return Ok(());
        }
        let purpose = if loud { Purpose::Read } else { Purpose::Ask };
        match (self.place(expr, purpose)?, loud) {
            (Place::Local(local), true) => self.b.c_get_l(local),
            (Place::Local(local), false) => self.b.c_get_quiet_l(local),
            (Place::Named, true) => self.b.c_get_n(),
            (Place::Named, false) => self.b.c_get_quiet_n(),
            (Place::Global, true) => self.b.c_get_g(),
            (Place::Global, false) => self.b.c_get_quiet_g(),
            (Place::Static(name, cls), true) => self.b.c_get_sd(name, cls),
            (Place::Static(name, cls), false) => self.b.c_get_quiet_sd(name, cls),
            (Place::StaticSlots, true) => self.b.c_get_s(),
            (Place::StaticSlots, false) => self.b.c_get_quiet_s(),
            (Place::Member(path), _) => self.query(&path, op),
        }
        Ok(())
    }

    /// Assigns the topmost cell, which stays.
    pub(crate) fn set_place(&mut self, place: &Place) {
        match place {
            Place::Local(local) => self.b.set_l(*local),
            Place::Named => self.b.set_n(),
            Place::Global => self.b.set_g(),
            Place::Static(name, cls) => self.b.set_sd(*name, *cls),
            Place::StaticSlots => self.b.set_s(),
            Place::Member(path) => {
                let key = self.walk_path(path, MemberMode::Define, 1);
                self.b.set_m(Count(path.slots), key);
            }
        }
    }

    pub(crate) fn set_op_place(&mut self, place: &Place, op: SetOpOp) {
        match place {
            Place::Local(local) => self.b.set_op_l(*local, op),
            Place::Named => self.b.set_op_n(op),
            Place::Global => self.b.set_op_g(op),
            Place::Static(name, cls) => self.b.set_op_sd(op, *name, *cls),
            Place::StaticSlots => self.b.set_op_s(op),
            Place::Member(path) => {
                let key = self.walk_path(path, MemberMode::WarnDefine, 1);
                self.b.set_op_m(Count(path.slots), op, key);
            }
        }
    }

    pub(crate) fn inc_dec_place(&mut self, place: &Place, op: IncDecOp) {
        match place {
            Place::Local(local) => self.b.inc_dec_l(*local, op),
            Place::Named => self.b.inc_dec_n(op),
            Place::Global => self.b.inc_dec_g(op),
            Place::Static(name, cls) => self.b.inc_dec_sd(op, *name, *cls),
            Place::StaticSlots => self.b.inc_dec_s(op),
            Place::Member(path) => {
                let key = self.walk_path(path, MemberMode::WarnDefine, 0);
                self.b.inc_dec_m(Count(path.slots), op, key);
            }
        }
    }

    /// Binds the place to the topmost reference, which stays.
    pub(crate) fn bind_place(&mut self, place: &Place) {
        match place {
            Place::Local(local) => self.b.bind_l(*local),
            Place::Named => self.b.bind_n(),
            Place::Global => self.b.bind_g(),
            Place::Static(name, cls) => self.b.bind_sd(*name, *cls),
            Place::StaticSlots => self.b.bind_s(),
            Place::Member(path) => {
                let key = self.walk_path(path, MemberMode::Define, 1);
                self.b.bind_m(Count(path.slots), key);
            }
        }
    }

    /// Pushes a reference to a variable.
    pub(crate) fn vget(&mut self, expr: Expr<'a>) -> Emit {
        self.at(expr.span);
        if is_this(expr) {
            self.this();
            self.b.box_c(hhbc::imm::RefUse::Quiet);
            return Ok(());
        }
        if is_globals(expr) {
            return self.u.fail("Cannot acquire reference to $GLOBALS");
        }
        match self.place(expr, Purpose::Write)? {
            Place::Local(local) => self.b.v_get_l(local),
            Place::Named => self.b.v_get_n(),
            Place::Global => self.b.v_get_g(),
            Place::Static(name, cls) => self.b.v_get_sd(name, cls),
            Place::StaticSlots => self.b.v_get_s(),
            Place::Member(path) => {
                let key = self.walk_path(&path, MemberMode::Define, 0);
                self.b.v_get_m(Count(path.slots), key);
            }
        }
        Ok(())
    }

    /// Passes a variable as an argument, as the parameter asks.
    pub(crate) fn pass_place(&mut self, expr: Expr<'a>, param: Param) -> Emit {
        match self.place(expr, Purpose::Pass)? {
            Place::Local(local) => self.b.f_pass_l(param, local),
            Place::Named => self.b.f_pass_n(param),
            Place::Global => self.b.f_pass_g(param),
            Place::Static(name, cls) => self.b.f_pass_sd(param, name, cls),
            Place::StaticSlots => self.b.f_pass_s(param),
            Place::Member(path) => {
                let key = self.walk_path(&path, MemberMode::Arg(param), 0);
                self.b.f_pass_m(param, Count(path.slots), key);
            }
        }
        Ok(())
    }

    pub(crate) fn unset(&mut self, expr: Expr<'a>) -> Emit {
        self.at(expr.span);
        if is_this(expr) {
            return self.u.fail("Cannot unset $this");
        }
        if is_short_circuited(expr) {
            return self.u.fail("Can't use nullsafe operator in write context");
        }
        self.check_writable(expr)?;
        if let ExprKind::Property { access: Access::Nullsafe, .. } = expr.kind {
            return self.u.fail("Can't use nullsafe operator in write context");
        }
        if let ExprKind::Dim { index: None, base } = expr.kind
            && is_globals(base)
        {
            return self.u.fail("Cannot use [] for unsetting");
        }
        match self.binding_place(expr, Purpose::Unset)? {
            Place::Local(local) => self.b.unset_l(local),
            Place::Named => self.b.unset_n(),
            Place::Global => self.b.unset_g(),
            Place::Static(name, cls) => self.unset_static(name, cls)?,
            Place::StaticSlots => {
                self.b.pop_c();
                self.b.pop_a();
                self.throw_error(b"Attempt to unset static property");
            }
            Place::Member(path) => {
                let key = self.walk_path(&path, MemberMode::Unset, 0);
                self.b.unset_m(Count(path.slots), key);
            }
        }
        Ok(())
    }
}
