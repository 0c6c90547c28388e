//! The text of a request: what the context says, and what it leaves out.

use runtime::conv;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::notify::{self, event};
use super::url::Url;
use crate::layer::{codec, context, library};

/// How a request came about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The script asked for it.
    Script,
    /// An answer sent it elsewhere; it fetches.
    Redirect,
    /// The same, but it does again what was asked for.
    Repeat,
}

/// An option of the context for `http`.
pub fn option(call: &mut Call<'_>, context: Option<&Value>, name: &str) -> Option<Value> {
    context::option(call, context, "http", name)
}

/// An option that is text and not empty.
pub fn text(call: &mut Call<'_>, context: Option<&Value>, name: &str) -> Option<Vec<u8>> {
    let value = option(call, context, name)?;
    value.as_str().map(|text| text.to_vec()).filter(|text| !text.is_empty())
}

/// The headers of the script, as it wrote them.
struct Own {
    text: Vec<u8>,
    lower: Vec<u8>,
}

impl Own {
    fn read(call: &mut Call<'_>, context: Option<&Value>) -> Option<Self> {
        let given = option(call, context, "header")?;
        let text = match given.as_array() {
            Some(lines) => {
                let lines = lines.iter().filter_map(|(_, line)| line.unboxed().as_str().cloned());
                lines.flat_map(|line| [line.as_bytes(), b"\r\n"].concat()).collect()
            }
            None => given.as_str()?.to_vec(),
        };
        let is_blank = |byte: &u8| b" \n\r\t\x0b\0".contains(byte);
        let start = text.iter().position(|byte| !is_blank(byte))?;
        let end = text.iter().rposition(|byte| !is_blank(byte))?;
        let text = text[start..=end].to_vec();
        let lower = text.to_ascii_lowercase();
        Some(Self { text, lower })
    }

    /// Where a header begins that is at the start of a line.
    fn find(&self, name: &[u8]) -> Option<usize> {
        let mut places = self.lower.windows(name.len()).enumerate();
        let begins = |at: usize| at == 0 || self.lower[..at].ends_with(b"\r\n");
        places.find(|(at, window)| *window == name && begins(*at)).map(|(at, _)| at)
    }

    fn has(&self, name: &[u8]) -> bool {
        self.find(name).is_some()
    }

    fn remove(&mut self, name: &[u8]) {
        let Some(start) = self.find(name) else { return };
        let end = self.lower[start..].iter().position(|byte| *byte == b'\n');
        let end = end.map_or(self.lower.len(), |at| start + at + 1);
        self.text.drain(start..end);
        self.lower.drain(start..end);
    }
}

/// The text of a request for `url`, which was written as `path`.
pub fn compose(
    call: &mut Call<'_>,
    context: Option<&Value>,
    (path, url): (&[u8], &Url),
    origin: Origin,
) -> Res<Vec<u8>> {
    let mut out = first_line(call, context, (path, url), origin)?;
    let mut own = Own::read(call, context);
    if let Some(own) = own.as_mut().filter(|_| origin == Origin::Redirect) {
        own.remove(b"content-length:");
        own.remove(b"content-type:");
    }
    let has = |name: &[u8]| own.as_ref().is_some_and(|own| own.has(name));
    let mut add = |name: &str, value: &[u8]| {
        out.extend_from_slice(&[name.as_bytes(), b": ", value, b"\r\n"].concat());
    };
    if let Some(user) = url.user.as_ref().filter(|_| !has(b"authorization:")) {
        let password = url.password.as_deref().unwrap_or_default();
        let pair = [&codec::url_decoded(user)[..], b":", &codec::url_decoded(password)].concat();
        let pair = Value::from(call.str(&pair)?);
        let encoded = library(call, "base64_encode", &[pair])?;
        let encoded = encoded.as_str().map(|text| text.to_vec()).unwrap_or_default();
        add("Authorization", &[b"Basic ", &encoded[..]].concat());
        notify::info(call, context, event::AUTH_REQUIRED, None)?;
    }
    let from = call.host().setting("from").filter(|from| !from.is_empty());
    if let Some(from) = from.filter(|_| !has(b"from:")) {
        add("From", &from);
    }
    if !has(b"host:") {
        add("Host", &url.place());
    }
    if !has(b"connection:") {
        add("Connection", b"close");
    }
    let agent = option(call, context, "user_agent").and_then(|agent| agent.as_str().cloned());
    let agent = agent.map(|agent| agent.to_vec()).or_else(|| call.host().setting("user_agent"));
    if let Some(agent) = agent.filter(|agent| !agent.is_empty() && !has(b"user-agent:")) {
        add("User-Agent", &agent);
    }
    let content = text(call, context, "content").filter(|_| origin != Origin::Redirect);
    if let Some(content) = content.as_ref().filter(|_| !has(b"content-length:")) {
        add("Content-Length", content.len().to_string().as_bytes());
    }
    let has_type = has(b"content-type:");
    if let Some(own) = own.filter(|own| !own.text.is_empty()) {
        out.extend_from_slice(&[&own.text[..], b"\r\n"].concat());
    }
    if content.is_some() && !has_type {
        out.extend_from_slice(b"Content-Type: application/x-www-form-urlencoded\r\n");
        call.notice("Content-type not specified assuming application/x-www-form-urlencoded")?;
    }
    out.extend_from_slice(b"\r\n");
    out.extend(content.into_iter().flatten());
    Ok(out)
}

/// `GET /path?query HTTP/1.1`.
fn first_line(
    call: &mut Call<'_>,
    context: Option<&Value>,
    (path, url): (&[u8], &Url),
    origin: Origin,
) -> Res<Vec<u8>> {
    let is_allowed =
        |method: &Vec<u8>| origin != Origin::Redirect || matches!(&method[..], b"GET" | b"HEAD");
    let method = text(call, context, "method").filter(is_allowed);
    let mut out = method.unwrap_or_else(|| b"GET".to_vec());
    out.push(b' ');
    if wants_whole_name(call, context) {
        out.extend_from_slice(path);
    } else {
        out.extend_from_slice(if url.path.is_empty() { b"/" } else { &url.path });
        if let Some(query) = &url.query {
            out.extend_from_slice(&[b"?", &query[..]].concat());
        }
    }
    let version = match option(call, context, "protocol_version") {
        Some(version) => conv::to_float(call.rq(), &version)?,
        None => 1.1,
    };
    out.extend_from_slice(format!(" HTTP/{version:.1}\r\n").as_bytes());
    Ok(out)
}

/// Whether the first line has the whole name, as proxies want it.
pub fn wants_whole_name(call: &mut Call<'_>, context: Option<&Value>) -> bool {
    option(call, context, "request_fulluri").is_some_and(|wants| conv::to_bool(&wants))
}
