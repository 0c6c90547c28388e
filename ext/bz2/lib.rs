//! Data in the format bzip2: `bz*`, `compress.bzip2://`, `bzip2.*`.

#![forbid(unsafe_code)]

mod bz2;

use ext_file::layer::guest::{Family, Guest, Scheme};
use runtime::native::Table;

/// All tables.
pub static TABLES: &[Table] =
    &[Table { extension: "bz2", topic: "bz2", natives: bz2::NATIVES, constants: bz2::CONSTANTS }];

/// What it brings to streams.
pub static GUEST: Guest = Guest {
    schemes: &[Scheme {
        name: "compress.bzip2",
        label: "BZip2",
        open: bz2::open_scheme,
        paths: None,
    }],
    families: &[Family { prefix: "bzip2.", shown: "bzip2.*", make: bz2::make_filter }],
};
