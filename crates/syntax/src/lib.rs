//! PHP source bytes to tokens, and tokens to syntax trees.
//!
//! Pure: no I/O, no global state, no panic on any input, and time linear in its length.

#![forbid(unsafe_code)]

pub mod ast;
pub mod diagnostic;
mod fold;
pub mod keyword;
pub mod lexer;
pub mod literal;
pub mod parser;
pub mod token;
pub mod tokenizer;
pub mod transcode;
