//! Tests of the agreement: texts with expected output, and properties over all instructions.

mod blob;
mod builder;
mod files;
mod mutation;
mod reference;
mod rows;
mod types;
