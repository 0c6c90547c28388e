//! What a text says of a moment: the words of `strtotime()`.

use super::civil;
use super::moment::{Fields, MonthEnd, Place, Relative, Special};
use super::reader::Reader;
use super::scan::{Form, longest};
use super::words::Unit;

/// A complaint about a place in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The byte.
    pub at: usize,
    /// In PHP's words.
    pub text: &'static str,
}

/// What a text says; what it says nothing of is `None`.
#[derive(Debug, Default)]
pub struct Parse {
    pub year: Option<i64>,
    pub month: Option<i64>,
    pub day: Option<i64>,
    pub hour: Option<i64>,
    pub minute: Option<i64>,
    pub second: Option<i64>,
    pub micros: Option<i64>,
    pub place: Option<Place>,
    /// Whether it names a place, even one that nobody knows.
    pub names_place: bool,
    /// Whether there is a relative part, even one of nothing.
    pub has_relative: bool,
    pub relative: Relative,
    pub warnings: Vec<Note>,
    pub errors: Vec<Note>,
    has_date: bool,
    times: u32,
    zones: u32,
}

/// Reads a text.
pub fn parse(text: &[u8]) -> Parse {
    let mut parse = Parse::default();
    let is_blank = |byte: &&u8| matches!(**byte, b' ' | b'\t'..=b'\r');
    let lead = text.iter().take_while(is_blank).count();
    let trail = text[lead..].iter().rev().take_while(is_blank).count();
    let text = &text[lead..text.len() - trail];
    if text.is_empty() {
        parse.errors.push(Note { at: 0, text: "Empty string" });
        return parse;
    }
    let mut at = 0;
    while at < text.len() {
        let Some((form, length)) = longest(&text[at..]) else {
            parse.errors.push(Note { at, text: "Unexpected character" });
            at += 1;
            continue;
        };
        let end = (at + length).min(text.len());
        let mut reader = Reader::new(&text[at..end], at);
        parse.form(form, &mut reader);
        at += length;
    }
    // PHP: what is wrong with the whole is told behind the end.
    parse.check(text.len() + 1);
    parse
}

const UNKNOWN_ZONE: &str = "The timezone could not be found in the database";

impl Parse {
    fn error(&mut self, reader: &Reader<'_>, text: &'static str) {
        self.errors.push(Note { at: reader.from, text });
    }

    /// `false`, with an error, when there is a time already.
    fn begin_time(&mut self, reader: &Reader<'_>) -> bool {
        if self.times > 0 {
            self.error(reader, "Double time specification");
            return false;
        }
        self.times = 1;
        self.clear_clock();
        true
    }

    fn clear_clock(&mut self) {
        (self.hour, self.minute, self.second, self.micros) = (Some(0), Some(0), Some(0), Some(0));
    }

    fn forget_time(&mut self) {
        self.times = 0;
        self.clear_clock();
    }

    fn begin_date(&mut self, reader: &Reader<'_>) -> bool {
        if self.has_date {
            self.error(reader, "Double date specification");
            return false;
        }
        self.has_date = true;
        true
    }

    fn begin_zone(&mut self, reader: &Reader<'_>) -> bool {
        self.zones += 1;
        if self.zones == 1 {
            return true;
        }
        let text = "Double timezone specification";
        let at = reader.from;
        let notes = if self.zones == 2 { &mut self.warnings } else { &mut self.errors };
        notes.push(Note { at, text });
        false
    }

    fn form(&mut self, form: Form, reader: &mut Reader<'_>) {
        match form {
            Form::Separator | Form::Now => {}
            Form::Yesterday | Form::Tomorrow => {
                self.has_relative = true;
                self.forget_time();
                self.relative.by.day = if form == Form::Tomorrow { 1 } else { -1 };
            }
            Form::Noon => {
                self.forget_time();
                self.times = 1;
                self.hour = Some(12);
            }
            Form::Midnight => self.forget_time(),
            Form::Timestamp | Form::TimestampMicros => self.timestamp(form, reader),
            Form::MonthEnd => {
                self.has_relative = true;
                let is_last = matches!(reader.peek(), b'l' | b'L');
                let end = if is_last { MonthEnd::Last } else { MonthEnd::First };
                self.relative.month_end = Some(end);
            }
            Form::AroundHour => self.around_hour(reader),
            Form::Time12 | Form::Mssql | Form::Time24 | Form::NoColon | Form::IsoNoColon => {
                self.time_form(form, reader);
            }
            Form::MonthDayTime12 | Form::MonthDayTime24 => self.month_day_time(form, reader),
            Form::DateTime | Form::CommonLog => self.date_time(form, reader),
            Form::Year => self.year = reader.number(4),
            Form::Ago => self.ago(),
            Form::Weekday => self.weekday(reader),
            Form::WeekdayOf => self.weekday_of(reader),
            Form::RelativeWeek | Form::RelativeText | Form::Relative => {
                self.relative_form(form, reader);
            }
            Form::Zone => {
                if self.begin_zone(reader) {
                    self.zone(reader);
                }
            }
            _ => {
                if self.begin_date(reader) {
                    self.date_form(form, reader);
                }
            }
        }
    }

    fn zone(&mut self, reader: &mut Reader<'_>) {
        reader.blanks();
        self.names_place = true;
        match reader.place() {
            Some(place) => self.place = Some(place),
            None => self.error(reader, UNKNOWN_ZONE),
        }
    }

    fn timestamp(&mut self, form: Form, reader: &mut Reader<'_>) {
        if !self.begin_zone(reader) {
            return;
        }
        self.has_relative = true;
        self.has_date = false;
        self.times = 0;
        let is_negative = reader.text.get(1) == Some(&b'-');
        let seconds = reader.signed(24);
        self.relative.by.second = self.relative.by.second.saturating_add(seconds);
        if form == Form::TimestampMicros {
            let micros = reader.fraction();
            self.relative.by.micros = if is_negative { -micros } else { micros };
        }
        (self.year, self.month, self.day) = (Some(1970), Some(1), Some(1));
        self.clear_clock();
        (self.place, self.names_place) = (Some(Place::Offset(0)), true);
    }

    fn around_hour(&mut self, reader: &mut Reader<'_>) {
        self.forget_time();
        self.times = 1;
        let is_back = reader.peek() == b'b';
        let hour = reader.number(2).unwrap_or(0);
        let (mut hour, minute) = if is_back { (hour, 15) } else { (hour - 1, 45) };
        if !reader.is_at_end() {
            hour += reader.meridian(hour);
        }
        (self.hour, self.minute) = (Some(hour), Some(minute));
    }

    /// Hours, minutes and seconds with a fraction, as far as they are there.
    fn clock(&mut self, reader: &mut Reader<'_>) {
        let is_next = |reader: &Reader<'_>| matches!(reader.peek(), b':' | b'.');
        self.hour = reader.number(2);
        if is_next(reader) {
            self.minute = reader.number(2);
            if is_next(reader) {
                self.second = reader.number(2);
                if reader.peek() == b'.' {
                    self.micros = Some(reader.fraction());
                }
            }
        }
    }

    fn trailing_zone(&mut self, reader: &mut Reader<'_>) {
        if !reader.is_at_end() {
            self.zone(reader);
        }
    }

    fn half_day(&mut self, reader: &mut Reader<'_>) {
        let hour = self.hour.unwrap_or(0);
        self.hour = Some(hour + reader.meridian(hour));
    }

    fn time_form(&mut self, form: Form, reader: &mut Reader<'_>) {
        if form == Form::NoColon && self.times < 2 {
            self.times += 1;
            if self.times == 2 {
                self.year = reader.number(4);
            } else {
                (self.hour, self.minute) = (reader.number(2), reader.number(2));
                self.second = Some(0);
            }
            return;
        }
        if !self.begin_time(reader) {
            return;
        }
        match form {
            Form::Time12 => {
                self.clock(reader);
                self.half_day(reader);
            }
            Form::Mssql => {
                (self.hour, self.minute) = (reader.number(2), reader.number(2));
                self.second = reader.number(2);
                self.micros = Some(reader.fraction());
                self.half_day(reader);
            }
            Form::Time24 => {
                self.clock(reader);
                self.trailing_zone(reader);
            }
            _ => {
                (self.hour, self.minute) = (reader.number(2), reader.number(2));
                if form == Form::IsoNoColon {
                    self.second = reader.number(2);
                    self.trailing_zone(reader);
                }
            }
        }
    }

    fn month_day_time(&mut self, form: Form, reader: &mut Reader<'_>) {
        if !self.begin_date(reader) {
            return;
        }
        self.month = reader.month();
        self.day = reader.number(2);
        if !self.begin_time(reader) {
            return;
        }
        (self.hour, self.minute) = (reader.number(2), reader.number(2));
        let is_second =
            reader.peek() == b':' || (reader.peek() == b'.' && form == Form::MonthDayTime12);
        if is_second {
            self.second = reader.number(2);
            if reader.peek() == b'.' {
                self.micros = Some(reader.fraction());
            }
        }
        if form == Form::MonthDayTime12 {
            self.half_day(reader);
        } else {
            self.trailing_zone(reader);
        }
    }

    fn date_time(&mut self, form: Form, reader: &mut Reader<'_>) {
        if !self.begin_time(reader) || !self.begin_date(reader) {
            return;
        }
        if form == Form::CommonLog {
            self.day = reader.number(2);
            self.month = reader.month();
            self.year = reader.number(4);
        } else {
            self.year = reader.number(4);
            self.month = reader.number(2);
            self.day = reader.number(2);
        }
        (self.hour, self.minute) = (reader.number(2), reader.number(2));
        self.second = reader.number(2);
        if form == Form::CommonLog {
            self.zone(reader);
        } else if reader.peek() == b'.' {
            self.micros = Some(reader.fraction());
            self.trailing_zone(reader);
        }
    }

    fn date_form(&mut self, form: Form, reader: &mut Reader<'_>) {
        match form {
            Form::American => {
                (self.month, self.day) = (reader.number(2), reader.number(2));
                if reader.peek() == b'/' {
                    self.year = reader.year();
                }
            }
            Form::IsoDate | Form::IsoDateLong => {
                self.year = Some(reader.signed(if form == Form::IsoDate { 4 } else { 19 }));
                (self.month, self.day) = (reader.number(2), reader.number(2));
            }
            Form::IsoDate2 | Form::YearMonthDay => {
                self.year = reader.year();
                (self.month, self.day) = (reader.number(2), reader.number(2));
            }
            Form::YearMonth => {
                self.year = reader.year();
                (self.month, self.day) = (reader.number(2), Some(1));
            }
            Form::DateFull | Form::DayMonth => {
                self.day = reader.number(2);
                reader.day_suffix();
                self.month = reader.month();
                if form == Form::DateFull {
                    self.year = reader.year();
                }
            }
            Form::Pointed4 | Form::Pointed2 => {
                (self.day, self.month) = (reader.number(2), reader.number(2));
                self.year = reader.year();
            }
            Form::NoDay => {
                self.month = reader.month();
                (self.year, self.day) = (reader.year(), Some(1));
            }
            Form::NoDayReversed => {
                self.year = reader.year();
                (self.month, self.day) = (reader.month(), Some(1));
            }
            Form::MonthDay | Form::MonthDayYear => {
                (self.month, self.day) = (reader.month(), reader.number(2));
                self.year = reader.year().or(if form == Form::MonthDay { None } else { self.year });
            }
            Form::YearMonthTextDay => {
                self.year = reader.year();
                (self.month, self.day) = (reader.month(), reader.number(2));
            }
            Form::DateNoColon => {
                self.year = reader.number(4);
                (self.month, self.day) = (reader.number(2), reader.number(2));
            }
            Form::YearDay => {
                self.year = reader.year();
                (self.day, self.month) = (reader.number(3), Some(1));
            }
            Form::IsoWeekDay | Form::IsoWeek => self.iso_week(form, reader),
            _ => self.month = reader.month(),
        }
    }

    fn iso_week(&mut self, form: Form, reader: &mut Reader<'_>) {
        self.has_relative = true;
        let year = reader.number(4).unwrap_or(0);
        let week = reader.number(2).unwrap_or(0);
        let day = if form == Form::IsoWeekDay { reader.number(1).unwrap_or(0) } else { 1 };
        (self.year, self.month, self.day) = (Some(year), Some(1), Some(1));
        self.relative.by.day = civil::iso_day_offset(year, week, day);
    }

    fn ago(&mut self) {
        let by = &mut self.relative.by;
        for field in
            [&mut by.year, &mut by.month, &mut by.day, &mut by.hour, &mut by.minute, &mut by.second]
        {
            *field = field.saturating_neg();
        }
        if let Some((weekday, _)) = &mut self.relative.weekday {
            *weekday = if *weekday == 0 { -7 } else { -*weekday };
        }
        if let Some(Special::Weekdays(count)) = &mut self.relative.special {
            *count = -*count;
        }
    }

    fn weekday(&mut self, reader: &mut Reader<'_>) {
        self.has_relative = true;
        self.forget_time();
        let number = reader.unit().map_or(0, |(_, number)| number);
        let behaviour = match self.relative.weekday {
            Some((_, 2)) => 2,
            _ => 1,
        };
        self.relative.weekday = Some((number, behaviour));
    }

    fn weekday_of(&mut self, reader: &mut Reader<'_>) {
        self.has_relative = true;
        let (number, behaviour) = reader.number_word();
        let special = if number > 0 { Special::InMonth } else { Special::LastInMonth };
        self.relative.special = Some(special);
        let behaviour = if number > 0 { 1 } else { behaviour };
        self.add(reader, (number, behaviour), true);
    }

    fn relative_form(&mut self, form: Form, reader: &mut Reader<'_>) {
        self.has_relative = true;
        while !reader.is_at_end() {
            let from = reader.at;
            if form == Form::Relative {
                let number = reader.signed(24);
                reader.blanks();
                self.add(reader, (number, 1), false);
            } else {
                let (number, behaviour) = reader.number_word();
                reader.blanks();
                self.add(reader, (number, behaviour), true);
                if form == Form::RelativeWeek {
                    let weekday = self.relative.weekday.map_or(1, |(weekday, _)| weekday);
                    // The day of the week is only moved when a text names one.
                    self.relative.weekday = Some((weekday, 2));
                }
            }
            if reader.at == from {
                return;
            }
        }
    }

    /// Adds so many of the unit that comes next.
    fn add(&mut self, reader: &mut Reader<'_>, (number, behaviour): (i64, i64), clears: bool) {
        let Some((unit, factor)) = reader.unit() else { return };
        let by = &mut self.relative.by;
        let field = match unit {
            Unit::Micro => &mut by.micros,
            Unit::Second => &mut by.second,
            Unit::Minute => &mut by.minute,
            Unit::Hour => &mut by.hour,
            Unit::Day => &mut by.day,
            Unit::Month => &mut by.month,
            Unit::Year => &mut by.year,
            Unit::Weekday => {
                let weeks = if number > 0 { number - 1 } else { number };
                by.day = by.day.saturating_add(weeks.saturating_mul(7));
                self.relative.weekday = Some((factor, behaviour));
                if clears {
                    self.forget_time();
                }
                return;
            }
            Unit::Weekdays => {
                self.relative.special = Some(Special::Weekdays(number));
                if clears {
                    self.forget_time();
                }
                return;
            }
        };
        *field = field.saturating_add(number.saturating_mul(factor));
    }

    fn check(&mut self, end: usize) {
        let time = (self.hour, self.minute, self.second);
        if let (true, (Some(hour), Some(minute), Some(second))) = (self.times > 0, time) {
            let is_valid =
                (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
            if !is_valid {
                self.warnings.push(Note { at: end, text: "The parsed time was invalid" });
            }
        }
        if self.has_date {
            let (month, day) = (self.month.unwrap_or(0), self.day.unwrap_or(0));
            // A year that is not said has no 29th of February.
            let days = civil::days_in_month(self.year.unwrap_or(1), month);
            if !(1..=12).contains(&month) || !(1..=days).contains(&day) {
                self.warnings.push(Note { at: end, text: "The parsed date was invalid" });
            }
        }
    }

    /// Whether it says a date, a time or a place, not only how far from one something is.
    pub fn is_absolute(&self) -> bool {
        self.has_date || self.times > 0 || self.zones > 0
    }

    /// The fields, those not said taken from `now`; a date without a time is at midnight.
    pub fn fields(&self, now: &Fields) -> Fields {
        let is_midnight = self.has_date && self.times == 0;
        let clock = |said: Option<i64>, now: i64| match said {
            _ if is_midnight => 0,
            Some(said) => said,
            None => now,
        };
        let said = [self.year, self.month, self.day, self.hour, self.minute, self.second];
        let says_something = said.iter().any(Option::is_some) || is_midnight;
        Fields {
            year: self.year.unwrap_or(now.year),
            month: self.month.unwrap_or(now.month),
            day: self.day.unwrap_or(now.day),
            hour: clock(self.hour, now.hour),
            minute: clock(self.minute, now.minute),
            second: clock(self.second, now.second),
            micros: clock(self.micros, if says_something { 0 } else { now.micros }),
        }
    }
}
