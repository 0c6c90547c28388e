//! Differences and intersections in which callbacks say what is equal, comparison by comparison as
//! PHP finds them: all arrays are sorted, then walked side by side.

use runtime::array::Array;
use runtime::heap::Oom;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};

use super::user_sort::{Comparer, key_of};
use crate::array::put_new;
use crate::sort::{Entry, entries, sort_entries};

/// What must be equal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Value,
    Key,
    Both,
}

/// Which elements stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    InNone,
    InAll,
}

/// Which sides of an element callbacks compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Callbacks {
    Value,
    Key,
    Both,
}

/// The comparisons.
struct Compared {
    by: By,
    /// None: values are compared as strings.
    value: Option<Comparer>,
    key: Option<Comparer>,
}

impl Compared {
    fn values(&self, call: &mut Call<'_>, left: Element<'_>, right: Element<'_>) -> Res<i32> {
        let (left, right) = (left.value(), right.value());
        match &self.value {
            Some(comparer) => comparer.compare(call, &left, &right),
            None => as_texts(call, &left, &right),
        }
    }

    /// What lists are sorted and walked by.
    fn order(&self, call: &mut Call<'_>, left: Element<'_>, right: Element<'_>) -> Res<i32> {
        match &self.key {
            Some(comparer) => comparer.compare(call, &key_of(left.entry), &key_of(right.entry)),
            None => self.values(call, left, right),
        }
    }
}

fn as_texts(call: &mut Call<'_>, left: &Value, right: &Value) -> Res<i32> {
    let (left, right) = (call.to_str(left.unboxed())?, call.to_str(right.unboxed())?);
    Ok(left.as_bytes().cmp(right.as_bytes()) as i32)
}

/// Splits the callbacks off the arrays. PHP: the value's comes before the key's.
fn split<'a>(
    call: &mut Call<'_>,
    rest: &'a [Value],
    callbacks: Callbacks,
) -> Res<(&'a [Value], Option<Comparer>, Option<Comparer>)> {
    let count = if callbacks == Callbacks::Both { 2 } else { 1 };
    if rest.len() < count {
        let (function, needed, given) = (call.native().name, count + 1, rest.len() + 1);
        let text = format!("{function}() expects at least {needed} arguments, {given} given");
        return Err(call.throw(Message::ArgumentsMissing { text }));
    }
    let (arrays, callables) = rest.split_at(rest.len() - count);
    let position = arrays.len() + 2;
    let first = Some(Comparer::new(call, position, &callables[0])?);
    Ok(match callbacks {
        Callbacks::Value => (arrays, first, None),
        Callbacks::Key => (arrays, None, first),
        Callbacks::Both => {
            (arrays, first, Some(Comparer::new(call, position + 1, &callables[1])?))
        }
    })
}

/// An element of an array. PHP: it is looked at where it is, which shows what callbacks do to what
/// references refer to; nobody else holds these references.
#[derive(Clone, Copy)]
struct Element<'a> {
    array: &'a Array,
    entry: &'a Entry,
}

impl Element<'_> {
    fn value(self) -> Value {
        if self.entry.value.tag() != DataType::Uninit {
            return self.entry.value.clone();
        }
        let found = self.array.entry(self.entry.place as u32);
        found.map_or(Value::NULL, |(_, value)| value.clone())
    }
}

/// A sorted array, and how far it was walked.
struct List {
    array: Array,
    /// Of references only where they are.
    entries: Vec<Entry>,
    at: usize,
}

impl List {
    fn sorted(call: &mut Call<'_>, array: &Array, compared: &Compared) -> Res<Self> {
        let mut entries = entries(array);
        let mut place = 0;
        for entry in &mut entries {
            place = array.valid_position(place);
            if let Some((_, value)) = array.entry(place)
                && matches!(value.view(), View::Ref(_))
            {
                entry.value = Value::UNINIT;
                entry.place = place as usize;
            }
            place += 1;
        }
        sort_entries(&mut entries, &mut |left, right| {
            let element = |entry| Element { array, entry };
            compared.order(call, element(left), element(right))
        })?;
        Ok(Self { array: array.clone(), entries, at: 0 })
    }

    fn element(&self, at: usize) -> Option<Element<'_>> {
        Some(Element { array: &self.array, entry: self.entries.get(at)? })
    }

    fn entry(&self) -> Option<Element<'_>> {
        self.element(self.at)
    }
}

/// A selection under way.
struct Walk {
    compared: Compared,
    /// That of the first array, and those of the others.
    first: List,
    others: Vec<List>,
    selected: Array,
}

impl Walk {
    /// Takes the current element of the first array out of the result.
    fn remove(&mut self, call: &mut Call<'_>) -> Res<()> {
        if let Some(element) = self.first.entry() {
            let removed = self.selected.remove(element.entry.key.as_key());
            call.alloc(removed)?;
        }
        Ok(())
    }

    /// Goes to the next element; with `true` it is there and equal to the last.
    fn next_is_equal(&mut self, call: &mut Call<'_>) -> Res<bool> {
        self.first.at += 1;
        if self.compared.by != By::Value {
            return Ok(false);
        }
        match (self.first.element(self.first.at - 1), self.first.entry()) {
            (Some(last), Some(element)) => Ok(self.compared.values(call, last, element)? == 0),
            _ => Ok(false),
        }
    }

    fn differences(mut self, call: &mut Call<'_>) -> Res<Array> {
        while self.first.at < self.first.entries.len() {
            let is_found = self.is_in_any(call)?;
            loop {
                if is_found {
                    self.remove(call)?;
                }
                if !self.next_is_equal(call)? {
                    break;
                }
            }
        }
        Ok(self.selected)
    }

    /// Whether another array has what the current element is.
    fn is_in_any(&mut self, call: &mut Call<'_>) -> Res<bool> {
        let Some(entry) = self.first.entry() else { return Ok(false) };
        for other in &mut self.others {
            if self.compared.by == By::Value {
                while let Some(candidate) = other.entry() {
                    let order = self.compared.values(call, entry, candidate)?;
                    other.at += usize::from(order >= 0);
                    match order {
                        0 => return Ok(true),
                        ..0 => break,
                        _ => {}
                    }
                }
                continue;
            }
            let mut found = None;
            for candidate in (0..other.entries.len()).filter_map(|at| other.element(at)) {
                if self.compared.order(call, entry, candidate)? == 0 {
                    found = Some(candidate);
                    break;
                }
            }
            let Some(found) = found else { continue };
            if self.compared.by == By::Key || self.compared.values(call, entry, found)? == 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn intersections(mut self, call: &mut Call<'_>) -> Res<Array> {
        while self.first.at < self.first.entries.len() {
            match self.first_without(call)? {
                Without::None => while self.next_is_equal(call)? {},
                Without::Ended => {
                    while self.first.at < self.first.entries.len() {
                        self.remove(call)?;
                        self.first.at += 1;
                    }
                }
                Without::This(other) => self.remove_below(call, other)?,
            }
        }
        Ok(self.selected)
    }

    /// Removes the current element, and by value those behind it that are less than where another
    /// array is.
    fn remove_below(&mut self, call: &mut Call<'_>, other: usize) -> Res<()> {
        loop {
            self.remove(call)?;
            self.first.at += 1;
            if self.compared.by != By::Value {
                return Ok(());
            }
            let (Some(entry), Some(limit)) = (self.first.entry(), self.others[other].entry())
            else {
                return Ok(());
            };
            if self.compared.values(call, entry, limit)? >= 0 {
                return Ok(());
            }
        }
    }

    /// The first of the other arrays that has nothing that is equal to the current element.
    fn first_without(&mut self, call: &mut Call<'_>) -> Res<Without> {
        let Some(entry) = self.first.entry() else { return Ok(Without::None) };
        for (index, other) in self.others.iter_mut().enumerate() {
            let mut order = 0;
            while let Some(candidate) = other.entry() {
                order = self.compared.order(call, entry, candidate)?;
                if order <= 0 {
                    break;
                }
                other.at += 1;
            }
            let Some(candidate) = other.entry() else { return Ok(Without::Ended) };
            if order == 0 && self.compared.by == By::Both {
                order = self.compared.values(call, entry, candidate)?;
            }
            if order != 0 {
                return Ok(Without::This(index));
            }
            other.at += 1;
        }
        Ok(Without::None)
    }
}

/// Which array lacks an element.
enum Without {
    None,
    /// One that has come to its end.
    Ended,
    /// The one with this number.
    This(usize),
}

/// How often an array that nobody else has is held here: as an argument, and by its list.
const COUNT_OWN: i32 = 2;

/// The elements, references among them.
fn as_it_is(array: &Array) -> Result<Array, Oom> {
    let mut same = Array::new();
    for (key, value) in array {
        same.set(key, value.clone())?;
    }
    Ok(same)
}

fn select(
    call: &mut Call<'_>,
    array: &Array,
    rest: &[Value],
    (by, callbacks, kept): (By, Callbacks, Kept),
) -> Res<Array> {
    let (arrays, value, key) = split(call, rest, callbacks)?;
    let compared = Compared { by, value, key };
    let first = List::sorted(call, array, &compared)?;
    let mut others = Vec::with_capacity(arrays.len());
    for (at, other) in arrays.iter().enumerate() {
        match other.as_array() {
            Some(other) => others.push(List::sorted(call, other, &compared)?),
            None => return Err(call.type_error(at + 2, "array", other)),
        }
    }
    // PHP: an intersection is made of the array itself when nobody else has it; only a copy has
    // values where lone references were.
    let is_own = kept == Kept::InAll && array.count() <= COUNT_OWN;
    let copy = if is_own { as_it_is(array) } else { array.duplicate(0) };
    let selected = call.alloc(copy)?;
    let walk = Walk { compared, first, others, selected };
    match kept {
        Kept::InNone => walk.differences(call),
        Kept::InAll => walk.intersections(call),
    }
}

/// The elements whose values, as strings, are in all other arrays.
pub(crate) fn common_values(
    call: &mut Call<'_>,
    array: &Array,
    others: &[Value],
) -> Res<Array> {
    let compared = Compared { by: By::Value, value: None, key: None };
    let first = List::sorted(call, array, &compared)?;
    let mut lists = Vec::with_capacity(others.len());
    for other in others.iter().filter_map(Value::as_array) {
        lists.push(List::sorted(call, other, &compared)?);
    }
    let copy = array.duplicate(0);
    let selected = call.alloc(copy)?;
    Walk { compared, first, others: lists, selected }.intersections(call)
}

/// Looks elements up by their keys; only values are compared by a callback.
fn look_up(call: &mut Call<'_>, array: &Array, rest: &[Value], kept: Kept) -> Res<Array> {
    let (others, comparer, _) = split(call, rest, Callbacks::Value)?;
    let wrong = others.iter().position(|other| other.as_array().is_none());
    if let Some(at) = wrong {
        return Err(call.type_error(at + 2, "array", &others[at]));
    }
    let mut selected = Array::new();
    for (key, value) in array {
        let mut stays = true;
        for other in others.iter().filter_map(Value::as_array) {
            let is_equal = match (other.get(key), &comparer) {
                (Some(found), Some(comparer)) => {
                    comparer.compare_plainly(call, &value.element_copy(), found)? == 0
                },
                _ => false,
            };
            if is_equal == (kept == Kept::InNone) {
                stays = false;
                break;
            }
        }
        if stays {
            put_new(call, &mut selected, key, value.element_copy())?;
        }
    }
    Ok(selected)
}

macro_rules! selections {
    ($($name:ident = $by:ident, $callbacks:ident, $kept:ident;)+) => {$(
        pub(super) fn $name(call: &mut Call<'_>, array: &Array, rest: &[Value]) -> Res<Array> {
            select(call, array, rest, (By::$by, Callbacks::$callbacks, Kept::$kept))
        }
    )+};
}

selections! {
    array_udiff = Value, Value, InNone;
    array_udiff_uassoc = Both, Both, InNone;
    array_diff_uassoc = Both, Key, InNone;
    array_diff_ukey = Key, Key, InNone;
    array_uintersect = Value, Value, InAll;
    array_uintersect_uassoc = Both, Both, InAll;
    array_intersect_uassoc = Both, Key, InAll;
    array_intersect_ukey = Key, Key, InAll;
}

pub(super) fn array_udiff_assoc(call: &mut Call<'_>, array: &Array, rest: &[Value]) -> Res<Array> {
    look_up(call, array, rest, Kept::InNone)
}

pub(super) fn array_uintersect_assoc(
    call: &mut Call<'_>,
    array: &Array,
    rest: &[Value],
) -> Res<Array> {
    look_up(call, array, rest, Kept::InAll)
}
