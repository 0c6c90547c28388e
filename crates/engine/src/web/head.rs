//! The head of a request as it comes: the first line, the headers, how long the body is.

/// What the bytes of a connection are.
pub enum Parsed {
    /// The beginning of a request.
    Partial,
    Wrong,
    /// A head that is whole, where it ends, and how long the body is.
    Whole {
        head: Head,
        end: usize,
        length: usize,
    },
}

/// A request.
pub struct Head {
    pub method: String,
    /// As it was written.
    pub uri: Vec<u8>,
    /// Major and minor.
    pub version: (u8, u8),
    /// Names and values, in order; the values of a name that comes again are one, with commas.
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

/// Bytes of a head beyond which a request is refused, as PHP does.
const HEAD_BYTES_MAX: usize = 80 << 10;

fn is_method(word: &[u8]) -> bool {
    word.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'-')
}

/// The methods that scripts are asked with.
const METHODS: &[&str] = &[
    "DELETE",
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "CONNECT",
    "OPTIONS",
    "TRACE",
    "COPY",
    "LOCK",
    "MKCOL",
    "MKCALENDAR",
    "MOVE",
    "PROPFIND",
    "PROPPATCH",
    "SEARCH",
    "UNLOCK",
    "REPORT",
    "MKACTIVITY",
    "CHECKOUT",
    "MERGE",
    "M-SEARCH",
    "NOTIFY",
    "SUBSCRIBE",
    "UNSUBSCRIBE",
    "PATCH",
];

impl Head {
    /// Reads a request from its bytes so far.
    pub fn parse(bytes: &[u8]) -> Parsed {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4);
        let end =
            end.or_else(|| bytes.windows(2).position(|pair| pair == b"\n\n").map(|at| at + 2));
        let Some(end) = end else {
            let word = bytes.split(|byte| *byte == b' ').next().unwrap_or_default();
            let is_odd = !is_method(word);
            return if is_odd || bytes.len() > HEAD_BYTES_MAX {
                Parsed::Wrong
            } else {
                Parsed::Partial
            };
        };
        if end > HEAD_BYTES_MAX {
            return Parsed::Wrong;
        }
        let Some(head) = Self::of_lines(&bytes[..end]) else { return Parsed::Wrong };
        let length = head.header("content-length").map(|length| {
            std::str::from_utf8(length).ok().and_then(|length| length.trim().parse::<usize>().ok())
        });
        let length = match length {
            None => 0,
            Some(Some(length)) => length,
            Some(None) => return Parsed::Wrong,
        };
        Parsed::Whole { head, end, length }
    }

    fn of_lines(bytes: &[u8]) -> Option<Self> {
        let mut lines =
            bytes.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let first = lines.next()?;
        let mut words = first.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
        let method = String::from_utf8(words.next()?.to_vec()).ok()?;
        let uri = words.next()?.to_vec();
        let version = match words.next() {
            Some(version) => version_of(version)?,
            None => (0, 9),
        };
        // PHP: such a name has a host, and is for another server.
        if !is_method(method.as_bytes()) || uri.starts_with(b"//") {
            return None;
        }
        let mut head = Self { method, uri, version, headers: Vec::new(), body: Vec::new() };
        for line in lines.filter(|line| !line.is_empty()) {
            head.add(line)?;
        }
        Some(head)
    }

    fn add(&mut self, line: &[u8]) -> Option<()> {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            let (_, value) = self.headers.last_mut()?;
            value.extend_from_slice(line.trim_ascii_end());
            return Some(());
        }
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = String::from_utf8(line[..colon].to_vec()).ok()?;
        let value = line[colon + 1..].trim_ascii().to_vec();
        match self.headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(&name)) {
            Some((_, known)) => known.extend([&b", "[..], &value].concat()),
            None => self.headers.push((name, value)),
        }
        Some(())
    }

    /// Whether the method is one that the server knows.
    pub fn is_known(&self) -> bool {
        METHODS.contains(&self.method.as_str())
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        let mut headers = self.headers.iter();
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| &value[..])
    }

    /// The part of the name before `?`, and the one behind it.
    pub fn parts(&self) -> (&[u8], Option<&[u8]>) {
        match self.uri.iter().position(|byte| *byte == b'?') {
            Some(at) => (&self.uri[..at], Some(&self.uri[at + 1..])),
            None => (&self.uri, None),
        }
    }
}

fn version_of(word: &[u8]) -> Option<(u8, u8)> {
    let digits = word.strip_prefix(b"HTTP/")?;
    match digits {
        [major @ b'0'..=b'9', b'.', minor @ b'0'..=b'9'] => Some((major - b'0', minor - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{HEAD_BYTES_MAX, Head, Parsed};

    #[test]
    fn heads_are_refused_beyond_their_limit() {
        let ends = b"\r\n\r\n";
        let start = b"GET / HTTP/1.1\r\nX: ";
        for (more, fits) in [(0, true), (1, false)] {
            let length = HEAD_BYTES_MAX - start.len() - ends.len() + more;
            let head = [&start[..], &vec![b'x'; length], ends].concat();
            assert_eq!(matches!(Head::parse(&head), Parsed::Whole { .. }), fits);
            assert_eq!(matches!(Head::parse(&head), Parsed::Wrong), !fits);
        }
    }
}
