//! The syntax tree.
//!
//! Nodes live in one arena and borrow the source: an [`Expr`] is a reference, a list a slice.
//! Names are as written; what they resolve to is the emitter's affair. Every node knows the bytes
//! that it came from, and a text form (`dump`) is made from the same declarations as the types.
//!
//! # Invariants
//! - Depth is bounded only by memory along left-recursive chains (`1 + 1 + …`): whoever walks a
//!   tree keeps a worklist, as `dump` does, or counts its depth.
//! - Nodes are never changed after the parser has handed out the tree.
//!
//! # Not here
//! Comments (they are tokens), and parentheses: a span shows them where they matter.

mod decl;
mod dump;
mod expr;
mod literal;
mod name;
mod stmt;

pub use decl::*;
pub use dump::{Dump, dump};
pub use expr::*;
pub use literal::Literal;
pub use name::*;
pub use stmt::*;

/// Bytes of the source: offset of the first, offset behind the last.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The bytes that the span covers.
    pub fn text(self, source: &[u8]) -> &[u8] {
        source.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// From the start of `self` to the end of `other`.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start, end: other.end }
    }
}

/// A whole file.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    pub statements: &'a [Stmt<'a>],
}
