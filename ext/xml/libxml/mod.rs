//! Errors, and how documents load what they refer to.

#[rustfmt::skip]
mod r#gen;

use libxml2::host::Report;
use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::intern;
use runtime::value::{Value, View};

pub use r#gen::{CONSTANTS, NATIVES};

/// What scripts said of libxml.
#[derive(Default)]
pub struct LibXml {
    /// The errors, when they are collected.
    pub errors: Option<Vec<Report>>,
    /// The last one.
    pub last: Option<Report>,
    /// The worst level of errors since somebody set it to 0.
    pub worst: i32,
    /// Who loads what documents refer to.
    pub loader: Option<Value>,
    /// What is opened with.
    pub context: Option<Value>,
    /// Whether nothing is loaded.
    pub is_closed: bool,
}

fn libxml_set_streams_context(call: &mut Call<'_>, context: &Value) -> Res<()> {
    if !matches!(context.unboxed().view(), View::Resource(_)) {
        return Err(call.type_error(1, "resource", context));
    }
    let context = ext_file::layer::context::given(call, 1, context)?;
    call.state::<LibXml>().context = Some(context);
    Ok(())
}

fn libxml_use_internal_errors(call: &mut Call<'_>, use_errors: Option<bool>) -> Res<bool> {
    let errors = &mut call.state::<LibXml>().errors;
    let before = errors.is_some();
    match use_errors {
        Some(true) if !before => *errors = Some(Vec::new()),
        Some(false) => *errors = None,
        _ => {}
    }
    Ok(before)
}

/// An error as an object.
pub fn error_object(call: &mut Call<'_>, report: &Report) -> Res<Value> {
    let message = call.str(&report.message)?;
    let file = call.str(report.file.as_deref().unwrap_or_default())?;
    let made = call.host().new_object("LibXMLError")?;
    if let Some(mut object) = made.clone().into_object() {
        let values = [
            Value::int(report.level.into()),
            Value::int(report.code.into()),
            Value::int(report.column.into()),
            message.into(),
            file.into(),
            Value::int(report.line.into()),
        ];
        for (slot, value) in values.into_iter().enumerate() {
            object.slot_mut(slot).set(value);
        }
    }
    Ok(made)
}

fn libxml_get_last_error(call: &mut Call<'_>) -> Res<Value> {
    let state = call.state::<LibXml>();
    let last = match &state.errors {
        Some(errors) => errors.last().cloned(),
        None => state.last.clone(),
    };
    match last {
        Some(report) => error_object(call, &report),
        None => Ok(Value::bool(false)),
    }
}

fn libxml_get_errors(call: &mut Call<'_>) -> Res<Array> {
    let errors = call.state::<LibXml>().errors.clone().unwrap_or_default();
    let mut list = Vec::new();
    for report in &errors {
        list.push(error_object(call, report)?);
    }
    call.list(list)
}

fn libxml_clear_errors(call: &mut Call<'_>) -> Res<()> {
    let state = call.state::<LibXml>();
    state.last = None;
    if let Some(errors) = &mut state.errors {
        errors.clear();
    }
    Ok(())
}

fn libxml_disable_entity_loader(call: &mut Call<'_>, disable: bool) -> Res<bool> {
    Ok(std::mem::replace(&mut call.state::<LibXml>().is_closed, disable))
}

fn libxml_set_external_entity_loader(call: &mut Call<'_>, resolver: &Value) -> Res<bool> {
    let loader = (!resolver.unboxed().is_null()).then(|| resolver.unboxed().clone());
    call.state::<LibXml>().loader = loader;
    Ok(true)
}

fn libxml_get_external_entity_loader(call: &mut Call<'_>) -> Res<Value> {
    Ok(call.state::<LibXml>().loader.clone().unwrap_or(Value::NULL))
}

/// Puts a value under a name into an array.
pub fn put(call: &mut Call<'_>, array: &mut Array, name: &str, value: Value) -> Res<()> {
    let name = intern(name.as_bytes());
    let put = array.set(Key::Str(name.as_str()), value);
    call.alloc(put)
}
