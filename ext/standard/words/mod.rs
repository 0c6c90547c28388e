//! Words: cut out of texts, counted on, as they sound; addresses of the net as texts.

mod address;
#[rustfmt::skip]
mod r#gen;
mod hebrew;
mod phonetic;

pub use r#gen::{CONSTANTS, NATIVES};

use address::{inet_ntop, inet_pton, ip2long, long2ip};
use hebrew::hebrev;
use phonetic::metaphone;

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

/// The text that `strtok()` cuts, and how far it is.
#[derive(Default)]
struct Cut {
    text: Option<Vec<u8>>,
    at: usize,
}

fn strtok(call: &mut Call<'_>, string: &Str, token: Option<&Str>) -> Res<OrFalse<Str>> {
    let marks = token.unwrap_or(string).to_vec();
    if token.is_some() {
        *call.state::<Cut>() = Cut { text: Some(string.to_vec()), at: 0 };
    }
    let Some(text) = call.state::<Cut>().text.take() else {
        call.warn("Both arguments must be provided when starting tokenization")?;
        return Ok(OrFalse(None));
    };
    let at = call.state::<Cut>().at;
    if at >= text.len() {
        call.state::<Cut>().text = Some(text);
        return Ok(OrFalse(None));
    }
    let rest = &text[at..];
    let skipped = rest.iter().take_while(|byte| marks.contains(byte)).count();
    let word = &rest[skipped..];
    let length = word.iter().take_while(|byte| !marks.contains(byte)).count();
    if length == 0 {
        return Ok(OrFalse(None));
    }
    let found = call.str(&word[..length])?;
    *call.state::<Cut>() = Cut { at: at + skipped + length + 1, text: Some(text) };
    Ok(OrFalse(Some(found)))
}

fn stripcslashes(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len());
    let mut at = 0;
    while at < string.len() {
        let byte = string[at];
        at += 1;
        if byte != b'\\' || at == string.len() {
            if byte != b'\\' {
                out.push(byte);
            }
            continue;
        }
        let letter = string[at];
        at += 1;
        let digits = |from: usize, most: usize, base: u32| {
            let rest = string[from..].iter().take(most);
            rest.take_while(|byte| char::from(**byte).is_digit(base)).count()
        };
        let value = |from: usize, count: usize, base: u32| {
            string[from..from + count].iter().fold(0_u32, |value, byte| {
                value * base + char::from(*byte).to_digit(base).unwrap_or(0)
            }) as u8
        };
        match letter {
            b'n' => out.push(b'\n'),
            b't' => out.push(b'\t'),
            b'r' => out.push(b'\r'),
            b'a' => out.push(7),
            b'v' => out.push(11),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'x' if digits(at, 2, 16) > 0 => {
                let count = digits(at, 2, 16);
                out.push(value(at, count, 16));
                at += count;
            }
            b'0'..=b'7' => {
                let count = digits(at - 1, 3, 8);
                out.push(value(at - 1, count, 8));
                at += count - 1;
            }
            letter => out.push(letter),
        }
    }
    call.str(&out)
}

fn check_countable(call: &mut Call<'_>, string: &Str) -> Res<()> {
    if string.is_empty() {
        return Err(call.value_error(1, "must not be empty"));
    }
    if !string.iter().all(u8::is_ascii_alphanumeric) {
        return Err(call.value_error(1, "must be composed only of alphanumeric ASCII characters"));
    }
    Ok(())
}

fn str_increment(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    check_countable(call, string)?;
    let mut text = string.to_vec();
    for at in (0..text.len()).rev() {
        match text[at] {
            b'z' => text[at] = b'a',
            b'Z' => text[at] = b'A',
            b'9' => text[at] = b'0',
            _ => {
                text[at] += 1;
                return call.str(&text);
            }
        }
    }
    let first = match text[0] {
        b'0' => b'1',
        letter => letter,
    };
    text.insert(0, first);
    call.str(&text)
}

fn str_decrement(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    check_countable(call, string)?;
    let refused = |call: &mut Call<'_>| {
        let shown = String::from_utf8_lossy(string).into_owned();
        Err(call.value_error(1, format!("\"{shown}\" is out of decrement range")))
    };
    if string[0] == b'0' {
        return refused(call);
    }
    let mut text = string.to_vec();
    let mut carries = true;
    for at in (0..text.len()).rev() {
        match text[at] {
            b'a' => text[at] = b'z',
            b'A' => text[at] = b'Z',
            b'0' => text[at] = b'9',
            _ => {
                text[at] -= 1;
                carries = false;
                break;
            }
        }
    }
    if carries || text[0] == b'0' && text.len() > 1 {
        if text.len() == 1 {
            return refused(call);
        }
        text.remove(0);
    }
    call.str(&text)
}

fn utf8_encode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let text: String = string.iter().map(|byte| char::from(*byte)).collect();
    call.str(text.as_bytes())
}

fn utf8_decode(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    let mut out = Vec::with_capacity(string.len());
    for chunk in string.utf8_chunks() {
        let latin = |letter: char| u8::try_from(u32::from(letter)).unwrap_or(b'?');
        out.extend(chunk.valid().chars().map(latin));
        if !chunk.invalid().is_empty() {
            out.push(b'?');
        }
    }
    call.str(&out)
}
