//! Argument cells become what their parameters accept, as PHP 8.4 coerces for builtins.
//!
//! Unlike functions of scripts, builtins take `null` for a scalar, with a deprecation.

use super::call::Call;
use super::{Default, Param, mask};
use crate::conv;
use crate::conv::numeric::{self, Number};
use crate::message::Message;
use crate::object::Reference;
use crate::raise::{Halt, OrExit as _, Res};
use crate::string::{self, Str};
use crate::value::{DataType, Value, View};

impl Call<'_> {
    /// Checks how many arguments there are, and coerces them.
    #[inline]
    pub(super) fn take_arguments(&mut self, cells: &mut [Value]) -> Res<()> {
        let taken = self.check_count().and_then(|()| self.coerce(cells));
        taken.map_err(|refusal| self.refused_arguments(refusal))
    }

    #[cold]
    fn refused_arguments(&mut self, refusal: Halt) -> Halt {
        let native = self.native();
        self.host().refused_arguments(native, refusal)
    }

    /// Coerces all cells, the first first; the earliest failure is thrown.
    #[inline]
    pub fn coerce(&mut self, cells: &mut [Value]) -> Res<()> {
        let native = self.native();
        for (index, cell) in cells.iter_mut().enumerate() {
            let settled = match native.params.get(index) {
                Some(param) => self.settle(index, param, cell),
                None => native
                    .variadic
                    .as_ref()
                    .is_some_and(|param| !param.by_ref && param.accepts & mask_of(cell.tag()) != 0),
            };
            if settled {
                continue;
            }
            match native.params.get(index) {
                Some(param) if param.by_ref && self.is_left_out(index, cell) => {
                    self.fill_variable(param, cell)?;
                }
                _ => self.coerce_other(index, cell)?,
            }
        }
        Ok(())
    }

    /// Whether the cell is one behind the arguments that were given.
    #[inline(always)]
    fn is_left_out(&self, index: usize, cell: &Value) -> bool {
        cell.tag() == DataType::Uninit && index >= self.passed()
    }

    /// Makes a variable for an argument by reference that was left out.
    #[inline(never)]
    fn fill_variable(&mut self, param: &Param, cell: &mut Value) -> Res<()> {
        *cell = param.left_out().or_exit(self.rq())?;
        Ok(())
    }

    /// Whether a cell is as its parameter wants it, that of an argument that was left out after it
    /// got the default.
    #[inline(always)]
    fn settle(&self, index: usize, param: &Param, cell: &mut Value) -> bool {
        if param.takes(cell) {
            return true;
        }
        if param.by_ref || !self.is_left_out(index, cell) {
            return false;
        }
        *cell = param.default.plain();
        param.accepts & mask_of(cell.tag()) != 0
    }

    /// Coerces a cell that is not of its parameter's type already, or has none.
    #[inline(never)]
    fn coerce_other(&mut self, index: usize, cell: &mut Value) -> Res<()> {
        let native = self.native();
        let Some(param) = native.param(index) else { return Ok(()) };
        if !param.by_ref && param.accepts & mask_of(cell.tag()) != 0 {
            return Ok(());
        }
        if matches!(cell.view(), View::Uninit) {
            self.fill(index, param, cell)?;
        }
        if !param.is_path() {
            return self.coerce_cell(index, param, cell);
        }
        let accepts = param.accepts & !mask::PATH | mask::STRING;
        self.coerce_cell(index, &Param { accepts, ..*param }, cell)?;
        match cell.as_str() {
            Some(path) if path.contains(&0) => {
                Err(self.value_error(index + 1, "must not contain any null bytes"))
            }
            _ => Ok(()),
        }
    }

    fn fill(&mut self, index: usize, param: &Param, cell: &mut Value) -> Res<()> {
        *cell = match param.default {
            Default::Required | Default::Unset if index < self.passed() => {
                return Err(self.passed_over(index + 1, param.default == Default::Unset));
            }
            other => other.plain(),
        };
        Ok(())
    }

    #[inline]
    fn coerce_cell(&mut self, index: usize, param: &Param, cell: &mut Value) -> Res<()> {
        if param.by_ref {
            return self.coerce_variable(index, param, cell);
        }
        let stays = self.native().prefers_refs && param.accepts & mask::ARRAY != 0;
        if let View::Ref(reference) = cell.view()
            && !stays
        {
            *cell = reference.get();
        }
        let held = type_of(cell);
        if param.accepts & mask::CALLABLE != 0 && param.accepts != mask::ANY {
            // What may be a name of a method as well is looked at by the function.
            if param.accepts & mask::STRING != 0 {
                return Ok(());
            }
            return self.check_callable(index, param, cell);
        }
        if param.accepts & held != 0 || matches!(cell.view(), View::Uninit) {
            return Ok(());
        }
        if param.ty == "object|string" && !self.is_strict() {
            // PHP: what is neither is not made a name of a class.
            let given = self.given(&cell.clone());
            let rule = format!("must be an object or a valid class name, {given} given");
            return Err(self.type_refused(index + 1, &rule));
        }
        if let Some(coerced) = self.weak(param, cell, index)? {
            *cell = coerced;
            return Ok(());
        }
        Err(self.type_error(index + 1, expected(param), &cell.clone()))
    }

    fn check_callable(&mut self, index: usize, param: &Param, cell: &Value) -> Res<()> {
        if param.accepts & type_of(cell) != 0 {
            return Ok(());
        }
        let or = if param.accepts & mask::NULL != 0 { " or null" } else { "" };
        match self.host().callable(cell) {
            Ok(callable) => {
                self.keep_callable(index + 1, callable);
                Ok(())
            }
            Err(reason) => Err(self.not_callable(index + 1, &reason, or)),
        }
    }

    fn coerce_variable(&mut self, index: usize, param: &Param, cell: &mut Value) -> Res<()> {
        if !matches!(cell.view(), View::Ref(_)) {
            *cell = Reference::new(std::mem::take(cell)).or_exit(self.rq())?.into();
        }
        if param.accepts == mask::ANY {
            return Ok(());
        }
        if param.accepts & type_of(cell.unboxed()) != 0 {
            return match cell.view() {
                View::Ref(variable) if param.separates(variable.peek()) => {
                    variable.separate().or_exit(self.rq())
                }
                _ => Ok(()),
            };
        }
        let value = cell.unboxed().clone();
        Err(self.type_error(index + 1, expected(param), &value))
    }

    /// The value that the cell is coerced to; `None` when the types do not go together.
    #[cold]
    fn weak(&mut self, param: &Param, cell: &Value, index: usize) -> Res<Option<Value>> {
        let accepts = param.accepts;
        if !self.is_strict() && param.converts_itself() {
            return Ok(Some(cell.clone()));
        }
        match cell.view() {
            View::Object(object) if accepts & mask::INSTANCE != 0 => {
                let object = object.clone();
                let fits = param.ty.split('|').any(|class| self.host().is_instance(&object, class));
                if fits {
                    return Ok(Some(cell.clone()));
                }
            }
            View::Int(value) if accepts & mask::FLOAT != 0 => {
                return Ok(Some(Value::float(value as f64)));
            }
            View::Null => return self.coerce_null(param, index),
            _ => {}
        }
        if self.is_strict() {
            return Ok(None);
        }
        match cell.view() {
            View::Bool(value) => self.coerce_bool(accepts, value),
            View::Int(value) => self.coerce_int(accepts, value),
            View::Float(value) => self.coerce_float(accepts, value),
            View::Str(value) => self.coerce_str(accepts, &value.clone()),
            View::Object(_) if accepts & mask::STRING != 0 => self.coerce_object(cell),
            _ => Ok(None),
        }
    }

    fn coerce_null(&mut self, param: &Param, index: usize) -> Res<Option<Value>> {
        const SCALAR: u16 = mask::BOOL | mask::INT | mask::FLOAT | mask::STRING;
        const NUMBER: u16 = mask::INT | mask::FLOAT;
        if param.accepts & SCALAR == 0 || self.is_strict() {
            return Ok(None);
        }
        let function = self.native().name;
        let parameter = match self.native().params.get(index) {
            Some(param) => format!("#{} (${})", index + 1, param.name()),
            None => format!("#{}", index + 1),
        };
        self.rq().report(Message::ArgumentNull { function, parameter, expected: param.ty })?;
        let accepts = param.accepts;
        Ok(Some(match () {
            () if accepts & NUMBER == NUMBER => Value::int(0),
            () if accepts & mask::STRING != 0 => string::empty().into(),
            () if accepts & mask::INT != 0 => Value::int(0),
            () if accepts & mask::FLOAT != 0 => Value::float(0.0),
            () => Value::bool(false),
        }))
    }

    fn coerce_bool(&mut self, accepts: u16, value: bool) -> Res<Option<Value>> {
        Ok(if accepts & mask::INT != 0 {
            Some(Value::int(i64::from(value)))
        } else if accepts & mask::FLOAT != 0 {
            Some(Value::float(f64::from(u8::from(value))))
        } else if accepts & mask::STRING != 0 {
            Some(self.to_str(&Value::bool(value))?.into())
        } else {
            None
        })
    }

    fn coerce_int(&mut self, accepts: u16, value: i64) -> Res<Option<Value>> {
        Ok(if accepts & mask::STRING != 0 {
            Some(conv::int_to_str(value).or_exit(self.rq())?.into())
        } else if accepts & mask::BOOL != 0 {
            Some(Value::bool(value != 0))
        } else {
            None
        })
    }

    fn coerce_float(&mut self, accepts: u16, value: f64) -> Res<Option<Value>> {
        if accepts & mask::INT != 0 && conv::fits_int(value) {
            return Ok(Some(Value::int(crate::ops::float_to_int(self.rq(), value)?)));
        }
        Ok(if accepts & mask::STRING != 0 {
            Some(self.to_str(&Value::float(value))?.into())
        } else if accepts & mask::BOOL != 0 {
            Some(Value::bool(value != 0.0))
        } else {
            None
        })
    }

    fn coerce_str(&mut self, accepts: u16, text: &Str) -> Res<Option<Value>> {
        let number = numeric::whole(text).map(|numeric| numeric.number);
        match number {
            Some(Number::Int(int)) if accepts & mask::INT != 0 => return Ok(Some(Value::int(int))),
            Some(Number::Int(_)) if accepts & mask::FLOAT != 0 => {
                return Ok(Some(Value::float(conv::str_to_float(text))));
            }
            Some(Number::Float(float)) if accepts & mask::FLOAT != 0 => {
                return Ok(Some(Value::float(float)));
            }
            Some(Number::Float(float)) if accepts & mask::INT != 0 && conv::fits_int(float) => {
                let int = float as i64;
                if int as f64 != float {
                    let text = String::from_utf8_lossy(text).into_owned();
                    self.rq().report(Message::FloatStringToInt { text })?;
                }
                return Ok(Some(Value::int(int)));
            }
            _ => {}
        }
        let to_bool = accepts & mask::BOOL != 0;
        Ok(to_bool.then(|| Value::bool(!matches!(text.as_bytes(), b"" | b"0"))))
    }

    fn coerce_object(&mut self, cell: &Value) -> Res<Option<Value>> {
        let View::Object(object) = cell.view() else { return Ok(None) };
        let object = object.clone();
        if !self.host().is_instance(&object, "Stringable") {
            return Ok(None);
        }
        Ok(Some(self.rq().object_to_string(&object)?.into()))
    }
}

/// What messages call the type. PHP: functions that take any object in place of an array say only
/// `array`, and those that take integers as they are say so.
fn expected(param: &Param) -> &'static str {
    match param.ty {
        "object|array" => "array",
        "float" if param.accepts & mask::INT != 0 => "int|float",
        shown => shown,
    }
}

/// The bit of the tag of a value that needs no look inside.
#[inline(always)]
pub(super) fn mask_of(tag: DataType) -> u16 {
    MASKS[tag as usize]
}

const MASKS: [u16; DataType::Ref as usize + 1] = {
    let mut table = [0; DataType::Ref as usize + 1];
    table[DataType::Null as usize] = mask::NULL;
    table[DataType::Boolean as usize] = mask::BOOL;
    table[DataType::Int64 as usize] = mask::INT;
    table[DataType::Double as usize] = mask::FLOAT;
    table[DataType::StaticString as usize] = mask::STRING;
    table[DataType::String as usize] = mask::STRING;
    table[DataType::Array as usize] = mask::ARRAY;
    table[DataType::Object as usize] = mask::OBJECT;
    table[DataType::Resource as usize] = mask::RESOURCE;
    table
};

/// The bit of what a cell holds.
fn type_of(cell: &Value) -> u16 {
    match cell.view() {
        View::Uninit | View::Null => mask::NULL,
        View::Bool(_) => mask::BOOL,
        View::Int(_) => mask::INT,
        View::Float(_) => mask::FLOAT,
        View::Str(_) => mask::STRING,
        View::Array(_) => mask::ARRAY,
        View::Object(_) => mask::OBJECT,
        View::Resource(_) => mask::ANY & !0xff,
        View::Ref(reference) => type_of(reference.peek()),
    }
}
