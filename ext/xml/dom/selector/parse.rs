//! Texts to selectors.

use super::{Compare, Complex, Compound, List, Relation, Simple, Why};

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    /// How many selectors this one is inside.
    depth: usize,
}

/// How deep selectors nest.
const MOST: usize = 64;

/// Reads a list of selectors.
pub fn list(text: &[u8]) -> Result<List, Why> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let list = reader.list()?;
    if reader.at < text.len() {
        return Err(reader.unexpected());
    }
    Ok(list)
}

fn unsupported(name: &[u8]) -> Why {
    Why::Malformed(format!("Selectors. Not supported: {}", String::from_utf8_lossy(name)))
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' || byte >= 0x80 || byte == b'\\'
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn unexpected(&self) -> Why {
        let rest = &self.text[self.at.min(self.text.len())..];
        let Some(first) = rest.first() else {
            return Why::Malformed("Selectors. Unexpected token: END-OF-FILE".to_owned());
        };
        let begins = usize::from(matches!(first, b'@' | b'#'));
        let behind = rest[begins..].iter().position(|byte| !is_name(*byte));
        let length = begins + behind.unwrap_or(rest.len() - begins);
        let token = String::from_utf8_lossy(&rest[..length.max(1)]);
        Why::Malformed(format!("Selectors. Unexpected token: {token}"))
    }

    fn blanks(&mut self) -> bool {
        let start = self.at;
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
            && self.at < self.text.len()
        {
            self.at += 1;
        }
        self.at > start
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_it = self.at < self.text.len() && self.peek() == byte;
        self.at += usize::from(is_it);
        is_it
    }

    fn need(&mut self, byte: u8) -> Result<(), Why> {
        if self.take(byte) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn name(&mut self) -> Result<Vec<u8>, Why> {
        let mut name = Vec::new();
        while self.at < self.text.len() && is_name(self.peek()) {
            if self.take(b'\\') {
                self.escaped(&mut name);
                continue;
            }
            name.push(self.peek());
            self.at += 1;
        }
        let is_number = name.first().is_some_and(u8::is_ascii_digit);
        if name.is_empty() || is_number { Err(self.unexpected()) } else { Ok(name) }
    }

    fn escaped(&mut self, name: &mut Vec<u8>) {
        let start = self.at;
        while self.at - start < 6 && self.peek().is_ascii_hexdigit() {
            self.at += 1;
        }
        if self.at == start {
            name.extend(self.text.get(self.at));
            self.at += 1;
            return;
        }
        let digits = std::str::from_utf8(&self.text[start..self.at]).unwrap_or("0");
        let code = u32::from_str_radix(digits, 16).unwrap_or(0);
        let character = char::from_u32(code).filter(|_| code != 0).unwrap_or('\u{fffd}');
        name.extend(character.to_string().bytes());
        self.take(b' ');
    }

    fn list(&mut self) -> Result<List, Why> {
        self.depth += 1;
        if self.depth > MOST {
            return Err(self.unexpected());
        }
        let mut list = Vec::new();
        loop {
            self.blanks();
            list.push(self.complex()?);
            self.blanks();
            if !self.take(b',') {
                break;
            }
        }
        self.depth -= 1;
        Ok(list)
    }

    fn relation(&mut self) -> Option<Relation> {
        let relation = match self.peek() {
            b'>' => Relation::Child,
            b'+' => Relation::Next,
            b'~' => Relation::Behind,
            _ => return None,
        };
        self.at += 1;
        self.blanks();
        Some(relation)
    }

    fn complex(&mut self) -> Result<Complex, Why> {
        let mut parts: Complex = vec![(self.compound()?, Relation::Descendant)];
        loop {
            let was_blank = self.blanks();
            let relation = match self.relation() {
                Some(relation) => relation,
                None if was_blank && self.at < self.text.len() && !b",)".contains(&self.peek()) => {
                    Relation::Descendant
                }
                None => break,
            };
            parts.push((self.compound()?, relation));
        }
        parts.reverse();
        Ok(parts)
    }

    fn compound(&mut self) -> Result<Compound, Why> {
        let mut all = Vec::new();
        loop {
            let simple = match self.peek() {
                _ if self.at >= self.text.len() => break,
                b'*' => {
                    self.at += 1;
                    Simple::Any
                }
                b'#' => {
                    self.at += 1;
                    Simple::Id(self.name()?)
                }
                b'.' => {
                    self.at += 1;
                    Simple::Class(self.name()?)
                }
                b'[' => self.attribute()?,
                b':' => self.pseudo()?,
                byte if is_name(byte) && all.is_empty() => Simple::Type(self.name()?),
                b'|' if self.text[self.at..].starts_with(b"||") => return Err(Why::Unsupported),
                _ => break,
            };
            all.push(simple);
        }
        if all.is_empty() { Err(self.unexpected()) } else { Ok(all) }
    }

    fn attribute(&mut self) -> Result<Simple, Why> {
        self.need(b'[')?;
        self.blanks();
        let name = self.name()?;
        self.blanks();
        if self.take(b']') {
            let (how, value) = (Compare::Exists, Vec::new());
            return Ok(Simple::Attribute { name, how, value, folds: false });
        }
        let how = match self.peek() {
            b'=' => Compare::Is,
            b'~' => Compare::Word,
            b'|' => Compare::Dash,
            b'^' => Compare::Begins,
            b'$' => Compare::Ends,
            b'*' => Compare::Has,
            _ => return Err(self.unexpected()),
        };
        if how != Compare::Is {
            self.at += 1;
        }
        self.need(b'=')?;
        self.blanks();
        let value = match self.peek() {
            quote @ (b'"' | b'\'') => self.quoted(quote)?,
            _ => self.name()?,
        };
        self.blanks();
        let folds = matches!(self.peek(), b'i' | b'I');
        if folds || matches!(self.peek(), b's' | b'S') {
            self.at += 1;
            self.blanks();
        }
        self.need(b']')?;
        Ok(Simple::Attribute { name, how, value, folds })
    }

    fn quoted(&mut self, quote: u8) -> Result<Vec<u8>, Why> {
        self.need(quote)?;
        let mut value = Vec::new();
        while self.at < self.text.len() && self.peek() != quote {
            if self.take(b'\\') {
                self.escaped(&mut value);
                continue;
            }
            value.push(self.peek());
            self.at += 1;
        }
        self.need(quote)?;
        Ok(value)
    }

    fn pseudo(&mut self) -> Result<Simple, Why> {
        self.need(b':')?;
        if self.take(b':') {
            let name = self.name()?;
            return Err(unsupported(&name));
        }
        let name = self.name()?.to_ascii_lowercase();
        if self.take(b'(') {
            self.blanks();
            let simple = self.function(&name)?;
            self.blanks();
            self.need(b')')?;
            return Ok(simple);
        }
        let nth = |start: i64, from_end: bool, of_type: bool| Simple::Nth {
            step: 0,
            start,
            from_end,
            of_type,
            of: None,
        };
        Ok(match name.as_slice() {
            b"first-child" => nth(1, false, false),
            b"last-child" => nth(1, true, false),
            b"first-of-type" => nth(1, false, true),
            b"last-of-type" => nth(1, true, true),
            b"only-child" | b"only-of-type" => {
                let of_type = name == b"only-of-type";
                let both = vec![nth(1, false, of_type), nth(1, true, of_type)];
                Simple::Is(vec![vec![(both, Relation::Descendant)]], true)
            }
            b"empty" => Simple::Empty,
            b"root" => Simple::Root,
            b"link" | b"any-link" => Simple::Link,
            b"checked" => Simple::Checked,
            b"disabled" => Simple::Disabled(true),
            b"enabled" => Simple::Disabled(false),
            b"hover" | b"active" | b"focus" => Simple::Never,
            b"blank" => return Err(Why::Undecided),
            b"required" => Simple::Required(true),
            b"optional" => Simple::Required(false),
            b"read-write" => Simple::Writable(true),
            b"read-only" => Simple::Writable(false),
            b"placeholder-shown" => Simple::Placeholder,
            _ => return Err(unsupported(&name)),
        })
    }

    fn function(&mut self, name: &[u8]) -> Result<Simple, Why> {
        match name {
            b"is" | b"where" | b"current" => Ok(Simple::Is(self.list()?, true)),
            b"not" => Ok(Simple::Is(self.list()?, false)),
            b"has" => {
                let mut all = Vec::new();
                loop {
                    self.blanks();
                    let relation = self.relation().unwrap_or(Relation::Descendant);
                    all.push((relation, self.complex()?));
                    self.blanks();
                    if !self.take(b',') {
                        break;
                    }
                }
                Ok(Simple::Has(all))
            }
            b"nth-child" | b"nth-last-child" | b"nth-of-type" | b"nth-last-of-type" => {
                let (step, start) = self.steps()?;
                let from_end = name.starts_with(b"nth-last");
                let of_type = name.ends_with(b"of-type");
                self.blanks();
                let is_of = self.text[self.at..].starts_with(b"of ");
                let of = if is_of && !of_type {
                    self.at += 3;
                    Some(self.list()?)
                } else {
                    None
                };
                Ok(Simple::Nth { step, start, from_end, of_type, of })
            }
            _ => Err(unsupported(name)),
        }
    }

    fn number(&mut self) -> Option<i64> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        std::str::from_utf8(&self.text[start..self.at]).ok()?.parse().ok()
    }

    /// `odd`, `even`, `3`, `2n+1`.
    fn steps(&mut self) -> Result<(i64, i64), Why> {
        let rest = self.text[self.at..].to_ascii_lowercase();
        if rest.starts_with(b"odd") {
            self.at += 3;
            return Ok((2, 1));
        }
        if rest.starts_with(b"even") {
            self.at += 4;
            return Ok((2, 0));
        }
        let sign = if self.take(b'-') { -1 } else { 1 };
        self.take(b'+');
        let number = self.number();
        if !matches!(self.peek(), b'n' | b'N') {
            return number.map(|number| (0, sign * number)).ok_or_else(|| self.unexpected());
        }
        self.at += 1;
        let step = sign * number.unwrap_or(1);
        let before = self.at;
        self.blanks();
        let sign = match self.peek() {
            b'+' => 1,
            b'-' => -1,
            _ => {
                self.at = before;
                return Ok((step, 0));
            }
        };
        self.at += 1;
        self.blanks();
        let start = self.number().ok_or_else(|| self.unexpected())?;
        Ok((step, sign * start))
    }
}
