//! Text without tags.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

/// Where in a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    Tag,
    /// `<?…>`.
    Script,
    /// `<!…>`.
    Declaration,
    /// `<!--…-->`.
    Comment,
}

/// The names of tags that stay, in lower case.
type Allowed = Vec<Vec<u8>>;

fn allowed(call: &mut Call<'_>, tags: &Value) -> Res<Allowed> {
    match tags.view() {
        View::Str(tags) => Ok(tags
            .split(|&byte| byte == b'<')
            .skip(1)
            .filter_map(|tag| tag.split(|&byte| byte == b'>').next())
            .map(<[u8]>::to_ascii_lowercase)
            .collect()),
        View::Array(tags) => {
            let mut names = Allowed::new();
            for (_, tag) in tags {
                names.push(call.to_str(tag.unboxed())?.to_ascii_lowercase());
            }
            Ok(names)
        }
        _ => Ok(Allowed::new()),
    }
}

/// The name of a tag as written, from its `<` on.
fn name_of(tag: &[u8]) -> Vec<u8> {
    let inner = tag.strip_prefix(b"<").unwrap_or(tag);
    let start = inner.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b'/');
    let inner = &inner[start.unwrap_or(inner.len())..];
    let end = inner.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>');
    let (name, rest) = inner.split_at(end.unwrap_or(inner.len()));
    let name = match rest.first() {
        Some(b'>') => name.strip_suffix(b"/").unwrap_or(name),
        _ => name,
    };
    name.to_ascii_lowercase()
}

struct Stripper<'a> {
    allowed: &'a Allowed,
    out: Vec<u8>,
    tag: Vec<u8>,
    state: State,
    /// The quote in which it is.
    quote: u8,
    /// Open parentheses of a script.
    depth: i32,
    /// `<` within a tag.
    nested: i32,
}

pub(super) fn strip_tags(call: &mut Call<'_>, string: &Str, allowed_tags: &Value) -> Res<Str> {
    let allowed = allowed(call, allowed_tags)?;
    if memchr::memchr(b'<', string).is_none() && !string.contains(&0) {
        return Ok(string.clone());
    }
    let mut stripper = Stripper {
        allowed: &allowed,
        out: Vec::with_capacity(string.len()),
        tag: Vec::new(),
        state: State::Text,
        quote: 0,
        depth: 0,
        nested: 0,
    };
    for at in 0..string.len() {
        stripper.byte(string, at);
    }
    call.str(&stripper.out)
}

impl Stripper<'_> {
    fn byte(&mut self, text: &[u8], at: usize) {
        match self.state {
            State::Text => self.in_text(text, at),
            State::Tag => self.in_tag(text, at),
            State::Script => self.in_script(text, at),
            State::Declaration => self.in_declaration(text, at),
            State::Comment => {
                if text[at] == b'>' && at >= 2 && text[at - 2..at] == *b"--" {
                    self.leave();
                }
            }
        }
    }

    fn leave(&mut self) {
        self.state = State::Text;
        self.quote = 0;
        self.tag.clear();
    }

    fn in_text(&mut self, text: &[u8], at: usize) {
        match text[at] {
            0 => {}
            b'<' if text.get(at + 1).is_some_and(u8::is_ascii_whitespace) => self.out.push(b'<'),
            b'<' => {
                self.state = State::Tag;
                self.tag.clear();
                self.tag.push(b'<');
            }
            byte => self.out.push(byte),
        }
    }

    fn in_tag(&mut self, text: &[u8], at: usize) {
        let byte = text[at];
        match byte {
            0 => {}
            b'<' | b'>' if self.quote != 0 && (byte == b'<' || self.nested == 0) => {}
            b'<' if text.get(at + 1).is_some_and(u8::is_ascii_whitespace) => self.keep(byte),
            b'<' => self.nested += 1,
            b'>' if self.nested > 0 => self.nested -= 1,
            b'>' => {
                self.keep(b'>');
                if self.allowed.contains(&name_of(&self.tag)) {
                    self.out.extend_from_slice(&self.tag);
                }
                self.leave();
            }
            b'"' | b'\'' => {
                if at > 0 && (self.quote == 0 || self.quote == byte) {
                    self.quote = if self.quote == 0 { byte } else { 0 };
                }
                self.keep(byte);
            }
            b'!' if text[at - 1] == b'<' => {
                self.state = State::Declaration;
            }
            b'?' if text[at - 1] == b'<' => {
                self.depth = 0;
                self.state = State::Script;
            }
            _ => self.keep(byte),
        }
    }

    fn keep(&mut self, byte: u8) {
        if !self.allowed.is_empty() {
            self.tag.push(byte);
        }
    }

    fn in_script(&mut self, text: &[u8], at: usize) {
        let byte = text[at];
        match byte {
            b'(' if self.quote == 0 => self.depth += 1,
            b')' if self.quote == 0 => self.depth -= 1,
            b'"' | b'\'' if text[at - 1] != b'\\' => {
                if self.quote == byte {
                    self.quote = 0;
                } else if self.quote == 0 {
                    self.quote = byte;
                }
            }
            b'>' if self.nested > 0 => self.nested -= 1,
            b'>' if self.depth <= 0 && self.quote == 0 && text[at - 1] == b'?' => self.leave(),
            // PHP: `<?xml` is a tag as others, but at the start.
            b'l' | b'L' if at > 4 && text[at - 4..=at].eq_ignore_ascii_case(b"<?xml") => {
                self.state = State::Tag;
            }
            _ => {}
        }
    }

    fn in_declaration(&mut self, text: &[u8], at: usize) {
        match text[at] {
            b'>' if self.nested > 0 => self.nested -= 1,
            b'>' if self.quote == 0 => self.leave(),
            byte @ (b'"' | b'\'') if text[at - 1] != b'\\' => {
                if self.quote == byte {
                    self.quote = 0;
                } else if self.quote == 0 {
                    self.quote = byte;
                }
            }
            b'-' if at >= 2 && text[at - 2..at] == *b"!-" => self.state = State::Comment,
            _ => {}
        }
    }
}
