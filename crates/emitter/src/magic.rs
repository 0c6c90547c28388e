//! What PHP demands of methods with magic names.

use hhbc::constraint::{Hint, TypeConstraint};
use syntax::ast::{FunctionDecl, Modifiers, Passing};

use crate::error::{Emit, text};
use crate::unit::UnitEmitter;

/// What a method must look like.
struct Shape {
    name: &'static [u8],
    /// How many parameters it takes.
    params: Option<usize>,
    is_static: bool,
    /// The types of its parameters, when they are declared.
    types: &'static [Hint],
    ret: Return,
}

/// What its declared result may be.
#[derive(Clone, Copy)]
enum Return {
    Any,
    /// It may declare none.
    Undeclared,
    Of(Hint),
}

const fn shape(name: &'static str, params: usize, types: &'static [Hint], ret: Return) -> Shape {
    Shape { name: name.as_bytes(), params: Some(params), is_static: false, types, ret }
}

const S: Hint = Hint::string;
const A: Hint = Hint::array;
const VOID: Return = Return::Of(Hint::void);

const SHAPES: [Shape; 17] = [
    Shape { params: None, ..shape("__construct", 0, &[], Return::Undeclared) },
    shape("__destruct", 0, &[], Return::Undeclared),
    shape("__clone", 0, &[], VOID),
    shape("__get", 1, &[S], Return::Any),
    shape("__set", 2, &[S], VOID),
    shape("__unset", 1, &[S], VOID),
    shape("__isset", 1, &[S], Return::Of(Hint::bool)),
    shape("__call", 2, &[S, A], Return::Any),
    Shape { is_static: true, ..shape("__callstatic", 2, &[S, A], Return::Any) },
    shape("__tostring", 0, &[], Return::Of(Hint::string)),
    shape("__debuginfo", 0, &[], Return::Of(Hint::array)),
    shape("__serialize", 0, &[], Return::Of(Hint::array)),
    shape("__unserialize", 1, &[A], VOID),
    Shape { is_static: true, ..shape("__set_state", 1, &[A], Return::Of(Hint::object)) },
    Shape { params: None, ..shape("__invoke", 0, &[], Return::Any) },
    shape("__sleep", 0, &[], Return::Of(Hint::array)),
    shape("__wakeup", 0, &[], VOID),
];

impl<'a> UnitEmitter<'a> {
    pub(crate) fn check_magic(&mut self, decl: &FunctionDecl<'a>, name: &[u8]) -> Emit {
        if !name.starts_with(b"__") {
            return Ok(());
        }
        let found = SHAPES.iter().find(|shape| name.eq_ignore_ascii_case(shape.name));
        let Some(shape) = found else { return Ok(()) };
        let full = text![self.class_name_text(), "::", name];
        self.check_magic_params(decl, &full, shape)?;
        let is_static = decl.modifiers.any_of(Modifiers::STATIC);
        if is_static != shape.is_static {
            let wrong = if is_static { "cannot be static" } else { "must be static" };
            let message = text!["Method ", full, "() ", wrong];
            return self.fail(message);
        }
        self.check_magic_types(decl, &full, shape)
    }

    fn check_magic_params(&mut self, decl: &FunctionDecl<'a>, full: &[u8], shape: &Shape) -> Emit {
        let params = decl.params.unwrap_or_default();
        let variadic = |p: &&&syntax::ast::Param<'a>| p.arity == syntax::ast::Arity::One;
        let Some(wanted) = shape.params else { return Ok(()) };
        if params.iter().filter(variadic).count() != wanted {
            let how = match wanted {
                0 => "cannot take arguments".to_owned(),
                1 => "must take exactly 1 argument".to_owned(),
                n => format!("must take exactly {n} arguments"),
            };
            let message = text!["Method ", full, "() ", how];
            return self.fail(message);
        }
        if wanted > 0 && params.iter().any(|param| param.passing == Passing::ByRef) {
            let message = text!["Method ", full, "() cannot take arguments by reference"];
            return self.fail(message);
        }
        Ok(())
    }

    fn check_magic_types(&mut self, decl: &FunctionDecl<'a>, full: &[u8], shape: &Shape) -> Emit {
        let params = decl.params.unwrap_or_default();
        for (at, (param, hint)) in params.iter().zip(shape.types).enumerate() {
            let Some(ty) = param.ty else { continue };
            let ty = self.type_of(ty)?;
            if !ty.hints.has(*hint) && !ty.hints.has(Hint::mixed) {
                let shown = TypeConstraint::of(*hint).text(&mut |_| String::new());
                let message = text![
                    full,
                    "(): Parameter #",
                    (at + 1).to_string(),
                    " ($",
                    param.name.0,
                    ") must be of type ",
                    shown,
                    " when declared"
                ];
                return self.fail(message);
            }
        }
        let Some(ret) = decl.return_type else { return Ok(()) };
        let hint = match shape.ret {
            Return::Any => return Ok(()),
            Return::Undeclared => {
                let message = text!["Method ", full, "() cannot declare a return type"];
                return self.fail(message);
            }
            Return::Of(hint) => hint,
        };
        let ret = self.type_of(ret)?;
        let mut allowed = TypeConstraint::of(hint);
        if shape.name == b"__debuginfo" {
            allowed.hints = allowed.hints.with(Hint::null);
        }
        let is_object = hint == Hint::object;
        let mut hints = ret.hints;
        if is_object {
            hints = hints.without(Hint::r#static);
        }
        let extra = hints.without(allowed.hints) != Hint::NONE;
        let complex = !ret.classes.is_empty() && !is_object;
        if ret.hints.has(Hint::never) || !(extra || complex) {
            return Ok(());
        }
        let shown = allowed.text(&mut |_| String::new());
        let message = text![full, "(): Return type must be ", shown, " when declared"];
        self.fail(message)
    }
}
