//! Tests of the representation: passes on texts, and the reference.

mod docs;
mod files;
