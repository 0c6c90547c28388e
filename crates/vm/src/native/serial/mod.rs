//! Values as texts that can be read back.

mod custom;
#[rustfmt::skip]
mod r#gen;
mod object;
mod options;
mod read;
mod write;

pub use r#gen::{CONSTANTS, NATIVES};
pub(super) use read::Reader;
pub(crate) use read::{Numbered, incomplete_name};
pub(crate) use write::Written;

use hhbc::func::Attrs;
use read::{unserialize, unserialize_part_};
use runtime::array::Array;
use runtime::class::Class;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

fn serialize(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    let text = write::text(super::request(call), value)?;
    call.str(&text)
}

/// `serial_begin_(bool $reads): bool`: whether a text in parts begins, and goes on with none.
fn serial_begin_(call: &mut Call<'_>, reads: bool) -> Res<bool> {
    let rq = super::request(call);
    if reads {
        if rq.unserializing.is_some() {
            return Ok(false);
        }
        rq.unserializing = Some(Box::new(options::numbered(rq, &Array::new())?));
        return Ok(true);
    }
    let begins = rq.serializing.is_none();
    rq.serializing.get_or_insert_default();
    Ok(begins)
}

/// `serial_end_(bool $reads, bool $whole): void`: ends a text in parts that was begun.
fn serial_end_(call: &mut Call<'_>, reads: bool, whole: bool) -> Res<()> {
    let rq = super::request(call);
    if !reads {
        rq.serializing = None;
        return Ok(());
    }
    let wake = rq.unserializing.take().map(|state| state.wake).unwrap_or_default();
    object::wake(rq, wake, whole)
}

/// Whether objects of a class have no text: closed classes and what extends them, those without a
/// name.
fn is_refused(class: &Class) -> bool {
    let mut above = Some(class);
    while let Some(class) = above {
        if crate::library::is_closed(class) {
            return true;
        }
        above = class.parent();
    }
    class.attrs.has(Attrs::anonymous) || class.name.as_bytes().contains(&0)
}
