//! What the classes are made of.

mod archive;
mod convert;
mod entry;
#[rustfmt::skip]
mod r#gen;
mod places;

use std::collections::HashMap;
use std::rc::Rc;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use crate::archive::{ArchiveRef, EntryRef};

pub use r#gen::{CONSTANTS, NATIVES};

use archive::*;
use convert::*;
use entry::*;
use places::*;

/// What objects of scripts refer to, by numbers.
#[derive(Default)]
pub struct Held {
    archives: HashMap<i64, (ArchiveRef, u32)>,
    entries: HashMap<i64, (ArchiveRef, EntryRef)>,
    last: i64,
}

impl Held {
    /// The number of an archive.
    fn keep(&mut self, archive: &ArchiveRef) -> i64 {
        self.last += 1;
        self.archives.insert(self.last, (Rc::clone(archive), 1));
        self.last
    }

    fn keep_entry(&mut self, archive: &ArchiveRef, entry: EntryRef) -> i64 {
        self.last += 1;
        self.entries.insert(self.last, (Rc::clone(archive), entry));
        self.last
    }
}

/// The archive with a number.
fn held(call: &mut Call<'_>, number: i64) -> Option<ArchiveRef> {
    call.state::<Held>().archives.get(&number).map(|(archive, _)| Rc::clone(archive))
}

fn held_entry(call: &mut Call<'_>, number: i64) -> Option<(ArchiveRef, EntryRef)> {
    let found = call.state::<Held>().entries.get(&number);
    found.map(|(archive, entry)| (Rc::clone(archive), Rc::clone(entry)))
}

fn text(call: &mut Call<'_>, bytes: &[u8]) -> Res<Value> {
    call.str(bytes).map(Value::from)
}

/// Words of a failure, or null.
fn words(call: &mut Call<'_>, fault: Option<String>) -> Res<Option<runtime::string::Str>> {
    fault.map(|fault| call.str(fault.as_bytes())).transpose()
}
