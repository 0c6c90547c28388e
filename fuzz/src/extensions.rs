//! Parsers of the extensions: any bytes as their texts.

use calltable::Recorder;
use runtime::native::{Native, Table};
use runtime::string::Str;
use runtime::value::Value;

use crate::{Run, Target};

/// JSON, both ways.
pub const JSON: Target =
    Target { name: "json", run: Run::Each(json), corpus: &["fuzz/corpus/json"], extension: "json" };

/// Patterns, with modifiers and delimiters; what they match is the pattern itself.
pub const PATTERNS: Target = Target {
    name: "patterns",
    run: Run::Each(patterns),
    corpus: &["fuzz/corpus/patterns"],
    extension: "txt",
};

/// Words of dates.
pub const DATES: Target = Target {
    name: "dates",
    run: Run::Each(dates),
    corpus: &["fuzz/corpus/dates"],
    extension: "txt",
};

/// Texts from one encoding to another, which the text itself chooses.
pub const ENCODINGS: Target = Target {
    name: "encodings",
    run: Run::Each(encodings),
    corpus: &["fuzz/corpus/dates", "fuzz/corpus/json"],
    extension: "txt",
};

/// Layouts of `unpack()`, and the bytes they are for.
pub const LAYOUTS: Target = Target {
    name: "layouts",
    run: Run::Each(layouts),
    corpus: &["fuzz/corpus/layouts"],
    extension: "txt",
};

fn native(tables: &'static [Table], name: &str) -> &'static Native {
    let natives = tables.iter().flat_map(|table| table.natives);
    let found = natives.into_iter().find(|native| native.name == name);
    found.unwrap_or_else(|| panic!("no function {name}"))
}

pub fn text(bytes: &[u8]) -> Value {
    Str::new(bytes).expect("memory").into()
}

/// What a function returns, unless it throws.
pub fn call(tables: &'static [Table], name: &str, mut args: Vec<Value>) -> Option<Value> {
    native(tables, name).call(&mut Recorder::default(), &mut args, false).ok()
}

fn json(input: &[u8]) {
    let tables = ext_json::TABLES;
    let decoded = call(tables, "json_decode", vec![text(input), Value::bool(true)]);
    let is_valid = call(tables, "json_validate", vec![text(input)]);
    let Some(decoded) = decoded.filter(|decoded| !decoded.is_null()) else { return };
    assert!(is_valid.is_some_and(|valid| runtime::conv::to_bool(&valid)), "both see the same");
    // The first text may have a -0, which reads as an int and is written without its sign.
    let encode = |value: Value| call(tables, "json_encode", vec![value]);
    let decode = |value: Value| call(tables, "json_decode", vec![value, Value::bool(true)]);
    let Some(first) = encode(decoded).filter(|text| text.as_str().is_some()) else { return };
    let second = decode(first).and_then(encode);
    let third = second.clone().and_then(decode).and_then(encode);
    let as_text = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).cloned();
    assert_eq!(as_text(&second), as_text(&third), "a text that was encoded stays the same");
}

fn patterns(input: &[u8]) {
    let tables = ext_pcre::TABLES;
    call(tables, "preg_match_all", vec![text(input), text(input)]);
    call(tables, "preg_split", vec![text(input), text(input)]);
    call(tables, "preg_replace", vec![text(input), text(input), text(input)]);
}

fn dates(input: &[u8]) {
    let tables = ext_date::TABLES;
    for base in [0, 1_719_835_200, i64::MAX, i64::MIN] {
        call(tables, "strtotime", vec![text(input), Value::int(base)]);
    }
    call(tables, "date_parse", vec![text(input)]);
    call(tables, "date_parse_from_format", vec![text(input), text(input)]);
    call(tables, "date", vec![text(input), Value::int(i64::from(input.len() as u32) * 1_000_003)]);
}

fn encodings(input: &[u8]) {
    use ext_mbstring::codec::{ENCODINGS, Substitute, decode, encode};
    // Which encodings an input is for is part of what is random about it.
    let hash = input.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let chosen = |bits: u64| &ENCODINGS[bits as usize % ENCODINGS.len()];
    let (from, to) = (chosen(hash >> 40), chosen(hash >> 16 & 0xff_ffff));
    let characters = decode(from, input);
    let written = encode(to, &characters, Substitute::default());
    assert!(written.len() <= characters.len() * 16 + 16, "{} to {}", from.name, to.name);
}

fn layouts(input: &[u8]) {
    let (layout, data) = input.split_at(input.len().min(12));
    let tables = ext_standard::TABLES;
    call(tables, "unpack", vec![text(layout), text(data)]);
    for name in ["convert_uudecode", "quoted_printable_decode", "quoted_printable_encode"] {
        call(tables, name, vec![text(input)]);
    }
    call(ext_filter::TABLES, "filter_var", vec![text(input), Value::int(273)]);
    call(ext_filter::TABLES, "filter_var", vec![text(input), Value::int(274)]);
    call(ext_bcmath::TABLES, "bcadd", vec![text(layout), text(data)]);
    call(ext_tokenizer::TABLES, "token_get_all", vec![text(input)]);
}
