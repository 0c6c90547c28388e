//! What tests fail of, most frequent first.

use std::collections::HashMap;

use crate::baseline::Baseline;
use crate::report::{Line, is_wrong};

/// Tests named with each cause.
const TESTS_SHOWN: usize = 4;

/// Causes of the failures of tests that PHP passes: count, cause, some tests.
pub fn ranked(lines: &[Line], baseline: &Baseline) -> String {
    let mut causes: HashMap<String, Vec<&str>> = HashMap::new();
    for line in lines {
        if is_wrong(line.verdict.outcome) && baseline.passes(&line.name) {
            let cause = cause(line);
            causes.entry(cause).or_default().push(&line.name);
        }
    }
    let mut causes: Vec<(String, Vec<&str>)> = causes.into_iter().collect();
    causes.sort_by(|left, right| right.1.len().cmp(&left.1.len()).then(left.0.cmp(&right.0)));
    let mut text = String::new();
    for (cause, tests) in causes {
        text.push_str(&format!("{:6} {cause}\n", tests.len()));
        for test in tests.iter().take(TESTS_SHOWN) {
            text.push_str(&format!("         {test}\n"));
        }
    }
    text
}

/// The reason without what is of this test alone: paths, lines, quoted names behind the first.
fn cause(line: &Line) -> String {
    let reason = &line.verdict.reason;
    let mut cause = reason.as_str();
    for end in [" in /", " on line ", ", wanted "] {
        cause = cause.split(end).next().unwrap_or(cause);
    }
    let is_plain = cause.starts_with("is ") || cause.starts_with("ends before ");
    if is_plain {
        return format!("differs: {}", first_words(cause));
    }
    format!("{} {cause}", line.verdict.outcome.word())
}

/// Words enough to tell differences apart.
fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').take(6).collect();
    words.join(" ")
}
