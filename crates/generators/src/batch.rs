//! Batches: many programs in one script, so that an engine starts once for all of them.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::grammar::Grammar;

/// A kind of programs.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    grammar: &'static str,
    /// What the programs use, in parts.
    prelude: &'static [&'static str],
}

macro_rules! kinds {
    ($($name:literal: $($prelude:literal)+;)+) => { &[$(Kind {
        name: $name,
        grammar: concat!(
            include_str!(concat!("../kinds/", $name, ".grammar")),
            include_str!("../kinds/builtins.grammar"),
        ),
        prelude: &[$(include_str!(concat!("../kinds/", $prelude, ".php"))),+],
    },)+] };
}

/// All kinds.
pub const KINDS: &[Kind] = kinds! {
    "arrays": "arrays" "run";
    "order": "order" "run";
    "callbacks": "order" "callbacks" "run";
    "typed": "typed" "run";
};

/// The script of all programs with these seeds.
pub fn script(kind: &Kind, seeds: &[u64]) -> String {
    let grammar = Grammar::read(kind.grammar);
    let mut text = "<?php\n".to_owned();
    text.extend(kind.prelude.iter().map(|part| part.trim_start_matches("<?php\n")));
    for seed in seeds {
        let program = grammar.program(*seed).replace("; ", ";\n  ");
        let _ = write!(text, "function p{seed}() {{\n  {program}\n}}\n");
    }
    for seed in seeds {
        let _ = writeln!(text, "run({seed}, 'p{seed}');");
    }
    text + "echo \"\\n#end\\n\";\n"
}

/// What a script printed, by program; the last of them is not whole when the script did not come
/// to its end.
pub struct Answers {
    /// What each program printed.
    pub of: HashMap<u64, String>,
    /// The program in which the script ended early.
    pub ended_in: Option<u64>,
}

/// Takes apart what a script printed.
pub fn answers(printed: &str) -> Answers {
    let mut of: HashMap<u64, String> = HashMap::new();
    let mut current = None;
    for line in printed.split_inclusive('\n') {
        let mark = line.strip_prefix('#').map(str::trim_end);
        if mark == Some("end") {
            return Answers { of, ended_in: None };
        }
        if let Some(seed) = mark.and_then(|mark| mark.parse().ok()) {
            current = Some(seed);
            of.entry(seed).or_default();
        } else if let Some(seed) = current {
            of.entry(seed).or_default().push_str(line);
        }
    }
    Answers { of, ended_in: current }
}
