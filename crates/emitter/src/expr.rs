//! Expressions: which room emits which kind.

use hhbc::func::EhKind;
use hhbc::imm::{BareThisOp, Label, LocalId, SilenceOp};
use smallvec::SmallVec;
use syntax::ast::{
    Access, BinaryOp, ClassRef, Expr, ExprKind, IncludeKind, Literal, TernaryForm, UnaryOp,
    VariableName,
};

use crate::error::Emit;
use crate::func::FuncEmitter;
use crate::scan::is_superglobal;

/// Whether an expression is `$this`.
pub(crate) fn is_this(expr: Expr<'_>) -> bool {
    match expr.kind {
        ExprKind::Variable { name: VariableName(name) } => name == b"this",
        ExprKind::DynamicVariable { name } => {
            matches!(name.kind, ExprKind::Literal { value: Literal::String(b"this") })
        }
        _ => false,
    }
}

/// Whether PHP takes an expression for a variable: it can be referred to.
pub(crate) fn is_variable(expr: Expr<'_>) -> bool {
    matches!(
        expr.kind,
        ExprKind::Variable { .. }
            | ExprKind::DynamicVariable { .. }
            | ExprKind::StaticProperty { .. }
            | ExprKind::Dim { .. }
            | ExprKind::Property { .. }
    )
}

pub(crate) fn is_call(expr: Expr<'_>) -> bool {
    matches!(
        expr.kind,
        ExprKind::Call { .. }
            | ExprKind::CallValue { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::StaticCall { .. }
    )
}

/// The expression that the next link of a chain hangs on.
pub(crate) fn chain_base(expr: Expr<'_>) -> Option<Expr<'_>> {
    match expr.kind {
        ExprKind::Dim { base, .. } => Some(base),
        ExprKind::Property { object, .. } | ExprKind::MethodCall { object, .. } => Some(object),
        ExprKind::StaticProperty { class: ClassRef::Value(class), .. }
        | ExprKind::StaticCall { class: ClassRef::Value(class), .. }
        | ExprKind::ClassConstant { class: ClassRef::Value(class), .. } => Some(class),
        _ => None,
    }
}

/// Whether a chain has a nullsafe step.
pub(crate) fn is_short_circuited(expr: Expr<'_>) -> bool {
    std::iter::successors(Some(expr), |link| chain_base(link)).any(|link| {
        matches!(
            link.kind,
            ExprKind::Property { access: Access::Nullsafe, .. }
                | ExprKind::MethodCall { access: Access::Nullsafe, .. }
        )
    })
}

/// What a literal is as a condition.
fn truth(value: Literal<'_>) -> bool {
    match value {
        Literal::Null => false,
        Literal::Bool(value) => value,
        Literal::Int(value) => value != 0,
        Literal::Float(value) => value != 0.0,
        Literal::String(bytes) => !matches!(bytes, b"" | b"0"),
    }
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Pushes the value of an expression.
    pub(crate) fn expr(&mut self, expr: Expr<'a>) -> Emit {
        match expr.kind {
            ExprKind::Literal { value } => {
                self.at(expr.span);
                self.literal(value);
                return Ok(());
            }
            ExprKind::Variable { .. } => {
                self.at(expr.span);
                return self.variable(expr);
            }
            _ => {}
        }
        self.u.enter()?;
        self.at(expr.span);
        if chain_base(expr).is_some() {
            let outer = std::mem::take(&mut self.nulls);
            self.link(expr)?;
            let nulls = std::mem::replace(&mut self.nulls, outer);
            nulls.into_iter().for_each(|label| self.b.bind_end(label));
        } else {
            self.expr_kind(expr)?;
        }
        self.u.leave();
        Ok(())
    }

    /// Evaluates an expression and discards its value.
    pub(crate) fn discard(&mut self, expr: Expr<'a>) -> Emit {
        self.at(expr.span);
        if is_call(expr) && !is_short_circuited(expr) {
            self.u.enter()?;
            if self.call_result(expr)?.is_returned() {
                self.b.pop_r();
            } else {
                self.b.pop_c();
            }
            self.u.leave();
            return Ok(());
        }
        match expr.kind {
            // PHP: a variable that stands alone is not read.
            ExprKind::Variable { .. } if self.plain_local(expr).is_some() => {}
            ExprKind::AssignRef { target, source } => {
                self.assign_ref(target, source)?;
                self.b.pop_v();
            }
            _ => {
                self.expr(expr)?;
                self.b.pop_c();
            }
        }
        Ok(())
    }

    fn expr_kind(&mut self, expr: Expr<'a>) -> Emit {
        match expr.kind {
            ExprKind::Literal { value } => self.literal(value),
            ExprKind::Constant { name } => return self.constant(name),
            ExprKind::MagicConstant { constant } => return self.magic(constant, expr.span),
            ExprKind::ClassConstant { class, name } => return self.class_constant(&class, &name),
            ExprKind::ClassName { class } => return self.class_name(&class),
            ExprKind::Variable { .. } => return self.variable(expr),
            ExprKind::Property { access, object, name } if self.context.is_const => {
                return self.const_property((object, access), &name);
            }
            ExprKind::DynamicVariable { .. }
            | ExprKind::StaticProperty { .. }
            | ExprKind::Dim { .. }
            | ExprKind::Property { .. } => return self.read(expr),
            ExprKind::Call { .. }
            | ExprKind::CallValue { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::StaticCall { .. } => {
                if self.call_link(expr)?.is_returned() {
                    self.b.unbox_r();
                }
            }
            ExprKind::New { class, args } => return self.new_object(&class, args),
            ExprKind::NewAnonymous { class, args } => return self.new_anonymous(class, args),
            ExprKind::Array { syntax, items } => return self.array(syntax, items),
            ExprKind::Assign { target, value } => return self.assign(target, value),
            ExprKind::AssignRef { target, source } => {
                self.assign_ref(target, source)?;
                self.b.unbox();
            }
            ExprKind::CompoundAssign { op: BinaryOp::Coalesce, target, value } => {
                return self.assign_coalesce(target, value);
            }
            ExprKind::CompoundAssign { op, target, value } => {
                return self.assign_op(op, target, value);
            }
            ExprKind::IncDec { op, target } => return self.inc_dec(op, target),
            ExprKind::BinaryOp { .. } => return self.binary(expr),
            _ => return self.other_expr(expr),
        }
        Ok(())
    }

    fn other_expr(&mut self, expr: Expr<'a>) -> Emit {
        match expr.kind {
            ExprKind::UnaryOp { op, operand } => return self.unary(op, operand),
            ExprKind::Cast { to, operand } => return self.cast(to, operand),
            ExprKind::Ternary { form: _, condition, then, otherwise } => {
                return self.ternary(condition, then, otherwise);
            }
            ExprKind::InstanceOf { value, class } => return self.instance_of(value, &class),
            ExprKind::Isset { operands } => return self.isset(operands),
            ExprKind::Empty { operand } => return self.empty(operand),
            ExprKind::Include { kind, path } => {
                self.expr(path)?;
                match kind {
                    IncludeKind::Include => self.b.incl(),
                    IncludeKind::IncludeOnce => self.b.incl_once(),
                    IncludeKind::Require => self.b.req(),
                    IncludeKind::RequireOnce => self.b.req_once(),
                }
            }
            ExprKind::Eval { code } => {
                self.expr(code)?;
                self.b.eval();
            }
            ExprKind::Silence { operand } => return self.silence(operand),
            ExprKind::Clone { object } => {
                self.expr(object)?;
                self.b.clone();
            }
            ExprKind::Print { value } => {
                self.expr(value)?;
                self.b.print();
            }
            ExprKind::Throw { exception } => {
                self.expr(exception)?;
                self.b.throw();
            }
            ExprKind::Yield { key, value } => return self.yield_expr(key, value),
            ExprKind::YieldFrom { source } => return self.yield_from(source),
            ExprKind::Closure { function } => return self.closure(function),
            ExprKind::Match { subject, arms } => return self.match_expr(subject, arms),
            ExprKind::Encaps { parts } => return self.encaps(parts),
            ExprKind::ShellExec { parts } => return self.shell_exec(parts),
            _ => self.b.null(),
        }
        Ok(())
    }

    /// A part of a chain; its nullsafe steps are kept for the whole chain.
    pub(crate) fn link(&mut self, expr: Expr<'a>) -> Emit {
        match chain_base(expr) {
            None => self.expr(expr),
            Some(_) => {
                self.u.enter()?;
                self.at(expr.span);
                self.expr_kind(expr)?;
                self.u.leave();
                Ok(())
            }
        }
    }

    /// The local that a variable is, when it is one by name and not `$this`.
    pub(crate) fn plain_local(&self, expr: Expr<'a>) -> Option<LocalId> {
        let name = match expr.kind {
            ExprKind::Variable { name: VariableName(name) } => name,
            ExprKind::DynamicVariable { name } => match name.kind {
                ExprKind::Literal { value: Literal::String(name) } => name,
                _ => return None,
            },
            _ => return None,
        };
        match name == b"this" || is_superglobal(name) {
            true => None,
            false => Some(self.local(name)),
        }
    }

    fn variable(&mut self, expr: Expr<'a>) -> Emit {
        if let Some(local) = self.plain_local(expr) {
            self.b.c_get_l(local);
            return Ok(());
        }
        self.read(expr)
    }

    /// Pushes `$this`.
    pub(crate) fn this(&mut self) {
        match self.has_this() {
            true => self.b.bare_this(BareThisOp::NeverNull),
            false => self.b.this(),
        }
    }

    /// Whether there is a `$this` for sure.
    pub(crate) fn has_this(&self) -> bool {
        self.context.role == hhbc::func::Role::Method && !self.context.is_static
    }

    fn ternary(
        &mut self,
        condition: Expr<'a>,
        then: Option<Expr<'a>>,
        otherwise: Expr<'a>,
    ) -> Emit {
        if let ExprKind::Ternary { form: TernaryForm::Bare, then: inner, .. } = condition.kind {
            return self.u.fail(match (inner.is_some(), then.is_some()) {
                (true, true) => {
                    "Unparenthesized `a ? b : c ? d : e` is not supported. Use either `(a ? b : c) \
                     ? d : e` or `a ? b : (c ? d : e)`"
                }
                (true, false) => {
                    "Unparenthesized `a ? b : c ?: d` is not supported. Use either `(a ? b : c) ?: \
                     d` or `a ? b : (c ?: d)`"
                }
                (false, true) => {
                    "Unparenthesized `a ?: b ? c : d` is not supported. Use either `(a ?: b) ? c : \
                     d` or `a ?: (b ? c : d)`"
                }
                (false, false) => return self.short_ternary(condition, otherwise),
            });
        }
        let Some(then) = then else { return self.short_ternary(condition, otherwise) };
        let (no, end) = (self.b.label(), self.b.label());
        self.cond(condition, no, false)?;
        self.expr(then)?;
        self.b.jmp_ns(end);
        self.b.bind_end(no);
        self.expr(otherwise)?;
        self.b.bind_end(end);
        Ok(())
    }

    fn short_ternary(&mut self, condition: Expr<'a>, otherwise: Expr<'a>) -> Emit {
        let end = self.b.label();
        self.expr(condition)?;
        self.b.dup();
        self.b.jmp_nz(end);
        self.b.pop_c();
        self.expr(otherwise)?;
        self.b.bind_end(end);
        Ok(())
    }

    fn silence(&mut self, operand: Expr<'a>) -> Emit {
        let level = self.locals.take_unnamed();
        self.b.silence(level, SilenceOp::Start);
        let mark = self.b.begin_region(EhKind::Silence(level));
        self.expr(operand)?;
        self.b.end_region(mark);
        self.b.silence(level, SilenceOp::End);
        self.locals.give_back(level);
        Ok(())
    }

    /// Goes to `target` when the truth of an expression is `when`; falls through otherwise.
    pub(crate) fn cond(&mut self, expr: Expr<'a>, target: Label, when: bool) -> Emit {
        match expr.kind {
            ExprKind::UnaryOp { op: UnaryOp::Not, operand } => {
                self.u.enter()?;
                self.cond(operand, target, !when)?;
                self.u.leave();
                Ok(())
            }
            ExprKind::BinaryOp {
                op: op @ (BinaryOp::BooleanAnd | BinaryOp::BooleanOr), ..
            } => {
                self.u.enter()?;
                self.cond_chain(expr, op, target, when)?;
                self.u.leave();
                Ok(())
            }
            _ => {
                self.expr(expr)?;
                match when {
                    true => self.b.jmp_nz(target),
                    false => self.b.jmp_z(target),
                }
                Ok(())
            }
        }
    }

    /// `a && b && …` or `a || b || …`, without recursion to the left.
    fn cond_chain(&mut self, expr: Expr<'a>, op: BinaryOp, target: Label, when: bool) -> Emit {
        let mut operands: SmallVec<[Expr<'a>; 8]> = SmallVec::new();
        let mut node = expr;
        while let ExprKind::BinaryOp { op: inner, left, right } = node.kind
            && inner == op
        {
            operands.push(right);
            node = left;
        }
        operands.push(node);
        operands.reverse();
        // What decides the chain early: false for `&&`, true for `||`.
        let early = op == BinaryOp::BooleanOr;
        if let Some(ExprKind::Literal { value }) = operands.first().map(|first| first.kind) {
            if truth(value) == early {
                // PHP: what follows is not even compiled.
                if early == when {
                    self.b.jmp_ns(target);
                }
                return Ok(());
            }
            operands.remove(0);
        }
        if early == when {
            return operands.into_iter().try_for_each(|operand| self.cond(operand, target, when));
        }
        let skip = self.b.label();
        let Some((last, first)) = operands.split_last() else { return Ok(()) };
        first.iter().try_for_each(|operand| self.cond(operand, skip, early))?;
        self.cond(last, target, when)?;
        self.b.bind_end(skip);
        Ok(())
    }
}
