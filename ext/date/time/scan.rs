//! The forms that dates and times are written in: at each place the longest one counts, of equally
//! long ones the first.

use std::sync::{LazyLock, Mutex, PoisonError};

use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::util::start;
use regex_automata::util::syntax;
use regex_automata::{Anchored, MatchKind};

/// Names that stand in forms, each made of those before it.
const PARTS: &[(&str, &str)] = &[
    ("space", r"(?:[ \t]+|(?:\xC2\xA0)+|(?:\xE2\x80\xAF)+)"),
    ("frac", r"\.[0-9]+"),
    ("hour24lz", "(?:[01][0-9]|2[0-4])"),
    ("hour24", "(?:[01]?[0-9]|2[0-4])"),
    ("hour12", "(?:0?[1-9]|1[0-2])"),
    ("minutelz", "[0-5][0-9]"),
    ("minute", "[0-5]?[0-9]"),
    ("secondlz", "(?:{minutelz}|60)"),
    ("second", "(?:{minute}|60)"),
    ("meridian", r"[AaPp]\.?[Mm]\.?[\x00\t ]"),
    ("tz", r"(?:\(?[A-Za-z]{1,6}\)?|[A-Z][a-z]+(?:[_/-][A-Za-z]+)+)"),
    (
        "tzcor",
        "(?:(?:GMT)?[+-](?:{hour24}(?::?{minute})?|{hour24lz}{minutelz}{secondlz}|{hour24lz}:{minutelz}:{secondlz}))",
    ),
    ("month", "(?:0?[0-9]|1[0-2])"),
    ("day", "(?:(?:[0-2]?[0-9]|3[01])(?:st|nd|rd|th)?)"),
    ("year4", "[0-9]{4}"),
    ("year2", "[0-9]{2}"),
    ("year", "[0-9]{1,4}"),
    ("dayofyear", "(?:00[1-9]|0[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-6])"),
    ("weekofyear", "(?:0[1-9]|[1-4][0-9]|5[0-3])"),
    ("monthlz", "(?:0[0-9]|1[0-2])"),
    ("daylz", "(?:0[0-9]|[12][0-9]|3[01])"),
    (
        "dayname",
        "(?i:sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sun|mon|tue|wed|thu|fri|sat)",
    ),
    ("daytext", "(?:{dayname}|(?i:weekdays?))"),
    (
        "monthfull",
        "(?i:january|february|march|april|may|june|july|august|september|october|november|december)",
    ),
    ("monthabbr", "(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"),
    ("monthtext", "(?:{monthfull}|{monthabbr}|I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)"),
    ("timeshort12", "{hour12}[:.]{minutelz}{space}?{meridian}"),
    ("timelong12", "{hour12}[:.]{minute}[:.]{secondlz}{space}?{meridian}"),
    ("timeshort24", "[tT]?{hour24}[:.]{minute}"),
    ("timelong24", "[tT]?{hour24}[:.]{minute}[:.]{second}"),
    ("normtz", "[tT]?{hour24}[:.]{minute}[:.]{secondlz}{space}?(?:{tzcor}|{tz})"),
    ("noyear", r"{monthtext}[ .\t-]*{day}(?:[,.stndrh\t ]+|\x00)"),
    (
        "reltext",
        "(?i:first|second|third|fourth|fifth|sixth|seventh|eight|eighth|ninth|tenth|eleventh|twelfth|next|last|previous|this)",
    ),
    ("relword", "(?i:next|last|previous|this)"),
    (
        "unit",
        r"(?:(?i:ms|\xC2\xB5s)|(?i:(?:msec|millisecond|\xC2\xB5sec|microsecond|usec|sec|second|min|minute|hour|day|fortnight|forthnight|month|year)s?)|(?i:weeks)|{daytext})",
    ),
];

macro_rules! forms {
    ($($form:ident = [$($pattern:literal),+];)+) => {
        /// What a piece of text is.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Form {
            $($form,)+
        }

        const FORMS: &[(Form, &str)] = &[$($((Form::$form, $pattern)),+),+];
    };
}

forms! {
    Yesterday = ["(?i:yesterday)"];
    Now = ["(?i:now)"];
    Noon = ["(?i:noon)"];
    Midnight = ["(?i:midnight|today)"];
    Tomorrow = ["(?i:tomorrow)"];
    Timestamp = ["@-?[0-9]+"];
    TimestampMicros = [r"@-?[0-9]+\.[0-9]{0,6}"];
    MonthEnd = ["(?i:first day of|last day of)"];
    AroundHour = ["(?i:back of |front of ){hour24}(?:{space}?{meridian})?"];
    WeekdayOf = ["{reltext}{space}{dayname}{space}(?i:of)"];
    Time12 = ["{hour12}{space}?{meridian}", "{timeshort12}", "{timelong12}"];
    Mssql = ["{hour12}:{minutelz}:{secondlz}[:.][0-9]+{meridian}"];
    Time24 = [
        "[tT]{hour24}",
        "{timeshort24}",
        "{timelong24}",
        "[tT]?{hour24}[:.]{minute}[:.]{second}{frac}"
    ];
    NoColon = ["[tT]?{hour24lz}{minutelz}"];
    IsoNoColon = ["[tT]?{hour24lz}{minutelz}{secondlz}"];
    American = ["{month}/{day}", "{month}/{day}/{year}"];
    IsoDate = [
        "[+-]?{year4}-{monthlz}-{daylz}",
        "{year4}/{monthlz}/{daylz}/?",
        "{year4}/{month}/{day}"
    ];
    IsoDate2 = ["{year2}-{monthlz}-{daylz}"];
    IsoDateLong = ["[+-][0-9]{5,19}-{monthlz}-{daylz}"];
    YearMonth = ["{year4}-{month}"];
    YearMonthDay = ["{year}-{month}-{day}"];
    DateFull = [r"{day}[ \t.-]*{monthtext}[ \t.-]*{year}"];
    Pointed4 = [r"{day}[.\t-]{month}[.-]{year4}"];
    Pointed2 = [r"{day}[.\t]{month}\.{year2}"];
    NoDay = [r"{monthtext}[ .\t-]*{year4}"];
    NoDayReversed = [r"{year4}[ .\t-]*{monthtext}"];
    MonthDay = [r"{monthtext}[ .\t-]*{day}[,.stndrh\t ]+{year}", "{noyear}"];
    DayMonth = [r"{day}[ .\t-]*{monthtext}"];
    DateNoColon = ["{year4}{monthlz}{daylz}"];
    DateTime = [
        "{year4}{monthlz}{daylz}T{hour24}:{minutelz}:{secondlz}",
        "{year4}{monthlz}{daylz}[tT]{hour24}{minutelz}{secondlz}",
        "{year4}-{monthlz}-{daylz}T{hour24lz}:{minutelz}:{secondlz}{frac}{tzcor}?",
        "{year4}-{month}-{day}T{hour24}:{minute}:{second}",
        "{year4}:{monthlz}:{daylz} {hour24lz}:{minutelz}:{secondlz}"
    ];
    YearDay = ["{year4}[.-]?{dayofyear}"];
    IsoWeekDay = ["{year4}-?W{weekofyear}-?[0-7]"];
    IsoWeek = ["{year4}-?W{weekofyear}"];
    MonthDayYear = ["{monthabbr}-{daylz}-{year}"];
    YearMonthTextDay = ["{year}-{monthabbr}-{daylz}"];
    CommonLog = ["{day}/{monthabbr}/{year4}:{hour24lz}:{minutelz}:{secondlz}{space}{tzcor}"];
    Year = ["{year4}"];
    Ago = ["(?i:ago)"];
    Weekday = ["{daytext}"];
    RelativeWeek = ["{relword}{space}(?i:week)"];
    RelativeText = ["{reltext}{space}{unit}"];
    Month = ["{monthfull}", "{monthabbr}"];
    Zone = ["{tzcor}", "{tz}"];
    MonthDayTime12 = ["{noyear}{timeshort12}", "{noyear}{timelong12}"];
    MonthDayTime24 = ["{noyear}{timeshort24}", "{noyear}{timelong24}", "{noyear}{normtz}"];
    Relative = [r"[+-]*[ \t]*[0-9]{1,13}{space}?(?:{unit}|(?i:week))"];
    Separator = ["[.,]", "{space}", r"[\x00\n]"];
}

fn expanded(pattern: &str, parts: &[(String, String)]) -> String {
    let mut text = pattern.to_owned();
    for (name, part) in parts {
        text = text.replace(name, part);
    }
    text
}

fn patterns() -> Vec<String> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for (name, part) in PARTS {
        let part = expanded(part, &parts);
        parts.push((format!("{{{name}}}"), part));
    }
    FORMS.iter().map(|(_, pattern)| expanded(pattern, &parts)).collect()
}

struct Scanner {
    dfa: DFA,
    cache: Mutex<Cache>,
}

static SCANNER: LazyLock<Scanner> = LazyLock::new(|| {
    let dfa = DFA::builder()
        .configure(DFA::config().match_kind(MatchKind::All).cache_capacity(8 << 20))
        .syntax(syntax::Config::new().unicode(false).utf8(false))
        .thompson(regex_automata::nfa::thompson::Config::new().utf8(false))
        .build_many(&patterns())
        .expect("invariant: the forms are correct patterns");
    let cache = Mutex::new(dfa.create_cache());
    Scanner { dfa, cache }
});

/// The longest form at the start of `text`, behind which there are zero bytes, and its length.
pub fn longest(text: &[u8]) -> Option<(Form, usize)> {
    let scanner = &*SCANNER;
    let mut cache = scanner.cache.lock().unwrap_or_else(PoisonError::into_inner);
    let config = start::Config::new().anchored(Anchored::Yes);
    let mut state = scanner.dfa.start_state(&mut cache, &config).ok()?;
    let mut best = None;
    for (at, &byte) in text.iter().chain(&[0, 0, 0, 0]).enumerate() {
        state = scanner.dfa.next_state(&mut cache, state, byte).ok()?;
        if state.is_match() {
            let count = scanner.dfa.match_len(&cache, state);
            let patterns = (0..count).map(|at| scanner.dfa.match_pattern(&cache, state, at));
            // A match is told one byte late.
            best = patterns.min().map(|pattern| (FORMS[pattern.as_usize()].0, at));
        }
        if state.is_dead() || state.is_quit() {
            break;
        }
    }
    best
}
