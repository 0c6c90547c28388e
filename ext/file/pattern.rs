//! Patterns of names: `fnmatch()`, `glob()`.

use std::fs;
use std::os::unix::ffi::OsStrExt;

use crate::path::place;

pub const PATHNAME: i64 = 1;
pub const NO_ESCAPE: i64 = 2;
pub const PERIOD: i64 = 4;
pub const CASE_FOLD: i64 = 16;

/// Whether a name fits a pattern.
pub fn matches(pattern: &[u8], name: &[u8], flags: i64) -> bool {
    Match { flags, name }.at(pattern, 0)
}

struct Match<'n> {
    flags: i64,
    name: &'n [u8],
}

impl Match<'_> {
    fn has(&self, flag: i64) -> bool {
        self.flags & flag != 0
    }

    /// Whether a dot at a place must be written out in the pattern.
    fn is_hidden(&self, at: usize) -> bool {
        let begins = at == 0 || self.has(PATHNAME) && self.name.get(at - 1) == Some(&b'/');
        self.has(PERIOD) && begins && self.name.get(at) == Some(&b'.')
    }

    fn fold(&self, byte: u8) -> u8 {
        if self.has(CASE_FOLD) { byte.to_ascii_lowercase() } else { byte }
    }

    /// Goes back to the last star only: each star takes as little as it can.
    fn at(&self, pattern: &[u8], start: usize) -> bool {
        let (mut p, mut n) = (0, start);
        let mut star: Option<(usize, usize)> = None;
        loop {
            if p == pattern.len() {
                if n == self.name.len() {
                    return true;
                }
            } else if pattern[p] == b'*' {
                if !self.is_hidden(n) {
                    star = Some((p + 1, n));
                    p += 1;
                    continue;
                }
            } else if n < self.name.len()
                && let Some(next) = self.one(pattern, p, n)
            {
                (p, n) = (next, n + 1);
                continue;
            }
            let Some((after, taken)) = star else { return false };
            let is_bounded = self.has(PATHNAME) && self.name.get(taken) == Some(&b'/');
            if taken >= self.name.len() || is_bounded {
                return false;
            }
            star = Some((after, taken + 1));
            (p, n) = (after, taken + 1);
        }
    }

    /// Where the pattern goes on after what fits one byte.
    fn one(&self, pattern: &[u8], p: usize, n: usize) -> Option<usize> {
        let byte = self.name[n];
        let is_slash = self.has(PATHNAME) && byte == b'/';
        match pattern[p] {
            b'?' => (!is_slash && !self.is_hidden(n)).then_some(p + 1),
            b'[' => match self.set(pattern, p + 1, byte) {
                Some((fits, next)) => (fits && !is_slash && !self.is_hidden(n)).then_some(next),
                None => (byte == b'[').then_some(p + 1),
            },
            b'\\' if !self.has(NO_ESCAPE) => {
                let escaped = pattern.get(p + 1)?;
                (self.fold(*escaped) == self.fold(byte)).then_some(p + 2)
            }
            literal => (self.fold(literal) == self.fold(byte)).then_some(p + 1),
        }
    }

    /// Whether a byte is in a set, and where the set ends.
    fn set(&self, pattern: &[u8], from: usize, byte: u8) -> Option<(bool, usize)> {
        let mut at = from;
        let negated = matches!(pattern.get(at)?, b'!' | b'^');
        at += usize::from(negated);
        let (byte, mut found, mut is_first) = (self.fold(byte), false, true);
        loop {
            let mut low = *pattern.get(at)?;
            if low == b']' && !is_first {
                return Some((found != negated, at + 1));
            }
            is_first = false;
            if low == b'[' && pattern.get(at + 1) == Some(&b':') {
                let rest = &pattern[at + 2..];
                let end = rest.windows(2).position(|pair| pair == b":]")?;
                found |= in_class(&rest[..end], byte);
                at += end + 4;
                continue;
            }
            if low == b'\\' && !self.has(NO_ESCAPE) {
                at += 1;
                low = *pattern.get(at)?;
            }
            at += 1;
            let mut high = low;
            if pattern.get(at) == Some(&b'-')
                && pattern.get(at + 1).is_some_and(|next| *next != b']')
            {
                at += 1;
                high = *pattern.get(at)?;
                if high == b'\\' && !self.has(NO_ESCAPE) {
                    at += 1;
                    high = *pattern.get(at)?;
                }
                at += 1;
            }
            found |= (self.fold(low)..=self.fold(high)).contains(&byte);
        }
    }
}

fn in_class(name: &[u8], byte: u8) -> bool {
    match name {
        b"alpha" => byte.is_ascii_alphabetic(),
        b"digit" => byte.is_ascii_digit(),
        b"alnum" => byte.is_ascii_alphanumeric(),
        b"upper" => byte.is_ascii_uppercase(),
        b"lower" => byte.is_ascii_lowercase(),
        b"space" => byte.is_ascii_whitespace() || byte == 11,
        b"punct" => byte.is_ascii_punctuation(),
        b"xdigit" => byte.is_ascii_hexdigit(),
        b"cntrl" => byte.is_ascii_control(),
        b"print" => (32..127).contains(&byte),
        b"graph" => byte.is_ascii_graphic(),
        b"blank" => matches!(byte, b' ' | b'\t'),
        _ => false,
    }
}

/// The alternatives of braces, each written out.
pub fn expanded(pattern: &[u8]) -> Vec<Vec<u8>> {
    let Some(open) = pattern.iter().position(|byte| *byte == b'{') else {
        return vec![pattern.to_vec()];
    };
    let (mut depth, mut parts, mut from) = (0, Vec::new(), open + 1);
    for at in open..pattern.len() {
        match pattern[at] {
            b'{' => depth += 1,
            b',' if depth == 1 => {
                parts.push(&pattern[from..at]);
                from = at + 1;
            }
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            parts.push(&pattern[from..at]);
            let (before, after) = (&pattern[..open], &pattern[at + 1..]);
            let whole = |part: &&[u8]| [before, *part, after].concat();
            return parts.iter().map(whole).flat_map(|whole| expanded(&whole)).collect();
        }
    }
    vec![pattern.to_vec()]
}

/// The paths that fit a pattern, sorted.
pub fn glob(pattern: &[u8], no_escape: bool) -> Vec<Vec<u8>> {
    let flags = PERIOD | if no_escape { NO_ESCAPE } else { 0 };
    let start: Vec<u8> = pattern.iter().copied().take_while(|byte| *byte == b'/').collect();
    let mut found = vec![start.clone()];
    let mut parts = pattern[start.len()..].split(|byte| *byte == b'/').peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        let mut next = Vec::new();
        for base in found {
            if part.is_empty() {
                if place(&base).is_dir() {
                    next.push(base);
                }
                continue;
            }
            extend(&base, part, flags, &mut next);
        }
        if !is_last {
            next.retain(|path| place(path).is_dir());
            next.iter_mut().for_each(|path| path.push(b'/'));
        }
        found = next;
    }
    found.retain(|path| !path.is_empty());
    found.sort();
    found
}

/// Adds what fits one part of a pattern below a folder.
fn extend(base: &[u8], part: &[u8], flags: i64, into: &mut Vec<Vec<u8>>) {
    let is_plain = !part.iter().any(|byte| matches!(byte, b'*' | b'?' | b'[' | b'\\'));
    if is_plain {
        let path = [base, part].concat();
        if fs::symlink_metadata(place(&path)).is_ok() {
            into.push(path);
        }
        return;
    }
    let folder = if base.is_empty() { b"." } else { base };
    let entries = fs::read_dir(place(folder)).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().as_bytes().to_vec());
    for name in names.chain([b".".to_vec(), b"..".to_vec()]) {
        if matches(part, &name, flags) {
            into.push([base, &name].concat());
        }
    }
}
