//! A moment read as a layout says, letter by letter: what `date_create_from_format()` does.

use super::civil;
use super::moment::{Moment, Place};
use super::read::{Note, Parse};
use super::reader::Reader;

/// What stands between parts.
const SEPARATORS: &[u8] = b";:/.,-()";

/// Reads `text` as `layout` says.
pub fn parse_as(layout: &[u8], text: &[u8]) -> Parse {
    let mut scan = Scan {
        layout,
        letter: 0,
        reader: Reader::new(text, 0),
        parse: Parse::default(),
        allows_rest: false,
    };
    while scan.letter < layout.len() && !scan.reader.is_at_end() {
        let begin = scan.reader.at;
        let letter = layout[scan.letter];
        if let Err(text) = scan.part(letter, begin) {
            scan.parse.errors.push(Note { at: begin, text });
        }
        scan.letter += 1;
    }
    scan.end();
    scan.parse
}

struct Scan<'t> {
    layout: &'t [u8],
    letter: usize,
    reader: Reader<'t>,
    parse: Parse,
    allows_rest: bool,
}

type Read<T> = Result<T, &'static str>;

impl Scan<'_> {
    /// A number of so many digits at most; anything before it is a fault, and passed over.
    fn number(&mut self, (most, begin): (usize, usize), missing: &'static str) -> Read<i64> {
        if !self.reader.peek().is_ascii_digit() {
            self.parse.errors.push(Note { at: begin, text: "Unexpected data found." });
        }
        self.reader.number(most).ok_or(missing)
    }

    fn two_digits(&mut self, begin: usize, missing: &'static str) -> Read<i64> {
        if !self.reader.peek().is_ascii_digit() {
            self.parse.errors.push(Note { at: begin, text: "Unexpected data found." });
        }
        match self.reader.digits(2) {
            Some((number, 2)) => Ok(number),
            _ => Err(missing),
        }
    }

    fn part(&mut self, letter: u8, begin: usize) -> Read<()> {
        match letter {
            b'd' | b'j' | b'm' | b'n' | b'M' | b'F' | b'y' | b'Y' | b'x' | b'X' | b'z' | b'D'
            | b'l' | b'S' => self.date(letter, begin),
            b'g' | b'h' | b'G' | b'H' | b'i' | b's' | b'u' | b'v' | b'a' | b'A' => {
                self.clock(letter, begin)
            }
            b'e' | b'P' | b'p' | b'T' | b'O' => {
                self.parse.names_place = true;
                let place = self.reader.place();
                self.parse.place =
                    Some(place.ok_or("The timezone could not be found in the database")?);
                Ok(())
            }
            b'U' => {
                if !matches!(self.reader.peek(), b'+' | b'-' | b'0'..=b'9') {
                    self.parse.errors.push(Note { at: begin, text: "Unexpected data found." });
                }
                self.timestamp();
                Ok(())
            }
            b'!' => {
                self.reset();
                Ok(())
            }
            b'|' => {
                self.fill();
                Ok(())
            }
            _ => self.mark(letter),
        }
    }

    fn date(&mut self, letter: u8, begin: usize) -> Read<()> {
        match letter {
            b'd' | b'j' => {
                let day = self.number((2, begin), "A two digit day could not be found")?;
                self.parse.day = Some(day);
            }
            b'm' | b'n' => {
                let month = self.number((2, begin), "A two digit month could not be found")?;
                self.parse.month = Some(month);
            }
            b'M' | b'F' => {
                let month = self.reader.month();
                self.parse.month = Some(month.ok_or("A textual month could not be found")?);
            }
            b'y' => {
                let year = self.number((2, begin), "A two digit year could not be found")?;
                let is_full = self.reader.at - begin >= 4;
                let century = if year < 70 { 2000 } else { 1900 };
                self.parse.year = Some(if is_full { year } else { year + century });
            }
            b'Y' => {
                let year = self.number((4, begin), "A four digit year could not be found")?;
                self.parse.year = Some(year);
            }
            b'x' | b'X' => self.parse.year = Some(self.reader.signed(19)),
            b'z' => self.day_of_year(begin)?,
            b'S' => self.reader.day_suffix(),
            _ => {
                let found = self.reader.unit().filter(|(unit, _)| unit.is_weekday());
                let (_, number) = found.ok_or("A textual day could not be found")?;
                self.parse.has_relative = true;
                self.parse.relative.weekday = Some((number, 1));
            }
        }
        Ok(())
    }

    fn day_of_year(&mut self, begin: usize) -> Read<()> {
        let Some(year) = self.parse.year else {
            let text = "A 'day of year' can only come after a year has been found";
            self.parse.errors.push(Note { at: begin, text });
            let _ = self.reader.number(3);
            return Ok(());
        };
        let day = self.number((3, begin), "A three digit day-of-year could not be found")?;
        let (year, month, day) = civil::date(civil::days(year, 1, day + 1));
        (self.parse.year, self.parse.month, self.parse.day) = (Some(year), Some(month), Some(day));
        Ok(())
    }

    fn clock(&mut self, letter: u8, begin: usize) -> Read<()> {
        match letter {
            b'g' | b'h' | b'G' | b'H' => {
                let hour = self.number((2, begin), "A two digit hour could not be found")?;
                self.parse.hour = Some(hour);
                if hour > 12 && matches!(letter, b'g' | b'h') {
                    return Err("Hour cannot be higher than 12");
                }
            }
            b'i' => {
                let minute = self.two_digits(begin, "A two digit minute could not be found")?;
                self.parse.minute = Some(minute);
            }
            b's' => {
                let second = self.two_digits(begin, "A two digit second could not be found")?;
                self.parse.second = Some(second);
            }
            b'u' => self.fraction((6, begin), "A six digit microsecond could not be found")?,
            b'v' => self.fraction((3, begin), "A three digit millisecond could not be found")?,
            _ => self.meridian(begin)?,
        }
        Ok(())
    }

    /// Digits behind a point that is not there.
    fn fraction(&mut self, (most, begin): (usize, usize), missing: &'static str) -> Read<()> {
        let number = self.number((most, begin), missing)?;
        let digits = (self.reader.at - begin).min(6) as u32;
        self.parse.micros = Some(number * 10_i64.pow(6 - digits));
        Ok(())
    }

    fn meridian(&mut self, begin: usize) -> Read<()> {
        if self.parse.hour.is_none() {
            let text = "Meridian can only come after an hour has been found";
            self.parse.errors.push(Note { at: begin, text });
        }
        self.reader.skip(|byte| !matches!(byte, b'A' | b'a' | b'P' | b'p'));
        let is_morning = matches!(self.reader.peek(), b'A' | b'a');
        let missing = "A meridian could not be found";
        if self.reader.is_at_end() {
            return Err(missing);
        }
        self.reader.at += 1;
        let has_point = self.reader.peek() == b'.';
        self.reader.at += usize::from(has_point);
        if !matches!(self.reader.peek(), b'M' | b'm') {
            return Err(missing);
        }
        self.reader.at += 1;
        self.reader.at += usize::from(has_point && self.reader.peek() == b'.');
        if let Some(hour) = &mut self.parse.hour {
            *hour += match (is_morning, *hour) {
                (true, 12) => -12,
                (false, hour) if hour != 12 => 12,
                _ => 0,
            };
        }
        Ok(())
    }

    fn timestamp(&mut self) {
        let place = Place::Offset(0);
        let moment = Moment::new(self.reader.signed(24), &place);
        let parse = &mut self.parse;
        (parse.year, parse.month, parse.day) =
            (Some(moment.year), Some(moment.month), Some(moment.day));
        (parse.hour, parse.minute, parse.second) =
            (Some(moment.hour), Some(moment.minute), Some(moment.second));
        (parse.place, parse.names_place) = (Some(place), true);
    }

    fn reset(&mut self) {
        let parse = &mut self.parse;
        (parse.year, parse.month, parse.day) = (Some(1970), Some(1), Some(1));
        (parse.hour, parse.minute, parse.second) = (Some(0), Some(0), Some(0));
        (parse.micros, parse.place) = (Some(0), None);
    }

    fn fill(&mut self) {
        let parse = &mut self.parse;
        for (field, value) in [
            (&mut parse.year, 1970),
            (&mut parse.month, 1),
            (&mut parse.day, 1),
            (&mut parse.hour, 0),
            (&mut parse.minute, 0),
            (&mut parse.second, 0),
            (&mut parse.micros, 0),
        ] {
            field.get_or_insert(value);
        }
    }

    /// What is no part of a date or a clock.
    fn mark(&mut self, letter: u8) -> Read<()> {
        let next = self.reader.peek();
        match letter {
            b' ' => self.reader.blanks(),
            b'#' if !SEPARATORS.contains(&next) => {
                return Err("The separation symbol ([;:/.,-]) could not be found");
            }
            b'\\' => {
                let Some(&escaped) = self.layout.get(self.letter + 1) else {
                    return Err("Escaped character expected");
                };
                self.letter += 1;
                if next != escaped {
                    return Err("The escaped character could not be found");
                }
                self.reader.at += 1;
            }
            b'*' => {
                self.reader.at += 1;
                self.reader.skip(|byte| !b" \t.,:;/-0123456789".contains(&byte));
            }
            b'+' => self.allows_rest = true,
            b'#' | b'?' => self.reader.at += 1,
            letter if SEPARATORS.contains(&letter) && next != letter => {
                return Err("The separation symbol could not be found");
            }
            letter => {
                self.reader.at += 1;
                if next != letter {
                    return Err("The format separator does not match");
                }
            }
        }
        Ok(())
    }

    /// What is left of the text or of the layout, and what does not fit together.
    fn end(&mut self) {
        let at = self.reader.at;
        if !self.reader.is_at_end() {
            let note = Note { at, text: "Trailing data" };
            let notes =
                if self.allows_rest { &mut self.parse.warnings } else { &mut self.parse.errors };
            notes.push(note);
        }
        for &letter in self.layout.get(self.letter..).unwrap_or_default() {
            match letter {
                b'!' => self.reset(),
                b'|' => self.fill(),
                b'+' => {}
                _ => {
                    let text = "Not enough data available to satisfy format";
                    self.parse.errors.push(Note { at, text });
                    break;
                }
            }
        }
        let parse = &mut self.parse;
        let clock = [parse.hour, parse.minute, parse.second, parse.micros];
        if clock.iter().any(Option::is_some) {
            for field in [&mut parse.hour, &mut parse.minute, &mut parse.second, &mut parse.micros]
            {
                field.get_or_insert(0);
            }
        }
        if let (Some(hour), Some(minute), Some(second)) = (parse.hour, parse.minute, parse.second) {
            let is_valid =
                (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
            if !is_valid {
                parse.warnings.push(Note { at, text: "The parsed time was invalid" });
            }
        }
        if let (Some(year), Some(month), Some(day)) = (parse.year, parse.month, parse.day) {
            let days = civil::days_in_month(year, month);
            if !(1..=12).contains(&month) || !(1..=days).contains(&day) {
                parse.warnings.push(Note { at, text: "The parsed date was invalid" });
            }
        }
    }
}
