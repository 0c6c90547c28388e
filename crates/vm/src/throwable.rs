//! Exceptions and errors that the engine makes: their classes, and what an object of them says.

use std::sync::LazyLock;

use runtime::array::{Array, Key};
use runtime::object::{ClassId, ClassRecord, Object, define_class};
use runtime::raise::{Halt, OrExit};
use runtime::string::{StaticStr, Str, intern};
use runtime::value::{Value, View};

use crate::frame::Walker;
use crate::request::Request;

/// The slot of the message.
pub const MESSAGE: usize = 0;
/// The slot of the code.
pub const CODE: usize = 2;
/// The slot of the path.
pub const FILE: usize = 3;
/// The slot of the line.
pub const LINE: usize = 4;
/// The slot of the trace.
pub const TRACE: usize = 5;
/// The slot of the previous exception.
pub const PREVIOUS: usize = 6;
const SLOTS: u32 = 7;

/// A class of throwable objects.
struct Class {
    name: &'static str,
    folded: StaticStr,
    parent: Option<usize>,
    id: ClassId,
}

/// The classes, each after its parent.
const ROWS: &[(&str, Option<&str>)] = &[
    ("Exception", None),
    ("ErrorException", Some("Exception")),
    ("Error", None),
    ("TypeError", Some("Error")),
    ("ValueError", Some("Error")),
    ("ArithmeticError", Some("Error")),
    ("DivisionByZeroError", Some("ArithmeticError")),
    ("ArgumentCountError", Some("TypeError")),
    ("UnhandledMatchError", Some("Error")),
    ("LogicException", Some("Exception")),
    ("InvalidArgumentException", Some("LogicException")),
    ("DomainException", Some("LogicException")),
    ("LengthException", Some("LogicException")),
    ("OutOfRangeException", Some("LogicException")),
    ("RuntimeException", Some("Exception")),
    ("OutOfBoundsException", Some("RuntimeException")),
    ("RangeException", Some("RuntimeException")),
    ("OverflowException", Some("RuntimeException")),
    ("UnderflowException", Some("RuntimeException")),
    ("UnexpectedValueException", Some("RuntimeException")),
];

static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
    let class = |(name, parent): &(&'static str, Option<&str>)| {
        let record = ClassRecord {
            name: intern(name.as_bytes()),
            slots: SLOTS,
            has_destructor: false,
            may_be_cyclic: true,
        };
        Some(Class {
            name,
            folded: intern(name.to_ascii_lowercase().as_bytes()),
            parent: parent.and_then(|parent| ROWS.iter().position(|(name, _)| *name == parent)),
            id: define_class(record)?,
        })
    };
    ROWS.iter().filter_map(class).collect()
});

fn class_of(object: &Object) -> Option<usize> {
    CLASSES.iter().position(|class| class.id == object.class())
}

/// Whether objects of this class are thrown.
pub fn is_throwable(object: &Object) -> bool {
    class_of(object).is_some()
}

/// Whether the object is an instance of the class with this name in lower case.
pub fn is_instance(object: &Object, folded: StaticStr) -> bool {
    let Some(class) = class_of(object) else { return false };
    let mut ancestors = std::iter::successors(Some(class), |at| CLASSES[*at].parent);
    folded.as_bytes() == b"throwable" || ancestors.any(|at| CLASSES[at].folded == folded)
}

/// The class with this name in lower case.
pub fn class_named(folded: &[u8]) -> Option<ClassId> {
    let class = CLASSES.iter().find(|class| class.folded.as_bytes() == folded)?;
    Some(class.id)
}

/// A new exception of the class with this name in lower case, made where the request is.
pub fn throw(rq: &mut Request, folded: &str, text: &str) -> Halt {
    let class = class_named(folded.as_bytes()).or_else(|| class_named(b"error"));
    let class = class.expect("invariant: the table has Error");
    match make(rq, class).and_then(|mut object| {
        let message = Str::new(text.as_bytes()).or_exit(rq)?;
        object.slot_mut(MESSAGE).set(Value::from(message));
        Ok(object)
    }) {
        Ok(object) => Halt::Throw(object),
        Err(halt) => halt,
    }
}

/// A new object of a throwable class, with place and trace of where the request is.
pub fn make(rq: &mut Request, class: ClassId) -> Result<Object, Halt> {
    let mut object = Object::new(class).or_exit(rq)?;
    let (path, line) = rq.place();
    let path = Str::new(path.as_bytes()).or_exit(rq)?;
    let trace = trace(rq).or_exit(rq)?;
    let empty = || Value::from(intern(b""));
    let slots = [
        (MESSAGE, empty()),
        (1, empty()),
        (CODE, Value::int(0)),
        (FILE, Value::from(path)),
        (LINE, Value::int(i64::from(line))),
        (TRACE, Value::from(trace)),
        (PREVIOUS, Value::NULL),
    ];
    for (slot, value) in slots {
        object.slot_mut(slot).set(value);
    }
    Ok(object)
}

/// Says that the object was made on another line.
pub(crate) fn set_line(object: &Object, line: u32) {
    object.clone().slot_mut(LINE).set(Value::int(i64::from(line)));
}

/// The calls that are in progress, as `getTrace` gives them.
fn trace(rq: &Request) -> Result<Array, runtime::heap::Oom> {
    let mut trace = Array::new();
    let frames: Vec<_> = Walker::new(rq).collect();
    for pair in frames.windows(2) {
        let [callee, caller] = pair else { continue };
        let args = callee.args();
        let mut row = Array::new();
        let mut put = |key: &[u8], value: Value| row.set(Key::Str(intern(key).as_str()), value);
        if let Some(php) = caller.func.as_php() {
            put(b"file", Value::from(php.unit().path()))?;
            put(b"line", Value::int(i64::from(caller.line())))?;
        }
        put(b"function", Value::from(callee.func.name()))?;
        put(b"args", Value::from(Array::from_values(args)?))?;
        trace.append(Value::from(row)).map_err(|_| runtime::heap::Oom)?;
    }
    Ok(trace)
}

/// An exception with place and trace, as PHP shows one that nothing caught.
pub fn describe(object: &Object) -> String {
    let text = |value: &Value| match value.view() {
        View::Str(text) => String::from_utf8_lossy(text).into_owned(),
        View::Int(int) => int.to_string(),
        _ => String::new(),
    };
    let slot = |slot: usize| text(object.slot(slot));
    let name = class_of(object).map_or("", |class| CLASSES[class].name);
    let (message, path, line) = (slot(MESSAGE), slot(FILE), slot(LINE));
    let colon = if message.is_empty() { "" } else { ": " };
    let mut shown = format!("{name}{colon}{message} in {path}:{line}\nStack trace:\n");
    let mut calls = 0;
    if let Some(trace) = object.slot(TRACE).as_array() {
        for (_, row) in trace {
            let field = |key: &[u8]| {
                let row = row.as_array()?;
                row.get_static(intern(key)).map(text)
            };
            let at = |key: &[u8]| field(key).unwrap_or_default();
            let (file, line, function) = (at(b"file"), at(b"line"), at(b"function"));
            let args = row.as_array().and_then(|row| row.get_static(intern(b"args")));
            let args = args.and_then(Value::as_array).map_or_else(String::new, args_text);
            let place = if file.is_empty() {
                "[internal function]".to_owned()
            } else {
                format!("{file}({line})")
            };
            shown += &format!("#{calls} {place}: {function}({args})\n");
            calls += 1;
        }
    }
    shown + &format!("#{calls} {{main}}")
}

/// Arguments as a trace shows them.
fn args_text(args: &Array) -> String {
    let one = |value: &Value| match value.unboxed().view() {
        View::Uninit | View::Null => "NULL".to_owned(),
        View::Bool(value) => value.to_string(),
        View::Int(int) => int.to_string(),
        View::Float(float) => runtime::conv::float_text::with_precision(float, 17),
        View::Str(text) if text.len() > 15 => {
            format!("'{}...'", String::from_utf8_lossy(&text[..15]))
        }
        View::Str(text) => format!("'{}'", String::from_utf8_lossy(text)),
        View::Array(_) => "Array".to_owned(),
        View::Object(object) => {
            let name = object.class().record().name;
            format!("Object({})", String::from_utf8_lossy(name.as_bytes()))
        }
        View::Resource(resource) => format!("Resource id #{}", resource.id()),
        View::Ref(_) => String::new(),
    };
    args.iter().map(|(_, value)| one(value)).collect::<Vec<_>>().join(", ")
}
