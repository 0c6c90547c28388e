//! Which values the settings of sessions may have, and when they may change.

use runtime::native::Call;
use runtime::raise::Res;

use super::{are_headers_sent, deprecate, is_active, request, session, setting, shown, warn};
use crate::request::Ini;
use crate::request::ini::{is_true, quantity};

/// Letters that the name of a cookie does not have.
const FORBIDDEN: &[u8] = b"=,;.[ \t\r\n\x0b\x0c";

/// Whether a setting may be changed to a text; warns when not.
pub fn may_change(call: &mut Call<'_>, name: &str, text: &[u8]) -> Res<bool> {
    if name.starts_with("session.upload_progress.") {
        return Ok(true);
    }
    if name.starts_with("session.trans_sid_") {
        let default = Ini::row(name.as_bytes()).and_then(|row| row.default).unwrap_or_default();
        let is_fine = text == default;
        return deprecate_unless(call, is_fine, &trans_sid_advice(name)).map(|()| true);
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
        None if name == "session.save_path" => may_keep_at(call, text),
        None => Ok(true),
    }
}

fn may_keep_at(call: &mut Call<'_>, text: &[u8]) -> Res<bool> {
    let path = text.splitn(3, |byte| *byte == b';').last().unwrap_or_default();
    if text.contains(&0) {
        return Ok(false);
    }
    if path.is_empty() || request(call).may_touch(path) {
        return Ok(true);
    }
    let function = call.native().name;
    request(call).warn_confined(function, path)?;
    Ok(false)
}

fn trans_sid_advice(name: &str) -> String {
    format!("Usage of {name} INI setting is deprecated")
}

/// What the settings name that is not there.
pub fn missing(call: &mut Call<'_>) -> Option<String> {
    let handler = setting(call, "session.save_handler").to_ascii_lowercase();
    if !matches!(handler.as_slice(), b"files" | b"user") {
        return Some(format!("save handler \"{}\"", shown(&handler)));
    }
    let serializer = setting(call, "session.serialize_handler");
    if !is_serializer(&serializer) {
        return Some(format!("serialization handler \"{}\"", shown(&serializer)));
    }
    None
}

fn is_serializer(name: &[u8]) -> bool {
    let known: [&[u8]; 3] = [b"php", b"php_binary", b"php_serialize"];
    known.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The settings that are looked at before there is a script, in PHP's order.
const AT_START: [&str; 13] = [
    "session.name",
    "session.gc_probability",
    "session.gc_divisor",
    "session.cookie_lifetime",
    "session.use_only_cookies",
    "session.referer_check",
    "session.use_trans_sid",
    "session.sid_length",
    "session.sid_bits_per_character",
    "session.upload_progress.freq",
    "session.trans_sid_tags",
    "session.trans_sid_hosts",
    "session.upload_progress.min_freq",
];

pub fn session_settings_(call: &mut Call<'_>) -> Res<()> {
    let handler = setting(call, "session.save_handler");
    if handler.eq_ignore_ascii_case(b"user") {
        let text = "Session save handler \"user\" cannot be set by ini_set()";
        request(call).show_startup_error(&format!("PHP Startup: {text}"));
        request(call).ini.forget("session.save_handler");
    }
    for name in AT_START {
        let set = request(call).ini.configured(name.as_bytes()).last();
        let Some(text) = set.map(|(_, text)| text.to_vec()) else { continue };
        let fault = match name {
            "session.upload_progress.freq" => freq_fault(&text),
            _ if name.starts_with("session.trans_sid_") => {
                let default = Ini::row(name.as_bytes()).and_then(|row| row.default);
                if text != default.unwrap_or_default() {
                    deprecate(call, &trans_sid_advice(name))?;
                }
                None
            }
            _ => fault(call, name, &text)?,
        };
        if let Some(fault) = fault {
            warn(call, &fault)?;
            request(call).ini.forget(name);
        }
    }
    Ok(())
}

fn freq_fault(text: &[u8]) -> Option<String> {
    let number = quantity(text);
    let name = "session.upload_progress.freq";
    if number < 0 {
        return Some(format!("{name} must be greater than or equal to 0"));
    }
    (text.ends_with(b"%") && number > 100)
        .then(|| format!("{name} must be less than or equal to 100%"))
}

/// What is wrong with a text; tells what is advised against.
fn fault(call: &mut Call<'_>, name: &str, text: &[u8]) -> Res<Option<String>> {
    let number = quantity(text);
    Ok(match name {
        "session.name" => name_fault(text),
        "session.save_handler" => handler_fault(call, text),
        "session.serialize_handler" => {
            let is_known = is_serializer(text);
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
    if is_fine { Ok(()) } else { deprecate(call, text) }
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
