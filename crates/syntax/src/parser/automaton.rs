//! What the parse tables say: the action of a state on a token, and the state behind a nonterminal.

use super::generated::{
    ACTION, BASE, CHECK, DEFAULT, GOTO, GOTO_BASE, GOTO_CHECK, GOTO_DEFAULT, NO_ROW, TERMINALS,
};
use crate::token::{END, TokenKind};

/// What a state does on a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Shift(u16),
    Reduce(u16),
    Error,
}

/// What `state` does on `terminal`.
#[inline]
pub(super) fn step(state: u16, terminal: u8) -> Step {
    let base = BASE[usize::from(state)];
    if base == NO_ROW {
        return default_step(state);
    }
    let at = usize::from(base) + usize::from(terminal);
    if CHECK.get(at) != Some(&terminal) {
        return default_step(state);
    }
    match ACTION[at] {
        0 => Step::Error,
        action if action > 0 => Step::Shift(action as u16 - 1),
        action => Step::Reduce((-action) as u16 - 1),
    }
}

/// What `state` does whatever comes next.
#[inline]
pub(super) fn default_step(state: u16) -> Step {
    match DEFAULT[usize::from(state)] {
        0 => Step::Error,
        production => Step::Reduce(production - 1),
    }
}

/// The state that `nonterminal` leads to from `state`.
#[inline]
pub(super) fn goto(state: u16, nonterminal: u16) -> u16 {
    let at = usize::from(GOTO_BASE[usize::from(nonterminal)]) + usize::from(state);
    match GOTO_CHECK.get(at) {
        Some(&check) if check == state => GOTO[at],
        _ => GOTO_DEFAULT[usize::from(nonterminal)],
    }
}

/// The number of a token kind in the tables. Kinds that no rule names stop every rule.
pub(super) fn terminal_of(kind: TokenKind) -> u8 {
    TERMINAL_OF.get(usize::from(kind.0)).copied().unwrap_or(NOWHERE)
}

/// The number of the kinds that no rule names.
pub(super) const NOWHERE: u8 = 254;

static TERMINAL_OF: [u8; 512] = {
    let mut numbers = [NOWHERE; 512];
    let mut terminal = 1;
    numbers[END.0 as usize] = 0;
    while terminal < TERMINALS.len() {
        if TERMINALS[terminal].0 != END.0 {
            numbers[TERMINALS[terminal].0 as usize] = terminal as u8;
        }
        terminal += 1;
    }
    numbers
};
