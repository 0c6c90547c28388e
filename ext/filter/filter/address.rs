//! Addresses: of the internet protocol, of mail, of network cards, of hosts.

/// What an address is good for.
#[derive(Clone, Copy, Default)]
pub struct Reach {
    pub is_global: bool,
    pub is_reserved: bool,
    pub is_private: bool,
    /// Whether it belongs to a block of its own; others pass every test.
    pub is_special: bool,
}

/// An address in four decimal numbers.
pub fn ipv4(text: &[u8]) -> Option<[u8; 4]> {
    let mut address = [0; 4];
    let mut parts = text.split(|&byte| byte == b'.');
    for number in &mut address {
        let part = parts.next()?;
        let is_plain =
            part.iter().all(u8::is_ascii_digit) && (part.len() == 1 || part.first() != Some(&b'0'));
        *number = std::str::from_utf8(part).ok().filter(|_| is_plain)?.parse().ok()?;
    }
    parts.next().is_none().then_some(address)
}

/// An address in eight hexadecimal numbers, some of which may be left out.
pub fn ipv6(text: &[u8]) -> Option<[u16; 8]> {
    let text = std::str::from_utf8(text).ok()?;
    text.parse::<std::net::Ipv6Addr>().ok().map(|address| address.segments())
}

/// What an IPv4 address is good for.
pub fn reach4(address: [u8; 4]) -> Reach {
    let private = Reach { is_private: true, is_special: true, ..Reach::default() };
    let reserved = Reach { is_reserved: true, is_special: true, ..Reach::default() };
    let local = Reach { is_special: true, ..Reach::default() };
    match address {
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => private,
        [0 | 127 | 240.., ..] | [169, 254, ..] => reserved,
        [192, 88, 99, _] => Reach { is_global: true, ..local },
        [100, 64..=127, ..]
        | [192, 0, 0 | 2, _]
        | [198, 18 | 19, ..]
        | [198, 51, 100, _]
        | [203, 0, 113, _] => local,
        _ => Reach::default(),
    }
}

/// What an IPv6 address is good for.
pub fn reach6(address: [u16; 8]) -> Reach {
    let private = Reach { is_private: true, is_special: true, ..Reach::default() };
    let reserved = Reach { is_reserved: true, is_special: true, ..Reach::default() };
    let local = Reach { is_special: true, ..Reach::default() };
    match address {
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] | [0, 0, 0, 0, 0, 0xffff, ..] => reserved,
        [0x64, 0xff9b, ..] => Reach { is_global: true, ..local },
        [0x100, 0, 0, 0, ..] | [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x2002, ..] => local,
        [0xfc00..=0xfdff, ..] => private,
        [0xfe80..=0xfebf, ..] => reserved,
        _ => Reach::default(),
    }
}

const DOMAIN_BYTES: usize = 253;
const LABEL_BYTES: usize = 63;

/// Whether labels with dots between make a domain; those of hosts are letters, digits and hyphens.
pub fn is_domain(text: &[u8], is_host: bool) -> bool {
    let text = text.strip_suffix(b".").unwrap_or(text);
    if text.is_empty() || text.len() > DOMAIN_BYTES {
        return text.is_empty() && !is_host;
    }
    text.split(|&byte| byte == b'.').all(|label| {
        let is_framed = match (label.first(), label.last()) {
            (Some(first), Some(last)) => {
                first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric()
            }
            _ => false,
        };
        let is_plain = label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
        !label.is_empty() && label.len() <= LABEL_BYTES && (!is_host || is_framed && is_plain)
    })
}

/// Whether six bytes, or three pairs, are written with one separator.
pub fn is_mac(text: &[u8], separator: Option<u8>) -> bool {
    let Some(&found) = text.iter().find(|byte| !byte.is_ascii_hexdigit()) else { return false };
    let (parts, digits) = match (found, text.len()) {
        (b'-' | b':', 17) => (6, 2),
        (b'.', 14) => (3, 4),
        _ => return false,
    };
    let mut count = 0;
    let is_right = text.split(|&byte| byte == found).all(|part| {
        count += 1;
        part.len() == digits && part.iter().all(u8::is_ascii_hexdigit)
    });
    is_right && count == parts && separator.is_none_or(|wanted| wanted == found)
}

const MAIL_BYTES: usize = 320;
const LOCAL_CHARS: usize = 64;
const MAIL_CHARS: usize = 254;

/// Whether mail may be sent there; `is_wide` for letters beyond ASCII before the `@`.
pub fn is_mail(text: &[u8], is_wide: bool) -> bool {
    if text.len() > MAIL_BYTES {
        return false;
    }
    let Some((local, domain)) = local_part(text, is_wide) else { return false };
    let chars = local + 1 + domain.len();
    if local > LOCAL_CHARS || chars > MAIL_CHARS {
        return false;
    }
    match domain.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]")) {
        Some(literal) => match literal.get(..5) {
            Some(tag) if tag.eq_ignore_ascii_case(b"IPv6:") => ipv6(&literal[5..]).is_some(),
            _ => ipv4(literal).is_some(),
        },
        None => is_mail_domain(domain),
    }
}

/// How many characters there are before the `@`, and what is behind it.
fn local_part(text: &[u8], is_wide: bool) -> Option<(usize, &[u8])> {
    let mut rest = text;
    let mut chars = 0;
    loop {
        if let Some(quoted) = rest.strip_prefix(b"\"") {
            let (count, after) = quoted_part(quoted, is_wide)?;
            chars += count + 2;
            rest = after;
        } else {
            let is_part = |byte: &u8| {
                byte.is_ascii_alphanumeric()
                    || b"!#$%&'*+-/=?^_`{|}~".contains(byte)
                    || is_wide && *byte >= 0x80
            };
            let length = rest.iter().take_while(|byte| is_part(byte)).count();
            if length == 0 {
                return None;
            }
            chars += length;
            rest = &rest[length..];
        }
        match rest.split_first()? {
            (b'.', after) => {
                chars += 1;
                rest = after;
            }
            (b'@', domain) => return Some((chars, domain)),
            _ => return None,
        }
    }
}

/// How many characters there are before the closing quote, and what is behind it.
fn quoted_part(text: &[u8], is_wide: bool) -> Option<(usize, &[u8])> {
    let (mut rest, mut chars) = (text, 0);
    loop {
        rest = match rest.split_first()? {
            (b'"', rest) => return Some((chars, rest)),
            (b'\\', [0..=0x7f, rest @ ..]) => rest,
            (b'\\' | 0 | b'\t' | b'\n' | b'\r' | b' ', _) => return None,
            (0x80.., _) if !is_wide => return None,
            (_, rest) => rest,
        };
        chars += 1;
    }
}

fn is_mail_domain(domain: &[u8]) -> bool {
    let labels: Vec<&[u8]> = domain.split(|&byte| byte == b'.').collect();
    let is_label = |label: &&[u8]| {
        let is_plain = label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
        let is_framed = label.first().is_some_and(u8::is_ascii_alphanumeric)
            && label.last().is_some_and(u8::is_ascii_alphanumeric);
        is_plain && is_framed && label.len() <= LABEL_BYTES
    };
    let has_top = labels.last().is_some_and(|top| top.first().is_some_and(u8::is_ascii_alphabetic));
    labels.len() > 1 && has_top && labels.iter().all(is_label)
}
