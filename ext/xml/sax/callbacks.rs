//! Who takes what a parser comes by.

use runtime::native::Call;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::state;

/// What handlers are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Start tags.
    Start,
    /// End tags.
    End,
    /// Text.
    Text,
    /// Processing instructions.
    Pi,
    /// What nobody else takes.
    Default,
    /// Declarations of entities that are not parsed.
    Unparsed,
    /// Declarations of notations.
    Notation,
    /// References of entities outside.
    External,
    /// Declarations of namespaces.
    Begin,
    /// Their ends.
    Finish,
}

/// How many roles there are.
pub const COUNT: usize = 10;

const ROLES: [(Role, &str); COUNT] = [
    (Role::Start, "xml_set_element_handler()"),
    (Role::End, "xml_set_element_handler()"),
    (Role::Text, "xml_set_character_data_handler()"),
    (Role::Pi, "xml_set_processing_instruction_handler()"),
    (Role::Default, "xml_set_default_handler()"),
    (Role::Unparsed, "xml_set_unparsed_entity_decl_handler()"),
    (Role::Notation, "xml_set_notation_decl_handler()"),
    (Role::External, "xml_set_external_entity_ref_handler()"),
    (Role::Begin, "xml_set_start_namespace_decl_handler()"),
    (Role::Finish, "xml_set_end_namespace_decl_handler()"),
];

/// A handler.
#[derive(Clone)]
pub struct Handler {
    /// What is called.
    pub callee: Value,
    /// The method of the parser's object that was named.
    method: Option<Vec<u8>>,
}

/// Whether an object has a method, its name as the class has it.
fn method_of(object: &Object, name: &[u8]) -> Option<Vec<u8>> {
    let class = object.class().class();
    let method = class.methods.get(name.to_ascii_lowercase().as_slice())?;
    Some(method.name.as_bytes().to_vec())
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn class_of(object: &Object) -> String {
    shown(object.class().class().name.as_bytes())
}

fn bound(call: &mut Call<'_>, object: &Object, method: Vec<u8>) -> Res<Handler> {
    let name = call.str(&method)?;
    let pair = call.list([object.clone().into(), name.into()])?;
    Ok(Handler { callee: pair.into(), method: Some(method) })
}

/// What an argument is as a handler: nothing, something that can be called, or a text that names a
/// method.
fn handler(
    call: &mut Call<'_>,
    parser: &Value,
    (position, value): (usize, &Value),
    is_said: &mut bool,
) -> Res<Option<Handler>> {
    let value = value.unboxed();
    if value.is_null() {
        return Ok(None);
    }
    if call.host().callable(value).is_ok() {
        return Ok(Some(Handler { callee: value.clone(), method: None }));
    }
    let View::Str(name) = value.view() else {
        let rule = "must be of type callable|string|null";
        return Err(call.type_refused(position, rule));
    };
    if !std::mem::replace(is_said, true) {
        call.deprecate("Passing non-callable strings is deprecated since 8.4")?;
    }
    if name.is_empty() {
        return Ok(None);
    }
    let object = state(call, parser).and_then(|known| known.object.clone());
    let Some(object) = object else {
        let rule = "an object must be set via xml_set_object() to be able to lookup method";
        return Err(call.value_error(position, rule));
    };
    match method_of(&object, name) {
        Some(method) => bound(call, &object, method).map(Some),
        None => {
            let rule = format!("method {}::{}() does not exist", class_of(&object), shown(name));
            Err(call.value_error(position, rule))
        }
    }
}

pub fn xml_set_object(call: &mut Call<'_>, parser: &Value, object: &Value) -> Res<bool> {
    let View::Object(object) = object.unboxed().view() else { return Ok(true) };
    let object = object.clone();
    let mut moved = Vec::new();
    for (role, setter) in ROLES {
        let known = state(call, parser).and_then(|known| known.handlers[role as usize].clone());
        let Some(method) = known.and_then(|known| known.method) else { continue };
        let Some(own) = method_of(&object, &method) else {
            let rule = format!(
                "cannot safely swap to object of class {} as method \"{}\" does not exist, which \
                 was set via {setter}",
                class_of(&object),
                shown(&method)
            );
            return Err(call.value_error(2, rule));
        };
        moved.push((role, bound(call, &object, own)?));
    }
    let Some(known) = state(call, parser) else { return Ok(true) };
    for (role, handler) in moved {
        known.handlers[role as usize] = Some(handler);
    }
    let before = known.object.replace(object);
    drop(before);
    Ok(true)
}

fn put(call: &mut Call<'_>, parser: &Value, role: Role, handler: Option<Handler>) {
    let before = match state(call, parser) {
        Some(known) => std::mem::replace(&mut known.handlers[role as usize], handler),
        None => None,
    };
    drop(before);
}

pub fn xml_set_element_handler(
    call: &mut Call<'_>,
    parser: &Value,
    start: &Value,
    end: &Value,
) -> Res<bool> {
    let mut is_said = false;
    for (position, value) in [(2, start), (3, end)] {
        let value = value.unboxed();
        let is_good = value.is_null()
            || matches!(value.view(), View::Str(_))
            || call.host().callable(value).is_ok();
        if !is_good {
            return Err(call.type_refused(position, "must be of type callable|string|null"));
        }
    }
    let start = handler(call, parser, (2, start), &mut is_said)?;
    let end = handler(call, parser, (3, end), &mut is_said)?;
    put(call, parser, Role::Start, start);
    put(call, parser, Role::End, end);
    if let Some(known) = state(call, parser) {
        known.takes_tags = true;
    }
    Ok(true)
}

macro_rules! setters {
    ($($name:ident = $role:ident;)+) => {$(
        pub fn $name(call: &mut Call<'_>, parser: &Value, value: &Value) -> Res<bool> {
            let handler = handler(call, parser, (2, value), &mut false)?;
            put(call, parser, Role::$role, handler);
            if let Some(known) = state(call, parser) {
                known.was_set[Role::$role as usize] = true;
            }
            Ok(true)
        }
    )+};
}

setters! {
    xml_set_character_data_handler = Text;
    xml_set_processing_instruction_handler = Pi;
    xml_set_default_handler = Default;
    xml_set_unparsed_entity_decl_handler = Unparsed;
    xml_set_notation_decl_handler = Notation;
    xml_set_external_entity_ref_handler = External;
    xml_set_start_namespace_decl_handler = Begin;
    xml_set_end_namespace_decl_handler = Finish;
}
