//! Where paths lead, and what the request brought.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

/// The body of the request.
#[derive(Default)]
pub struct Body(pub Vec<u8>);

/// The folders of the setting `include_path`.
pub fn include_path(call: &mut Call<'_>) -> Vec<Vec<u8>> {
    let name = Value::from(runtime::string::intern(b"get_include_path"));
    let found: Res<Value> = match call.host().callable(&name) {
        Ok(callable) => call.call(&callable, &[]),
        Err(_) => return Vec::new(),
    };
    let path = found.ok().and_then(|path| path.as_str().map(|path| path.to_vec()));
    let path = path.unwrap_or_default();
    path.split(|byte| *byte == b':').map(<[u8]>::to_vec).collect()
}
