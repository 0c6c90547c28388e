//! Writing XML piece by piece.

mod functions;
#[rustfmt::skip]
mod r#gen;
mod open;
mod write;

use std::collections::HashMap;

use ext_file::layer::io;
use libxml2::writer::Writer;
use runtime::message::Message;
use runtime::native::{Arguments, Call};
use runtime::object::{Object, WeakObject};
use runtime::raise::Res;
use runtime::value::{Value, View};

pub use r#gen::{CONSTANTS, NATIVES};
pub use functions::METHODS;
pub use open::OPENING;

use functions::*;
use open::{xmlwriter_open_memory, xmlwriter_open_uri};

/// The writers of a request, by their objects.
#[derive(Default)]
pub struct Writers {
    open: HashMap<WeakObject, Open>,
    /// Those whose object went and who write into a stream.
    left: Vec<Open>,
}

/// A writer.
pub struct Open {
    writer: Writer,
    /// The stream that it writes to; none for memory.
    stream: Option<Value>,
}

impl Writers {
    fn put(&mut self, object: &Object, open: Open) {
        object.watch();
        self.open.insert(object.downgrade(), open);
    }

    /// Forgets a writer whose object is gone; what it held back still has to be written.
    pub fn forget(&mut self, gone: WeakObject) {
        if let Some(open) = self.open.remove(&gone)
            && open.stream.is_some()
        {
            self.left.push(open);
        }
    }

    /// Those that have something to write.
    pub fn take_left(&mut self) -> Vec<Open> {
        std::mem::take(&mut self.left)
    }
}

/// Writes what a writer holds back to its stream. How much.
pub fn pass_on(call: &mut Call<'_>, open: &Open) -> Res<i64> {
    let Some(stream) = &open.stream else { return Ok(0) };
    open.writer.flush();
    let bytes = open.writer.bytes();
    open.writer.clear();
    if let View::Resource(resource) = stream.view()
        && ext_file::layer::stream(call, resource.id()).is_some()
    {
        let written = io::write(call, resource.id(), &bytes)?;
        return Ok(written.unwrap_or(0) as i64);
    }
    Ok(0)
}

/// Calls with the writer of an object.
fn with<T>(call: &mut Call<'_>, args: &Arguments, work: impl FnOnce(&Writer) -> T) -> Res<T> {
    let writers = call.state::<Writers>();
    let found = writers.open.remove(&args.this().downgrade());
    let Some(open) = found else {
        let text = "Invalid or uninitialized XMLWriter object".to_owned();
        return Err(call.throw(Message::Refused { text }));
    };
    let result = crate::bridge::quiet(call, || work(&open.writer));
    call.state::<Writers>().open.insert(args.this().downgrade(), open);
    result
}

/// The position of an argument of a method, as it is called.
fn position(call: &Call<'_>, at: usize) -> usize {
    if call.native().name.contains("::") { at + 1 } else { at + 2 }
}
