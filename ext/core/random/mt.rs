//! The Mersenne Twister MT19937, with PHP's seeds, ranges and its old faulty mode.

/// How many words a state has.
pub const WORDS: usize = 624;
const SHIFT: usize = 397;
const MATRIX: u32 = 0x9908_b0df;

/// The generator of a request. Unseeded until it is used or seeded.
#[derive(Default)]
pub struct Twister {
    words: Vec<u32>,
    next: usize,
    /// `MT_RAND_PHP`: the twist that PHP had before 7.1, and its scaling.
    is_legacy: bool,
}

impl Twister {
    /// Whether it has a seed.
    pub fn is_seeded(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether the mode is `MT_RAND_PHP`.
    pub fn is_legacy(&self) -> bool {
        self.is_legacy
    }

    /// Starts anew from a seed.
    pub fn seed(&mut self, seed: u32, is_legacy: bool) {
        self.is_legacy = is_legacy;
        self.words = Vec::with_capacity(WORDS);
        let mut word = seed;
        for index in 1..=WORDS as u32 {
            self.words.push(word);
            word = 1_812_433_253_u32.wrapping_mul(word ^ (word >> 30)).wrapping_add(index);
        }
        self.reload();
    }

    /// A generator in the middle of its sequence, before a reload.
    pub fn resumed(words: Vec<u32>, is_legacy: bool) -> Self {
        Self { words, next: 0, is_legacy }
    }

    /// The state.
    pub fn words(&self) -> &[u32] {
        &self.words
    }

    /// Makes the next state of the words.
    pub fn reload(&mut self) {
        for index in 0..WORDS {
            let (here, after) = (self.words[index], self.words[(index + 1) % WORDS]);
            let mixed = (here & 0x8000_0000) | (after & 0x7fff_ffff);
            let low_bit = if self.is_legacy { here & 1 } else { after & 1 };
            let far = self.words[(index + SHIFT) % WORDS];
            self.words[index] = far ^ (mixed >> 1) ^ (low_bit.wrapping_neg() & MATRIX);
        }
        self.next = 0;
    }

    /// The next 32 random bits.
    pub fn bits(&mut self) -> u32 {
        if self.next >= WORDS {
            self.reload();
        }
        let word = self.words[self.next];
        self.next += 1;
        tempered(word)
    }

    /// A number from `min` to `max`, each as likely.
    pub fn range(&mut self, min: i64, max: i64) -> i64 {
        let span = max.wrapping_sub(min) as u64;
        let offset = match u32::try_from(span) {
            Ok(span) => u64::from(self.below_or_at_32(span)),
            Err(_) => self.below_or_at_64(span),
        };
        min.wrapping_add(offset as i64)
    }

    fn below_or_at_32(&mut self, most: u32) -> u32 {
        let mut bits = self.bits();
        let Some(count) = most.checked_add(1) else { return bits };
        if count.is_power_of_two() {
            return bits & (count - 1);
        }
        let limit = u32::MAX - (u32::MAX % count) - 1;
        while bits > limit {
            bits = self.bits();
        }
        bits % count
    }

    fn bits_64(&mut self) -> u64 {
        let low = u64::from(self.bits());
        low | u64::from(self.bits()) << 32
    }

    fn below_or_at_64(&mut self, most: u64) -> u64 {
        let mut bits = self.bits_64();
        let Some(count) = most.checked_add(1) else { return bits };
        if count.is_power_of_two() {
            return bits & (count - 1);
        }
        let limit = u64::MAX - (u64::MAX % count) - 1;
        while bits > limit {
            bits = self.bits_64();
        }
        bits % count
    }

    /// The scaling of the old mode, which favours some numbers.
    pub fn legacy_range(&mut self, min: i64, max: i64) -> i64 {
        scaled(self.bits(), min, max)
    }
}

/// What is given of a word of the state.
pub fn tempered(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    word ^ (word >> 18)
}

/// 32 bits as a number from `min` to `max`, as the old mode has it.
pub fn scaled(bits: u32, min: i64, max: i64) -> i64 {
    let offset = (max as f64 - min as f64 + 1.0) * (f64::from(bits >> 1) / 2_147_483_648.0);
    (offset as u64 as i64).wrapping_add(min)
}
