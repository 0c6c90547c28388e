//! The indentation of a heredoc's closing label, known before its text is read.
//!
//! PHP reads a heredoc twice: once ahead, to its closing label, where an error of any kind ends
//! the search, and then for good. What is found then is what this file finds. A heredoc without
//! code in its text is searched line by line.
//!
//! # Invariants
//! - Reading ahead notes a plan for each heredoc on the way, so that none is read ahead twice.

use super::bytes::is_label_start;
use super::heredoc::{Label, LineStart};
use super::{Lexer, Role, State};
use crate::literal::Indentation;
use crate::token::*;
use memchr::{memchr_iter, memchr2};
use std::collections::VecDeque;

/// What is known of a heredoc before its text is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Plan {
    pub indentation: Indentation,
    /// A variable stands where the indentation of the first line should.
    pub begins_with_variable: bool,
}

/// Plans made while reading ahead, and what that reading has found last.
#[derive(Clone, Debug, Default)]
pub(super) struct Plans {
    /// By where the text begins, ascending.
    known: VecDeque<(usize, Plan)>,
    closings: usize,
    last_closing: Indentation,
}

impl Plans {
    /// Notes that a heredoc's closing label was found at this indentation.
    pub(super) fn note_closing(&mut self, indentation: Indentation) {
        self.closings += 1;
        self.last_closing = indentation;
    }

    fn take(&mut self, body: usize) -> Option<Plan> {
        while let Some(&(known, plan)) = self.known.front() {
            if known > body {
                return None;
            }
            self.known.pop_front();
            if known == body {
                return Some(plan);
            }
        }
        None
    }
}

/// A heredoc that reading ahead is inside of.
struct Open {
    /// Which plan is its.
    plan: usize,
    /// How many closings had been found when it opened.
    closings: usize,
    is_first_token: bool,
}

impl Lexer<'_> {
    /// The plan of the heredoc whose text begins at `body`.
    pub(super) fn plan_heredoc(&mut self, body: usize, label: Label) -> Plan {
        if let Some(plan) = self.found.plans.take(body) {
            return plan;
        }
        match self.plan_without_code(body, label) {
            Some(plan) => plan,
            None => self.plan_by_reading_ahead(body, label),
        }
    }

    /// The plan when no `{$` and no `${` stands before the closing label.
    fn plan_without_code(&self, body: usize, label: Label) -> Option<Plan> {
        let length = self.src.len();
        let begins_with_variable =
            self.byte_at(body) == b'$' && is_label_start(self.byte_at(body + 1));
        let mut line = body;
        loop {
            let rest = self.slice(line, length);
            let newline = memchr2(b'\n', b'\r', rest);
            if self.has_code(line, line + newline.unwrap_or(rest.len())) {
                return None;
            }
            let Some(newline) = newline else { return Some(Plan::default()) };
            line += newline + 1;
            let (blanks, text) = self.blanks_at(line);
            match self.line_start(text, label) {
                LineStart::Text => {}
                LineStart::End => return Some(Plan::default()),
                LineStart::ClosingLabel => {
                    let indentation = blanks.indentation();
                    return Some(Plan { indentation, begins_with_variable });
                }
            }
        }
    }

    fn has_code(&self, from: usize, to: usize) -> bool {
        memchr_iter(b'{', self.slice(from, to)).map(|offset| from + offset).any(|brace| {
            self.byte_at(brace + 1) == b'$' || (brace > from && self.byte_at(brace - 1) == b'$')
        })
    }

    /// The plan of this heredoc; those of the heredocs in it are kept.
    fn plan_by_reading_ahead(&mut self, body: usize, label: Label) -> Plan {
        let mut ahead = Lexer::new(self.src, self.options);
        ahead.role = Role::LookAhead;
        ahead.state = State::Heredoc;
        ahead.pos = body;
        ahead.heredocs.push(label);
        let mut plans = vec![(body, Plan::default())];
        let mut open = vec![Open { plan: 0, closings: 0, is_first_token: true }];
        while let Some(innermost) = open.last_mut() {
            let kind = ahead.next_token().kind;
            if ahead.error.is_some() {
                break;
            }
            if std::mem::take(&mut innermost.is_first_token) {
                plans[innermost.plan].1.begins_with_variable =
                    matches!(kind, T_VARIABLE | T_DOLLAR_OPEN_CURLY_BRACES | T_CURLY_OPEN);
            }
            match kind {
                END => break,
                T_START_HEREDOC => {
                    let closings = ahead.found.plans.closings;
                    open.push(Open { plan: plans.len(), closings, is_first_token: true });
                    plans.push((ahead.pos, Plan::default()));
                }
                T_END_HEREDOC => {
                    ahead.found.plans.settle(innermost, &mut plans);
                    open.pop();
                }
                _ => {}
            }
        }
        for unclosed in &open {
            ahead.found.plans.settle(unclosed, &mut plans);
        }
        self.found.plans.known = plans.split_off(1).into();
        plans[0].1
    }
}

impl Plans {
    /// Gives a heredoc the indentation found last since it opened.
    fn settle(&self, open: &Open, plans: &mut [(usize, Plan)]) {
        if self.closings > open.closings {
            plans[open.plan].1.indentation = self.last_closing;
        }
    }
}
