//! Constants, cases and trait uses of classes.

use hhbc::class::{ClassConst, ClassKind, TraitRule};
use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::{Attrs, Init};
use syntax::ast::{self, ConstGroup, EnumCase, Modifiers, TraitUse};

use super::{Body, member_attrs};
use crate::attribute::Target;
use crate::error::{Emit, text};
use crate::init::Allowed;
use crate::unit::UnitEmitter;

impl<'a> UnitEmitter<'a> {
    pub(super) fn class_consts(&mut self, group: &'a ConstGroup<'a>, body: &mut Body) -> Emit {
        self.at(group.span);
        let attributes = self.attributes_of(group.attributes, Target::ClassConstant)?;
        let ty = group.ty.map(|ty| self.type_of(ty)).transpose()?;
        for item in group.items {
            self.at(item.span);
            self.check_const(item.name.text, (group.modifiers, ty.as_ref()), body)?;
            let value = self.init(item.value, Allowed::NoNew)?;
            let value = match (value, &ty) {
                (Init::Literal(literal), Some(ty)) => {
                    Init::Literal(self.fit_const(item.name.text, literal, ty)?)
                }
                (value, _) => value,
            };
            body.consts.push(ClassConst {
                name: self.unit.string(item.name.text),
                is_case: false,
                attrs: member_attrs(group.modifiers),
                ty: ty.clone(),
                value: Some(value),
                doc: item.doc.map(|doc| self.unit.string(doc)),
                attributes: attributes.clone(),
            });
        }
        Ok(())
    }

    pub(super) fn check_const(
        &mut self,
        name: &[u8],
        (modifiers, ty): (Modifiers, Option<&TypeConstraint>),
        body: &mut Body,
    ) -> Emit {
        let full = || text![self.class_name_text(), "::", name];
        if let Some(ty) = ty {
            let refused = [Hint::void, Hint::never, Hint::callable];
            if refused.into_iter().any(|hint| ty.hints.has(hint)) {
                let shown = self.type_text(ty);
                let message = text!["Class constant ", full(), " cannot have type ", shown];
                return self.fail(message);
            }
        }
        if modifiers.any_of(Modifiers::PRIVATE) && modifiers.any_of(Modifiers::FINAL) {
            let message = text![
                "Private constant ",
                full(),
                " cannot be final as it is not visible to other classes"
            ];
            return self.fail(message);
        }
        let is_hidden = modifiers.any_of(Modifiers::PROTECTED.with(Modifiers::PRIVATE));
        if is_hidden && self.kind() == ClassKind::Interface {
            let message = text!["Access type for interface constant ", full(), " must be public"];
            return self.fail(message);
        }
        if !body.declared.consts.insert(name.to_vec()) {
            let message = text!["Cannot redefine class constant ", full()];
            return self.fail(message);
        }
        if name.eq_ignore_ascii_case(b"class") {
            return self.fail(
                "A class constant must not be called 'class'; it is reserved for class name \
                 fetching",
            );
        }
        Ok(())
    }

    pub(super) fn fit_const(
        &mut self,
        name: &[u8],
        literal: hhbc::literal::Literal,
        ty: &TypeConstraint,
    ) -> Emit<hhbc::literal::Literal> {
        match crate::constraint::fit(ty, literal) {
            Ok(literal) => Ok(literal),
            Err(literal) => {
                let message = text![
                    "Cannot use ",
                    crate::constraint::literal_type(&literal),
                    " as value for class constant ",
                    self.class_name_text(),
                    "::",
                    name,
                    " of type ",
                    self.type_text(ty)
                ];
                self.fail(message)
            }
        }
    }

    pub(super) fn enum_case(&mut self, case: &'a EnumCase<'a>, body: &mut Body) -> Emit {
        self.at(case.span);
        if self.kind() != ClassKind::Enum {
            return self.fail("Case can only be used in enums");
        }
        self.check_const(case.name.text, (Modifiers::NONE, None), body)?;
        let attributes = self.attributes_of(case.attributes, Target::ClassConstant)?;
        self.at(case.span);
        let backed = self.class.as_ref().is_some_and(|class| class.is_backed);
        if backed != case.value.is_some() {
            let (kind, must) = match backed {
                true => ("backed", "must have a value"),
                false => ("non-backed", "must not have a value"),
            };
            let message = text![
                "Case ",
                case.name.text,
                " of ",
                kind,
                " enum ",
                self.class_name_text(),
                " ",
                must
            ];
            return self.fail(message);
        }
        let value = case.value.map(|value| self.init(value, Allowed::NoNew)).transpose()?;
        body.consts.push(ClassConst {
            name: self.unit.string(case.name.text),
            is_case: true,
            attrs: Attrs::public,
            ty: None,
            value,
            doc: case.doc.map(|doc| self.unit.string(doc)),
            attributes,
        });
        Ok(())
    }

    pub(super) fn trait_use(&mut self, uses: &'a TraitUse<'a>, body: &mut Body) -> Emit {
        self.at(uses.span);
        for name in uses.traits {
            if self.kind() == ClassKind::Interface {
                let message = text![
                    "Cannot use traits inside of interfaces. ",
                    name.text,
                    " is used in ",
                    self.class_name_text()
                ];
                return self.fail(message);
            }
            self.check_ancestor(name, "trait name")?;
            let full = self.names.class(name);
            let id = self.unit.string(&full);
            body.inherits.traits.push(id);
        }
        for rule in uses.rules {
            let rule = self.trait_rule(rule)?;
            body.inherits.trait_rules.push(rule);
        }
        Ok(())
    }

    pub(super) fn trait_rule(&mut self, rule: &ast::TraitRule<'a>) -> Emit<TraitRule> {
        Ok(match rule {
            ast::TraitRule::Precedence { method, excluded } => {
                for name in excluded.iter().chain(&method.class) {
                    self.check_ancestor(name, "trait name")?;
                }
                let class = method.class.map(|name| self.names.class(name)).unwrap_or_default();
                let of = self.unit.string(&class);
                let mut names = Vec::new();
                for name in *excluded {
                    let full = self.names.class(name);
                    names.push(self.unit.string(&full));
                }
                let method = self.unit.string(method.method.text);
                TraitRule::InsteadOf { of, method, excluded: names }
            }
            ast::TraitRule::Alias { method, modifiers, alias } => {
                for (modifier, word) in
                    [(Modifiers::STATIC, "static"), (Modifiers::ABSTRACT, "abstract")]
                {
                    if modifiers.any_of(modifier) {
                        return self.fail(format!(
                            "Cannot use \"{word}\" as method modifier in trait alias"
                        ));
                    }
                }
                let mut attrs = member_attrs(*modifiers);
                if !modifiers.any_of(Modifiers::VISIBILITY) {
                    attrs = attrs.without(Attrs::public);
                }
                let of = method.class.map(|name| self.names.class(name));
                TraitRule::Alias {
                    of: of.map(|of| self.unit.string(&of)),
                    method: self.unit.string(method.method.text),
                    attrs,
                    alias: alias.map(|alias| self.unit.string(alias.text)),
                }
            }
        })
    }
}
