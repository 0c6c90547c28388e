//! Formatted output.

use runtime::conv;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::signature::{Rest, natives, text};
use crate::request::Request;

natives! {
    printf(format: Str; values) -> i64;
    sprintf(format: Str; values) -> Str;
    var_dump(value: Value; values) -> ();
}

fn printf(rq: &mut Request, format: Str, values: Rest) -> Res<i64> {
    let shown = formatted(rq, &format, &values.0)?;
    rq.output.write(&shown);
    Ok(shown.len() as i64)
}

fn sprintf(rq: &mut Request, format: Str, values: Rest) -> Res<Str> {
    let shown = formatted(rq, &format, &values.0)?;
    text(rq, &shown)
}

/// A conversion of a format: its flags, width, precision and letter.
#[derive(Default)]
struct Spec {
    left: bool,
    plus: bool,
    pad: Option<u8>,
    width: usize,
    precision: Option<usize>,
}

fn formatted(rq: &mut Request, format: &[u8], values: &[Value]) -> Res<Vec<u8>> {
    let mut shown = Vec::new();
    let mut values = values.iter();
    let mut bytes = format.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            shown.push(byte);
            continue;
        }
        let spec = spec_of(&mut bytes);
        let letter = bytes.next();
        if letter == Some(b'%') {
            shown.push(b'%');
            continue;
        }
        let Some(value) = values.next() else {
            return Err(rq.throw_error("argumentcounterror", "Too few arguments"));
        };
        let body = convert(rq, &spec, letter.unwrap_or(0), value)?;
        pad(&mut shown, &spec, &body);
    }
    Ok(shown)
}

fn spec_of(bytes: &mut std::iter::Peekable<impl Iterator<Item = u8>>) -> Spec {
    let mut spec = Spec::default();
    loop {
        match bytes.peek() {
            Some(b'-') => spec.left = true,
            Some(b'+') => spec.plus = true,
            Some(b'0') => spec.pad = Some(b'0'),
            Some(b' ') => spec.pad = Some(b' '),
            Some(b'\'') => {
                bytes.next();
                spec.pad = bytes.peek().copied();
            }
            _ => break,
        }
        bytes.next();
    }
    spec.width = number(bytes).unwrap_or(0);
    if bytes.peek() == Some(&b'.') {
        bytes.next();
        spec.precision = Some(number(bytes).unwrap_or(0).min(500));
    }
    spec
}

fn number(bytes: &mut std::iter::Peekable<impl Iterator<Item = u8>>) -> Option<usize> {
    let mut found = None;
    while let Some(digit) = bytes.peek().filter(|byte| byte.is_ascii_digit()) {
        let digit = usize::from(digit - b'0');
        found = Some((found.unwrap_or(0) * 10 + digit).min(1 << 20));
        bytes.next();
    }
    found
}

fn convert(rq: &mut Request, spec: &Spec, letter: u8, value: &Value) -> Res<Vec<u8>> {
    let sign = |negative: bool| if spec.plus && !negative { "+" } else { "" };
    Ok(match letter {
        b'd' | b'i' => {
            let int = conv::to_int(rq, value)?;
            format!("{}{int}", sign(int < 0)).into_bytes()
        }
        b'u' => (conv::to_int(rq, value)? as u64).to_string().into_bytes(),
        b'x' => format!("{:x}", conv::to_int(rq, value)?).into_bytes(),
        b'X' => format!("{:X}", conv::to_int(rq, value)?).into_bytes(),
        b'o' => format!("{:o}", conv::to_int(rq, value)?).into_bytes(),
        b'b' => format!("{:b}", conv::to_int(rq, value)?).into_bytes(),
        b'c' => vec![conv::to_int(rq, value)? as u8],
        b'f' | b'F' => {
            let float = conv::to_float(rq, value)?;
            let precision = spec.precision.unwrap_or(6);
            format!("{}{float:.precision$}", sign(float < 0.0)).into_bytes()
        }
        b's' => {
            let text = conv::to_str(rq, value)?;
            let most = spec.precision.unwrap_or(text.len()).min(text.len());
            text[..most].to_vec()
        }
        other => {
            let text = format!("Unknown format specifier \"{}\"", char::from(other));
            return Err(rq.throw_error("valueerror", &text));
        }
    })
}

fn pad(shown: &mut Vec<u8>, spec: &Spec, body: &[u8]) {
    let missing = spec.width.saturating_sub(body.len());
    let fill = spec.pad.unwrap_or(b' ');
    if spec.left {
        shown.extend_from_slice(body);
        shown.extend(std::iter::repeat_n(if fill == b'0' { b' ' } else { fill }, missing));
        return;
    }
    let signs = usize::from(fill == b'0' && matches!(body.first(), Some(b'-' | b'+')));
    shown.extend_from_slice(&body[..signs]);
    shown.extend(std::iter::repeat_n(fill, missing));
    shown.extend_from_slice(&body[signs..]);
}

fn var_dump(rq: &mut Request, value: Value, values: Rest) -> Res<()> {
    for value in std::iter::once(value).chain(values.0) {
        let mut shown = Vec::new();
        dump::value(rq, &mut shown, &value, 0);
        rq.output.write(&shown);
    }
    Ok(())
}

/// The text of `var_dump`.
mod dump {
    use runtime::array::Key;
    use runtime::conv::float_text;
    use runtime::value::{Value, View};

    use crate::request::Request;

    pub(super) fn value(rq: &mut Request, shown: &mut Vec<u8>, value: &Value, depth: usize) {
        shown.extend(std::iter::repeat_n(b' ', depth * 2));
        unindented(rq, shown, value, depth);
    }

    fn unindented(rq: &mut Request, shown: &mut Vec<u8>, value: &Value, depth: usize) {
        let text = match value.view() {
            View::Uninit | View::Null => "NULL".to_owned(),
            View::Bool(value) => format!("bool({value})"),
            View::Int(int) => format!("int({int})"),
            View::Float(float) => format!("float({})", float_text::shortest(float)),
            View::Str(text) => {
                shown.extend_from_slice(format!("string({}) \"", text.len()).as_bytes());
                shown.extend_from_slice(text);
                "\"".to_owned()
            }
            View::Array(_) => return array(rq, shown, value, depth),
            View::Object(object) => {
                let class = runtime::raise::Raise::class_name(rq, object);
                format!("object({class})#{} (0) {{\n{}}}", object.id(), " ".repeat(depth * 2))
            }
            View::Resource(resource) => format!("resource({})", resource.id()),
            View::Ref(inner) => return unindented(rq, shown, &inner.get(), depth),
        };
        shown.extend_from_slice(text.as_bytes());
        shown.push(b'\n');
    }

    fn array(rq: &mut Request, shown: &mut Vec<u8>, of: &Value, depth: usize) {
        let Some(array) = of.as_array() else { return };
        let indent = " ".repeat(depth * 2);
        if !array.enter() {
            shown.extend_from_slice(b"*RECURSION*\n");
            return;
        }
        shown.extend_from_slice(format!("array({}) {{\n", array.len()).as_bytes());
        for (key, element) in array {
            let key = match key {
                Key::Int(int) => format!("{indent}  [{int}]=>\n").into_bytes(),
                Key::Str(name) => {
                    let mut key = format!("{indent}  [\"").into_bytes();
                    key.extend_from_slice(name);
                    key.extend_from_slice(b"\"]=>\n");
                    key
                }
            };
            shown.extend_from_slice(&key);
            value(rq, shown, element, depth + 1);
        }
        array.leave();
        shown.extend_from_slice(format!("{indent}}}\n").as_bytes());
    }
}
