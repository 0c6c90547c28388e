//! Files, directories, streams and processes.

#![deny(unsafe_code)]

mod csv;
mod directory;
mod ffi;
mod ftp;
mod http;
pub mod layer;
mod meta;
mod path;
mod pattern;
mod process;
mod scan;
mod socket;
pub mod standard;
mod stream;

pub use layer::place::Body;

/// The bodies of functions of streams, for the functions of extensions that do the same under
/// another name.
pub mod calls {
    pub use crate::stream::{
        fclose, feof, fflush, fgetc, fgets, fpassthru, fread, fseek, ftell, fwrite, rewind,
    };
}

pub use layer::{io, stream_id};

use runtime::native::Table;

macro_rules! topics {
    ($($topic:ident),+ $(,)?) => {
        /// All tables.
        pub static TABLES: &[Table] = &[$(Table {
            extension: "standard",
            topic: stringify!($topic),
            natives: $topic::NATIVES,
            constants: $topic::CONSTANTS,
        }),+];
    };
}

topics! { csv, directory, http, meta, path, process, scan, socket, stream }
