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
    let named = path.split(|byte| *byte == b':').filter(|folder| !folder.is_empty());
    let mut folders: Vec<Vec<u8>> = named.map(<[u8]>::to_vec).collect();
    // PHP: the folder of the script comes last.
    let script = super::library(call, "get_included_files", &[]).ok();
    let script = script.as_ref().and_then(|paths| paths.as_array()?.get_int(0)?.as_str().cloned());
    if let Some(script) = script
        && let Some(end) = script.iter().rposition(|byte| *byte == b'/')
    {
        folders.push(script[..end].to_vec());
    }
    folders
}
