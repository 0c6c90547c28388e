//! Floats between two others, all equally far apart: the γ-section of Goualard.

use runtime::native::Call;
use runtime::raise::Res;

/// The distance from one float of the interval to the next, where it is widest.
fn spacing(min: f64, max: f64) -> f64 {
    if min.abs() > max.abs() { min.next_up() - min } else { max - max.next_down() }
}

fn steps(min: f64, max: f64) -> u64 {
    let unit = spacing(min, max);
    let count = max / unit - min / unit;
    let rest = if min.abs() <= max.abs() {
        -min / unit - (count - max / unit)
    } else {
        max / unit - (count + min / unit)
    };
    let whole = count.ceil();
    if count == whole { (whole as u64).wrapping_add(u64::from(rest > 0.0)) } else { whole as u64 }
}

pub fn random_steps_(_: &mut Call<'_>, min: f64, max: f64) -> Res<i64> {
    Ok(steps(min, max) as i64)
}

/// The ends are: 0 closed and open, 1 both closed, 2 open and closed, 3 both open.
pub fn random_float_(
    _: &mut Call<'_>,
    min: f64,
    max: f64,
    step: i64,
    steps: i64,
    ends: i64,
) -> Res<f64> {
    let (step, steps) = (step as u64, steps as u64);
    let unit = spacing(min, max);
    let apart = |step: u64| ((step >> 2) as f64, (step & 3) as f64);
    let down = |step: u64| {
        let (high, low) = apart(step);
        4.0 * (max * 0.25 - high * unit) - low * unit
    };
    let up = |step: u64| {
        let (high, low) = apart(step);
        4.0 * (min * 0.25 + high * unit) + low * unit
    };
    let is_from_max = min.abs() <= max.abs();
    Ok(match (ends, is_from_max) {
        (0 | 1, true) if step == steps => min,
        (1, false) if step == steps => max,
        (2, false) if step == steps - 1 => max,
        (_, true) => down(step),
        (0, false) => up(step - 1),
        (2, false) => up(step + 1),
        (_, false) => up(step),
    })
}
