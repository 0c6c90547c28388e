//! Callables: values that can be called, and what a call of them runs.

use runtime::array::Key;
use runtime::class::Callee;
use runtime::object::{ClassId, Object};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::call::method::own_call;
use crate::class::{class_text, shown};
use crate::closure;
use crate::frame::{Context, FrameInfo, Walker};
use crate::func::Func;
use crate::request::Request;
use crate::scoped;

/// What a call runs, and on what.
#[derive(Clone)]
pub struct Target {
    /// The function.
    pub func: &'static Func,
    /// What it runs on.
    pub context: Context,
    /// The name that was called, when the function is `__call` or `__callStatic`.
    pub called: Option<Str>,
}

impl Target {
    /// A function that runs on nothing.
    pub(crate) fn plain(func: &'static Func) -> Self {
        Self { func, context: Context::None, called: None }
    }
}

/// From where a callable is looked at.
#[derive(Clone, Default)]
pub struct Viewpoint {
    /// The class in whose scope.
    pub scope: Option<ClassId>,
    /// The class that `static` means.
    pub late_bound: Option<ClassId>,
    /// `$this`.
    pub this: Option<Object>,
}

impl Viewpoint {
    /// That of the innermost function with bytecode.
    pub(crate) fn of(rq: &Request) -> Self {
        match rq.running() {
            Some(fp) => Self {
                scope: fp.record().func().scope(),
                late_bound: fp.record().late_bound(),
                this: fp.record().this(),
            },
            None => innermost(rq).map_or_else(Self::default, |frame| frame.viewpoint()),
        }
    }

    /// The scope alone.
    pub(crate) fn scope_of(rq: &Request) -> Option<ClassId> {
        match rq.running() {
            Some(fp) => fp.record().func().scope(),
            None => innermost(rq)?.func.scope(),
        }
    }
}

fn innermost(rq: &Request) -> Option<FrameInfo> {
    Walker::new(rq).find(|frame| frame.func.as_php().is_some())
}

/// Why a value cannot be called: the end of PHP's sentence.
pub(crate) type Refusal = String;

type Resolved = Result<Target, Refusal>;

/// Whether a value can be called from a scope.
pub(crate) fn is_callable(rq: &mut Request, value: &Value, scope: Option<ClassId>) -> Res<bool> {
    let mut from = Viewpoint::of(rq);
    from.scope = scope;
    Ok(resolve(rq, value, &from)?.is_ok())
}

/// What calling a value runs, as `call_user_func` and `callable` see it.
pub fn resolve(rq: &mut Request, value: &Value, from: &Viewpoint) -> Res<Resolved> {
    crate::native::callable::advise(rq, value, from)?;
    match value.unboxed().view() {
        View::Str(name) => {
            let name = name.clone();
            match split_method(&name) {
                Some((class, method)) => static_method(rq, (class, method), from),
                None => Ok(named_function(rq, &name)),
            }
        }
        View::Array(pair) if pair.len() == 2 => {
            let part = |at| pair.get(Key::Int(at)).map(|value| value.unboxed().clone());
            match (part(0), part(1)) {
                (Some(first), Some(second)) => member(rq, (&first, &second), from),
                _ => Ok(Err("array callback must have exactly two members".to_owned())),
            }
        }
        View::Array(_) => Ok(Err("array callback must have exactly two members".to_owned())),
        View::Object(object) => {
            let object = object.clone();
            Ok(invokable(&object).ok_or_else(|| "no array or string given".to_owned()))
        }
        _ => Ok(Err("no array or string given".to_owned())),
    }
}

fn split_method(name: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = name.windows(2).position(|pair| pair == b"::")?;
    Some((&name[..at], &name[at + 2..]))
}

fn named_function(rq: &mut Request, name: &[u8]) -> Resolved {
    match rq.names.func_named(name) {
        Some(func) => Ok(Target::plain(func)),
        None => Err(format!("function \"{}\" not found or invalid function name", shown(name))),
    }
}

/// What calling an object runs: a closure's function, or `__invoke`.
pub(crate) fn invokable(object: &Object) -> Option<Target> {
    if let Some(target) = closure::target_of(object) {
        return Some(target);
    }
    let class = object.class().class();
    let method = class.magic.invoke.and_then(|index| class.method(index))?;
    let context = match method.is_static() {
        true => Context::Class(class.id),
        false => Context::This(object.clone()),
    };
    Some(Target { func: scoped::method(method), context, called: None })
}

fn member(rq: &mut Request, (first, second): (&Value, &Value), from: &Viewpoint) -> Res<Resolved> {
    let Some(name) = second.as_str().cloned() else {
        let is_class = matches!(first.view(), View::Object(_) | View::Str(_));
        let text = match is_class {
            true => "second array member is not a valid method",
            false => "first array member is not a valid class name or object",
        };
        return Ok(Err(text.to_owned()));
    };
    match first.view() {
        View::Object(object) => {
            let object = object.clone();
            if closure::is_closure(&object) && name.eq_ignore_ascii_case(b"__invoke") {
                return Ok(invokable(&object).ok_or_else(String::new));
            }
            let class = match split_method(&name) {
                None => object.class(),
                Some((class, _)) => {
                    let inner = Viewpoint { scope: Some(object.class()), ..from.clone() };
                    match class_named(rq, class, &inner)? {
                        Ok(class) => class,
                        Err(refusal) => return Ok(Err(refusal)),
                    }
                }
            };
            let name = split_method(&name).map_or(name.as_bytes(), |(_, method)| method);
            Ok(object_method(&object, class, name, from))
        }
        View::Str(class) => {
            let class = class.clone();
            static_method(rq, (&class, &name), from)
        }
        _ => Ok(Err("first array member is not a valid class name or object".to_owned())),
    }
}

fn object_method(object: &Object, class: ClassId, name: &[u8], from: &Viewpoint) -> Resolved {
    match class.class().find_method(&name.to_ascii_lowercase(), from.scope) {
        Callee::Method(method) if method.is_abstract() => Err(format!(
            "cannot call abstract method {}::{}()",
            class_text(method.scope),
            shown(method.name.as_bytes())
        )),
        Callee::Method(method) => {
            let context = match method.is_static() {
                true => Context::Class(object.class()),
                false => Context::This(object.clone()),
            };
            Ok(Target { func: scoped::method(method), context, called: None })
        }
        Callee::Magic(method) if !method.is_abstract() => Ok(Target {
            func: scoped::method(own_call(object).unwrap_or(method)),
            context: Context::This(object.clone()),
            called: Str::new(name).ok(),
        }),
        Callee::Magic(method) => Err(format!(
            "cannot call abstract method {}::{}()",
            class_text(method.scope),
            shown(method.name.as_bytes())
        )),
        Callee::Hidden(method) => Err(format!(
            "cannot access {} method {}::{}()",
            method.visibility().name(),
            class_text(class),
            shown(name)
        )),
        Callee::Undefined => {
            Err(format!("class {} does not have a method \"{}\"", class_text(class), shown(name)))
        }
    }
}

fn class_named(rq: &mut Request, name: &[u8], from: &Viewpoint) -> Res<Result<ClassId, Refusal>> {
    let relative = |class: Option<ClassId>, word: &str| {
        class.ok_or_else(|| format!("cannot access \"{word}\" when no class scope is active"))
    };
    Ok(match name.to_ascii_lowercase().as_slice() {
        b"self" => relative(from.scope, "self"),
        b"static" => relative(from.late_bound.or(from.scope), "static"),
        b"parent" => match from.scope {
            None => relative(None, "parent"),
            Some(scope) => scope.class().parent().map(|parent| parent.id).ok_or_else(|| {
                "cannot access \"parent\" when current class scope has no parent".to_owned()
            }),
        },
        _ => {
            let found = rq.find_class(name, true)?;
            found.ok_or_else(|| format!("class \"{}\" not found", shown(name)))
        }
    })
}

fn static_method(
    rq: &mut Request,
    (class, name): (&[u8], &[u8]),
    from: &Viewpoint,
) -> Res<Resolved> {
    let is_relative =
        [&b"self"[..], b"parent", b"static"].iter().any(|word| class.eq_ignore_ascii_case(word));
    let class = match class_named(rq, class, from)? {
        Ok(class) => class,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (class, name) = match split_method(name) {
        Some((word, method)) => {
            let inner = Viewpoint { scope: Some(class), late_bound: None, this: None };
            match class_named(rq, word, &inner)? {
                Ok(class) => (class, method),
                Err(refusal) => return Ok(Err(refusal)),
            }
        }
        None => (class, name),
    };
    let this = from.this.clone().filter(|this| this.class().class().is_a(class));
    let callee =
        class.class().find_static_method(&name.to_ascii_lowercase(), from.scope, this.is_some());
    let called_on = match from.late_bound {
        Some(late) if is_relative && late.class().is_a(class) => late,
        _ => class,
    };
    Ok(match callee {
        Callee::Method(method) if method.is_abstract() => Err(format!(
            "cannot call abstract method {}::{}()",
            class_text(method.scope),
            shown(method.name.as_bytes())
        )),
        Callee::Method(method) if method.is_static() => Ok(Target {
            func: scoped::method(method),
            context: Context::Class(called_on),
            called: None,
        }),
        Callee::Method(method) => match this {
            Some(this) => Ok(Target {
                func: scoped::method(method),
                context: Context::This(this),
                called: None,
            }),
            None => Err(format!(
                "non-static method {}::{}() cannot be called statically",
                class_text(class),
                shown(method.name.as_bytes())
            )),
        },
        Callee::Magic(method) if !method.is_abstract() => {
            let this = this.filter(|_| !method.is_static());
            Ok(Target {
                func: scoped::method(this.as_ref().and_then(own_call).unwrap_or(method)),
                context: this.map_or(Context::Class(called_on), Context::This),
                called: Str::new(name).ok(),
            })
        }
        other => match other {
            Callee::Hidden(method) if !method.is_static() && this.is_none() => Err(format!(
                "non-static method {}::{}() cannot be called statically",
                class_text(class),
                shown(method.name.as_bytes())
            )),
            Callee::Hidden(method) => Err(format!(
                "cannot access {} method {}::{}()",
                method.visibility().name(),
                class_text(class),
                shown(name)
            )),
            _ => Err(format!(
                "class {} does not have a method \"{}\"",
                class_text(class),
                shown(name)
            )),
        },
    })
}

impl Request {
    /// How the function that called the running one looks at callables.
    pub(crate) fn caller_viewpoint(&self) -> Viewpoint {
        Walker::new(self).nth(1).map_or_else(Viewpoint::default, |frame| frame.viewpoint())
    }

    /// Calls a callable from native code.
    pub fn call_value(&mut self, callable: &Value, args: &[Value]) -> Res<Value> {
        let from = Viewpoint::of(self);
        match resolve(self, callable, &from)? {
            Ok(target) => self.call_target(&target, args),
            Err(refusal) => {
                let text = format!("Argument #1 ($callback) must be a valid callback, {refusal}");
                Err(self.throw_error("typeerror", &text))
            }
        }
    }

    /// Calls the public method with this name in lower case.
    pub fn call_method(&mut self, object: &Object, folded: &[u8], args: &[Value]) -> Res<Value> {
        let class = object.class().class();
        match class.methods.get(folded) {
            Some(method) => self.call(scoped::method(method), Context::This(object.clone()), args),
            None => {
                let text = format!(
                    "Call to undefined method {}::{}()",
                    class_text(class.id),
                    shown(folded)
                );
                Err(self.throw_error("error", &text))
            }
        }
    }
}
