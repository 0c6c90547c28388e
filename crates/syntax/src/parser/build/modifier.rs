//! Modifiers, and which of them PHP refuses where.

use super::{Builder, List};
use crate::ast::Modifiers;
use crate::token::*;

/// What modifiers stand before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Property,
    Method,
    ClassConstant,
    Parameter,
    PropertyHook,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Target::Property => "property",
            Target::Method => "method",
            Target::ClassConstant => "class constant",
            Target::Parameter => "parameter",
            Target::PropertyHook => "property hook",
        }
    }

    fn allows(self, modifier: Modifiers) -> bool {
        let allowed = match self {
            Target::Property => Modifiers::VISIBILITY
                .with(Modifiers::SET_VISIBILITY)
                .with(Modifiers::READONLY)
                .with(Modifiers::ABSTRACT)
                .with(Modifiers::FINAL)
                .with(Modifiers::STATIC),
            Target::Method => Modifiers::VISIBILITY
                .with(Modifiers::ABSTRACT)
                .with(Modifiers::FINAL)
                .with(Modifiers::STATIC),
            Target::ClassConstant => Modifiers::VISIBILITY.with(Modifiers::FINAL),
            Target::Parameter => {
                Modifiers::VISIBILITY.with(Modifiers::SET_VISIBILITY).with(Modifiers::READONLY)
            }
            Target::PropertyHook => Modifiers::FINAL,
        };
        allowed.any_of(modifier)
    }
}

fn modifier_of(keyword: Token) -> Modifiers {
    match keyword.kind {
        T_PUBLIC => Modifiers::PUBLIC,
        T_PROTECTED => Modifiers::PROTECTED,
        T_PRIVATE => Modifiers::PRIVATE,
        T_PUBLIC_SET => Modifiers::PUBLIC_SET,
        T_PROTECTED_SET => Modifiers::PROTECTED_SET,
        T_PRIVATE_SET => Modifiers::PRIVATE_SET,
        T_STATIC => Modifiers::STATIC,
        T_ABSTRACT => Modifiers::ABSTRACT,
        T_FINAL => Modifiers::FINAL,
        T_READONLY => Modifiers::READONLY,
        _ => Modifiers::NONE,
    }
}

/// Why `added` may not join `held`, if so.
fn clash(held: Modifiers, added: Modifiers, target: Target) -> Option<String> {
    let twice = |set: Modifiers| held.any_of(set) && added.any_of(set);
    if twice(Modifiers::VISIBILITY) {
        return Some("Multiple access type modifiers are not allowed".into());
    }
    for single in [Modifiers::ABSTRACT, Modifiers::STATIC, Modifiers::FINAL, Modifiers::READONLY] {
        if twice(single) {
            return Some(format!("Multiple {} modifiers are not allowed", single.word()));
        }
    }
    let both = held.with(added);
    let abstract_final = both.any_of(Modifiers::ABSTRACT) && both.any_of(Modifiers::FINAL);
    if abstract_final && matches!(target, Target::Method | Target::Property) {
        return Some(format!("Cannot use the final modifier on an abstract {}", target.name()));
    }
    let has_set = matches!(target, Target::Property | Target::Parameter);
    if has_set && twice(Modifiers::SET_VISIBILITY) {
        return Some("Multiple access type modifiers are not allowed".into());
    }
    None
}

impl<'a> Builder<'a> {
    pub(in super::super) fn no_modifiers(&self) -> Modifiers {
        Modifiers::NONE
    }

    pub(in super::super) fn var_modifier(&self) -> Modifiers {
        Modifiers::PUBLIC.with(Modifiers::VAR)
    }

    pub(in super::super) fn modifier(&self, keyword: Token) -> Modifiers {
        modifier_of(keyword)
    }

    pub(in super::super) fn property_modifiers(&mut self, keywords: List<Token>) -> Modifiers {
        self.member_modifiers(keywords, Target::Property)
    }

    pub(in super::super) fn method_modifiers(&mut self, keywords: List<Token>) -> Modifiers {
        self.member_modifiers(keywords, Target::Method)
    }

    pub(in super::super) fn class_const_modifiers(&mut self, keywords: List<Token>) -> Modifiers {
        self.member_modifiers(keywords, Target::ClassConstant)
    }

    pub(in super::super) fn promotion_modifiers(&mut self, keywords: List<Token>) -> Modifiers {
        self.member_modifiers(keywords, Target::Parameter)
    }

    pub(in super::super) fn hook_modifiers(&mut self, keywords: List<Token>) -> Modifiers {
        self.member_modifiers(keywords, Target::PropertyHook)
    }

    fn member_modifiers(&mut self, keywords: List<Token>, target: Target) -> Modifiers {
        let mut held = Modifiers::NONE;
        for &keyword in self.finish(keywords) {
            match self.member_modifier(held, keyword, target) {
                Some(both) => held = both,
                None => break,
            }
        }
        held
    }

    fn member_modifier(
        &mut self,
        held: Modifiers,
        keyword: Token,
        target: Target,
    ) -> Option<Modifiers> {
        let added = self.allowed_modifier(keyword, target)?;
        if let Some(message) = clash(held, added, target) {
            self.refuse(message);
            return None;
        }
        Some(held.with(added))
    }

    fn allowed_modifier(&mut self, keyword: Token, target: Target) -> Option<Modifiers> {
        let modifier = modifier_of(keyword);
        if target.allows(modifier) {
            return Some(modifier);
        }
        let (word, name) = (modifier.word(), target.name());
        self.refuse(format!("Cannot use the {word} modifier on a {name}"));
        None
    }

    /// The modifier of a trait rule, which may stand alone.
    pub(super) fn alias_modifier(&mut self, keyword: Token) -> Modifiers {
        self.allowed_modifier(keyword, Target::Method).unwrap_or_default()
    }

    pub(in super::super) fn class_modifier(&self, modifier: Modifiers) -> Modifiers {
        modifier
    }

    pub(in super::super) fn class_modifiers(
        &mut self,
        held: Modifiers,
        added: Modifiers,
    ) -> Modifiers {
        for single in [Modifiers::ABSTRACT, Modifiers::FINAL, Modifiers::READONLY] {
            if held.any_of(single) && added.any_of(single) {
                self.refuse(format!("Multiple {} modifiers are not allowed", single.word()));
                return held;
            }
        }
        let both = held.with(added);
        if both.any_of(Modifiers::ABSTRACT) && both.any_of(Modifiers::FINAL) {
            self.refuse("Cannot use the final modifier on an abstract class".into());
            return held;
        }
        both
    }

    pub(in super::super) fn anonymous_class_modifier(&mut self, added: Modifiers) -> Modifiers {
        self.anonymous_class_modifiers(Modifiers::NONE, added)
    }

    pub(in super::super) fn anonymous_class_modifiers(
        &mut self,
        held: Modifiers,
        added: Modifiers,
    ) -> Modifiers {
        if added.any_of(Modifiers::ABSTRACT.with(Modifiers::FINAL)) {
            let word = added.word();
            self.refuse(format!("Cannot use the {word} modifier on an anonymous class"));
            return held;
        }
        if held.any_of(Modifiers::READONLY) && added.any_of(Modifiers::READONLY) {
            self.refuse("Multiple readonly modifiers are not allowed".into());
        }
        held.with(added)
    }
}
