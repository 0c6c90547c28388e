// @generated from date.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]
#![allow(non_snake_case)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Int, Null};
use runtime::native::mask::{BOOL, FLOAT, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn date(format: &Str ["string", STRING], timestamp: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn gmdate(format: &Str ["string", STRING], timestamp: Option<i64> ["?int", INT | NULL, Null]) -> Str ["string"], MayRaise;
    fn idate(format: &Str ["string", STRING], timestamp: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn mktime(hour: i64 ["int", INT], minute: Option<i64> ["?int", INT | NULL, Null], second: Option<i64> ["?int", INT | NULL, Null], month: Option<i64> ["?int", INT | NULL, Null], day: Option<i64> ["?int", INT | NULL, Null], year: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn gmmktime(hour: i64 ["int", INT], minute: Option<i64> ["?int", INT | NULL, Null], second: Option<i64> ["?int", INT | NULL, Null], month: Option<i64> ["?int", INT | NULL, Null], day: Option<i64> ["?int", INT | NULL, Null], year: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn checkdate(month: i64 ["int", INT], day: i64 ["int", INT], year: i64 ["int", INT]) -> bool ["bool"], Pure;
    fn strtotime(datetime: &Str ["string", STRING], baseTimestamp: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn getdate(timestamp: Option<i64> ["?int", INT | NULL, Null]) -> Array ["array"], MayRaise;
    fn localtime(timestamp: Option<i64> ["?int", INT | NULL, Null], associative: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], MayRaise;
    fn strftime(format: &Str ["string", STRING], timestamp: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise @ "8.1" "use IntlDateFormatter::format() instead";
    fn gmstrftime(format: &Str ["string", STRING], timestamp: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise @ "8.1" "use IntlDateFormatter::format() instead";
    fn date_parse(datetime: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn date_parse_from_format(format: &Str ["string", STRING], datetime: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn date_default_timezone_get() -> Str ["string"], MayRaise;
    fn date_default_timezone_set(timezoneId: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn timezone_name_from_abbr(abbr: &Str ["string", STRING], utcOffset: i64 ["int", INT, Int(-1)], isDST: i64 ["int", INT, Int(-1)]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn timezone_version_get() -> Str ["string"], MayRaise;
    fn date_sunrise(timestamp: i64 ["int", INT], returnFormat: i64 ["int", INT, Int(1); "SUNFUNCS_RET_STRING"], latitude: Option<f64> ["?float", FLOAT | NULL, Null], longitude: Option<f64> ["?float", FLOAT | NULL, Null], zenith: Option<f64> ["?float", FLOAT | NULL, Null], utcOffset: Option<f64> ["?float", FLOAT | NULL, Null]) -> Value ["string|int|float|false"], MayRaise @ "8.1" "use date_sun_info() instead";
    fn date_sunset(timestamp: i64 ["int", INT], returnFormat: i64 ["int", INT, Int(1); "SUNFUNCS_RET_STRING"], latitude: Option<f64> ["?float", FLOAT | NULL, Null], longitude: Option<f64> ["?float", FLOAT | NULL, Null], zenith: Option<f64> ["?float", FLOAT | NULL, Null], utcOffset: Option<f64> ["?float", FLOAT | NULL, Null]) -> Value ["string|int|float|false"], MayRaise @ "8.1" "use date_sun_info() instead";
    fn date_sun_info(timestamp: i64 ["int", INT], latitude: f64 ["float", FLOAT], longitude: f64 ["float", FLOAT]) -> Array ["array"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "SUNFUNCS_RET_TIMESTAMP", value: Int(0) },
    Constant { name: "SUNFUNCS_RET_STRING", value: Int(1) },
    Constant { name: "SUNFUNCS_RET_DOUBLE", value: Int(2) },
    Constant { name: "DATE_ATOM", value: Bytes(b"Y-m-d\\TH:i:sP") },
    Constant { name: "DATE_COOKIE", value: Bytes(b"l, d-M-Y H:i:s T") },
    Constant { name: "DATE_ISO8601", value: Bytes(b"Y-m-d\\TH:i:sO") },
    Constant { name: "DATE_ISO8601_EXPANDED", value: Bytes(b"X-m-d\\TH:i:sP") },
    Constant { name: "DATE_RFC822", value: Bytes(b"D, d M y H:i:s O") },
    Constant { name: "DATE_RFC850", value: Bytes(b"l, d-M-y H:i:s T") },
    Constant { name: "DATE_RFC1036", value: Bytes(b"D, d M y H:i:s O") },
    Constant { name: "DATE_RFC1123", value: Bytes(b"D, d M Y H:i:s O") },
    Constant { name: "DATE_RFC7231", value: Bytes(b"D, d M Y H:i:s \\G\\M\\T") },
    Constant { name: "DATE_RFC2822", value: Bytes(b"D, d M Y H:i:s O") },
    Constant { name: "DATE_RFC3339", value: Bytes(b"Y-m-d\\TH:i:sP") },
    Constant { name: "DATE_RFC3339_EXTENDED", value: Bytes(b"Y-m-d\\TH:i:s.vP") },
    Constant { name: "DATE_RSS", value: Bytes(b"D, d M Y H:i:s O") },
    Constant { name: "DATE_W3C", value: Bytes(b"Y-m-d\\TH:i:sP") },
];
