//! Appending instructions, simplified on the way.

use rustc_hash::FxHashMap;

use crate::inst::{Cmp, Inst, Op, Result, SOURCES};
use crate::ty::Type;
use crate::unit::{BlockId, Edge, Exit, ExitId, Unit, Val};

/// Appends instructions to one block at a time.
#[derive(Debug)]
pub struct Builder {
    /// The unit under construction.
    pub unit: Unit,
    /// The block that instructions are appended to.
    pub block: BlockId,
    constants: FxHashMap<Val, i64>,
}

/// What an instruction is made of besides its sources.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extra {
    /// A number whose meaning is the row's.
    pub imm: i64,
    /// Another.
    pub aux: u32,
    /// Where it leaves.
    pub exit: Option<ExitId>,
}

impl Default for Builder {
    fn default() -> Self {
        let mut unit = Unit::default();
        let block = unit.block();
        Self { unit, block, constants: FxHashMap::default() }
    }
}

impl Builder {
    /// A constant.
    pub fn constant(&mut self, ty: Type, bits: i64) -> Val {
        let dest = self.unit.value(ty);
        self.append(Op::Const, &[], Extra { imm: bits, ..Extra::default() }, Some(dest));
        self.constants.insert(dest, bits);
        dest
    }

    /// An int.
    pub fn int(&mut self, value: i64) -> Val {
        self.constant(Type::INT, value)
    }

    /// The bits of a constant.
    pub fn known(&self, val: Val) -> Option<i64> {
        self.constants.get(&val).copied()
    }

    /// The type of a value.
    pub fn ty(&self, val: Val) -> Type {
        self.unit.types[val]
    }

    /// An exit.
    pub fn exit(&mut self, exit: Exit) -> ExitId {
        self.unit.exits.push(exit)
    }

    /// Appends an instruction whose result has the type of its row.
    pub fn emit(&mut self, op: Op, args: &[Val], extra: Extra) -> Option<Val> {
        let ty = match op.row().result {
            Result::Fixed(ty) => ty,
            Result::Given => Type::NONE,
        };
        let dest = (ty != Type::NONE).then(|| self.unit.value(ty));
        self.append(op, args, extra, dest);
        dest
    }

    /// Appends an instruction without a number that has a result.
    pub fn pure(&mut self, op: Op, args: &[Val]) -> Val {
        if let Some(known) = self.fold(op, args) {
            return known;
        }
        self.emit(op, args, Extra::default()).expect("invariant: the row has a result")
    }

    /// Appends a comparison.
    pub fn compare(&mut self, op: Op, cmp: Cmp, a: Val, b: Val) -> Val {
        if let (Op::CmpInt, Some(a), Some(b)) = (op, self.known(a), self.known(b)) {
            return self.constant(Type::BOOL, i64::from(cmp.holds(a, b)));
        }
        let extra = Extra { imm: cmp as i64, ..Extra::default() };
        self.emit(op, &[a, b], extra).expect("invariant: the row has a result")
    }

    /// Appends an instruction whose result has a given type.
    pub fn given(&mut self, op: Op, args: &[Val], imm: i64, ty: Type) -> Val {
        let dest = self.unit.value(ty);
        self.append(op, args, Extra { imm, ..Extra::default() }, Some(dest));
        dest
    }

    /// Appends a checked operation; none, and nothing happens, when it is known to leave.
    pub fn checked(&mut self, op: Op, args: &[Val], exit: impl FnOnce(&mut Self) -> ExitId) -> Val {
        if let Some(known) = self.fold(op, args) {
            return known;
        }
        let exit = Some(exit(self));
        self.emit(op, args, Extra { exit, ..Extra::default() })
            .expect("invariant: the row has a result")
    }

    /// Goes on in another block.
    pub fn jump(&mut self, block: BlockId, args: Vec<Val>) {
        self.end(Op::Jmp, &[], Extra::default(), vec![Edge { block, args }]);
    }

    /// Ends the block.
    pub fn end(&mut self, op: Op, args: &[Val], extra: Extra, edges: Vec<Edge>) {
        self.append(op, args, extra, None);
        let insts = &mut self.unit.blocks[self.block].insts;
        insts.last_mut().expect("invariant: just appended").edges = edges;
    }

    fn append(&mut self, op: Op, args: &[Val], extra: Extra, dest: Option<Val>) {
        let mut padded = [Val(0); SOURCES];
        padded[..args.len()].copy_from_slice(args);
        let Extra { imm, aux, exit } = extra;
        let inst = Inst { op, args: padded, imm, aux, exit, dest, edges: Vec::new() };
        self.unit.blocks[self.block].insts.push(inst);
    }

    /// The result where it is known without running.
    fn fold(&mut self, op: Op, args: &[Val]) -> Option<Val> {
        let at = |at: usize| args.get(at).and_then(|val| self.known(*val));
        let (a, b) = (at(0), at(1));
        let int = |value: Option<i64>| value.map(|value| (Type::INT, value));
        let folded = match op {
            Op::AddInt | Op::AddFit => int(a?.checked_add(b?)),
            Op::SubInt | Op::SubFit => int(a?.checked_sub(b?)),
            Op::MulInt => int(a?.checked_mul(b?)),
            Op::NegInt => int(a?.checked_neg()),
            Op::AndInt => int(Some(a? & b?)),
            Op::OrInt => int(Some(a? | b?)),
            Op::XorInt => int(Some(a? ^ b?)),
            Op::NotInt => int(Some(!a?)),
            Op::IntToDbl => Some((Type::DBL, (a? as f64).to_bits() as i64)),
            Op::BoolToInt => int(a),
            Op::NotBool => Some((Type::BOOL, 1 - a?)),
            _ => None,
        };
        let (ty, bits) = folded?;
        Some(self.constant(ty, bits))
    }
}
