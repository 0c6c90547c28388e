//! A grammar as records: symbols in order of first appearance, productions in order of text.
//!
//! # Invariants
//! - Terminal 0 is the end of input; nonterminal 0 is the augmented start symbol.
//! - Production 0 is `$accept: START end-of-input`.

/// A terminal or a nonterminal, by index into the grammar's lists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Symbol {
    Terminal(usize),
    Nonterminal(usize),
}

/// How operators of one precedence group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Associativity {
    Left,
    Right,
    /// Two in a row are a syntax error.
    NonAssociative,
    /// Orders productions only; two in a row are an unresolved conflict.
    None,
}

/// A precedence level; a higher level binds tighter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Precedence {
    pub level: usize,
    pub associativity: Associativity,
}

/// A terminal: its name as written (`T_ECHO`, `';'`) and its precedence.
#[derive(Debug)]
pub struct Terminal {
    pub name: String,
    pub precedence: Option<Precedence>,
}

/// A nonterminal: its name and the name of the type of its value (`None` = it has none).
#[derive(Debug)]
pub struct Nonterminal {
    pub name: String,
    pub value_type: Option<String>,
}

/// One alternative of a rule.
#[derive(Debug)]
pub struct Production {
    /// The nonterminal that it derives.
    pub head: usize,
    /// What it consists of.
    pub body: Vec<Symbol>,
    /// Settles conflicts: `%prec`, or the precedence of the last terminal of the body.
    pub precedence: Option<Precedence>,
    /// The function that makes the value: its name and what it takes. `None` passes the value of
    /// the first symbol on.
    pub action: Option<(String, Vec<Argument>)>,
    /// Line of the grammar text, for messages.
    pub line: usize,
}

/// What an action takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument {
    /// The value of this symbol of the body, counted from 1.
    Symbol(usize),
    /// A value already on the stack below the body, and its type: 0 is the topmost.
    Below(usize, String),
}

/// A whole grammar.
#[derive(Debug, Default)]
pub struct Grammar {
    pub terminals: Vec<Terminal>,
    pub nonterminals: Vec<Nonterminal>,
    pub productions: Vec<Production>,
    /// Value types: name and the text that stands for it in the generated code.
    pub value_types: Vec<(String, String)>,
}

impl Grammar {
    /// The name of a symbol as the grammar text writes it.
    pub fn name(&self, symbol: Symbol) -> &str {
        match symbol {
            Symbol::Terminal(terminal) => &self.terminals[terminal].name,
            Symbol::Nonterminal(nonterminal) => &self.nonterminals[nonterminal].name,
        }
    }

    /// Production `index` as text, with a dot before position `dot` when given.
    pub fn show(&self, index: usize, dot: Option<usize>) -> String {
        let production = &self.productions[index];
        let mut text = format!("{}:", self.nonterminals[production.head].name);
        for (position, &symbol) in production.body.iter().enumerate() {
            if dot == Some(position) {
                text.push_str(" .");
            }
            text.push(' ');
            text.push_str(self.name(symbol));
        }
        if dot == Some(production.body.len()) {
            text.push_str(" .");
        }
        text
    }

    /// For each nonterminal, whether it derives the empty string.
    pub(crate) fn nullable(&self) -> Vec<bool> {
        let mut nullable = vec![false; self.nonterminals.len()];
        let mut changed = true;
        while changed {
            changed = false;
            for production in &self.productions {
                let empty = production.body.iter().all(|&symbol| match symbol {
                    Symbol::Terminal(_) => false,
                    Symbol::Nonterminal(nonterminal) => nullable[nonterminal],
                });
                if empty && !nullable[production.head] {
                    nullable[production.head] = true;
                    changed = true;
                }
            }
        }
        nullable
    }
}
