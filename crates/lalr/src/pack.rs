//! Tables as a driver reads them: rows overlaid into one vector, each guarded by a check vector.
//!
//! The action of `state` on `terminal` stands at `base[state] + terminal` when the check there
//! equals `terminal`, else it is the state's default. A row without explicit entries has the base
//! [`Tables::NO_ROW`]: the driver then reduces without reading a terminal at all.

use crate::action::{Action, ActionTable};
use crate::grammar::{Grammar, Symbol};
use crate::lr0::Automaton;

/// The packed tables of one grammar.
#[derive(Debug)]
pub struct Tables {
    /// Per state: offset of its row, or [`Tables::NO_ROW`].
    pub base: Vec<i32>,
    /// Per state: the production reduced by default + 1, or 0 for a syntax error.
    pub default: Vec<u32>,
    /// Positive: state to shift to + 1; negative: −(production reduced + 1); 0: forbidden.
    pub action: Vec<i32>,
    /// The terminal that each entry of `action` belongs to; −1 = unused.
    pub check: Vec<i32>,
    /// Per nonterminal: offset of its column in `goto`; behind it all when it has none.
    pub goto_base: Vec<i32>,
    /// Per nonterminal: the state gone to from every state that `goto_check` does not name.
    pub goto_default: Vec<u32>,
    pub goto: Vec<u32>,
    /// The state that each entry of `goto` belongs to; −1 = unused.
    pub goto_check: Vec<i32>,
    /// Per production: its nonterminal and the length of its body.
    pub productions: Vec<(usize, usize)>,
    /// The state in which the whole input has been read.
    pub accept: usize,
}

impl Tables {
    /// The base of a state that has no explicit action. All others are 0 or more.
    pub const NO_ROW: i32 = -1;
}

/// Packs the settled actions and the gotos.
pub fn pack(grammar: &Grammar, automaton: &Automaton, actions: &ActionTable) -> Tables {
    let mut comb = Comb::default();
    let settle = Settle { grammar, automaton, actions };
    let rows: Vec<Vec<(usize, i32)>> = actions
        .rows
        .iter()
        .enumerate()
        .map(|(state, row)| encode(&settle, state, &row.explicit))
        .collect();
    let base = comb.place(&rows);
    let (columns, goto_default) = goto_columns(&settle);
    let mut goto_comb = Comb::default();
    let goto_base = goto_comb.place(&columns);
    let beyond = goto_comb.values.len() as i32;
    let start = automaton.target(0, grammar.productions[0].body[0]);
    Tables {
        base,
        default: actions.rows.iter().map(|row| row.default.map_or(0, |p| p as u32 + 1)).collect(),
        action: comb.values,
        check: comb.owners,
        goto_base: goto_base
            .iter()
            .map(|&base| if base == Tables::NO_ROW { beyond } else { base })
            .collect(),
        goto_default,
        goto: goto_comb.values.iter().map(|&state| state as u32).collect(),
        goto_check: goto_comb.owners,
        productions: grammar.productions.iter().map(|p| (p.head, p.body.len())).collect(),
        accept: automaton.target(start, Symbol::Terminal(0)),
    }
}

/// Follows productions that only rename a symbol: a state that does nothing but reduce one is
/// passed through when the tables are made, not when they run.
struct Settle<'g> {
    grammar: &'g Grammar,
    automaton: &'g Automaton,
    actions: &'g ActionTable,
}

impl Settle<'_> {
    /// The state that is reached in the end when `symbol` leads from `from` to `target`.
    fn settle(&self, from: usize, mut target: usize) -> usize {
        while let Some(head) = self.renames(target) {
            target = self.automaton.target(from, Symbol::Nonterminal(head));
        }
        target
    }

    /// The nonterminal that `state` renames its symbol to, if that is all it does.
    fn renames(&self, state: usize) -> Option<usize> {
        let row = &self.actions.rows[state];
        let production = &self.grammar.productions[row.default?];
        let renames =
            row.explicit.is_empty() && production.action.is_none() && production.body.len() == 1;
        renames.then_some(production.head)
    }
}

fn encode(settle: &Settle<'_>, from: usize, explicit: &[(usize, Action)]) -> Vec<(usize, i32)> {
    let code = |action| match action {
        Action::Shift(state) => settle.settle(from, state) as i32 + 1,
        Action::Reduce(production) => -(production as i32 + 1),
        Action::Error => 0,
    };
    explicit.iter().map(|&(terminal, action)| (terminal, code(action))).collect()
}

/// Per nonterminal the (state, target) pairs that differ from its most frequent target.
fn goto_columns(settle: &Settle<'_>) -> (Vec<Vec<(usize, i32)>>, Vec<u32>) {
    let mut columns = vec![Vec::new(); settle.grammar.nonterminals.len()];
    for (state, record) in settle.automaton.states.iter().enumerate() {
        for &(symbol, target) in &record.transitions {
            if let Symbol::Nonterminal(nonterminal) = symbol {
                columns[nonterminal].push((state, settle.settle(state, target) as i32));
            }
        }
    }
    let defaults: Vec<i32> = columns.iter().map(|column| most_frequent(column)).collect();
    for (column, &default) in columns.iter_mut().zip(&defaults) {
        column.retain(|&(_, target)| target != default);
    }
    (columns, defaults.into_iter().map(|state| state as u32).collect())
}

fn most_frequent(column: &[(usize, i32)]) -> i32 {
    let count = |wanted: i32| column.iter().filter(|&&(_, target)| target == wanted).count();
    column.iter().map(|&(_, target)| target).max_by_key(|&target| count(target)).unwrap_or(0)
}

/// Rows overlaid where they do not collide, the fullest first.
#[derive(Default)]
struct Comb {
    values: Vec<i32>,
    owners: Vec<i32>,
    bases: std::collections::HashSet<i32>,
}

impl Comb {
    fn place(&mut self, rows: &[Vec<(usize, i32)>]) -> Vec<i32> {
        let mut order: Vec<usize> = (0..rows.len()).filter(|&row| !rows[row].is_empty()).collect();
        order.sort_by_key(|&row| (std::cmp::Reverse(rows[row].len()), row));
        let mut bases = vec![Tables::NO_ROW; rows.len()];
        let mut placed = std::collections::HashMap::new();
        for row in order {
            bases[row] = *placed.entry(&rows[row]).or_insert_with(|| self.place_row(&rows[row]));
        }
        bases
    }

    fn place_row(&mut self, row: &[(usize, i32)]) -> i32 {
        let base = (0..).find(|&base| self.fits(row, base)).expect("invariant: space is endless");
        self.bases.insert(base);
        for &(column, value) in row {
            let at = (base + column as i32) as usize;
            if at >= self.values.len() {
                self.values.resize(at + 1, 0);
                self.owners.resize(at + 1, -1);
            }
            self.values[at] = value;
            self.owners[at] = column as i32;
        }
        base
    }

    /// Two different rows never share a base: a check names a column, not a row.
    fn fits(&self, row: &[(usize, i32)], base: i32) -> bool {
        !self.bases.contains(&base)
            && row.iter().all(|&(column, _)| {
                let at = (base + column as i32) as usize;
                self.owners.get(at).is_none_or(|&owner| owner == -1)
            })
    }
}
