//! A decimal number: a whole one and how many of its digits are behind the point.

use std::cmp::Ordering;

use dashu_int::ops::{Abs as _, DivRem as _, SquareRoot as _, UnsignedAbs as _};
use dashu_int::{IBig, UBig};

/// A decimal number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decimal {
    digits: IBig,
    scale: usize,
}

/// How a number between two is rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    HalfAwayFromZero,
    HalfTowardsZero,
    HalfEven,
    HalfOdd,
    TowardsZero,
    AwayFromZero,
    NegativeInfinity,
    PositiveInfinity,
}

fn ten(power: usize) -> IBig {
    IBig::from(UBig::from(10_u8).pow(power))
}

impl Decimal {
    /// The number that a text is: digits, perhaps with a sign and a point.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?;
        let (is_negative, plain) = match text.strip_prefix('-') {
            Some(plain) => (true, plain),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        if !plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            || fraction.contains('.')
        {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let all = format!("0{whole}{fraction}");
        let digits = IBig::from(UBig::from_str_radix(&all, 10).ok()?);
        let digits = if is_negative { -digits } else { digits };
        Some(Self { digits, scale: fraction.len() })
    }

    /// A whole number.
    pub fn whole(digits: IBig) -> Self {
        Self { digits, scale: 0 }
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        self.digits == IBig::ZERO
    }

    /// Whether it is less than 0.
    pub fn is_negative(&self) -> bool {
        self.digits < IBig::ZERO
    }

    /// The whole number, if it is one.
    pub fn as_whole(&self) -> Option<&IBig> {
        (self.scale == 0).then_some(&self.digits)
    }

    /// How many digits are behind the point.
    pub fn scale(&self) -> usize {
        self.scale
    }

    /// The digits with so many of them behind the point; what is behind those is dropped.
    fn at(&self, scale: usize) -> IBig {
        match scale.cmp(&self.scale) {
            Ordering::Less => &self.digits / ten(self.scale - scale),
            Ordering::Equal => self.digits.clone(),
            Ordering::Greater => &self.digits * ten(scale - self.scale),
        }
    }

    /// The text with so many digits behind the point.
    pub fn text(&self, scale: usize) -> String {
        let digits = self.at(scale);
        let sign = if digits < IBig::ZERO { "-" } else { "" };
        let digits = format!("{:0>width$}", digits.abs().to_string(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let point = if scale > 0 { "." } else { "" };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The sum.
    pub fn add(&self, other: &Self) -> Self {
        let scale = self.scale.max(other.scale);
        Self { digits: self.at(scale) + other.at(scale), scale }
    }

    /// The difference.
    pub fn sub(&self, other: &Self) -> Self {
        let scale = self.scale.max(other.scale);
        Self { digits: self.at(scale) - other.at(scale), scale }
    }

    /// The product.
    pub fn mul(&self, other: &Self) -> Self {
        Self { digits: &self.digits * &other.digits, scale: self.scale + other.scale }
    }

    /// The quotient with so many digits behind the point. The other is not 0.
    pub fn div(&self, other: &Self, scale: usize) -> Self {
        let above = self.at(self.scale.max(other.scale)) * ten(scale);
        let below = other.at(self.scale.max(other.scale));
        Self { digits: above / below, scale }
    }

    /// The whole quotient, and what is left. The other is not 0.
    pub fn div_rem(&self, other: &Self) -> (IBig, Self) {
        let scale = self.scale.max(other.scale);
        let (quotient, rest) = self.at(scale).div_rem(other.at(scale));
        (quotient, Self { digits: rest, scale })
    }

    /// Whether its powers are 0, 1 or −1.
    pub fn is_unit(&self) -> bool {
        self.scale == 0 && self.digits.clone().abs() <= IBig::ONE
    }

    /// The power.
    pub fn pow(&self, exponent: usize) -> Self {
        Self { digits: self.digits.pow(exponent), scale: self.scale * exponent }
    }

    /// The square root of a number that is not negative, with so many digits behind the point.
    pub fn sqrt(&self, scale: usize) -> Self {
        let digits = self.at((scale * 2).max(self.scale + self.scale % 2));
        let places = (scale * 2).max(self.scale + self.scale % 2) / 2;
        Self { digits: IBig::from(digits.unsigned_abs().sqrt()), scale: places }
    }

    /// How the two compare, both with so many digits behind the point.
    pub fn compare(&self, other: &Self, scale: usize) -> Ordering {
        self.at(scale).cmp(&other.at(scale))
    }

    /// Rounded to so many digits behind the point, or before it when negative.
    pub fn round(&self, places: i64, mode: Mode) -> Self {
        let Ok(kept) = usize::try_from(places.max(0)) else { return self.clone() };
        if places >= self.scale as i64 {
            return self.clone();
        }
        let before = usize::try_from(places.min(0).unsigned_abs()).unwrap_or(usize::MAX);
        let length = self.digits.clone().abs().to_string().len();
        if before > length {
            // Beyond all digits there is nothing but 0, or the first such number for some modes.
            let is_up = match mode {
                Mode::AwayFromZero => !self.is_zero(),
                Mode::NegativeInfinity => self.is_negative(),
                Mode::PositiveInfinity => !self.is_zero() && !self.is_negative(),
                _ => false,
            };
            let sign = if self.is_negative() { -IBig::ONE } else { IBig::ONE };
            return Self::whole(if is_up { sign * ten(before) } else { IBig::ZERO });
        }
        let unit = ten(self.scale + before - kept);
        let (quotient, rest) = (&self.digits).div_rem(&unit);
        let twice = (rest.clone().abs() * IBig::from(2)).cmp(&unit);
        let is_odd = &quotient % IBig::from(2) != IBig::ZERO;
        let is_away = match mode {
            _ if rest == IBig::ZERO => false,
            Mode::TowardsZero => false,
            Mode::AwayFromZero => true,
            Mode::NegativeInfinity => self.is_negative(),
            Mode::PositiveInfinity => !self.is_negative(),
            _ if twice != Ordering::Equal => twice == Ordering::Greater,
            Mode::HalfAwayFromZero => true,
            Mode::HalfTowardsZero => false,
            Mode::HalfEven => is_odd,
            Mode::HalfOdd => !is_odd,
        };
        let step = if self.is_negative() { -IBig::ONE } else { IBig::ONE };
        let digits = if is_away { quotient + step } else { quotient };
        Self { digits: digits * ten(before), scale: kept }
    }
}

/// What is left of a power of whole numbers divided by another; its sign is the base's.
pub fn pow_mod(base: &IBig, exponent: &IBig, modulus: &IBig) -> IBig {
    let mut result = IBig::ONE % modulus;
    let mut base = base % modulus;
    let mut exponent = exponent.clone();
    let two = IBig::from(2);
    while exponent > IBig::ZERO {
        let (half, bit) = exponent.div_rem(&two);
        if bit != IBig::ZERO {
            result = (result * &base) % modulus;
        }
        base = (&base * &base) % modulus;
        exponent = half;
    }
    result
}
