//! Values as texts that can be read back.

mod custom;
#[rustfmt::skip]
mod r#gen;
mod object;
mod options;
mod read;
mod write;

pub use r#gen::{CONSTANTS, NATIVES};
pub(crate) use read::{Numbered, incomplete_name};
pub(super) use read::Reader;
pub(crate) use write::Written;

use hhbc::func::Attrs;
use read::{unserialize, unserialize_part_};
use runtime::class::Class;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

fn serialize(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    let text = write::text(super::request(call), value)?;
    call.str(&text)
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
