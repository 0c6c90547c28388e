//! LALR(1) lookahead sets, after DeRemer and Pennello (1982).
//!
//! `Read(p, A)` are the terminals that can be read after the transition on `A` from state `p`;
//! `Follow` adds, through the relation *includes*, what can follow a production that ends in `A`;
//! a reduction in state `q` looks ahead to the union of `Follow` over the transitions it may
//! *look back* to. Both relations are closed by the same depth-first walk over components.

use std::collections::HashMap;

use crate::grammar::{Grammar, Symbol};
use crate::lr0::Automaton;

/// A set of terminals.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct TerminalSet {
    words: Vec<u64>,
}

impl TerminalSet {
    fn with_terminals(count: usize) -> Self {
        Self { words: vec![0; count.div_ceil(64)] }
    }

    /// Adds one terminal.
    pub fn insert(&mut self, terminal: usize) {
        self.words[terminal / 64] |= 1 << (terminal % 64);
    }

    fn union(&mut self, other: &Self) {
        for (word, &more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
    }

    /// The terminals in the set, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let bits = |(index, &word): (usize, &u64)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| index * 64 + bit)
        };
        self.words.iter().enumerate().flat_map(bits)
    }
}

/// The lookahead set of every reduction.
#[derive(Debug)]
pub struct Lookaheads {
    sets: HashMap<(usize, usize), TerminalSet>,
}

impl Lookaheads {
    /// Finds all sets.
    pub fn new(grammar: &Grammar, automaton: &Automaton) -> Self {
        Finder::new(grammar, automaton).find()
    }

    /// What may follow when `state` reduces `production`.
    pub fn of(&self, state: usize, production: usize) -> &TerminalSet {
        &self.sets[&(state, production)]
    }
}

struct Finder<'g> {
    grammar: &'g Grammar,
    automaton: &'g Automaton,
    nullable: Vec<bool>,
    /// Transitions on nonterminals: (state, nonterminal), and their index.
    transitions: Vec<(usize, usize)>,
    index: HashMap<(usize, usize), usize>,
}

impl<'g> Finder<'g> {
    fn new(grammar: &'g Grammar, automaton: &'g Automaton) -> Self {
        let mut transitions = Vec::new();
        for (state, record) in automaton.states.iter().enumerate() {
            for &(symbol, _) in &record.transitions {
                if let Symbol::Nonterminal(nonterminal) = symbol {
                    transitions.push((state, nonterminal));
                }
            }
        }
        let index = transitions.iter().enumerate().map(|(at, &key)| (key, at)).collect();
        Self { grammar, automaton, nullable: grammar.nullable(), transitions, index }
    }

    fn find(&self) -> Lookaheads {
        let reads = close(&self.reads(), self.directly_read());
        let (includes, lookback) = self.includes_and_lookback();
        let follow = close(&includes, reads);
        let empty = TerminalSet::with_terminals(self.grammar.terminals.len());
        let mut sets = HashMap::new();
        for (state, record) in self.automaton.states.iter().enumerate() {
            for &production in &record.reductions {
                sets.insert((state, production), empty.clone());
            }
        }
        for (key, transitions) in lookback {
            let set = sets.entry(key).or_insert_with(|| empty.clone());
            for transition in transitions {
                set.union(&follow[transition]);
            }
        }
        Lookaheads { sets }
    }

    fn directly_read(&self) -> Vec<TerminalSet> {
        let set_of = |&(state, nonterminal): &(usize, usize)| {
            let target = self.automaton.target(state, Symbol::Nonterminal(nonterminal));
            let mut set = TerminalSet::with_terminals(self.grammar.terminals.len());
            for &(symbol, _) in &self.automaton.states[target].transitions {
                if let Symbol::Terminal(terminal) = symbol {
                    set.insert(terminal);
                }
            }
            set
        };
        self.transitions.iter().map(set_of).collect()
    }

    fn reads(&self) -> Vec<Vec<usize>> {
        let edges_of = |&(state, nonterminal): &(usize, usize)| {
            let target = self.automaton.target(state, Symbol::Nonterminal(nonterminal));
            let transitions = &self.automaton.states[target].transitions;
            transitions
                .iter()
                .filter_map(|&(symbol, _)| match symbol {
                    Symbol::Nonterminal(next) if self.nullable[next] => {
                        Some(self.index[&(target, next)])
                    }
                    _ => None,
                })
                .collect()
        };
        self.transitions.iter().map(edges_of).collect()
    }

    #[expect(clippy::type_complexity, reason = "two relations that one walk finds")]
    fn includes_and_lookback(&self) -> (Vec<Vec<usize>>, HashMap<(usize, usize), Vec<usize>>) {
        let mut includes = vec![Vec::new(); self.transitions.len()];
        let mut lookback: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        let mut by_head = vec![Vec::new(); self.grammar.nonterminals.len()];
        for (index, production) in self.grammar.productions.iter().enumerate() {
            by_head[production.head].push(index);
        }
        for (transition, &(start, head)) in self.transitions.iter().enumerate() {
            for &production in &by_head[head] {
                let body = &self.grammar.productions[production].body;
                let tail = body.iter().rev().take_while(|&&symbol| self.is_nullable(symbol));
                let first_followed = body.len() - tail.count();
                let mut state = start;
                for (position, &symbol) in body.iter().enumerate() {
                    if let Symbol::Nonterminal(inner) = symbol
                        && position + 1 >= first_followed
                    {
                        includes[self.index[&(state, inner)]].push(transition);
                    }
                    state = self.automaton.target(state, symbol);
                }
                lookback.entry((state, production)).or_default().push(transition);
            }
        }
        (includes, lookback)
    }

    fn is_nullable(&self, symbol: Symbol) -> bool {
        matches!(symbol, Symbol::Nonterminal(nonterminal) if self.nullable[nonterminal])
    }
}

/// Each node's set united with the sets of all nodes that it reaches.
fn close(edges: &[Vec<usize>], sets: Vec<TerminalSet>) -> Vec<TerminalSet> {
    let mut walk = Walk { edges, depth: vec![0; edges.len()], stack: Vec::new(), sets };
    for node in 0..edges.len() {
        if walk.depth[node] == 0 {
            walk.visit(node);
        }
    }
    walk.sets
}

struct Walk<'e> {
    edges: &'e [Vec<usize>],
    /// 0 = not visited, else the depth of the component's root; `usize::MAX` = done.
    depth: Vec<usize>,
    stack: Vec<usize>,
    sets: Vec<TerminalSet>,
}

impl Walk<'_> {
    fn visit(&mut self, node: usize) {
        self.stack.push(node);
        let depth = self.stack.len();
        self.depth[node] = depth;
        for &next in &self.edges[node] {
            if self.depth[next] == 0 {
                self.visit(next);
            }
            self.depth[node] = self.depth[node].min(self.depth[next]);
            let reached = self.sets[next].clone();
            self.sets[node].union(&reached);
        }
        if self.depth[node] == depth {
            while let Some(member) = self.stack.pop() {
                self.depth[member] = usize::MAX;
                if member == node {
                    break;
                }
                self.sets[member] = self.sets[node].clone();
            }
        }
    }
}
