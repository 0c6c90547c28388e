//! Calls, and how each argument is passed.

use hhbc::imm::{Count, ObjMethodOp, Param};
use syntax::ast::{
    Access, Arg, Args, ClassRef, Expr, ExprKind, Literal, MemberName, Name, NameKind, Span,
};

use crate::error::{Emit, text};
use crate::expr::{is_call, is_short_circuited, is_this, is_variable};
use crate::func::FuncEmitter;
use crate::late::Operand;
use crate::member::is_globals;

/// What a call leaves on the stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CallResult {
    /// What the function returned: a cell or a reference.
    Returned,
    /// A cell.
    Cell,
}

impl CallResult {
    pub(crate) fn is_returned(self) -> bool {
        self == Self::Returned
    }
}

fn count(args: &[Arg<'_>]) -> Count {
    Count(u32::try_from(args.len()).unwrap_or(u32::MAX))
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Calls; the expression is a call that is no part of a chain at hand.
    pub(crate) fn call_result(&mut self, expr: Expr<'a>) -> Emit<CallResult> {
        let outer = std::mem::take(&mut self.nulls);
        let result = self.call_link(expr)?;
        let nulls = std::mem::replace(&mut self.nulls, outer);
        nulls.into_iter().for_each(|label| self.b.bind_end(label));
        Ok(result)
    }

    /// Calls; the expression is a call, perhaps in a chain with nullsafe steps.
    pub(crate) fn call_link(&mut self, expr: Expr<'a>) -> Emit<CallResult> {
        self.at(expr.span);
        match expr.kind {
            ExprKind::Call { name, args } => self.call_name(expr, name, args),
            ExprKind::CallValue { callee, args } => {
                self.expr(callee)?;
                self.b.f_push_func(self.count_of(args));
                self.finish_call(args, expr.span)
            }
            ExprKind::MethodCall { access, object, ref name, args } => {
                self.method_call((access, object), name, args)
            }
            ExprKind::StaticCall { ref class, ref name, args } => {
                self.static_call((class, name), args)
            }
            _ => {
                self.expr(expr)?;
                Ok(CallResult::Cell)
            }
        }
    }

    fn count_of(&self, args: &Args<'a>) -> Count {
        match args {
            Args::List(args) => count(args),
            Args::FirstClassCallable => Count(0),
        }
    }

    /// Passes the arguments and calls; the line is that on which `place` begins.
    fn finish_call(&mut self, args: &'a Args<'a>, place: Span) -> Emit<CallResult> {
        let Args::List(list) = args else {
            self.b.f_callable();
            return Ok(CallResult::Cell);
        };
        self.args(list)?;
        self.at(place);
        self.b.call();
        Ok(CallResult::Returned)
    }

    fn call_name(
        &mut self,
        expr: Expr<'a>,
        name: &'a Name<'a>,
        args: &'a Args<'a>,
    ) -> Emit<CallResult> {
        let is_global = match name.kind {
            NameKind::FullyQualified => true,
            NameKind::Unqualified => self.u.names.namespace.is_empty(),
            _ => false,
        };
        if let Args::List(list) = args
            && is_global
            && self.special_call(name.text, list)?
        {
            return Ok(CallResult::Cell);
        }
        let is_assert = name.text.eq_ignore_ascii_case(b"assert");
        if let Args::List(list @ [first, ..]) = args
            && is_assert
            && matches!(name.kind, NameKind::Unqualified | NameKind::FullyQualified)
        {
            return self.assertion(expr, name, (first, list));
        }
        self.push_function(name, self.count_of(args));
        self.finish_call(args, expr.span)
    }

    fn push_function(&mut self, name: &Name<'a>, count: Count) {
        let resolved = self.u.names.function(name);
        let id = self.u.string(&resolved.name);
        match resolved.fallback {
            None => self.b.f_push_func_d(count, id),
            Some(fallback) => {
                let fallback = self.u.string(fallback);
                self.b.f_push_func_u(count, id, fallback);
            }
        }
    }

    /// Functions that have instructions of their own. Says whether this is one.
    fn special_call(&mut self, name: &[u8], args: &'a [Arg<'a>]) -> Emit<bool> {
        let is = |word: &[u8]| name.eq_ignore_ascii_case(word);
        match args {
            [Arg::Value(constant), Arg::Value(value)] if is(b"define") => {
                let ExprKind::Literal { value: Literal::String(constant) } = constant.kind else {
                    return Ok(false);
                };
                let special = [&b"true"[..], b"false", b"null", b"__COMPILER_HALT_OFFSET__"];
                let is_special = special.iter().any(|word| constant.eq_ignore_ascii_case(word));
                if is_special || constant.contains(&b':') || constant.contains(&b'\\') {
                    return Ok(false);
                }
                self.expr(value)?;
                let id = self.u.string(constant);
                self.b.def_cns(id);
            }
            [Arg::Value(key), Arg::Value(array)] if is(b"array_key_exists") => {
                self.expr(key)?;
                self.expr(array)?;
                self.b.ak_exists();
            }
            [] if is(b"exit") || is(b"die") => {
                self.b.int(0);
                self.b.exit();
            }
            [Arg::Named(name, status)] if (is(b"exit") || is(b"die")) && name.text == b"status" => {
                self.expr(status)?;
                self.b.exit();
            }
            [Arg::Value(status)] if is(b"exit") || is(b"die") => {
                self.expr(status)?;
                self.b.exit();
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `assert(…)`: skipped when it is switched off, and told its own text.
    fn assertion(
        &mut self,
        expr: Expr<'a>,
        name: &'a Name<'a>,
        (first, args): (&Arg<'a>, &'a [Arg<'a>]),
    ) -> Emit<CallResult> {
        let (skip, end) = (self.b.label(), self.b.label());
        self.b.assert_check(skip);
        let described = match (args, first) {
            ([_], Arg::Value(value)) => Some((None, *value)),
            ([_], Arg::Named(name, value)) => Some((Some(name.text), *value)),
            _ => None,
        };
        let total = args.len() + usize::from(described.is_some());
        self.push_function(name, Count(total as u32));
        self.args(args)?;
        match described {
            None => {}
            Some((Some(b"description"), _)) => {
                self.throw_error(b"Named parameter $description overwrites previous argument");
            }
            Some((name, value)) => {
                let text = self.u.assertion_text(value);
                let named = name.map_or_else(Vec::new, |name| text![name, b": "]);
                self.push_string(&text![b"assert(", named, text, b")"]);
                let description = self.u.string(b"description");
                let param = name.map_or(Param::At(1), |_| Param::Named(description));
                self.b.f_pass_ce(param);
            }
        }
        self.at(expr.span);
        self.b.call();
        self.b.unbox_r();
        self.b.jmp_ns(end);
        self.b.bind_end(skip);
        self.b.true_();
        self.b.bind_end(end);
        Ok(CallResult::Cell)
    }

    fn method_call(
        &mut self,
        (access, object): (Access, Expr<'a>),
        name: &MemberName<'a>,
        args: &'a Args<'a>,
    ) -> Emit<CallResult> {
        let nullsafe = access == Access::Nullsafe;
        if matches!(args, Args::FirstClassCallable) && (nullsafe || is_short_circuited(object)) {
            return self.u.fail("Cannot combine nullsafe operator with Closure creation");
        }
        // PHP: a variable is read when it has the name.
        if let (Some(local), MemberName::Value(value)) = (self.plain_local(object), name)
            && Self::known_member(name).is_none()
            && !matches!(value.kind, ExprKind::Literal { .. })
            && !nullsafe
            && !is_this(object)
        {
            return self.late_method_call(local, value, args);
        }
        match is_this(object) {
            true => self.this(),
            false => self.link(object)?,
        }
        if nullsafe {
            let label = self.b.label();
            self.b.jmp_null(label);
            self.nulls.push(label);
        }
        let is_cell = !self.nulls.is_empty();
        let count = self.count_of(args);
        match Self::known_member(name) {
            Some(name) => {
                let name = self.u.string(name);
                self.b.f_push_obj_method_d(count, name, ObjMethodOp::NullThrows);
            }
            None => {
                if let MemberName::Value(value) = name {
                    if matches!(value.kind, ExprKind::Literal { .. }) {
                        return self.u.fail("Method name must be a string");
                    }
                    self.expr(value)?;
                }
                self.b.f_push_obj_method(count, ObjMethodOp::NullThrows);
            }
        }
        let Args::List(list) = args else {
            self.b.f_callable();
            return Ok(CallResult::Cell);
        };
        self.args(list)?;
        self.at(name.span());
        self.b.call();
        if !is_cell {
            return Ok(CallResult::Returned);
        }
        self.b.unbox_r();
        Ok(CallResult::Cell)
    }

    /// `$local->{name}(…)`
    fn late_method_call(
        &mut self,
        local: hhbc::imm::LocalId,
        name: Expr<'a>,
        args: &'a Args<'a>,
    ) -> Emit<CallResult> {
        match self.plain_local(name) {
            Some(name) => {
                self.b.c_get_l(local);
                self.b.c_get_l(name);
            }
            None => {
                self.expr(name)?;
                self.b.c_get_l2(local);
            }
        }
        self.b.f_push_obj_method(self.count_of(args), ObjMethodOp::NullThrows);
        let Args::List(list) = args else {
            self.b.f_callable();
            return Ok(CallResult::Cell);
        };
        self.args(list)?;
        self.at(name.span);
        self.b.call();
        if self.nulls.is_empty() {
            return Ok(CallResult::Returned);
        }
        self.b.unbox_r();
        Ok(CallResult::Cell)
    }

    fn static_call(
        &mut self,
        (class, name): (&ClassRef<'a>, &MemberName<'a>),
        args: &'a Args<'a>,
    ) -> Emit<CallResult> {
        let count = self.count_of(args);
        let place = name.span();
        if let Some((property, hook)) = self.parent_hook(class, name)? {
            if matches!(args, Args::FirstClassCallable) {
                return self.u.fail("Cannot create Closure for parent property hook call");
            }
            self.b.f_push_parent_hook(count, property, hook);
            return self.finish_call(args, place);
        }
        if let MemberName::Value(value) = name
            && let ExprKind::Literal { value } = value.kind
            && !matches!(value, Literal::String(_))
        {
            return self.u.fail("Method name must be a string");
        }
        if let (ClassRef::Name(class), Some(name)) = (class, Self::known_member(name)) {
            let cls = self.cls_ref(class)?;
            self.at(place);
            let name = self.u.string(name);
            self.b.f_push_cls_method_d(count, name, cls);
            return self.finish_call(args, place);
        }
        self.push_class(class)?;
        match name {
            MemberName::Name(name) => self.push_string(name.text),
            MemberName::Value(value) => self.expr(value)?,
        }
        self.at(place);
        let forwards = match class {
            ClassRef::Name(name) => crate::name::special_class(name.text),
            ClassRef::Value(_) => false,
        };
        match forwards {
            true => self.b.f_push_cls_method_f(count),
            false => self.b.f_push_cls_method(count),
        }
        let result = self.finish_call(args, place)?;
        if result.is_returned() && !self.nulls.is_empty() {
            self.b.unbox_r();
            return Ok(CallResult::Cell);
        }
        Ok(result)
    }

    /// Passes all arguments to the pending call.
    pub(crate) fn args(&mut self, args: &'a [Arg<'a>]) -> Emit {
        let (mut named, mut spread) = (Vec::new(), false);
        for (at, arg) in args.iter().enumerate() {
            let position = Param::At(u32::try_from(at).unwrap_or(u32::MAX));
            match arg {
                Arg::Value(_) if spread => {
                    let text = "Cannot use positional argument after argument unpacking";
                    return self.u.fail(text);
                }
                Arg::Value(_) if !named.is_empty() => {
                    return self.u.fail("Cannot use positional argument after named argument");
                }
                Arg::Value(value) => self.pass(value, position)?,
                Arg::Named(name, value) => {
                    let id = self.u.string(name.text);
                    if named.contains(&id) {
                        return self.duplicate_named(name.text, (position, value));
                    }
                    named.push(id);
                    self.pass(value, Param::Named(id))?;
                }
                Arg::Spread(_) if !named.is_empty() => {
                    let text = "Cannot use argument unpacking after named arguments";
                    return self.u.fail(text);
                }
                Arg::Spread(value) => {
                    spread = true;
                    self.expr(value)?;
                    self.b.f_pass_spread(position);
                }
            }
        }
        Ok(())
    }

    /// PHP: a name that is given twice is found when the call runs.
    fn duplicate_named(&mut self, name: &[u8], _: (Param, Expr<'a>)) -> Emit {
        let message = text!["Named parameter $", name, " overwrites previous argument"];
        self.throw_error(&message);
        Ok(())
    }

    fn pass(&mut self, value: Expr<'a>, param: Param) -> Emit {
        if is_call(value) {
            if is_short_circuited(value) {
                self.expr(value)?;
                self.b.f_pass_cw(param);
                return Ok(());
            }
            self.u.enter()?;
            let is_value = self.is_instruction(value);
            match self.call_result(value)?.is_returned() {
                true if is_value => {
                    self.b.unbox_r();
                    self.b.f_pass_ce(param);
                }
                true => self.b.f_pass_r(param),
                false => self.b.f_pass_ce(param),
            }
            self.u.leave();
            return Ok(());
        }
        if is_variable(value) && !is_short_circuited(value) && !is_globals(value) {
            self.at(value.span);
            if is_this(value) {
                self.this();
                self.b.f_pass_c(param);
                return Ok(());
            }
            return self.pass_place(value, param);
        }
        if matches!(value.kind, ExprKind::AssignRef { .. } | ExprKind::Assign { .. }) {
            return self.pass_assignment(value, param);
        }
        self.expr(value)?;
        match value.kind {
            // What PHP keeps as a variable: a notice, not an error.
            ExprKind::New { .. }
            | ExprKind::NewAnonymous { .. }
            | ExprKind::Include { .. }
            | ExprKind::Eval { .. }
            | ExprKind::Yield { .. } => self.b.f_pass_cw(param),
            _ => self.b.f_pass_ce(param),
        }
        Ok(())
    }

    /// Passes what an assignment gives: the reference that one by reference has made.
    fn pass_assignment(&mut self, value: Expr<'a>, param: Param) -> Emit {
        match self.operand(value)? {
            Operand::Reference => self.b.f_pass_v(param),
            operand => {
                self.settle(operand, 0);
                self.b.f_pass_ce(param);
            }
        }
        Ok(())
    }
}
