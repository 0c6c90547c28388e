//! From values to text.

use super::text::{self, Escapes};
use super::{Failure, Flags};
use runtime::array::{Array, Key};
use runtime::conv;
use runtime::conv::numeric::{self, Number};
use runtime::native::Call;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

/// Text that grows.
pub struct Writer<'c, 'h> {
    call: &'c mut Call<'h>,
    flags: Flags,
    escapes: Escapes,
    depth_max: i64,
    depth: i64,
    precision: i32,
    /// The text so far.
    pub out: Vec<u8>,
    /// The last thing that went wrong.
    pub failure: Failure,
}

/// Room for most texts.
const TEXT_BYTES: usize = 256;

/// `Err`: the value has no text, and the options do not ask for the rest.
type Written = Result<(), ()>;

impl<'c, 'h> Writer<'c, 'h> {
    /// No text yet.
    pub fn new(call: &'c mut Call<'h>, flags: Flags, depth_max: i64) -> Self {
        let precision = call.host().serialize_precision();
        let escapes = Escapes::new(flags);
        let (out, failure) = (Vec::with_capacity(TEXT_BYTES), Failure::None);
        Self { call, flags, escapes, depth_max, depth: 0, precision, out, failure }
    }

    fn is_partial(&self) -> bool {
        self.flags.has(Flags::PARTIAL_OUTPUT)
    }

    fn fail(&mut self, failure: Failure, instead: &[u8]) -> Written {
        self.failure = failure;
        if self.is_partial() {
            self.out.extend_from_slice(instead);
        }
        Err(())
    }

    /// Writes a value.
    pub fn value(&mut self, value: &Value) -> Res<Written> {
        match value.view() {
            View::Uninit | View::Null => self.out.extend_from_slice(b"null"),
            View::Bool(true) => self.out.extend_from_slice(b"true"),
            View::Bool(false) => self.out.extend_from_slice(b"false"),
            View::Int(value) => self.int(value),
            View::Float(value) => self.float(value),
            View::Str(value) => return Ok(self.string(value)),
            View::Array(array) => {
                let is_list = array.is_list() && !self.flags.has(Flags::FORCE_OBJECT);
                return self.array(array, is_list);
            }
            View::Object(object) => return self.object(&object.clone()),
            View::Resource(_) => return Ok(self.fail(Failure::UnsupportedType, b"null")),
            View::Ref(reference) => return self.value(&reference.get()),
        }
        Ok(Ok(()))
    }

    fn int(&mut self, value: i64) {
        self.out.extend_from_slice(conv::int_text(value, &mut [0; 20]));
    }

    fn float(&mut self, value: f64) {
        if !value.is_finite() {
            self.failure = Failure::InfOrNan;
            self.out.push(b'0');
            return;
        }
        let from = self.out.len();
        text::float(value, self.precision, &mut self.out);
        let is_whole = !self.out[from..].iter().any(|byte| matches!(byte, b'.' | b'e'));
        if is_whole && self.flags.has(Flags::PRESERVE_ZERO_FRACTION) {
            self.out.extend_from_slice(b".0");
        }
    }

    #[inline]
    fn string(&mut self, bytes: &[u8]) -> Written {
        if self.flags.has(Flags::NUMERIC_CHECK)
            && let Some(numeric) = numeric::whole(bytes)
        {
            match numeric.number {
                Number::Int(value) => {
                    self.int(value);
                    return Ok(());
                }
                Number::Float(value) if value.is_finite() => {
                    self.float(value);
                    return Ok(());
                }
                Number::Float(_) => {}
            }
        }
        self.quoted(bytes, b"null")
    }

    #[inline]
    fn quoted(&mut self, bytes: &[u8], instead: &[u8]) -> Written {
        let from = self.out.len();
        if self.escapes.quote(bytes, &mut self.out) {
            return Ok(());
        }
        self.out.truncate(from);
        self.fail(Failure::Utf8, instead)
    }

    fn line(&mut self) {
        if self.flags.has(Flags::PRETTY_PRINT) {
            self.out.push(b'\n');
            let columns = self.depth.max(0) as usize * 4;
            self.out.extend(std::iter::repeat_n(b' ', columns));
        }
    }

    fn array(&mut self, array: &Array, is_list: bool) -> Res<Written> {
        if array.enter() {
            let written = self.entered(array, is_list);
            array.leave();
            return written;
        }
        Ok(self.fail(Failure::Recursion, b"null"))
    }

    fn entered(&mut self, array: &Array, is_list: bool) -> Res<Written> {
        // PHP: what is too deep for the stack is too deep for JSON.
        if self.call.rq().guard_stack().is_err() {
            return Ok(self.fail(Failure::Depth, b"null"));
        }
        self.out.push(if is_list { b'[' } else { b'{' });
        self.depth += 1;
        let mut is_first = true;
        for (key, value) in array {
            if !std::mem::replace(&mut is_first, false) {
                self.out.push(b',');
            }
            self.line();
            let named = if is_list { Ok(()) } else { self.name(key) };
            if named.is_err() && !self.is_partial() {
                return Ok(Err(()));
            }
            if self.value(value)?.is_err() && !self.is_partial() {
                return Ok(Err(()));
            }
        }
        let is_too_deep = self.depth > self.depth_max;
        self.depth -= 1;
        if is_too_deep {
            self.failure = Failure::Depth;
            if !self.is_partial() {
                return Ok(Err(()));
            }
        }
        if !is_first {
            self.line();
        }
        self.out.push(if is_list { b']' } else { b'}' });
        Ok(Ok(()))
    }

    fn name(&mut self, key: Key<'_>) -> Written {
        let written = match key {
            Key::Int(key) => {
                self.out.push(b'"');
                self.int(key);
                self.out.push(b'"');
                Ok(())
            }
            Key::Str(key) => self.quoted(key, b"\"\""),
        };
        let is_pretty = self.flags.has(Flags::PRETTY_PRINT);
        self.out.extend_from_slice(if is_pretty { b": " } else { b":" });
        written
    }

    fn object(&mut self, object: &Object) -> Res<Written> {
        if self.call.host().is_instance(object, "JsonSerializable") {
            return self.serializable(object);
        }
        if self.call.host().is_instance(object, "UnitEnum")
            && !self.call.host().is_instance(object, "BackedEnum")
        {
            self.failure = Failure::NonBackedEnum;
            self.out.push(b'0');
            return Ok(Err(()));
        }
        let properties = self.call.host().public_properties(object)?;
        if self.call.host().is_instance(object, "BackedEnum") {
            let backing = properties.iter().find(|(key, _)| is_value(*key));
            return backing.map_or(Ok(Ok(())), |(_, value)| self.value(&value.clone()));
        }
        self.guarded(object, |writer| writer.array(&properties, false))
    }

    fn serializable(&mut self, object: &Object) -> Res<Written> {
        self.guarded(object, |writer| {
            let shown = writer.call.host().call_method(object, "jsonSerialize", &[])?;
            match shown.view() {
                View::Object(same) if same.ptr_eq(object) => {
                    let properties = writer.call.host().public_properties(object)?;
                    writer.array(&properties, false)
                }
                _ => writer.value(&shown),
            }
        })
    }

    /// Runs `write`, unless the object is being written already.
    fn guarded(
        &mut self,
        object: &Object,
        write: impl FnOnce(&mut Self) -> Res<Written>,
    ) -> Res<Written> {
        let open = self.call.state::<Open>();
        if open.0.contains(&object.id()) {
            return Ok(self.fail(Failure::Recursion, b"null"));
        }
        open.0.push(object.id());
        let written = write(self);
        self.call.state::<Open>().0.pop();
        written
    }
}

/// The objects that are being written, by number.
#[derive(Default)]
struct Open(Vec<u32>);

fn is_value(key: Key<'_>) -> bool {
    matches!(key, Key::Str(key) if key.as_bytes() == b"value")
}
