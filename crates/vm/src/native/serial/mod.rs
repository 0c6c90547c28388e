//! Values as texts that can be read back.

#[rustfmt::skip]
mod r#gen;
mod custom;
mod read;
mod write;

pub use r#gen::{CONSTANTS, NATIVES};

pub(super) use read::Reader;
use read::unserialize;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;
pub(super) use write::Written;

fn serialize(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    let text = write::text(super::request(call), value)?;
    call.str(&text)
}
