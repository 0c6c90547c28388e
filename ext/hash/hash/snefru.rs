//! Snefru with 256 bits and eight passes.

use std::sync::OnceLock;

use super::algorithm::{Hasher, Options};
use super::block::{Block, Keeps};
use super::layout::joined;
use super::state::{Member, Members, numbers};

type Boxes = [[u32; 256]; 16];

fn boxes() -> &'static Boxes {
    static BOXES: OnceLock<Box<Boxes>> = OnceLock::new();
    BOXES.get_or_init(|| {
        let words = include_bytes!("boxes/snefru.bin").as_chunks::<4>().0;
        let mut boxes = Box::new([[0; 256]; 16]);
        for (at, word) in words.iter().enumerate() {
            boxes[at / 256][at % 256] = u32::from_le_bytes(*word);
        }
        boxes
    })
}

/// A hash under way.
#[derive(Clone)]
pub struct Snefru {
    state: [u32; 8],
    block: Block<32>,
}

impl Snefru {
    /// Nothing hashed yet.
    pub fn start(_: Options<'_>) -> Self {
        Self { state: [0; 8], block: Block::new(Keeps::Zeros) }
    }
}

/// Mixes the state with the words of a block.
fn mix(state: &mut [u32; 8], words: [u32; 8]) {
    let mut all = [0; 16];
    all[..8].copy_from_slice(&state[..]);
    all[8..].copy_from_slice(&words);
    for pair in boxes().as_chunks::<2>().0 {
        for shift in [16, 8, 16, 24] {
            for at in 0..16 {
                let entry = pair[at / 2 % 2][(all[at] & 0xff) as usize];
                all[(at + 15) % 16] ^= entry;
                all[(at + 1) % 16] ^= entry;
            }
            all = all.map(|word| word.rotate_right(shift));
        }
    }
    for (word, mixed) in state.iter_mut().zip(all.iter().rev()) {
        *word ^= mixed;
    }
}

fn compress(state: &mut [u32; 8], block: &[u8; 32]) {
    let mut words = [0; 8];
    for (word, bytes) in words.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    mix(state, words);
}

impl Hasher for Snefru {
    fn update(&mut self, bytes: &[u8]) {
        let state = &mut self.state;
        self.block.take(bytes, |block| compress(state, block));
    }

    fn finish(mut self: Box<Self>) -> Vec<u8> {
        let bits = self.block.bits();
        let zeros = (32 - self.block.filled()) % 32;
        self.update(&[0; 32][..zeros]);
        mix(&mut self.state, [0, 0, 0, 0, 0, 0, (bits >> 32) as u32, bits as u32]);
        self.state.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }

    // PHP: the words of a block stand behind the state, and the high half of the count comes first.
    fn state(&self) -> Vec<Member> {
        let bits = self.block.bits();
        let taken = numbers([(bits >> 32) as u32, bits as u32]);
        let bytes = Member::Bytes(self.block.bytes().to_vec());
        let waits = vec![Member::Number(self.block.filled() as u64), bytes];
        [numbers(self.state), numbers([0_u32; 8]), taken, waits].concat()
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let mut members = Members::new(members);
        self.state = members.words();
        let _: [u32; 8] = members.words();
        let [high, low] = members.words();
        let filled = usize::from(members.u64() as u8);
        self.block.resume(members.bytes(), filled, joined([low, high]) / 8);
        filled < 32
    }
}
