//! Cases of enums and the methods that every enum has.

use hashbrown::HashMap;
use runtime::array::Array;
use runtime::class::{Const, EnumMethod};
use runtime::conv;
use runtime::native::called;
use runtime::object::{ClassId, Object};
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use super::class_text;
use crate::frame::Context;
use crate::request::Request;

/// The slot of a case's name.
pub(crate) const NAME: usize = 0;
/// The slot of the value that backs a case.
pub(crate) const VALUE: usize = 1;

impl Request {
    /// The one object of a case.
    pub(super) fn make_case(&mut self, case: &'static Const) -> Res<Value> {
        self.check_backing(case.class)?;
        let backing = match case.initial {
            None => None,
            Some(initial) => Some(match initial.thunk() {
                None => self.literal(initial)?,
                Some(code) => {
                    let func = crate::scoped::code_in(code, case.class);
                    self.call(func, Context::Class(case.class), &[])?
                }
            }),
        };
        let mut object = Object::new(case.class).or_exit(self)?;
        object.slot_mut(NAME).set(Value::from(case.name));
        object.set_slot_state(NAME, 0);
        if let Some(value) = backing {
            object.slot_mut(VALUE).set(value);
            object.set_slot_state(VALUE, 0);
        }
        let value = Value::from(object);
        if let Some(slot) = case.slot {
            self.rds.set(slot, value.clone());
        }
        Ok(value)
    }

    /// Refuses an enum whose cases have values of another type, or the same value twice.
    fn check_backing(&mut self, class: ClassId) -> Res<()> {
        if !self.checked_enums.insert(class.number()) {
            return Ok(());
        }
        let declared = class.class().declared.and_then(|decl| decl.class.enum_type.as_ref());
        let Some(declared) = declared else { return Ok(()) };
        let wants_int = declared.hints.has(hhbc::constraint::Hint::int);
        let rows: Vec<&'static Const> =
            class.class().consts.rows().filter(|row| row.is_case).collect();
        let mut seen = Backed::new();
        for row in rows {
            let Some(initial) = row.initial else { continue };
            if initial.thunk().is_some() {
                continue;
            }
            let value = self.literal(initial)?;
            let refusal = match value.as_int().is_some() == wants_int {
                false => Some(mismatch(wants_int)),
                true => {
                    Backing::of(&value).and_then(|value| seen.insert(value, row)).map(|first| {
                        let (first, second) = (first.name.as_bytes(), row.name.as_bytes());
                        let (first, second) = (super::shown(first), super::shown(second));
                        let name = class_text(class);
                        let text = format!(
                            "Duplicate value in enum {name} for cases {first} and {second}"
                        );
                        ("error", text)
                    })
                }
            };
            if let Some((kind, text)) = refusal {
                self.checked_enums.remove(&class.number());
                return Err(self.throw_error(kind, &text));
            }
        }
        Ok(())
    }

    fn cases(&mut self, class: ClassId) -> Res<Vec<Value>> {
        let rows: Vec<&'static Const> =
            class.class().consts.rows().filter(|row| row.is_case).collect();
        rows.into_iter().map(|row| self.constant_value(class, row)).collect()
    }
}

/// What backs a case, for finding it.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Backing {
    Int(i64),
    Text(Vec<u8>),
}

impl Backing {
    fn of(value: &Value) -> Option<Self> {
        match value.view() {
            View::Int(int) => Some(Self::Int(int)),
            View::Str(text) => Some(Self::Text(text.to_vec())),
            _ => None,
        }
    }
}

/// The cases of an enum by what backs them, as a request finds them.
pub(crate) type Backed = HashMap<Backing, &'static Const>;

impl Request {
    /// The case that a value backs. All cases are made when one is first asked for.
    fn case_backed_by(&mut self, class: ClassId, wanted: &Value) -> Res<Option<Value>> {
        if !self.backed.contains_key(&class.number()) {
            let mut backed = Backed::new();
            for row in class.class().consts.rows().filter(|row| row.is_case) {
                let case = self.constant_value(class, row)?;
                if let Some(backing) = Backing::of(&backing(&case)) {
                    backed.entry(backing).or_insert(row);
                }
            }
            self.backed.insert(class.number(), backed);
        }
        let found = Backing::of(wanted)
            .and_then(|wanted| self.backed.get(&class.number())?.get(&wanted).copied());
        found.map(|row| self.constant_value(class, row)).transpose()
    }
}

fn mismatch(wants_int: bool) -> (&'static str, String) {
    let (given, wanted) = if wants_int { ("string", "int") } else { ("int", "string") };
    ("typeerror", format!("Enum case type {given} does not match enum backing type {wanted}"))
}

/// Runs a method of an enum.
pub(crate) fn run(
    rq: &mut Request,
    class: ClassId,
    method: EnumMethod,
    args: &[Value],
) -> Res<Value> {
    let name = match method {
        EnumMethod::Cases => "cases",
        EnumMethod::From => "from",
        EnumMethod::TryFrom => "tryFrom",
    };
    if called::is_on() {
        called::note(&format!("{}::{name}", class_text(class)));
    }
    if method == EnumMethod::Cases {
        let cases = rq.cases(class)?;
        return Array::from_values(cases).or_exit(rq).map(Value::from);
    }
    let wanted = args.first().map_or(Value::NULL, |value| value.unboxed().clone());
    let declared = class.class().declared.and_then(|decl| decl.class.enum_type.as_ref());
    let is_int = declared.is_some_and(|ty| ty.hints.has(hhbc::constraint::Hint::int));
    let wanted = coerced(rq, (class, name), wanted, is_int)?;
    match (rq.case_backed_by(class, &wanted)?, method) {
        (Some(case), _) => Ok(case),
        (None, EnumMethod::TryFrom) => Ok(Value::NULL),
        (None, _) => {
            let shown = match wanted.view() {
                View::Str(text) => format!("\"{}\"", super::shown(text)),
                _ => wanted.as_int().unwrap_or(0).to_string(),
            };
            let name = class_text(class);
            let text = format!("{shown} is not a valid backing value for enum {name}");
            Err(rq.throw_error("valueerror", &text))
        }
    }
}

fn backing(case: &Value) -> Value {
    match case.view() {
        View::Object(object) => object.slot(VALUE).clone(),
        _ => Value::NULL,
    }
}

/// The argument as the type that backs the enum.
fn coerced(
    rq: &mut Request,
    (class, method): (ClassId, &str),
    value: Value,
    is_int: bool,
) -> Res<Value> {
    let converted = match value.view() {
        View::Int(_) if is_int => Some(value.clone()),
        View::Str(_) if !is_int => Some(value.clone()),
        View::Int(_) | View::Float(_) | View::Bool(_) if !is_int => {
            Some(Value::from(conv::to_str(rq, &value)?))
        }
        View::Bool(flag) => Some(Value::int(i64::from(flag))),
        View::Float(float) if float.fract() == 0.0 && conv::fits_int(float) => {
            Some(Value::int(float as i64))
        }
        View::Str(text) => match conv::numeric::whole(text).map(|found| found.number) {
            Some(conv::numeric::Number::Int(int)) => Some(Value::int(int)),
            _ => None,
        },
        _ => None,
    };
    if let Some(converted) = converted {
        return Ok(converted);
    }
    let given = conv::type_name(rq, &value);
    let wanted = if is_int { "int" } else { "string" };
    let name = class_text(class);
    let text =
        format!("{name}::{method}(): Argument #1 ($value) must be of type {wanted}, {given} given");
    Err(rq.throw_error("typeerror", &text))
}
