//! Going on after a syntax error, so that a tool gets the whole tree and all errors.
//!
//! One closing token that is merely missing is put in. Otherwise the open symbols are dropped down
//! to the innermost list of statements or members, an error node takes their place, and tokens are
//! passed over until one that can go on there. At the end of the file what is open is closed.
//!
//! # Invariants
//! - Each error reads a token or closes a symbol for good, and there are at most
//!   [`DIAGNOSTICS_MAX`]: recovery takes time linear in the source.

use super::automaton::{Step, goto, step, terminal_of};
use super::driver::{Driver, Symbol};
use super::generated::{PRODUCTIONS, Value};
use crate::ast::Span;
use crate::token::*;

/// Errors beyond this many are those of a file that is not PHP at all.
const DIAGNOSTICS_MAX: usize = 100;

/// How many closers a truncated file may lack.
const CLOSERS_MAX: usize = 200;

/// How many reductions a missing token may be looked for through.
const TRIAL_STEPS_MAX: usize = 64;

/// What people forget, likeliest first.
const CLOSERS: [TokenKind; 9] = [
    TokenKind::byte(b';'),
    TokenKind::byte(b')'),
    TokenKind::byte(b']'),
    TokenKind::byte(b'}'),
    T_END_HEREDOC,
    T_ENDIF,
    T_ENDFOREACH,
    T_ENDFOR,
    T_ENDWHILE,
];

impl Driver<'_> {
    /// Prepares the stacks for going on. `false`: nothing more can be read.
    pub(super) fn recover(&mut self) -> bool {
        if self.builder.diagnostics.len() >= DIAGNOSTICS_MAX {
            return false;
        }
        if self.peek().kind == END {
            return self.close_all();
        }
        if self.peek().kind == T_ERROR {
            self.lookahead = None;
        } else if self.insert_missing() {
            return true;
        }
        self.drop_to_list();
        self.skip_to_restart()
    }

    /// Puts in one closing token when what was found can follow it.
    fn insert_missing(&mut self) -> bool {
        let found = self.peek_terminal();
        let fits = |&&kind: &&TokenKind| {
            let states = self.trial(self.states(), terminal_of(kind));
            states.and_then(|states| self.trial(states, found)).is_some()
        };
        match CLOSERS.iter().find(fits) {
            Some(&missing) => self.force(missing),
            None => false,
        }
    }

    /// Closes what is open, innermost first, until the end of the file can be read.
    fn close_all(&mut self) -> bool {
        for _ in 0..CLOSERS_MAX {
            if self.trial(self.states(), terminal_of(END)).is_some() {
                return true;
            }
            if !self.force_closer() && !self.drop_to_list() && !self.drop_list() {
                return false;
            }
        }
        false
    }

    /// Puts in the first closer that fits; `;`, which fits almost anywhere, only as the last.
    fn force_closer(&mut self) -> bool {
        let (semicolon, closers) = CLOSERS.split_at(1);
        let in_list = self.symbols.last().is_some_and(is_list);
        let semicolon = if in_list { &[] } else { semicolon };
        let fits = |&&kind: &&TokenKind| self.trial(self.states(), terminal_of(kind)).is_some();
        match closers.iter().chain(semicolon).find(fits) {
            Some(&missing) => self.force(missing),
            None => false,
        }
    }

    fn states(&self) -> Vec<u16> {
        self.symbols.iter().map(|symbol| symbol.state).collect()
    }

    /// The states after `terminal` has been shifted, or `None` when it cannot be.
    fn trial(&self, mut states: Vec<u16>, terminal: u8) -> Option<Vec<u16>> {
        for _ in 0..TRIAL_STEPS_MAX {
            match step(*states.last()?, terminal) {
                Step::Shift(state) => {
                    states.push(state);
                    return Some(states);
                }
                Step::Reduce(production) => {
                    let production = PRODUCTIONS[usize::from(production)];
                    let remaining = states.len() - usize::from(production.length);
                    states.truncate(remaining);
                    states.push(goto(*states.last()?, production));
                }
                Step::Error => return None,
            }
        }
        None
    }

    /// Shifts a token that is not in the source.
    fn force(&mut self, kind: TokenKind) -> bool {
        let found = self.peek();
        let terminal = terminal_of(kind);
        loop {
            match step(self.state(), terminal) {
                Step::Shift(state) => {
                    let span = Span { start: found.start, end: found.start };
                    let value = Value::Token(Token { kind, end: found.start, ..found });
                    self.symbols.push(Symbol { value, span, state });
                    return true;
                }
                Step::Reduce(production) => drop(self.reduce(production)),
                Step::Error => return false,
            }
        }
    }

    /// Drops what is open inside the innermost list. `false`: nothing was.
    fn drop_to_list(&mut self) -> bool {
        let Some(at) = self.symbols.iter().rposition(is_list) else { return false };
        let [list, .., last] = self.symbols[at..] else { return false };
        self.symbols.truncate(at + 1);
        self.builder.span = list.span.to(last.span);
        self.symbols[at].value = self.builder.push_error(list.value);
        true
    }

    /// Drops the innermost list itself, and what is open around it, down to the next list.
    fn drop_list(&mut self) -> bool {
        if self.symbols.len() < 3 {
            return false;
        }
        self.symbols.pop();
        self.drop_to_list();
        true
    }

    /// Passes over tokens until one with which a statement or the end of the list can begin.
    fn skip_to_restart(&mut self) -> bool {
        let mut depth = 0_usize;
        loop {
            let kind = self.peek().kind;
            if kind == END {
                return self.close_all();
            }
            let restarts = depth == 0 && (kind == TokenKind::byte(b'}') || begins_statement(kind));
            if restarts && step(self.state(), self.peek_terminal()) != Step::Error {
                return true;
            }
            self.lookahead = None;
            match kind.as_byte() {
                Some(b'{') => depth += 1,
                Some(b'}') if depth > 0 => {
                    depth -= 1;
                    if depth == 0 {
                        return true;
                    }
                }
                Some(b';') if depth == 0 => return true,
                _ => {}
            }
        }
    }
}

fn is_list(symbol: &Symbol<'_>) -> bool {
    matches!(symbol.value, Value::Stmts(_) | Value::Members(_))
}

fn begins_statement(kind: TokenKind) -> bool {
    matches!(
        kind,
        T_IF | T_WHILE
            | T_DO
            | T_FOR
            | T_FOREACH
            | T_SWITCH
            | T_TRY
            | T_ECHO
            | T_RETURN
            | T_FUNCTION
            | T_CLASS
            | T_INTERFACE
            | T_TRAIT
            | T_ENUM
            | T_ABSTRACT
            | T_FINAL
            | T_NAMESPACE
            | T_USE
            | T_PUBLIC
            | T_PROTECTED
            | T_PRIVATE
            | T_INLINE_HTML
    )
}
