//! Strings.

use hhbc::imm::SetOpOp;
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::{Op, Type, Val};

use super::state::Held;
use super::{Then, Translator};

/// What the helpers take as text.
const TEXT: Type = Type(Type::STR.0 | Type::INT.0);

/// An operand that is given up, as a bit.
const LEFT: u32 = 1;
const RIGHT: u32 = 2;

impl Translator<'_> {
    pub(super) fn text(&mut self, at: usize, instr: &Instr) -> Option<Then> {
        if self.seen_at(at).failed() {
            return None;
        }
        match instr {
            Instr::Concat {} => self.join(at),
            Instr::SetOpL { local, op: SetOpOp::ConcatEqual } if self.is_pop(at + 1) => {
                self.append_text(local.0)?;
                Some(Then::At(at + 2))
            }
            _ => None,
        }
    }

    /// The cell in which a stack item's text lies, and whether it is the item's own.
    fn text_in(&mut self, cell: u32) -> Option<(u32, bool)> {
        let slot = self.state.slots[cell as usize];
        if !slot.ty.is(TEXT) {
            return None;
        }
        match slot.held {
            Held::Alias(local) => Some((local, false)),
            Held::Cell | Held::Reg(_) => {
                self.materialise(cell);
                Some((cell, true))
            }
            _ => None,
        }
    }

    fn join(&mut self, at: usize) -> Option<Then> {
        let top = self.state.top();
        for cell in [top - 2, top - 1] {
            if !self.state.slots[cell as usize].ty.is(TEXT) {
                self.item_is(cell, Type::STR)?;
            }
        }
        let (left, owns_left) = self.text_in(top - 2)?;
        let (right, owns_right) = self.text_in(top - 1)?;
        let bit = |owns: bool, bit: u32| if owns { bit } else { 0 };
        let owned = bit(owns_left, LEFT) | bit(owns_right, RIGHT);
        let exit = Some(self.exit());
        let imm = i64::from(left) | i64::from(right) << 32;
        let extra = Extra { imm, aux: (top - 2) | owned << 16, exit };
        self.b.emit(Op::JoinText, &[], extra);
        self.pop();
        self.pop();
        self.push_cell(Type::STR);
        Some(Then::At(at + 1))
    }

    /// `.=`, whose value nobody wants.
    fn append_text(&mut self, local: u32) -> Option<()> {
        let top = self.state.top() - 1;
        let slot = self.state.slots[local as usize];
        let is_text = slot.ty == Type::STR && matches!(slot.held, Held::Cell | Held::Reg(_));
        let may_be_text = slot.is_written() && Type::STR.is(slot.ty);
        if !is_text && !may_be_text {
            return None;
        }
        if !self.state.slots[top as usize].ty.is(TEXT) {
            self.item_is(top, Type::STR)?;
        }
        if !is_text {
            if self.expected() != Some(Type::STR) {
                return None;
            }
            self.check_cell(local, Type::STR);
        }
        self.unalias(local);
        self.materialise(local);
        let (tail, owns) = self.text_in(top)?;
        let exit = Some(self.exit());
        let imm = i64::from(local) | i64::from(tail) << 32;
        let extra = Extra { imm, aux: u32::from(owns) * RIGHT, exit };
        self.b.emit(Op::AppendText, &[], extra);
        self.pop();
        Some(())
    }

    /// The string in a stack item, which nobody must give up.
    pub(super) fn string_in(&mut self, cell: u32) -> Option<Val> {
        let slot = self.state.slots[cell as usize];
        match slot.held {
            Held::Reg(val) if slot.ty == Type::STR => Some(val),
            Held::Alias(local) if slot.ty == Type::STR => {
                Some(self.b.given(Op::LdCell, &[], i64::from(local), Type::STR))
            }
            _ => None,
        }
    }

    /// The byte of a string at an index.
    pub(super) fn byte_at(&mut self, string: Val, index: Val) -> Val {
        self.checked(Op::LdStrByte, &[string, index])
    }

    /// The string of one byte.
    pub(super) fn byte_string(&mut self, byte: Val) -> Val {
        let string = self.b.pure(Op::ByteStr, &[byte]);
        self.bytes.insert(string, byte);
        string
    }
}
