//! URLs: their parts, and values as queries.

#[rustfmt::skip]
mod r#gen;
mod parse;
mod query;
mod variables;

pub use r#gen::{CONSTANTS, NATIVES};

pub use parse::Parts;
pub use query::decode;
use query::{http_build_query, parse_str};
use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::Value;
pub use variables::{Variables, variable_path};

fn parse_url(call: &mut Call<'_>, url: &Str, component: i64) -> Res<Value> {
    let Some(parts) = Parts::of(url) else { return Ok(Value::bool(false)) };
    let Parts { scheme, host, port, user, pass, path, query, fragment } = parts;
    let mut rows = Vec::new();
    for (number, name, part) in [
        (0, "scheme", &scheme),
        (1, "host", &host),
        (3, "user", &user),
        (4, "pass", &pass),
        (5, "path", &path),
        (6, "query", &query),
        (7, "fragment", &fragment),
    ] {
        if number == 3
            && let Some(port) = port
        {
            rows.push((2, "port", Value::int(port.into())));
        }
        if let Some(part) = part {
            rows.push((number, name, call.str(part)?.into()));
        }
    }
    if component == -1 {
        let mut found = Array::new();
        for (_, name, value) in rows {
            let put = found.set(Key::Str(intern(name.as_bytes()).as_str()), value);
            call.alloc(put)?;
        }
        return Ok(found.into());
    }
    if !(0..=7).contains(&component) {
        let rule = format!("must be a valid URL component identifier, {component} given");
        return Err(call.value_error(2, rule));
    }
    let found = rows.into_iter().find(|(number, ..)| *number == component);
    Ok(found.map_or(Value::NULL, |(.., value)| value))
}
