//! The words of a syntax error: what stood there, and what the state would have taken.
//!
//! Only tokens with an action of their own count as expected; a default reduction has none. When
//! more than four are expected the message names none, as Bison's do.

use super::automaton::{NOWHERE, Step, explicit, terminal_of};
use super::generated::{NO_ROW, STATES, TERMINALS};
use crate::token::{T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, Token, TokenKind};

const EXPECTED_MAX: usize = 4;

/// PHP's message for `token` in `state`.
pub(super) fn message(state: u16, token: Token, source: &[u8]) -> Vec<u8> {
    let mut message = b"syntax error, unexpected ".to_vec();
    let text = token.text(source);
    match terminal_of(token.kind) {
        NOWHERE => message.extend([b"invalid token \"", text, b"\""].concat()),
        _ => message.extend(token.kind.describe_unexpected(text)),
    }
    let mut separator = ", expecting ";
    for kind in expected(state) {
        message.extend_from_slice(separator.as_bytes());
        message.extend_from_slice(describe(kind).as_bytes());
        separator = " or ";
    }
    message
}

/// PHP: two kinds of token are written `&`; the second goes by this name when it is expected.
fn describe(kind: TokenKind) -> String {
    match kind {
        T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG => "amp".into(),
        _ => kind.describe(),
    }
}

/// The tokens that `state` names, or none when there are too many.
pub(super) fn expected(state: u16) -> Vec<TokenKind> {
    let row = STATES[usize::from(state)];
    if row.base == NO_ROW {
        return Vec::new();
    }
    let acts = |terminal: &u8| explicit(row, *terminal).is_some_and(|step| step != Step::Error);
    let kinds = (0..TERMINALS.len() as u8).filter(acts);
    let kinds: Vec<TokenKind> =
        kinds.map(|terminal| TERMINALS[usize::from(terminal)]).take(EXPECTED_MAX + 1).collect();
    if kinds.len() > EXPECTED_MAX { Vec::new() } else { kinds }
}
