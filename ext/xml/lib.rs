//! XML: `libxml`, `xml`, `xmlwriter`, `dom`, `simplexml`, `xmlreader`, all on libxml2.
//!
//! # Invariants
//! - X1: a document lives as long as an object of a script is of it or of a node of it; a node is
//!   freed only when nobody has an object of it or of what is inside it (`store`).
//! - X2: while libxml2 runs nothing is freed: what scripts give up meanwhile waits until it
//!   returns (`bridge`).
//! - X3: errors of libxml2 are told when it has returned.
//!
//! # Not here
//! The classes themselves, which are PHP; libxml2's structs and functions: the crate `libxml2`.

#![forbid(unsafe_code)]

mod bridge;
mod dom;
mod files;
mod libxml;
mod path;
mod reader;
mod sax;
mod simple;
mod store;
pub mod text;
mod xmlwriter;

use runtime::native::{Call, Classes, Effect, Host, Native, Table};
use runtime::object::WeakObject;

/// All tables.
pub static TABLES: &[Table] = &[
    Table {
        extension: "libxml",
        topic: "libxml",
        natives: libxml::NATIVES,
        constants: libxml::CONSTANTS,
    },
    Table { extension: "dom", topic: "dom", natives: dom::NATIVES, constants: dom::CONSTANTS },
    Table { extension: "dom", topic: "numbers", natives: &[], constants: dom::numbers::CONSTANTS },
    Table { extension: "xml", topic: "sax", natives: sax::NATIVES, constants: sax::CONSTANTS },
    Table {
        extension: "simplexml",
        topic: "simple",
        natives: simple::NATIVES,
        constants: simple::CONSTANTS,
    },
    Table {
        extension: "xmlreader",
        topic: "reader",
        natives: reader::NATIVES,
        constants: reader::CONSTANTS,
    },
    Table {
        extension: "xmlwriter",
        topic: "xmlwriter",
        natives: xmlwriter::NATIVES,
        constants: xmlwriter::CONSTANTS,
    },
];

/// What it brings to classes.
pub static CLASSES: Classes = Classes {
    methods: &[
        dom::METHODS,
        reader::METHODS,
        simple::METHODS,
        xmlwriter::OPENING,
        xmlwriter::METHODS,
    ],
    departed,
};

fn departed(host: &mut dyn Host, gone: WeakObject) {
    let state = host.state();
    state.of::<dom::xpath::XPaths>().forget(gone);
    state.of::<dom::list::Lists>().forget(gone);
    state.of::<reader::Readers>().forget(gone);
    state.of::<sax::Parsers>().forget(gone);
    state.of::<simple::Simples>().forget(gone);
    state.of::<store::Store>().forget(gone);
    host.state().of::<xmlwriter::Writers>().forget(gone);
    let left = host.state().of::<xmlwriter::Writers>().take_left();
    let mut call = Call::new(host, &BEHIND, false, 0);
    for writer in left {
        // Nobody is there to hear of it.
        let _ = xmlwriter::pass_on(&mut call, &writer);
    }
}

/// What runs behind scripts.
static BEHIND: Native = Native {
    name: "libxml",
    params: &[],
    required: 0,
    all_or_none: false,
    variadic: None,
    returns: "void",
    effect: Effect::Reenters,
    prefers_refs: false,
    deprecated: &[],
    thunk: |_, _| Ok(runtime::value::Value::NULL),
};
