//! Pseudo-random numbers that are the same on every run.

/// A xorshift generator.
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        (self.bits() >> 33) % n
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }

    /// An integer with a liking for the edges.
    pub fn int(&mut self) -> i64 {
        match self.below(6) {
            0 => self.pick(&[0, 1, -1, 2, 255, i64::MIN, i64::MAX, i64::MAX - 1, i32::MIN as i64]),
            1 => self.below(256) as i64 - 128,
            2 => self.bits() as i32 as i64,
            _ => self.bits() as i64,
        }
    }

    /// The bits of a double with a liking for the edges.
    pub fn double(&mut self) -> u64 {
        match self.below(4) {
            0 => self.pick(&[0.0, -0.0, 1.0, f64::NAN, f64::INFINITY, -1e300, 5e-324]).to_bits(),
            1 => (self.int() as f64).to_bits(),
            2 => ((self.below(2000) as f64 - 1000.0) / 8.0).to_bits(),
            _ => self.bits(),
        }
    }
}
