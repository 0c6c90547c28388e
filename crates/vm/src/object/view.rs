//! Objects as they are shown: `var_dump()` and its family.

use hhbc::class::ClassKind;
use hhbc::func::Attrs;
use runtime::array::{Array, Key};
use runtime::class::{Place, Prop, Scope, Visibility};
use runtime::conv::KeyValue;
use runtime::native::{ObjectView, Owner, Purpose, Row};
use runtime::object::Object;
use runtime::raise::{Halt, OrExit, Res};
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::list::{dynamic_props, is_asked, is_internal};
use crate::class::{class_text, func_text, shown};
use crate::closure;
use crate::frame::Context;
use crate::func::Func;
use crate::request::Request;
use crate::scoped;

/// The name under which `debug_()` keeps what was thrown while it looked.
const THROWN: &[u8] = b"\0thrown";

const NO_ARRAY: &str = "__debuginfo() must return an array";

/// How an object is shown.
pub(crate) fn view(rq: &mut Request, object: &Object, purpose: Purpose) -> Res<ObjectView> {
    let class = object.class().class();
    let mut view = ObjectView {
        class: shown(class.name.as_bytes()),
        is_plain: class.name.as_bytes() == b"stdClass",
        mark: super::lazy::mark(object),
        ..ObjectView::default()
    };
    if class.kind == ClassKind::Enum {
        view.case = object.slot(0).as_str().map(|name| shown(name));
        view.backing = match class.first.slots.get(1).map(|_| object.slot(1).view()) {
            Some(View::Int(_)) => Some("int"),
            Some(View::Str(_)) => Some("string"),
            _ => None,
        };
    }
    if closure::is_closure(object) {
        if purpose == Purpose::Debug {
            view.rows = closure_rows(rq, object)?;
        }
        return Ok(view);
    }
    let asks_itself = purpose == Purpose::Debug && class.magic.debug_info.is_some();
    let info = match purpose {
        Purpose::Export => rq.own_array(object)?,
        Purpose::Debug => None,
    };
    let info = match info {
        None if !asks_itself => rq.shown_properties(object)?,
        info => info,
    };
    if let Some(info) = info {
        view.rows = info.iter().map(|(key, value)| told(rq, key, value)).collect::<Res<_>>()?;
        view.is_made = true;
        return Ok(view);
    }
    if purpose == Purpose::Debug
        && class.magic.debug_info.is_none()
        && let Some(method) = class.library_method(b"debug_")
    {
        let info = rq.call(scoped::method(method), Context::This(object.clone()), &[])?;
        let mut shown = rows(rq, object, purpose)?;
        if let View::Array(info) = info.unboxed().view() {
            let mut info = info.clone();
            view.thrown = info.remove(Key::Str(intern(THROWN).as_str())).or_exit(rq)?;
            let told = info.iter().map(|(key, value)| told(rq, key, value));
            shown.extend(told.collect::<Res<Vec<_>>>()?);
        }
        view.rows = shown;
        return Ok(view);
    }
    if purpose == Purpose::Debug
        && let Some(method) = class.magic.debug_info.and_then(|index| class.method(index))
    {
        let context = Context::This(object.clone());
        let info = match rq.call(scoped::method(method), context, &[]) {
            // PHP: what was thrown has left no array.
            Err(Halt::Throw(thrown)) => return Err(rq.fatal_behind(&thrown, NO_ARRAY)),
            info => info?,
        };
        view.mark = super::lazy::mark(object);
        view.rows = match info.unboxed().view() {
            View::Array(info) => {
                let info = info.clone();
                info.iter().map(|(key, value)| told(rq, key, value)).collect::<Res<_>>()?
            }
            View::Null => Vec::new(),
            _ => return Err(rq.fatal(NO_ARRAY)),
        };
        return Ok(view);
    }
    if purpose == Purpose::Debug
        && crate::generator::is_generator(object)
        && let Some(func) = crate::generator::func_of(object)
    {
        let name = Value::from(Str::new(&crate::generator::whole_name(func)).or_exit(rq)?);
        view.rows = vec![public(Key::Str(intern(b"function").as_str()), &name)];
        return Ok(view);
    }
    if purpose == Purpose::Debug
        && let Some(rows) = crate::weak::rows(rq, object)?
    {
        view.rows = rows;
        return Ok(view);
    }
    view.rows = match (purpose, object.is_lazy()) {
        (_, false) => rows(rq, object, purpose)?,
        (Purpose::Export, true) => {
            let object = rq.real_object(object)?;
            rows(rq, &object, purpose)?
        }
        (Purpose::Debug, true) => match object.with_lazy(|lazy| lazy.instance().cloned()).flatten()
        {
            Some(instance) => {
                let name = intern(b"instance");
                vec![public(Key::Str(name.as_str()), &Value::from(instance))]
            }
            None => rows(rq, object, purpose)?,
        },
    };
    Ok(view)
}

impl Request {
    /// What a cast to an array makes of an object: what `array_` of a class of the library gives,
    /// else its properties.
    pub(crate) fn array_of_object(&mut self, object: &Object) -> Res<Array> {
        let class = object.class().class();
        if let Some(method) = class.library_method(b"array_") {
            let context = Context::This(object.clone());
            let array = self.call(scoped::method(method), context, &[])?;
            return Ok(array.unboxed().as_array().cloned().unwrap_or_default());
        }
        runtime::native::Host::object_array(self, object)
    }

    /// What an object of the library says that its properties are, when it has a say.
    pub(crate) fn shown_properties(&mut self, object: &Object) -> Res<Option<Array>> {
        let class = object.class().class();
        let Some(method) = class.library_method(b"shown_") else { return Ok(None) };
        let context = Context::This(object.clone());
        let info = self.call(scoped::method(method), context, &[])?;
        Ok(info.unboxed().as_array().cloned())
    }
}

impl Request {
    /// What an object of the library gives as its variables, when it has a say.
    pub(crate) fn told_vars(&mut self, object: &Object) -> Res<Option<Array>> {
        let Some(method) = object.class().class().library_method(b"vars_") else { return Ok(None) };
        let context = Context::This(object.clone());
        let vars = self.call(scoped::method(method), context, &[])?;
        Ok(vars.unboxed().as_array().cloned())
    }
}

/// A row of `__debugInfo`, whose keys may say whose a property is.
fn told(rq: &mut Request, key: Key<'_>, value: &Value) -> Res<Row> {
    let mut row = public(key, value);
    if let Key::Str(name) = key
        && let [0, rest @ ..] = name.as_bytes()
        && let Some(end) = rest.iter().position(|byte| *byte == 0)
    {
        row.owner = match &rest[..end] {
            b"*" => Owner::Protected,
            class => Owner::Private(shown(class)),
        };
        row.name = KeyValue::Str(Str::new(&rest[end + 1..]).or_exit(rq)?);
    }
    Ok(row)
}

fn public(key: Key<'_>, value: &Value) -> Row {
    let name = match key {
        Key::Int(int) => KeyValue::Int(int),
        Key::Str(name) => KeyValue::Str(name.clone()),
    };
    Row { name, owner: Owner::Public, value: value.clone(), ty: String::new() }
}

fn owner(prop: &Prop) -> Owner {
    match prop.visibility() {
        Visibility::Public => Owner::Public,
        Visibility::Protected => Owner::Protected,
        Visibility::Private => Owner::Private(class_text(prop.class)),
    }
}

/// What a property holds: a reference that nobody else has is its value.
fn held(value: &Value) -> Value {
    match value.view() {
        View::Ref(reference) if reference.count() == 1 => reference.get(),
        _ => value.clone(),
    }
}

fn rows(rq: &mut Request, object: &Object, purpose: Purpose) -> Res<Vec<Row>> {
    let class: &'static runtime::class::Class = object.class().class();
    let mut rows = Vec::new();
    if purpose == Purpose::Export && class.props.rows().any(is_asked) {
        for prop in class.props.rows().filter(|prop| !prop.is_static()) {
            let hooks = prop.hooks.as_ref().filter(|_| is_asked(prop));
            let get = hooks.and_then(|hooks| hooks.get.as_ref());
            let value = match (get, prop.place) {
                (Some(get), _) => {
                    rq.call(scoped::method(get), Context::This(object.clone()), &[])?
                }
                (None, Place::Slot(slot)) => held(object.slot(slot as usize)),
                (None, _) => continue,
            };
            rows.push(row(prop, value));
        }
    } else {
        for (slot, prop) in class.first.slots.iter().enumerate() {
            let value = held(object.slot(slot));
            let is_set = !matches!(value.view(), View::Uninit);
            if !is_internal(prop) && (is_set || prop.ty.is_some()) {
                rows.push(row(prop, value));
            }
        }
    }
    for (name, value) in dynamic_props(object) {
        let name = KeyValue::Str(name);
        rows.push(Row { name, owner: Owner::Public, value, ty: String::new() });
    }
    Ok(rows)
}

fn row(prop: &Prop, value: Value) -> Row {
    let ty = match value.view() {
        View::Uninit => prop.ty.map(|ty| ty.text(Scope::of(prop.class))),
        _ => None,
    };
    let name = KeyValue::Str(prop.name.to_str());
    Row { name, owner: owner(prop), value, ty: ty.unwrap_or_default() }
}

fn text(rq: &mut Request, text: &str) -> Res<Value> {
    Ok(Value::from(Str::new(text.as_bytes()).or_exit(rq)?))
}

fn closure_rows(rq: &mut Request, object: &Object) -> Res<Vec<Row>> {
    let Some(func) = closure::func_of(object) else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    let mut add = |name: &str, value: Value| {
        let name = intern(name.as_bytes());
        rows.push(public(Key::Str(name.as_str()), &value));
    };
    match func.as_php().filter(|_| func.is_closure()) {
        Some(php) => {
            add("name", Value::from(func.name()));
            add("file", Value::from(php.unit().path()));
            add("line", Value::int(i64::from(php.record().notes.lines.0)));
        }
        None => {
            let name = text(rq, &func_text(func))?;
            add("function", name);
        }
    }
    let captured = closure::kept(rq, object)?;
    if !captured.is_empty() {
        add("static", Value::from(captured));
    }
    if let Context::This(this) = closure::context_of(object) {
        add("this", Value::from(this));
    }
    let parameters = parameters(rq, func)?;
    if !parameters.is_empty() {
        add("parameter", Value::from(parameters));
    }
    Ok(rows)
}

fn parameters(rq: &mut Request, func: &'static Func) -> Res<Array> {
    let mut rows: Vec<(String, bool)> = Vec::new();
    if let Some(native) = func.as_native() {
        let required = native.required;
        for (at, param) in native.params.iter().chain(&native.variadic).enumerate() {
            let mark = if param.by_ref { "&" } else { "" };
            rows.push((format!("{mark}${}", param.name()), at < required));
        }
    }
    if let Some(php) = func.as_php() {
        let required = php.required_params() as usize;
        for (at, param) in php.record().params.iter().enumerate() {
            let name = php.local_name(at as u32).map(|id| php.unit().str(id));
            let name = name.map(|name| shown(name.as_bytes())).unwrap_or_default();
            let mark = if param.attrs.has(Attrs::by_ref) { "&" } else { "" };
            rows.push((format!("{mark}${name}"), at < required));
        }
    }
    let mut parameters = Array::new();
    for (name, is_required) in rows {
        let need = intern(if is_required { b"<required>" } else { b"<optional>" });
        let name = Str::new(name.as_bytes()).or_exit(rq)?;
        parameters.set(Key::Str(&name), Value::from(need)).or_exit(rq)?;
    }
    Ok(parameters)
}
