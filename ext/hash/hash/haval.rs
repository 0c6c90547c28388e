//! HAVAL with three to five passes, of 128 to 256 bits.

use super::algorithm::{Hasher, Options};
use super::block::{Block, Keeps};
use super::haval_order::{ADDED, WORDS};
use super::layout::{halves, joined};
use super::state::{Member, Members, numbers};

/// A hash under way.
#[derive(Clone)]
pub struct Haval<const BITS: usize, const PASSES: usize> {
    state: [u32; 8],
    block: Block<128>,
}

/// The version of the algorithm, which is hashed too.
const VERSION: u8 = 1;

impl<const BITS: usize, const PASSES: usize> Haval<BITS, PASSES> {
    /// Nothing hashed yet.
    pub fn start(_: Options<'_>) -> Self {
        let state = [
            0x243f_6a88,
            0x85a3_08d3,
            0x1319_8a2e,
            0x0370_7344,
            0xa409_3822,
            0x299f_31d0,
            0x082e_fa98,
            0xec4e_6c89,
        ];
        Self { state, block: Block::new(Keeps::First) }
    }
}

/// The function of a pass, on the words x6 to x0.
fn mixed(pass: usize, [x6, x5, x4, x3, x2, x1, x0]: [u32; 7]) -> u32 {
    match pass {
        0 => (x1 & x4) ^ (x2 & x5) ^ (x3 & x6) ^ (x0 & x1) ^ x0,
        1 => {
            let threes = (x1 & x2 & x3) ^ (x2 & x4 & x5);
            let low = (x1 & x2) ^ (x1 & x4) ^ (x2 & x6);
            threes ^ low ^ (x3 & x5) ^ (x4 & x5) ^ (x0 & x2) ^ x0
        }
        2 => (x1 & x2 & x3) ^ (x1 & x4) ^ (x2 & x5) ^ (x3 & x6) ^ (x0 & x3) ^ x0,
        3 => {
            let threes = (x1 & x2 & x3) ^ (x2 & x4 & x5) ^ (x3 & x4 & x6);
            let low = (x1 & x4) ^ (x2 & x6) ^ (x3 & x4) ^ (x3 & x5);
            threes ^ low ^ (x3 & x6) ^ (x4 & x5) ^ (x4 & x6) ^ (x0 & x4) ^ x0
        }
        _ => (x1 & x4) ^ (x2 & x5) ^ (x3 & x6) ^ (x0 & x1 & x2 & x3) ^ (x0 & x5) ^ x0,
    }
}

/// In which order the function of a pass gets the words, by the number of passes.
const ORDERS: [&[[usize; 7]]; 3] = [
    &[[1, 0, 3, 5, 6, 2, 4], [4, 2, 1, 0, 5, 3, 6], [6, 1, 2, 3, 4, 5, 0]],
    &[[2, 6, 1, 4, 5, 3, 0], [3, 5, 2, 0, 1, 6, 4], [1, 4, 3, 6, 0, 2, 5], [6, 4, 0, 5, 2, 1, 3]],
    &[
        [3, 4, 1, 0, 5, 2, 6],
        [6, 2, 1, 0, 3, 4, 5],
        [2, 6, 0, 4, 3, 1, 5],
        [1, 5, 3, 2, 0, 4, 6],
        [2, 5, 0, 6, 4, 3, 1],
    ],
];

fn compress(state: &mut [u32; 8], block: &[u8; 128], passes: usize) {
    let mut words = [0; 32];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_le_bytes(*bytes);
    }
    let mut held = *state;
    for (pass, order) in ORDERS[passes - 3].iter().enumerate() {
        for at in 0..32 {
            let turned = |word: usize| held[(word + 32 - at) % 8];
            let (word, added) = match pass {
                0 => (at, 0),
                _ => (usize::from(WORDS[pass - 1][at]), ADDED[pass - 1][at]),
            };
            let value = mixed(pass, order.map(turned)).rotate_right(7);
            held[7 - at % 8] = value
                .wrapping_add(turned(7).rotate_right(11))
                .wrapping_add(words[word])
                .wrapping_add(added);
        }
    }
    for (word, held) in state.iter_mut().zip(held) {
        *word = word.wrapping_add(held);
    }
}

/// Parts of words, with masks, that are added to a word after a turn to the right.
type Fold<'a> = (usize, &'a [(usize, u32)], u32);

/// How the words that are not told go into the others, by the number of bits.
fn folds(bits: usize) -> &'static [Fold<'static>] {
    match bits {
        128 => &[
            (3, &[(7, 0xff00_0000), (6, 0x00ff_0000), (5, 0x0000_ff00), (4, 0x0000_00ff)], 0),
            (2, &[(7, 0x00ff_0000), (6, 0x0000_ff00), (5, 0x0000_00ff), (4, 0xff00_0000)], 24),
            (1, &[(7, 0x0000_ff00), (6, 0x0000_00ff), (5, 0xff00_0000), (4, 0x00ff_0000)], 16),
            (0, &[(7, 0x0000_00ff), (6, 0xff00_0000), (5, 0x00ff_0000), (4, 0x0000_ff00)], 8),
        ],
        160 => &[
            (4, &[(7, 0xfe00_0000), (6, 0x01f8_0000), (5, 0x0007_f000)], 12),
            (3, &[(7, 0x01f8_0000), (6, 0x0007_f000), (5, 0x0000_0fc0)], 6),
            (2, &[(7, 0x0007_f000), (6, 0x0000_0fc0), (5, 0x0000_003f)], 0),
            (1, &[(7, 0x0000_0fc0), (6, 0x0000_003f), (5, 0xfe00_0000)], 25),
            (0, &[(7, 0x0000_003f), (6, 0xfe00_0000), (5, 0x01f8_0000)], 19),
        ],
        192 => &[
            (5, &[(7, 0xfc00_0000), (6, 0x03e0_0000)], 21),
            (4, &[(7, 0x03e0_0000), (6, 0x001f_0000)], 16),
            (3, &[(7, 0x001f_0000), (6, 0x0000_fc00)], 10),
            (2, &[(7, 0x0000_fc00), (6, 0x0000_03e0)], 5),
            (1, &[(7, 0x0000_03e0), (6, 0x0000_001f)], 0),
            (0, &[(7, 0x0000_001f), (6, 0xfc00_0000)], 26),
        ],
        224 => &[
            (6, &[(7, 0x0000_000f)], 0),
            (5, &[(7, 0x0000_01f0)], 4),
            (4, &[(7, 0x0000_1e00)], 9),
            (3, &[(7, 0x0003_e000)], 13),
            (2, &[(7, 0x003c_0000)], 18),
            (1, &[(7, 0x07c0_0000)], 22),
            (0, &[(7, 0xf800_0000)], 27),
        ],
        _ => &[],
    }
}

impl<const BITS: usize, const PASSES: usize> Hasher for Haval<BITS, PASSES> {
    fn update(&mut self, bytes: &[u8]) {
        let state = &mut self.state;
        self.block.take(bytes, |block| compress(state, block, PASSES));
    }

    fn finish(mut self: Box<Self>) -> Vec<u8> {
        let bits = self.block.bits().to_le_bytes();
        let size = (BITS as u16) << 6 | (PASSES as u16) << 3 | u16::from(VERSION);
        self.update(&[1]);
        let zeros = (128 + 118 - self.block.filled()) % 128;
        self.update(&[0; 128][..zeros]);
        self.update(&size.to_le_bytes());
        self.update(&bits);
        let mut state = self.state;
        for (word, parts, turn) in folds(BITS) {
            let part = |&(from, mask): &(usize, u32)| self.state[from] & mask;
            let sum = parts.iter().map(part).fold(0, |all, part| all | part);
            state[*word] = state[*word].wrapping_add(sum.rotate_right(*turn));
        }
        let mut hash: Vec<u8> = state.iter().flat_map(|word| word.to_le_bytes()).collect();
        hash.truncate(BITS / 8);
        hash
    }

    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn state(&self) -> Vec<Member> {
        let bytes = Member::Bytes(self.block.bytes().to_vec());
        [numbers(self.state), halves(self.block.bits()), vec![bytes]].concat()
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let mut members = Members::new(members);
        self.state = members.words();
        let bits = joined(members.words());
        self.block.resume_at(members.bytes(), bits);
        true
    }
}
