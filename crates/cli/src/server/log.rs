//! What the server says on the error stream.

use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes a line with the time.
pub fn log(text: &str) {
    // Where nobody listens nothing is to be said.
    let _ = std::io::stderr().write_all(format!("[{}] {text}\n", Moment::now().local()).as_bytes());
}

const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A second, in parts.
pub struct Moment {
    seconds: u64,
}

const DAY_SECONDS: u64 = 86_400;

impl Moment {
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { seconds: since.as_secs() }
    }

    /// Year, month from 0 and day of the civil calendar.
    fn date(&self) -> (u64, usize, u64) {
        let days = self.seconds / DAY_SECONDS + 719_468;
        let era = days / 146_097;
        let day_of_era = days % 146_097;
        let leaps = day_of_era / 1460;
        let year = (day_of_era - leaps + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 2 } else { shifted - 10 };
        let year = year + era * 400 + u64::from(month < 2);
        (year, usize::try_from(month).unwrap_or(0), day)
    }

    fn time(&self) -> String {
        let second = self.seconds % DAY_SECONDS;
        format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
    }

    fn weekday(&self) -> &'static str {
        DAYS[usize::try_from(self.seconds / DAY_SECONDS % 7).unwrap_or(0)]
    }

    /// As a log has it: `Sat Nov 21 10:44:40 2026`.
    fn local(&self) -> String {
        let (year, month, day) = self.date();
        format!("{} {} {day:>2} {} {year}", self.weekday(), MONTHS[month], self.time())
    }

    /// As a header has it: `Sat, 21 Nov 2026 10:44:40 GMT`.
    pub fn header(&self) -> String {
        let (year, month, day) = self.date();
        let weekday = self.weekday();
        format!("{weekday}, {day:02} {} {year} {} GMT", MONTHS[month], self.time())
    }
}
