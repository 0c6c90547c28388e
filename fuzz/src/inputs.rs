//! Inputs: files of a corpus, broken the same way for the same seed and round.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use testkit::mutate::{Random, mutate};

use crate::{Target, root};

/// Inputs are cut to this size: what breaks a parser is small.
const INPUT_BYTES_MAX: usize = 600;

/// One of so many inputs that are no sources is long.
const ROUNDS_PER_LONG: usize = 2000;

/// How long that is.
const LONG_BYTES: usize = 60_000;

/// The input of a round: a piece of a seed, broken; now and then spliced with another.
pub fn input((target, seeds): (&Target, &[Vec<u8>]), seed: u64, round: u64) -> Vec<u8> {
    let mut random = Random::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(round + 1));
    for _ in 0..4 {
        random.below(2);
    }
    let mut input = piece((target, seeds), &mut random);
    if random.below(4) == 0 {
        input.extend(piece((target, seeds), &mut random));
    }
    let (is_format, is_broken) = (target.extension == "bin", random.below(2) == 0);
    for _ in 0..=random.below(3) {
        if !is_format || is_broken {
            mutate(&mut input, &mut random);
        }
        if is_format {
            change(&mut input, seeds, &mut random);
        }
    }
    input.truncate(INPUT_BYTES_MAX);
    if is_format && random.below(ROUNDS_PER_LONG) == 0 {
        lengthen(&mut input, &mut random);
    }
    input
}

/// Repeats some bytes: what takes more than linear time, or native stack, shows.
fn lengthen(input: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(input.len());
    let end = input.len().min(at + 1 + random.below(8));
    let repeated = input[at..end].repeat(LONG_BYTES / (end - at).max(1));
    drop(input.splice(at..at, repeated));
}

/// Changes what is no source: bytes become others, digits other digits, and parts of seeds stand
/// in the place of what was there.
fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], random: &mut Random) {
    let at = random.below(input.len());
    let seed = &seeds[random.below(seeds.len())];
    let from = random.below(seed.len());
    match (random.below(5), input.get_mut(at)) {
        (0, Some(digit @ b'0'..=b'9')) => *digit = b'0' + random.below(10) as u8,
        (0 | 1, Some(byte)) => *byte = random.below(256) as u8,
        (2, _) => {
            let piece = &seed[from..seed.len().min(from + 1 + random.below(24))];
            let end = input.len().min(at + random.below(piece.len() + 1));
            drop(input.splice(at..end, piece.iter().copied()));
        }
        (3, _) => drop(input.splice(part(input, at), seed[part(seed, from)].iter().copied())),
        _ => {
            let part = part(input, at);
            drop(input.splice(part.start..part.start, seed[self::part(seed, from)].to_vec()));
        }
    }
}

/// The part around a place: from behind what ends the one before it to its own end.
fn part(bytes: &[u8], at: usize) -> Range<usize> {
    let ends = |byte: &u8| b";{}&|\n".contains(byte);
    let start = bytes[..at].iter().rposition(ends).map_or(0, |end| end + 1);
    let end = bytes[at..].iter().position(ends).map_or(bytes.len(), |end| at + end + 1);
    start..end
}

fn piece((target, seeds): (&Target, &[Vec<u8>]), random: &mut Random) -> Vec<u8> {
    let seed = &seeds[random.below(seeds.len())];
    let is_format = target.extension == "bin";
    let is_whole = random.below(2) == 0 || is_format && random.below(2) == 0;
    let from = if is_whole { 0 } else { random.below(seed.len()) };
    let piece = &seed[from..seed.len().min(from + INPUT_BYTES_MAX)];
    let is_script = target.extension == "php";
    if from == 0 || !is_script { piece.to_vec() } else { [b"<?php ", piece].concat() }
}

/// The files of a target's corpus.
pub fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let mut seeds = vec![b"<?php ".to_vec()];
    for folder in target.corpus {
        let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder))
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == target.extension))
            .collect();
        paths.sort();
        seeds.extend(paths.iter().filter_map(|path| fs::read(path).ok()));
    }
    seeds
}
