//! Several arrays in one order.

use runtime::array::{Array, Key};
use runtime::conv::KeyValue;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::order::sort_entries;
use super::rule::{By, Direction, Rule};
use super::{Entry, entries};
use crate::array::{append, put_new};

const ASCENDING: i64 = 4;
const DESCENDING: i64 = 3;

/// An array and how it is compared.
struct Column {
    /// Its argument.
    at: usize,
    entries: Vec<Entry>,
    direction: Option<Direction>,
    flags: Option<i64>,
}

/// Reads the arguments.
fn columns(call: &mut Call<'_>, args: &[&Value]) -> Res<Vec<Column>> {
    let mut columns: Vec<Column> = Vec::new();
    for (at, arg) in args.iter().enumerate() {
        if let View::Ref(variable) = arg.view() {
            let own = variable.separate();
            call.alloc(own)?;
        }
        match arg.unboxed().view() {
            View::Array(array) => {
                let entries = entries(array);
                columns.push(Column { at, entries, direction: None, flags: None });
            }
            View::Int(number) => {
                let taken = "must be an array or a sort flag that has not already been specified";
                let Some(column) = columns.last_mut() else {
                    if !matches!(number & !8, 0..=6) {
                        return Err(call.value_error(at + 1, "must be a valid sort flag"));
                    }
                    return Err(call.type_refused(at + 1, taken));
                };
                match number {
                    ASCENDING | DESCENDING if column.direction.is_none() => {
                        column.direction = Some(match number {
                            DESCENDING => Direction::Downwards,
                            _ => Direction::Upwards,
                        });
                    }
                    ASCENDING | DESCENDING => return Err(call.type_refused(at + 1, taken)),
                    _ if !matches!(number & !8, 0 | 1 | 2 | 5 | 6) => {
                        return Err(call.value_error(at + 1, "must be a valid sort flag"));
                    }
                    _ if column.flags.is_none() => column.flags = Some(number),
                    _ => return Err(call.type_refused(at + 1, taken)),
                }
            }
            _ => return Err(call.type_refused(at + 1, "must be an array or a sort flag")),
        }
    }
    Ok(columns)
}

pub(super) fn array_multisort(call: &mut Call<'_>, array: &Value, rest: &[Value]) -> Res<bool> {
    let args: Vec<&Value> = std::iter::once(array).chain(rest).collect();
    let columns = columns(call, &args)?;
    let length = columns.first().map_or(0, |column| column.entries.len());
    if columns.iter().any(|column| column.entries.len() != length) {
        let text = "Array sizes are inconsistent".to_owned();
        return Err(call.throw(Message::ValueRefused { text }));
    }
    if length == 0 {
        return Ok(true);
    }
    let rules: Vec<Rule> = columns
        .iter()
        .map(|column| {
            let direction = column.direction.unwrap_or(Direction::Upwards);
            Rule::new(By::Value, direction, column.flags.unwrap_or(0))
        })
        .collect();
    let mut order: Vec<Entry> = (0..length)
        .map(|place| Entry { key: KeyValue::Int(0), value: Value::NULL, place })
        .collect();
    sort_entries(&mut order, &mut |left, right| {
        for (column, rule) in columns.iter().zip(&rules) {
            let entries = &column.entries;
            let order = rule.compare(call, &entries[left.place], &entries[right.place])?;
            if order != 0 {
                return Ok(order);
            }
        }
        Ok(left.place.cmp(&right.place) as i32)
    })?;
    for column in &columns {
        let View::Ref(place) = args[column.at].view() else { continue };
        let mut sorted = Array::new();
        for row in &order {
            let entry = &column.entries[row.place];
            match entry.key.as_key() {
                Key::Int(_) => append(call, &mut sorted, entry.value.clone())?,
                key @ Key::Str(_) => put_new(call, &mut sorted, key, entry.value.clone())?,
            }
        }
        let kept = sorted.sorted_from(place.get().as_array().unwrap_or(&Array::new()), false);
        let kept = kept.and_then(|()| sorted.raise_next_free(length as i64));
        call.alloc(kept)?;
        place.set(sorted.into());
    }
    Ok(true)
}
