//! The LR(0) automaton: states as kernels of items, and the transitions between them.

use std::collections::HashMap;

use crate::grammar::{Grammar, Symbol};

/// A position inside a production.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Item {
    pub production: usize,
    pub dot: usize,
}

/// One state.
#[derive(Debug, Default)]
pub struct State {
    /// The items that the incoming symbol has moved past.
    pub kernel: Vec<Item>,
    /// Where each symbol leads, sorted by symbol (terminals first).
    pub transitions: Vec<(Symbol, usize)>,
    /// The productions that end here, in order.
    pub reductions: Vec<usize>,
}

/// All states; state 0 is the start.
#[derive(Debug)]
pub struct Automaton {
    pub states: Vec<State>,
}

impl Automaton {
    /// Builds every state that can be reached from `$accept: . START END`.
    pub fn new(grammar: &Grammar) -> Self {
        let by_head = productions_by_head(grammar);
        let start = vec![Item { production: 0, dot: 0 }];
        let mut known = HashMap::from([(start.clone(), 0)]);
        let mut states = vec![State { kernel: start, ..State::default() }];
        let mut next = 0;
        while next < states.len() {
            let items = closure(grammar, &by_head, &states[next].kernel);
            let (moves, reductions) = moves(grammar, &items);
            let mut transitions = Vec::with_capacity(moves.len());
            for (symbol, kernel) in moves {
                let target = *known.entry(kernel).or_insert_with_key(|kernel| {
                    states.push(State { kernel: kernel.clone(), ..State::default() });
                    states.len() - 1
                });
                transitions.push((symbol, target));
            }
            states[next].transitions = transitions;
            states[next].reductions = reductions;
            next += 1;
        }
        Self { states }
    }

    /// The state that `symbol` leads to from `state`. Panics where there is no such transition.
    pub fn target(&self, state: usize, symbol: Symbol) -> usize {
        let transitions = &self.states[state].transitions;
        let at = transitions.binary_search_by_key(&symbol, |&(symbol, _)| symbol);
        transitions[at.expect("invariant: a body's symbols have transitions")].1
    }
}

fn productions_by_head(grammar: &Grammar) -> Vec<Vec<usize>> {
    let mut by_head = vec![Vec::new(); grammar.nonterminals.len()];
    for (index, production) in grammar.productions.iter().enumerate() {
        by_head[production.head].push(index);
    }
    by_head
}

fn closure(grammar: &Grammar, by_head: &[Vec<usize>], kernel: &[Item]) -> Vec<Item> {
    let mut items = kernel.to_vec();
    let mut added = vec![false; by_head.len()];
    let mut next = 0;
    while next < items.len() {
        let Item { production, dot } = items[next];
        if let Some(&Symbol::Nonterminal(head)) = grammar.productions[production].body.get(dot)
            && !std::mem::replace(&mut added[head], true)
        {
            items.extend(by_head[head].iter().map(|&production| Item { production, dot: 0 }));
        }
        next += 1;
    }
    items
}

type Moves = Vec<(Symbol, Vec<Item>)>;

/// Groups the items by the symbol after the dot; items at their end are reductions.
fn moves(grammar: &Grammar, items: &[Item]) -> (Moves, Vec<usize>) {
    let mut by_symbol: HashMap<Symbol, Vec<Item>> = HashMap::new();
    let mut reductions = Vec::new();
    for &Item { production, dot } in items {
        match grammar.productions[production].body.get(dot) {
            Some(&symbol) => {
                by_symbol.entry(symbol).or_default().push(Item { production, dot: dot + 1 });
            }
            None => reductions.push(production),
        }
    }
    let mut moves: Moves = by_symbol.into_iter().collect();
    moves.sort_unstable_by_key(|&(symbol, _)| symbol);
    for (_, kernel) in &mut moves {
        kernel.sort_unstable();
    }
    reductions.sort_unstable();
    (moves, reductions)
}
