//! The interpreter: frames, exec code, op bodies, dispatch and unwinding.
//!
//! Start at [`exec`] (what runs), then [`frame`] (what it runs on), [`dispatch`] (how it runs) and
//! [`ops`] (what each instruction means). [`request`] is the state of a running script.
//!
//! # Invariants
//! - `unsafe` lives in `frame`, `stack` and `dispatch` alone; op bodies are safe functions.
//! - Calls between PHP functions use no native stack.
//!
//! # Not here
//! Source code and its compiler; machine code.

#![deny(unsafe_code)]
// Op bodies have the signatures that the instruction table gives them.
#![allow(clippy::too_many_arguments, clippy::trivially_copy_pass_by_ref)]

mod absent;
mod arith;
mod array;
mod behind;
pub mod boundary;
mod call;
pub mod callable;
pub mod class;
mod closure;
mod constant;
mod control;
mod conv;
pub mod deprecated;
mod dispatch;
mod evaluated;
pub mod exec;
mod fiber;
mod folded;
pub mod frame;
pub mod func;
mod generator;
mod in_place;
mod include;
mod iter;
mod late;
mod library;
mod local;
pub mod machine;
mod member;
pub mod native;
pub mod native_method;
pub mod object;
pub mod ops;
mod positions;
mod reflect;
pub mod request;
mod scoped;
pub mod source;
pub mod stack;
mod string;
pub mod surprise;
mod throwable;
pub mod unit;
mod unwind;
mod variable;
mod weak;
