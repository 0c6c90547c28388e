//! Constants of classes, and cases of enums.
//!
//! A value that needs code is made once in a request, when it is first asked for, and kept in the
//! request data.

use hhbc::func::Role;
use hhbc::imm::{ClsRef, StrId};
use runtime::class::{Const, Initial, Juggling, Scope, literal_value};
use runtime::message::Message;
use runtime::object::ClassId;
use runtime::raise::{OrExit, Raise, Res};
use runtime::rds::Handle;
use runtime::value::Value;

use super::{class_text, from_cell, resolve, shown};
use crate::frame::{Context, Frame};
use crate::request::Request;

impl Request {
    /// The value of a constant of a class, as code in `scope` sees it.
    pub fn class_constant(
        &mut self,
        class: ClassId,
        name: &[u8],
        scope: Option<ClassId>,
    ) -> Res<Value> {
        match class.class().find_const(name, scope) {
            Ok(constant) => {
                let key = constant.decl.attributes.as_ptr().addr();
                if !constant.decl.attributes.is_empty() && !self.pending_constants.contains(&key) {
                    self.pending_constants.push(key);
                    let warned = crate::deprecated::constant(self, constant);
                    self.pending_constants.pop();
                    warned?;
                }
                self.constant_value(class, constant)
            }
            Err(message) => Err(self.throw(message)),
        }
    }

    /// The value of a constant.
    pub fn constant_value(&mut self, class: ClassId, constant: &'static Const) -> Res<Value> {
        let is_trait = constant.class.class().kind == hhbc::class::ClassKind::Trait;
        if is_trait && class == constant.class {
            let text = format!(
                "Cannot access trait constant {}::{} directly",
                class_text(class),
                shown(constant.name.as_bytes())
            );
            return Err(self.throw_error("error", &text));
        }
        if let Some(value) = constant.slot.and_then(|slot| self.rds.get(slot)) {
            return Ok(value.clone());
        }
        if constant.is_case {
            return self.make_case(constant);
        }
        let Some(initial) = constant.initial else { return Ok(Value::NULL) };
        let Some(code) = initial.thunk() else {
            let value = self.literal(initial)?;
            if let Some(slot) = constant.slot {
                self.rds.set(slot, value.clone());
            }
            return Ok(value);
        };
        let func = crate::scoped::code_in(code, constant.class);
        let made = self.call(func, Context::Class(constant.class), &[])?;
        let value = self.typed_constant(constant, made)?;
        if let Some(slot) = constant.slot {
            self.rds.set(slot, value.clone());
        }
        Ok(value)
    }

    fn typed_constant(&mut self, constant: &'static Const, value: Value) -> Res<Value> {
        let Some(ty) = constant.ty else { return Ok(value) };
        let kept = value.clone();
        let scope = Scope::of(constant.class);
        match runtime::class::coerce(self, (ty, scope), value, Juggling::Strict)? {
            Some(value) => Ok(value),
            None => {
                let given = runtime::conv::type_name(self, &kept);
                let text = format!(
                    "Cannot assign {given} to class constant {}::{} of type {}",
                    class_text(constant.class),
                    shown(constant.name.as_bytes()),
                    ty.text_as_written()
                );
                Err(self.throw_error("typeerror", &text))
            }
        }
    }

    pub(super) fn literal(&mut self, initial: Initial) -> Res<Value> {
        match initial.init {
            hhbc::func::Init::Literal(literal) => {
                literal_value(initial.unit, literal).or_exit(self)
            }
            hhbc::func::Init::Thunk { .. } => Ok(Value::NULL),
        }
    }
}

/// `cls_cns`: see the table.
pub fn cls_cns(rq: &mut Request, frame: &mut Frame, name: &StrId) -> Res<()> {
    let class = from_cell(&frame.pop());
    let name = frame.str(*name).as_bytes();
    let value = rq.class_constant(class, name, frame.scope())?;
    learn(frame, class, name);
    frame.push(value);
    Ok(())
}

/// `cls_cns_d`: see the table.
pub fn cls_cns_d(rq: &mut Request, frame: &mut Frame, name: &StrId, cls: &ClsRef) -> Res<()> {
    let class = resolve(rq, frame, *cls)?;
    let name = frame.str(*name).as_bytes();
    let value = match frame.php().record().role {
        Role::Thunk => from_expression(rq, frame, (class, *cls), name)?,
        _ => rq.class_constant(class, name, frame.scope())?,
    };
    learn(frame, class, name);
    frame.push(value);
    Ok(())
}

/// The value of a constant in a constant expression. Messages name the class as it is written.
fn from_expression(
    rq: &mut Request,
    frame: &Frame,
    (class, written): (ClassId, ClsRef),
    name: &[u8],
) -> Res<Value> {
    let member = || {
        let class = written.word().map_or_else(|| class_text(class), str::to_owned);
        format!("{class}::{}", shown(name))
    };
    let Some(constant) = class.class().consts.get(name) else {
        return Err(rq.throw_error("error", &format!("Undefined constant {}", member())));
    };
    let key = std::ptr::from_ref(constant.decl).addr();
    if rq.pending_constants.contains(&key) {
        let text = format!("Cannot declare self-referencing constant {}", member());
        return Err(rq.throw_error("error", &text));
    }
    rq.pending_constants.push(key);
    let value = rq.class_constant(class, name, frame.scope());
    rq.pending_constants.pop();
    value
}

/// Where the value of a constant is.
pub(crate) enum ConstantPlace {
    Slot(Handle),
    /// In the class, whose constant it is with this number.
    InClass(u32),
}

impl ConstantPlace {
    const IN_CLASS: u32 = 1 << 31;

    /// As a number, for caches.
    fn number(self) -> u32 {
        match self {
            Self::Slot(handle) => handle.number(),
            Self::InClass(at) => at | Self::IN_CLASS,
        }
    }

    /// That of a number.
    #[inline(always)]
    pub(crate) fn of_number(number: u32) -> Self {
        match number & Self::IN_CLASS {
            0 => Self::Slot(Handle::from_number(number)),
            _ => Self::InClass(number & !Self::IN_CLASS),
        }
    }
}

/// The literal that the constant of a class with a number is.
pub(crate) fn constant_in(class: ClassId, at: u32) -> Option<Value> {
    match class.class().consts.at(at as usize)?.initial? {
        Initial { init: hhbc::func::Init::Literal(literal), unit } => {
            literal_value(unit, literal).ok()
        }
        Initial { .. } => None,
    }
}

/// Has the site remember where a constant is, unless each use of it says something.
fn learn(frame: &Frame, class: ClassId, name: &[u8]) {
    let cache = &frame.site().slot_cache;
    if cache.number(class).is_some() {
        return;
    }
    let is_silent = |constant: &&Const| {
        let owner = constant.class.class();
        constant.decl.attributes.is_empty() && owner.kind != hhbc::class::ClassKind::Trait
    };
    let consts = &class.class().consts;
    let Some(at) = consts.index(name) else { return };
    if let Some(constant) = consts.at(at).filter(is_silent) {
        let place = constant.slot.map_or(ConstantPlace::InClass(at as u32), ConstantPlace::Slot);
        cache.set_number(class, place.number());
    }
}

/// `cls_cns_c`: see the table.
pub fn cls_cns_c(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let name = frame.pop();
    let class = from_cell(&frame.pop());
    let Some(text) = name.unboxed().as_str() else {
        let given = runtime::conv::type_name(rq, &name);
        let text = format!("Cannot use value of type {given} as class constant name");
        return Err(rq.throw(Message::TypeRefused { text }));
    };
    let value = if text.eq_ignore_ascii_case(b"class") {
        Value::from(class.class().name)
    } else {
        rq.class_constant(class, text, frame.scope())?
    };
    frame.push(value);
    Ok(())
}
