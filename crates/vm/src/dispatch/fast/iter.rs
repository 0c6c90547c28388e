//! The steps of `foreach` over arrays.

use runtime::array::Key;
use runtime::value::{DataType, Value};

use super::super::Vm;
use super::super::insn::Pc;
use super::control::flagged;
use crate::frame::{Cell, Fp};

/// Begins a loop over the array that is the only item of the stack: the iterator is at `a`; the
/// other operands are those of `next_element`, save that `d` is where an empty array leads.
pub(crate) extern "C-unwind" fn first_element<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let item = fp.cell(fp.record().func().slots());
    let (value, key) = (fp.cell(pc.b() & 0xff), fp.cell(pc.b() >> 8));
    let busy = |cell: Cell| cell.tag() == DataType::Ref;
    if item.tag() != DataType::Array || busy(value) || (KEYED && busy(key)) {
        slow!(pc, fp, vm)
    }
    if begin::<KEYED>(item, fp.at(pc.a()), (fp, pc.b() & 0xff), key) {
        next_released!(pc.next(), fp, vm)
    }
    next_released!(pc.jump(pc.d()), fp, vm)
}

/// False when there is no element.
#[inline(never)]
fn begin<const KEYED: bool>(item: Cell, iter: Cell, value: (Fp, usize), key: Cell) -> bool {
    iter.init(item.take());
    iter.up(1).init(Value::int(0));
    if advance::<KEYED>(iter, value, key) {
        return true;
    }
    end(iter);
    false
}

/// Makes an iterator over an array or a generator one that is not live.
pub(super) fn end(iter: Cell) {
    iter.replace(Value::UNINIT);
    iter.up(1).clear();
}

/// Ends the loop over the array whose iterator is at `a`.
pub(crate) extern "C-unwind" fn end_loop(pc: Pc, fp: Fp, vm: Vm) {
    let iter = fp.at(pc.a());
    if iter.tag() != DataType::Array {
        slow!(pc, fp, vm)
    }
    end(iter);
    next_released!(pc.next(), fp, vm)
}

/// The next element of the packed or other array whose iterator is at `a`: the value goes to the local in
/// the lower half of `b`, the key to that in the upper half when `KEYED`; then to `d`.
pub(crate) extern "C-unwind" fn next_element<const KEYED: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let iter = fp.at(pc.a());
    let (value, key) = (fp.cell(pc.b() & 0xff), fp.cell(pc.b() >> 8));
    if iter.tag() == DataType::Object {
        return super::resume_generator(pc, fp, vm);
    }
    let busy = |cell: Cell| cell.tag() == DataType::Ref;
    if busy(value) || (KEYED && busy(key)) {
        slow!(pc, fp, vm)
    }
    if !advance::<KEYED>(iter, (fp, pc.b() & 0xff), key) {
        return end_of_loop(pc, fp, vm);
    }
    let target = pc.jump(pc.d());
    if vm.rq().surprise().is_flagged() {
        return flagged(target, fp, vm);
    }
    next_released!(target, fp, vm)
}

/// The end of a loop over an array; behind the next instruction, which is for generators.
#[inline(never)]
extern "C-unwind" fn end_of_loop(pc: Pc, fp: Fp, vm: Vm) {
    let iter = fp.at(pc.a());
    if iter.tag() != DataType::Array {
        slow!(pc, fp, vm)
    }
    end(iter);
    next_released!(pc.next().next(), fp, vm)
}

/// What a local gets of an element; see `iter::put`.
fn taken((fp, local): (Fp, usize), element: &Value) -> Value {
    let php = fp.record().func().as_php();
    match php.is_some_and(|php| php.local_name(local as u32).is_none()) {
        true => element.clone(),
        false => element.unboxed().clone(),
    }
}

/// False at the end. The value goes to a local of the frame.
#[inline(never)]
fn advance<const KEYED: bool>(iter: Cell, (fp, local): (Fp, usize), key: Cell) -> bool {
    let Some(array) = iter.value().as_array() else { return false };
    let position = iter.up(1);
    let at = array.valid_position(position.bits() as u32);
    let Some((found, element)) = array.entry(at) else { return false };
    position.set_bits(i64::from(at) + 1);
    let element = match element.tag() {
        DataType::Ref => taken((fp, local), element),
        _ => element.clone(),
    };
    let value = fp.cell(local);
    let old = value.take();
    value.init(element);
    drop(old);
    if KEYED {
        let found = match found {
            Key::Int(int) => Value::int(int),
            Key::Str(string) => Value::from(string.clone()),
        };
        let old = key.take();
        key.init(found);
        drop(old);
    }
    true
}
