//! Runs the parse tables over the tokens.
//!
//! States and values are two stacks in step. A state without explicit actions reduces before the
//! next token is read; what the lexer has seen when an action runs is part of PHP's behaviour
//! (doc comments, lines of errors).

use bumpalo::Bump;

use super::automaton::{Step, default_step, goto, step, terminal_of};
use super::build::Builder;
use super::generated::{ACCEPT, BASE, NO_ROW, PRODUCTIONS, Production, Value, reduce};
use super::{Parse, ParseOptions, expected};
use crate::ast::{File, Span};
use crate::diagnostic::{Diagnostic, Severity};
use crate::token::{T_ENCAPSED_AND_WHITESPACE, T_ERROR, Token};

/// How many symbols may be open at once; the next one is PHP's "memory exhausted".
pub const STACK_MAX: usize = 9_999;

/// How many symbols most sources have open at most.
const STACK_ROOM: usize = 128;

/// An entry of the state stack: the state, and the bytes of the symbol that led to it.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub state: u16,
    pub span: Span,
}

pub(super) struct Driver<'a> {
    pub(super) builder: Builder<'a>,
    pub(super) entries: Vec<Entry>,
    pub(super) values: Vec<Value<'a>>,
    pub(super) lookahead: Option<Token>,
    /// The number of the lookahead in the tables, while there is one.
    terminal: u8,
    source: &'a [u8],
}

impl<'a> Driver<'a> {
    pub(super) fn new(arena: &'a Bump, source: &'a [u8], options: ParseOptions) -> Self {
        let mut entries = Vec::with_capacity(STACK_ROOM);
        entries.push(Entry { state: 0, span: Span::default() });
        Self {
            builder: Builder::new(arena, source, options),
            entries,
            values: Vec::with_capacity(STACK_ROOM),
            lookahead: None,
            terminal: 0,
            source,
        }
    }

    pub(super) fn run(mut self) -> Parse<'a> {
        while self.state() != ACCEPT {
            match self.next_step() {
                Step::Shift(state) => self.shift(state),
                Step::Reduce(production) => self.reduce(production),
                Step::Error => {
                    self.syntax_error();
                    if !self.recover() {
                        break;
                    }
                }
            }
            if self.entries.len() > STACK_MAX {
                self.report(b"memory exhausted".to_vec());
                break;
            }
        }
        let statements = match (self.builder.statements, self.values.first()) {
            (Some(statements), _) => statements,
            (None, Some(&Value::Stmts(list))) => self.builder.finish(list),
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
        self.entries.last().expect("invariant: the start state is never popped").state
    }

    #[inline]
    fn next_step(&mut self) -> Step {
        let state = self.state();
        if BASE[usize::from(state)] == NO_ROW {
            return default_step(state);
        }
        step(state, self.peek_terminal())
    }

    /// The token to be shifted next; reads it if need be.
    #[inline]
    pub(super) fn peek(&mut self) -> Token {
        match self.lookahead {
            Some(token) => token,
            None => self.fetch(),
        }
    }

    /// The number in the tables of the token to be shifted next; reads it if need be.
    #[inline]
    pub(super) fn peek_terminal(&mut self) -> u8 {
        if self.lookahead.is_none() {
            self.fetch();
        }
        self.terminal
    }

    fn fetch(&mut self) -> Token {
        let token = self.builder.lexer.next_significant();
        if token.kind == T_ENCAPSED_AND_WHITESPACE {
            self.builder.note_text(token);
        }
        self.terminal = terminal_of(token.kind);
        self.lookahead = Some(token);
        token
    }

    #[inline]
    pub(super) fn shift(&mut self, state: u16) {
        let token = self.peek();
        let span = Span { start: token.start, end: token.end };
        self.entries.push(Entry { state, span });
        self.values.push(Value::Token(token));
        self.lookahead = None;
    }

    #[inline(always)]
    pub(super) fn reduce(&mut self, production: u16) {
        let Production { head, length, passes } = PRODUCTIONS[usize::from(production)];
        match passes {
            true => self.pass(head),
            false => self.replace(production, head, length),
        }
    }

    /// Turns the symbol on top into `head`, which has its value and span.
    #[inline]
    fn pass(&mut self, head: u16) {
        if let [.., below, top] = &mut self.entries[..] {
            top.state = goto(below.state, head);
        }
    }

    /// Puts `head` in place of the last `length` symbols.
    #[inline(never)]
    fn replace(&mut self, production: u16, head: u16, length: u8) {
        let remaining = self.entries.len() - usize::from(length);
        let below = self.entries[remaining - 1];
        let span = match &self.entries[remaining..] {
            [first, .., last] => first.span.to(last.span),
            [only] => only.span,
            [] => Span { start: below.span.end, end: below.span.end },
        };
        self.builder.span = span;
        reduce(production, usize::from(length), &mut self.builder, &mut self.values);
        self.entries.truncate(remaining);
        self.entries.push(Entry { state: goto(below.state, head), span });
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
