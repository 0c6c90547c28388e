//! Assembling declarations: literals, modifiers, types, attributes, initial values.

use super::lex::{AsmError, Lexer};
use crate::constraint::{ClassTerm, Hint, TypeConstraint};
use crate::func::{Attribute, Attrs, Init};
use crate::imm::{ClsRef, FuncId, StrId};
use crate::literal::{ArrayLit, Key, Literal};
use crate::unit::UnitBuilder;

/// How deep a literal array may be nested.
const DEPTH_MAX: u32 = 256;

/// Text and unit, while a declaration is read.
pub(super) struct Records<'a, 't> {
    pub lex: &'a mut Lexer<'t>,
    pub unit: &'a mut UnitBuilder,
}

/// What stands before a declaration.
#[derive(Default)]
pub(super) struct Prefix {
    pub doc: Option<StrId>,
    pub attributes: Vec<Attribute>,
    pub lines: (u32, u32),
}

impl Records<'_, '_> {
    pub(super) fn name(&mut self) -> Result<StrId, AsmError> {
        let name = self.lex.name()?;
        Ok(self.unit.string(&name))
    }

    pub(super) fn string(&mut self) -> Result<StrId, AsmError> {
        let bytes = self.lex.bytes()?;
        Ok(self.unit.string(&bytes))
    }

    pub(super) fn names(&mut self) -> Result<Vec<StrId>, AsmError> {
        let mut names = vec![self.name()?];
        while self.lex.eat(",") {
            names.push(self.name()?);
        }
        Ok(names)
    }

    /// A literal inside `depth` others.
    pub(super) fn literal(&mut self, depth: u32) -> Result<Literal, AsmError> {
        if self.lex.peek_is_string() {
            return self.string().map(Literal::Str);
        }
        if self.lex.peek_is_double() {
            return self.lex.double().map(Literal::Double);
        }
        if self.lex.peek_is_number() {
            return self.lex.int().map(Literal::Int);
        }
        if self.lex.is_at("[") {
            return self.array_lit(depth).map(Literal::Array);
        }
        self.lex.choice("a literal", |word| match word {
            "null" => Some(Literal::Null),
            "true" => Some(Literal::Bool(true)),
            "false" => Some(Literal::Bool(false)),
            _ => None,
        })
    }

    pub(super) fn array_lit(&mut self, depth: u32) -> Result<ArrayLit, AsmError> {
        let start = self.lex.here();
        if depth >= DEPTH_MAX {
            return Err(start.error("this array is nested too deep"));
        }
        self.lex.expect("[")?;
        let mut array = ArrayLit::default();
        let mut next = 0i64;
        while !self.lex.eat("]") {
            if !array.entries.is_empty() {
                self.lex.expect(",")?;
            }
            let here = self.lex.here();
            let first = self.literal(depth + 1)?;
            let (key, value) = if self.lex.eat("=>") {
                let key = match first {
                    Literal::Int(int) => Key::Int(int),
                    Literal::Str(id) => Key::Str(id),
                    _ => return Err(here.error("a key is an integer or a string")),
                };
                (key, self.literal(depth + 1)?)
            } else {
                (Key::Int(next), first)
            };
            next = next.wrapping_add(1);
            array.entries.push((key, value));
        }
        Ok(array)
    }

    pub(super) fn init(&mut self) -> Result<Init, AsmError> {
        if self.lex.eat("thunk") {
            let func = FuncId(self.lex.number()?);
            return Ok(Init::Thunk { func, text: self.string()? });
        }
        self.literal(0).map(Init::Literal)
    }

    pub(super) fn attrs(&mut self) -> Result<Attrs, AsmError> {
        let mut attrs = Attrs::NONE;
        if self.lex.eat("[") {
            while !self.lex.eat("]") {
                attrs = attrs.with(self.lex.choice("a modifier", Attrs::from_name)?);
            }
        }
        Ok(attrs)
    }

    pub(super) fn constraint(&mut self) -> Result<TypeConstraint, AsmError> {
        let mut ty = TypeConstraint::default();
        loop {
            if self.lex.eat("?") {
                ty.hints = ty.hints.with(Hint::null);
                continue;
            } else if self.lex.eat("(") {
                ty.classes.extend(self.class_terms()?);
            } else if let Some(hint) = self.lex.peek_word().and_then(Hint::from_name) {
                self.lex.word()?;
                ty.hints = ty.hints.with(hint);
            } else {
                ty.classes.push(ClassTerm::One(self.cls_ref()?));
            }
            if !self.lex.eat("|") {
                return Ok(ty);
            }
        }
    }

    /// The classes behind an opening bracket; none when it closes at once.
    fn class_terms(&mut self) -> Result<Option<ClassTerm>, AsmError> {
        if self.lex.eat(")") {
            return Ok(None);
        }
        let mut all = vec![self.cls_ref()?];
        while self.lex.eat("&") {
            all.push(self.cls_ref()?);
        }
        self.lex.expect(")")?;
        Ok(Some(ClassTerm::All(all)))
    }

    fn cls_ref(&mut self) -> Result<ClsRef, AsmError> {
        if let Some(special) = self.lex.peek_word().and_then(ClsRef::from_word) {
            self.lex.word()?;
            return Ok(special);
        }
        self.name().map(ClsRef::Named)
    }

    /// Whether a type can begin here.
    pub(super) fn at_constraint(&self) -> bool {
        self.lex.peek_word().is_some()
            || self.lex.peek_is_string()
            || self.lex.is_at("(")
            || self.lex.is_at("?")
    }

    /// The attributes that stand here.
    pub(super) fn attributes(&mut self) -> Result<Vec<Attribute>, AsmError> {
        let mut attributes = Vec::new();
        while self.lex.eat("@") {
            let name = self.name()?;
            let mut args = Vec::new();
            self.lex.expect("(")?;
            while !self.lex.eat(")") {
                if !args.is_empty() {
                    self.lex.expect(",")?;
                }
                args.push(self.attribute_arg()?);
            }
            attributes.push(Attribute { name, args });
        }
        Ok(attributes)
    }

    fn attribute_arg(&mut self) -> Result<(Option<StrId>, Init), AsmError> {
        let named = self.lex.is_followed_by(':');
        let name = if named { Some(self.name()?) } else { None };
        if named {
            self.lex.expect(":")?;
        }
        Ok((name, self.init()?))
    }

    /// What stands before a declaration.
    pub(super) fn prefix(&mut self) -> Result<Prefix, AsmError> {
        let mut prefix = Prefix::default();
        loop {
            if self.lex.eat(".doc") {
                prefix.doc = Some(self.string()?);
                self.lex.expect(";")?;
            } else if self.lex.eat(".lines") {
                prefix.lines = (self.lex.number()?, self.lex.number()?);
                self.lex.expect(";")?;
            } else if self.lex.is_at("@") {
                prefix.attributes.extend(self.attributes()?);
            } else {
                return Ok(prefix);
            }
        }
    }
}
