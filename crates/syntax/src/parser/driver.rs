//! Runs the parse tables over the tokens.
//!
//! A state without explicit actions reduces before the next token is read; what the lexer has seen
//! when an action runs is part of PHP's behaviour (doc comments, lines of errors).

use bumpalo::Bump;

use super::automaton::{Step, by_default, explicit, goto, terminal_of};
use super::build::Builder;
use super::generated::{ACCEPT, NO_ROW, PRODUCTIONS, Production, STATES, Value, reduce};
use super::{Parse, ParseOptions, expected};
use crate::ast::{File, Span};
use crate::diagnostic::{Diagnostic, Severity};
use crate::token::{END, T_ENCAPSED_AND_WHITESPACE, T_ERROR, Token, TokenKind};

/// How many symbols may be open at once; the next one is PHP's "memory exhausted".
pub const STACK_MAX: usize = 9_999;

/// How many symbols most sources have open at most.
const STACK_ROOM: usize = 128;

/// What lies on the parse stack: a symbol's value and bytes, and the state that it led to.
#[derive(Clone, Copy)]
pub struct Symbol<'a> {
    pub value: Value<'a>,
    pub span: Span,
    pub state: u16,
}

pub(super) struct Driver<'a> {
    pub(super) builder: Builder<'a>,
    /// The bottom is no symbol: it has the start state.
    pub(super) symbols: Vec<Symbol<'a>>,
    /// What has been read and not been shifted; the lexer still knows its bytes.
    pub(super) lookahead: Option<TokenKind>,
    /// The number of the lookahead in the tables, while there is one.
    terminal: u8,
    source: &'a [u8],
}

impl<'a> Driver<'a> {
    pub(super) fn new(arena: &'a Bump, source: &'a [u8], options: ParseOptions) -> Self {
        let mut symbols = Vec::with_capacity(STACK_ROOM);
        symbols.push(Symbol { value: Value::None, span: Span::default(), state: 0 });
        let builder = Builder::new(arena, source, options);
        Self { builder, symbols, lookahead: None, terminal: 0, source }
    }

    pub(super) fn run(mut self) -> Parse<'a> {
        let mut state = self.state();
        loop {
            match self.next_step(state) {
                Step::Shift(next) => {
                    self.shift(next);
                    if next == ACCEPT {
                        break;
                    }
                    state = next;
                }
                Step::Reduce(production) => state = self.reduce(production),
                Step::Error => {
                    self.syntax_error();
                    if !self.recover() {
                        break;
                    }
                    state = self.state();
                }
            }
            if self.symbols.len() > STACK_MAX {
                self.report(b"memory exhausted".to_vec());
                break;
            }
        }
        let first = self.symbols.get(1).map(|symbol| symbol.value);
        let statements = match (self.builder.statements, first) {
            (Some(statements), _) => statements,
            (None, Some(Value::Stmts(list))) => self.builder.finish(list),
            (None, _) => &[],
        };
        self.builder.collect_warnings();
        Parse {
            file: File { statements },
            warnings: self.builder.warnings,
            diagnostics: self.builder.diagnostics,
            keyword_names: self.builder.keyword_names,
        }
    }

    pub(super) fn state(&self) -> u16 {
        self.symbols.last().expect("invariant: the start state is never popped").state
    }

    /// What comes next in `state`, that of the symbol on top.
    #[inline]
    fn next_step(&mut self, state: u16) -> Step {
        let row = STATES[usize::from(state)];
        if row.base == NO_ROW {
            return by_default(row);
        }
        explicit(row, self.peek_terminal()).unwrap_or_else(|| by_default(row))
    }

    /// The token to be shifted next; reads it if need be.
    pub(super) fn peek(&mut self) -> Token {
        self.peek_terminal();
        self.token()
    }

    /// The token that has been read and not been shifted.
    #[inline]
    fn token(&self) -> Token {
        self.builder.lexer.token(self.lookahead.unwrap_or(END))
    }

    /// The number in the tables of the token to be shifted next; reads it if need be.
    #[inline]
    pub(super) fn peek_terminal(&mut self) -> u8 {
        if self.lookahead.is_none() {
            self.fetch();
        }
        self.terminal
    }

    fn fetch(&mut self) {
        let kind = self.builder.lexer.advance_to_significant();
        if kind == T_ENCAPSED_AND_WHITESPACE {
            self.builder.note_text(self.builder.lexer.token(kind));
        }
        self.lookahead = Some(kind);
        self.terminal = terminal_of(kind);
    }

    #[inline]
    fn shift(&mut self, state: u16) {
        let token = self.token();
        let span = Span { start: token.start, end: token.end };
        self.symbols.push(Symbol { value: Value::Token(token), span, state });
        self.lookahead = None;
    }

    /// Reduces a production; says which state that leads to.
    #[inline(always)]
    pub(super) fn reduce(&mut self, number: u16) -> u16 {
        let production = PRODUCTIONS[usize::from(number)];
        match production.passes {
            true => self.pass(production),
            false => self.replace(number),
        }
    }

    /// Turns the symbol on top into another, which has its value and span.
    #[inline]
    fn pass(&mut self, production: Production) -> u16 {
        if let [.., below, top] = &mut self.symbols[..] {
            top.state = goto(below.state, production);
        }
        self.state()
    }

    /// Puts one symbol in place of those that a production takes.
    #[inline(never)]
    fn replace(&mut self, number: u16) -> u16 {
        let production = PRODUCTIONS[usize::from(number)];
        let at = self.symbols.len() - usize::from(production.length);
        let below = self.symbols[at - 1];
        let span = match &self.symbols[at..] {
            [first, .., last] => first.span.to(last.span),
            [only] => only.span,
            [] => {
                let span = Span { start: below.span.end, end: below.span.end };
                self.symbols.push(Symbol { value: Value::None, span, state: 0 });
                span
            }
        };
        self.builder.span = span;
        reduce(number, at, &mut self.builder, &mut self.symbols);
        self.symbols.truncate(at + 1);
        let state = goto(below.state, production);
        let top = &mut self.symbols[at];
        (top.span, top.state) = (span, state);
        state
    }

    fn syntax_error(&mut self) {
        self.builder.collect_warnings();
        let state = self.state();
        let token = self.peek();
        match self.builder.lexer.error() {
            Some(error) if token.kind == T_ERROR => {
                if error.kind.is_nesting() && !self.builder.diagnostics.is_empty() {
                    return;
                }
                let span = Span { start: error.span.0, end: error.span.1 };
                self.builder.diagnostics.push(Diagnostic {
                    severity: Severity::Parse,
                    message: error.kind.to_string().into_bytes(),
                    line: error.line,
                    span,
                });
            }
            _ => self.report(expected::message(state, token, self.source)),
        }
    }

    fn report(&mut self, message: Vec<u8>) {
        let token = self.peek();
        self.builder.diagnostics.push(Diagnostic {
            severity: Severity::Parse,
            message,
            line: self.builder.lexer.line(),
            span: Span { start: token.start, end: token.end },
        });
    }
}
