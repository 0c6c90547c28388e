//! What std lacks and PHP does not know.
//!
//! Each module stands alone; nothing here names a language, a file format or a machine.

#![forbid(unsafe_code)]

pub mod id;
