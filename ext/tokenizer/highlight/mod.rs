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
use syntax::lexer::LexOptions;
use syntax::parser::ParseOptions;
use syntax::token::*;
use syntax::tokenizer::Tokens;

/// What is coloured alike: the settings `highlight.…` name a colour for each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Comments.
    Comment,
    /// Names, numbers, tags.
    Default,
    /// What stands outside of script.
    Html,
    /// Words and signs of the language.
    Keyword,
    /// Text in quotes.
    String,
}

use Part::{Comment, Default, Html, Keyword, String as Quoted};

/// Each part, its setting, and its colour when that is not set.
const PARTS: [(Part, &str, &str); 5] = [
    (Comment, "highlight.comment", "#FF8000"),
    (Default, "highlight.default", "#0000BB"),
    (Html, "highlight.html", "#000000"),
    (Keyword, "highlight.keyword", "#007700"),
    (Quoted, "highlight.string", "#DD0000"),
];

/// The colours of the parts.
pub struct Colours([Vec<u8>; PARTS.len()]);

impl Colours {
    /// The colours that the settings name, which `setting` looks up.
    pub fn new(mut setting: impl FnMut(&str) -> Option<Vec<u8>>) -> Self {
        Self(PARTS.map(|(_, name, usual)| setting(name).unwrap_or_else(|| usual.into())))
    }

    fn of(&self, part: Part) -> &[u8] {
        &self.0[part as usize]
    }
}

/// What a token is a part of; blanks are none.
fn part(kind: TokenKind) -> Option<Part> {
    Some(match kind {
        T_INLINE_HTML => Html,
        T_COMMENT | T_DOC_COMMENT => Comment,
        T_OPEN_TAG | T_OPEN_TAG_WITH_ECHO | T_CLOSE_TAG | T_LINE | T_FILE | T_DIR | T_TRAIT_C
        | T_METHOD_C | T_FUNC_C | T_PROPERTY_C | T_NS_C | T_CLASS_C => Default,
        T_ENCAPSED_AND_WHITESPACE | T_CONSTANT_ENCAPSED_STRING => Quoted,
        T_WHITESPACE => return None,
        T_STRING
        | T_VARIABLE
        | T_LNUMBER
        | T_DNUMBER
        | T_NAME_QUALIFIED
        | T_NAME_FULLY_QUALIFIED
        | T_NAME_RELATIVE
        | T_NUM_STRING
        | T_STRING_VARNAME => Default,
        kind if kind.as_byte() == Some(b'"') => Quoted,
        _ => Keyword,
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

/// A source as a page shows it, in colours.
pub fn html(source: &[u8], colours: &Colours, options: LexOptions) -> Vec<u8> {
    let mut out = [b"<pre><code style=\"color: ", colours.of(Html), b"\">"].concat();
    let mut last = Html;
    let is_plain = |part: Part| colours.of(part) == colours.of(Html);
    for token in Tokens::new(source, options, &[]) {
        if let Some(next) = part(token.kind).filter(|next| colours.of(*next) != colours.of(last)) {
            if !is_plain(last) {
                out.extend_from_slice(b"</span>");
            }
            last = next;
            if !is_plain(last) {
                let span = [b"<span style=\"color: ", colours.of(last), b"\">"].concat();
                out.extend_from_slice(&span);
            }
        }
        add_html(&mut out, token.text(source));
    }
    if !is_plain(last) {
        out.extend_from_slice(b"</span>");
    }
    out.extend_from_slice(b"</code></pre>");
    out
}

fn show(call: &mut Call<'_>, source: &[u8], returns: bool) -> Res<Value> {
    let colours = Colours::new(|name| call.host().setting(name));
    let text = html(source, &colours, ParseOptions::default().lex);
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
