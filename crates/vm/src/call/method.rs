//! Op bodies that begin calls of methods.

use hhbc::class::ClassKind;
use hhbc::imm::{ClsRef, Count, HookKind, ObjMethodOp, StrId};
use runtime::class::{Callee, Class, Method, Visibility};
use runtime::message::Message;
use runtime::native::called;
use runtime::object::{ClassId, Object};
use runtime::raise::{Halt, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::callable::Target;
use crate::class::{class_text, from_cell, resolve, shown};
use crate::closure;
use crate::frame::{Context, Frame};
use crate::request::Request;
use crate::scoped;

impl Frame {
    /// Pushes a pending record of what a callable runs.
    pub(crate) fn push_target(&mut self, target: Target) {
        match target.called {
            None => self.push_record(target.func, target.context),
            Some(name) => {
                // PHP: the name that `__call` is told ends before a NUL.
                let name = match name.iter().position(|byte| *byte == 0) {
                    Some(end) => Str::new(&name[..end]).unwrap_or(name),
                    None => name,
                };
                self.push_record(scoped::by_name(target.func), target.context);
                self.last_record().set_called_name(name);
            }
        }
    }
}

/// What `$object->name()` runs in the frame's scope.
pub(crate) fn object_target(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    (name, folded): (&[u8], &[u8]),
) -> Res<Target> {
    let class = object.class().class();
    if closure::is_closure(object)
        && folded == b"__invoke"
        && let Some(target) = closure::target_of(object)
    {
        called::note("closure::__invoke");
        return Ok(target);
    }
    let callee = class.find_method(folded, frame.scope());
    match callee {
        Callee::Method(method) if !method.is_abstract() => {
            let method = instance_twin(class, method, folded).unwrap_or(method);
            let context = match method.is_static() {
                true => Context::Class(object.class()),
                false => Context::This(object.clone()),
            };
            Ok(Target { func: scoped::method(method), context, called: None })
        }
        Callee::Magic(method) if !method.is_abstract() => Ok(Target {
            func: scoped::method(method),
            context: Context::This(object.clone()),
            called: Some(new_name(rq, name)?),
        }),
        refused => {
            crate::object::incomplete::refuse_call(rq, object)?;
            Err(rq.throw(class.refused_call(name, refused, frame.scope())))
        }
    }
}

/// What a static method of the library is on an object: the method of the library's own with an
/// underscore behind the name, where there is one.
fn instance_twin(
    class: &'static Class,
    method: &'static Method,
    folded: &[u8],
) -> Option<&'static Method> {
    if !method.is_static() {
        return None;
    }
    let twin = class.library_method(&[folded, b"_"].concat())?;
    (twin.origin == method.origin && !twin.is_static()).then_some(twin)
}

fn new_name(rq: &mut Request, name: &[u8]) -> Res<Str> {
    use runtime::raise::OrExit;
    Str::new(name).or_exit(rq)
}

/// What `Name::name()` runs; `forwards`: `static` stays what it is in the frame.
pub(crate) fn class_target(
    rq: &mut Request,
    frame: &Frame,
    (class, forwards): (ClassId, bool),
    name: &[u8],
) -> Res<Target> {
    let this = frame.this_object().filter(|this| this.class().class().is_a(class));
    let folded = name.to_ascii_lowercase();
    let is_constructor = folded == b"__construct" && class.class().magic.construct.is_none();
    let callee = class.class().find_static_method(&folded, frame.scope(), this.is_some());
    let called_on = || match frame.late_bound() {
        Some(late) if forwards && late.class().is_a(class) => late,
        _ => class,
    };
    let is_on_trait = matches!(callee, Callee::Method(method) | Callee::Magic(method)
        if !method.is_abstract() && method.scope.class().kind == ClassKind::Trait);
    if is_on_trait {
        rq.deprecate(&format!(
            "Calling static trait method {}::{} is deprecated, it should only be called on a class \
             using the trait",
            class_text(class),
            shown(name)
        ))?;
    }
    match callee {
        _ if is_constructor => Err(rq.throw_error("error", "Cannot call constructor")),
        Callee::Hidden(method) if folded == b"__construct" && this.is_some() => {
            let (kind, class) = (method.visibility().name(), class_text(method.scope));
            Err(rq.throw_error("error", &format!("Cannot call {kind} {class}::__construct()")))
        }
        Callee::Method(method) if method.is_abstract() => {
            Err(rq.throw(class.class().refused_call(name, callee, frame.scope())))
        }
        Callee::Method(method) if method.is_static() => Ok(Target {
            func: scoped::method(method),
            context: Context::Class(called_on()),
            called: None,
        }),
        Callee::Method(method) => match this {
            Some(this) => Ok(Target {
                func: scoped::method(method),
                context: Context::This(this),
                called: None,
            }),
            None => Err(not_static(rq, method.scope, method.name.as_bytes())),
        },
        Callee::Magic(method) if !method.is_abstract() => {
            let this = this.filter(|_| !method.is_static());
            Ok(Target {
                func: scoped::method(this.as_ref().and_then(own_call).unwrap_or(method)),
                context: this.map_or_else(|| Context::Class(called_on()), Context::This),
                called: Some(new_name(rq, name)?),
            })
        }
        Callee::Magic(_) => {
            let member = format!("{}::{}", class_text(class), shown(name));
            Err(rq.throw(Message::AbstractMethod { member }))
        }
        refused => Err(rq.throw(class.class().refused_call(name, refused, frame.scope()))),
    }
}

/// PHP: whatever class is named, an object answers with the `__call` of its own.
pub(crate) fn own_call(this: &Object) -> Option<&'static Method> {
    let class = this.class().class();
    class.magic.call.and_then(|index| class.method(index)).filter(|method| !method.is_abstract())
}

fn not_static(rq: &mut Request, class: ClassId, name: &[u8]) -> Halt {
    let text = format!(
        "Non-static method {}::{}() cannot be called statically",
        class_text(class),
        shown(name)
    );
    rq.throw_error("error", &text)
}

/// Begins a call of a method of what is on top of the stack. False: it is null and the call is
/// skipped.
fn push_on(rq: &mut Request, frame: &mut Frame, (name, folded): (&[u8], &[u8])) -> Res<()> {
    let receiver = frame.pop();
    let View::Object(object) = receiver.unboxed().view() else {
        let given = match receiver.unboxed().view() {
            View::Bool(flag) => flag.to_string(),
            _ => runtime::conv::type_name(rq, receiver.unboxed()),
        };
        let text = format!("Call to a member function {}() on {given}", shown(name));
        return Err(rq.throw_error("error", &text));
    };
    let target = object_target(rq, frame, object, (name, folded))?;
    frame.push_target(target);
    Ok(())
}

/// `f_push_obj_method_d`: see the table.
pub fn f_push_obj_method_d(
    rq: &mut Request,
    frame: &mut Frame,
    _: &Count,
    name: &StrId,
    _: &ObjMethodOp,
) -> Res<()> {
    let unit = frame.php().unit();
    let (name, folded) = (unit.str(*name), unit.folded(*name));
    if let View::Object(object) = frame.top(0).view()
        && let Some(found) = frame.site().method_cache.method(object.class())
    {
        let receiver = frame.pop();
        let Some(object) = receiver.into_object() else { return Ok(()) };
        frame.push_record(found, Context::This(object));
        return Ok(());
    }
    push_on(rq, frame, (name.as_bytes(), folded.as_bytes()))?;
    let record = frame.last_record();
    if let Some(this) = record.this()
        && record.func().as_php().is_some()
        && !closure::is_closure(&this)
    {
        crate::exec::meet_method(frame.site(), this.class(), record.func());
    }
    Ok(())
}

/// `f_push_obj_method`: see the table.
pub fn f_push_obj_method(
    rq: &mut Request,
    frame: &mut Frame,
    _: &Count,
    _: &ObjMethodOp,
) -> Res<()> {
    let name = frame.pop();
    match name.unboxed().view() {
        View::Str(name) => {
            let name = name.clone();
            push_on(rq, frame, (&name, &name.to_ascii_lowercase()))
        }
        View::Object(object) if closure::is_closure(object) => {
            let Some(target) = closure::target_of(object) else { return Ok(()) };
            drop(frame.pop());
            frame.push_target(target);
            Ok(())
        }
        _ => Err(rq.throw_error("error", "Method name must be a string")),
    }
}

fn push_static(rq: &mut Request, frame: &mut Frame, forwards: bool) -> Res<()> {
    let name = frame.pop();
    let class = from_cell(&frame.pop());
    let Some(name) = name.unboxed().as_str().cloned() else {
        return Err(rq.throw_error("error", "Method name must be a string"));
    };
    let target = class_target(rq, frame, (class, forwards), &name)?;
    frame.push_target(target);
    Ok(())
}

/// `f_push_cls_method`: see the table.
pub fn f_push_cls_method(rq: &mut Request, frame: &mut Frame, _: &Count) -> Res<()> {
    push_static(rq, frame, false)
}

/// `f_push_cls_method_f`: see the table.
pub fn f_push_cls_method_f(rq: &mut Request, frame: &mut Frame, _: &Count) -> Res<()> {
    push_static(rq, frame, true)
}

/// `f_push_cls_method_d`: see the table.
pub fn f_push_cls_method_d(
    rq: &mut Request,
    frame: &mut Frame,
    _: &Count,
    name: &StrId,
    cls: &ClsRef,
) -> Res<()> {
    let forwards = !matches!(cls, ClsRef::Named(_));
    let class = resolve(rq, frame, *cls)?;
    if let Some(func) = frame.site().method_cache.method(class) {
        let this = match func.is_static_method() {
            true => None,
            false => frame.this_object().filter(|this| this.class().class().is_a(class)),
        };
        if let Some(this) = this {
            frame.push_record(func, Context::This(this));
            return Ok(());
        }
        if func.is_static_method() {
            let late = frame.late_bound().filter(|late| forwards && late.class().is_a(class));
            frame.push_record(func, Context::Class(late.unwrap_or(class)));
            return Ok(());
        }
    }
    let name = frame.str(*name);
    let target = class_target(rq, frame, (class, forwards), name.as_bytes())?;
    let is_trait = class.class().kind == ClassKind::Trait;
    if target.called.is_none() && target.func.as_php().is_some() && !is_trait {
        crate::exec::meet_method(frame.site(), class, target.func);
    }
    frame.push_target(target);
    Ok(())
}

/// `f_push_parent_hook`: see the table.
pub fn f_push_parent_hook(
    rq: &mut Request,
    frame: &mut Frame,
    _: &Count,
    name: &StrId,
    hook: &HookKind,
) -> Res<()> {
    let name = frame.str(*name);
    let parent = frame.scope().and_then(|scope| scope.class().parent());
    let Some(parent) = parent else {
        let text = "Cannot use \"parent\" when current class scope has no parent";
        return Err(rq.throw_error("error", text));
    };
    let Some(this) = frame.this_object() else {
        return Err(rq.throw_error("error", "Using $this when not in object context"));
    };
    let word = if *hook == HookKind::Get { "get" } else { "set" };
    let Some(prop) = parent.props.get(name.as_bytes()) else {
        let text =
            format!("Undefined property {}::${}", class_text(parent.id), shown(name.as_bytes()));
        return Err(rq.throw_error("error", &text));
    };
    if prop.visibility() == Visibility::Private {
        let text = format!("Cannot access private property {}", prop.text());
        return Err(rq.throw_error("error", &text));
    }
    let method = prop.hooks.as_deref().and_then(|hooks| match hook {
        HookKind::Get => hooks.get.as_ref(),
        HookKind::Set => hooks.set.as_ref(),
    });
    let func = match method {
        Some(method) => scoped::method(method),
        None => scoped::plain_hook(name, parent.id, word == "get"),
    };
    frame.push_record(func, Context::This(this));
    Ok(())
}

/// Begins the call of a callable value, as `$f()` does.
pub(super) fn push_dynamic(rq: &mut Request, frame: &mut Frame, callable: &Value) -> Res<()> {
    match callable.view() {
        View::Str(name) => {
            let name = name.clone();
            let at = name.windows(2).position(|pair| pair == b"::");
            match at {
                Some(at) => {
                    let class = class_by_name(rq, &name[..at])?;
                    let target = class_target(rq, frame, (class, false), &name[at + 2..])?;
                    frame.push_target(target);
                }
                None => match rq.names.func_named(&name) {
                    Some(func) => {
                        rq.refuse_dynamic(func, 0)?;
                        frame.push_record(func, Context::None);
                    }
                    None => {
                        let name = name.strip_prefix(b"\\").unwrap_or(&name);
                        return Err(super::ops::undefined(rq, name));
                    }
                },
            }
            Ok(())
        }
        View::Object(object) => match crate::callable::invokable(object) {
            Some(target) => {
                frame.push_target(target);
                Ok(())
            }
            None => {
                let class = class_text(object.class());
                Err(rq.throw_error("error", &format!("Object of type {class} is not callable")))
            }
        },
        View::Array(pair) => {
            let part =
                |at| pair.get(runtime::array::Key::Int(at)).map(|value| value.unboxed().clone());
            match (part(0), part(1)) {
                (Some(first), Some(second)) if pair.len() == 2 => {
                    push_pair(rq, frame, &first, &second)
                }
                _ => {
                    let text = match pair.len() {
                        2 => "Array callback has to contain indices 0 and 1",
                        _ => "Array callback must have exactly two elements",
                    };
                    Err(rq.throw_error("error", text))
                }
            }
        }
        _ => {
            let given = runtime::conv::type_name(rq, callable);
            Err(rq.throw_error("error", &format!("Value of type {given} is not callable")))
        }
    }
}

fn class_by_name(rq: &mut Request, name: &[u8]) -> Res<ClassId> {
    let found = rq.find_class(name, true)?;
    found.ok_or_else(|| crate::class::not_found(rq, name))
}

fn push_pair(rq: &mut Request, frame: &mut Frame, first: &Value, second: &Value) -> Res<()> {
    let Some(name) = second.as_str().cloned() else {
        return Err(rq.throw_error("error", "Second array member is not a valid method"));
    };
    let target = match first.view() {
        View::Object(object) => {
            let object = object.clone();
            object_target(rq, frame, &object, (&name, &name.to_ascii_lowercase()))?
        }
        View::Str(class) => {
            let class = class.clone();
            let class = class_by_name(rq, &class)?;
            class_target(rq, frame, (class, false), &name)?
        }
        _ => {
            let text = "First array member is not a valid class name or object";
            return Err(rq.throw_error("error", text));
        }
    };
    frame.push_target(target);
    Ok(())
}
