//! Assembling the code of one function.

use std::collections::HashMap;

use super::lex::{AsmError, Lexer};
use crate::build::{Built, FuncBuilder, RegionMark};
use crate::codec::COUNT_MAX;
use crate::func::{EhKind, FrameShape, FuncNotes};
use crate::imm::{ArrayId, ClassId, Count, FuncId, IterId, Label, LocalId, StackDepth, StrId};
use crate::instr::{Instr, Op};
use crate::unit::UnitBuilder;

/// The code of a function while it is read.
pub struct Body<'a, 't> {
    /// The text.
    pub lex: &'a mut Lexer<'t>,
    pub(super) unit: &'a mut UnitBuilder,
    build: FuncBuilder,
    frame: FrameShape,
    local_ids: HashMap<StrId, LocalId>,
    labels: HashMap<String, Label>,
}

impl<'a, 't> Body<'a, 't> {
    pub(super) fn new(lex: &'a mut Lexer<'t>, unit: &'a mut UnitBuilder) -> Self {
        Self {
            lex,
            unit,
            build: FuncBuilder::keeping_dead_code(),
            frame: FrameShape::default(),
            local_ids: HashMap::new(),
            labels: HashMap::new(),
        }
    }

    /// Reads a local: `$name`, or `_` and its number when it has no name.
    pub fn parse_local(&mut self) -> Result<LocalId, AsmError> {
        if let Some(word) = self.lex.peek_word() {
            let number = word.strip_prefix('_').and_then(|digits| digits.parse().ok());
            let number = number.filter(|number: &u32| *number <= COUNT_MAX);
            let local = LocalId(number.ok_or_else(|| self.lex.expected("a local"))?);
            self.lex.word()?;
            self.frame.num_locals = self.frame.num_locals.max(local.0 + 1);
            return Ok(local);
        }
        let name = self.parse_local_name()?;
        Ok(self.named_local(name))
    }

    pub(super) fn parse_local_name(&mut self) -> Result<StrId, AsmError> {
        self.lex.expect("$")?;
        let name = self.lex.name()?;
        Ok(self.unit.string(&name))
    }

    pub(super) fn named_local(&mut self, name: StrId) -> LocalId {
        let next = LocalId(self.frame.local_names.len() as u32);
        let local = *self.local_ids.entry(name).or_insert(next);
        if local == next {
            self.frame.local_names.push(name);
        }
        local
    }

    /// Reads an iterator.
    pub fn parse_iter(&mut self) -> Result<IterId, AsmError> {
        self.lex.number().map(IterId)
    }

    /// Reads a string.
    pub fn parse_string(&mut self) -> Result<StrId, AsmError> {
        let bytes = self.lex.bytes()?;
        Ok(self.unit.string(&bytes))
    }

    /// Reads a literal array.
    pub fn parse_array(&mut self) -> Result<ArrayId, AsmError> {
        let array = self.records().array_lit(0)?;
        Ok(self.unit.array(array))
    }

    /// Reads the number of a function.
    pub fn parse_func_id(&mut self) -> Result<FuncId, AsmError> {
        self.lex.number().map(FuncId)
    }

    /// Reads the number of a class.
    pub fn parse_class_id(&mut self) -> Result<ClassId, AsmError> {
        self.lex.number().map(ClassId)
    }

    /// Reads a number of slots.
    pub fn parse_count(&mut self) -> Result<Count, AsmError> {
        self.lex.number().map(Count)
    }

    /// Reads a slot of the stack.
    pub fn parse_depth(&mut self) -> Result<StackDepth, AsmError> {
        self.lex.number().map(StackDepth)
    }

    /// Reads the name of a label.
    pub fn parse_label(&mut self) -> Result<Label, AsmError> {
        let name = self.lex.word()?;
        Ok(self.label(name))
    }

    fn label(&mut self, name: String) -> Label {
        let build = &mut self.build;
        *self.labels.entry(name).or_insert_with(|| build.label())
    }

    /// Reads items between angle brackets.
    pub fn parse_list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, AsmError>,
    ) -> Result<Vec<T>, AsmError> {
        self.lex.expect("<")?;
        let mut items = Vec::new();
        while !self.lex.eat(">") {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// Reads the code up to the brace that ends it, and what is declared along with it.
    pub(super) fn code(&mut self, notes: &mut FuncNotes) -> Result<(), AsmError> {
        let mut regions: Vec<RegionMark> = Vec::new();
        loop {
            if self.lex.eat("}") {
                match regions.pop() {
                    Some(region) => self.build.end_region(region),
                    None => return Ok(()),
                }
            } else if let Some(directive) = self.lex.peek_directive() {
                match self.region_kind(directive)? {
                    Some(kind) => {
                        self.lex.expect("{")?;
                        regions.push(self.build.begin_region(kind));
                    }
                    None => self.directive(directive, notes)?,
                }
            } else if self.lex.is_followed_by(':') {
                self.bind_label()?;
            } else {
                self.instr()?;
            }
        }
    }

    fn bind_label(&mut self) -> Result<(), AsmError> {
        let start = self.lex.here();
        let name = self.lex.word()?;
        self.lex.expect(":")?;
        let label = self.label(name.clone());
        if !self.build.bind_once(label) {
            return Err(start.error(format!("the label `{name}` is bound twice")));
        }
        Ok(())
    }

    fn instr(&mut self) -> Result<(), AsmError> {
        let op = self.lex.choice("an instruction", Op::from_name)?;
        let instr = Instr::parse_imms(op, self)?;
        self.build.emit(instr);
        Ok(())
    }

    fn region_kind(&mut self, directive: &str) -> Result<Option<EhKind<Label>>, AsmError> {
        if !directive.starts_with(".try_") || !self.lex.eat(directive) {
            return Ok(None);
        }
        Ok(Some(match directive {
            ".try_fault" => EhKind::Fault(self.parse_label()?),
            ".try_iter" => EhKind::Iter(self.parse_iter()?),
            ".try_silence" => EhKind::Silence(self.parse_local()?),
            ".try_temp" => EhKind::Temp(self.parse_local()?),
            ".try_catch" => {
                let mut clauses = Vec::new();
                while self.lex.eat("(") {
                    let class = self.lex.name()?;
                    clauses.push((self.unit.string(&class), self.parse_label()?));
                    self.lex.expect(")")?;
                }
                EhKind::Catch(clauses)
            }
            _ => return Err(self.lex.expected("a kind of region before this")),
        }))
    }

    fn directive(&mut self, directive: &str, notes: &mut FuncNotes) -> Result<(), AsmError> {
        let start = self.lex.here();
        self.lex.expect(directive)?;
        match directive {
            ".declvars" => {
                while !self.lex.is_at(";") {
                    self.parse_local()?;
                }
            }
            ".numlocals" => self.frame.num_locals = self.lex.number()?,
            ".numiters" => self.frame.num_iters = self.lex.number()?,
            ".line" => {
                let line = self.lex.number()?;
                self.build.line(line);
            }
            ".capture" => {
                let by_ref = self.lex.eat("&");
                let local = self.parse_local()?;
                notes.captures.push(crate::func::Capture { local, by_ref });
            }
            ".static" => {
                let name = self.parse_local_name()?;
                let has_init = self.lex.eat("=");
                let init = if has_init { Some(self.records().init()?) } else { None };
                notes.statics.push(crate::func::StaticVar { name, init });
            }
            _ => return Err(start.error(format!("`{directive}` is not known in code"))),
        }
        self.lex.expect(";")
    }

    /// The finished code and frame.
    pub(super) fn finish(mut self) -> Result<(FuncBuilder, Built, FrameShape), AsmError> {
        let end = self.lex.here();
        let mut frame = self.frame;
        frame.num_locals = frame.num_locals.max(frame.local_names.len() as u32);
        let names = self.labels;
        let built = self.build.finish().map_err(|unbound| {
            let name = names.iter().find(|(_, label)| **label == unbound.0);
            let name = name.map_or("", |(name, _)| name);
            end.error(format!("the label `{name}` is used and not bound"))
        })?;
        frame.max_stack_cells = built.max_stack_cells;
        Ok((self.build, built, frame))
    }
}

impl<'t> Body<'_, 't> {
    pub(super) fn records(&mut self) -> super::record::Records<'_, 't> {
        super::record::Records { lex: self.lex, unit: self.unit }
    }
}
