//! LALR(1) parser construction: grammar text in, packed tables out.
//!
//! PHP's parser is one that Bison made, and three things that users see follow from its tables: how
//! each expression groups, which tokens a syntax error calls expected, and how deep brackets may
//! nest. This crate builds the same automaton as Bison does, default reductions included, so that
//! a grammar with the same productions shows the same behaviour.
//!
//! `text` reads a grammar → `lr0` builds the states → `lookahead` finds what may follow each
//! reduction → `action` settles conflicts by precedence → `pack` overlays the rows.
//!
//! # Not here
//! Any particular language, and the Rust text made from the tables (`xtask gen` writes that).

#![forbid(unsafe_code)]

mod action;
mod grammar;
mod lookahead;
mod lr0;
mod pack;
mod text;

pub use action::{Action, ActionTable, Conflict};
pub use grammar::{
    Argument, Associativity, Grammar, Nonterminal, Precedence, Production, Symbol, Terminal,
};
pub use pack::Tables;
pub use text::GrammarError;

/// Reads a grammar text, leaving out productions marked with a mode that is not in `modes`.
pub fn read_grammar(text: &str, modes: &[&str]) -> Result<Grammar, GrammarError> {
    text::read(text, modes)
}

/// Builds the parse tables of `grammar`. Every conflict that precedence leaves open is an error.
pub fn build(grammar: &Grammar) -> Result<Tables, Vec<Conflict>> {
    let automaton = lr0::Automaton::new(grammar);
    let lookaheads = lookahead::Lookaheads::new(grammar, &automaton);
    let actions = ActionTable::new(grammar, &automaton, &lookaheads)?;
    Ok(pack::pack(grammar, &automaton, &actions))
}
