//! Matches of a subject, one after the other.

use std::cell::RefCell;
use std::sync::Arc;

use pcre2_sys as c;

use super::failure::Failure;
use super::ffi::{How, Limits, Matcher, Subject};
use super::pattern::Pattern;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// Start and end of a group; `usize::MAX` twice for one that took no part.
pub type Pair = [usize; 2];

/// A group that took no part.
pub const UNSET: Pair = [usize::MAX; 2];

/// Groups that the matcher of a thread has room for; patterns with more get one of their own.
const GROUPS: usize = 32;

thread_local! {
    static IDLE: RefCell<Option<Matcher>> = const { RefCell::new(None) };
}

/// What a request keeps.
#[derive(Default)]
pub struct Kept {
    /// The limits, once they were read.
    limits: Option<Limits>,
    /// How the last call ended.
    pub failure: Failure,
}

/// The limits that the ini settings say. Where a search begins nothing has failed yet.
fn begin(call: &mut Call<'_>) -> Limits {
    let kept = call.state::<Kept>();
    kept.failure = Failure::None;
    if let Some(limits) = kept.limits {
        return limits;
    }
    let mut number = |name: &str, usual: u32| {
        let text = call.host().setting(name).unwrap_or_default();
        let number =
            std::str::from_utf8(&text).ok().and_then(|text| text.trim().parse::<i64>().ok());
        number.map_or(usual, |number| number as u32)
    };
    let usual = Limits::default();
    let steps = number("pcre.backtrack_limit", usual.steps);
    let depth = number("pcre.recursion_limit", usual.depth);
    let limits = Limits { steps, depth, uses_jit: number("pcre.jit", 1) != 0 };
    call.state::<Kept>().limits = Some(limits);
    limits
}

/// Before an ini setting changes: those of matching are read again at the next match.
pub fn changed(call: &mut Call<'_>, name: &str, _: Option<&[u8]>) -> Res<bool> {
    if name.starts_with("pcre.") {
        call.state::<Kept>().limits = None;
    }
    Ok(true)
}

/// A search under way.
pub struct Search {
    pattern: Arc<Pattern>,
    subject: Str,
    matcher: Option<Matcher>,
    start: usize,
    how: How,
    failure: Failure,
    is_quiet: bool,
    is_limited: bool,
}

impl Drop for Search {
    fn drop(&mut self) {
        if let Some(matcher) = self.matcher.take().filter(|matcher| matcher.holds(GROUPS)) {
            IDLE.with_borrow_mut(|idle| *idle = Some(matcher));
        }
    }
}

/// The groups of a match.
pub struct Match<'s> {
    /// The first is the whole match; those after the last that took part are missing.
    pub groups: &'s [Pair],
    /// The mark that it passed.
    pub mark: Option<&'s [u8]>,
}

/// What a step of a search finds.
enum Step {
    /// So many groups.
    Match(usize),
    /// Nothing more.
    End,
}

impl Search {
    /// From byte `start` of the subject on.
    pub fn new(pattern: &Arc<Pattern>, subject: &Str, start: usize) -> Self {
        let groups = pattern.code.groups();
        let idle = IDLE.with_borrow_mut(Option::take).filter(|matcher| matcher.holds(groups));
        let matcher = idle.or_else(|| Matcher::new(groups.max(GROUPS)));
        let (how, failure) = (How::Free, Failure::None);
        let (pattern, subject) = (pattern.clone(), subject.clone());
        Self { pattern, subject, matcher, start, how, failure, is_quiet: false, is_limited: false }
    }

    /// The same, without a warning of a match that ends before it begins.
    pub fn quiet(mut self) -> Self {
        self.is_quiet = true;
        self
    }

    /// Why there are no more matches.
    pub fn failure(&self) -> Failure {
        self.failure
    }

    /// Keeps how the search ended, unless that is how it began.
    pub fn settle(&self, call: &mut Call<'_>) {
        if !self.is_limited || self.failure != Failure::None {
            call.state::<Kept>().failure = self.failure;
        }
    }

    /// The next match. `None` at the end, and for a failure.
    #[inline]
    pub fn next(&mut self, call: &mut Call<'_>) -> Res<Option<Match<'_>>> {
        let Step::Match(count) = self.step(call)? else { return Ok(None) };
        let Some(matcher) = &self.matcher else { return Ok(None) };
        let groups = &matcher.offsets()[..count];
        let mark = if self.pattern.code.has_marks() { matcher.mark() } else { None };
        Ok(Some(Match { groups, mark }))
    }

    fn step(&mut self, call: &mut Call<'_>) -> Res<Step> {
        let Some(matcher) = &mut self.matcher else {
            self.failure = Failure::Internal;
            return Ok(Step::End);
        };
        if !self.is_limited {
            matcher.limit(begin(call));
            self.is_limited = true;
        }
        let code = &self.pattern.code;
        let subject = Subject::new(code, &self.subject);
        loop {
            let result = matcher.run(code, subject, self.start, self.how);
            if let Ok(count) = usize::try_from(result) {
                let [from, to] = matcher.offsets()[0];
                if to < from {
                    if !self.is_quiet {
                        call.warn("Get subpatterns list failed")?;
                    }
                    self.failure = Failure::Internal;
                    return Ok(Step::End);
                }
                self.how = if from == to { How::HereNotEmpty } else { How::Free };
                self.start = to;
                return Ok(Step::Match(count));
            }
            let is_retry = self.how == How::HereNotEmpty;
            if result != c::PCRE2_ERROR_NOMATCH {
                self.failure = Failure::of(result);
                return Ok(Step::End);
            }
            if !is_retry || self.start >= self.subject.len() {
                return Ok(Step::End);
            }
            self.start += unit_length(&self.subject[self.start..], code.is_utf());
            self.how = How::Free;
        }
    }
}

/// The bytes of the character at the start.
fn unit_length(bytes: &[u8], is_utf: bool) -> usize {
    let trails = |bytes: &[u8]| bytes.iter().take_while(|&&byte| byte & 0xc0 == 0x80).count();
    if is_utf { 1 + trails(&bytes[1..]) } else { 1 }
}
