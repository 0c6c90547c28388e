//! Compressed data: `gz*`, `zlib_*`, `inflate_*`, `deflate_*`, `compress.zlib://`, `zlib.*`.

#![deny(unsafe_code)]

mod ffi;
mod zlib;

pub use ffi::{Deflate, Inflate, Settings, flush, status};

use ext_file::layer::guest::{Family, Guest, Scheme};
use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] = &[Table {
    extension: "zlib",
    topic: "zlib",
    natives: zlib::NATIVES,
    constants: zlib::CONSTANTS,
}];

/// What it brings to streams.
pub static GUEST: Guest = Guest {
    schemes: &[Scheme { name: "compress.zlib", label: "ZLIB", open: zlib::open_scheme, paths: None }],
    families: &[Family { prefix: "zlib.", shown: "zlib.*", make: zlib::make_filter }],
};
