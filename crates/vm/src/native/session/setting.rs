//! Which values the settings of sessions may have, and when they may change.

use runtime::native::Call;
use runtime::raise::Res;

use super::{are_headers_sent, is_active, request, session, shown};
use crate::request::ini::{is_true, quantity};

/// Letters that the name of a cookie does not have.
const FORBIDDEN: &[u8] = b"=,;.[ \t\r\n\x0b\x0c";

/// Whether a setting may be changed to a text; warns when not.
pub fn may_change(call: &mut Call<'_>, name: &str, text: &[u8]) -> Res<bool> {
    if name.starts_with("session.upload_progress.") || name.starts_with("session.trans_sid_") {
        return Ok(true);
    }
    if is_active(call) {
        call.warn("Session ini settings cannot be changed when a session is active")?;
        return Ok(false);
    }
    if are_headers_sent(call) {
        let text = "Session ini settings cannot be changed after headers have already been sent";
        call.warn(text)?;
        return Ok(false);
    }
    let fault = fault(call, name, text)?;
    match fault {
        Some(fault) => call.warn(fault).map(|()| false),
        None => Ok(name != "session.save_path" || may_keep_at(call, text)),
    }
}

fn may_keep_at(call: &mut Call<'_>, text: &[u8]) -> bool {
    let path = text.splitn(3, |byte| *byte == b';').last().unwrap_or_default();
    !text.contains(&0) && (path.is_empty() || request(call).may_touch(path))
}

/// What is wrong with a text; tells what is advised against.
fn fault(call: &mut Call<'_>, name: &str, text: &[u8]) -> Res<Option<String>> {
    let number = quantity(text);
    Ok(match name {
        "session.name" => name_fault(text),
        "session.save_handler" => handler_fault(call, text),
        "session.serialize_handler" => {
            let known: [&[u8]; 3] = [b"php", b"php_binary", b"php_serialize"];
            let is_known = known.iter().any(|known| text.eq_ignore_ascii_case(known));
            let fault = format!("Serialization handler \"{}\" cannot be found", shown(text));
            (!is_known).then_some(fault)
        }
        "session.cookie_lifetime" => {
            (number < 0).then(|| "CookieLifetime cannot be negative".to_owned())
        }
        "session.gc_probability" => (number < 0)
            .then(|| "session.gc_probability must be greater than or equal to 0".to_owned()),
        "session.gc_divisor" => {
            (number <= 0).then(|| "session.gc_divisor must be greater than 0".to_owned())
        }
        "session.sid_length" => {
            deprecate_unless(call, text == b"32", "session.sid_length INI setting is deprecated")?;
            outside(text, (22, 256), name)
        }
        "session.sid_bits_per_character" => {
            let advice = "session.sid_bits_per_character INI setting is deprecated";
            deprecate_unless(call, text == b"4", advice)?;
            outside(text, (4, 6), name)
        }
        "session.use_only_cookies" => {
            let advice = "Disabling session.use_only_cookies INI setting is deprecated";
            deprecate_unless(call, is_true(text), advice)?;
            None
        }
        "session.use_trans_sid" => {
            let advice = "Enabling session.use_trans_sid INI setting is deprecated";
            deprecate_unless(call, !is_true(text), advice)?;
            None
        }
        "session.referer_check" => {
            let advice = "Usage of session.referer_check INI setting is deprecated";
            deprecate_unless(call, text.is_empty(), advice)?;
            None
        }
        _ => None,
    })
}

fn deprecate_unless(call: &mut Call<'_>, is_fine: bool, text: &str) -> Res<()> {
    if is_fine { Ok(()) } else { call.deprecate(text) }
}

fn outside(text: &[u8], (least, most): (i64, i64), name: &str) -> Option<String> {
    let number: Option<i64> = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
    let fits = number.is_some_and(|number| (least..=most).contains(&number));
    let text = format!("session.configuration \"{name}\" must be between {least} and {most}");
    (!fits).then_some(text)
}

fn name_fault(text: &[u8]) -> Option<String> {
    let is_number = runtime::conv::numeric::whole(text).is_some();
    let has_forbidden = text.iter().any(|byte| *byte == 0 || FORBIDDEN.contains(byte));
    if !text.is_empty() && !is_number && !has_forbidden {
        return None;
    }
    let end = text.iter().position(|byte| *byte == 0).unwrap_or(text.len());
    Some(format!(
        "session.name \"{}\" must not be numeric, empty, contain null bytes or any of the \
         following characters \"=,;.[ \\t\\r\\n\\013\\014\"",
        shown(&text[..end])
    ))
}

fn handler_fault(call: &mut Call<'_>, text: &[u8]) -> Option<String> {
    if text.eq_ignore_ascii_case(b"user") {
        return Some("Session save handler \"user\" cannot be set by ini_set()".to_owned());
    }
    if !text.eq_ignore_ascii_case(b"files") {
        return Some(format!("Session save handler \"{}\" cannot be found", shown(text)));
    }
    session(call).has_default = true;
    None
}
