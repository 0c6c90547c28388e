//! Options of parsers.

use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

use super::{Target, state};

const CASE_FOLDING: i64 = 1;
const TARGET_ENCODING: i64 = 2;
const SKIP_TAGSTART: i64 = 3;
const SKIP_WHITE: i64 = 4;
const PARSE_HUGE: i64 = 5;

fn no_option(call: &mut Call<'_>) -> Halt {
    call.value_error(2, "must be a XML_OPTION_* constant")
}

pub fn xml_parser_set_option(
    call: &mut Call<'_>,
    parser: &Value,
    option: i64,
    value: &Value,
) -> Res<bool> {
    let value = value.unboxed();
    if !matches!(value.view(), View::Bool(_) | View::Int(_) | View::Str(_)) {
        let given = conv::type_name(call.rq(), value);
        call.warn(format!("Argument #3 ($value) must be of type string|int|bool, {given} given"))?;
    }
    let is_on = conv::to_bool(value);
    if state(call, parser).is_none() {
        return Ok(false);
    }
    match option {
        SKIP_TAGSTART => {
            let count = conv::to_int(call.rq(), value)?;
            if !(0..=i64::from(i32::MAX)).contains(&count) {
                let text = "Argument #3 ($value) must be between 0 and 2147483647 for option \
                            XML_OPTION_SKIP_TAGSTART";
                call.warn(text)?;
                return Ok(false);
            }
            if let Some(known) = state(call, parser) {
                known.skips = count as usize;
            }
        }
        TARGET_ENCODING => {
            let name = call.to_str(value)?;
            let Some(target) = Target::named(&name) else {
                return Err(call.value_error(3, "is not a supported target encoding"));
            };
            if let Some(known) = state(call, parser) {
                known.target = target;
            }
        }
        PARSE_HUGE if state(call, parser).is_some_and(|known| known.is_running) => {
            let text = "Cannot change option XML_OPTION_PARSE_HUGE while parsing".to_owned();
            return Err(call.throw(Message::Refused { text }));
        }
        CASE_FOLDING | SKIP_WHITE | PARSE_HUGE => {
            let Some(known) = state(call, parser) else { return Ok(false) };
            match option {
                CASE_FOLDING => known.folds = is_on,
                SKIP_WHITE => known.skips_blanks = is_on,
                _ => known.is_huge = is_on,
            }
        }
        _ => return Err(no_option(call)),
    }
    Ok(true)
}

pub fn xml_parser_get_option(call: &mut Call<'_>, parser: &Value, option: i64) -> Res<Value> {
    let Some(known) = state(call, parser) else { return Ok(Value::bool(false)) };
    let value = match option {
        CASE_FOLDING => Value::bool(known.folds),
        SKIP_TAGSTART => Value::int(known.skips as i64),
        SKIP_WHITE => Value::bool(known.skips_blanks),
        PARSE_HUGE => Value::bool(known.is_huge),
        TARGET_ENCODING => {
            let name = known.target.name();
            return Ok(call.str(name.as_bytes())?.into());
        }
        _ => return Err(no_option(call)),
    };
    Ok(value)
}
