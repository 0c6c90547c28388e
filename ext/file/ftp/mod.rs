//! Files of FTP servers: read, written and appended to, listed, and changed.
//!
//! # Invariants
//! - A transfer keeps the connection that commands it; closing the stream hears the server's verdict.
//!
//! # Not here
//! Encryption, and proxies (the option `proxy`).

mod change;
mod control;
mod listing;
mod transfer;

pub(crate) use change::change;
pub(crate) use control::Control;
pub(crate) use listing::{facts, names};
pub(crate) use transfer::{finish, open};

/// Whether a status says that a command was carried out.
fn is_done(status: i64) -> bool {
    (200..300).contains(&status)
}

/// Whether a status asks for what belongs to the command.
fn asks_on(status: i64) -> bool {
    (300..400).contains(&status)
}
