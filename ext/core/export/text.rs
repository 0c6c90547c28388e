//! The three forms of a value's text.

use runtime::array::{Array, Key};
use runtime::conv::float_text;
use runtime::native::Call;
use runtime::object::Object;
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

/// Text that grows.
pub struct Writer<'c, 'h> {
    pub(super) call: &'c mut Call<'h>,
    pub(super) out: Vec<u8>,
    /// What is thrown behind the text.
    pub(super) thrown: Option<Object>,
}

impl<'c, 'h> Writer<'c, 'h> {
    /// No text yet.
    pub fn new(call: &'c mut Call<'h>) -> Self {
        Self { call, out: Vec::new(), thrown: None }
    }

    /// The text, and how it ends: what an object threw that is shown all the same.
    pub fn finish(self) -> (Vec<u8>, Res<()>) {
        (self.out, self.thrown.map_or(Ok(()), |thrown| Err(Halt::Throw(thrown))))
    }

    pub(super) fn add(&mut self, text: impl AsRef<[u8]>) {
        self.out.extend_from_slice(text.as_ref());
    }

    pub(super) fn indent(&mut self, columns: usize) {
        self.out.extend(std::iter::repeat_n(b' ', columns));
    }

    fn float(&mut self, value: f64) -> String {
        float_text::with_precision(value, self.call.host().serialize_precision())
    }

    /// Runs `each` on the elements, unless the array is being shown already.
    pub(super) fn elements(
        &mut self,
        array: &Array,
        mut each: impl FnMut(&mut Self, Key<'_>, &Value) -> Res<()>,
    ) -> Res<bool> {
        self.call.rq().guard_stack()?;
        if !array.enter() {
            return Ok(false);
        }
        let mut result = Ok(());
        for (key, value) in array {
            result = each(self, key, value);
            if result.is_err() {
                break;
            }
        }
        array.leave();
        result.map(|()| true)
    }

    /// `var_dump()`.
    pub fn dump(&mut self, value: &Value, indent: usize) -> Res<()> {
        self.indent(indent);
        let View::Ref(inner) = value.view() else { return self.dump_inner(value, indent) };
        let mark = if inner.count() > 1 { "&" } else { "" };
        let inner = inner.get();
        if let View::Object(object) = inner.view() {
            return self.dump_object(&object.clone(), indent, mark);
        }
        if !is_being_shown(&inner) {
            self.add(mark);
        }
        self.dump_inner(&inner, indent)
    }

    fn dump_inner(&mut self, value: &Value, indent: usize) -> Res<()> {
        match value.view() {
            View::Uninit | View::Null => self.add("NULL\n"),
            View::Bool(value) => self.add(format!("bool({value})\n")),
            View::Int(value) => self.add(format!("int({value})\n")),
            View::Float(value) => {
                let text = self.float(value);
                self.add(format!("float({text})\n"));
            }
            View::Str(value) => {
                self.add(format!("string({}) \"", value.len()));
                self.add(value.as_bytes());
                self.add("\"\n");
            }
            View::Array(array) => return self.dump_array(array, indent),
            View::Object(object) => return self.dump_object(&object.clone(), indent, ""),
            View::Resource(resource) => {
                let (id, name) = (resource.id(), resource.type_name());
                self.add(format!("resource({id}) of type ({name})\n"));
            }
            View::Ref(inner) => return self.dump_inner(&inner.get(), indent),
        }
        Ok(())
    }

    /// The line of an element's key.
    pub(super) fn dump_key(&mut self, key: Key<'_>) {
        match key {
            Key::Int(key) => self.add(format!("[{key}]=>\n")),
            Key::Str(key) => {
                self.add("[\"");
                self.add(key.as_bytes());
                self.add("\"]=>\n");
            }
        }
    }

    fn dump_array(&mut self, array: &Array, indent: usize) -> Res<()> {
        let start = self.out.len();
        self.add(format!("array({}) {{\n", array.len()));
        let shown = self.elements(array, |writer, key, value| {
            writer.indent(indent + 2);
            writer.dump_key(key);
            writer.dump(value, indent + 2)
        })?;
        if shown {
            self.indent(indent);
            self.add("}\n");
        } else {
            self.out.truncate(start);
            self.add("*RECURSION*\n");
        }
        Ok(())
    }

    /// `print_r()`.
    pub fn print(&mut self, value: &Value, indent: usize) -> Res<()> {
        match value.view() {
            View::Ref(inner) => return self.print(&inner.get(), indent),
            View::Array(array) => {
                self.add("Array\n");
                let start = self.out.len();
                self.indent(indent);
                self.add("(\n");
                let shown = self.elements(array, |writer, key, value| {
                    writer.indent(indent + 4);
                    writer.add("[");
                    match key {
                        Key::Int(key) => writer.add(key.to_string()),
                        Key::Str(key) => writer.add(key.as_bytes()),
                    }
                    writer.add("] => ");
                    writer.print(value, indent + 8)?;
                    writer.add("\n");
                    Ok(())
                })?;
                if shown {
                    self.indent(indent);
                    self.add(")\n");
                } else {
                    self.out.truncate(start);
                    self.add(" *RECURSION*");
                }
            }
            View::Object(object) => return self.print_object(&object.clone(), indent),
            _ => {
                let text = self.call.to_str(value)?;
                self.add(text.as_bytes());
            }
        }
        Ok(())
    }

    /// `var_export()`; `level` is 1 outside of arrays.
    pub fn export(&mut self, value: &Value, level: usize) -> Res<()> {
        match value.view() {
            View::Uninit | View::Null | View::Resource(_) => self.add("NULL"),
            View::Bool(value) => self.add(value.to_string()),
            View::Int(i64::MIN) => self.add("-9223372036854775807-1"),
            View::Int(value) => self.add(value.to_string()),
            View::Float(value) => {
                let text = self.float(value);
                let is_whole = value.is_finite() && !text.contains('.');
                self.add(text);
                self.add(if is_whole { ".0" } else { "" });
            }
            View::Str(value) => self.quote(value),
            View::Array(array) => return self.export_array(array, level),
            View::Object(object) => return self.export_object(&object.clone(), level),
            View::Ref(inner) => return self.export(&inner.get(), level),
        }
        Ok(())
    }

    pub(super) fn quote(&mut self, text: &[u8]) {
        self.add("'");
        for &byte in text {
            match byte {
                0 => self.add("' . \"\\0\" . '"),
                b'\'' | b'\\' => self.add([b'\\', byte]),
                _ => self.out.push(byte),
            }
        }
        self.add("'");
    }

    fn export_array(&mut self, array: &Array, level: usize) -> Res<()> {
        let start = self.out.len();
        if level > 1 {
            self.add("\n");
            self.indent(level - 1);
        }
        self.add("array (\n");
        let shown = self.elements(array, |writer, key, value| {
            writer.indent(level + 1);
            match key {
                Key::Int(key) => writer.export(&Value::int(key), 1)?,
                Key::Str(key) => writer.quote(key),
            }
            writer.add(" => ");
            writer.export(value, level + 2)?;
            writer.add(",\n");
            Ok(())
        })?;
        if !shown {
            self.out.truncate(start);
            self.add("NULL");
            let text = "var_export does not handle circular references".to_owned();
            return self.call.rq().report(runtime::message::Message::Warning { text });
        }
        if level > 1 {
            self.indent(level - 1);
        }
        self.add(")");
        Ok(())
    }
}

/// Whether only `*RECURSION*` is shown of an array.
fn is_being_shown(value: &Value) -> bool {
    let View::Array(array) = value.view() else { return false };
    let is_free = array.enter();
    if is_free {
        array.leave();
    }
    !is_free
}
