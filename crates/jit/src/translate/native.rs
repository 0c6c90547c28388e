//! Native functions that are instructions, and calls of those whose result depends on their arguments
//! alone.

use hhbc::func::Attrs;
use hhir::build::Extra;
use hhir::{Op, Type, Val};
use runtime::native::{Effect, Native, Param, mask};
use runtime::value::DataType;
use vm::func::Func;
use vm::machine::left_out;

use super::Translator;
use super::state::{Held, Slot};

/// What parameters take as it is.
const TAKEN: [(u16, Type); 5] = [
    (mask::INT, Type::INT),
    (mask::FLOAT, Type::DBL),
    (mask::BOOL, Type::BOOL),
    (mask::STRING, Type::STR),
    (mask::ARRAY, Type::ARR),
];

/// An argument that is lent to a builtin.
enum Lent {
    /// A value without a count.
    Val(Val),
    /// What a local holds.
    Local(u32),
    /// What is in its cell, perhaps with a count that is to be given up.
    Own { is_counted: bool },
    /// Null.
    Null,
}

impl Translator<'_> {
    /// Translates the call of a native function with arguments above the record at a cell; none
    /// where it is no instruction.
    pub(super) fn intrinsic(&mut self, func: &Func, record: u32, count: u32) -> Option<()> {
        let name = func.name();
        let first = record + hhbc::flags::ACT_REC_CELLS;
        if count == 0 && name.as_bytes() == b"func_num_args" {
            let attrs = self.php.record().attrs;
            if self.php.is_main() || attrs.has(Attrs::generator) {
                return None;
            }
            let args = self.b.pure(Op::NumArgs, &[]);
            self.state.slots.truncate(record as usize);
            self.push_val(args);
            return Some(());
        }
        if count != 1 {
            return None;
        }
        let arg = self.state.slots[first as usize];
        if self.seen_at(self.site).failed() {
            return None;
        }
        let result = match (name.as_bytes(), arg.ty) {
            (b"sqrt", Type::DBL) => {
                let val = self.scalar(first)?;
                self.b.pure(Op::SqrtDbl, &[val])
            }
            (b"sqrt", Type::INT) => {
                let val = self.scalar(first)?;
                let val = self.b.pure(Op::IntToDbl, &[val]);
                self.b.pure(Op::SqrtDbl, &[val])
            }
            (b"abs", Type::INT) => {
                let val = self.scalar(first)?;
                self.checked(Op::AbsInt, &[val])
            }
            (b"abs", Type::DBL) => {
                let val = self.scalar(first)?;
                self.b.pure(Op::AbsDbl, &[val])
            }
            (b"floor" | b"ceil", Type::DBL) => {
                let val = self.scalar(first)?;
                let imm = if name.as_bytes() == b"floor" { 1 } else { 2 };
                self.b.given(Op::RoundDbl, &[val], imm, Type::DBL)
            }
            (b"count" | b"sizeof", Type::ARR) => {
                let super::state::Held::Alias(local) = arg.held else { return None };
                let array = self.b.given(Op::LdCell, &[], i64::from(local), Type::ARR);
                self.b.emit(Op::CountArr, &[array], Extra::default())?
            }
            (b"strlen", Type::STR) => {
                let string = self.string_in(first)?;
                self.b.pure(Op::LdStrLen, &[string])
            }
            (b"ord", Type::STR) => {
                let string = self.string_in(first)?;
                match self.bytes.get(&string) {
                    Some(byte) => *byte,
                    None => {
                        let zero = self.b.int(0);
                        self.byte_at(string, zero)
                    }
                }
            }
            (b"chr", Type::INT) => {
                let (val, mask) = (self.scalar(first)?, self.b.int(255));
                let byte = self.b.pure(Op::AndInt, &[val, mask]);
                self.byte_string(byte)
            }
            _ => return None,
        };
        self.state.slots.truncate(record as usize);
        let ty = self.b.ty(result);
        self.push(Slot::reg(ty, result));
        Some(())
    }

    /// Translates the call of a native function that does nothing but give a result, with arguments
    /// above the record at a cell, which are lent to it; none where they are not of the types that it
    /// takes.
    pub(super) fn call_pure(
        &mut self,
        at: usize,
        func: &'static Func,
        (record, count): (u32, u32),
    ) -> Option<()> {
        let native = func.as_native()?;
        let first = record + hhbc::flags::ACT_REC_CELLS;
        let end = first as usize + native.params.len();
        if !is_pure_for(native, count) || self.seen_at(at).failed() || end > self.hot.func.cells() {
            return None;
        }
        let args = self.lent_arguments(native, first, count)?;
        self.state.slots.truncate(record as usize);
        self.sync();
        for (cell, arg) in (first..).zip(&args) {
            self.lend(cell, arg);
        }
        self.calls.insert(at as u32, (func, count));
        self.b.emit(Op::CallPure, &[], Extra { imm: at as i64, ..Extra::default() });
        self.push_cell(result_of(native));
        for (cell, arg) in (first..).zip(&args) {
            if let Lent::Own { is_counted: true } = arg {
                self.drop_cell(cell, Type::STR, at);
            }
        }
        Some(())
    }

    /// One for each parameter: what was given, then what stands for the others.
    fn lent_arguments(&mut self, native: &Native, first: u32, count: u32) -> Option<Vec<Lent>> {
        let (given, rest) = native.params.split_at(count as usize);
        let mut args = Vec::with_capacity(native.params.len());
        for (cell, param) in (first..).zip(given) {
            self.item_is(cell, taken(param, self.state.slots[cell as usize].ty)?)?;
            args.push(self.lent(cell)?);
        }
        for param in rest {
            args.push(self.default(param)?);
        }
        Some(args)
    }

    fn lent(&self, cell: u32) -> Option<Lent> {
        let slot = self.state.slots[cell as usize];
        match slot.held {
            Held::Alias(local) => Some(Lent::Local(local)),
            Held::Reg(val) => Some(Lent::Val(val)),
            Held::Cell if slot.is_free() => Some(Lent::Own { is_counted: false }),
            Held::Cell if slot.ty == Type::STR => Some(Lent::Own { is_counted: true }),
            _ => None,
        }
    }

    /// What stands for an argument that is left out.
    fn default(&mut self, param: &Param) -> Option<Lent> {
        let (tag, bits) = left_out(param)?;
        let ty = match tag {
            DataType::Null => return Some(Lent::Null),
            DataType::Boolean => Type::BOOL,
            DataType::Int64 => Type::INT,
            DataType::Double => Type::DBL,
            DataType::StaticString | DataType::String => Type::STR,
            _ => return None,
        };
        Some(Lent::Val(self.b.constant(ty, bits as i64)))
    }

    fn lend(&mut self, cell: u32, arg: &Lent) {
        match *arg {
            Lent::Val(val) => self.store_cell(cell, val),
            Lent::Local(local) => self.move_cell(local, cell),
            Lent::Null => {
                let (imm, aux) = (i64::from(cell), u32::from(Type::NULL.0));
                self.b.emit(Op::StCellTag, &[], Extra { imm, aux, exit: None });
            }
            Lent::Own { .. } => {}
        }
    }
}

fn is_pure_for(native: &Native, count: u32) -> bool {
    native.effect == Effect::Pure
        && native.variadic.is_none()
        && native.params.iter().all(|param| !param.by_ref)
        && native.is_plain_for(count as usize)
}

/// The type as which a parameter takes an argument of a type; none where it would be converted.
fn taken(param: &Param, ty: Type) -> Option<Type> {
    let mut taken = TAKEN.into_iter().filter(|(mask, _)| param.accepts & mask != 0);
    if let Some((_, own)) = taken.clone().find(|(_, own)| *own == ty) {
        return Some(own);
    }
    let (_, only) = taken.next()?;
    taken.next().is_none().then_some(only)
}

/// The type of what a native function gives.
fn result_of(native: &Native) -> Type {
    match native.returns {
        "string" => Type::STR,
        "int" => Type::INT,
        "float" => Type::DBL,
        "bool" => Type::BOOL,
        "array" => Type::ARR,
        _ => Type::CELL,
    }
}
