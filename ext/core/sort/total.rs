//! Orders that never contradict themselves: of ints, and of texts byte by byte. Whatever way they
//! are sorted, the result is the same.

use std::cmp::Ordering;

use runtime::conv::KeyValue;
use runtime::value::View;

use super::Entry;
use super::rule::{By, Direction, Rule};

/// What is compared of an entry.
enum Word<'a> {
    Int(i64),
    Text(&'a [u8]),
}

fn word<'a>(entry: &'a Entry, by: By) -> Option<Word<'a>> {
    match (by, &entry.key) {
        (By::Key, KeyValue::Int(int)) => Some(Word::Int(*int)),
        (By::Key, KeyValue::Str(text)) => Some(Word::Text(text)),
        (By::Value, _) => match entry.value.view() {
            View::Int(int) => Some(Word::Int(int)),
            View::Str(text) => Some(Word::Text(text)),
            _ => None,
        },
    }
}

/// Up to so many entries are moved as they are compared.
const FEW: usize = 16;

/// Sorts, if the rule's order is one of those for these entries. Says whether it did.
pub(super) fn sort(entries: &mut Vec<Entry>, rule: &Rule) -> bool {
    if entries.len() <= FEW {
        return sort_few(entries, rule);
    }
    let places = match entries.first().and_then(|first| word(first, rule.by)) {
        Some(Word::Int(_)) if rule.is_whole() => sorted_ints(entries, rule),
        Some(Word::Text(_)) => sorted_texts(entries, rule),
        _ => None,
    };
    let Some(places) = places else { return false };
    let mut taken: Vec<Option<Entry>> = entries.drain(..).map(Some).collect();
    entries.extend(places.into_iter().filter_map(|place| taken[place].take()));
    true
}

fn sort_few(entries: &mut [Entry], rule: &Rule) -> bool {
    let is_int = |entry: &Entry| matches!(word(entry, rule.by), Some(Word::Int(_)));
    let is_text = |entry: &Entry| match word(entry, rule.by) {
        Some(Word::Text(text)) => fits(text, rule),
        _ => false,
    };
    let is_total = match entries.first() {
        Some(first) if is_int(first) => rule.is_whole() && entries.iter().all(is_int),
        _ => entries.iter().all(is_text),
    };
    if !is_total {
        return false;
    }
    entries.sort_unstable_by(|one, other| {
        let order = match (word(one, rule.by), word(other, rule.by)) {
            (Some(Word::Int(one)), Some(Word::Int(other))) => one.cmp(&other),
            (Some(Word::Text(one)), Some(Word::Text(other))) => one.cmp(other),
            _ => Ordering::Equal,
        };
        directed(order, rule).then(one.place.cmp(&other.place))
    });
    true
}

fn directed(order: Ordering, rule: &Rule) -> Ordering {
    match rule.direction {
        Direction::Upwards => order,
        Direction::Downwards => order.reverse(),
    }
}

/// Whether a text is compared byte by byte.
fn fits(text: &[u8], rule: &Rule) -> bool {
    // What begins with a letter is never a number.
    rule.is_bytewise() || rule.is_regular() && text.first().is_some_and(u8::is_ascii_alphabetic)
}

fn sorted_ints(entries: &[Entry], rule: &Rule) -> Option<Vec<usize>> {
    let int = |(place, entry)| match word(entry, rule.by)? {
        Word::Int(int) => Some((int, place)),
        Word::Text(_) => None,
    };
    let ints: Option<Vec<(i64, usize)>> = entries.iter().enumerate().map(int).collect();
    Some(sorted(ints?, rule, |one, other| one.cmp(other)))
}

/// The first bytes of a text as a number that orders as they do, and all of them.
type Text<'a> = (u64, &'a [u8]);

fn sorted_texts(entries: &[Entry], rule: &Rule) -> Option<Vec<usize>> {
    let text = |(place, entry)| match word(entry, rule.by)? {
        Word::Text(text) if fits(text, rule) => Some(((begin(text), text), place)),
        _ => None,
    };
    let texts: Option<Vec<(Text<'_>, usize)>> = entries.iter().enumerate().map(text).collect();
    Some(sorted(texts?, rule, |one, other| one.cmp(other)))
}

fn begin(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let length = text.len().min(8);
    bytes[..length].copy_from_slice(&text[..length]);
    u64::from_be_bytes(bytes)
}

/// The places in their new order; those that compare equal stay as they are.
fn sorted<T>(
    mut words: Vec<(T, usize)>,
    rule: &Rule,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<usize> {
    words.sort_unstable_by(|(one, place), (other, behind)| {
        directed(compare(one, other), rule).then(place.cmp(behind))
    });
    words.into_iter().map(|(_, place)| place).collect()
}
