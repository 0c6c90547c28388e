//! libxml2, opened at run time, behind safe types.
//!
//! Nothing of the library is touched before somebody asked [`is_there`]: a process that uses no XML
//! does not load it.
//!
//! # Invariants
//! - L1: a [`Node`] is used only while the tree that it belongs to is alive. Trees are freed by
//!   [`Node::free`] and [`Node::free_doc`] alone; who calls these knows that nobody has a node of
//!   that tree.
//! - L2: a thread talks to libxml2 inside [`host::enter`], which says whom its callbacks reach; the
//!   library keeps its state per thread but for the entity loader, which is ours from the start.
//! - L3: texts that go in end with a NUL; texts that come out are copied.
//!
//! # Not here
//! PHP: what its classes and functions make of this is the extension's.

#![deny(unsafe_code)]

#[expect(unsafe_code, reason = "libxml2 is a C library")]
mod api;
#[expect(unsafe_code, reason = "calls back from C")]
pub mod host;
#[expect(unsafe_code, reason = "structs of C")]
mod link;
#[expect(unsafe_code, reason = "structs of C")]
mod node;
#[expect(unsafe_code, reason = "structs of C")]
mod ns;
#[expect(unsafe_code, reason = "structs of C")]
pub mod parse;
mod raw;
#[expect(unsafe_code, reason = "structs of C")]
pub mod reader;
#[expect(unsafe_code, reason = "structs of C")]
mod save;
#[expect(unsafe_code, reason = "structs of C, and calls back from it")]
pub mod sax;
#[expect(unsafe_code, reason = "calls into C")]
mod text;
#[expect(unsafe_code, reason = "calls into C")]
pub mod valid;
#[expect(unsafe_code, reason = "calls into C")]
pub mod writer;
#[expect(unsafe_code, reason = "structs of C, and calls back from it")]
pub mod xpath;

pub use api::is_there;
pub use link::Declared;
pub use node::{Kind, Node};
pub use ns::Ns;
pub use save::{C14n, Format};
pub use text::{Checked, absolute, check_name};
