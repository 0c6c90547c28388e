//! Functions on texts.

mod bytes;
mod case;
#[rustfmt::skip]
mod r#gen;
mod kana;
mod part;
mod search;
mod width;

pub use r#gen::{CONSTANTS, NATIVES};

use crate::charset::{encoding, written};
use crate::codec::{Encoding, Kind, decode};
use bytes::{mb_str_split, mb_strcut};
use case::Case;
use kana::mb_convert_kana;
use part::{mb_ltrim, mb_rtrim, mb_trim};
use part::{mb_str_pad, mb_strimwidth, mb_substr};
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use search::{Sameness, Way, searched, utf8};

fn mb_strlen(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<i64> {
    let encoding = self::encoding(call, encoding, 2)?;
    let length = match (encoding.kind, string.as_utf8()) {
        (Kind::Utf8, Some(text)) => text.chars().count(),
        _ => match encoding.width() {
            Some(width) => string.len() / width,
            None => decode(encoding, string).len(),
        },
    };
    Ok(length as i64)
}

struct Hunt<'a> {
    haystack: &'a Str,
    needle: &'a Str,
    offset: i64,
    encoding: &'static Encoding,
}

fn position(call: &mut Call<'_>, hunt: &Hunt<'_>, how: (Way, Sameness)) -> Res<OrFalse<i64>> {
    let haystack = searched(hunt.encoding, hunt.haystack, how.1);
    let needle = searched(hunt.encoding, hunt.needle, how.1);
    let found = search::find(call, (&haystack, &needle), hunt.offset, how.0)?;
    Ok(OrFalse(found.map(|at| at as i64)))
}

/// The part of the haystack from the needle on, or before it.
fn around(
    call: &mut Call<'_>,
    hunt: &Hunt<'_>,
    before: bool,
    how: (Way, Sameness),
) -> Res<OrFalse<Str>> {
    let haystack = searched(hunt.encoding, hunt.haystack, how.1);
    let needle = searched(hunt.encoding, hunt.needle, how.1);
    let Some(at) = search::find(call, (&haystack, &needle), 0, how.0)? else {
        return Ok(OrFalse(None));
    };
    let text = decode(hunt.encoding, hunt.haystack);
    let at = at.min(text.len());
    let part = if before { &text[..at] } else { &text[at..] };
    Ok(OrFalse(Some(written(call, hunt.encoding, part)?)))
}

macro_rules! positions {
    ($($name:ident = $way:ident, $sameness:ident;)+) => {$(
        fn $name(
            call: &mut Call<'_>,
            haystack: &Str,
            needle: &Str,
            offset: i64,
            encoding: Option<&Str>,
        ) -> Res<OrFalse<i64>> {
            let encoding = self::encoding(call, encoding, 4)?;
            let hunt = Hunt { haystack, needle, offset, encoding };
            position(call, &hunt, (Way::$way, Sameness::$sameness))
        }
    )+};
}
positions! {
    mb_strpos = First, Exact;
    mb_strrpos = Last, Exact;
    mb_stripos = First, AnyCase;
    mb_strripos = Last, AnyCase;
}

macro_rules! surroundings {
    ($($name:ident = $way:ident, $sameness:ident;)+) => {$(
        fn $name(
            call: &mut Call<'_>,
            haystack: &Str,
            needle: &Str,
            before_needle: bool,
            encoding: Option<&Str>,
        ) -> Res<OrFalse<Str>> {
            let encoding = self::encoding(call, encoding, 4)?;
            let hunt = Hunt { haystack, needle, offset: 0, encoding };
            around(call, &hunt, before_needle, (Way::$way, Sameness::$sameness))
        }
    )+};
}
surroundings! {
    mb_strstr = First, Exact;
    mb_strrchr = Last, Exact;
    mb_stristr = First, AnyCase;
    mb_strrichr = Last, AnyCase;
}

fn mb_substr_count(
    call: &mut Call<'_>,
    haystack: &Str,
    needle: &Str,
    encoding: Option<&Str>,
) -> Res<i64> {
    let encoding = self::encoding(call, encoding, 3)?;
    if needle.is_empty() {
        return Err(call.value_error(2, "must not be empty"));
    }
    let (haystack, needle) = (utf8(encoding, haystack), utf8(encoding, needle));
    if needle.is_empty() {
        return Err(call.value_error(2, "must not be empty"));
    }
    let (mut count, mut at) = (0, 0);
    while let Some(found) = search::first(&haystack[at..], &needle) {
        count += 1;
        at += found + needle.len();
    }
    Ok(count)
}

fn mb_strwidth(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<i64> {
    let encoding = self::encoding(call, encoding, 2)?;
    Ok(width::of_text(&decode(encoding, string)) as i64)
}

fn cased(call: &mut Call<'_>, string: &Str, encoding: &Encoding, case: Case) -> Res<Str> {
    if matches!(encoding.kind, Kind::Utf8) && string.is_ascii() {
        match case {
            Case::Upper | Case::UpperSimple => return call.str(&string.to_ascii_uppercase()),
            Case::Lower | Case::LowerSimple | Case::Fold | Case::FoldSimple => {
                return call.str(&string.to_ascii_lowercase());
            }
            Case::Title | Case::TitleSimple => {}
        }
    }
    let text = case::convert_in(encoding, &decode(encoding, string), case);
    written(call, encoding, &text)
}

fn mb_convert_case(
    call: &mut Call<'_>,
    string: &Str,
    mode: i64,
    encoding: Option<&Str>,
) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 3)?;
    match Case::of(mode) {
        Some(case) => cased(call, string, encoding, case),
        None => Err(call.value_error(2, "must be one of the MB_CASE_* constants")),
    }
}

fn mb_strtoupper(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 2)?;
    cased(call, string, encoding, Case::Upper)
}

fn mb_strtolower(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 2)?;
    cased(call, string, encoding, Case::Lower)
}

fn first_cased(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>, case: Case) -> Res<Str> {
    let encoding = self::encoding(call, encoding, 2)?;
    let text = decode(encoding, string);
    let Some((first, rest)) = text.split_first() else { return Ok(string.clone()) };
    let mut out = case::convert_in(encoding, &[*first], case);
    out.extend_from_slice(rest);
    written(call, encoding, &out)
}

fn mb_ucfirst(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<Str> {
    first_cased(call, string, encoding, Case::Title)
}

fn mb_lcfirst(call: &mut Call<'_>, string: &Str, encoding: Option<&Str>) -> Res<Str> {
    first_cased(call, string, encoding, Case::Lower)
}
