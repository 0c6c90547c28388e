//! Properties of classes: declared, promoted, hooked.

use hhbc::class::{ClassKind, Prop};
use hhbc::constraint::{ClassTerm, Hint, TypeConstraint};
use hhbc::func::{Attribute, Attrs, Init, Role};
use hhbc::imm::{FuncId, HookKind};
use syntax::ast::{
    self, FunctionBody, FunctionDecl, Modifiers, Param, PropertyGroup, PropertyItem,
};

use super::{Body, member_attrs};
use crate::attribute::Target;
use crate::error::{Emit, text};
use crate::init::Allowed;
use crate::method::{Hook, Plan};
use crate::unit::UnitEmitter;

impl<'a> UnitEmitter<'a> {
    /// The property that a parameter of the constructor declares.
    pub(super) fn promoted(&mut self, param: &'a Param<'a>, body: &mut Body) -> Emit {
        let item = PropertyItem {
            name: param.name,
            default: None,
            hooks: param.hooks,
            doc: param.doc,
            span: param.span,
        };
        let attributes = self.attributes_of(param.attributes, Target::Parameter)?;
        let shape = (param.modifiers, param.ty, Attrs::promoted);
        self.property(&item, shape, &attributes, body)
    }

    pub(super) fn properties(&mut self, group: &'a PropertyGroup<'a>, body: &mut Body) -> Emit {
        self.at(group.span);
        if self.kind() == ClassKind::Enum {
            let message = text!["Enum ", self.class_name_text(), " cannot include properties"];
            return self.fail(message);
        }
        let outer = std::mem::take(&mut self.property);
        // PHP: the attributes that several share know the first.
        if let Some(first) = group.items.first() {
            self.at(first.span);
            self.property = first.name.0.to_vec();
        }
        let attributes = self.attributes_of(group.attributes, Target::Property)?;
        for item in group.items {
            self.at(item.span);
            self.property = item.name.0.to_vec();
            let shape = (group.modifiers, group.ty, Attrs::NONE);
            self.property(item, shape, &attributes, body)?;
        }
        self.property = outer;
        Ok(())
    }

    pub(super) fn property(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, ty, extra): (Modifiers, Option<&'a ast::TypeNode<'a>>, Attrs),
        attributes: &[Attribute],
        body: &mut Body,
    ) -> Emit {
        let name = self.unit.string(item.name.0);
        let ty = ty.map(|ty| self.type_of(ty)).transpose()?;
        let mut attrs = member_attrs(modifiers).with(extra);
        if self.class.as_ref().is_some_and(|class| class.is_readonly) {
            attrs = attrs.with(Attrs::readonly);
        }
        self.check_property(item, (modifiers, attrs), ty.as_ref(), body)?;
        let value = item.default.map(|value| self.init(value, Allowed::NoNew)).transpose()?;
        let value = match (value, &ty) {
            (Some(Init::Literal(literal)), Some(ty)) => {
                Some(Init::Literal(self.fit_property(item, literal, ty)?))
            }
            (value, _) => value,
        };
        if value.is_some() && attrs.has(Attrs::readonly) {
            let message = text![
                "Readonly property ",
                self.class_name_text(),
                "::$",
                item.name.0,
                " cannot have default value"
            ];
            return self.fail(message);
        }
        let (get, set) = self.hooks(item, (modifiers, ty.as_ref()))?;
        if item.hooks.is_some() && is_virtual(item) {
            attrs = attrs.with(Attrs::r#virtual);
        }
        self.check_virtual(item, (modifiers, attrs), value.is_some(), (get, set))?;
        let is_internal = |found: &Attribute| self.unit.bytes(found.name) == b"Internal";
        if self.is_library && attributes.iter().any(is_internal) {
            attrs = attrs.with(Attrs::internal);
        }
        body.props.push(Prop {
            name,
            attrs,
            ty,
            value,
            get,
            set,
            doc: item.doc.map(|doc| self.unit.string(doc)),
            attributes: attributes.to_vec(),
        });
        Ok(())
    }

    pub(super) fn check_property(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, attrs): (Modifiers, Attrs),
        ty: Option<&TypeConstraint>,
        body: &mut Body,
    ) -> Emit {
        let has = |modifier| modifiers.any_of(modifier);
        if has(Modifiers::FINAL) && has(Modifiers::PRIVATE) {
            return self.fail("Property cannot be both final and private");
        }
        if has(Modifiers::STATIC) && has(Modifiers::SET_VISIBILITY) {
            return self.fail("Static property may not have asymmetric visibility");
        }
        if self.kind() == ClassKind::Interface {
            self.check_interface_property(item, modifiers)?;
        } else if has(Modifiers::ABSTRACT) && item.hooks.is_none() {
            return self.fail("Only hooked properties may be declared abstract");
        }
        let full = || text![self.class_name_text(), "::$", item.name.0];
        if let Some(ty) = ty {
            let refused = [Hint::void, Hint::never, Hint::callable];
            if refused.into_iter().any(|hint| ty.hints.has(hint)) {
                let shown = self.type_text(ty);
                let message = text!["Property ", full(), " cannot have type ", shown];
                return self.fail(message);
            }
        }
        if !body.declared.props.insert(item.name.0.to_vec()) {
            let message = text!["Cannot redeclare ", full()];
            return self.fail(message);
        }
        if attrs.has(Attrs::readonly) && ty.is_none() {
            let message = text!["Readonly property ", full(), " must have type"];
            return self.fail(message);
        }
        if attrs.has(Attrs::readonly) && has(Modifiers::STATIC) {
            let message = text!["Static property ", full(), " cannot be readonly"];
            return self.fail(message);
        }
        let narrow = has(Modifiers::PRIVATE) && has(Modifiers::PROTECTED_SET);
        let set_public = has(Modifiers::PUBLIC_SET);
        if narrow || set_public && has(Modifiers::PRIVATE.with(Modifiers::PROTECTED)) {
            let message =
                text!["Visibility of property ", full(), " must not be weaker than set visibility"];
            return self.fail(message);
        }
        if has(Modifiers::SET_VISIBILITY) && ty.is_none() {
            let message = text!["Property with asymmetric visibility ", full(), " must have type"];
            return self.fail(message);
        }
        Ok(())
    }

    /// What a property that has no value of its own may not declare.
    pub(super) fn check_virtual(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, attrs): (Modifiers, Attrs),
        has_value: bool,
        hooks: (Option<FuncId>, Option<FuncId>),
    ) -> Emit {
        let full = || text![self.class_name_text(), "::$", item.name.0];
        let is_abstract = |hook: &&FunctionDecl<'a>| matches!(hook.body, FunctionBody::None);
        let listed = item.hooks.unwrap_or_default();
        if modifiers.any_of(Modifiers::ABSTRACT) && !listed.iter().any(is_abstract) {
            let message =
                text!["Abstract property ", full(), " must specify at least one abstract hook"];
            return self.fail(message);
        }
        if !attrs.has(Attrs::r#virtual) || listed.iter().any(is_abstract) {
            return Ok(());
        }
        let may_override = self.class.as_ref().is_some_and(|class| class.parent.is_some());
        if has_value && may_override {
            return Ok(());
        }
        if has_value {
            let message =
                text!["Cannot specify default value for virtual hooked property ", full()];
            return self.fail(message);
        }
        let word = match hooks {
            (Some(_), None) => "Read-only",
            (None, Some(_)) => "Write-only",
            _ => return Ok(()),
        };
        if modifiers.any_of(Modifiers::SET_VISIBILITY) {
            let message = text![
                word,
                " virtual property ",
                full(),
                " must not specify asymmetric visibility"
            ];
            return self.fail(message);
        }
        Ok(())
    }

    pub(super) fn check_interface_property(
        &mut self,
        item: &PropertyItem<'a>,
        has: Modifiers,
    ) -> Emit {
        if has.any_of(Modifiers::FINAL) {
            return self.fail("Property in interface cannot be final");
        }
        if has.any_of(Modifiers::PROTECTED.with(Modifiers::PRIVATE)) {
            return self.fail("Property in interface cannot be protected or private");
        }
        if has.any_of(Modifiers::ABSTRACT) {
            return self.fail(
                "Property in interface cannot be explicitly abstract. All interface members are \
                 implicitly abstract",
            );
        }
        if item.hooks.is_none() {
            return self.fail("Interfaces may only include hooked properties");
        }
        Ok(())
    }

    pub(super) fn fit_property(
        &mut self,
        item: &PropertyItem<'a>,
        literal: hhbc::literal::Literal,
        ty: &TypeConstraint,
    ) -> Emit<hhbc::literal::Literal> {
        let literal = match crate::constraint::fit(ty, literal) {
            Ok(literal) => return Ok(literal),
            Err(literal) => literal,
        };
        let shown = self.type_text(ty);
        let is_intersection =
            ty.hints == Hint::NONE && matches!(ty.classes[..], [ClassTerm::All(_)]);
        if literal == hhbc::literal::Literal::Null && !is_intersection {
            let mut nullable = ty.clone();
            nullable.hints = nullable.hints.with(Hint::null);
            let nullable = self.type_text(&nullable);
            return self.fail(format!(
                "Default value for property of type {shown} may not be null. Use the nullable \
                 type {nullable} to allow null default value"
            ));
        }
        let message = text![
            "Cannot use ",
            crate::constraint::literal_type(&literal),
            " as default value for property ",
            self.class_name_text(),
            "::$",
            item.name.0,
            " of type ",
            shown
        ];
        self.fail(message)
    }

    /// The functions of a property's hooks.
    pub(super) fn hooks(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, ty): (Modifiers, Option<&TypeConstraint>),
    ) -> Emit<(Option<FuncId>, Option<FuncId>)> {
        let Some(hooks) = item.hooks else { return Ok((None, None)) };
        let in_readonly = self.class.as_ref().is_some_and(|class| class.is_readonly);
        if in_readonly || modifiers.any_of(Modifiers::READONLY) {
            return self.fail("Hooked properties cannot be readonly");
        }
        if hooks.is_empty() {
            return self.fail("Property hook list must not be empty");
        }
        if modifiers.any_of(Modifiers::STATIC) {
            return self.fail("Cannot declare hooks for static property");
        }
        let (mut get, mut set) = (None, None);
        for hook in hooks {
            let kind = self.check_hook(item, hook, modifiers)?;
            if let (Some(_), Some([param])) = (ty, hook.params)
                && param.ty.is_none()
            {
                let message = text![
                    "Type of parameter $",
                    param.name.0,
                    " of hook ",
                    self.class_name_text(),
                    "::$",
                    item.name.0,
                    "::set must be compatible with property type"
                ];
                return self.fail(message);
            }
            let (slot, word) = match kind {
                HookKind::Get => (&mut get, "get"),
                HookKind::Set => (&mut set, "set"),
            };
            if slot.is_some() {
                return self.fail(format!("Cannot redeclare property hook \"{word}\""));
            }
            let mut plan = Plan::new(Role::Method, text!["$", item.name.0, "::", word]);
            plan.attrs = member_attrs(hook.modifiers).with(Attrs::public);
            plan.hook = Some(Hook { property: item.name.0, kind, ty: ty.cloned() });
            *slot = Some(self.function(hook, plan)?);
        }
        Ok((get, set))
    }

    pub(super) fn check_hook(
        &mut self,
        item: &PropertyItem<'a>,
        hook: &FunctionDecl<'a>,
        modifiers: Modifiers,
    ) -> Emit<HookKind> {
        self.function_line(hook);
        let name = hook.name.map_or(&b""[..], |name| name.text);
        let full = || text![self.class_name_text(), "::$", item.name.0];
        let has_body = !matches!(hook.body, FunctionBody::None);
        let is_abstract =
            modifiers.any_of(Modifiers::ABSTRACT) || self.kind() == ClassKind::Interface;
        let is_final = hook.modifiers.any_of(Modifiers::FINAL);
        if is_final && modifiers.any_of(Modifiers::PRIVATE) {
            return self.fail("Property hook cannot be both final and private");
        }
        if self.kind() == ClassKind::Interface && has_body {
            return self.fail("Abstract property hook cannot have body");
        }
        if is_abstract && !has_body && modifiers.any_of(Modifiers::PRIVATE) {
            return self.fail("Property hook cannot be both abstract and private");
        }
        if is_abstract && !has_body && is_final {
            return self.fail("Property hook cannot be both abstract and final");
        }
        if !is_abstract && !has_body {
            return self.fail("Non-abstract property hook must have a body");
        }
        let is = |word: &[u8]| name.eq_ignore_ascii_case(word);
        let kind = match () {
            () if is(b"get") => HookKind::Get,
            () if is(b"set") => HookKind::Set,
            () => {
                let message = text![
                    "Unknown hook \"",
                    name,
                    "\" for property ",
                    full(),
                    ", expected \"get\" or \"set\""
                ];
                return self.fail(message);
            }
        };
        self.check_hook_params(&full(), hook, kind)?;
        Ok(kind)
    }

    pub(super) fn check_hook_params(
        &mut self,
        full: &[u8],
        hook: &FunctionDecl<'a>,
        kind: HookKind,
    ) -> Emit {
        let Some(params) = hook.params else { return Ok(()) };
        if kind == HookKind::Get {
            let message = text!["get hook of property ", full, " must not have a parameter list"];
            return self.fail(message);
        }
        let [param] = params else {
            let message =
                text!["set hook of property ", full, " must accept exactly one parameters"];
            return self.fail(message);
        };
        let wrong = match () {
            () if param.passing == ast::Passing::ByRef => "must not be pass-by-reference",
            () if param.arity == ast::Arity::Variadic => "must not be variadic",
            () if param.default.is_some() => "must not have a default value",
            () => return Ok(()),
        };
        let message = text!["Parameter $", param.name.0, " of set hook ", full, " ", wrong];
        self.fail(message)
    }
}

/// Whether no hook of a property touches a value of its own.
fn is_virtual(item: &PropertyItem<'_>) -> bool {
    let hooks = item.hooks.unwrap_or_default();
    !hooks.iter().any(|hook| {
        let is_short_set = matches!(hook.body, FunctionBody::Expr(_))
            && hook.name.is_some_and(|name| name.text.eq_ignore_ascii_case(b"set"));
        is_short_set || crate::scan::uses_property(&hook.body, item.name.0)
    })
}
