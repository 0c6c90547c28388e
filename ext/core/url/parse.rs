//! The parts of a URL, as PHP finds them in what may be none.

/// The parts; control characters are underscores.
#[derive(Default)]
pub struct Parts {
    pub scheme: Option<Vec<u8>>,
    pub host: Option<Vec<u8>>,
    pub port: Option<u16>,
    pub user: Option<Vec<u8>>,
    pub pass: Option<Vec<u8>>,
    pub path: Option<Vec<u8>>,
    pub query: Option<Vec<u8>>,
    pub fragment: Option<Vec<u8>>,
}

fn clean(text: &[u8]) -> Vec<u8> {
    text.iter().map(|&byte| if byte.is_ascii_control() { b'_' } else { byte }).collect()
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.iter().position(|byte| wanted.contains(byte))
}

fn port(digits: &[u8]) -> Option<u16> {
    let is_number = !digits.is_empty() && digits.len() < 6 && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| std::str::from_utf8(digits).ok()?.parse().ok()).flatten()
}

/// The number that a text of at most five bytes begins with, which is a port.
fn leading_port(text: &[u8]) -> Option<u16> {
    let text = text.trim_ascii_start();
    let number = text.strip_prefix(b"+").unwrap_or(text);
    let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
    port(&number[..digits])
}

/// Where the parts after a scheme are.
enum Rest<'a> {
    /// `host…`.
    Authority(&'a [u8]),
    /// `path…`.
    Path(&'a [u8]),
}

impl Parts {
    /// The parts; none when nothing can be made of the text.
    pub fn of(url: &[u8]) -> Option<Self> {
        let mut parts = Self::default();
        match parts.split_scheme(url)? {
            Rest::Authority(rest) => parts.authority(rest)?,
            Rest::Path(rest) => parts.path_and_query(rest),
        }
        Some(parts)
    }

    fn split_scheme<'a>(&mut self, url: &'a [u8]) -> Option<Rest<'a>> {
        let plain = |url: &'a [u8]| match url.strip_prefix(b"//") {
            Some(rest) => Rest::Authority(rest),
            None => Rest::Path(url),
        };
        let Some(colon) = url.iter().position(|&byte| byte == b':') else {
            return Some(plain(url));
        };
        let (scheme, rest) = (&url[..colon], &url[colon + 1..]);
        let is_scheme_byte =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-');
        let is_scheme = !scheme.is_empty() && scheme.iter().all(is_scheme_byte);
        if !is_scheme {
            let before_query = find(url, b"?#").is_none_or(|at| colon < at);
            return if before_query { self.port_or_path(url, colon) } else { Some(plain(url)) };
        }
        if rest.is_empty() {
            self.scheme = Some(clean(scheme));
            return Some(Rest::Path(rest));
        }
        if rest[0] != b'/' {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let is_port = digits < 6 && matches!(rest.get(digits), None | Some(b'/')) && digits > 0;
            if is_port {
                return self.port_or_path(url, colon);
            }
            self.scheme = Some(clean(scheme));
            return Some(Rest::Path(rest));
        }
        self.scheme = Some(clean(scheme));
        let Some(behind) = rest.strip_prefix(b"//") else { return Some(Rest::Path(rest)) };
        if scheme.eq_ignore_ascii_case(b"file") && behind.first() == Some(&b'/') {
            let is_drive = behind.len() > 2 && behind[2] == b':';
            return Some(Rest::Path(if is_drive { &behind[1..] } else { behind }));
        }
        Some(Rest::Authority(behind))
    }

    /// `host:80`, `host:80/path`, or a path with a colon in it.
    fn port_or_path<'a>(&mut self, url: &'a [u8], colon: usize) -> Option<Rest<'a>> {
        let rest = &url[colon + 1..];
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let ends = matches!(rest.get(digits), None | Some(b'/'));
        if digits > 0 && digits < 6 && ends {
            port(&rest[..digits])?;
            return Some(Rest::Authority(url.strip_prefix(b"//").unwrap_or(url)));
        }
        if digits == 0 && rest.is_empty() {
            return None;
        }
        Some(match url.strip_prefix(b"//") {
            Some(rest) => Rest::Authority(rest),
            None => Rest::Path(url),
        })
    }

    fn authority(&mut self, rest: &[u8]) -> Option<()> {
        let end = find(rest, b"/?#").unwrap_or(rest.len());
        let (authority, behind) = rest.split_at(end);
        let mut host = authority;
        if let Some(at) = authority.iter().rposition(|&byte| byte == b'@') {
            let login = &authority[..at];
            host = &authority[at + 1..];
            match login.iter().position(|&byte| byte == b':') {
                Some(colon) => {
                    self.user = Some(clean(&login[..colon]));
                    self.pass = Some(clean(&login[colon + 1..]));
                }
                None => self.user = Some(clean(login)),
            }
        }
        let is_bracketed = host.first() == Some(&b'[') && host.last() == Some(&b']');
        let colon = if is_bracketed { None } else { host.iter().rposition(|&byte| byte == b':') };
        if let Some(colon) = colon {
            let digits = &host[colon + 1..];
            if digits.len() > 5 {
                return None;
            }
            if !digits.is_empty() {
                self.port = Some(leading_port(digits)?);
            }
            host = &host[..colon];
        }
        if host.is_empty() {
            return None;
        }
        self.host = Some(clean(host));
        self.path_and_query(behind);
        Some(())
    }

    fn path_and_query(&mut self, rest: &[u8]) {
        let (rest, fragment) = match rest.iter().position(|&byte| byte == b'#') {
            Some(at) => (&rest[..at], Some(&rest[at + 1..])),
            None => (rest, None),
        };
        let (path, query) = match rest.iter().position(|&byte| byte == b'?') {
            Some(at) => (&rest[..at], Some(&rest[at + 1..])),
            None => (rest, None),
        };
        self.fragment = fragment.map(clean);
        self.query = query.map(clean);
        let is_bare = fragment.is_none() && query.is_none();
        let has_more = self.scheme.is_some() || self.host.is_some();
        if !path.is_empty() || is_bare && !has_more {
            self.path = Some(clean(path));
        }
    }
}
