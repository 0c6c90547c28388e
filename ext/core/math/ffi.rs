//! Inverse hyperbolic functions of the C library, whose last digits PHP shows.

// SAFETY: functions of C's math library: any float in, a float out.
unsafe extern "C" {
    /// The inverse hyperbolic sine.
    pub safe fn asinh(num: f64) -> f64;
    /// The inverse hyperbolic cosine.
    pub safe fn acosh(num: f64) -> f64;
    /// The inverse hyperbolic tangent.
    pub safe fn atanh(num: f64) -> f64;
}
