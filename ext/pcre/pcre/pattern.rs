//! Patterns as scripts write them: delimiters, modifiers; and those compiled so far.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock, OnceLock, PoisonError, RwLock};

use pcre2_sys as c;

use super::failure::{self, Failure};
use super::ffi::Code;
use runtime::array::{Array, Key, Template};
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{self, StaticStr, Str, same_bytes};
use runtime::value::Value;

/// A compiled pattern with the names of its groups.
pub struct Pattern {
    /// The code.
    pub code: Code,
    /// The name of each group; empty when no group has one.
    pub names: Vec<Option<StaticStr>>,
    /// For each count of groups, the keys that an array of that many has; `None` of those that
    /// are made key by key.
    templates: Box<[OnceLock<Option<Template>>]>,
}

/// Patterns with more groups keep no templates.
const TEMPLATES_MAX: usize = 64;

impl Pattern {
    fn new(code: Code) -> Self {
        let mut names = Vec::new();
        let mut is_shared = false;
        for (number, name) in code.names() {
            names.resize(code.groups(), None);
            let name = Some(string::intern(&name));
            is_shared |= names.contains(&name);
            names[number] = name;
        }
        let has_templates = !names.is_empty() && !is_shared && names.len() < TEMPLATES_MAX;
        let count = if has_templates { names.len() + 1 } else { 0 };
        let templates = std::iter::repeat_with(OnceLock::new).take(count).collect();
        Self { code, names, templates }
    }

    /// The keys of an array of the first `count` groups, when they have names, each its own.
    pub fn template(&self, count: usize) -> Option<&Template> {
        let made = || self.keys(count).and_then(|keys| Template::of(&keys)).ok().flatten();
        self.templates.get(count)?.get_or_init(made).as_ref()
    }

    fn keys(&self, count: usize) -> Result<Array, Oom> {
        let mut keys = Array::dict_with_capacity(count + self.names.len())?;
        for (group, name) in self.names.iter().enumerate().take(count) {
            if let Some(name) = name {
                keys.set(Key::Str(&name.to_str()), Value::NULL)?;
            }
            keys.set(Key::Int(group as i64), Value::NULL)?;
        }
        Ok(keys)
    }
}

/// How many patterns the process keeps, and how many a thread has at hand.
const PATTERNS_MAX: usize = 4096;
const RECENT: usize = 2048;

/// A pattern with its text, as a thread has it: searches of the thread take counts of it that are
/// not shared with other threads.
pub struct Row {
    text: Box<[u8]>,
    pattern: Arc<Pattern>,
}

impl std::ops::Deref for Row {
    type Target = Pattern;
    #[inline]
    fn deref(&self) -> &Pattern {
        &self.pattern
    }
}

type Compiled = HashMap<Box<[u8]>, Arc<Pattern>>;

static PATTERNS: LazyLock<RwLock<Compiled>> = LazyLock::new(RwLock::default);

thread_local! {
    /// Patterns of this thread, by the hash of their text.
    static AT_HAND: RefCell<Vec<Option<Rc<Row>>>> = const { RefCell::new(Vec::new()) };
}

/// The pattern that `text` stands for; `None` after a warning.
#[inline]
pub fn pattern(call: &mut Call<'_>, text: &Str) -> Res<Option<Rc<Row>>> {
    let index = text.hash() as usize % RECENT;
    let at_hand = AT_HAND.with_borrow(|patterns| match patterns.get(index) {
        Some(Some(row)) if same_bytes(&row.text, text) => Some(row.clone()),
        _ => None,
    });
    match at_hand {
        Some(row) => Ok(Some(row)),
        None => fetch(call, text, index),
    }
}

/// The same of one that is not at hand.
#[cold]
fn fetch(call: &mut Call<'_>, text: &Str, index: usize) -> Res<Option<Rc<Row>>> {
    let shared = PATTERNS.read().unwrap_or_else(PoisonError::into_inner).get(&**text).cloned();
    let pattern = match shared {
        Some(pattern) => pattern,
        None => match compile(text) {
            Ok(pattern) => keep(text, pattern),
            Err(refusal) => {
                call.warn(refusal)?;
                failure::set(call, Failure::Internal);
                return Ok(None);
            }
        },
    };
    let row = Rc::new(Row { text: Box::from(&**text), pattern });
    AT_HAND.with_borrow_mut(|patterns| {
        patterns.resize(RECENT, None);
        patterns[index] = Some(row.clone());
    });
    Ok(Some(row))
}

fn keep(text: &[u8], pattern: Pattern) -> Arc<Pattern> {
    let pattern = Arc::new(pattern);
    let mut patterns = PATTERNS.write().unwrap_or_else(PoisonError::into_inner);
    if patterns.len() >= PATTERNS_MAX {
        let mut count = 0;
        patterns.retain(|_, _| {
            count += 1;
            count % 8 != 0
        });
    }
    patterns.insert(Box::from(text), pattern.clone());
    pattern
}

/// Delimiters that differ from those that end them.
const BRACKETS: [(u8, u8); 4] = [(b'(', b')'), (b'[', b']'), (b'{', b'}'), (b'<', b'>')];

fn compile(text: &[u8]) -> Result<Pattern, String> {
    let blank = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t'..=b'\r')).count();
    let (&start, rest) = text[blank..].split_first().ok_or("Empty regular expression")?;
    if start.is_ascii_alphanumeric() || matches!(start, 0 | b'\\') {
        return Err("Delimiter must not be alphanumeric, backslash, or NUL byte".to_owned());
    }
    let end = BRACKETS.iter().find(|(open, _)| *open == start).map_or(start, |(_, close)| *close);
    let Some(length) = body_length(rest, start, end) else {
        let kind = if start == end { "" } else { "matching " };
        return Err(format!("No ending {kind}delimiter '{}' found", shown(end)));
    };
    let (body, modifiers) = (&rest[..length], &rest[length + 1..]);
    let (options, extra) = self::options(modifiers)?;
    let code = Code::compile(body, options, extra).map_err(|error| {
        format!("Compilation failed: {} at offset {}", error.text, error.offset)
    })?;
    Ok(Pattern::new(code))
}

/// Where the delimiter is that ends the pattern; brackets nest.
fn body_length(rest: &[u8], start: u8, end: u8) -> Option<usize> {
    let (mut depth, mut at) = (1, 0);
    while let Some(&byte) = rest.get(at) {
        match byte {
            b'\\' if at + 1 < rest.len() => at += 1,
            byte if byte == end => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            byte if byte == start => depth += 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// PCRE2's options and extra options.
fn options(modifiers: &[u8]) -> Result<(u32, u32), String> {
    let mut options = 0;
    let mut extra = c::PCRE2_EXTRA_ALLOW_LOOKAROUND_BSK;
    for &modifier in modifiers {
        match modifier {
            b'i' => options |= c::PCRE2_CASELESS,
            b'm' => options |= c::PCRE2_MULTILINE,
            b's' => options |= c::PCRE2_DOTALL,
            b'x' => options |= c::PCRE2_EXTENDED,
            b'n' => options |= c::PCRE2_NO_AUTO_CAPTURE,
            b'A' => options |= c::PCRE2_ANCHORED,
            b'D' => options |= c::PCRE2_DOLLAR_ENDONLY,
            b'U' => options |= c::PCRE2_UNGREEDY,
            b'u' => options |= c::PCRE2_UTF | c::PCRE2_UCP,
            b'J' => options |= c::PCRE2_DUPNAMES,
            b'r' => extra |= c::PCRE2_EXTRA_CASELESS_RESTRICT,
            // PHP: every pattern is studied, and bad escapes are errors always.
            b'S' | b'X' | b' ' | b'\n' | b'\r' => {}
            0 => return Err("NUL byte is not a valid modifier".to_owned()),
            other => {
                return Err(format!("Unknown modifier '{}'", shown(other)));
            }
        }
    }
    Ok((options, extra))
}

fn shown(byte: u8) -> String {
    String::from_utf8_lossy(&[byte]).into_owned()
}
