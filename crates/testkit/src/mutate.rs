//! Sources broken at random, the same way for the same seed.

/// Pieces of text that are rare in sources and mean much to a lexer.
#[rustfmt::skip]
const PIECES: &[&[u8]] = &[
    b"\n", b"\r", b"\r\n", b"\t", b" ", b"\0", b"\x01", b"\xff", b"'", b"\"", b"`", b"$", b"{", b"}",
    b"(", b")", b"[", b"]", b"${", b"{$", b"$a[", b"$a->b", b"$a?->", b"?>", b"<?php ", b"<?=", b"<?",
    b"/*", b"*/", b"/**\n", b"//", b"#", b"#[", b"#\n", b"<<<A\n", b"<<<'A'\r\n", b"<<<\"A\"\r", b"\nA",
    b"\n  A;", b"\n\t A", b"\\", b"\\u{41}", b"\\u{", b"\\777", b"0x1_", b"08", b"1e", b"1.", b"_1",
    b"9223372036854775808", b"yield ", b"from ", b"enum ", b"extends", b"&", b"...", b"(real)", b"( int )",
    b"->", b"?->", b"::", b"namespace\\", b"\\a", b"public(set)", b"b'", b"__halt_compiler();", b"??=",
];

/// Breaks a source in one to four places.
pub fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len() + 1);
        let end = bytes.len().min(at + random.below(12));
        match random.below(4) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..end, PIECES[random.below(PIECES.len())].iter().copied())),
            2 => bytes.truncate(if random.below(8) == 0 { at } else { bytes.len() }),
            _ => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].iter().copied())),
        }
    }
}

/// Xorshift: enough randomness for breaking things, and the same everywhere.
pub struct Random(u64);

impl Random {
    /// The same numbers for the same seed; 0 counts as 1.
    pub fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    /// A number below `bound`; 0 when that is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound.max(1)
    }
}
