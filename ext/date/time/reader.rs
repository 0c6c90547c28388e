//! Numbers, words and places in a piece of text.

use super::moment::Place;
use super::words::{MONTHS, NUMBERS, UNITS, Unit};
use super::zone;

/// A piece of the text and a place in it.
pub struct Reader<'t> {
    /// The piece.
    pub text: &'t [u8],
    /// How much of it has been read.
    pub at: usize,
    /// Where the piece begins in the whole text.
    pub from: usize,
}

impl<'t> Reader<'t> {
    /// At the start of a piece that begins at `from`.
    pub fn new(text: &'t [u8], from: usize) -> Self {
        Self { text, at: 0, from }
    }
}

impl Reader<'_> {
    /// 0 at the end.
    pub fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    /// Whether all has been read.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Passes what is skipped.
    pub fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) {
        while !self.is_at_end() && is_skipped(self.peek()) {
            self.at += 1;
        }
    }

    fn take(&mut self, is_taken: impl Fn(u8) -> bool, most: usize) -> String {
        let rest = &self.text[self.at..];
        let length = rest.iter().take(most).take_while(|&&byte| is_taken(byte)).count();
        self.at += length;
        String::from_utf8_lossy(&rest[..length]).into_owned()
    }

    /// The next digits and how many there are.
    pub fn digits(&mut self, most: usize) -> Option<(i64, usize)> {
        self.skip(|byte| !byte.is_ascii_digit());
        let digits = self.take(|byte| byte.is_ascii_digit(), most);
        Some((digits.parse().ok()?, digits.len()))
    }

    /// The next number of so many digits at most.
    pub fn number(&mut self, most: usize) -> Option<i64> {
        self.digits(most).map(|(number, _)| number)
    }

    /// A year of less than four digits is one of 1970 to 2069.
    pub fn year(&mut self) -> Option<i64> {
        let (year, digits) = self.digits(4)?;
        Some(match year {
            _ if digits >= 4 => year,
            0..70 => year + 2000,
            70..100 => year + 1900,
            _ => year,
        })
    }

    /// A number behind any count of signs.
    pub fn signed(&mut self, most: usize) -> i64 {
        let mut is_negative = false;
        while !self.is_at_end() && !self.peek().is_ascii_digit() {
            is_negative ^= self.peek() == b'-';
            self.at += 1;
        }
        let digits = self.take(|byte| byte.is_ascii_digit(), most);
        let number: i128 = digits.parse().unwrap_or(i128::MAX);
        let number = if is_negative { -number } else { number };
        number.clamp(i64::MIN.into(), i64::MAX.into()) as i64
    }

    /// A fraction behind its point, as millionths.
    pub fn fraction(&mut self) -> i64 {
        self.skip(|byte| !matches!(byte, b'.' | b':') && !byte.is_ascii_digit());
        self.at += usize::from(matches!(self.peek(), b'.' | b':'));
        let digits = self.take(|byte| byte.is_ascii_digit(), usize::MAX);
        let digits = format!("{digits:0<6}");
        digits[..6].parse().unwrap_or(0)
    }

    /// Passes blanks.
    pub fn blanks(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            self.at += match rest {
                [b' ' | b'\t', ..] => 1,
                [0xe2, 0x80, 0xaf, ..] => 3,
                [0xc2, 0xa0, ..] => 2,
                _ => return,
            };
        }
    }

    /// Passes what follows the number of a day.
    pub fn day_suffix(&mut self) {
        let next = self.text.get(self.at..self.at + 2).map(<[u8]>::to_ascii_lowercase);
        if next.is_some_and(|next| matches!(&next[..], b"st" | b"nd" | b"rd" | b"th")) {
            self.at += 2;
        }
    }

    /// The month that the next word names.
    pub fn month(&mut self) -> Option<i64> {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'-' | b'.' | b'/'));
        let word = self.take(|byte| byte.is_ascii_alphabetic(), usize::MAX);
        let found = MONTHS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&word));
        found.map(|(_, month)| *month)
    }

    /// What to add to an hour of the half day.
    pub fn meridian(&mut self, hour: i64) -> i64 {
        self.skip(|byte| !matches!(byte, b'A' | b'a' | b'P' | b'p'));
        let is_morning = matches!(self.peek(), b'A' | b'a');
        self.at = self.text.len();
        match (is_morning, hour) {
            (true, 12) => -12,
            (false, hour) if hour != 12 => 12,
            _ => 0,
        }
    }

    /// A number as a word, and how today counts.
    pub fn number_word(&mut self) -> (i64, i64) {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'-' | b'/'));
        let word = self.take(|byte| byte.is_ascii_alphabetic(), usize::MAX);
        let found = NUMBERS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(&word));
        found.map_or((0, 0), |(_, number, behaviour)| (*number, *behaviour))
    }

    /// What the next word adds to, and how much.
    pub fn unit(&mut self) -> Option<(Unit, i64)> {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'-' | b'/'));
        let is_part = |byte: u8| {
            !matches!(
                byte,
                0 | b' ' | b'\t' | b',' | b';' | b':' | b'/' | b'.' | b'-' | b'(' | b')'
            )
        };
        let word = self.take(is_part, usize::MAX);
        let found = UNITS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(&word));
        found.map(|(_, unit, factor)| (*unit, *factor))
    }

    /// `±hh`, `±hhmm`, `±hh:mm` and the like, without the sign, as seconds.
    fn offset(&mut self) -> Option<i64> {
        let text = self.take(|byte| byte.is_ascii_digit() || byte == b':', usize::MAX);
        let parts: Vec<&str> = text.split(':').collect();
        let short = |text: &&str| text.len() <= 4;
        let number = |text: &str| Some(text).filter(short)?.parse::<i64>().ok();
        Some(match parts[..] {
            [hour, minute] => number(hour)? * 3600 + number(minute)? * 60,
            [hour, minute, second] => number(hour)? * 3600 + number(minute)? * 60 + number(second)?,
            [digits] => match digits.len() {
                1 | 2 => number(digits)? * 3600,
                3 => number(&digits[..1])? * 3600 + number(&digits[1..])? * 60,
                4 => number(&digits[..2])? * 3600 + number(&digits[2..])? * 60,
                6 => {
                    number(&digits[..2])? * 3600
                        + number(&digits[2..4])? * 60
                        + number(&digits[4..])?
                }
                _ => return None,
            },
            _ => return None,
        })
    }

    /// A place; `None` when nobody knows it.
    pub fn place(&mut self) -> Option<Place> {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'('));
        let rest = &self.text[self.at..];
        if rest.starts_with(b"GMT+") || rest.starts_with(b"GMT-") {
            self.at += 3;
        }
        let sign = match self.peek() {
            b'+' => 1,
            b'-' => -1,
            _ => return self.named_place(),
        };
        self.at += 1;
        self.offset().map(|offset| Place::Offset(sign * offset))
    }

    fn named_place(&mut self) -> Option<Place> {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"/_-+".contains(&byte);
        let word = self.take(is_part, usize::MAX);
        place_named(&word)
    }
}

/// Abbreviations are shorter than this.
const ABBREVIATION_BYTES: usize = 6;

/// The place that a whole text names: `+02:00`, `EST`, `Europe/Berlin`.
pub fn place_of_text(text: &[u8]) -> Option<Place> {
    let mut reader = Reader::new(text, 0);
    let place = reader.place()?;
    reader.is_at_end().then_some(place)
}

/// The place that a word names: `UTC` is the zone, other abbreviations go before zones.
pub fn place_named(word: &str) -> Option<Place> {
    let short = Some(word).filter(|word| word.len() < ABBREVIATION_BYTES);
    let found = short.and_then(zone::abbreviation);
    if let Some((offset, is_dst, _)) =
        found.filter(|_| !word.eq_ignore_ascii_case("utc") || word != "UTC")
    {
        let offset = offset - if is_dst { 3600 } else { 0 };
        return Some(Place::Abbreviation { name: word.to_ascii_uppercase(), offset, is_dst });
    }
    zone::find(word).map(Place::Zone)
}
