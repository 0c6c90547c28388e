//! Classes by name and by what they are relative to, and the instructions that name them.
//!
//! A class on the evaluation stack is a cell with its number.

mod autoload;
mod constant;
mod enumeration;
mod load;
mod member;
mod statics;

use hhbc::imm::{ClassId as DeclId, ClsRef, LocalId};
use hhbc::instr::Instr;
use runtime::class::Class;
use runtime::object::ClassId;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

pub(crate) use autoload::is_class_name;
pub use autoload::{Autoload, Loader};
pub use constant::*;
pub(crate) use enumeration::{Backed, run as run_enum};
pub(crate) use load::redeclaration;
pub(crate) use member::place_text;
pub use statics::*;

use crate::frame::Frame;
use crate::func::Func;
use crate::local;
use crate::request::Request;

/// The bytes of a name in messages.
pub(crate) fn shown(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

/// The name of a class in messages: of an anonymous one up to its NUL.
pub(crate) fn class_text(class: ClassId) -> String {
    let name = class.class().name;
    let name = name.as_bytes();
    shown(name.split(|byte| *byte == 0).next().unwrap_or(name))
}

/// A class as a cell.
pub(crate) fn cell(class: ClassId) -> Value {
    Value::int(i64::from(class.number()))
}

/// The class in a cell.
pub(crate) fn from_cell(cell: &Value) -> ClassId {
    ClassId::from_number(cell.as_int().unwrap_or(0) as u32)
}

/// The error of a class that is not there.
pub(crate) fn not_found(rq: &mut Request, name: &[u8]) -> Halt {
    rq.throw_error("error", &format!("Class \"{}\" not found", shown(name)))
}

impl Frame {
    /// The class in whose scope the function runs.
    pub(crate) fn scope(&self) -> Option<ClassId> {
        self.func().scope()
    }

    /// The class that `static` means.
    pub(crate) fn late_bound(&self) -> Option<ClassId> {
        self.fp().record().late_bound()
    }
}

/// Whether the running instruction gets a class only for its name.
fn wants_name(frame: &Frame) -> bool {
    let next = frame.php().code_sites().get(frame.site().index as usize + 1);
    next.is_some_and(|site| matches!(site.instr, Instr::NameA {}))
}

fn without_scope(rq: &mut Request, frame: &Frame, word: &str) -> Halt {
    let is_constant = || {
        let sites = frame.php().code_sites();
        let user = sites.get(frame.site().index as usize + 2);
        let is_thunk = frame.func().name().as_bytes().is_empty() && !frame.php().is_main();
        is_thunk || user.is_some_and(|site| matches!(site.instr, Instr::DefCns { .. }))
    };
    let text = match (wants_name(frame), is_constant()) {
        (true, true) => format!("Cannot use \"{word}\" when no class scope is active"),
        (true, false) => format!("Cannot use \"{word}\" in the global scope"),
        _ => format!("Cannot access \"{word}\" when no class scope is active"),
    };
    rq.throw_error("error", &text)
}

fn scope_of(rq: &mut Request, frame: &Frame, word: &str) -> Res<ClassId> {
    frame.scope().ok_or_else(|| without_scope(rq, frame, word))
}

fn parent_of(rq: &mut Request, frame: &Frame) -> Res<ClassId> {
    let scope = scope_of(rq, frame, "parent")?;
    let parent = scope.class().parent().map(|parent| parent.id);
    parent.ok_or_else(|| {
        let verb = if wants_name(frame) { "use" } else { "access" };
        let text = format!("Cannot {verb} \"parent\" when current class scope has no parent");
        rq.throw_error("error", &text)
    })
}

fn late_bound_of(rq: &mut Request, frame: &Frame) -> Res<ClassId> {
    match frame.late_bound().or_else(|| frame.scope()) {
        Some(class) => Ok(class),
        None => Err(without_scope(rq, frame, "static")),
    }
}

/// The class that a reference of the running function means; loads it when it must.
pub(crate) fn resolve(rq: &mut Request, frame: &Frame, cls: ClsRef) -> Res<ClassId> {
    match cls {
        ClsRef::Named(name) => {
            let unit = frame.php().unit();
            if let Some(class) = rq.class_at(unit, name) {
                return Ok(class);
            }
            let name = frame.str(name);
            let found = rq.find_class(name.as_bytes(), true)?;
            found.ok_or_else(|| not_found(rq, name.as_bytes()))
        }
        ClsRef::SelfCls => scope_of(rq, frame, "self"),
        ClsRef::Parent => parent_of(rq, frame),
        ClsRef::Static => late_bound_of(rq, frame),
    }
}

/// The class that a reference means, if it is declared.
pub(crate) fn resolve_quietly(
    rq: &mut Request,
    frame: &Frame,
    cls: ClsRef,
) -> Res<Option<ClassId>> {
    match cls {
        ClsRef::Named(name) => {
            // What is not declared has no instances.
            Ok(rq.class_at(frame.php().unit(), name))
        }
        other => resolve(rq, frame, other).map(Some),
    }
}

/// The class that a value names or belongs to.
fn of_value(rq: &mut Request, frame: &Frame, value: &Value) -> Res<ClassId> {
    match value.unboxed().view() {
        View::Object(object) => Ok(object.class()),
        View::Str(name) => {
            let name: Str = name.clone();
            match name.to_ascii_lowercase().as_slice() {
                b"self" => scope_of(rq, frame, "self"),
                b"parent" => parent_of(rq, frame),
                b"static" => late_bound_of(rq, frame),
                _ => {
                    let found = rq.find_class(&name, true)?;
                    found.ok_or_else(|| not_found(rq, &name))
                }
            }
        }
        _ => Err(rq.throw_error("error", "Class name must be a valid object or a string")),
    }
}

/// `a_get_c`: see the table.
pub fn a_get_c(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let class = of_value(rq, frame, &value)?;
    frame.push(cell(class));
    Ok(())
}

/// `a_get_l`: see the table.
pub fn a_get_l(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    let value = local::read(rq, frame, *id)?;
    let class = of_value(rq, frame, &value)?;
    frame.push(cell(class));
    Ok(())
}

/// `name_a`: see the table.
pub fn name_a(_: &mut Request, frame: &mut Frame) {
    let class = from_cell(&frame.pop());
    frame.push(Value::from(class.class().name));
}

/// `cls_name_c`: see the table.
pub fn cls_name_c(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let View::Object(object) = value.unboxed().view() else {
        let given = runtime::conv::type_name(rq, &value);
        let text = format!("Cannot use \"::class\" on {given}");
        return Err(rq.throw_error("typeerror", &text));
    };
    let name = object.class().class().name;
    frame.push(Value::from(name));
    Ok(())
}

/// `pop_a`: see the table.
pub fn pop_a(_: &mut Request, frame: &mut Frame) {
    frame.discard(1);
}

/// `self_cls`: see the table.
pub fn self_cls(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let class = scope_of(rq, frame, "self")?;
    frame.push(cell(class));
    Ok(())
}

/// `parent_cls`: see the table.
pub fn parent_cls(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let class = parent_of(rq, frame)?;
    frame.push(cell(class));
    Ok(())
}

/// `late_bound_cls`: see the table.
pub fn late_bound_cls(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let class = late_bound_of(rq, frame)?;
    frame.push(cell(class));
    Ok(())
}

/// `def_cls`: see the table.
pub fn def_cls(rq: &mut Request, frame: &mut Frame, cls: &DeclId) -> Res<()> {
    rq.declare_class(frame.php().unit(), *cls).map(drop)
}

/// `def_cls_nop`: see the table.
pub fn def_cls_nop(_: &mut Request, _: &mut Frame, _: &DeclId) {}

/// `anon_cls`: see the table.
pub fn anon_cls(rq: &mut Request, frame: &mut Frame, cls: &DeclId) -> Res<()> {
    let class: &'static Class = rq.declare_class(frame.php().unit(), *cls)?;
    frame.push(cell(class.id));
    Ok(())
}

/// How a function is called in messages about its arguments. PHP: what stands behind the name of an
/// anonymous class is lost.
pub(crate) fn func_text_of_argument(func: &Func) -> String {
    match func.scope().filter(|scope| scope.class().name.as_bytes().contains(&0)) {
        Some(scope) => class_text(scope),
        None => func_text(func),
    }
}

/// How a function is called in messages: with its class, if it has one.
pub(crate) fn func_text(func: &Func) -> String {
    let name = shown(func.name().as_bytes());
    match func.scope() {
        Some(scope) => format!("{}::{name}", class_text(scope)),
        None => name,
    }
}
