//! The words of a syntax error: what stood there, and what the state would have taken.
//!
//! Only tokens with an action of their own count as expected; a default reduction has none. When
//! more than four are expected the message names none, as Bison's do.

use super::driver::{Step, step};
use super::generated::{BASE, CHECK, NO_ROW, TERMINALS};
use crate::token::{Token, TokenKind};

const EXPECTED_MAX: usize = 4;

/// PHP's message for `token` in `state`.
pub(super) fn message(state: u16, token: Token, source: &[u8]) -> Vec<u8> {
    let mut message = b"syntax error, unexpected ".to_vec();
    message.extend(token.kind.describe_unexpected(token.text(source)));
    let mut separator = ", expecting ";
    for kind in expected(state) {
        message.extend_from_slice(separator.as_bytes());
        message.extend_from_slice(kind.describe().as_bytes());
        separator = " or ";
    }
    message
}

/// The tokens that `state` names, or none when there are too many.
pub(super) fn expected(state: u16) -> Vec<TokenKind> {
    let base = BASE[usize::from(state)];
    if base == NO_ROW {
        return Vec::new();
    }
    let explicit = |terminal: &u8| {
        let at = usize::try_from(i32::from(base) + i32::from(*terminal));
        at.is_ok_and(|at| CHECK.get(at) == Some(terminal)) && step(state, *terminal) != Step::Error
    };
    let kinds = (0..TERMINALS.len() as u8).filter(explicit);
    let kinds: Vec<TokenKind> =
        kinds.map(|terminal| TERMINALS[usize::from(terminal)]).take(EXPECTED_MAX + 1).collect();
    if kinds.len() > EXPECTED_MAX { Vec::new() } else { kinds }
}
