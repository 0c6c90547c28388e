//! The parts of a name of the web.

use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use crate::layer::{context, library};

/// Where a request goes, and what it asks for.
#[derive(Clone, Default)]
pub struct Url {
    pub scheme: Vec<u8>,
    pub host: Vec<u8>,
    pub port: u16,
    pub user: Option<Vec<u8>>,
    pub password: Option<Vec<u8>>,
    pub path: Vec<u8>,
    pub query: Option<Vec<u8>>,
}

/// The port of `http:`.
const PORT: u16 = 80;
/// The port of `ftp:`.
const FILE_PORT: u16 = 21;
/// The port of `https:`.
const SECURE_PORT: u16 = 443;

impl Url {
    /// The parts of a name; none when it is no name of the web.
    pub fn parse(call: &mut Call<'_>, text: &[u8]) -> Res<Option<Self>> {
        let text = Value::from(call.str(text)?);
        let parts = library(call, "parse_url", &[text])?;
        let Some(parts) = parts.as_array() else { return Ok(None) };
        let part = |name: &str| text_of(parts, name);
        let (Some(scheme), Some(host)) = (part("scheme"), part("host")) else { return Ok(None) };
        let port = context::named(parts, "port").and_then(Value::as_int);
        let mut url = Self {
            scheme,
            host,
            port: port.and_then(|port| u16::try_from(port).ok()).unwrap_or(0),
            user: part("user"),
            password: part("pass"),
            path: part("path").unwrap_or_default(),
            query: part("query"),
        };
        if url.port == 0 {
            url.port = url.usual_port();
        }
        Ok(Some(url))
    }

    /// Whether the transport is encrypted.
    pub fn is_secure(&self) -> bool {
        self.scheme.len() > 4
    }

    fn usual_port(&self) -> u16 {
        match self.is_secure() {
            _ if self.scheme.eq_ignore_ascii_case(b"ftp") => FILE_PORT,
            true => SECURE_PORT,
            false => PORT,
        }
    }

    /// The host, and the port where it is not the usual one.
    pub fn place(&self) -> Vec<u8> {
        let mut place = self.host.clone();
        if self.port != self.usual_port() {
            place.extend_from_slice(format!(":{}", self.port).as_bytes());
        }
        place
    }

    /// The name that a `Location` means which stands in an answer from here.
    pub fn follow(&self, location: &[u8]) -> Vec<u8> {
        let schemes: [&[u8]; 4] = [b"http://", b"https://", b"ftp://", b"ftps://"];
        let starts = |scheme: &&[u8]| {
            location.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme))
        };
        if location.len() >= 8 && schemes.iter().any(starts) {
            return location.to_vec();
        }
        let path = match (location.first(), self.path.iter().rposition(|byte| *byte == b'/')) {
            (Some(b'/'), _) => location.to_vec(),
            (_, Some(slash)) if location.len() > 1 => {
                let folder = &self.path[..=slash];
                let between: &[u8] = if folder == b"/" { b"" } else { b"/" };
                [folder, between, location].concat()
            }
            _ => [b"/", location].concat(),
        };
        [&self.scheme, &b"://"[..], &self.place(), &path].concat()
    }
}

fn text_of(parts: &Array, name: &str) -> Option<Vec<u8>> {
    context::named(parts, name).and_then(Value::as_str).map(|text| text.to_vec())
}
