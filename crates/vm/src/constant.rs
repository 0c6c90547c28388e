//! Constants.

use hhbc::imm::{ArrayId, Double, Int, StrId};
use runtime::native::called;
use runtime::raise::{OrExit, Res};
use runtime::string::{StaticStr, Str};
use runtime::value::Value;

use crate::folded::Folded;
use crate::frame::Frame;
use crate::request::Request;

macro_rules! pushes {
    ($($snake:ident = $value:expr;)*) => {$(
        #[doc = concat!("`", stringify!($snake), "`: see the table.")]
        pub fn $snake(_: &mut Request, frame: &mut Frame) {
            frame.push($value);
        }
    )*};
}

pushes! {
    null = Value::NULL;
    true_ = Value::bool(true);
    false_ = Value::bool(false);
    null_uninit = Value::UNINIT;
}

/// `int`: see the table.
pub fn int(_: &mut Request, frame: &mut Frame, value: &Int) {
    frame.push(Value::int(*value));
}

/// `double`: see the table.
pub fn double(_: &mut Request, frame: &mut Frame, value: &Double) {
    frame.push(Value::float(value.get()));
}

/// `string`: see the table.
pub fn string(rq: &mut Request, frame: &mut Frame, value: &StrId) -> Res<()> {
    let string = frame.php().unit().string_value(*value).or_exit(rq)?;
    frame.push(string);
    Ok(())
}

/// `array`: see the table.
pub fn array(rq: &mut Request, frame: &mut Frame, value: &ArrayId) -> Res<()> {
    let array = frame.php().unit().array_value(*value).or_exit(rq)?;
    frame.push(array);
    Ok(())
}

/// `file`: see the table.
pub fn file(_: &mut Request, frame: &mut Frame) {
    let path = frame.php().unit().path();
    frame.push(Value::from(path));
}

/// `dir`: see the table.
pub fn dir(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let path = frame.php().unit().path();
    let path = path.as_bytes();
    let dir = match path.iter().rposition(|byte| *byte == b'/') {
        Some(0) => &b"/"[..],
        Some(at) => &path[..at],
        None => b".",
    };
    // PHP: code that no file holds lies where the process is.
    let here = (dir == b".").then(|| std::env::current_dir().ok()).flatten();
    let dir = here.as_ref().map_or(dir, |here| here.as_os_str().as_encoded_bytes());
    let dir = Str::new(dir).or_exit(rq)?;
    frame.push(Value::from(dir));
    Ok(())
}

/// `cns`: see the table.
pub fn cns(rq: &mut Request, frame: &mut Frame, name: &StrId) -> Res<()> {
    let unit = frame.php().unit();
    if let Some(value) = unit.const_slot(*name).and_then(|slot| rq.rds.get(slot)) {
        let value = value.clone();
        frame.push(value);
        return Ok(());
    }
    let id = *name;
    let name = frame.str(id);
    let Some(value) = find(rq, name) else {
        let mut facts = unit.unit().metadata.iter();
        let fact = facts.find(|fact| unit.str(fact.name).as_bytes() == name.as_bytes());
        let Some(fact) = fact else { return Err(undefined(rq, name)) };
        let value = unit.literal(&fact.value).or_exit(rq)?;
        frame.push(value);
        return Ok(());
    };
    if advised_against(rq, name)? {
        frame.push(value);
        return Ok(());
    }
    if let Some(slot) = unit.const_slot(id) {
        rq.rds.set(slot, value.clone());
    }
    frame.push(value);
    Ok(())
}

/// `cns_u`: see the table.
pub fn cns_u(rq: &mut Request, frame: &mut Frame, name: &StrId, fallback: &StrId) -> Res<()> {
    let id = *name;
    let (name, fallback) = (frame.str(id), frame.str(*fallback));
    let Some(value) = find(rq, name).or_else(|| find(rq, fallback)) else {
        return Err(undefined(rq, name));
    };
    if !advised_against(rq, fallback)?
        && let Some(slot) = frame.php().unit().unqualified_slot(id)
    {
        rq.rds.set(slot, value.clone());
    }
    frame.push(value);
    Ok(())
}

/// Says that a constant of an extension is deprecated; whether it is.
fn advised_against(rq: &mut Request, name: StaticStr) -> Res<bool> {
    let is_it =
        crate::native::is_deprecated(name.as_bytes()) && !rq.names.is_of_script(name.as_bytes());
    if is_it {
        let name = String::from_utf8_lossy(name.as_bytes());
        rq.deprecate(&format!("Constant {name} is deprecated"))?;
    }
    Ok(is_it)
}

/// The value of a constant; the case of its namespace is not heeded.
fn find(rq: &Request, name: StaticStr) -> Option<Value> {
    let name = name.as_bytes();
    rq.constant(name).or_else(|| rq.constant(&Folded::of_constant(name)?))
}

fn undefined(rq: &mut Request, name: StaticStr) -> runtime::raise::Halt {
    let name = String::from_utf8_lossy(name.as_bytes());
    rq.throw_error("error", &format!("Undefined constant \"{name}\""))
}

/// `def_cns`: see the table.
pub fn def_cns(rq: &mut Request, frame: &mut Frame, name: &StrId) -> Res<()> {
    called::note("define");
    let value = frame.pop();
    let name = &frame.php().unit().unit().strings[*name];
    let defined = rq.define_constant(name, value)?;
    frame.push(Value::bool(defined));
    Ok(())
}
