//! MD5 of texts that are there as a whole.
//!
//! Each step needs the one before, so what counts is how long a word is under way, not how many
//! instructions there are: what does not need the newest word is added first.

/// How far each step of a round rotates.
const ROTATIONS: [[u32; 4]; 4] =
    [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

#[rustfmt::skip]
static SINES: [u32; 64] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee,
    0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be,
    0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa,
    0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed,
    0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c,
    0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05,
    0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039,
    0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1,
    0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
];

/// The hash.
pub fn digest(bytes: &[u8]) -> [u8; 16] {
    let mut state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    // Known numbers would be added last, which makes every step longer.
    let sines = std::hint::black_box(&SINES);
    let (blocks, rest) = bytes.as_chunks::<64>();
    for block in blocks {
        compress(&mut state, block, sines);
    }
    let mut last = [[0; 64]; 2];
    let count = if rest.len() < 56 { 1 } else { 2 };
    let tail = last.as_flattened_mut();
    tail[..rest.len()].copy_from_slice(rest);
    tail[rest.len()] = 0x80;
    let end = count * 64;
    tail[end - 8..end].copy_from_slice(&(bytes.len() as u64).wrapping_mul(8).to_le_bytes());
    for block in &last[..count] {
        compress(&mut state, block, sines);
    }
    let mut hash = [0; 16];
    for (place, word) in hash.as_chunks_mut::<4>().0.iter_mut().zip(state) {
        *place = word.to_le_bytes();
    }
    hash
}

fn compress(state: &mut [u32; 4], block: &[u8; 64], sines: &[u32; 64]) {
    let (bytes, _) = block.as_chunks::<4>();
    let words: [u32; 16] = std::array::from_fn(|index| u32::from_le_bytes(bytes[index]));
    let [mut a, mut b, mut c, mut d] = *state;
    macro_rules! round {
        ($round:literal, $stride:literal, $start:literal, $mix:expr) => {
            round!($round, $stride, $start, $mix; 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
        };
        ($round:literal, $stride:literal, $start:literal, $mix:expr; $($step:literal)*) => {$(
            let word = words[($stride * $step + $start) % 16];
            let sum = a.wrapping_add(word).wrapping_add(sines[$round * 16 + $step]);
            let turned = $mix(sum, b, c, d).rotate_left(ROTATIONS[$round][$step % 4]);
            (a, b, c, d) = (d, b.wrapping_add(turned), b, c);
        )*};
    }
    round!(0, 1, 0, |sum: u32, b: u32, c, d| sum.wrapping_add(d ^ (b & (c ^ d))));
    round!(1, 5, 1, |sum: u32, b: u32, c: u32, d: u32| {
        sum.wrapping_add(c & !d).wrapping_add(b & d)
    });
    round!(2, 3, 5, |sum: u32, b: u32, c, d| sum.wrapping_add(b ^ (c ^ d)));
    round!(3, 7, 0, |sum: u32, b: u32, c, d: u32| sum.wrapping_add(c ^ (b | !d)));
    for (word, added) in state.iter_mut().zip([a, b, c, d]) {
        *word = word.wrapping_add(added);
    }
}

#[cfg(test)]
mod tests {
    use md5::{Digest as _, Md5};

    #[test]
    fn any_length_has_the_hash_of_the_reference() {
        let bytes: Vec<u8> = (0..300).map(|index| (index * 7) as u8).collect();
        for length in 0..bytes.len() {
            let expected: [u8; 16] = Md5::digest(&bytes[..length]).into();
            assert_eq!(super::digest(&bytes[..length]), expected, "{length}");
        }
    }
}
