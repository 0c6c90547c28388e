//! Tiger with three or four passes.

use std::sync::OnceLock;

use super::algorithm::{Hasher, Options};
use super::block::{Block, Keeps};
use super::state::{Member, Members, numbers};

type Boxes = [[u64; 256]; 4];

fn boxes() -> &'static Boxes {
    static BOXES: OnceLock<Box<Boxes>> = OnceLock::new();
    BOXES.get_or_init(|| {
        let words = include_bytes!("boxes/tiger.bin").as_chunks::<8>().0;
        let mut boxes = Box::new([[0; 256]; 4]);
        for (at, word) in words.iter().enumerate() {
            boxes[at / 256][at % 256] = u64::from_le_bytes(*word);
        }
        boxes
    })
}

/// A hash of which `LENGTH` bytes are told.
#[derive(Clone)]
pub struct Tiger<const LENGTH: usize, const PASSES: usize> {
    state: [u64; 3],
    block: Block<64>,
}

impl<const LENGTH: usize, const PASSES: usize> Tiger<LENGTH, PASSES> {
    /// Nothing hashed yet.
    pub fn start(_: Options<'_>) -> Self {
        let state = [0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210, 0xf096_a5b4_c3b2_e187];
        Self { state, block: Block::new(Keeps::Zeros) }
    }
}

fn round(abc: [&mut u64; 3], word: u64, factor: u64, boxes: &Boxes) {
    let [a, b, c] = abc;
    *c ^= word;
    let [c0, c1, c2, c3, c4, c5, c6, c7] = c.to_le_bytes().map(usize::from);
    *a = a.wrapping_sub(boxes[0][c0] ^ boxes[1][c2] ^ boxes[2][c4] ^ boxes[3][c6]);
    *b = b.wrapping_add(boxes[3][c1] ^ boxes[2][c3] ^ boxes[1][c5] ^ boxes[0][c7]);
    *b = b.wrapping_mul(factor);
}

/// A pass over the words; `turn` says which of the state comes first.
fn pass(state: &mut [u64; 3], words: &[u64; 8], (turn, factor): (usize, u64), boxes: &Boxes) {
    for (at, &word) in words.iter().enumerate() {
        let [x, y, z] = state;
        let abc = match (at + turn) % 3 {
            0 => [x, y, z],
            1 => [y, z, x],
            _ => [z, x, y],
        };
        round(abc, word, factor, boxes);
    }
}

fn schedule(x: &mut [u64; 8]) {
    x[0] = x[0].wrapping_sub(x[7] ^ 0xa5a5_a5a5_a5a5_a5a5);
    x[1] ^= x[0];
    x[2] = x[2].wrapping_add(x[1]);
    x[3] = x[3].wrapping_sub(x[2] ^ (!x[1] << 19));
    x[4] ^= x[3];
    x[5] = x[5].wrapping_add(x[4]);
    x[6] = x[6].wrapping_sub(x[5] ^ (!x[4] >> 23));
    x[7] ^= x[6];
    x[0] = x[0].wrapping_add(x[7]);
    x[1] = x[1].wrapping_sub(x[0] ^ (!x[7] << 19));
    x[2] ^= x[1];
    x[3] = x[3].wrapping_add(x[2]);
    x[4] = x[4].wrapping_sub(x[3] ^ (!x[2] >> 23));
    x[5] ^= x[4];
    x[6] = x[6].wrapping_add(x[5]);
    x[7] = x[7].wrapping_sub(x[6] ^ 0x0123_4567_89ab_cdef);
}

fn compress(state: &mut [u64; 3], block: &[u8; 64], passes: usize) {
    let boxes = boxes();
    let mut words = [0; 8];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks::<8>().0) {
        *word = u64::from_le_bytes(*bytes);
    }
    let before = *state;
    for number in 0..passes {
        if number > 0 {
            schedule(&mut words);
        }
        // Each pass begins one word of the state further back.
        let factor = [5, 7, 9][number.min(2)];
        pass(state, &words, ((3 - number % 3) % 3, factor), boxes);
    }
    if passes == 4 {
        let [a, b, c] = *state;
        *state = [c, a, b];
    }
    state[0] ^= before[0];
    state[1] = state[1].wrapping_sub(before[1]);
    state[2] = state[2].wrapping_add(before[2]);
}

impl<const LENGTH: usize, const PASSES: usize> Hasher for Tiger<LENGTH, PASSES> {
    fn update(&mut self, bytes: &[u8]) {
        let state = &mut self.state;
        self.block.take(bytes, |block| compress(state, block, PASSES));
    }

    fn finish(mut self: Box<Self>) -> Vec<u8> {
        let bits = self.block.bits().to_le_bytes();
        self.update(&[1]);
        let zeros = (64 + 56 - self.block.filled()) % 64;
        self.update(&[0; 64][..zeros]);
        self.update(&bits);
        let mut hash: Vec<u8> = self.state.iter().flat_map(|word| word.to_le_bytes()).collect();
        hash.truncate(LENGTH);
        hash
    }

    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    fn state(&self) -> Vec<Member> {
        let passed = Member::Number(self.block.blocks() * 512);
        let bytes = Member::Bytes(self.block.bytes().to_vec());
        let waits = Member::Number(self.block.filled() as u64);
        [numbers(self.state), vec![passed, bytes, waits]].concat()
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let mut members = Members::new(members);
        self.state = members.longs();
        let passed = members.u64() / 8;
        let (bytes, filled) = (members.bytes(), u64::from(members.u32()));
        self.block.resume(bytes, filled as usize, passed.wrapping_add(filled));
        filled < 64
    }
}
