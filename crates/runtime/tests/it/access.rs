//! Members as scopes see them, against what PHP 8.4 printed.
//!
//! Each line of `access.expect` names a class, the class in whose scope the code runs (`-`: none),
//! steps on one fresh object, and what PHP printed for each. The classes are those of
//! `access.hhas`. Hooks and magic methods print their kind.

use hhbc::func::Init;
use hhbc::imm::ClassId as DeclId;
use runtime::array::Array;
use runtime::class::{
    Asked, Asker, Callee, Class, Isset, Juggling, Loader, Read, Remark, Typed, Unset, Write,
    from_magic, isset, link, literal_value, read, unset, write,
};
use runtime::conv::float_text;
use runtime::heap::Oom;
use runtime::message::{Message, Severity};
use runtime::object::{ClassId, Object};
use runtime::raise::{Cast, Halt, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::link::{Classes, folder, unit};

struct Request {
    classes: Classes,
    printed: String,
}

impl Raise for Request {
    fn report(&mut self, message: Message) -> Res<()> {
        let level = match message.severity() {
            Severity::Deprecated => 'D',
            Severity::Notice => 'N',
            _ => 'W',
        };
        self.printed.push_str(&format!("{level}({message})"));
        Ok(())
    }

    fn throw(&mut self, message: Message) -> Halt {
        self.printed.push_str(&format!("{:?}({message})", message.severity()));
        Halt::Exit
    }

    fn out_of_memory(&mut self, _: Oom) -> Halt {
        Halt::Exit
    }

    fn guard_stack(&mut self) -> Res<()> {
        Ok(())
    }

    fn class_name(&mut self, object: &Object) -> String {
        String::from_utf8_lossy(object.class().class().name.as_bytes()).into_owned()
    }

    fn object_to_string(&mut self, _: &Object) -> Res<Str> {
        Err(Halt::Exit)
    }

    fn object_cast(&mut self, _: &Object, _: Cast) -> Res<Option<Value>> {
        Ok(None)
    }

    fn compare_object(&mut self, _: &Value, _: &Value) -> Res<i32> {
        Ok(1)
    }

    fn object_operator(&mut self, _: &'static str, _: &Value, _: &Value) -> Res<Option<Value>> {
        Ok(None)
    }
}

impl Loader for Request {
    fn class(&mut self, name: &[u8], autoload: bool) -> Res<Option<ClassId>> {
        self.classes.class(name, autoload)
    }

    fn bind(&mut self, class: &'static Class) -> Res<()> {
        self.classes.bind(class)
    }

    fn remark(&mut self, remark: Remark) -> Res<()> {
        self.classes.remark(remark)
    }
}

impl Typed for Request {
    fn is_callable(&mut self, _: &Value, _: Option<ClassId>) -> Res<bool> {
        Ok(false)
    }
}

fn text(bytes: &str) -> Str {
    Str::new(bytes.as_bytes()).unwrap()
}

fn value(literal: &str) -> Value {
    match literal {
        "null" => Value::NULL,
        "true" | "false" => Value::bool(literal == "true"),
        "[]" => Value::from(Array::new()),
        _ if literal.starts_with('"') => Value::from(text(literal.trim_matches('"'))),
        _ => match literal.parse() {
            Ok(int) => Value::int(int),
            Err(_) => Value::float(literal.parse().unwrap()),
        },
    }
}

fn show(value: &Value) -> String {
    match value.view() {
        View::Uninit | View::Null => "NULL".to_owned(),
        View::Bool(value) => value.to_string(),
        View::Int(value) => value.to_string(),
        View::Float(value) => {
            let text = float_text::shortest(value);
            let point = if text.contains('.') { "" } else { ".0" };
            format!("f{text}{point}")
        }
        View::Str(value) => format!("'{}'", String::from_utf8_lossy(value.as_bytes())),
        View::Array(array) => format!("array({})", array.len()),
        _ => "object".to_owned(),
    }
}

fn step(rq: &mut Request, (object, scope): (&Object, Option<ClassId>), step: &str) -> String {
    let mut words = step.splitn(3, ' ');
    let (verb, name) = (words.next().unwrap(), text(words.next().unwrap()));
    let by = Asker { scope, juggling: Juggling::Weak, in_magic: false, in_hook: false };
    let asked = Asked { object, name: &name, by };
    rq.printed.clear();
    let done = match verb {
        "read" => read(rq, asked).map(|outcome| match outcome {
            Read::Value(value) => show(&value),
            Read::Hook(_) => "hook".to_owned(),
            Read::Lazy => "lazy".to_owned(),
            Read::Magic(_) => {
                rq.printed.push_str("magic");
                let checked = from_magic(rq, asked, Value::NULL);
                checked.map_or(String::new(), |_| String::new())
            }
        }),
        "write" => write(rq, asked, value(words.next().unwrap())).map(|outcome| match outcome {
            Write::Done(_) => "NULL".to_owned(),
            Write::Hook(..) => "hook".to_owned(),
            Write::Magic(..) => "magic".to_owned(),
            Write::Lazy(_) => "lazy".to_owned(),
        }),
        "isset" => isset(rq, asked).map(|outcome| match outcome {
            Isset::Known(value) => value.to_string(),
            Isset::Absent => "false".to_owned(),
            Isset::Hook(_) => "hook".to_owned(),
            Isset::Magic(_) => "magic".to_owned(),
            Isset::Lazy => "lazy".to_owned(),
        }),
        "const" | "static" | "call" | "scall" | "new" => {
            Ok(member(rq, (object, scope), (verb, &name)))
        }
        _ => unset(rq, asked).map(|done| match done {
            Unset::Done => "NULL".to_owned(),
            Unset::Magic(_) => "magic".to_owned(),
            Unset::Lazy => "lazy".to_owned(),
        }),
    };
    let done = done.unwrap_or_default();
    std::mem::take(&mut rq.printed) + &done
}

/// A member of the class: the first value of a constant or static property, or what a call runs.
fn member(
    rq: &mut Request,
    (object, scope): (&Object, Option<ClassId>),
    (verb, name): (&str, &Str),
) -> String {
    let class = object.class().class();
    let initial = match verb {
        "const" => class.find_const(name, scope).map(|found| found.initial),
        "static" => class.find_static(name, scope).map(|found| found.initial),
        "new" => {
            let message = rq.classes.get(&String::from_utf8_lossy(name)).refuses_new();
            message.into_iter().for_each(|message| drop(rq.throw(message)));
            return String::new();
        }
        "call" => return callee(rq, (class, scope), (name, class.find_method(name, scope))),
        _ => {
            let found = class.find_static_method(name, scope, false);
            return callee(rq, (class, scope), (name, found));
        }
    };
    match initial.map(|initial| initial.map(|initial| (initial.unit, initial.init))) {
        Ok(Some((unit, Init::Literal(literal)))) => show(&literal_value(unit, literal).unwrap()),
        Ok(_) => "no literal".to_owned(),
        Err(message) => {
            rq.throw(message);
            String::new()
        }
    }
}

fn callee(
    rq: &mut Request,
    (class, scope): (&'static Class, Option<ClassId>),
    (name, found): (&Str, Callee),
) -> String {
    match found {
        Callee::Method(method) => {
            let scope = method.scope.class().name;
            let texts = [scope, method.name].map(|text| String::from_utf8_lossy(text.as_bytes()));
            format!("'{}'", texts.join("::"))
        }
        Callee::Magic(_) => "'magic'".to_owned(),
        refused @ (Callee::Hidden(_) | Callee::Undefined) => {
            rq.throw(class.refused_call(name, refused, scope));
            String::new()
        }
    }
}

#[test]
fn members_are_seen_as_in_php() {
    let mut rq = Request { classes: Classes::with_prelude(), printed: String::new() };
    let unit = unit(&std::fs::read_to_string(folder().join("access.hhas")).unwrap());
    assert!(rq.classes.link_all(unit));
    let mut wrong = String::new();
    for line in std::fs::read_to_string(folder().join("access.expect")).unwrap().lines() {
        let (asked, expected) = line.split_once(" => ").unwrap();
        let (place, steps) = asked.split_once(": ").unwrap();
        let (class, scope) = place.split_once(' ').unwrap();
        let scope = (scope != "-").then(|| rq.classes.get(scope).id);
        let object = Object::new(rq.classes.get(class).id).unwrap();
        let _owner = object.clone();
        let ours: Vec<String> =
            steps.split("; ").map(|text| step(&mut rq, (&object, scope), text)).collect();
        if ours.join(" | ") != expected {
            wrong.push_str(&format!("{asked}\n  PHP  {expected}\n  ours {}\n", ours.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_record_over_the_same_classes_is_the_same_class() {
    let unit = unit(&std::fs::read_to_string(folder().join("access.hhas")).unwrap());
    let mut requests = [Classes::with_prelude(), Classes::with_prelude()];
    let linked = requests.each_mut().map(|classes| {
        let [a, b] = [0, 1].map(|at| link(classes, unit, DeclId(at)).unwrap().id);
        (a, b)
    });
    assert_eq!(linked[0], linked[1]);
    assert!(linked[0].1.class().is_a(linked[0].0));
    assert!(!linked[0].0.class().is_a(linked[0].1));
}
