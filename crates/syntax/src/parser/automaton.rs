//! What the parse tables say: the action of a state on a token, and the state behind a nonterminal.

use super::generated::{ACTIONS, GOTOS, NO_ROW, Production, STATES, StateRow, TERMINALS};
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
    let row = STATES[usize::from(state)];
    match explicit(row, terminal) {
        Some(step) if row.base != NO_ROW => step,
        _ => by_default(row),
    }
}

/// What `row` says of `terminal`, if it has actions at all.
#[inline]
pub(super) fn explicit(row: StateRow, terminal: u8) -> Option<Step> {
    let at = usize::from(row.base) + usize::from(terminal);
    let found = ACTIONS.get(at).filter(|found| found.terminal == terminal)?;
    Some(match found.action {
        0 => Step::Error,
        action if action > 0 => Step::Shift(action as u16 - 1),
        action => Step::Reduce(action.unsigned_abs() - 1),
    })
}

/// What a state does whatever comes next.
#[inline]
pub(super) fn by_default(row: StateRow) -> Step {
    match row.default {
        0 => Step::Error,
        production => Step::Reduce(production - 1),
    }
}

/// The state that a nonterminal leads to from `state`: that of this production.
#[inline]
pub(super) fn goto(state: u16, production: Production) -> u16 {
    match GOTOS.get(usize::from(production.gotos) + usize::from(state)) {
        Some(row) if row.state == state => row.next,
        _ => production.next,
    }
}

/// The number of a token kind in the tables. Kinds that no rule names stop every rule.
#[inline]
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
