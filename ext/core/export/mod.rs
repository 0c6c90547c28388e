//! Values as text: for people, as PHP code.

#[rustfmt::skip]
mod r#gen;
mod counts;
mod object;
mod text;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;
use text::Writer;

fn var_dump(call: &mut Call<'_>, value: &Value, values: &[Value]) -> Res<()> {
    for value in std::iter::once(value).chain(values) {
        let mut writer = Writer::new(call);
        writer.dump(value, 0)?;
        let (out, end) = writer.finish();
        call.write(&out)?;
        end?;
    }
    Ok(())
}

fn debug_zval_dump(call: &mut Call<'_>, value: &Value, values: &[Value]) -> Res<()> {
    for value in std::iter::once(value).chain(values) {
        let mut writer = Writer::new(call);
        writer.dump_counts(value, 0)?;
        let (out, end) = writer.finish();
        call.write(&out)?;
        end?;
    }
    Ok(())
}

fn print_r(call: &mut Call<'_>, value: &Value, r#return: bool) -> Res<Value> {
    let mut writer = Writer::new(call);
    writer.print(value, 0)?;
    let (out, end) = writer.finish();
    end?;
    if r#return {
        return Ok(call.str(&out)?.into());
    }
    call.write(&out)?;
    Ok(Value::bool(true))
}

fn var_export(call: &mut Call<'_>, value: &Value, r#return: bool) -> Res<Option<Str>> {
    let mut writer = Writer::new(call);
    writer.export(value, 1)?;
    let (out, end) = writer.finish();
    end?;
    if r#return {
        return Ok(Some(call.str(&out)?));
    }
    call.write(&out)?;
    Ok(None)
}
