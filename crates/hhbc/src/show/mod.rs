//! Printing units: the listing with offsets, and the text form that can be read back.

mod hhas;
mod listing;
mod order;
mod record;

pub use hhas::{HhasOptions, hhas};
pub use listing::listing;
pub use record::constraint_text;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::func::Func;
use crate::imm::{
    ArrayId, ClassId, Count, Double, FuncId, Int, IterId, Label, LocalId, StackDepth, StrId,
};
use crate::instr::Instr;
use crate::literal::{ArrayLit, Key, Literal};
use crate::unit::Unit;
use order::Order;

/// Which of the two forms is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Locals and targets by number, as they are encoded.
    Listing {
        /// What the offset of the function's first instruction is shown as.
        base: u32,
    },
    /// Locals and targets by name.
    Hhas,
}

/// Text under construction. Items are set apart by one blank.
pub struct Show<'a> {
    text: String,
    gap: bool,
    form: Form,
    unit: &'a Unit,
    order: &'a Order,
    func: Option<&'a Func>,
    /// The offset of the instruction that is printed.
    at: u32,
    label_names: BTreeMap<u32, usize>,
    mentioned: Vec<LocalId>,
}

impl<'a> Show<'a> {
    fn new(unit: &'a Unit, order: &'a Order, form: Form) -> Self {
        Self {
            text: String::new(),
            gap: false,
            form,
            unit,
            order,
            func: None,
            at: 0,
            label_names: BTreeMap::new(),
            mentioned: Vec::new(),
        }
    }

    /// Prints text as it stands; what follows it is not set apart.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
        self.gap = false;
    }

    /// Prints an item. One that ends in a colon belongs to the next.
    pub fn word(&mut self, text: &str) {
        if std::mem::replace(&mut self.gap, true) {
            self.text.push(' ');
        }
        self.text.push_str(text);
        self.gap = !text.ends_with(':');
    }

    fn item(&mut self, item: impl std::fmt::Display) {
        if std::mem::replace(&mut self.gap, true) {
            self.text.push(' ');
        }
        // Writing to a string does not fail.
        let _ = write!(self.text, "{item}");
    }

    /// Prints a number.
    pub fn number(&mut self, number: u32) {
        self.item(number);
    }

    /// Prints an integer.
    pub fn int(&mut self, int: Int) {
        self.item(int);
    }

    /// Prints a float, so that reading it back gives the same bits.
    pub fn double(&mut self, double: Double) {
        let value = double.get();
        if !value.is_nan() {
            self.item(format_args!("{value:?}"));
        } else if double.0 == f64::NAN.to_bits() {
            self.word("nan");
        } else {
            self.item(format_args!("nan:{:#x}", double.0));
        }
    }

    /// Prints a string of the unit.
    pub fn string(&mut self, id: StrId) {
        let quoted = quote(self.unit.str(id));
        self.word(&quoted);
        self.gap = true;
    }

    /// Prints a name of the unit: bare when it is an identifier.
    pub fn name(&mut self, id: StrId) {
        let text = name_text(self.unit.str(id));
        self.word(&text);
    }

    /// Prints a local.
    pub fn local(&mut self, local: LocalId) {
        match self.form {
            Form::Listing { .. } => self.number(local.0),
            Form::Hhas => match self.func.and_then(|func| func.local_name(local)) {
                Some(name) => {
                    self.mentioned.push(local);
                    let text = format!("${}", name_text(self.unit.str(name)));
                    self.word(&text);
                }
                None => {
                    self.mentioned.push(local);
                    self.item(format_args!("_{}", local.0));
                }
            },
        }
    }

    /// Prints an iterator.
    pub fn iter(&mut self, iter: IterId) {
        self.number(iter.0);
    }

    /// Prints a number of slots.
    pub fn count(&mut self, count: Count) {
        self.number(count.0);
    }

    /// Prints a slot of the stack.
    pub fn depth(&mut self, depth: StackDepth) {
        self.number(depth.0);
    }

    /// Prints a literal array.
    pub fn array(&mut self, id: ArrayId) {
        match self.unit.arrays.get(id) {
            Some(array) => self.array_lit(array),
            None => self.item(id),
        }
    }

    /// Prints a function of the unit.
    pub fn func(&mut self, id: FuncId) {
        match self.form {
            Form::Listing { .. } => self.number(id.0),
            Form::Hhas => self.number(self.order.func_number(id)),
        }
    }

    /// Prints a class of the unit.
    pub fn class(&mut self, id: ClassId) {
        self.number(id.0);
    }

    /// Prints a target.
    pub fn label(&mut self, label: Label) {
        let target = self.at.wrapping_add_signed(label.0);
        match self.form {
            Form::Listing { base } => {
                self.item(format_args!("{} ({})", label.0, base.wrapping_add(target)));
            }
            Form::Hhas => self.target(target),
        }
    }

    /// Prints the name of the label at an offset.
    fn target(&mut self, target: u32) {
        match self.label_names.get(&target).copied() {
            Some(number) => self.item(format_args!("L{number}")),
            None => self.item(format_args!("L?{target}")),
        }
    }

    /// Prints `len` items between angle brackets.
    pub fn list(&mut self, len: usize, mut item: impl FnMut(&mut Self, usize)) {
        self.word("<");
        self.gap = false;
        for at in 0..len {
            item(self, at);
            self.gap = true;
        }
        self.raw(">");
        self.gap = true;
    }

    /// Prints a literal.
    pub fn literal(&mut self, literal: &Literal) {
        match literal {
            Literal::Null => self.word("null"),
            Literal::Bool(true) => self.word("true"),
            Literal::Bool(false) => self.word("false"),
            Literal::Int(int) => self.int(*int),
            Literal::Double(double) => self.double(*double),
            Literal::Str(id) => self.string(*id),
            Literal::Array(array) => self.array_lit(array),
        }
    }

    fn array_lit(&mut self, array: &ArrayLit) {
        self.word("[");
        self.gap = false;
        let is_list = array.is_list();
        for (at, (key, value)) in array.entries.iter().enumerate() {
            if at > 0 {
                self.raw(", ");
            }
            match key {
                _ if is_list => {}
                Key::Int(int) => self.int(*int),
                Key::Str(id) => self.string(*id),
            }
            if !is_list {
                self.raw(" => ");
            }
            self.literal(value);
        }
        self.raw("]");
        self.gap = true;
    }

    /// Prints an instruction without the end of its line.
    fn instr(&mut self, at: u32, instr: &Instr) {
        self.at = at;
        self.gap = false;
        self.word(instr.op().name());
        instr.show_imms(self);
    }
}

/// The bytes between quotes. Valid UTF-8 stays as it is, other bytes and control characters are
/// escaped, in octal where there is no letter for them.
pub fn quote(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    for chunk in bytes.utf8_chunks() {
        chunk.valid().chars().for_each(|c| quote_char(&mut out, c));
        for byte in chunk.invalid() {
            let _ = write!(out, "\\{byte:03o}");
        }
    }
    out.push('"');
    out
}

fn quote_char(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        control if control.is_ascii_control() => {
            let _ = write!(out, "\\{:03o}", u32::from(control));
        }
        // Line separators of Unicode and C1 controls would break the listing's lines.
        '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "\\{byte:03o}");
            }
        }
        plain => out.push(plain),
    }
}

/// A name as it stands when it is an identifier, between quotes when it is not.
pub fn name_text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) if is_bare_name(name) => name.to_owned(),
        _ => quote(bytes),
    }
}

/// Whether a name can stand without quotes: an ASCII identifier, perhaps with a namespace.
fn is_bare_name(name: &str) -> bool {
    !name.is_empty()
        && name.split('\\').all(|part| {
            part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        })
}
