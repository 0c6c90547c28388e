//! Assembling a unit: the directives outside of code.

use super::body::Body;
use super::lex::{AsmError, Lexer};
use super::record::{Prefix, Records};
use crate::class::{Class, ClassConst, ClassKind, Inherits, Metadata, Prop, TraitRule, UnitConst};
use crate::func::{Attrs, Func, FuncNotes, FuncParam, ParamDefault, Role};
use crate::imm::{FuncId, Label, StrId};
use crate::unit::{Level, MAIN, Unit, UnitBuilder};

/// The unit that the text describes.
pub fn assemble(text: &str) -> Result<Unit, AsmError> {
    let mut lex = Lexer::new(text);
    let mut unit = UnitBuilder::new(b"", Level::default());
    let mut has_main = false;
    lex.expect(".filepath")?;
    let path = lex.bytes()?;
    lex.expect(";")?;
    unit.set_path(&path);
    while !lex.at_end() {
        let mut records = Records { lex: &mut lex, unit: &mut unit };
        let prefix = records.prefix()?;
        let start = records.lex.here();
        let directive = records.lex.peek_directive();
        let directive = directive.ok_or_else(|| records.lex.expected("a directive"))?;
        records.lex.expect(directive)?;
        if directive == ".main" {
            if std::mem::replace(&mut has_main, true) {
                return Err(start.error("a unit has one top level"));
            }
            let main = records.function(Role::Main, prefix)?;
            unit.define_func(MAIN, main);
        } else if let Some(role) = role_of(directive) {
            let id = records.unit.declare_func();
            let func = records.function(role, prefix)?;
            unit.define_func(id, func);
        } else if let Some(kind) = kind_of(directive) {
            records.class(kind, prefix)?;
        } else if !records.unit_item(directive)? {
            return Err(start.error(format!("`{directive}` is not known in a unit")));
        }
    }
    let end = lex.here();
    unit.finish().map_err(|_| end.error("a unit needs `.main`"))
}

fn role_of(directive: &str) -> Option<Role> {
    match directive {
        ".function" => Some(Role::Function),
        ".method" => Some(Role::Method),
        ".closure" => Some(Role::Closure),
        ".thunk" => Some(Role::Thunk),
        _ => None,
    }
}

fn kind_of(directive: &str) -> Option<ClassKind> {
    let name = directive.strip_prefix('.')?;
    ClassKind::ALL.into_iter().find(|kind| kind.name() == name)
}

/// A default whose code is not placed yet.
struct PendingDefault {
    param: usize,
    entry: Label,
    text: Option<StrId>,
}

impl Records<'_, '_> {
    fn unit_item(&mut self, directive: &str) -> Result<bool, AsmError> {
        match directive {
            ".level" => {
                let level = self.level()?;
                self.unit.set_level(level);
            }
            ".metadata" => {
                let name = self.name()?;
                self.lex.expect("=")?;
                let value = self.literal(0)?;
                self.unit.metadata.push(Metadata { name, value });
            }
            ".const" => {
                let name = self.name()?;
                self.lex.expect("=")?;
                let value = self.init()?;
                self.unit.consts.push(UnitConst { name, value });
            }
            _ => return Ok(false),
        }
        self.lex.expect(";")?;
        Ok(true)
    }

    fn level(&mut self) -> Result<Level, AsmError> {
        if self.lex.eat("hack") {
            return Ok(Level::Hack);
        }
        self.lex.expect("php")?;
        let mut part = || -> Result<u8, AsmError> {
            let start = self.lex.here();
            let number = self.lex.number()?;
            u8::try_from(number).map_err(|_| start.error("there is no such version"))
        };
        Ok(Level::Php(part()?, part()?))
    }

    fn function(&mut self, role: Role, prefix: Prefix) -> Result<Func, AsmError> {
        let attrs = self.attrs()?;
        let named = !matches!(role, Role::Main | Role::Thunk);
        let name = if named { self.name()? } else { self.unit.string(b"") };
        let mut notes = FuncNotes {
            doc: prefix.doc,
            attributes: prefix.attributes,
            lines: prefix.lines,
            ..FuncNotes::default()
        };
        let mut body = Body::new(self.lex, self.unit);
        let mut pending = Vec::new();
        let mut params = if named { body.params(&mut pending)? } else { Vec::new() };
        let has_type = body.lex.eat(":");
        let ret = if has_type { Some(body.records().constraint()?) } else { None };
        body.lex.expect("{")?;
        body.code(&mut notes)?;
        let (build, built, frame) = body.finish()?;
        for default in pending {
            let PendingDefault { param, entry, text } = default;
            let entry = build.bound_at(entry);
            let entry = entry.ok_or_else(|| self.lex.expected("a bound label before this"))?;
            params[param].default = Some(ParamDefault::Code { entry, text });
        }
        Ok(Func { name, role, attrs, params, ret, notes, frame, body: built.body })
    }

    fn class(&mut self, kind: ClassKind, prefix: Prefix) -> Result<(), AsmError> {
        let id = self.unit.declare_class();
        let attrs = self.attrs()?;
        let name = self.name()?;
        let mut inherits = Inherits::default();
        if self.lex.eat("extends") {
            inherits.parent = Some(self.name()?);
        }
        if self.lex.eat("implements") {
            inherits.interfaces = self.names()?;
        }
        let mut class = Class {
            name,
            kind,
            attrs,
            inherits,
            enum_type: None,
            consts: Vec::new(),
            props: Vec::new(),
            members: Vec::new(),
            doc: prefix.doc,
            attributes: prefix.attributes,
            lines: prefix.lines,
        };
        self.lex.expect("{")?;
        while !self.lex.eat("}") {
            self.class_item(&mut class)?;
        }
        self.unit.define_class(id, class);
        Ok(())
    }

    fn class_item(&mut self, class: &mut Class) -> Result<(), AsmError> {
        let prefix = self.prefix()?;
        let start = self.lex.here();
        let directive = self.lex.peek_directive();
        let directive = directive.ok_or_else(|| self.lex.expected("a directive"))?;
        self.lex.expect(directive)?;
        if let Some(role) = role_of(directive) {
            let id = self.unit.declare_func();
            class.members.push(id);
            let func = self.function(role, prefix)?;
            self.unit.define_func(id, func);
            return Ok(());
        }
        match directive {
            ".backed" => class.enum_type = Some(self.constraint()?),
            ".uses" => class.inherits.traits = self.names()?,
            ".insteadof" => class.inherits.trait_rules.push(self.instead_of()?),
            ".alias" => class.inherits.trait_rules.push(self.alias()?),
            ".const" => class.consts.push(self.class_const(false, prefix)?),
            ".case" => class.consts.push(self.class_const(true, prefix)?),
            ".property" => class.props.push(self.prop(prefix)?),
            _ => return Err(start.error(format!("`{directive}` is not known in a class"))),
        }
        self.lex.expect(";")
    }

    fn instead_of(&mut self) -> Result<TraitRule, AsmError> {
        let (of, method) = (self.name()?, self.name()?);
        self.lex.expect(":")?;
        Ok(TraitRule::InsteadOf { of, method, excluded: self.names()? })
    }

    fn alias(&mut self) -> Result<TraitRule, AsmError> {
        let first = self.name()?;
        let qualified = self.lex.eat("::");
        let (of, method) = if qualified { (Some(first), self.name()?) } else { (None, first) };
        let attrs = self.attrs()?;
        let alias = if self.lex.eat("as") { Some(self.name()?) } else { None };
        Ok(TraitRule::Alias { of, method, attrs, alias })
    }

    fn class_const(&mut self, is_case: bool, prefix: Prefix) -> Result<ClassConst, AsmError> {
        let attrs = self.attrs()?;
        let name = self.name()?;
        let ty = if self.lex.eat(":") { Some(self.constraint()?) } else { None };
        let value = if self.lex.eat("=") { Some(self.init()?) } else { None };
        let Prefix { doc, attributes, .. } = prefix;
        Ok(ClassConst { name, is_case, attrs, ty, value, doc, attributes })
    }

    fn prop(&mut self, prefix: Prefix) -> Result<Prop, AsmError> {
        let attrs = self.attrs()?;
        let ty = if self.at_constraint() { Some(self.constraint()?) } else { None };
        self.lex.expect("$")?;
        let name = self.name()?;
        let value = if self.lex.eat("=") { Some(self.init()?) } else { None };
        let mut hook = |word| -> Result<Option<FuncId>, AsmError> {
            Ok(if self.lex.eat(word) { Some(FuncId(self.lex.number()?)) } else { None })
        };
        let (get, set) = (hook("get")?, hook("set")?);
        let Prefix { doc, attributes, .. } = prefix;
        Ok(Prop { name, attrs, ty, value, get, set, doc, attributes })
    }
}

impl Body<'_, '_> {
    fn params(&mut self, pending: &mut Vec<PendingDefault>) -> Result<Vec<FuncParam>, AsmError> {
        let mut params = Vec::new();
        self.lex.expect("(")?;
        while !self.lex.eat(")") {
            if !params.is_empty() {
                self.lex.expect(",")?;
            }
            let param = self.param(params.len(), pending)?;
            params.push(param);
        }
        Ok(params)
    }

    fn param(
        &mut self,
        at: usize,
        pending: &mut Vec<PendingDefault>,
    ) -> Result<FuncParam, AsmError> {
        let attributes = self.records().attributes()?;
        let mut attrs = self.records().attrs()?;
        let typed = self.records().at_constraint();
        let ty = if typed { Some(self.records().constraint()?) } else { None };
        for (sign, attr) in [("&", Attrs::by_ref), ("...", Attrs::variadic)] {
            if self.lex.eat(sign) {
                attrs = attrs.with(attr);
            }
        }
        let start = self.lex.here();
        let local = self.parse_local()?;
        if local.0 as usize != at {
            return Err(start.error("two parameters have one name"));
        }
        let default = if self.lex.eat("=") { self.default(at, pending)? } else { None };
        Ok(FuncParam { attrs, ty, default, attributes })
    }

    /// A literal; the label of code is left pending.
    fn default(
        &mut self,
        param: usize,
        pending: &mut Vec<PendingDefault>,
    ) -> Result<Option<ParamDefault>, AsmError> {
        let is_literal = |word| matches!(word, "null" | "true" | "false" | "inf" | "nan");
        if self.lex.peek_word().is_none_or(is_literal) {
            return self.records().literal(0).map(|literal| Some(ParamDefault::Literal(literal)));
        }
        let entry = self.parse_label()?;
        let has_text = self.lex.peek_is_string();
        let text = if has_text { Some(self.parse_string()?) } else { None };
        pending.push(PendingDefault { param, entry, text });
        Ok(None)
    }
}
