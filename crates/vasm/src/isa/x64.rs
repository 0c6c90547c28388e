//! x86-64 with SSE4.1 and POPCNT.

pub mod abi;
pub mod encode;
pub(crate) mod lower;
pub mod stubs;

pub use encode::{Encoder, Place};
