//! Values as texts that can be read back.

mod custom;
#[rustfmt::skip]
mod r#gen;
mod read;
mod write;

pub use r#gen::{CONSTANTS, NATIVES};

use read::unserialize;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

fn serialize(call: &mut Call<'_>, value: &Value) -> Res<Str> {
    let text = write::text(super::request(call), value)?;
    call.str(&text)
}
