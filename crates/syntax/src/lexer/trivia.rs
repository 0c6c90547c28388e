//! Looking ahead over white space and comments.
//!
//! Three tokens depend on what follows the trivia behind them: `&`, `enum` and `yield`. PHP finds
//! out by a regular expression, which is less strict than its comment tokens are: a line comment
//! does not end at `?>`, and `#` at the end of a line may take the next line as well. So there can
//! be several places where the trivia may end; this is the automaton of that expression.
//!
//! # Invariants
//! - Linear in the whole: the only bytes that many looks ahead can share are those of line
//!   comments that a `?>` cuts, and the end of their line is remembered.

use super::Lexer;
use super::bytes::is_newline;
use memchr::memchr3;

/// A set of the automaton's states.
type States = u8;

/// Outside comments.
const BETWEEN: States = 1;
/// Behind a `/` that may open a comment.
const SLASH: States = 2;
const LINE_COMMENT: States = 4;
const BLOCK: States = 8;
/// Behind a `*` in a block comment.
const STAR: States = 16;
/// Behind `#`.
const HASH: States = 32;

/// The states after `byte`.
fn step(states: States, byte: u8) -> States {
    let newline = is_newline(byte);
    let mut next = 0;
    if states & BETWEEN != 0 {
        next |= match byte {
            b' ' | b'\t' | b'\n' | b'\r' => BETWEEN,
            b'/' => SLASH,
            b'#' => HASH,
            _ => 0,
        };
    }
    if states & SLASH != 0 {
        next |= match byte {
            b'/' => LINE_COMMENT,
            b'*' => BLOCK,
            _ => 0,
        };
    }
    if byte == 0 {
        return next;
    }
    if states & LINE_COMMENT != 0 {
        next |= if newline { BETWEEN } else { LINE_COMMENT };
    }
    if states & HASH != 0 && byte != b'[' {
        next |= if newline { BETWEEN | LINE_COMMENT } else { LINE_COMMENT };
    }
    if states & (BLOCK | STAR) != 0 {
        next |= match byte {
            b'*' => STAR,
            b'/' if states & STAR != 0 => BETWEEN,
            _ => BLOCK,
        };
    }
    next
}

impl<'s> Lexer<'s> {
    /// Calls `visit` with the rest of the source at each place where the trivia that begins at
    /// `pos` may end, in order; also at places inside trivia, where no token can begin.
    #[inline]
    pub(super) fn visit_after_trivia(&mut self, mut pos: usize, mut visit: impl FnMut(&'s [u8])) {
        while matches!(self.byte_at(pos), b' ' | b'\t' | b'\n' | b'\r') {
            pos += 1;
        }
        visit(self.slice(pos, self.src.len()));
        if !matches!(self.byte_at(pos), b'/' | b'#') {
            return;
        }
        let mut states = BETWEEN;
        while states != 0 && pos < self.src.len() {
            if states == LINE_COMMENT {
                pos = self.line_stop(pos);
            }
            states = step(states, self.byte_at(pos));
            pos += 1;
            if states & BETWEEN != 0 {
                visit(self.slice(pos, self.src.len()));
            }
        }
    }

    /// The next line end or 0 byte at or behind `pos`, or the end of the source.
    fn line_stop(&mut self, pos: usize) -> usize {
        let (seen_from, stop) = self.found.line_stop;
        if seen_from <= pos && pos <= stop {
            return stop;
        }
        let rest = self.slice(pos, self.src.len());
        let stop = memchr3(b'\n', b'\r', 0, rest).map_or(self.src.len(), |offset| pos + offset);
        self.found.line_stop = (pos, stop);
        stop
    }
}
