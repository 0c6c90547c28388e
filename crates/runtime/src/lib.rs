//! Values, heap, strings, arrays and objects of PHP, with its conversions and operators.
//!
//! Start at [`value`], then [`array`]; [`layout`] has the tables that machine code shares.
//!
//! # Invariants
//! - `unsafe` lives in the representation modules alone: `heap`, `value`, `string`, `array`,
//!   `object`.
//! - No function here runs script code, except through a trait that its caller passes.
//!
//! # Not here
//! The interpreter, frames and calls; the standard library.

#![deny(unsafe_code)]

#[expect(unsafe_code, reason = "array blocks, slots and elements")]
pub mod array;
pub mod class;
pub mod conv;
#[expect(unsafe_code, reason = "free lists and slabs")]
pub mod heap;
pub mod layout;
pub mod message;
pub mod native;
#[expect(unsafe_code, reason = "object and Ref blocks")]
pub mod object;
pub mod ops;
pub mod raise;
pub mod rds;
pub mod realpath;
pub mod registry;
#[expect(unsafe_code, reason = "string blocks")]
pub mod string;
#[expect(unsafe_code, reason = "tagged words and counts")]
pub mod value;
