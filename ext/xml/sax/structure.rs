//! What `xml_parse_into_struct()` builds.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use crate::libxml::put;

/// How deep elements are taken.
pub const MOST: usize = 255;

/// A row.
pub struct Row {
    /// The name of the element.
    pub tag: Vec<u8>,
    /// `open`, `close`, `complete` or `cdata`.
    pub kind: &'static str,
    /// How deep it is.
    pub level: usize,
    /// The attributes.
    pub attributes: Vec<(Vec<u8>, Vec<u8>)>,
    /// The text.
    pub value: Option<Vec<u8>>,
}

/// What is being built.
#[derive(Default)]
pub struct Structure {
    /// The rows.
    pub rows: Vec<Row>,
    /// Where the rows of each name are, in order.
    places: Vec<(Vec<u8>, Vec<i64>)>,
    /// The names of open elements.
    pub open: Vec<Vec<u8>>,
    /// How deep it is.
    pub level: usize,
    /// Whether the last event was a start tag, and its row.
    pub last: Option<usize>,
    count: i64,
}

impl Structure {
    /// Notes that the next row is of this name.
    pub fn place(&mut self, name: &[u8]) {
        let at = self.count;
        self.count += 1;
        match self.places.iter_mut().find(|(own, _)| own == name) {
            Some((_, rows)) => rows.push(at),
            None => self.places.push((name.to_vec(), vec![at])),
        }
    }

    /// The rows, and where those of each name are.
    pub fn into_arrays(self, call: &mut Call<'_>) -> Res<(Array, Array)> {
        let mut rows = Vec::new();
        for row in &self.rows {
            rows.push(row.array(call)?.into());
        }
        let mut places = Array::new();
        for (name, rows) in self.places {
            let rows = call.list(rows.into_iter().map(Value::int))?;
            let name = call.str(&name)?;
            let set = places.set(Key::of_str(&name), rows.into());
            call.alloc(set)?;
        }
        Ok((call.list(rows)?, places))
    }
}

impl Row {
    fn array(&self, call: &mut Call<'_>) -> Res<Array> {
        let mut array = Array::new();
        let tag = call.str(&self.tag)?;
        put(call, &mut array, "tag", tag.into())?;
        if self.kind == "cdata" {
            self.put_value(call, &mut array)?;
        }
        let kind = call.str(self.kind.as_bytes())?;
        put(call, &mut array, "type", kind.into())?;
        put(call, &mut array, "level", Value::int(self.level as i64))?;
        if !self.attributes.is_empty() {
            let list = attributes(call, &self.attributes)?;
            put(call, &mut array, "attributes", list.into())?;
        }
        if self.kind != "cdata" {
            self.put_value(call, &mut array)?;
        }
        Ok(array)
    }

    fn put_value(&self, call: &mut Call<'_>, array: &mut Array) -> Res<()> {
        let Some(value) = &self.value else { return Ok(()) };
        let value = call.str(value)?;
        put(call, array, "value", value.into())
    }
}

/// Attributes as an array.
pub fn attributes(call: &mut Call<'_>, pairs: &[(Vec<u8>, Vec<u8>)]) -> Res<Array> {
    let mut list = Array::new();
    for (name, value) in pairs {
        let (name, value) = (call.str(name)?, call.str(value)?);
        let set = list.set(Key::of_str(&name), value.into());
        call.alloc(set)?;
    }
    Ok(list)
}
