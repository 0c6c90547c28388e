//! The text form of a unit, which the assembler reads back.
//!
//! # Invariants
//! - Printing what the assembler made of printed text gives the same text.
//! - With lines, the assembler makes an equal unit but for the numbers of functions.

use super::order::{Order, directive};
use super::{Form, Show};
use crate::class::Class;
use crate::func::{Attrs, EhKind, EhRegion, Func, ParamDefault, Role};
use crate::imm::{ClassId, LocalId};
use crate::instr::instrs;
use crate::unit::{Level, MAIN, Unit};

/// What the text form says beyond what a unit does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HhasOptions {
    /// Whether the lines of the source are given.
    pub lines: bool,
}

/// The text form of a unit.
pub fn hhas(unit: &Unit, options: HhasOptions) -> String {
    let order = Order::of(unit);
    let mut show = Show::new(unit, &order, Form::Hhas);
    show.unit_head();
    if unit.main().is_some() {
        show.raw("\n");
        show.function(&unit.funcs[MAIN], 0, options);
    }
    for id in &order.free {
        show.raw("\n");
        show.function(&unit.funcs[*id], 0, options);
    }
    for (id, class) in unit.classes.iter_ids() {
        show.raw("\n");
        show.class_record(id, class, options);
    }
    show.text
}

impl Show<'_> {
    fn unit_head(&mut self) {
        let unit = self.unit;
        self.word(".filepath");
        self.string(unit.path);
        self.semi();
        match unit.level {
            level if level == Level::default() => {}
            Level::Php(major, minor) => self.raw(&format!(".level php {major} {minor};\n")),
            Level::Hack => self.raw(".level hack;\n"),
        }
        for item in &unit.metadata {
            self.word(".metadata");
            self.name(item.name);
            self.word("=");
            self.literal(&item.value);
            self.semi();
        }
        for item in &unit.consts {
            self.word(".const");
            self.name(item.name);
            self.word("=");
            self.init(&item.value);
            self.semi();
        }
    }

    fn lines(&mut self, levels: usize, (first, last): (u32, u32), options: HhasOptions) {
        if options.lines && (first, last) != (0, 0) {
            self.indent(levels);
            self.raw(&format!(".lines {first} {last};\n"));
        }
    }

    fn function(&mut self, func: &Func, levels: usize, options: HhasOptions) {
        // The printer only borrows the unit, which outlives it.
        let unit = self.unit;
        let mut body = Show::new(unit, self.order, Form::Hhas);
        body.func = Some(func);
        body.name_labels(func);
        self.prefix(levels, func.notes.doc, &func.notes.attributes);
        self.lines(levels, func.notes.lines, options);
        self.indent(levels);
        self.word(directive(func.role));
        self.attrs(func.attrs, Attrs::NONE);
        let text = body.func_head(func);
        self.word(&text);
        self.raw("{\n");
        body.code(func, levels + 1, options);
        let code = std::mem::take(&mut body.text);
        body.frame(func, levels + 1);
        self.raw(&body.text);
        self.raw(&code);
        self.indent(levels);
        self.raw("}\n");
    }

    /// Name, parameters and result; empty for what has none.
    fn func_head(&mut self, func: &Func) -> String {
        if !matches!(func.role, Role::Main | Role::Thunk) {
            self.name(func.name);
            self.params(func);
        }
        if let Some(ty) = &func.ret {
            self.word(":");
            self.raw(" ");
            self.constraint(ty);
        }
        let mut head = std::mem::take(&mut self.text);
        if !head.is_empty() {
            head.push(' ');
        }
        head
    }

    /// What the code does not say of the frame by itself.
    fn frame(&mut self, func: &Func, levels: usize) {
        self.gap = false;
        if !self.locals_follow(func) {
            self.indent(levels);
            self.word(".declvars");
            let names = func.frame.local_names.len();
            for at in 0..names {
                self.local(LocalId(at as u32));
            }
            self.semi();
        }
        let named = func.frame.local_names.len() as u32;
        let used = self.mentioned.iter().map(|local| local.0.saturating_add(1)).max();
        if func.frame.num_locals != used.unwrap_or(0).max(named) {
            self.indent(levels);
            self.raw(&format!(".numlocals {};\n", func.frame.num_locals));
        }
        if func.frame.num_iters > 0 {
            self.indent(levels);
            self.raw(&format!(".numiters {};\n", func.frame.num_iters));
        }
        self.declared(func, levels);
    }

    fn declared(&mut self, func: &Func, levels: usize) {
        for capture in &func.notes.captures {
            self.indent(levels);
            self.word(".capture");
            if capture.by_ref {
                self.word("&");
            }
            self.local(capture.local);
            self.semi();
        }
        for var in &func.notes.statics {
            self.indent(levels);
            self.word(".static");
            let name = format!("${}", super::name_text(self.unit.str(var.name)));
            self.word(&name);
            if let Some(init) = &var.init {
                self.word("=");
                self.init(init);
            }
            self.semi();
        }
    }

    /// Whether named locals are first mentioned in their order, and all of them are.
    fn locals_follow(&self, func: &Func) -> bool {
        let named = func.frame.local_names.len();
        let mut next = 0;
        for local in &self.mentioned {
            let at = local.0 as usize;
            if at > next && at < named {
                return false;
            }
            next = next.max(at + 1);
        }
        next >= named
    }

    fn name_labels(&mut self, func: &Func) {
        let mut targets = std::collections::BTreeSet::new();
        for param in &func.params {
            if let Some(ParamDefault::Code { entry, .. }) = param.default {
                targets.insert(entry);
            }
        }
        for region in &func.body.eh {
            targets.extend(region.kind.handlers());
        }
        for (at, instr) in instrs(&func.body.code).flatten() {
            targets.extend(instr.labels().iter().map(|label| at.wrapping_add_signed(label.0)));
        }
        self.label_names = targets.into_iter().zip(0..).collect();
    }

    fn code(&mut self, func: &Func, levels: usize, options: HhasOptions) {
        let mut layout = RegionLayout::of(func);
        let mut marks = func.body.lines.iter().peekable();
        for item in instrs(&func.body.code) {
            let (at, instr) = match item {
                Ok(item) => item,
                Err(error) => {
                    self.indent(levels);
                    return self.raw(&format!("# {error}\n"));
                }
            };
            layout.step(self, at, levels);
            self.bound_label(at, levels);
            let inner = levels + layout.open.len();
            while let Some(mark) = marks.next_if(|mark| mark.offset <= at) {
                if options.lines {
                    self.indent(inner);
                    self.raw(&format!(".line {};\n", mark.line));
                }
            }
            self.indent(inner);
            self.instr(at, &instr);
            self.raw("\n");
        }
        let end = u32::try_from(func.body.code.len()).unwrap_or(u32::MAX);
        layout.step(self, end, levels);
        if func.body.code.is_empty() {
            self.bound_label(end, levels);
        }
    }

    fn bound_label(&mut self, at: u32, levels: usize) {
        if self.label_names.contains_key(&at) {
            self.indent(levels - 1);
            self.target(at);
            self.raw(":\n");
        }
    }

    fn region_head(&mut self, kind: &EhKind) {
        match kind {
            EhKind::Catch(clauses) => {
                self.word(".try_catch");
                for (class, handler) in clauses {
                    self.word("(");
                    self.gap = false;
                    self.name(*class);
                    self.target(*handler);
                    self.raw(")");
                    self.gap = true;
                }
            }
            EhKind::Fault(handler) => {
                self.word(".try_fault");
                self.target(*handler);
            }
            EhKind::Iter(iter) => {
                self.word(".try_iter");
                self.iter(*iter);
            }
            EhKind::Silence(local) => {
                self.word(".try_silence");
                self.local(*local);
            }
            EhKind::Temp(local) => {
                self.word(".try_temp");
                self.local(*local);
            }
        }
        self.word("{");
        self.raw("\n");
    }

    fn class_record(&mut self, id: ClassId, class: &Class, options: HhasOptions) {
        self.prefix(0, class.doc, &class.attributes);
        self.lines(0, class.lines, options);
        self.indent(0);
        self.word(&format!(".{}", class.kind.name()));
        self.attrs(class.attrs, Attrs::NONE);
        self.name(class.name);
        if let Some(parent) = class.inherits.parent {
            self.word("extends");
            self.name(parent);
        }
        if !class.inherits.interfaces.is_empty() {
            self.word("implements");
            self.names(&class.inherits.interfaces);
        }
        self.word("{");
        self.raw("\n");
        self.class_body(class);
        for (at, member) in self.order.members_of(id).iter().enumerate() {
            if at > 0 || self.text.ends_with(";\n") {
                self.raw("\n");
            }
            if let Some(func) = self.unit.funcs.get(*member) {
                self.function(func, 1, options);
            }
        }
        self.raw("}\n");
    }

    fn class_body(&mut self, class: &Class) {
        if let Some(ty) = &class.enum_type {
            self.indent(1);
            self.word(".backed");
            self.constraint(ty);
            self.semi();
        }
        if !class.inherits.traits.is_empty() {
            self.indent(1);
            self.word(".uses");
            self.names(&class.inherits.traits);
            self.semi();
        }
        class.inherits.trait_rules.iter().for_each(|rule| self.trait_rule(rule));
        class.consts.iter().for_each(|item| self.class_const(item));
        class.props.iter().for_each(|item| self.prop(item));
    }
}

/// Where the blocks of regions open and close.
struct RegionLayout<'a> {
    /// Outer before inner, for blocks that start together.
    waiting: std::iter::Peekable<std::vec::IntoIter<&'a EhRegion>>,
    open: Vec<&'a EhRegion>,
}

impl<'a> RegionLayout<'a> {
    fn of(func: &'a Func) -> Self {
        let mut regions: Vec<&EhRegion> = func.body.eh.iter().rev().collect();
        regions.sort_by_key(|region| (region.start, std::cmp::Reverse(region.end)));
        Self { waiting: regions.into_iter().peekable(), open: Vec::new() }
    }

    fn step(&mut self, show: &mut Show<'_>, at: u32, levels: usize) {
        while self.open.pop_if(|region| region.end <= at).is_some() {
            show.indent(levels + self.open.len());
            show.raw("}\n");
        }
        while let Some(region) = self.waiting.next_if(|region| region.start <= at) {
            show.indent(levels + self.open.len());
            show.region_head(&region.kind);
            self.open.push(region);
        }
    }
}
