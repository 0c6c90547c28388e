//! Properties and methods of objects.

use hhbc::flags::Flags;
use hhbc::imm::{ClsRef, LocalId, MemberKey, QueryOp};
use hhbc::instr::Instr;
use runtime::value::Value;

use super::call::given;
use super::{Window, local_source};
use crate::dispatch as fast;
use crate::dispatch::{
    Change, Constant, Handler, Item, Local, OfClass, PassedProp, SecondKey, This, TwoSteps,
    WriteStatic,
};
use crate::exec::draft::{Draft, Field, Plan};

/// Where the object is.
#[derive(Clone, Copy)]
enum Base {
    This,
    Local(LocalId),
    Item(usize),
}

macro_rules! of_base {
    ($base:expr, $handler:ident $(, $rest:tt)*) => {
        match $base {
            Base::This => fast::$handler::<This $(, $rest)*> as Handler,
            Base::Local(_) => fast::$handler::<Local $(, $rest)*> as Handler,
            Base::Item(_) => fast::$handler::<Item $(, $rest)*> as Handler,
        }
    };
}

impl Base {
    fn field(self) -> Field {
        match self {
            Self::This => Field::Num(0),
            Self::Local(local) => Field::cell(local.0 as usize),
            Self::Item(cell) => Field::cell(cell),
        }
    }
}

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    if window.instr(0)?.op().has(Flags::Base) {
        return read(window)
            .or_else(|| pass(window))
            .or_else(|| read_two(window))
            .or_else(|| write(window));
    }
    method(window)
        .or_else(|| this(window))
        .or_else(|| class(window))
        .or_else(|| static_prop(window))
}

fn base(window: Window<'_>, ahead: usize) -> Option<Base> {
    match window.instr(ahead)? {
        Instr::BaseH {} => Some(Base::This),
        Instr::BaseL { local, .. } => Some(Base::Local(*local)),
        _ => None,
    }
}

fn site_field(window: Window<'_>, ahead: usize) -> Field {
    Field::Const(Constant::address(window.site_at(ahead)))
}

/// `$object->name`
fn read(window: Window<'_>) -> Option<Draft> {
    let is_read = |instr: &Instr, count| {
        matches!(
            instr,
            Instr::QueryM { n, op: QueryOp::CGet | QueryOp::CGetQuiet, key: MemberKey::PT(_) }
                if n.0 == count
        )
    };
    let second = window.instr(1)?;
    let (base, dest) = match window.instr(0)? {
        Instr::BaseC { depth, .. } if depth.0 == 0 && is_read(second, 1) => {
            (Base::Item(window.item(0)), window.item(0))
        }
        _ if is_read(second, 0) => (base(window, 0)?, window.free()),
        _ => return None,
    };
    let draft = Draft::new(of_base!(base, prop_read), 2).a(base.field());
    Some(draft.b(Field::cell(dest)).d(site_field(window, 1)))
}

/// `$object->name` as an argument
fn pass(window: Window<'_>) -> Option<Draft> {
    let base = base(window, 0)?;
    let Instr::FPassM { n, key: MemberKey::PT(_), .. } = window.instr(1)? else { return None };
    if n.0 != 0 {
        return None;
    }
    let dest = Field::cell(window.free());
    if window.passes_by_value(1) {
        let draft = Draft::new(of_base!(base, prop_read), 2).a(base.field());
        return Some(draft.b(dest).d(site_field(window, 1)));
    }
    if window.callee(1).is_some() {
        return None;
    }
    let passed = PassedProp { given: given(window, 1)?, site: window.site_at(1) };
    let draft = Draft::new(of_base!(base, pass_prop), 2).a(base.field());
    Some(draft.b(dest).d_plan(Plan::Prop(Box::new(passed))))
}

/// `$object->name->name`, `$object->name[key]`, `isset($object->name[key])`
fn read_two(window: Window<'_>) -> Option<Draft> {
    let base = base(window, 0)?;
    let Instr::Dim { key: MemberKey::PT(_), .. } = window.instr(1)? else { return None };
    let (n, key, op, given) = match window.instr(2)? {
        Instr::QueryM { n, op, key } => (n.0, key, *op, None),
        Instr::FPassM { n, key, .. } if window.passes_by_value(2) => {
            (n.0, key, QueryOp::CGet, None)
        }
        Instr::FPassM { n, key, .. } if window.callee(2).is_none() => {
            (n.0, key, QueryOp::CGet, Some(given(window, 2)?))
        }
        _ => return None,
    };
    let key = match (n, key) {
        (1, MemberKey::EC(depth)) if depth.0 == 0 => {
            SecondKey::Cell { at: window.item(0) * size_of::<Value>(), is_item: true }
        }
        (1.., _) => return None,
        (0, MemberKey::PT(_)) => SecondKey::Prop,
        (0, MemberKey::EL(local)) => {
            SecondKey::Cell { at: local.0 as usize * size_of::<Value>(), is_item: false }
        }
        (0, MemberKey::EI(int)) => SecondKey::Const(Constant::from_value(Value::int(*int))?),
        (0, MemberKey::ET(name)) => {
            SecondKey::Const(Constant::string(window.php().unit().str(*name)))
        }
        _ => return None,
    };
    let handler = match (op, key) {
        (QueryOp::CGet | QueryOp::CGetQuiet, SecondKey::Cell { .. }) => {
            of_base!(base, read_listed)
        }
        (QueryOp::CGet | QueryOp::CGetQuiet, _) => of_base!(base, read_two),
        (QueryOp::Isset, SecondKey::Cell { is_item: false, .. } | SecondKey::Const(_)) => {
            of_base!(base, isset_two)
        }
        _ => return None,
    };
    let result = window.free() - n as usize;
    let is_quiet = op == QueryOp::CGetQuiet;
    let (first, last) = (window.site_at(1), window.site_at(2));
    let path = TwoSteps { first, last, key, is_quiet, given };
    let draft = Draft::new(handler, 3).a(base.field());
    Some(draft.b(Field::cell(result)).d_plan(Plan::Two(Box::new(path))))
}

/// `$object->name = value`
fn write(window: Window<'_>) -> Option<Draft> {
    let base = base(window, 0)?;
    let Instr::SetM { n, key: MemberKey::PT(_) } = window.instr(1)? else { return None };
    if n.0 != 0 || window.depth() == 0 {
        return None;
    }
    let pops = matches!(window.instr(2), Some(Instr::PopC {}));
    let (handler, sites) = match pops {
        true => (of_base!(base, prop_write, true), 3),
        false => (of_base!(base, prop_write, false), 2),
    };
    let draft = Draft::new(handler, sites).a(base.field());
    Some(draft.b(Field::cell(window.item(0))).d(site_field(window, 1)))
}

/// `$object->name(`
fn method(window: Window<'_>) -> Option<Draft> {
    let (base, ahead) = match window.instr(0)? {
        Instr::FPushObjMethodD { .. } => (Base::Item(window.item(0)), 0),
        Instr::CGetL { local } => (Base::Local(*local), 1),
        Instr::This {} | Instr::BareThis { .. } => (Base::This, 1),
        _ => return None,
    };
    let Instr::FPushObjMethodD { .. } = window.instr(ahead)? else { return None };
    let record = if ahead == 0 { window.item(0) } else { window.free() };
    let draft = Draft::new(of_base!(base, push_method), ahead + 1).a(base.field());
    Some(draft.b(Field::cell(record)).d(site_field(window, ahead)))
}

/// `$this`
fn this(window: Window<'_>) -> Option<Draft> {
    match window.instr(0)? {
        Instr::This {} | Instr::BareThis { .. } => {
            Some(Draft::new(fast::push_this, 1).d(Field::cell(window.free())))
        }
        _ => None,
    }
}

/// `Name::$property`, alone and changed
fn static_prop(window: Window<'_>) -> Option<Draft> {
    let (cls, change) = match window.instr(0)? {
        Instr::CGetSD { cls, .. } => {
            let plan = Plan::Class(Box::new(OfClass::new(*cls, window.site())));
            let draft = Draft::new(fast::read_static, 1).b(Field::cell(window.free()));
            return Some(draft.d_plan(plan));
        }
        Instr::SetSD { cls, .. } => (*cls, Change::Set),
        Instr::SetOpSD { op, cls, .. } => (*cls, super::path::set_op(*op)?),
        Instr::IncDecSD { op, cls, .. } => (*cls, super::path::step_by(*op)),
        _ => return None,
    };
    let item = match change {
        Change::Step { .. } => window.free(),
        _ if window.depth() > 0 => window.item(0),
        _ => return None,
    };
    let pops = matches!(window.instr(1), Some(Instr::PopC {}));
    let plan = WriteStatic { of: OfClass::new(cls, window.site()), change, pops };
    let draft = Draft::new(fast::write_static, 1 + usize::from(pops)).a(Field::cell(item));
    Some(draft.d_plan(Plan::Static(Box::new(plan))))
}

/// `Name::CONSTANT`, `value instanceof Name`
fn class(window: Window<'_>) -> Option<Draft> {
    let plan = |class, ahead| Plan::Class(Box::new(OfClass::new(class, window.site_at(ahead))));
    match window.instr(0)? {
        Instr::CGetL { local } => {
            let Instr::InstanceOfD { cls: cls @ ClsRef::Named(_) } = window.instr(1)? else {
                return None;
            };
            let jump = window.jump(2)?;
            let handler: Handler = match jump.sense {
                true => fast::instance_jump::<true>,
                false => fast::instance_jump::<false>,
            };
            let draft =
                Draft::new(handler, 3).a_plan(plan(*cls, 1)).b(local_source(*local).field());
            Some(draft.d(Field::Target(jump.target)))
        }
        Instr::ClsCnsD { cls: cls @ (ClsRef::Named(_) | ClsRef::SelfCls), .. } => {
            let draft = Draft::new(fast::class_constant, 1).b(Field::cell(window.free()));
            Some(draft.d_plan(plan(*cls, 0)))
        }
        Instr::InstanceOfD { cls: cls @ ClsRef::Named(_) } if window.depth() > 0 => {
            let draft = Draft::new(fast::instance_of, 1).a(Field::cell(window.item(0)));
            Some(draft.d_plan(plan(*cls, 0)))
        }
        _ => None,
    }
}
