//! The functions of tokens.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use bumpalo::Bump;
use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{self, Str};
use runtime::value::Value;
use syntax::parser::{ParseOptions, parse};
use syntax::token::{T_PAAMAYIM_NEKUDOTAYIM, Token, TokenKind};
use syntax::tokenizer::Tokens;

const TOKEN_PARSE: i64 = 1;

fn token_get_all(call: &mut Call<'_>, code: &Str, flags: i64) -> Res<Array> {
    let options = ParseOptions::default();
    let mut names = Vec::new();
    if flags & TOKEN_PARSE != 0 {
        let arena = Bump::new();
        let parsed = parse(&arena, code, options);
        if let Some(first) = parsed.diagnostics.first() {
            let text = String::from_utf8_lossy(&first.message).into_owned();
            return Err(call.host().throw_on_line("ParseError", &text, first.line));
        }
        names = parsed.keyword_names;
        names.sort_unstable();
    }
    let mut array = Array::new();
    for (number, token) in Tokens::new(code, options.lex, &names).enumerate() {
        let value = shown(call, code, &token)?;
        let set = array.set(Key::Int(number as i64), value);
        call.alloc(set)?;
    }
    Ok(array)
}

/// A token of one character is that, another its number, text and line.
fn shown(call: &mut Call<'_>, code: &Str, token: &Token) -> Res<Value> {
    let text = token.text(code);
    if let (Some(byte), true) = (token.kind.as_byte(), text.len() == 1) {
        return Ok(string::one_byte(byte).to_str().into());
    }
    let text = call.str(text)?;
    if token.kind.as_byte().is_some() {
        return Ok(text.into());
    }
    let (kind, line) = (i64::from(token.kind.0), i64::from(token.line));
    Ok(call.list([Value::int(kind), text.into(), Value::int(line)])?.into())
}

fn token_name(call: &mut Call<'_>, id: i64) -> Res<Str> {
    let kind = u16::try_from(id).ok().map(TokenKind).filter(|kind| kind.as_byte().is_none());
    let name = match kind {
        // PHP: of its two names this one is told.
        Some(T_PAAMAYIM_NEKUDOTAYIM) => Some("T_DOUBLE_COLON"),
        kind => kind.and_then(TokenKind::name),
    };
    call.str(name.unwrap_or("UNKNOWN").as_bytes())
}
