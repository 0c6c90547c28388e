//! What each state does on each terminal: conflicts settled, default reductions chosen.
//!
//! The rules are Bison's. A production with a precedence meets a terminal with one: the higher
//! wins; equal levels reduce (left), shift (right) or forbid the terminal (non-associative). Then
//! the reduction that most terminals call for becomes the state's default and loses its entries.
//! A default reduction is taken without asking whether the terminal may follow, so the error is
//! found in a later state, and that state's entries are the expected tokens of the message.

use crate::grammar::{Associativity, Grammar, Symbol};
use crate::lookahead::Lookaheads;
use crate::lr0::Automaton;

/// What to do on one terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    Shift(usize),
    Reduce(usize),
    /// Forbidden by a non-associative operator.
    Error,
}

/// A conflict that precedence does not settle.
#[derive(Debug)]
pub struct Conflict {
    pub terminal: String,
    /// The productions involved, with their dots.
    pub items: Vec<String>,
}

/// The rows of all states.
#[derive(Debug)]
pub struct ActionTable {
    pub rows: Vec<Row>,
}

/// One state's actions.
#[derive(Debug)]
pub struct Row {
    /// Sorted by terminal.
    pub explicit: Vec<(usize, Action)>,
    /// Taken on every other terminal; `None` = syntax error.
    pub default: Option<usize>,
}

impl ActionTable {
    /// Settles every state, or lists all open conflicts.
    pub fn new(
        grammar: &Grammar,
        automaton: &Automaton,
        lookaheads: &Lookaheads,
    ) -> Result<Self, Vec<Conflict>> {
        let mut conflicts = Vec::new();
        let mut rows = Vec::with_capacity(automaton.states.len());
        for state in 0..automaton.states.len() {
            let mut settler = Settler { grammar, automaton, state, conflicts: &mut conflicts };
            let actions = settler.settle(lookaheads);
            rows.push(with_default(&automaton.states[state].reductions, actions));
        }
        if conflicts.is_empty() { Ok(Self { rows }) } else { Err(conflicts) }
    }
}

struct Settler<'g> {
    grammar: &'g Grammar,
    automaton: &'g Automaton,
    state: usize,
    conflicts: &'g mut Vec<Conflict>,
}

impl Settler<'_> {
    fn settle(&mut self, lookaheads: &Lookaheads) -> Vec<Option<Action>> {
        let mut actions = vec![None; self.grammar.terminals.len()];
        let record = &self.automaton.states[self.state];
        for &(symbol, target) in &record.transitions {
            if let Symbol::Terminal(terminal) = symbol {
                actions[terminal] = Some(Action::Shift(target));
            }
        }
        for &production in &record.reductions {
            for terminal in lookaheads.of(self.state, production).iter() {
                actions[terminal] = Some(self.meet(actions[terminal], terminal, production));
            }
        }
        actions
    }

    fn meet(&mut self, held: Option<Action>, terminal: usize, production: usize) -> Action {
        let reduce = Action::Reduce(production);
        let Some(held) = held else { return reduce };
        let rule = self.grammar.productions[production].precedence;
        let token = self.grammar.terminals[terminal].precedence;
        match (held, rule, token) {
            (Action::Error, ..) => Action::Error,
            (Action::Shift(_), Some(rule), Some(token)) if rule.level != token.level => {
                if rule.level > token.level { reduce } else { held }
            }
            (Action::Shift(_), Some(rule), Some(_)) => match rule.associativity {
                Associativity::Left => reduce,
                Associativity::Right => held,
                Associativity::NonAssociative => Action::Error,
                Associativity::None => self.conflict(held, terminal, production),
            },
            _ => self.conflict(held, terminal, production),
        }
    }

    fn conflict(&mut self, held: Action, terminal: usize, production: usize) -> Action {
        let body = &self.grammar.productions[production].body;
        let mut items = vec![self.grammar.show(production, Some(body.len()))];
        if let Action::Reduce(other) = held {
            let end = self.grammar.productions[other].body.len();
            items.push(self.grammar.show(other, Some(end)));
        }
        let kernel = &self.automaton.states[self.state].kernel;
        items.extend(kernel.iter().map(|item| self.grammar.show(item.production, Some(item.dot))));
        let terminal = self.grammar.terminals[terminal].name.clone();
        self.conflicts.push(Conflict { terminal, items });
        held
    }
}

fn with_default(reductions: &[usize], actions: Vec<Option<Action>>) -> Row {
    let shifts = actions.iter().any(|action| matches!(action, Some(Action::Shift(_))));
    let default = match reductions {
        [only] if !shifts => Some(*only),
        _ => most_frequent(reductions, &actions),
    };
    let explicit = actions
        .into_iter()
        .enumerate()
        .filter_map(|(terminal, action)| Some((terminal, action?)))
        .filter(|&(_, action)| default.map(Action::Reduce) != Some(action))
        .collect();
    Row { explicit, default }
}

fn most_frequent(reductions: &[usize], actions: &[Option<Action>]) -> Option<usize> {
    let mut best = (0, None);
    for &production in reductions {
        let wanted = Some(Action::Reduce(production));
        let count = actions.iter().filter(|&&action| action == wanted).count();
        if count > best.0 {
            best = (count, Some(production));
        }
    }
    best.1
}
