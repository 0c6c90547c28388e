//! `.` and `.=`.

use crate::conv;
use crate::raise::{OrExit, Raise, Res};
use crate::string::Str;
use crate::value::Value;

/// `$left . $right`.
#[inline]
pub fn concat(rq: &mut dyn Raise, left: &Value, right: &Value) -> Res<Str> {
    if let (Some(left), Some(right)) = (left.as_str(), right.as_str()) {
        return Str::concat(left, right).or_exit(rq);
    }
    let kept = right.clone();
    let left = conv::to_str(rq, left)?;
    let right = conv::to_str(rq, &kept)?;
    Str::concat(&left, &right).or_exit(rq)
}

/// `$target .= $value`, in place when `target` is the only owner.
#[inline]
pub fn append(rq: &mut dyn Raise, target: &mut Str, value: &Value) -> Res<()> {
    if let Some(value) = value.as_str() {
        return target.append(value).or_exit(rq);
    }
    let value = conv::to_str(rq, value)?;
    target.append(&value).or_exit(rq)
}
