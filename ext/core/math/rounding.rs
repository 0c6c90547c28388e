//! `round()`, as PHP 8.4 rounds: by the decimal number that the float stands for.

/// What happens to numbers between two candidates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    HalfUp,
    HalfDown,
    HalfEven,
    HalfOdd,
    Ceiling,
    Floor,
    TowardZero,
    AwayFromZero,
}

impl Mode {
    /// The mode of a `PHP_ROUND_…` number.
    pub fn of_number(number: i64) -> Option<Self> {
        Some(match number {
            1 => Self::HalfUp,
            2 => Self::HalfDown,
            3 => Self::HalfEven,
            4 => Self::HalfOdd,
            5 => Self::Ceiling,
            6 => Self::Floor,
            7 => Self::TowardZero,
            8 => Self::AwayFromZero,
            _ => return None,
        })
    }
}

/// Powers above this are not exact.
const EXACT_POWER_MAX: u32 = 22;
/// From here on floats have no decimals left.
const PRECISION_END: f64 = 1e16;

fn power_of_ten(exponent: u32) -> f64 {
    if exponent > EXACT_POWER_MAX { 10_f64.powf(f64::from(exponent)) } else { 10_f64.powi(exponent as i32) }
}

/// `value` with `places` decimals, or zeros before the point when that is negative.
pub fn round(value: f64, places: i32, mode: Mode) -> f64 {
    if !value.is_finite() || value == 0.0 {
        return value;
    }
    let places = places.max(i32::MIN + 1);
    let scale = Scale { factor: power_of_ten(places.unsigned_abs()), up: places > 0 };
    let scaled = if scale.up { value * scale.factor } else { value / scale.factor };
    let (near, far) = if value >= 0.0 {
        (scaled.floor(), scaled.floor() + 1.0)
    } else {
        (scaled.ceil(), scaled.ceil() - 1.0)
    };
    let whole = if scale.back(far) == value { far } else { near };
    if whole.abs() >= PRECISION_END {
        return value;
    }
    let rounded = apply(whole, value, &scale, mode);
    if places.unsigned_abs() <= EXACT_POWER_MAX {
        return scale.back(rounded);
    }
    let parsed: f64 = format!("{rounded:.6}e{}", -i64::from(places)).parse().unwrap_or(value);
    if parsed.is_finite() { parsed } else { value }
}

struct Scale {
    factor: f64,
    up: bool,
}

impl Scale {
    /// From whole numbers to the scale of the value.
    fn back(&self, whole: f64) -> f64 {
        if self.up { whole / self.factor } else { whole * self.factor }
    }
}

/// Goes on from `whole`, which is towards zero, to the next whole number, if the mode says so.
fn apply(whole: f64, value: f64, scale: &Scale, mode: Mode) -> f64 {
    let size = value.abs();
    let half = scale.back(whole + 0.5_f64.copysign(whole)).abs();
    let start = scale.back(whole).abs();
    let is_odd = || whole % 2.0 != 0.0;
    let goes_on = match mode {
        Mode::HalfUp => size >= half,
        Mode::HalfDown => size > half,
        Mode::HalfEven => size > half || (size == half && is_odd()),
        Mode::HalfOdd => size > half || (size == half && !is_odd()),
        Mode::Ceiling => value > 0.0 && size > start,
        Mode::Floor => value < 0.0 && size > start,
        Mode::TowardZero => false,
        Mode::AwayFromZero => size > start,
    };
    let step = match mode {
        Mode::Ceiling => 1.0,
        Mode::Floor => -1.0,
        _ => 1.0_f64.copysign(whole),
    };
    if goes_on { whole + step } else { whole }
}
