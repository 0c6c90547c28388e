//! Paths through arrays and objects of any length that end in a read or a write.
//!
//! What is short and frequent has instructions of its own in `member` and `object`; the plan made
//! here is walked.

use hhbc::imm::{IncDecOp, MemberKey, QueryOp, SetOpOp};
use hhbc::instr::Instr;
use runtime::value::Value;

use super::Window;
use crate::dispatch as fast;
use crate::dispatch::{
    Ask, Change, Constant, Handler, OfClass, PathBase, PathKey, PathPlan, PathStep, ReadPath,
    WritePath,
};
use crate::exec::draft::{Draft, Field, Plan};

const CELL_BYTES: usize = size_of::<Value>();

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    read(window).or_else(|| write(window))
}

/// The base and the steps before the final instruction, whose place in the window is the number of
/// them. Items of the stack that keys name lie under `above` others.
fn steps(window: Window<'_>) -> Option<(PathBase, Vec<PathStep>)> {
    let base = match window.instr(0)? {
        Instr::BaseL { local, .. } => PathBase::Cell(local.0 as usize * CELL_BYTES),
        Instr::BaseH {} => PathBase::This,
        Instr::BaseSD { cls, .. } => PathBase::Static(OfClass::new(*cls, window.site())),
        Instr::BaseC { depth, .. } if (depth.0 as usize) < window.depth() => {
            PathBase::Cell(window.item(depth.0 as usize) * CELL_BYTES)
        }
        _ => return None,
    };
    let mut steps = Vec::new();
    let mut ahead = 1;
    while let Instr::Dim { key, .. } = window.instr(ahead)? {
        steps.push(step(window, ahead, key)?);
        ahead += 1;
    }
    Some((base, steps))
}

fn step(window: Window<'_>, ahead: usize, key: &MemberKey) -> Option<PathStep> {
    let at = |cell: usize| PathKey::Cell(cell * CELL_BYTES);
    let constant = |value: Value| Constant::from_value(value).map(PathKey::Const);
    let key = match key {
        MemberKey::EL(local) => at(local.0 as usize),
        MemberKey::EC(depth) if (depth.0 as usize) < window.depth() => {
            at(window.item(depth.0 as usize))
        }
        MemberKey::EI(int) => constant(Value::int(*int))?,
        MemberKey::ET(name) => constant(Value::from(window.php().unit().str(*name)))?,
        MemberKey::PT(_) => PathKey::Prop,
        MemberKey::W => PathKey::New,
        _ => return None,
    };
    Some(PathStep::new(key, window.site_at(ahead)))
}

fn read(window: Window<'_>) -> Option<Draft> {
    let (base, mut steps) = steps(window)?;
    let last = 1 + steps.len();
    let (n, key, ask, given) = match window.instr(last)? {
        Instr::QueryM { n, op, key } => (n.0, key, ask(*op)?, None),
        Instr::FPassM { n, key, .. } => {
            let given = match window.passes_by_value(last) {
                true => None,
                false => Some(super::call::given(window, last)?),
            };
            (n.0, key, Ask::Value, given)
        }
        _ => return None,
    };
    steps.push(match key {
        MemberKey::PL(local) => {
            let key = PathKey::PropIn(local.0 as usize * CELL_BYTES);
            PathStep::new(key, window.site_at(last))
        }
        key => step(window, last, key)?,
    });
    let path = PathPlan { base, steps, result: window.free() - n as usize };
    let handler: Handler = match n == 0 && path.is_named() {
        true => fast::read_named,
        false => fast::read_path,
    };
    let plan = Plan::Read(Box::new(ReadPath { path, items: n as usize, ask, given }));
    Some(Draft::new(handler, last + 1).d_plan(plan))
}

fn ask(op: QueryOp) -> Option<Ask> {
    match op {
        QueryOp::CGet => Some(Ask::Value),
        QueryOp::CGetQuiet => Some(Ask::Quietly),
        QueryOp::Isset => Some(Ask::Isset),
        QueryOp::Empty => Some(Ask::Empty),
        QueryOp::CGetList => None,
    }
}

fn write(window: Window<'_>) -> Option<Draft> {
    let (base, mut steps) = steps(window)?;
    let last = 1 + steps.len();
    let (n, key, change) = match window.instr(last)? {
        Instr::SetM { n, key } => (n.0, key, Change::Set),
        Instr::SetOpM { n, op, key } => (n.0, key, set_op(*op)?),
        Instr::IncDecM { n, op, key } => (n.0, key, step_by(*op)),
        Instr::UnsetM { n, key } => (n.0, key, Change::Unset),
        _ => return None,
    };
    if matches!(window.instr(0)?, Instr::BaseC { .. }) {
        return None;
    }
    steps.push(step(window, last, key)?);
    let takes_value = usize::from(!matches!(change, Change::Step { .. } | Change::Unset));
    if window.depth() < n as usize + takes_value {
        return None;
    }
    let is_unset = matches!(change, Change::Unset);
    let pops = !is_unset && matches!(window.instr(last + 1), Some(Instr::PopC {}));
    let items = n as usize + takes_value;
    let path = PathPlan { base, steps, result: window.free() - items };
    let plan = WritePath { path, items, change, pops: pops || is_unset };
    let handler = write_handler(&plan);
    let draft = Draft::new(handler, last + 1 + usize::from(pops)).a(Field::cell(plan.path.result));
    Some(draft.d_plan(Plan::Write(Box::new(plan))))
}

fn write_handler(plan: &WritePath) -> Handler {
    let is_named = plan.pops && plan.path.is_named();
    match plan.change {
        _ if is_listed(plan) => fast::write_listed,
        Change::Step { .. } if is_named && plan.items == 0 => fast::step_named_end,
        Change::Set if is_named && plan.items == 1 => fast::set_named_end,
        _ => fast::write_path,
    }
}

/// Whether it is `$this->name[$local] = value;`
fn is_listed(plan: &WritePath) -> bool {
    let keys: Vec<_> = plan.path.steps.iter().map(|step| step.key).collect();
    let is_shaped = matches!(keys.as_slice(), [PathKey::Prop, PathKey::Cell(_)]);
    let is_of_this = matches!(plan.path.base, PathBase::This);
    is_shaped && is_of_this && plan.pops && plan.items == 1 && matches!(plan.change, Change::Set)
}

pub(super) fn set_op(op: SetOpOp) -> Option<Change> {
    Some(match op {
        SetOpOp::PlusEqual => Change::Add,
        SetOpOp::MinusEqual => Change::Sub,
        SetOpOp::MulEqual => Change::Mul,
        SetOpOp::ConcatEqual => Change::Append,
        SetOpOp::AndEqual => Change::BitAnd,
        SetOpOp::OrEqual => Change::BitOr,
        SetOpOp::XorEqual => Change::BitXor,
        _ => return None,
    })
}

pub(super) fn step_by(op: IncDecOp) -> Change {
    match op {
        IncDecOp::PreInc => Change::Step { by: 1, gives_old: false },
        IncDecOp::PostInc => Change::Step { by: 1, gives_old: true },
        IncDecOp::PreDec => Change::Step { by: -1, gives_old: false },
        IncDecOp::PostDec => Change::Step { by: -1, gives_old: true },
    }
}
