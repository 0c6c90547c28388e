//! Objects as text.
//!
//! # Invariants
//! - An object that is being shown is in `Open`, and is not shown again inside itself.

use runtime::conv::KeyValue;
use runtime::message::Message;
use runtime::native::{ObjectView, Owner, Purpose, Row};
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::text::Writer;

/// The name of a class up to its NUL, which that of an anonymous one has.
fn short(class: &str) -> &str {
    class.split('\0').next().unwrap_or(class)
}

fn is_unset(row: &Row) -> bool {
    matches!(row.value.view(), View::Uninit)
}

/// The objects that are being shown, by number: calls that run in others know them too.
#[derive(Default)]
struct Open {
    debug: Vec<u32>,
    export: Vec<u32>,
}

impl Open {
    fn of(&mut self, purpose: Purpose) -> &mut Vec<u32> {
        match purpose {
            Purpose::Debug => &mut self.debug,
            Purpose::Export => &mut self.export,
        }
    }
}

impl Writer<'_, '_> {
    pub(super) fn is_open(&mut self, object: &Object, purpose: Purpose) -> bool {
        self.call.state::<Open>().of(purpose).contains(&object.id())
    }

    /// Runs `show` while the object is open.
    pub(super) fn opened<T>(
        &mut self,
        (object, purpose): (&Object, Purpose),
        show: impl FnOnce(&mut Self) -> Res<T>,
    ) -> Res<T> {
        let id = object.id();
        self.call.state::<Open>().of(purpose).push(id);
        let result = show(self);
        let open = self.call.state::<Open>().of(purpose);
        if let Some(at) = open.iter().rposition(|open| *open == id) {
            open.remove(at);
        }
        result
    }

    /// Runs `each` on the rows; what the object threw is thrown behind the text.
    fn rows(
        &mut self,
        view: &ObjectView,
        mut each: impl FnMut(&mut Self, &Row) -> Res<()>,
    ) -> Res<()> {
        self.call.rq().guard_stack()?;
        for row in &view.rows {
            each(self, row)?;
        }
        if let Some(View::Object(thrown)) = view.thrown.as_ref().map(Value::view) {
            self.thrown.get_or_insert_with(|| thrown.clone());
        }
        Ok(())
    }

    fn add_name(&mut self, name: &KeyValue) {
        match name {
            KeyValue::Int(name) => self.add(name.to_string()),
            KeyValue::Str(name) => self.add(name.as_bytes()),
        }
    }

    /// `of_reference` is the mark of the reference that it is in; PHP writes it behind what
    /// `__debugInfo` prints.
    pub(super) fn dump_object(
        &mut self,
        object: &Object,
        indent: usize,
        of_reference: &str,
    ) -> Res<()> {
        if self.is_open(object, Purpose::Debug) {
            self.add("*RECURSION*\n");
            return Ok(());
        }
        self.opened((object, Purpose::Debug), |writer| {
            writer.dump_opened(object, indent, of_reference)
        })
    }

    fn dump_opened(&mut self, object: &Object, indent: usize, of_reference: &str) -> Res<()> {
        // What stands before the object is out when `__debugInfo` runs.
        let before = std::mem::take(&mut self.out);
        self.call.write(&before)?;
        let view = self.call.host().view(object, Purpose::Debug)?;
        self.add(of_reference);
        if let Some(case) = &view.case {
            self.add(format!("enum({}::{case})\n", view.class));
            return Ok(());
        }
        let count = view.rows.iter().filter(|row| !is_unset(row)).count();
        let (mark, class) = (view.mark, short(&view.class));
        self.add(format!("{mark}object({class})#{} ({count}) {{\n", object.id()));
        self.rows(&view, |writer, row| writer.dump_row(row, indent + 2))?;
        self.indent(indent);
        self.add("}\n");
        Ok(())
    }

    fn dump_row(&mut self, row: &Row, indent: usize) -> Res<()> {
        self.indent(indent);
        let is_int = matches!(row.name, KeyValue::Int(_));
        self.add(if is_int { "[" } else { "[\"" });
        self.add_name(&row.name);
        self.add(if is_int { "" } else { "\"" });
        match &row.owner {
            Owner::Public => {}
            Owner::Protected => self.add(":protected"),
            Owner::Private(class) => self.add(format!(":\"{class}\":private")),
        }
        self.add("]=>\n");
        if is_unset(row) {
            self.indent(indent);
            self.add(format!("uninitialized({})\n", row.ty));
            return Ok(());
        }
        self.dump(&row.value, indent)
    }

    pub(super) fn print_object(&mut self, object: &Object, indent: usize) -> Res<()> {
        let view = self.call.host().view(object, Purpose::Debug)?;
        self.add(short(&view.class));
        if view.case.is_some() {
            self.add(" Enum");
            self.add(view.backing.map_or(String::new(), |ty| format!(":{ty}")));
        } else {
            self.add(" Object");
        }
        self.add("\n");
        if self.is_open(object, Purpose::Debug) {
            self.add(" *RECURSION*");
            return Ok(());
        }
        self.indent(indent);
        self.add("(\n");
        self.opened((object, Purpose::Debug), |writer| {
            writer.rows(&view, |writer, row| writer.print_row(row, indent))
        })?;
        self.indent(indent);
        self.add(")\n");
        Ok(())
    }

    fn print_row(&mut self, row: &Row, indent: usize) -> Res<()> {
        if is_unset(row) {
            return Ok(());
        }
        self.indent(indent + 4);
        self.add("[");
        self.add_name(&row.name);
        match &row.owner {
            Owner::Public => {}
            Owner::Protected => self.add(":protected"),
            Owner::Private(class) => self.add(format!(":{class}:private")),
        }
        self.add("] => ");
        self.print(&row.value, indent + 8)?;
        self.add("\n");
        Ok(())
    }

    pub(super) fn export_object(&mut self, object: &Object, level: usize) -> Res<()> {
        if self.is_open(object, Purpose::Export) {
            self.add("NULL");
            let text = "var_export does not handle circular references".to_owned();
            return self.call.rq().report(Message::Warning { text });
        }
        self.opened((object, Purpose::Export), |writer| writer.export_opened(object, level))
    }

    fn export_opened(&mut self, object: &Object, level: usize) -> Res<()> {
        let view = self.call.host().view(object, Purpose::Export)?;
        if level > 1 {
            self.add("\n");
            self.indent(level - 1);
        }
        if let Some(case) = &view.case {
            self.add(format!("\\{}::{case}", view.class));
            return Ok(());
        }
        if view.is_plain {
            self.add("(object) array(\n");
        } else {
            self.add(format!("\\{}::__set_state(array(\n", view.class));
        }
        self.rows(&view, |writer, row| {
            if is_unset(row) {
                return Ok(());
            }
            writer.indent(level + 2);
            match &row.name {
                KeyValue::Int(name) => writer.add(name.to_string()),
                KeyValue::Str(name) => writer.quote(name),
            }
            writer.add(" => ");
            writer.export(&row.value, level + 2)?;
            writer.add(",\n");
            Ok(())
        })?;
        if level > 1 {
            self.indent(level - 1);
        }
        self.add(if view.is_plain { ")" } else { "))" });
        Ok(())
    }
}
