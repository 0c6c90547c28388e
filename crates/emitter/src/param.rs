//! Parameters: what is declared of them, what is checked on entry, and their default values.
//!
//! A default that needs code has an entry behind the body: it runs from there on through the
//! entries of later parameters that were not given, and goes back to the checks.

use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::{Attrs, FuncParam, ParamDefault, Role};
use hhbc::imm::{Count, Label, LocalId, MemberKey};
use hhbc::literal::Literal;
use stdx::id::Id;
use syntax::ast::{Arity, Modifiers, Param, Passing};

use crate::attribute::Target;
use crate::error::{Emit, text};
use crate::func::{DefaultEntry, FuncEmitter};
use crate::init::Allowed;
use crate::scan::is_superglobal;

/// Whether a parameter declares a property.
pub(crate) fn is_promoted(param: &Param<'_>) -> bool {
    param.modifiers != Modifiers::NONE || param.hooks.is_some()
}

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn params(&mut self, params: &'a [&'a Param<'a>]) -> Emit {
        let is_required = |p: &&&Param<'_>| p.default.is_none() && p.arity == Arity::One;
        let last_required = params.iter().rposition(|param| is_required(&param));
        let mut variadic = false;
        self.params.reserve_exact(params.len());
        for (at, param) in params.iter().enumerate() {
            self.at(param.span);
            self.check_param(params, at, variadic)?;
            variadic |= param.arity == Arity::Variadic;
            let ignored = last_required.filter(|last| at < *last);
            let record = self.param(param, ignored.map(|last| params[last].name.0))?;
            self.params.push(record);
            if is_promoted(param) {
                self.check_promoted(param)?;
            }
        }
        Ok(())
    }

    fn check_param(&mut self, params: &[&Param<'a>], at: usize, variadic: bool) -> Emit {
        let name = params[at].name.0;
        if is_superglobal(name) {
            let message = text!["Cannot re-assign auto-global variable ", name];
            return self.u.fail(message);
        }
        if params[..at].iter().any(|param| param.name.0 == name) {
            let message = text!["Redefinition of parameter $", name];
            return self.u.fail(message);
        }
        if name == b"this" {
            return self.u.fail("Cannot use $this as parameter");
        }
        if variadic {
            return self.u.fail("Only the last parameter can be variadic");
        }
        if params[at].arity == Arity::Variadic && params[at].default.is_some() {
            return self.u.fail("Variadic parameter cannot have a default value");
        }
        Ok(())
    }

    fn check_promoted(&mut self, param: &Param<'a>) -> Emit {
        let is_ctor = self.context.role == Role::Method
            && self.context.name.eq_ignore_ascii_case(b"__construct");
        if !is_ctor {
            return self.u.fail("Cannot declare promoted property outside a constructor");
        }
        if param.arity == Arity::Variadic {
            return self.u.fail("Cannot declare variadic promoted property");
        }
        Ok(())
    }

    fn param(&mut self, param: &'a Param<'a>, before: Option<&'a [u8]>) -> Emit<FuncParam> {
        let mut attrs = Attrs::NONE;
        if param.passing == Passing::ByRef {
            attrs = attrs.with(Attrs::by_ref);
        }
        if param.arity == Arity::Variadic {
            attrs = attrs.with(Attrs::variadic);
        }
        if is_promoted(param) {
            attrs = attrs.with(Attrs::promoted).with(crate::class::member_attrs(param.modifiers));
        }
        let attributes = self.u.attributes_of(param.attributes, Target::Parameter)?;
        let sensitive = |name| self.u.unit.bytes(name) == b"SensitiveParameter";
        if attributes.iter().any(|attribute| sensitive(attribute.name)) {
            attrs = attrs.with(Attrs::sensitive);
        }
        let literal = param.default.and_then(|value| self.literal_of(value));
        let ty = param.ty.map(|ty| self.u.type_of(ty)).transpose()?;
        let (ty, forced) = self.param_type(param, ty, literal.as_ref())?;
        let default = self.param_default(param, literal, (&ty, forced, before))?;
        Ok(FuncParam { attrs, ty, default, attributes })
    }

    /// The declared type, nullable when the default says so, and whether it does.
    fn param_type(
        &mut self,
        param: &Param<'a>,
        ty: Option<TypeConstraint>,
        literal: Option<&Literal>,
    ) -> Emit<(Option<TypeConstraint>, bool)> {
        let Some(mut ty) = ty else { return Ok((None, false)) };
        let mut forced = false;
        let allows_null = ty.hints.has(Hint::null) || ty.hints.has(Hint::mixed);
        if literal == Some(&Literal::Null) && !is_promoted(param) && !allows_null {
            ty.hints = ty.hints.with(Hint::null);
            forced = true;
            let message = text![
                self.shown_name(),
                "(): Implicitly marking parameter $",
                param.name.0,
                " as nullable is deprecated, the explicit nullable type must be used instead"
            ];
            self.u.note("Deprecated", message);
        }
        if ty.hints.has(Hint::void) {
            return self.u.fail("void cannot be used as a parameter type");
        }
        if ty.hints.has(Hint::never) {
            return self.u.fail("never cannot be used as a parameter type");
        }
        Ok((Some(ty), forced))
    }

    fn param_default(
        &mut self,
        param: &'a Param<'a>,
        literal: Option<Literal>,
        (ty, forced, before): (&Option<TypeConstraint>, bool, Option<&'a [u8]>),
    ) -> Emit<Option<ParamDefault>> {
        let Some(value) = param.default else { return Ok(None) };
        if literal.is_none() {
            self.check_const_expr(value, Allowed::New)?;
        }
        let literal = match (literal, ty) {
            (Some(literal), Some(ty)) if !forced => Some(self.fit_default(param, literal, ty)?),
            (literal, _) => literal,
        };
        if let Some(required) = before {
            if !forced {
                let message = text![
                    self.shown_name(),
                    "(): Optional parameter $",
                    param.name.0,
                    " declared before required parameter $",
                    required,
                    " is implicitly treated as a required parameter"
                ];
                self.u.note("Deprecated", message);
            }
            return Ok(None);
        }
        Ok(literal.map(ParamDefault::Literal))
    }

    fn fit_default(
        &mut self,
        param: &Param<'a>,
        literal: Literal,
        ty: &TypeConstraint,
    ) -> Emit<Literal> {
        match crate::constraint::fit(ty, literal) {
            Ok(literal) => Ok(literal),
            Err(literal) => {
                let shown = self.u.type_text(ty);
                let kind = crate::constraint::literal_type(&literal);
                let message = text![
                    "Cannot use ",
                    kind,
                    " as default value for parameter $",
                    param.name.0,
                    " of type ",
                    shown
                ];
                self.u.fail(message)
            }
        }
    }

    /// The function as PHP's messages call it.
    /// PHP: a function that returns nothing has nothing to refer to.
    pub(crate) fn note_void_reference(&mut self) {
        if self.context.returns_ref && self.context.returns(Hint::void) {
            let name = self.shown_name();
            let message =
                text![name, "(): Returning by reference from a void function is deprecated"];
            self.u.note("Deprecated", message);
        }
    }

    fn shown_name(&self) -> Vec<u8> {
        match (&self.u.class, self.context.role) {
            (Some(class), Role::Method) => text![class.name, "::", self.context.name],
            _ => self.context.name.clone(),
        }
    }

    /// The parameter of a `set` hook that is written without one.
    pub(crate) fn value_param(&mut self, ty: Option<TypeConstraint>) {
        self.params.push(FuncParam { ty, ..FuncParam::default() });
    }

    /// What runs when all arguments have their places.
    pub(crate) fn prologue(&mut self, params: &[&Param<'a>]) -> Emit {
        for at in 0..self.params.len() {
            let is_any = self.params[at].ty.as_ref().is_none_or(|ty| ty.hints.has(Hint::mixed));
            if !is_any {
                self.b.verify_param_type(LocalId::from_index(at));
            }
        }
        for (at, param) in params.iter().enumerate().filter(|(_, param)| is_promoted(param)) {
            let local = LocalId::from_index(at);
            let name = self.u.string(param.name.0);
            match param.passing {
                Passing::ByValue => {
                    self.b.c_get_l(local);
                    self.b.base_h();
                    self.b.set_m(Count(0), MemberKey::PT(name));
                    self.b.pop_c();
                }
                Passing::ByRef => {
                    self.b.v_get_l(local);
                    self.b.base_h();
                    self.b.bind_m(Count(0), MemberKey::PT(name));
                    self.b.pop_v();
                }
            }
        }
        if self.context.is_generator {
            self.b.create_cont();
            self.b.pop_c();
        }
        Ok(())
    }

    /// The code of default values.
    pub(crate) fn default_entries(&mut self, params: &'a [&'a Param<'a>]) -> Emit {
        let mut open = false;
        for (at, param) in params.iter().enumerate().skip(first_optional(params)) {
            let Some(value) = param.default else { continue };
            let local = LocalId::from_index(at);
            let known = match &self.params[at].default {
                Some(ParamDefault::Literal(literal)) => Some(literal.clone()),
                _ => None,
            };
            if known.is_some() && !open {
                continue;
            }
            self.at(value.span);
            let (entry, next) = (self.b.label(), self.b.label());
            if open {
                self.b.arg_given(local, next);
            }
            self.b.bind(entry);
            match known {
                Some(literal) => self.push_literal(literal),
                None => {
                    self.context.is_const = true;
                    self.expr(value)?;
                    self.context.is_const = false;
                }
            }
            self.b.pop_l(local);
            self.b.bind_end(next);
            self.note_entry(at, entry, value);
            open = true;
        }
        if open {
            self.b.jmp_ns(self.start);
        }
        Ok(())
    }

    /// What is known of default values in a method without code: their texts.
    pub(crate) fn default_texts(&mut self, params: &'a [&'a Param<'a>]) {
        for (at, param) in params.iter().enumerate().skip(first_optional(params)) {
            if let (Some(value), None) = (param.default, &self.params[at].default) {
                let text = self.u.text_of(value, crate::export::Fallbacks::Marked);
                let text = Some(self.u.string(&text));
                self.params[at].default = Some(ParamDefault::Code { entry: 0, text });
            }
        }
    }

    fn note_entry(&mut self, param: usize, entry: Label, value: syntax::ast::Expr<'a>) {
        let text = self.u.text_of(value, crate::export::Fallbacks::Marked);
        let text = Some(self.u.string(&text));
        self.defaults.push(DefaultEntry { param, entry, text });
    }
}

/// The first parameter behind all those that must be given.
fn first_optional(params: &[&Param<'_>]) -> usize {
    let last_required = params.iter().rposition(|p| p.default.is_none() && p.arity == Arity::One);
    last_required.map_or(0, |at| at + 1)
}
