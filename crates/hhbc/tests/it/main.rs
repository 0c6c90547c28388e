//! Tests of the agreement: texts with expected output, and properties over all instructions.

mod files;
mod mutation;
mod reference;
mod rows;
