//! Tests of the runtime from outside.

mod access;
mod array_model;
mod array_php;
mod floats_php;
mod keys;
mod layouts;
mod link;
mod operators;
mod random;
