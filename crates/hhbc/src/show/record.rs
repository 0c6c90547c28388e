//! The text of declarations: modifiers, types, attributes, initial values, parameters.

use super::Show;
use crate::class::{ClassConst, Prop, TraitRule};
use crate::constraint::{ClassTerm, Hint, TypeConstraint};
use crate::func::{Attribute, Attrs, Func, FuncParam, Init, ParamDefault};
use crate::imm::{ClsRef, LocalId, StrId};
use crate::unit::Unit;

/// A declared type as PHP prints it.
pub fn constraint_text(unit: &Unit, ty: &TypeConstraint) -> String {
    ty.text(&mut |cls| match cls {
        ClsRef::Named(name) => String::from_utf8_lossy(unit.str(name)).into_owned(),
        special => special.word().unwrap_or_default().to_owned(),
    })
}

impl Show<'_> {
    /// Starts a line of the text form.
    pub(super) fn indent(&mut self, levels: usize) {
        (0..levels).for_each(|_| self.text.push_str("  "));
        self.gap = false;
    }

    /// Ends a directive.
    pub(super) fn semi(&mut self) {
        self.raw(";\n");
    }

    /// Modifiers between square brackets, without `except`, which have signs of their own.
    pub(super) fn attrs(&mut self, attrs: Attrs, except: Attrs) {
        let names: Vec<&str> = attrs.without(except).names().collect();
        if !names.is_empty() {
            self.word(&format!("[{}]", names.join(" ")));
        }
    }

    pub(super) fn names(&mut self, names: &[StrId]) {
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                self.raw(", ");
            }
            self.name(*name);
        }
        self.gap = true;
    }

    /// A declared type, with everything that is recorded of it.
    pub(super) fn constraint(&mut self, ty: &TypeConstraint) {
        let mut parts: Vec<String> = Vec::new();
        for term in &ty.classes {
            parts.push(match term {
                ClassTerm::One(cls) => self.cls_text(*cls),
                ClassTerm::All(classes) => {
                    let all: Vec<String> = classes.iter().map(|cls| self.cls_text(*cls)).collect();
                    format!("({})", all.join("&"))
                }
            });
        }
        parts.extend(ty.hints.names().map(str::to_owned));
        self.word(&if parts.is_empty() { "()".to_owned() } else { parts.join("|") });
    }

    /// A class in a type; between quotes when it could be taken for a word.
    fn cls_text(&self, cls: ClsRef) -> String {
        let ClsRef::Named(name) = cls else { return cls.word().unwrap_or("self").to_owned() };
        let bytes = self.unit.str(name);
        let text = super::name_text(bytes);
        let is_word = Hint::from_name(&text).is_some() || ClsRef::from_word(&text).is_some();
        if is_word { super::quote(bytes) } else { text }
    }

    pub(super) fn init(&mut self, init: &Init) {
        match init {
            Init::Literal(literal) => self.literal(literal),
            Init::Thunk { func, text } => {
                self.word("thunk");
                self.func(*func);
                self.string(*text);
            }
        }
    }

    pub(super) fn attribute(&mut self, attribute: &Attribute) {
        self.word("@");
        self.gap = false;
        self.name(attribute.name);
        self.raw("(");
        for (at, (name, value)) in attribute.args.iter().enumerate() {
            if at > 0 {
                self.raw(", ");
            }
            if let Some(name) = name {
                self.name(*name);
                self.raw(": ");
            }
            self.init(value);
        }
        self.raw(")");
        self.gap = true;
    }

    /// The lines before a declaration that say what else is known of it.
    pub(super) fn prefix(&mut self, levels: usize, doc: Option<StrId>, attributes: &[Attribute]) {
        if let Some(doc) = doc {
            self.indent(levels);
            self.word(".doc");
            self.string(doc);
            self.semi();
        }
        for attribute in attributes {
            self.indent(levels);
            self.attribute(attribute);
            self.raw("\n");
        }
    }

    pub(super) fn params(&mut self, func: &Func) {
        self.raw("(");
        for (at, param) in func.params.iter().enumerate() {
            if at > 0 {
                self.raw(", ");
            }
            self.param(LocalId(at as u32), param);
        }
        self.raw(")");
    }

    fn param(&mut self, local: LocalId, param: &FuncParam) {
        for attribute in &param.attributes {
            self.attribute(attribute);
        }
        self.attrs(param.attrs, Attrs::by_ref.with(Attrs::variadic));
        if let Some(ty) = &param.ty {
            self.constraint(ty);
        }
        for (sign, attr) in [("&", Attrs::by_ref), ("...", Attrs::variadic)] {
            if param.attrs.has(attr) {
                self.word(sign);
                self.gap = false;
            }
        }
        self.local(local);
        match &param.default {
            None => {}
            Some(ParamDefault::Literal(literal)) => {
                self.word("=");
                self.literal(literal);
            }
            Some(ParamDefault::Code { entry, text }) => {
                self.word("=");
                self.target(*entry);
                if let Some(text) = text {
                    self.string(*text);
                }
            }
        }
    }

    pub(super) fn class_const(&mut self, item: &ClassConst) {
        self.prefix(1, item.doc, &item.attributes);
        self.indent(1);
        self.word(if item.is_case { ".case" } else { ".const" });
        self.attrs(item.attrs, Attrs::NONE);
        self.name(item.name);
        if let Some(ty) = &item.ty {
            self.word(":");
            self.raw(" ");
            self.constraint(ty);
        }
        if let Some(value) = &item.value {
            self.word("=");
            self.init(value);
        }
        self.semi();
    }

    pub(super) fn prop(&mut self, item: &Prop) {
        self.prefix(1, item.doc, &item.attributes);
        self.indent(1);
        self.word(".property");
        self.attrs(item.attrs, Attrs::NONE);
        if let Some(ty) = &item.ty {
            self.constraint(ty);
        }
        let name = format!("${}", super::name_text(self.unit.str(item.name)));
        self.word(&name);
        if let Some(value) = &item.value {
            self.word("=");
            self.init(value);
        }
        for (word, hook) in [("get", item.get), ("set", item.set)] {
            if let Some(func) = hook {
                self.word(word);
                self.func(func);
            }
        }
        self.semi();
    }

    pub(super) fn trait_rule(&mut self, rule: &TraitRule) {
        self.indent(1);
        match rule {
            TraitRule::InsteadOf { of, method, excluded } => {
                self.word(".insteadof");
                self.name(*of);
                self.name(*method);
                self.word(":");
                self.raw(" ");
                self.names(excluded);
            }
            TraitRule::Alias { of, method, attrs, alias } => {
                self.word(".alias");
                if let Some(of) = of {
                    self.name(*of);
                    self.raw("::");
                }
                self.name(*method);
                self.attrs(*attrs, Attrs::NONE);
                if let Some(alias) = alias {
                    self.word("as");
                    self.name(*alias);
                }
            }
        }
        self.semi();
    }
}
