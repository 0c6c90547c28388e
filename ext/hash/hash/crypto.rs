//! Cryptographic hash functions, as their crates have them.
//!
//! # Invariants
//! - `block` has taken what the hash has: it knows the bytes that wait, which the crates keep to
//!   themselves but for those that PHP's code would have there besides.

use md5::Digest;
use md5::digest::common::hazmat::{SerializableState, SerializedState};

use super::algorithm::{Hasher, Options};
use super::block::Block;
use super::layout::Layout;
use super::state::{Member, Members};

/// A hash whose state PHP lays out in one way.
pub struct Crypto<D, L, const SIZE: usize> {
    digest: D,
    block: Block<SIZE>,
    layout: std::marker::PhantomData<L>,
}

impl<D: Digest, L: Layout<SIZE>, const SIZE: usize> Crypto<D, L, SIZE> {
    /// Nothing hashed yet.
    pub fn start(_: Options<'_>) -> Self {
        Self::of(D::new(), Block::new(L::KEEPS))
    }

    fn of(digest: D, block: Block<SIZE>) -> Self {
        Self { digest, block, layout: std::marker::PhantomData }
    }
}

impl<D, L, const SIZE: usize> Hasher for Crypto<D, L, SIZE>
where
    D: Digest + SerializableState + Clone + 'static,
    L: Layout<SIZE> + 'static,
{
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(Self::of(self.digest.clone(), self.block.clone()))
    }

    fn update(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
        self.block.take(bytes, |_| {});
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.digest.finalize().to_vec()
    }

    fn state(&self) -> Vec<Member> {
        L::members(&self.digest.serialize(), &self.block)
    }

    fn restore(&mut self, members: &[Member]) -> bool {
        let Some(mut bytes) = L::core(Members::new(members), &mut self.block) else { return false };
        if L::WAITS {
            let filled = self.block.filled();
            bytes.push(filled as u8);
            bytes.extend_from_slice(&self.block.bytes()[..filled]);
        }
        let mut whole = SerializedState::<D>::default();
        bytes.resize(whole.len(), 0);
        whole.copy_from_slice(&bytes);
        match D::deserialize(&whole) {
            Ok(digest) => self.digest = digest,
            Err(_) => return false,
        }
        true
    }
}
