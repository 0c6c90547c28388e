//! Methods of the library that have native bodies.

use std::sync::OnceLock;

use hhbc::imm::LocalId;
use runtime::native::{Arguments, Call, Classes, Default, Effect, Method, Native, Param, mask};
use runtime::object::WeakObject;
use runtime::raise::Res;
use runtime::value::Value;

use crate::class::func_text;
use crate::frame::Frame;
use crate::ops::Flow;
use crate::request::Request;

/// The native body of a method: its arguments are the first locals of the frame.
pub type MethodBody = fn(&mut Request, &mut Frame) -> Res<Value>;

/// What runs for a method.
#[derive(Clone, Copy)]
pub(crate) enum Body {
    /// A body of the interpreter.
    Own(MethodBody),
    /// A body of an extension, with the words of its errors.
    Guest(&'static Method, &'static Native),
}

static CLASSES: OnceLock<&'static [&'static Classes]> = OnceLock::new();

/// Gives the interpreter what extensions bring to classes. Only the first call counts.
pub fn admit(classes: &'static [&'static Classes]) {
    CLASSES.get_or_init(|| classes);
}

fn classes() -> impl Iterator<Item = &'static Classes> {
    CLASSES.get().into_iter().flat_map(|classes| classes.iter().copied())
}

/// Tells extensions of an object that was watched and is gone.
pub(crate) fn tell_departed(rq: &mut Request, gone: WeakObject) {
    for classes in classes() {
        (classes.departed)(rq, gone);
    }
}

/// A method with its body: `class::method` in lower case.
pub(crate) type MethodRow = (&'static str, MethodBody);

/// The rows of each room.
const ROOMS: &[&[MethodRow]] = &[
    crate::closure::METHODS,
    crate::fiber::METHODS,
    crate::generator::METHODS,
    crate::positions::METHODS,
    crate::reflect::METHODS,
    crate::throwable::METHODS,
    crate::weak::METHODS,
];

fn find(frame: &Frame) -> Option<Body> {
    let name = String::from_utf8_lossy(frame.func().name().as_bytes()).to_ascii_lowercase();
    let name = match frame.scope() {
        Some(scope) => {
            let class = String::from_utf8_lossy(scope.class().name.as_bytes()).to_ascii_lowercase();
            format!("{class}::{name}")
        }
        None => name,
    };
    let own = ROOMS.iter().copied().flatten().find(|(row, _)| *row == name);
    if let Some((_, body)) = own {
        return Some(Body::Own(*body));
    }
    let rows = classes().flat_map(|classes| classes.methods.iter().copied().flatten());
    let row = rows.into_iter().find(|method| method.name == name)?;
    Some(Body::Guest(row, described(frame)))
}

/// The row of a method, for errors and warnings: its name as people write it, and its parameters.
/// It lives as long as the library.
fn described(frame: &Frame) -> &'static Native {
    let php = frame.php();
    let name = leaked(func_text(frame.func()).trim_end_matches('_').to_owned());
    let params = &php.record().params;
    let names = php.record().frame.local_names.iter().take(params.len());
    let row = |name: &str| Param {
        ident: leaked(name.to_owned()),
        ty: "",
        accepts: mask::ANY,
        default: Default::Unset,
        named: "",
        by_ref: false,
        sensitive: false,
    };
    let params: Vec<Param> =
        names.map(|id| row(&String::from_utf8_lossy(php.unit().str(*id).as_bytes()))).collect();
    Box::leak(Box::new(Native {
        name,
        params: Box::leak(params.into_boxed_slice()),
        required: 0,
        all_or_none: false,
        variadic: None,
        returns: "",
        effect: Effect::Reenters,
        prefers_refs: false,
        deprecated: &[],
        thunk: |_, _| Ok(Value::NULL),
    }))
}

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// `native_impl`: see the table.
pub fn native_impl(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    match frame.php().native_body(|| find(frame)) {
        Some(Body::Own(body)) => body(rq, frame).map(Flow::Return),
        Some(Body::Guest(method, native)) => guest(rq, frame, (method, native)).map(Flow::Return),
        None => {
            let name = func_text(frame.func());
            Err(rq.fatal(&format!("The library has no body for {name}()")))
        }
    }
}

fn guest(
    rq: &mut Request,
    frame: &mut Frame,
    (method, native): (&'static Method, &'static Native),
) -> Res<Value> {
    let count = native.params.len();
    let values = (0..count).map(|at| frame.local(LocalId(at as u32)).clone()).collect();
    let called = frame.late_bound();
    let arguments = Arguments::new(frame.this_object(), values).on_class(called);
    let mut call = Call::new(rq, native, false, count);
    (method.body)(&mut call, &arguments)
}
