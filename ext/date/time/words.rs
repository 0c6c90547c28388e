//! Names of months, days, units and numbers.
//!
//! tidy: table

/// What a unit adds to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Micro,
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
    /// A day of the week; the factor is its number.
    Weekday,
    /// Days from Monday to Friday.
    Weekdays,
}

impl Unit {
    /// Whether it is a day of the week.
    pub fn is_weekday(self) -> bool {
        self == Self::Weekday
    }
}

/// Months in English and Roman.
pub const MONTHS: &[(&str, i64)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
    ("v", 5),
    ("vi", 6),
    ("vii", 7),
    ("viii", 8),
    ("ix", 9),
    ("x", 10),
    ("xi", 11),
    ("xii", 12),
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];

/// Units, what they add to and how much.
pub const UNITS: &[(&str, Unit, i64)] = &[
    ("ms", Unit::Micro, 1000),
    ("msec", Unit::Micro, 1000),
    ("msecs", Unit::Micro, 1000),
    ("millisecond", Unit::Micro, 1000),
    ("milliseconds", Unit::Micro, 1000),
    ("µs", Unit::Micro, 1),
    ("usec", Unit::Micro, 1),
    ("usecs", Unit::Micro, 1),
    ("µsec", Unit::Micro, 1),
    ("µsecs", Unit::Micro, 1),
    ("microsecond", Unit::Micro, 1),
    ("microseconds", Unit::Micro, 1),
    ("sec", Unit::Second, 1),
    ("secs", Unit::Second, 1),
    ("second", Unit::Second, 1),
    ("seconds", Unit::Second, 1),
    ("min", Unit::Minute, 1),
    ("mins", Unit::Minute, 1),
    ("minute", Unit::Minute, 1),
    ("minutes", Unit::Minute, 1),
    ("hour", Unit::Hour, 1),
    ("hours", Unit::Hour, 1),
    ("day", Unit::Day, 1),
    ("days", Unit::Day, 1),
    ("week", Unit::Day, 7),
    ("weeks", Unit::Day, 7),
    ("fortnight", Unit::Day, 14),
    ("fortnights", Unit::Day, 14),
    ("forthnight", Unit::Day, 14),
    ("forthnights", Unit::Day, 14),
    ("month", Unit::Month, 1),
    ("months", Unit::Month, 1),
    ("year", Unit::Year, 1),
    ("years", Unit::Year, 1),
    ("sundays", Unit::Weekday, 0),
    ("sunday", Unit::Weekday, 0),
    ("sun", Unit::Weekday, 0),
    ("mondays", Unit::Weekday, 1),
    ("monday", Unit::Weekday, 1),
    ("mon", Unit::Weekday, 1),
    ("tuesdays", Unit::Weekday, 2),
    ("tuesday", Unit::Weekday, 2),
    ("tue", Unit::Weekday, 2),
    ("wednesdays", Unit::Weekday, 3),
    ("wednesday", Unit::Weekday, 3),
    ("wed", Unit::Weekday, 3),
    ("thursdays", Unit::Weekday, 4),
    ("thursday", Unit::Weekday, 4),
    ("thu", Unit::Weekday, 4),
    ("fridays", Unit::Weekday, 5),
    ("friday", Unit::Weekday, 5),
    ("fri", Unit::Weekday, 5),
    ("saturdays", Unit::Weekday, 6),
    ("saturday", Unit::Weekday, 6),
    ("sat", Unit::Weekday, 6),
    ("weekday", Unit::Weekdays, 1),
    ("weekdays", Unit::Weekdays, 1),
];

/// Numbers as words, and how today counts for days of the week.
pub const NUMBERS: &[(&str, i64, i64)] = &[
    ("first", 1, 0),
    ("next", 1, 0),
    ("second", 2, 0),
    ("third", 3, 0),
    ("fourth", 4, 0),
    ("fifth", 5, 0),
    ("sixth", 6, 0),
    ("seventh", 7, 0),
    ("eight", 8, 0),
    ("eighth", 8, 0),
    ("ninth", 9, 0),
    ("tenth", 10, 0),
    ("eleventh", 11, 0),
    ("twelfth", 12, 0),
    ("last", -1, 0),
    ("previous", -1, 0),
    ("this", 0, 1),
];
