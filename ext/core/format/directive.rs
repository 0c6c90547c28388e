//! Conversion specifications: what stands between `%` and the letter.

/// Where a number of a specification comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// The argument at this index, or the next one.
    Argument(Option<usize>),
    /// The format itself.
    Number(i32),
}

/// A specification as written.
#[derive(Debug)]
pub struct Directive {
    pub argument: Option<usize>,
    pub padding: u8,
    pub is_left: bool,
    pub has_sign: bool,
    pub width: Source,
    pub precision: Option<Source>,
    /// The letter; 0 at the end of the format.
    pub letter: u8,
    /// Bytes behind `%` that it takes.
    pub length: usize,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    /// A number; `None` when it is too large.
    fn number(&mut self) -> Option<i32> {
        let mut number = 0_i64;
        while self.byte().is_ascii_digit() {
            number = number.saturating_mul(10).saturating_add(i64::from(self.byte() - b'0'));
            self.at += 1;
        }
        i32::try_from(number).ok().filter(|&number| number < i32::MAX)
    }

    /// `2$`.
    fn position(&mut self) -> Result<Option<usize>, String> {
        let digits = self.bytes[self.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if self.bytes.get(self.at + digits) != Some(&b'$') {
            return Ok(None);
        }
        let number = if digits == 0 { Some(0) } else { self.number() };
        self.at += 1;
        match number {
            Some(number) if number > 0 => Ok(Some(number as usize - 1)),
            _ => Err(format!(
                "Argument number specifier must be greater than zero and less than {}",
                i32::MAX
            )),
        }
    }

    /// `*`, `*2$`, or a number.
    fn source(&mut self, what: &str) -> Result<Option<Source>, String> {
        if self.byte() == b'*' {
            self.at += 1;
            return Ok(Some(Source::Argument(self.position()?)));
        }
        if !self.byte().is_ascii_digit() {
            return Ok(None);
        }
        let too_large = || format!("{what} must be between 0 and {}", i32::MAX);
        Ok(Some(Source::Number(self.number().ok_or_else(too_large)?)))
    }

    fn modifiers(&mut self, directive: &mut Directive) -> Result<(), String> {
        loop {
            match self.byte() {
                padding @ (b' ' | b'0') => directive.padding = padding,
                b'-' => directive.is_left = true,
                b'+' => directive.has_sign = true,
                b'\'' if self.at + 1 < self.bytes.len() => {
                    self.at += 1;
                    directive.padding = self.byte();
                }
                b'\'' => return Err("Missing padding character".to_owned()),
                _ => return Ok(()),
            }
            self.at += 1;
        }
    }
}

impl Directive {
    /// Reads what follows a `%`. `Err` with the words of the `ValueError`.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut reader = Reader { bytes, at: 0 };
        let mut directive = Self {
            argument: None,
            padding: b' ',
            is_left: false,
            has_sign: false,
            width: Source::Number(0),
            precision: None,
            letter: 0,
            length: 0,
        };
        if !reader.byte().is_ascii_alphabetic() {
            directive.argument = reader.position()?;
            reader.modifiers(&mut directive)?;
            directive.width = reader.source("Width")?.unwrap_or(Source::Number(0));
            if reader.byte() == b'.' {
                reader.at += 1;
                directive.precision = reader.source("Precision")?;
            }
        }
        if reader.byte() == b'l' {
            reader.at += 1;
        }
        directive.letter = reader.byte();
        directive.length = (reader.at + 1).min(bytes.len());
        Ok(directive)
    }
}
