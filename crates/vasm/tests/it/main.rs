//! Tests of the back end: texts, machine code against the interpreter, bytes against a
//! disassembler.

mod code_memory;
mod docs;
mod encoder;
mod files;
mod machine;
mod random;
mod rng;
