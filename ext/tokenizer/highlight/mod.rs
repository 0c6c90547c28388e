//! Sources for people, in colours, and for machines, without blanks.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;
use syntax::parser::ParseOptions;
use syntax::token::*;
use syntax::tokenizer::Tokens;

const COMMENT: &str = "#FF8000";
const DEFAULT: &str = "#0000BB";
const HTML: &str = "#000000";
const KEYWORD: &str = "#007700";
const STRING: &str = "#DD0000";

/// The colour of a token; blanks have none.
fn colour(kind: TokenKind) -> Option<&'static str> {
    Some(match kind {
        T_INLINE_HTML => HTML,
        T_COMMENT | T_DOC_COMMENT => COMMENT,
        T_OPEN_TAG | T_OPEN_TAG_WITH_ECHO | T_CLOSE_TAG | T_LINE | T_FILE | T_DIR | T_TRAIT_C
        | T_METHOD_C | T_FUNC_C | T_PROPERTY_C | T_NS_C | T_CLASS_C => DEFAULT,
        T_ENCAPSED_AND_WHITESPACE | T_CONSTANT_ENCAPSED_STRING => STRING,
        T_WHITESPACE => return None,
        T_STRING
        | T_VARIABLE
        | T_LNUMBER
        | T_DNUMBER
        | T_NAME_QUALIFIED
        | T_NAME_FULLY_QUALIFIED
        | T_NAME_RELATIVE
        | T_NUM_STRING
        | T_STRING_VARNAME => DEFAULT,
        kind if kind.as_byte() == Some(b'"') => STRING,
        _ => KEYWORD,
    })
}

fn add_html(out: &mut Vec<u8>, text: &[u8]) {
    for &byte in text {
        match byte {
            b'<' => out.extend_from_slice(b"&lt;"),
            b'>' => out.extend_from_slice(b"&gt;"),
            b'&' => out.extend_from_slice(b"&amp;"),
            b'\t' => out.extend_from_slice(b"    "),
            byte => out.push(byte),
        }
    }
}

fn html(source: &[u8]) -> Vec<u8> {
    let mut out = format!("<pre><code style=\"color: {HTML}\">").into_bytes();
    let mut last = HTML;
    for token in Tokens::new(source, ParseOptions::default().lex, &[]) {
        if let Some(next) = colour(token.kind).filter(|next| *next != last) {
            if last != HTML {
                out.extend_from_slice(b"</span>");
            }
            last = next;
            if last != HTML {
                out.extend_from_slice(format!("<span style=\"color: {last}\">").as_bytes());
            }
        }
        add_html(&mut out, token.text(source));
    }
    if last != HTML {
        out.extend_from_slice(b"</span>");
    }
    out.extend_from_slice(b"</code></pre>");
    out
}

fn show(call: &mut Call<'_>, source: &[u8], returns: bool) -> Res<Value> {
    let text = html(source);
    if returns {
        return Ok(call.str(&text)?.into());
    }
    call.write(&text)?;
    Ok(Value::bool(true))
}

/// The bytes of a file; none after a warning.
fn contents(call: &mut Call<'_>, filename: &Str) -> Res<Option<Vec<u8>>> {
    match fs::read(Path::new(OsStr::from_bytes(filename))) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => {
            let text = error.to_string();
            let reason = text.split(" (os error").next().unwrap_or(&text).to_owned();
            let name = String::from_utf8_lossy(filename).into_owned();
            let function = call.native().name;
            let text = format!("{function}({name}): Failed to open stream: {reason}");
            call.rq().report(runtime::message::Message::Warning { text })?;
            Ok(None)
        }
    }
}

fn highlight_string(call: &mut Call<'_>, string: &Str, r#return: bool) -> Res<Value> {
    show(call, string, r#return)
}

fn highlight_file(call: &mut Call<'_>, filename: &Str, r#return: bool) -> Res<Value> {
    match contents(call, filename)? {
        Some(source) => show(call, &source, r#return),
        None => {
            let name = String::from_utf8_lossy(filename).into_owned();
            call.warn(format!("Failed opening '{name}' for highlighting"))?;
            Ok(Value::bool(false))
        }
    }
}

fn php_strip_whitespace(call: &mut Call<'_>, filename: &Str) -> Res<Str> {
    let Some(source) = contents(call, filename)? else {
        let name = String::from_utf8_lossy(filename).into_owned();
        call.warn(format!("Failed opening '{name}' for highlighting"))?;
        return call.str(b"");
    };
    let stripped = stripped(&source);
    call.str(&stripped)
}

fn stripped(source: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut after_blank = false;
    let mut tokens = Tokens::new(source, ParseOptions::default().lex, &[]);
    while let Some(token) = tokens.next() {
        match token.kind {
            T_WHITESPACE if !after_blank => {
                out.push(b' ');
                after_blank = true;
            }
            T_WHITESPACE | T_COMMENT | T_DOC_COMMENT => {}
            T_END_HEREDOC => {
                out.extend_from_slice(token.text(source));
                if let Some(next) = tokens.next().filter(|next| next.kind != T_WHITESPACE) {
                    out.extend_from_slice(next.text(source));
                }
                out.push(b'\n');
                after_blank = true;
            }
            _ => {
                out.extend_from_slice(token.text(source));
                after_blank = false;
            }
        }
    }
    out
}
