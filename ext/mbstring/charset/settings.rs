//! What scripts and the ini settings set, and how arguments name encodings.

use super::language::Language;
use crate::codec::{Encoding, Kind, PASS, Substitute, named};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

/// The settings of a request.
pub struct Settings {
    is_loaded: bool,
    /// For texts without a named encoding.
    pub internal: &'static Encoding,
    /// The same, as the ini settings have it.
    pub configured: &'static Encoding,
    /// What detection tries.
    pub order: Vec<&'static Encoding>,
    /// For characters that an encoding lacks.
    pub substitute: Substitute,
    /// The character of the above when it was last one.
    pub character: u32,
    /// Of mails.
    pub language: &'static Language,
    /// Of the output.
    pub output: &'static Encoding,
    /// Those of the request's input.
    pub input: Vec<&'static Encoding>,
    /// That in which input came.
    pub identified: Option<&'static Encoding>,
    /// How many characters could not be converted.
    pub lacking: usize,
    /// Whether the output handler converts.
    pub converts: bool,
    /// Whether the script named the encodings itself: of texts, of the output.
    pub is_internal_set: bool,
    pub is_output_set: bool,
}

fn known(name: &str) -> &'static Encoding {
    named(name.as_bytes()).expect("invariant: the table has the encodings that this file names")
}

impl Default for Settings {
    fn default() -> Self {
        let utf8 = known("UTF-8");
        let language = Language::neutral();
        Self {
            is_loaded: false,
            internal: utf8,
            configured: utf8,
            order: language.order(),
            substitute: Substitute::default(),
            character: u32::from('?'),
            language,
            output: utf8,
            input: vec![utf8],
            identified: None,
            lacking: 0,
            converts: false,
            is_internal_set: false,
            is_output_set: false,
        }
    }
}

/// The settings, first as the ini settings say.
pub fn settings<'c>(call: &'c mut Call<'_>) -> &'c mut Settings {
    if !call.state::<Settings>().is_loaded {
        call.state::<Settings>().is_loaded = true;
        load(call);
    }
    call.state()
}

/// A setting that is not empty.
fn ini(call: &mut Call<'_>, name: &str) -> Option<Vec<u8>> {
    call.host().setting(name).filter(|value| !value.is_empty())
}

fn load(call: &mut Call<'_>) {
    if let Some(language) = ini(call, "mbstring.language").and_then(|name| Language::named(&name)) {
        let state: &mut Settings = call.state();
        state.language = language;
        state.order = language.order();
    }
    if let Some(order) = ini(call, "mbstring.detect_order")
        && let Ok(order) = encodings(&order, call.state::<Settings>().language)
    {
        call.state::<Settings>().order = order;
    }
    if let Some(substitute) = ini(call, "mbstring.substitute_character") {
        substitute_by(call.state(), &substitute);
    }
    follow(call, None);
}

/// Takes the encodings from the ini settings, one of which is about to change.
fn follow(call: &mut Call<'_>, changing: Option<(&str, &[u8])>) {
    let mut read = |name: &str| match changing {
        Some((of, value)) if of == name => Some(value.to_vec()).filter(|value| !value.is_empty()),
        _ => ini(call, name),
    };
    let mut effective = |own: &str, general: &str| {
        let own = read(own);
        let is_set = own.is_some();
        let value = own.or_else(|| read(general)).or_else(|| read("default_charset"));
        (value.unwrap_or_else(|| b"UTF-8".to_vec()), is_set)
    };
    let internal = effective("mbstring.internal_encoding", "internal_encoding");
    let output = effective("mbstring.http_output", "output_encoding");
    let input = effective("mbstring.http_input", "input_encoding");
    let is = |name: &str| changing.is_some_and(|(of, _)| of == name);
    let state: &mut Settings = call.state();
    state.configured = named(&internal.0).unwrap_or_else(|| known("UTF-8"));
    if changing.is_none() || is("mbstring.internal_encoding") || !state.is_internal_set {
        state.internal = state.configured;
        state.is_internal_set |= internal.1;
    }
    if changing.is_none() || is("mbstring.http_output") || !state.is_output_set {
        state.output = named_or_pass(&output.0).unwrap_or(state.output);
        state.is_output_set |= output.1;
    }
    if input.0 == b"pass" {
        state.input = vec![&PASS];
    } else if let Ok(input) = encodings(&input.0, state.language)
        && !input.is_empty()
    {
        state.input = input;
    }
}

/// The encoding with a name, or none at all.
pub fn named_or_pass(name: &[u8]) -> Option<&'static Encoding> {
    if !name.is_empty() && b"pass".starts_with(name) { Some(&PASS) } else { named(name) }
}

fn substitute_by(state: &mut Settings, text: &[u8]) {
    state.substitute = match &*text.to_ascii_lowercase() {
        b"none" => Substitute::None,
        b"long" => Substitute::Long(state.character),
        b"entity" => Substitute::Entity(state.character),
        other => {
            let text = String::from_utf8_lossy(other).into_owned();
            let code = match text.strip_prefix("0x") {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => text.parse(),
            };
            state.character = code.unwrap_or(state.character);
            Substitute::Char(state.character)
        }
    };
}

/// What a change of an ini setting says.
pub enum Remark {
    /// That the setting should not be used.
    Deprecated(String),
    /// That its value is wrong.
    Warning(String),
}

/// What is said of a value for an ini setting, and whether it may be taken.
pub fn examine(name: &str, value: &[u8], language: &'static Language) -> (Vec<Remark>, bool) {
    let mut remarks = Vec::new();
    let is_old = matches!(
        name,
        "mbstring.internal_encoding" | "mbstring.http_input" | "mbstring.http_output"
    );
    if is_old {
        remarks.push(Remark::Deprecated(format!("Use of {name} is deprecated")));
    }
    let shown = String::from_utf8_lossy(value).into_owned();
    let is_taken = match name {
        _ if value.is_empty() => name != "mbstring.detect_order",
        "mbstring.language" => Language::named(value).is_some(),
        "mbstring.internal_encoding" => {
            if named(value).is_none() {
                let text = format!("Unknown encoding \"{shown}\" in ini setting");
                remarks.push(Remark::Warning(text));
            }
            true
        }
        "mbstring.http_output" => named_or_pass(value).is_some(),
        "mbstring.detect_order" | "mbstring.http_input" if value != b"pass" => {
            match encodings(value, language) {
                Ok(_) => true,
                Err(wrong) => {
                    let text = format!("INI setting contains invalid encoding \"{wrong}\"");
                    remarks.push(Remark::Warning(text));
                    false
                }
            }
        }
        _ => true,
    };
    (remarks, is_taken)
}

/// Before an ini setting changes: says what is wrong with the value, and takes it. Whether the
/// setting may change.
pub fn changed(call: &mut Call<'_>, name: &str, value: Option<&[u8]>) -> Res<bool> {
    let general = ["default_charset", "internal_encoding", "input_encoding", "output_encoding"];
    if !name.starts_with("mbstring.") && !general.contains(&name) {
        return Ok(true);
    }
    let language = settings(call).language;
    let text = value.unwrap_or_default();
    if value.is_some() {
        let (remarks, is_taken) = examine(name, text, language);
        for remark in remarks {
            match remark {
                Remark::Deprecated(text) => call.deprecate(text)?,
                Remark::Warning(text) => call.warn(text)?,
            }
        }
        if !is_taken {
            return Ok(false);
        }
    }
    match name {
        "mbstring.language" => {
            if let Some(language) = Language::named(text) {
                settings(call).language = language;
            }
        }
        "mbstring.substitute_character" if value.is_none() => {
            settings(call).substitute = Substitute::default();
        }
        "mbstring.substitute_character" => substitute_by(settings(call), text),
        // PHP: what detection tries follows at the next request.
        "mbstring.detect_order" => {}
        _ => follow(call, Some((name, text))),
    }
    Ok(true)
}

/// The encoding with a name, after advice when it is none of characters.
pub fn look_up(call: &mut Call<'_>, name: &[u8]) -> Res<Option<&'static Encoding>> {
    let Some(encoding) = named(name) else { return Ok(None) };
    let advice = match encoding.kind {
        Kind::Base64 => {
            "Base64 via mbstring is deprecated; use base64_encode/base64_decode instead"
        }
        Kind::QuotedPrintable => {
            "QPrint via mbstring is deprecated; \
             use quoted_printable_encode/quoted_printable_decode instead"
        }
        Kind::Uuencode => {
            "Uuencode via mbstring is deprecated; use convert_uuencode/convert_uudecode instead"
        }
        Kind::Html => {
            "HTML entities via mbstring is deprecated; use htmlspecialchars, htmlentities, \
             or mb_encode_numericentity/mb_decode_numericentity instead"
        }
        _ => return Ok(Some(encoding)),
    };
    // PHP: an encoding that is used again is not looked up, so nothing is said.
    if call.state::<Last>().0.is_some_and(|last| std::ptr::eq(last, encoding)) {
        return Ok(Some(encoding));
    }
    call.deprecate(format!("Handling {advice}"))?;
    Ok(Some(encoding))
}

/// The encoding that was looked up last.
#[derive(Default)]
struct Last(Option<&'static Encoding>);

/// The encoding that the argument at `position` names; without one, that of the settings.
pub fn encoding(
    call: &mut Call<'_>,
    name: Option<&Str>,
    position: usize,
) -> Res<&'static Encoding> {
    let Some(name) = name else { return Ok(settings(call).internal) };
    let last = call.state::<Last>().0;
    if let Some(last) = last.filter(|last| last.name.as_bytes() == name.as_bytes()) {
        return Ok(last);
    }
    let until_nul = name.split(|&byte| byte == 0).next().unwrap_or_default();
    if let Some(last) = last.filter(|last| last.name.as_bytes().eq_ignore_ascii_case(until_nul)) {
        return Ok(last);
    }
    match look_up(call, until_nul)? {
        Some(encoding) => {
            call.state::<Last>().0 = Some(encoding);
            Ok(encoding)
        }
        None => {
            let shown = String::from_utf8_lossy(until_nul).into_owned();
            Err(call.value_error(position, format!("must be a valid encoding, \"{shown}\" given")))
        }
    }
}

/// The encodings of a list with commas; the first name that is none.
pub fn encodings(
    names: &[u8],
    language: &'static Language,
) -> Result<Vec<&'static Encoding>, String> {
    let names = match names {
        [b'"', inner @ .., b'"'] if !inner.is_empty() => inner,
        _ => names,
    };
    let mut found = Vec::new();
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    for name in names.split(|&byte| byte == b',').filter(|_| !names.is_empty()) {
        let from = name.iter().take_while(|byte| is_blank(byte)).count();
        let name = &name[from..];
        let blanks = name.iter().rev().take_while(|byte| is_blank(byte)).count();
        let name = &name[..name.len() - blanks];
        // PHP: no name at all between commas is `auto` too.
        add(if name.is_empty() { b"auto" } else { name }, language, &mut found)?;
    }
    Ok(found)
}

/// Adds the encoding with a name, or those that are meant by `auto`.
fn add(
    name: &[u8],
    language: &'static Language,
    found: &mut Vec<&'static Encoding>,
) -> Result<(), String> {
    if name.eq_ignore_ascii_case(b"auto") {
        found.extend(language.order());
        return Ok(());
    }
    match named(name) {
        Some(encoding) => found.push(encoding),
        None => {
            let shown = name.split(|&byte| byte == 0).next().unwrap_or_default();
            return Err(String::from_utf8_lossy(shown).into_owned());
        }
    }
    Ok(())
}

/// The encodings that the argument at `position` lists: an array, or names with commas between.
pub fn list(call: &mut Call<'_>, value: &Value, position: usize) -> Res<Vec<&'static Encoding>> {
    let language = settings(call).language;
    let found = if let View::Array(names) = value.unboxed().view() {
        let mut found = Vec::new();
        let mut outcome = Ok(());
        for (_, name) in &names.clone() {
            let name = call.to_str(name)?;
            outcome = add(&name, language, &mut found);
            if outcome.is_err() {
                break;
            }
        }
        outcome.map(|()| found)
    } else {
        let names = call.to_str(value)?;
        encodings(&names, language)
    };
    match found {
        Ok(found) if found.is_empty() => {
            Err(call.value_error(position, "must specify at least one encoding"))
        }
        Ok(found) => Ok(found),
        Err(wrong) => {
            let rule = format!("contains invalid encoding \"{wrong}\"");
            Err(call.value_error(position, rule))
        }
    }
}

/// Whether the argument lists all encodings as `mb_list_encodings()` does, so that their order
/// means nothing.
pub fn is_ordered(encodings: &[&'static Encoding], value: &Value) -> bool {
    let is_list = matches!(value.unboxed().view(), View::Array(_));
    !is_list || encodings.len() != crate::codec::ENCODINGS.len()
}

/// Whether texts must be correct in the encoding that is detected.
pub fn is_strict(call: &mut Call<'_>) -> bool {
    let value = ini(call, "mbstring.strict_detection").unwrap_or_default();
    matches!(&*value.to_ascii_lowercase(), b"1" | b"on" | b"yes" | b"true")
}

/// Encodings of characters alone.
pub fn of_characters(encodings: &mut Vec<&'static Encoding>) {
    encodings.retain(|encoding| {
        !matches!(
            encoding.kind,
            Kind::Base64
                | Kind::QuotedPrintable
                | Kind::Uuencode
                | Kind::Html
                | Kind::SevenBit
                | Kind::EightBit
        )
    });
}

/// The `ValueError` of a function, not of an argument.
pub fn refused(call: &mut Call<'_>, text: String) -> runtime::raise::Halt {
    call.throw(Message::ValueRefused { text })
}
