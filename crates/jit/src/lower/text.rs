//! Strings.

use hhbc::instr::Instr;
use hhir::{Inst, Op, Type};
use vasm::{Area, Cc, Gpr, Mem};
use vm::machine::{Helper, byte_strings, text_cases};

use super::{Lower, payload_of};

/// Where the length of a string is, and where its bytes begin.
const LENGTH: i32 = 0;
const BYTES: i32 = 16;

impl Lower<'_, '_> {
    pub(super) fn text(&mut self, inst: &Inst) -> bool {
        match inst.op {
            Op::LdStrByte => {
                let (string, index) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
                let length = self.b.loadl(Mem::at(string, LENGTH));
                let exit = self.exit_of(inst);
                self.b.exitcmpq(Cc::Ae, index, length, exit);
                let d = self.b.loadzbl(Mem::indexed(string, index, 0, BYTES));
                self.define(inst, d);
            }
            Op::ByteStr => {
                let byte = self.gpr(inst.args[0]);
                let table = self.b.ldimmq(byte_strings() as i64);
                let d = self.b.loadq(Mem::indexed(table, byte, 3, 0));
                self.define(inst, d);
            }
            Op::SameStr => self.same_text(inst),
            Op::CaseOf => {
                let string = self.gpr(inst.args[0]);
                let cases = self.cases_of(inst.imm);
                let cases = self.b.ldimmq(cases as i64);
                let case = self.ask(Helper::CaseOf, &[string.into(), cases.into()]);
                self.define(inst, case);
            }
            Op::AppendText => {
                let [target, tail] = self.cells(inst.imm);
                let consumed = self.b.ldimmq(i64::from(inst.aux));
                self.try_helper(inst, Helper::AppendText, &[target, tail, consumed]);
            }
            Op::JoinText => {
                let [left, right] = self.cells(inst.imm);
                let to = self.b.lea(payload_of(inst.aux & 0xffff));
                let consumed = self.b.ldimmq(i64::from(inst.aux >> 16));
                self.try_helper(inst, Helper::JoinText, &[left, right, to, consumed]);
            }
            _ => return false,
        }
        true
    }

    /// The addresses of the cells in both halves of a number.
    fn cells(&mut self, imm: i64) -> [Gpr; 2] {
        [imm as u32, (imm >> 32) as u32].map(|cell| self.b.lea(payload_of(cell)))
    }

    /// The address of the cases of the switch at a site.
    fn cases_of(&self, site: i64) -> u64 {
        let php = self.context.func.as_php();
        match (&self.context.sites[site as usize].instr, php) {
            (Instr::SSwitch { cases }, Some(php)) => text_cases(php, cases),
            (other, _) => unreachable!("invariant: a switch over strings, not {other:?}"),
        }
    }

    fn same_text(&mut self, inst: &Inst) {
        let (a, b) = (self.gpr(inst.args[0]), self.gpr(inst.args[1]));
        let (lengths, bytes, join) =
            (self.block(Area::Hot), self.block(Area::Hot), self.block(Area::Hot));
        let d = self.b.gpr_param(join);
        let yes = self.b.ldimmq(1);
        let sf = self.b.cmpq(a, b);
        let (same, other) = (self.b.edge(join, &[yes.into()]), self.b.edge(lengths, &[]));
        self.b.jcc(Cc::E, sf, same, other);
        self.b.switch_to(lengths);
        let no = self.b.ldimmq(0);
        let length = self.b.loadl(Mem::at(a, LENGTH));
        let sf = self.b.cmpl(length, Mem::at(b, LENGTH));
        let (differ, other) = (self.b.edge(join, &[no.into()]), self.b.edge(bytes, &[]));
        self.b.jcc(Cc::Ne, sf, differ, other);
        self.b.switch_to(bytes);
        let same = self.ask(Helper::SameText, &[a.into(), b.into()]);
        self.jump_with(join, &[same.into()]);
        self.b.switch_to(join);
        self.define(inst, d);
        debug_assert_eq!(self.unit.types[inst.args[0]], Type::STR);
    }
}
