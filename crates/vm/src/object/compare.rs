//! Comparison with objects.

use std::cmp::Ordering;

use runtime::array::Array;
use runtime::conv;
use runtime::object::Object;
use runtime::ops;
use runtime::raise::{Raise, Res};
use runtime::value::{Value, View};

use super::list::own_props;
use crate::request::Request;

/// What values that cannot be ordered compare as.
const UNCOMPARABLE: i32 = 1;

fn sign(ordering: Ordering) -> i32 {
    match ordering {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    }
}

impl Request {
    /// Compares when at least one side is an object.
    pub(crate) fn compare_with_object(&mut self, left: &Value, right: &Value) -> Res<i32> {
        if let Some(order) = self.order_by_method(left, right)? {
            return Ok(order);
        }
        let is_case = |side: &Value| match side.view() {
            View::Object(object) => object.class().class().kind == hhbc::class::ClassKind::Enum,
            _ => false,
        };
        match (left.view(), right.view()) {
            (View::Object(left), View::Object(right)) => self.compare_objects(left, right),
            _ if is_case(left) || is_case(right) => Ok(UNCOMPARABLE),
            (View::Object(object), _) => self.compare_to_scalar(object, right),
            (_, View::Object(object)) => {
                let order = self.compare_to_scalar(object, left)?;
                Ok(-order)
            }
            _ => Ok(0),
        }
    }

    /// What the library's comparison with values of any type says, if the class of one of the
    /// sides has one.
    fn order_by_method(&mut self, left: &Value, right: &Value) -> Res<Option<i32>> {
        let defines = |side: &&Value| match side.view() {
            View::Object(object) => object.class().class().library_method(b"order_"),
            _ => None,
        };
        let Some(method) = [left, right].iter().find_map(defines) else { return Ok(None) };
        let args = [left.clone(), right.clone()];
        let context = crate::frame::Context::Class(method.origin);
        let order = self.call(crate::scoped::method(method), context, &args)?;
        Ok(order.as_int().map(|order| order as i32))
    }

    fn compare_objects(&mut self, left: &Object, right: &Object) -> Res<i32> {
        if left.ptr_eq(right) {
            return Ok(0);
        }
        if crate::closure::are_alike(left, right) {
            return Ok(0);
        }
        let class = left.class().class();
        if let Some(method) = class.library_method(b"compare_") {
            let context = crate::frame::Context::This(left.clone());
            let order =
                self.call(crate::scoped::method(method), context, &[right.clone().into()])?;
            return Ok(order.as_int().map_or(UNCOMPARABLE, |order| order as i32));
        }
        let is_plain =
            class.kind == hhbc::class::ClassKind::Class && !crate::closure::is_closure(left);
        if left.class() != right.class() || !is_plain {
            return Ok(UNCOMPARABLE);
        }
        self.guard_stack()?;
        let (left, right) = (&self.real_object(left)?, &self.real_object(right)?);
        if self.comparing.contains(&left.id()) {
            return Err(self.throw_error("error", "Nesting level too deep - recursive dependency?"));
        }
        self.comparing.push(left.id());
        let result = self.compare_members(left, right);
        self.comparing.pop();
        result
    }

    /// PHP: objects of which one has had own properties are compared as arrays, by their lengths
    /// first.
    fn compare_members(&mut self, left: &Object, right: &Object) -> Res<i32> {
        let (mine, theirs) = (own_props(left), own_props(right));
        let are_tables = mine.is_some() || theirs.is_some();
        let (mine, theirs) = (mine.unwrap_or_default(), theirs.unwrap_or_default());
        if mine.len() != theirs.len() {
            return Ok(sign(mine.len().cmp(&theirs.len())));
        }
        for slot in 0..left.class().class().first.slots.len() {
            let (one, other) = (left.slot(slot).clone(), right.slot(slot).clone());
            let order = match (one.unboxed().view(), other.unboxed().view()) {
                (View::Uninit, View::Uninit) => 0,
                (View::Uninit, _) if are_tables => return Ok(-1),
                (View::Uninit, _) | (_, View::Uninit) => return Ok(UNCOMPARABLE),
                _ => ops::compare(self, one.unboxed(), other.unboxed())?,
            };
            if order != 0 {
                return Ok(order);
            }
        }
        self.compare_own(&mine, &theirs)
    }

    fn compare_own(&mut self, mine: &Array, theirs: &Array) -> Res<i32> {
        for (name, value) in mine.iter() {
            let Some(other) = theirs.get(name) else { return Ok(UNCOMPARABLE) };
            let order = ops::compare(self, value.unboxed(), other.unboxed())?;
            if order != 0 {
                return Ok(order);
            }
        }
        Ok(0)
    }

    /// What a script's object is compared as: a string beside a string, a number beside one; none
    /// beside anything else.
    pub(crate) fn object_beside(&mut self, object: &Object, other: &Value) -> Res<Option<Value>> {
        let class = object.class().class();
        let to = match other.view() {
            View::Str(_) if class.magic.to_string.is_some() => {
                return self.object_text(object).map(|text| Some(Value::from(text)));
            }
            View::Int(_) => "int",
            View::Float(_) => "float",
            _ => return Ok(None),
        };
        if class.kind != hhbc::class::ClassKind::Class {
            return Ok(None);
        }
        let class = crate::class::class_text(class.id);
        self.notice(&format!("Object of class {class} could not be converted to {to}"))?;
        Ok(Some(Value::int(1)))
    }

    /// An object beside something else.
    fn compare_to_scalar(&mut self, object: &Object, other: &Value) -> Res<i32> {
        let other = &other.clone();
        if let Some(own) = self.object_beside(object, other)? {
            return ops::compare(self, &own, other);
        }
        match other.view() {
            View::Null | View::Uninit => Ok(1),
            View::Bool(flag) => Ok(sign(true.cmp(&flag))),
            View::Resource(_) => {
                let number = conv::to_bool(other);
                Ok(sign(true.cmp(&number)))
            }
            _ => Ok(UNCOMPARABLE),
        }
    }
}
