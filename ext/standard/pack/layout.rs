//! What a layout says: letters, counts and names.

/// How often a letter counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// Not said: once.
    One,
    /// So often.
    Times(usize),
    /// `*`: as often as there is something.
    All,
}

/// The count at the start, and what follows it.
pub fn count(layout: &[u8]) -> (Count, &[u8]) {
    if let [b'*', rest @ ..] = layout {
        return (Count::All, rest);
    }
    let digits = layout.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, rest) = layout.split_at(digits);
    let number = std::str::from_utf8(number).unwrap_or_default();
    let count = match number.parse() {
        Ok(times) => Count::Times(times),
        Err(_) if digits > 0 => Count::Times(usize::MAX),
        Err(_) => Count::One,
    };
    (count, rest)
}

/// How a number lies in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Int { bytes: usize, is_signed: bool, is_big: bool },
    Float { bytes: usize, is_big: bool },
}

/// The kind of a letter that stands for numbers.
pub fn kind(letter: u8) -> Option<Kind> {
    let int = |bytes, is_signed, is_big| Some(Kind::Int { bytes, is_signed, is_big });
    match letter {
        b'c' => int(1, true, false),
        b'C' => int(1, false, false),
        b's' => int(2, true, false),
        b'S' | b'v' => int(2, false, false),
        b'n' => int(2, false, true),
        b'l' | b'i' => int(4, true, false),
        b'L' | b'V' | b'I' => int(4, false, false),
        b'N' => int(4, false, true),
        b'q' => int(8, true, false),
        b'Q' | b'P' => int(8, false, false),
        b'J' => int(8, false, true),
        b'f' | b'g' => Some(Kind::Float { bytes: 4, is_big: false }),
        b'G' => Some(Kind::Float { bytes: 4, is_big: true }),
        b'd' | b'e' => Some(Kind::Float { bytes: 8, is_big: false }),
        b'E' => Some(Kind::Float { bytes: 8, is_big: true }),
        _ => None,
    }
}

impl Kind {
    /// Its size.
    pub fn bytes(self) -> usize {
        match self {
            Self::Int { bytes, .. } | Self::Float { bytes, .. } => bytes,
        }
    }
}
