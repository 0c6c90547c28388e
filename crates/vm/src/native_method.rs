//! Methods of the library that have native bodies.

use runtime::raise::Res;
use runtime::value::Value;

use crate::frame::Frame;
use crate::ops::Flow;
use crate::request::Request;

/// The native body of a method: its arguments are the first locals of the frame.
pub type MethodBody = fn(&mut Request, &mut Frame) -> Res<Value>;

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

fn find(frame: &Frame) -> Option<MethodBody> {
    let name = String::from_utf8_lossy(frame.func().name().as_bytes()).to_ascii_lowercase();
    let name = match frame.scope() {
        Some(scope) => {
            let class = String::from_utf8_lossy(scope.class().name.as_bytes()).to_ascii_lowercase();
            format!("{class}::{name}")
        }
        None => name,
    };
    ROOMS.iter().copied().flatten().find(|(row, _)| *row == name).map(|(_, body)| *body)
}

/// `native_impl`: see the table.
pub fn native_impl(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    match frame.php().native_body(|| find(frame)) {
        Some(body) => body(rq, frame).map(Flow::Return),
        None => {
            let name = crate::class::func_text(frame.func());
            Err(rq.fatal(&format!("The library has no body for {name}()")))
        }
    }
}
