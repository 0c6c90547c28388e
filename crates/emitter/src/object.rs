//! Objects: `new`, `instanceof`, and the classes they name.

use hhbc::imm::{ClsRef, Count, Param};
use syntax::ast::{Args, ClassDecl, ClassRef, Expr, ExprKind, Literal, Span};

use crate::error::Emit;
use crate::func::FuncEmitter;

/// Whether a value stands before `::` that is known to be neither a name nor an object.
pub(crate) fn is_no_class(value: Expr<'_>) -> bool {
    match value.kind {
        ExprKind::Literal { value } => !matches!(value, Literal::String(_)),
        ExprKind::Array { items, .. } => items.is_empty(),
        ExprKind::UnaryOp { operand, .. } => matches!(operand.kind, ExprKind::Literal { .. }),
        _ => false,
    }
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Pushes a class.
    pub(crate) fn push_class(&mut self, class: &ClassRef<'a>) -> Emit {
        match class {
            ClassRef::Name(name) => match self.cls_ref(name)? {
                ClsRef::Named(id) => {
                    self.b.string(id);
                    self.b.a_get_c();
                }
                ClsRef::SelfCls => self.b.self_cls(),
                ClsRef::Parent => self.b.parent_cls(),
                ClsRef::Static => self.b.late_bound_cls(),
            },
            ClassRef::Value(value) if is_no_class(value) => {
                return self.u.fail("Illegal class name");
            }
            ClassRef::Value(value) => match self.plain_local(value) {
                Some(local) => self.b.a_get_l(local),
                None => {
                    self.link(value)?;
                    self.b.a_get_c();
                }
            },
        }
        Ok(())
    }

    pub(crate) fn new_object(&mut self, class: &ClassRef<'a>, args: &'a Args<'a>) -> Emit {
        let Args::List(list) = args else {
            return self.u.fail("Cannot create Closure for new expression");
        };
        let count = Count(u32::try_from(list.len()).unwrap_or(u32::MAX));
        let place = class.span();
        self.at(place);
        match class {
            ClassRef::Name(name) => {
                let cls = self.cls_ref(name)?;
                self.b.f_push_ctor_d(count, cls);
            }
            // The class is no link of a chain: what is null behind `?->` is no class.
            ClassRef::Value(value) => {
                match self.plain_local(value) {
                    Some(local) => self.b.a_get_l(local),
                    None => {
                        self.expr(value)?;
                        self.b.a_get_c();
                    }
                }
                self.b.f_push_ctor(count);
            }
        }
        self.construct(list, place)
    }

    fn construct(&mut self, args: &'a [syntax::ast::Arg<'a>], place: Span) -> Emit {
        self.args(args)?;
        self.at(place);
        self.b.call();
        self.b.pop_r();
        Ok(())
    }

    pub(crate) fn new_anonymous(&mut self, class: &'a ClassDecl<'a>, args: &'a Args<'a>) -> Emit {
        let Args::List(list) = args else {
            return self.u.fail("Cannot create Closure for new expression");
        };
        let id = self.u.class_decl(class, crate::class::Binding::Anonymous)?;
        self.b.anon_cls(id);
        self.b.f_push_ctor(Count(u32::try_from(list.len()).unwrap_or(u32::MAX)));
        self.construct(list, class.span)
    }

    pub(crate) fn instance_of(&mut self, value: Expr<'a>, class: &ClassRef<'a>) -> Emit {
        if matches!(value.kind, ExprKind::Literal { .. }) {
            self.b.false_();
            return Ok(());
        }
        self.expr(value)?;
        match class {
            ClassRef::Name(name) => {
                let cls = self.cls_ref(name)?;
                self.b.instance_of_d(cls);
            }
            ClassRef::Value(class) => {
                self.expr(class)?;
                self.b.instance_of();
            }
        }
        Ok(())
    }

    /// Throws an `Error`; control goes no further.
    pub(crate) fn throw_error(&mut self, message: &[u8]) {
        let class = self.u.string(b"Error");
        self.b.f_push_ctor_d(Count(1), ClsRef::Named(class));
        self.push_string(message);
        self.b.f_pass_ce(Param::At(0));
        self.b.call();
        self.b.pop_r();
        self.b.throw();
    }
}
