//! Grammars: what may stand where, as text.
//!
//! A line that begins at the margin names a symbol; the indented lines below are its alternatives,
//! each as likely as the number and `|` before it says. `<name>` in an alternative stands for an
//! alternative of that symbol, `<name*3>` for one to three of them. `#` begins a comment line.
//!
//! # Invariants
//! - The first alternative of a symbol is the shortest way out; it is taken when the text has
//!   become deep, so every text ends.

use std::collections::HashMap;

use testkit::mutate::Random;

use crate::tree::{Piece, Tree};

/// Levels of symbols within symbols below which only first alternatives are taken.
const DEPTH_MAX: u32 = 9;

/// A grammar, read.
pub(crate) struct Grammar {
    symbols: HashMap<&'static str, Vec<Alternative>>,
}

struct Alternative {
    weight: usize,
    parts: Vec<Part>,
}

enum Part {
    Text(&'static str),
    Symbol { name: &'static str, times: usize },
}

impl Grammar {
    /// Reads a grammar. What is wrong in it is found when it is used.
    pub(crate) fn read(text: &'static str) -> Self {
        let mut symbols: HashMap<&'static str, Vec<Alternative>> = HashMap::new();
        let mut current = "";
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                Some(alternative) => {
                    symbols.entry(current).or_default().push(Alternative::read(alternative.trim()));
                }
                None => current = line.trim(),
            }
        }
        Self { symbols }
    }

    /// The tree of the symbol `program` for a seed.
    pub(crate) fn program(&self, seed: u64) -> Tree {
        let mut random = Random::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31));
        for _ in 0..4 {
            random.below(2);
        }
        self.tree("program", 0, &mut random)
    }

    fn tree(&self, symbol: &'static str, depth: u32, random: &mut Random) -> Tree {
        let alternatives = self.alternatives(symbol);
        let chosen =
            if depth > DEPTH_MAX { &alternatives[0] } else { choose(alternatives, random) };
        let piece = |part: &Part| match part {
            Part::Text(plain) => Piece::Text(plain),
            Part::Symbol { name, times } => {
                let count = random.below(*times) + 1;
                let trees = (0..count).map(|_| self.tree(name, depth + 1, random)).collect();
                Piece::Trees { trees, may_be_none: *times > 1 }
            }
        };
        Tree { symbol, pieces: chosen.parts.iter().map(piece).collect() }
    }

    fn alternatives(&self, symbol: &str) -> &[Alternative] {
        let alternatives = self.symbols.get(symbol).map_or(&[][..], Vec::as_slice);
        assert!(!alternatives.is_empty(), "the grammar has no <{symbol}>");
        alternatives
    }

    /// The alternatives of a symbol that are texts.
    pub(crate) fn texts(&self, symbol: &'static str) -> impl Iterator<Item = Tree> {
        self.alternatives(symbol).iter().filter_map(move |alternative| {
            let [Part::Text(text)] = &alternative.parts[..] else { return None };
            Some(Tree { symbol, pieces: vec![Piece::Text(text)] })
        })
    }
}

fn choose<'a>(alternatives: &'a [Alternative], random: &mut Random) -> &'a Alternative {
    let total = alternatives.iter().map(|alternative| alternative.weight).sum();
    let mut at = random.below(total);
    for alternative in alternatives {
        if at < alternative.weight {
            return alternative;
        }
        at -= alternative.weight;
    }
    &alternatives[0]
}

impl Alternative {
    fn read(line: &'static str) -> Self {
        let (weight, mut rest) = match line.split_once('|') {
            Some((weight, rest)) if weight.parse::<usize>().is_ok() => {
                (weight.parse().unwrap_or(1), rest)
            }
            _ => (1, line),
        };
        let mut parts = Vec::new();
        while let Some((from, to, symbol)) = next_symbol(rest) {
            parts.push(Part::Text(&rest[..from]));
            parts.push(symbol);
            rest = &rest[to..];
        }
        parts.push(Part::Text(rest));
        Self { weight, parts }
    }
}

/// The first `<name>` or `<name*3>` in a text, and where it begins and ends.
fn next_symbol(text: &'static str) -> Option<(usize, usize, Part)> {
    let mut from = 0;
    loop {
        from += text.get(from..)?.find('<')?;
        let inner = &text[from + 1..];
        let length = inner.find(|c: char| !matches!(c, 'a'..='z' | '_' | '*' | '0'..='9'))?;
        if length > 0 && inner[length..].starts_with('>') && !inner.starts_with(char::is_numeric) {
            let (name, times) = inner[..length].split_once('*').unwrap_or((&inner[..length], "1"));
            let times = times.parse().unwrap_or(1);
            return Some((from, from + length + 2, Part::Symbol { name, times }));
        }
        from += 1;
    }
}
