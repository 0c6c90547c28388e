//! Matches of a subject, one after the other.

use std::cell::{Cell, RefCell};

use pcre2_sys as c;

use super::failure::Failure;
use super::ffi::{Code, How, Limits, Matcher, Subject};
use super::pattern::Pattern;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// Start and end of a group; `usize::MAX` twice for one that took no part.
pub type Pair = [usize; 2];

/// A group that took no part.
pub const UNSET: Pair = [usize::MAX; 2];

/// Groups that the matchers of a thread have room for; patterns with more get one of their own.
const GROUPS: usize = 32;
/// A matcher that searches take and give back as an address.
type Boxed = Box<Matcher>;
/// How many matchers a thread keeps: searches in callbacks of others take further ones.
const IDLE_MAX: usize = 4;

thread_local! {
    /// The matcher that was given back last.
    static NEXT: Cell<Option<Boxed>> = const { Cell::new(None) };
    /// Those before it.
    static IDLE: RefCell<Vec<Boxed>> = const { RefCell::new(Vec::new()) };
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
pub struct Search<'s> {
    pattern: &'s Pattern,
    subject: Subject<'s>,
    matcher: Option<Boxed>,
    start: usize,
    /// The groups of the last match, with those before the last that took part.
    count: usize,
    how: How,
    failure: Failure,
    is_quiet: bool,
}

impl Drop for Search<'_> {
    fn drop(&mut self) {
        if let Some(matcher) = self.matcher.take() {
            give_back(matcher);
        }
    }
}

/// A matcher that no search has.
#[inline]
fn idle() -> Option<Boxed> {
    NEXT.take().or_else(|| IDLE.with_borrow_mut(Vec::pop))
}

#[inline]
fn give_back(matcher: Boxed) {
    if let Some(before) = NEXT.replace(Some(matcher)) {
        keep_idle(before);
    }
}

#[cold]
fn keep_idle(matcher: Boxed) {
    IDLE.with_borrow_mut(|idle| {
        if idle.len() < IDLE_MAX {
            idle.push(matcher);
        }
    });
}

/// The groups of a match.
pub struct Match<'s> {
    /// The first is the whole match; those after the last that took part are missing.
    pub groups: &'s [Pair],
    /// The mark that it passed.
    pub mark: Option<&'s [u8]>,
}

impl<'s> Search<'s> {
    /// From byte `start` of the subject on.
    pub fn new(
        call: &mut Call<'_>,
        (pattern, subject): (&'s Pattern, &'s Str),
        start: usize,
    ) -> Self {
        let groups = pattern.code.groups();
        let idle = self::idle().filter(|matcher| matcher.holds(groups));
        let mut matcher = idle.or_else(|| Matcher::new(groups.max(GROUPS)).map(Box::new));
        let limits = begin(call);
        if let Some(matcher) = &mut matcher {
            matcher.limit(limits);
        }
        let subject = Subject::new(&pattern.code, subject);
        let (how, failure) = (How::Free, Failure::None);
        Self { pattern, subject, matcher, start, count: 0, how, failure, is_quiet: false }
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
        if self.failure != Failure::None {
            call.state::<Kept>().failure = self.failure;
        }
    }

    /// The next match. `None` at the end, and for a failure.
    #[inline(always)]
    pub fn next(&mut self, call: &mut Call<'_>) -> Res<Option<Match<'_>>> {
        let is_found = self.advance(call)?;
        let Some(matcher) = self.matcher.as_ref().filter(|_| is_found) else { return Ok(None) };
        let mark = if self.pattern.code.has_marks() { matcher.mark() } else { None };
        Ok(Some(Match { groups: &matcher.offsets()[..self.count], mark }))
    }

    /// Goes to the next match; false at the end, and for a failure.
    #[inline(never)]
    fn advance(&mut self, call: &mut Call<'_>) -> Res<bool> {
        let Some(matcher) = &mut self.matcher else {
            self.failure = Failure::Internal;
            return Ok(false);
        };
        let code = &self.pattern.code;
        let mut result = matcher.run(code, self.subject, self.start, self.how);
        if result == c::PCRE2_ERROR_NOMATCH && self.how == How::HereNotEmpty {
            result = go_on(matcher, code, self.subject, &mut self.start);
        }
        let Ok(count) = usize::try_from(result) else {
            if result != c::PCRE2_ERROR_NOMATCH {
                self.failure = Failure::of(result);
            }
            return Ok(false);
        };
        let [from, to] = matcher.offsets()[0];
        if to < from {
            self.failure = Failure::Internal;
            if !self.is_quiet {
                call.warn("Get subpatterns list failed")?;
            }
            return Ok(false);
        }
        self.how = if from == to { How::HereNotEmpty } else { How::Free };
        (self.start, self.count) = (to, count);
        Ok(true)
    }
}

/// After an empty match nothing but the empty text is where it was: searches from the next
/// character on.
fn go_on(matcher: &mut Matcher, code: &Code, subject: Subject<'_>, start: &mut usize) -> i32 {
    let rest = subject.from(*start);
    if rest.is_empty() {
        return c::PCRE2_ERROR_NOMATCH;
    }
    *start += unit_length(rest, code.is_utf());
    matcher.run(code, subject, *start, How::Free)
}

/// The bytes of the character at the start.
fn unit_length(bytes: &[u8], is_utf: bool) -> usize {
    let trails = |bytes: &[u8]| bytes.iter().take_while(|&&byte| byte & 0xc0 == 0x80).count();
    if is_utf { 1 + trails(&bytes[1..]) } else { 1 }
}
