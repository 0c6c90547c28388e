//! Hashes of the kinds `argon2i` and `argon2id`.

use argon2::{Algorithm, Argon2, Params, Version};

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes of a hash.
const HASH_BYTES: usize = 32;

/// What a hash costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Costs {
    /// In KiB.
    pub memory: i64,
    /// Passes.
    pub time: i64,
    /// Lanes.
    pub threads: i64,
}

fn encode(bytes: &[u8]) -> String {
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let word = three.iter().fold(0_u32, |word, &byte| word << 8 | u32::from(byte));
        let word = word << (8 * (3 - three.len()));
        let digit = |at: usize| char::from(BASE64[(word >> (18 - 6 * at) & 63) as usize]);
        out.extend((0..=three.len()).map(digit));
    }
    out
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let (mut word, mut bits, mut out) = (0_u32, 0, Vec::new());
    for byte in text.bytes() {
        let value = BASE64.iter().position(|&digit| digit == byte)?;
        word = word << 6 | value as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((word >> bits) as u8);
        }
    }
    Some(out)
}

fn raw(
    name: &str,
    password: &[u8],
    salt: &[u8],
    (costs, length): (Costs, usize),
) -> Option<Vec<u8>> {
    let algorithm = match name {
        "argon2i" => Algorithm::Argon2i,
        "argon2id" => Algorithm::Argon2id,
        _ => return None,
    };
    let number = |number: i64| u32::try_from(number).ok();
    let (memory, time) = (number(costs.memory)?, number(costs.time)?);
    let params = Params::new(memory, time, number(costs.threads)?, Some(length)).ok()?;
    let mut out = vec![0; length];
    let argon = Argon2::new(algorithm, Version::V0x13, params);
    argon.hash_password_into(password, salt, &mut out).ok()?;
    Some(out)
}

/// The hash of a password, with what it was made with.
pub fn hash(name: &str, password: &[u8], salt: &[u8], costs: Costs) -> Option<String> {
    // The salt is text, as it would be typed.
    let hash = raw(name, password, salt, (costs, HASH_BYTES))?;
    let Costs { memory, time, threads } = costs;
    Some(format!(
        "${name}$v=19$m={memory},t={time},p={threads}${}${}",
        encode(salt),
        encode(&hash)
    ))
}

/// The kind and the costs of a hash.
pub fn parse(hash: &str) -> Option<(&str, Costs)> {
    let mut parts = hash.strip_prefix('$')?.split('$');
    let name = parts.next().filter(|name| matches!(*name, "argon2i" | "argon2id"))?;
    parts.next()?.strip_prefix("v=")?;
    let mut costs = parts.next()?.split(',');
    let mut cost = |key: &str| costs.next()?.strip_prefix(key)?.parse().ok();
    Some((name, Costs { memory: cost("m=")?, time: cost("t=")?, threads: cost("p=")? }))
}

/// Whether the password has the hash.
pub fn verify(password: &[u8], hash: &str) -> Option<bool> {
    let (name, costs) = parse(hash)?;
    let mut parts = hash.rsplit('$');
    let wanted = decode(parts.next()?)?;
    let salt = decode(parts.next()?)?;
    let found = raw(name, password, &salt, (costs, wanted.len()))?;
    Some(super::is_same(&found, &wanted))
}
