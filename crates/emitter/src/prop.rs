//! Static properties, and the hooks of those of objects.

use hhbc::imm::{ClsRef, Count, HookKind, Param, StrId};
use syntax::ast::{Access, ClassRef, Expr, ExprKind, Literal, MemberName};

use crate::error::{Emit, text};
use crate::func::FuncEmitter;

impl<'a> FuncEmitter<'_, 'a> {
    /// Name and class of a static property; when not both are known, they are pushed, the class
    /// first.
    pub(crate) fn static_property(&mut self, expr: Expr<'a>) -> Emit<Option<(StrId, ClsRef)>> {
        let ExprKind::StaticProperty { class, variable } = expr.kind else { return Ok(None) };
        if let (ClassRef::Name(class), ExprKind::Variable { name }) = (&class, &variable.kind) {
            let cls = self.cls_ref(class)?;
            return Ok(Some((self.u.string(name.0), cls)));
        }
        self.push_class(&class)?;
        self.static_name(variable)?;
        Ok(None)
    }

    /// A property in a constant expression, which only cases of enums have.
    pub(crate) fn const_property(
        &mut self,
        (object, access): (Expr<'a>, Access),
        name: &MemberName<'a>,
    ) -> Emit {
        let function = self.u.string(b"const_property_");
        self.b.f_push_func_d(Count(3), function);
        self.expr(object)?;
        self.b.f_pass_ce(Param::At(0));
        match name {
            MemberName::Name(name) => self.push_string(name.text),
            MemberName::Value(value) => self.expr(value)?,
        }
        self.b.f_pass_ce(Param::At(1));
        match access == Access::Nullsafe {
            true => self.b.true_(),
            false => self.b.false_(),
        }
        self.b.f_pass_ce(Param::At(2));
        self.b.call();
        self.b.unbox_r();
        Ok(())
    }

    pub(crate) fn unset_static(&mut self, name: StrId, cls: ClsRef) -> Emit {
        let class = match cls {
            ClsRef::Named(id) => {
                self.b.string(id);
                self.b.a_get_c();
                self.b.pop_a();
                self.u.unit.bytes(id).to_vec()
            }
            ClsRef::SelfCls => self.u.class.as_ref().map(|c| c.name.clone()).unwrap_or_default(),
            special => special.word().unwrap_or_default().as_bytes().to_vec(),
        };
        let name = self.u.unit.bytes(name).to_vec();
        let message = text!["Attempt to unset static property ", class, "::$", name];
        self.throw_error(&message);
        Ok(())
    }

    /// The property and hook of `parent::$name::get(…)`.
    pub(crate) fn parent_hook(
        &mut self,
        class: &ClassRef<'a>,
        method: &MemberName<'a>,
    ) -> Emit<Option<(StrId, HookKind)>> {
        let ClassRef::Value(property) = class else { return Ok(None) };
        let ExprKind::StaticProperty { class: ClassRef::Name(parent), variable } = property.kind
        else {
            return Ok(None);
        };
        let rest = self.u.source.get(property.span.end as usize..).unwrap_or_default();
        if !rest.trim_ascii_start().starts_with(b"::") {
            return Ok(None);
        }
        let MemberName::Name(method) = method else { return Ok(None) };
        let name = match variable.kind {
            ExprKind::Variable { name } => name.0.to_vec(),
            ExprKind::DynamicVariable { name } => match name.kind {
                ExprKind::Literal { value: Literal::String(name) } => name.to_vec(),
                ExprKind::Literal { value: Literal::Int(name) } => name.to_string().into_bytes(),
                _ => return Ok(None),
            },
            _ => return Ok(None),
        };
        let is = |word: &[u8]| method.text.eq_ignore_ascii_case(word);
        let kind = match () {
            () if is(b"get") => HookKind::Get,
            () if is(b"set") => HookKind::Set,
            () => return Ok(None),
        };
        if !parent.text.eq_ignore_ascii_case(b"parent") {
            return Ok(None);
        }
        let word = if kind == HookKind::Get { "get" } else { "set" };
        if self.u.class.is_none() {
            return self.u.fail("Cannot use \"parent\" when no class scope is active");
        }
        match &self.context.hook {
            None => {
                let message =
                    text!["Must not use parent::$", name, "::", word, "() outside a property hook"];
                self.u.fail(message)
            }
            Some((own, _)) if *own != name => {
                let message = text![
                    "Must not use parent::$",
                    name,
                    "::",
                    word,
                    "() in a different property ($",
                    own,
                    ")"
                ];
                self.u.fail(message)
            }
            Some((_, own)) if *own != kind => {
                let other = if *own == HookKind::Get { "get" } else { "set" };
                let message = text![
                    "Must not use parent::$",
                    name,
                    "::",
                    word,
                    "() in a different property hook (",
                    other,
                    ")"
                ];
                self.u.fail(message)
            }
            Some(_) => Ok(Some((self.u.string(&name), kind))),
        }
    }
}
