//! Batches: many programs in one script, so that an engine starts once for all of them.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::grammar::Grammar;
use crate::tree::Tree;

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
    "delegation": "delegation" "run";
};

/// The programs of a kind.
pub struct Programs {
    grammar: Grammar,
    /// What stands before them in a script.
    prelude: String,
}

/// A program and the number that stands for it in a script.
pub struct Program {
    /// Its seed, when it was not made smaller.
    pub number: u64,
    /// What it is.
    pub tree: Tree,
}

impl Kind {
    /// Its programs.
    pub fn programs(&self) -> Programs {
        let parts = self.prelude.iter().map(|part| part.trim_start_matches("<?php\n"));
        Programs { grammar: Grammar::read(self.grammar), prelude: parts.collect() }
    }
}

impl Programs {
    /// The program of a seed.
    pub fn of_seed(&self, seed: u64) -> Program {
        Program { number: seed, tree: self.grammar.program(seed) }
    }

    /// Programs that have one part less or a simpler one, smallest first.
    pub fn smaller(&self, tree: &Tree) -> Vec<Tree> {
        tree.smaller(&|symbol| self.grammar.texts(symbol).collect())
    }

    /// A script of programs.
    pub fn script(&self, programs: &[Program]) -> String {
        let mut text = format!("<?php\n{}", self.prelude);
        for Program { number, tree } in programs {
            let body = tree.text().replace("; ", ";\n  ");
            let _ = write!(text, "function p{number}() {{\n  {body}\n}}\n");
        }
        for Program { number, .. } in programs {
            let _ = writeln!(text, "run({number}, 'p{number}');");
        }
        text + "echo \"\\n#end\\n\";\n"
    }
}

/// The script of the programs with these seeds.
pub fn script(kind: &Kind, seeds: &[u64]) -> String {
    let programs = kind.programs();
    programs.script(&seeds.iter().map(|seed| programs.of_seed(*seed)).collect::<Vec<_>>())
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
