//! How PHP lays out the states of cryptographic hash functions that the crates serialise otherwise:
//! numbers as bytes, the lowest first, and how many blocks were taken instead of how many bits.

use super::block::{Block, Keeps};
use super::state::{Member, Members, numbers};

/// How the state of a hash is laid out.
pub trait Layout<const SIZE: usize> {
    /// What is left in the bytes of a block.
    const KEEPS: Keeps;
    /// Whether the crate keeps bytes that do not fill a block.
    const WAITS: bool = true;
    /// The members, of what the crate has.
    fn members(core: &[u8], block: &Block<SIZE>) -> Vec<Member>;
    /// What the crate has, of the members; none that fit no hash.
    fn core(members: Members<'_>, block: &mut Block<SIZE>) -> Option<Vec<u8>>;
}

fn words(core: &[u8], count: usize) -> Vec<Member> {
    numbers(core.as_chunks::<4>().0.iter().take(count).map(|word| u32::from_le_bytes(*word)))
}

fn longs(core: &[u8], count: usize) -> Vec<Member> {
    numbers(core.as_chunks::<8>().0.iter().take(count).map(|word| u64::from_le_bytes(*word)))
}

fn bytes(bytes: &[u8]) -> Member {
    Member::Bytes(bytes.to_vec())
}

/// A number in two of 32 bits, the low one first.
pub fn halves(number: u64) -> Vec<Member> {
    numbers([number as u32, (number >> 32) as u32])
}

/// Two numbers of 32 bits as one.
pub fn joined([low, high]: [u32; 2]) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// `COUNT` words of 32 bits, how many bits were taken, and what waits.
pub struct Words<const COUNT: usize>;

impl<const COUNT: usize> Layout<64> for Words<COUNT> {
    const KEEPS: Keeps = Keeps::First;

    fn members(core: &[u8], block: &Block<64>) -> Vec<Member> {
        [words(core, COUNT), halves(block.bits()), vec![bytes(block.bytes())]].concat()
    }

    fn core(mut members: Members<'_>, block: &mut Block<64>) -> Option<Vec<u8>> {
        let mut core = members.words::<COUNT>().map(u32::to_le_bytes).concat();
        let bits = joined(members.words());
        block.resume_at(members.bytes(), bits);
        core.extend(block.blocks().to_le_bytes());
        Some(core)
    }
}

/// Eight words of 64 bits, how many bits were taken, and what waits.
pub struct Longs;

impl Layout<128> for Longs {
    const KEEPS: Keeps = Keeps::First;

    fn members(core: &[u8], block: &Block<128>) -> Vec<Member> {
        let bits = numbers([block.bits(), 0]);
        [longs(core, 8), bits, vec![bytes(block.bytes())]].concat()
    }

    fn core(mut members: Members<'_>, block: &mut Block<128>) -> Option<Vec<u8>> {
        let mut core = members.longs::<8>().map(u64::to_le_bytes).concat();
        let [bits, _] = members.longs();
        block.resume_at(members.bytes(), bits);
        core.extend(u128::from(block.blocks()).to_le_bytes());
        Some(core)
    }
}

/// That of MD5: how many bytes were taken, four words, what waits, and words that are not used.
pub struct Md5;

/// The bits of the first number that counts bytes.
const MD5_LOW_BITS: u32 = 29;

impl Layout<64> for Md5 {
    const KEEPS: Keeps = Keeps::Waiting;

    fn members(core: &[u8], block: &Block<64>) -> Vec<Member> {
        let total = block.bits() / 8;
        let taken = numbers([total & ((1 << MD5_LOW_BITS) - 1), total >> MD5_LOW_BITS]);
        [taken, words(core, 4), vec![bytes(block.bytes())], numbers([0_u32; 16])].concat()
    }

    fn core(mut members: Members<'_>, block: &mut Block<64>) -> Option<Vec<u8>> {
        let [low, high] = members.longs();
        let mut core = members.words::<4>().map(u32::to_le_bytes).concat();
        block.resume_at(members.bytes(), ((high << MD5_LOW_BITS) + low) * 8);
        core.extend(block.blocks().to_le_bytes());
        Some(core)
    }
}

/// That of MD2: the state, the checksum, what waits, and how many bytes that are.
pub struct Md2;

impl Layout<16> for Md2 {
    const KEEPS: Keeps = Keeps::Waiting;

    fn members(core: &[u8], block: &Block<16>) -> Vec<Member> {
        let waits = Member::Number(block.filled() as u64);
        vec![bytes(&core[..48]), bytes(&core[48..64]), bytes(block.bytes()), waits]
    }

    fn core(mut members: Members<'_>, block: &mut Block<16>) -> Option<Vec<u8>> {
        let core = [members.bytes(), members.bytes()].concat();
        let waiting = members.bytes();
        let filled = usize::from(members.u64() as u8);
        block.resume(waiting, filled, filled as u64);
        (filled < 16).then_some(core)
    }
}

/// That of Whirlpool: the state, how many bits were taken, how many of them wait, and these.
pub struct Whirlpool;

impl Layout<64> for Whirlpool {
    const KEEPS: Keeps = Keeps::Last;

    fn members(core: &[u8], block: &Block<64>) -> Vec<Member> {
        let mut taken = vec![0; 24];
        taken.extend(block.bits().to_be_bytes());
        let waits = numbers([block.filled() as u64, block.filled() as u64 * 8]);
        let state = core.as_chunks().0.iter().take(8).map(|word| u64::from_be_bytes(*word));
        [numbers(state), vec![Member::Bytes(taken)], waits, vec![bytes(block.bytes())]].concat()
    }

    fn core(mut members: Members<'_>, block: &mut Block<64>) -> Option<Vec<u8>> {
        let mut core = members.longs::<8>().map(u64::to_be_bytes).concat();
        let taken = members.bytes().last_chunk().copied().map_or(0, u64::from_be_bytes);
        let [filled, bits] = members.words().map(|word| word as usize);
        let fits = filled < 64 && (filled * 8..filled * 8 + 8).contains(&bits);
        block.resume(members.bytes(), filled, taken / 8);
        core.extend(block.blocks().to_le_bytes());
        fits.then_some(core)
    }
}

/// That of GOST: the state, the sum of the blocks, how many bits were taken, how many bytes wait,
/// and these.
pub struct Gost;

impl Layout<32> for Gost {
    const KEEPS: Keeps = Keeps::Zeros;

    fn members(core: &[u8], block: &Block<32>) -> Vec<Member> {
        let waits = vec![Member::Number(block.filled() as u64), bytes(block.bytes())];
        [words(core, 8), words(&core[64..], 8), halves(block.bits()), waits].concat()
    }

    fn core(mut members: Members<'_>, block: &mut Block<32>) -> Option<Vec<u8>> {
        let state = members.words::<8>().map(u32::to_le_bytes).concat();
        let sum = members.words::<8>().map(u32::to_le_bytes).concat();
        let bits = joined(members.words());
        let filled = usize::from(members.u64() as u8);
        block.resume(members.bytes(), filled, bits / 8);
        let mut taken = (block.blocks() * 256).to_le_bytes().to_vec();
        taken.resize(32, 0);
        (filled < 32).then(|| [state, taken, sum].concat())
    }
}

/// That of SHA-3: the sponge, some words of which PHP inverts, and where it takes the next byte.
pub struct Sponge;

const SPONGE_BYTES: usize = 200;
const INVERTED: [usize; 6] = [1, 2, 8, 12, 17, 20];

fn inverted(sponge: &[u8]) -> Vec<u8> {
    let flip = |(at, byte): (usize, &u8)| if INVERTED.contains(&(at / 8)) { !byte } else { *byte };
    sponge.iter().enumerate().map(flip).collect()
}

impl<const SIZE: usize> Layout<SIZE> for Sponge {
    const KEEPS: Keeps = Keeps::First;
    const WAITS: bool = false;

    fn members(core: &[u8], block: &Block<SIZE>) -> Vec<Member> {
        let sponge = inverted(&core[..SPONGE_BYTES]);
        vec![Member::Bytes(sponge), Member::Number(block.filled() as u64)]
    }

    fn core(mut members: Members<'_>, block: &mut Block<SIZE>) -> Option<Vec<u8>> {
        let mut core = inverted(members.bytes());
        let filled = members.u64();
        block.resume(&[], filled as usize, filled);
        core.push(filled as u8);
        (filled < SIZE as u64).then_some(core)
    }
}
