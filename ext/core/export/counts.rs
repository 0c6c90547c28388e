//! Values with how often each is owned: `debug_zval_dump()`.
//!
//! # Invariants
//! - A count that is shown leaves out the handles of this room.

use runtime::conv::KeyValue;
use runtime::native::{Owner, Purpose, Row};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::text::Writer;
use runtime::array::Array;

impl Writer<'_, '_> {
    /// `debug_zval_dump()`.
    pub fn dump_counts(&mut self, value: &Value, indent: usize) -> Res<()> {
        self.dump_held(value, indent, 0)
    }

    /// The same for a value of which this room has so many handles.
    fn dump_held(&mut self, value: &Value, indent: usize, held: i32) -> Res<()> {
        self.indent(indent);
        match value.view() {
            View::Str(text) if text.is_static() => {
                self.add(format!("string({}) \"", text.len()));
                self.add(text.as_bytes());
                self.add("\" interned\n");
            }
            View::Str(text) => {
                self.add(format!("string({}) \"", text.len()));
                self.add(text.as_bytes());
                self.add(format!("\" refcount({})\n", text.count() - held));
            }
            View::Array(array) => return self.array_counts(array, indent, held),
            View::Object(object) => return self.object_counts(object, indent, held),
            View::Resource(resource) => {
                let (id, name) = (resource.id(), resource.type_name());
                self.add(format!("resource({id}) of type ({name}) refcount(2)\n"));
            }
            View::Ref(inner) => {
                self.add(format!("reference refcount({}) {{\n", inner.count()));
                // What a script says of its objects may change the reference meanwhile.
                let kept = inner.peek().clone();
                self.dump_held(&kept, indent + 2, 1)?;
                self.indent(indent);
                self.add("}\n");
            }
            _ => return self.dump(value, 0),
        }
        Ok(())
    }

    fn array_counts(&mut self, array: &Array, indent: usize, held: i32) -> Res<()> {
        let owners = match array.count() {
            _ if array.is_empty() && array.count() < 0 => "interned ".to_owned(),
            // A literal belongs to its code, and to whoever looks at it.
            ..0 => "refcount(2)".to_owned(),
            count => format!("refcount({})", count - held),
        };
        if !array.enter() {
            self.add("*RECURSION*\n");
            return Ok(());
        }
        array.leave();
        self.add(format!("array({}) {owners}{{\n", array.len()));
        self.elements(array, |writer, key, value| {
            writer.indent(indent + 2);
            writer.dump_key(key);
            writer.dump_counts(value, indent + 2)
        })?;
        self.indent(indent);
        self.add("}\n");
        Ok(())
    }

    fn object_counts(&mut self, object: &Object, indent: usize, held: i32) -> Res<()> {
        if self.is_open(object, Purpose::Debug) {
            self.add("*RECURSION*\n");
            return Ok(());
        }
        self.opened((object, Purpose::Debug), |writer| writer.object_opened(object, indent, held))
    }

    fn object_opened(&mut self, object: &Object, indent: usize, held: i32) -> Res<()> {
        let before = object.count() - held;
        let mut view = self.call.host().view(object, Purpose::Debug)?;
        // PHP: a list that was made to be shown owns what it shows.
        let count = if view.is_made { object.count() - held } else { before };
        let rows = std::mem::take(&mut view.rows);
        let shown = rows.iter().filter(|row| !matches!(row.value.view(), View::Uninit)).count();
        let class = view.class.split('\0').next().unwrap_or_default().to_owned();
        let mark = view.mark;
        self.add(format!("{mark}object({class})#{} ({shown}) refcount({count}){{\n", object.id()));
        rows.into_iter().try_for_each(|row| self.row_counts(row, indent + 2))?;
        self.indent(indent);
        self.add("}\n");
        Ok(())
    }

    fn row_counts(&mut self, row: Row, indent: usize) -> Res<()> {
        self.indent(indent);
        match &row.name {
            KeyValue::Int(name) => self.add(format!("[{name}")),
            KeyValue::Str(name) => {
                self.add("[\"");
                self.add(name.as_bytes());
                self.add("\"");
            }
        }
        match &row.owner {
            Owner::Public => {}
            Owner::Protected => self.add(":protected"),
            Owner::Private(class) => self.add(format!(":\"{class}\":private")),
        }
        self.add("]=>\n");
        if let View::Uninit = row.value.view() {
            self.indent(indent);
            self.add(format!("uninitialized({})\n", row.ty));
            return Ok(());
        }
        self.dump_counts(&row.value, indent)
    }
}
