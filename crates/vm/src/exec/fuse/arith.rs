//! Arithmetic and comparisons with their operands, and where the result goes.

use hhbc::imm::{Count, IncDecOp, SetOpOp};
use hhbc::instr::Instr;
use runtime::value::View;

use super::{Place, Source, Window, local_source};
use crate::dispatch as fast;
use crate::dispatch::{Const, Handler, Item, Local, ToItem, ToLocal};
use crate::exec::draft::{Draft, Field};

/// Operands of a binary operator, and how many sites they take.
struct Operands {
    left: Source,
    right: Source,
    sites: usize,
    /// The cell of the result, when it stays on the stack.
    result: usize,
}

/// The handler with this operator for the kinds of both operands.
macro_rules! of_kinds {
    ($handler:ident, $left:expr, $right:expr, $O:ty, [$($rest:tt),*]) => {
        match ($left.is_const(), $right.is_const()) {
            (false, false) => Some(fast::$handler::<$O, Local, Local $(, $rest)*> as Handler),
            (false, true) => Some(fast::$handler::<$O, Local, Const $(, $rest)*> as Handler),
            (true, false) => Some(fast::$handler::<$O, Const, Local $(, $rest)*> as Handler),
            (true, true) => None,
        }
    };
}

/// Gives the instructions that calculate to a macro.
macro_rules! arithmetic {
    ($rows:ident, $($args:tt)*) => {
        $rows!([Add Sub Mul Div Mod BitAnd BitOr BitXor Shl Shr Cmp], $($args)*)
    };
}

/// Gives the instructions that compare to a macro.
macro_rules! comparisons {
    ($rows:ident, $($args:tt)*) => {
        $rows!([Lt Lte Gt Gte Eq Neq Same NSame], $($args)*)
    };
}

/// The handler for an instruction that is one of the rows.
macro_rules! of_rows {
    ([$($Row:ident)*], $instr:expr, $left:expr, $right:expr, $handler:ident, $rest:tt) => {
        match $instr {
            $( Instr::$Row {} => of_kinds!($handler, $left, $right, fast::$Row, $rest), )*
            _ => None,
        }
    };
}

/// Whether an instruction is one of the rows.
macro_rules! is_one {
    ([$($Row:ident)*], $instr:expr) => {
        matches!($instr, $(Instr::$Row {})|*)
    };
}

macro_rules! arith {
    ($instr:expr, $left:expr, $right:expr, $D:tt) => {
        arithmetic!(of_rows, $instr, $left, $right, binary, [$D])
    };
}

macro_rules! compare {
    ($instr:expr, $left:expr, $right:expr, $handler:ident, $rest:tt) => {
        comparisons!(of_rows, $instr, $left, $right, $handler, $rest)
    };
}

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    operator(window).or_else(|| compound(window)).or_else(|| step(window))
}

/// The ways in which operands come before an operator.
fn operands(window: Window<'_>) -> impl Iterator<Item = Operands> + '_ {
    let free = window.free();
    let (first, second) = (window.load(0), window.load(1));
    let late = |ahead| match window.instr(ahead) {
        Some(Instr::CGetL2 { local }) => Some(local_source(*local)),
        _ => None,
    };
    let item = (window.depth() > 0).then(|| free - 1);
    let below = (window.depth() > 1).then(|| free - 2);
    let exchanged = below.filter(|_| matches!(window.instr(0), Some(Instr::Roll { n: Count(1) })));
    let ways = [
        (first, second, 2, Some(free)),
        (late(1), first, 2, Some(free)),
        (item.map(Source::Cell), first, 1, item),
        (late(0), item.map(Source::Cell), 1, item),
        (below.map(Source::Cell), item.map(Source::Cell), 0, below),
        (item.map(Source::Cell), exchanged.map(Source::Cell), 1, exchanged),
    ];
    ways.into_iter().filter_map(|(left, right, sites, result)| {
        Some(Operands { left: left?, right: right?, sites, result: result? })
    })
}

/// Whether the instruction takes two operands and is of this room.
fn operates(instr: &Instr) -> bool {
    arithmetic!(is_one, instr) || comparisons!(is_one, instr)
}

fn operator(window: Window<'_>) -> Option<Draft> {
    if !(0..=2).any(|ahead| window.instr(ahead).is_some_and(operates)) {
        return None;
    }
    operands(window).find_map(|operands| {
        let instr = window.instr(operands.sites)?;
        let Operands { left, right, sites, result } = operands;
        if let Some(draft) = comparing_jump(window, instr, &operands) {
            return Some(draft);
        }
        let Place { cell, is_local, sites: more } = window.place(result, sites + 1);
        let handler = if is_local {
            arith!(instr, left, right, ToLocal)
                .or_else(|| compare!(instr, left, right, comparison, [ToLocal]))
        } else {
            arith!(instr, left, right, ToItem)
                .or_else(|| compare!(instr, left, right, comparison, [ToItem]))
        };
        let draft = Draft::new(handler?, sites + 1 + more);
        Some(draft.a(left.field()).b(right.field()).d(Field::cell(cell)))
    })
}

/// A comparison whose result decides a jump.
fn comparing_jump(window: Window<'_>, instr: &Instr, operands: &Operands) -> Option<Draft> {
    let Operands { left, right, sites, .. } = operands;
    let sense = match window.instr(sites + 1)? {
        Instr::JmpZ { .. } => false,
        Instr::JmpNZ { .. } => true,
        _ => return None,
    };
    let (target, back) = window.target(sites + 1)?;
    if let Some(draft) = identity_jump(window, instr, operands) {
        return Some(draft);
    }
    let handler = match (sense, back) {
        (false, false) => compare!(instr, left, right, compare_jump, [false, false]),
        (false, true) => compare!(instr, left, right, compare_jump, [false, true]),
        (true, false) => compare!(instr, left, right, compare_jump, [true, false]),
        (true, true) => compare!(instr, left, right, compare_jump, [true, true]),
    };
    let draft = Draft::new(handler?, sites + 2);
    Some(draft.a(left.field()).b(right.field()).d(Field::Target(target)))
}

/// A test for `null`, `true` or `false`, of whose result a jump depends.
fn identity_jump(window: Window<'_>, instr: &Instr, operands: &Operands) -> Option<Draft> {
    let is_same = match instr {
        Instr::Same {} => true,
        Instr::NSame {} => false,
        _ => return None,
    };
    let (cell, constant) = match (operands.left, operands.right) {
        (Source::Cell(cell), Source::Const(constant))
        | (Source::Const(constant), Source::Cell(cell)) => (cell, constant),
        _ => return None,
    };
    let jump = window.jump(operands.sites + 1)?;
    let (is_item, sense) = (cell >= window.php().slots(), jump.sense == is_same);
    macro_rules! handler {
        ($C:ty) => {
            match (is_item, sense) {
                (false, false) => fast::identity_jump::<$C, Local, false>,
                (false, true) => fast::identity_jump::<$C, Local, true>,
                (true, false) => fast::identity_jump::<$C, Item, false>,
                (true, true) => fast::identity_jump::<$C, Item, true>,
            }
        };
    }
    let handler: Handler = match constant.value().view() {
        View::Null => handler!(fast::TheNull),
        View::Bool(true) => handler!(fast::TheTrue),
        View::Bool(false) => handler!(fast::TheFalse),
        _ => return None,
    };
    let draft = Draft::new(handler, operands.sites + 2).a(Field::cell(cell));
    Some(draft.d(Field::Target(jump.target)))
}

/// The handler that applies a compound assignment's operator.
macro_rules! of_set_op {
    ($op:expr, $m:ident!($($args:tt)*)) => {
        match $op {
            SetOpOp::PlusEqual => $m!($($args)*, fast::Add),
            SetOpOp::MinusEqual => $m!($($args)*, fast::Sub),
            SetOpOp::MulEqual => $m!($($args)*, fast::Mul),
            SetOpOp::DivEqual => $m!($($args)*, fast::Div),
            SetOpOp::ModEqual => $m!($($args)*, fast::Mod),
            SetOpOp::AndEqual => $m!($($args)*, fast::BitAnd),
            SetOpOp::OrEqual => $m!($($args)*, fast::BitOr),
            SetOpOp::XorEqual => $m!($($args)*, fast::BitXor),
            SetOpOp::SlEqual => $m!($($args)*, fast::Shl),
            SetOpOp::SrEqual => $m!($($args)*, fast::Shr),
            SetOpOp::PowEqual | SetOpOp::ConcatEqual => None,
        }
    };
}
pub(super) use of_set_op;

macro_rules! to_local {
    ($left:expr, $right:expr, $O:ty) => {
        of_kinds!(binary, $left, $right, $O, [ToLocal])
    };
}

/// `$local op= operand;`
fn compound(window: Window<'_>) -> Option<Draft> {
    let (right, sites) = match window.load(0) {
        Some(source) => (source, 1),
        None if window.depth() > 0 => (Source::Cell(window.item(0)), 0),
        None => return None,
    };
    let (Instr::SetOpL { local, op }, Instr::PopC {}) =
        (window.instr(sites)?, window.instr(sites + 1)?)
    else {
        return None;
    };
    let left = local_source(*local);
    let handler = of_set_op!(op, to_local!(left, right))?;
    let draft = Draft::new(handler, sites + 2);
    Some(draft.a(left.field()).b(right.field()).d(left.field()))
}

/// `$local++;` and its kin, with and without the value.
fn step(window: Window<'_>) -> Option<Draft> {
    let Instr::IncDecL { local, op } = window.instr(0)? else { return None };
    let up = matches!(op, IncDecOp::PreInc | IncDecOp::PostInc);
    let cell = local_source(*local).field();
    if let Some(Instr::PopC {}) = window.instr(1) {
        let handler: Handler = if up { fast::step::<1> } else { fast::step::<-1> };
        return Some(Draft::new(handler, 2).a(cell));
    }
    let handler: Handler = match op {
        IncDecOp::PreInc => fast::step_value::<1, true>,
        IncDecOp::PostInc => fast::step_value::<1, false>,
        IncDecOp::PreDec => fast::step_value::<-1, true>,
        IncDecOp::PostDec => fast::step_value::<-1, false>,
    };
    Some(Draft::new(handler, 1).a(cell).d(Field::cell(window.free())))
}
