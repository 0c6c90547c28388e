//! Tests of the runtime from outside.

mod array_model;
mod random;
