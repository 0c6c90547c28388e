//! Parsing piece by piece, with handlers.

mod callbacks;
mod event;
#[rustfmt::skip]
mod r#gen;
mod option;
mod structure;
mod words;

use std::collections::HashMap;
use std::rc::Rc;

use libxml2::sax::Parser;
use runtime::message::Message;
use runtime::native::{Call, OrFalse};
use runtime::object::{Object, Reference, WeakObject};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::bridge::{self, Job, Style};
use crate::libxml::LibXml;
use callbacks::{Handler, Role};
use structure::Structure;

pub use r#gen::{CONSTANTS, NATIVES};

use callbacks::{
    xml_set_character_data_handler, xml_set_default_handler, xml_set_element_handler,
    xml_set_end_namespace_decl_handler, xml_set_external_entity_ref_handler,
    xml_set_notation_decl_handler, xml_set_object, xml_set_processing_instruction_handler,
    xml_set_start_namespace_decl_handler, xml_set_unparsed_entity_decl_handler,
};
use option::{xml_parser_get_option, xml_parser_set_option};

/// How texts are given to scripts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// `ISO-8859-1`
    Latin,
    /// `US-ASCII`
    Ascii,
    /// `UTF-8`
    Utf8,
}

impl Target {
    /// The one with a name.
    pub fn named(name: &[u8]) -> Option<Self> {
        let all =
            [(&b"ISO-8859-1"[..], Self::Latin), (b"US-ASCII", Self::Ascii), (b"UTF-8", Self::Utf8)];
        all.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, target)| target)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin => "ISO-8859-1",
            Self::Ascii => "US-ASCII",
            Self::Utf8 => "UTF-8",
        }
    }

    /// A text in UTF-8, as it is given.
    pub fn decode(self, text: &[u8]) -> Vec<u8> {
        let most = match self {
            Self::Utf8 => return text.to_vec(),
            Self::Latin => 0xFF,
            Self::Ascii => 0x7F,
        };
        let char_of = |character: char| match u32::from(character) {
            code if code <= most => code as u8,
            _ => b'?',
        };
        String::from_utf8_lossy(text).chars().map(char_of).collect()
    }
}

/// A parser of a script.
pub struct State {
    parser: Rc<Parser>,
    handlers: [Option<Handler>; callbacks::COUNT],
    /// Which handlers were ever set, even to nothing: what they would take goes nowhere then.
    was_set: [bool; callbacks::COUNT],
    /// The same for those of tags.
    takes_tags: bool,
    /// Whose methods handlers are.
    object: Option<Object>,
    target: Target,
    folds: bool,
    skips_blanks: bool,
    /// How many bytes of names are left out.
    skips: usize,
    is_huge: bool,
    /// What stands between a namespace and a name.
    separator: Option<u8>,
    is_running: bool,
    /// Whether an error was met.
    has_failed: bool,
    into: Option<Structure>,
}

impl State {
    /// Whether there is someone for what a role is for.
    fn takes(&self, role: Role) -> bool {
        let builds = self.into.is_some();
        match role {
            Role::Start | Role::End => self.takes_tags || builds,
            Role::Text => self.was_set[role as usize] || builds,
            _ => self.was_set[role as usize],
        }
    }
}

/// The parsers of a request.
#[derive(Default)]
pub struct Parsers {
    all: HashMap<WeakObject, State>,
}

impl Parsers {
    /// Forgets one whose object is gone.
    pub fn forget(&mut self, gone: WeakObject) {
        self.all.remove(&gone);
    }
}

/// The state of a parser.
fn state<'c>(call: &'c mut Call<'_>, parser: &Value) -> Option<&'c mut State> {
    let View::Object(object) = parser.unboxed().view() else { return None };
    let key = object.downgrade();
    call.state::<Parsers>().all.get_mut(&key)
}

fn create(call: &mut Call<'_>, encoding: Option<&Str>, separator: Option<u8>) -> Res<Value> {
    let target = match encoding {
        None => Target::Utf8,
        Some(name) if name.is_empty() => Target::Utf8,
        Some(name) => match Target::named(name) {
            Some(target) => target,
            None => return Err(call.value_error(1, "is not a supported source encoding")),
        },
    };
    let has_spaces = separator.is_some();
    let Some(parser) = bridge::quiet(call, || Parser::new(has_spaces))? else {
        return Ok(Value::NULL);
    };
    let made = call.host().new_object("XMLParser")?;
    if let View::Object(object) = made.view() {
        object.watch();
        let state = State {
            parser: Rc::new(parser),
            handlers: [const { None }; callbacks::COUNT],
            was_set: [false; callbacks::COUNT],
            takes_tags: false,
            object: None,
            target,
            folds: true,
            skips_blanks: false,
            skips: 0,
            is_huge: false,
            separator: separator.filter(|separator| *separator != 0),
            is_running: false,
            has_failed: false,
            into: None,
        };
        call.state::<Parsers>().all.insert(object.downgrade(), state);
    }
    Ok(made)
}

fn xml_parser_create(call: &mut Call<'_>, encoding: Option<&Str>) -> Res<Value> {
    create(call, encoding, None)
}

fn xml_parser_create_ns(
    call: &mut Call<'_>,
    encoding: Option<&Str>,
    separator: &Str,
) -> Res<Value> {
    create(call, encoding, Some(separator.first().copied().unwrap_or(0)))
}

/// Feeds a parser.
fn feed(call: &mut Call<'_>, object: &Value, data: &[u8], is_last: bool) -> Res<i64> {
    let Some(known) = state(call, object) else { return Ok(0) };
    known.is_running = true;
    let (parser, is_huge) = (Rc::clone(&known.parser), known.is_huge);
    call.state::<LibXml>().worst = 0;
    let mut events =
        |call: &mut Call<'_>, event: libxml2::sax::Event<'_>| event::take(call, object, event);
    let job = Job { style: Style::Silent, options: 0, functions: None, events: Some(&mut events) };
    let fed = bridge::run(call, job, || {
        parser.set_huge(is_huge);
        parser.feed(data, is_last)
    });
    let worst = call.state::<LibXml>().worst;
    if let Some(known) = state(call, object) {
        known.is_running = false;
        known.has_failed |= worst > 1;
        let is_good = *fed.as_ref().unwrap_or(&false) && !known.has_failed;
        return fed.map(|_| i64::from(is_good));
    }
    fed.map(i64::from)
}

fn xml_parse(call: &mut Call<'_>, parser: &Value, data: &Str, is_final: bool) -> Res<i64> {
    if state(call, parser).is_some_and(|known| known.is_running) {
        let text = "Parser must not be called recursively".to_owned();
        return Err(call.throw(Message::Refused { text }));
    }
    feed(call, parser, data, is_final)
}

fn xml_parse_into_struct(
    call: &mut Call<'_>,
    parser: &Value,
    data: &Str,
    values: &Reference,
    index: &Reference,
) -> Res<OrFalse<i64>> {
    if state(call, parser).is_some_and(|known| known.is_running) {
        call.warn("Parser must not be called recursively")?;
        return Ok(OrFalse(None));
    }
    if let Some(known) = state(call, parser) {
        known.into = Some(Structure::default());
    }
    let answer = feed(call, parser, data, true);
    let built = state(call, parser).and_then(|known| known.into.take());
    if let Some(built) = built {
        let (rows, places) = built.into_arrays(call)?;
        call.assign(index, places.into())?;
        call.assign(values, rows.into())?;
    }
    answer.map(|answer| OrFalse(Some(answer)))
}

fn xml_get_error_code(call: &mut Call<'_>, parser: &Value) -> Res<i64> {
    Ok(state(call, parser).map_or(0, |known| i64::from(known.parser.error())))
}

fn xml_error_string(call: &mut Call<'_>, error_code: i64) -> Res<Option<Str>> {
    let words = usize::try_from(error_code).ok().and_then(|code| words::WORDS.get(code));
    call.str(words.unwrap_or(&"Unknown").as_bytes()).map(Some)
}

fn xml_get_current_line_number(call: &mut Call<'_>, parser: &Value) -> Res<i64> {
    Ok(state(call, parser).map_or(0, |known| i64::from(known.parser.line())))
}

fn xml_get_current_column_number(call: &mut Call<'_>, parser: &Value) -> Res<i64> {
    Ok(state(call, parser).map_or(0, |known| i64::from(known.parser.column())))
}

fn xml_get_current_byte_index(call: &mut Call<'_>, parser: &Value) -> Res<i64> {
    Ok(state(call, parser).map_or(0, |known| known.parser.byte()))
}

fn xml_parser_free(call: &mut Call<'_>, parser: &Value) -> Res<bool> {
    if state(call, parser).is_some_and(|known| known.is_running) {
        call.warn("Parser cannot be freed while it is parsing")?;
        return Ok(false);
    }
    Ok(true)
}
