//! Hashes in the manner of Unix: `$2y$`, `$5$`, `$6$`, `$1$`.

use md5::{Digest as _, Md5};

/// The digits of crypt's Base64, lowest first.
const DIGITS: &[u8; 64] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Those of bcrypt's.
const BCRYPT: &[u8; 64] = b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// What stands for a hash that cannot be made: never what was asked for.
pub fn failure(setting: &[u8]) -> Vec<u8> {
    if setting.starts_with(b"*0") { b"*1".to_vec() } else { b"*0".to_vec() }
}

/// The hash of a password as a setting asks, whose rest it may be; `None` for a setting that makes
/// none.
pub fn crypt(password: &[u8], setting: &[u8]) -> Option<Vec<u8>> {
    match setting {
        [b'$', b'2', b'a' | b'x' | b'y', b'$', rest @ ..] => bcrypt(password, &setting[..4], rest),
        [b'$', b'1', b'$', rest @ ..] => Some(md5(password, rest)),
        [b'$', b'5' | b'6', b'$', ..] => sha(password, setting),
        [b'_', ..] => des_extended(password, setting),
        [first, second, ..] if DIGITS.contains(first) && DIGITS.contains(second) => {
            des(password, &setting[..2])
        }
        _ => None,
    }
}

/// A password as C sees it.
fn until_nul(password: &[u8]) -> &[u8] {
    password.split(|&byte| byte == 0).next().unwrap_or_default()
}

#[expect(deprecated, reason = "scripts ask for it by name")]
fn des(password: &[u8], salt: &[u8]) -> Option<Vec<u8>> {
    let salt = std::str::from_utf8(salt).ok()?;
    let hash = pwhash::unix_crypt::hash_with(salt, until_nul(password)).ok()?;
    Some(hash.into_bytes())
}

/// DES with a count of rounds: `_`, four digits of it, four of salt.
#[expect(deprecated, reason = "scripts ask for it by name")]
fn des_extended(password: &[u8], setting: &[u8]) -> Option<Vec<u8>> {
    let setting = std::str::from_utf8(setting.get(..9)?).ok()?;
    let hash = pwhash::bsdi_crypt::hash_with(setting, until_nul(password)).ok()?;
    Some(hash.into_bytes())
}

/// The most bytes of a password that bcrypt looks at.
const BCRYPT_BYTES: usize = 72;

fn bcrypt(password: &[u8], prefix: &[u8], rest: &[u8]) -> Option<Vec<u8>> {
    let (cost, rest) = rest.split_at_checked(2)?;
    let salt = rest.strip_prefix(b"$")?.get(..22)?;
    let cost: u32 = std::str::from_utf8(cost).ok()?.parse().ok()?;
    if !(4..=31).contains(&cost) {
        return None;
    }
    let salt: [u8; 16] = bcrypt_decode(salt)?.try_into().ok()?;
    let password = password.split(|&byte| byte == 0).next().unwrap_or_default();
    let mut key = [password, &[0]].concat();
    key.truncate(BCRYPT_BYTES);
    let hash = ::bcrypt::bcrypt(cost, salt, &key);
    let mut out = prefix.to_vec();
    out.extend_from_slice(format!("{cost:02}$").as_bytes());
    out.extend_from_slice(&bcrypt_encode(&salt));
    out.extend_from_slice(&bcrypt_encode(&hash[..23]));
    Some(out)
}

/// bcrypt's Base64 of bytes.
pub fn bcrypt_encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for three in bytes.chunks(3) {
        let word = three.iter().fold(0_u32, |word, &byte| word << 8 | u32::from(byte));
        let word = word << (8 * (3 - three.len()));
        let digit = |at: usize| BCRYPT[(word >> (18 - 6 * at) & 63) as usize];
        out.extend((0..=three.len()).map(digit));
    }
    out
}

fn bcrypt_decode(text: &[u8]) -> Option<Vec<u8>> {
    let (mut word, mut bits, mut out) = (0_u32, 0, Vec::new());
    for byte in text {
        let value = BCRYPT.iter().position(|digit| digit == byte)?;
        word = word << 6 | value as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((word >> bits) as u8);
        }
    }
    Some(out)
}

/// Appends three bytes, or fewer, as digits, the lowest first.
fn put_digits(bytes: &[u8], out: &mut Vec<u8>) {
    let word = bytes.iter().fold(0_u32, |word, &byte| word << 8 | u32::from(byte));
    let count = (bytes.len() * 8).div_ceil(6);
    out.extend((0..count).map(|at| DIGITS[(word >> (6 * at) & 63) as usize]));
}

/// In which order the bytes of a hash are told.
const SHA256_ORDER: &[&[usize]] = &[
    &[0, 10, 20], &[21, 1, 11], &[12, 22, 2], &[3, 13, 23], &[24, 4, 14], &[15, 25, 5],
    &[6, 16, 26], &[27, 7, 17], &[18, 28, 8], &[9, 19, 29], &[31, 30],
];
const SHA512_ORDER: &[&[usize]] = &[
    &[0, 21, 42], &[22, 43, 1], &[44, 2, 23], &[3, 24, 45], &[25, 46, 4], &[47, 5, 26],
    &[6, 27, 48], &[28, 49, 7], &[50, 8, 29], &[9, 30, 51], &[31, 52, 10], &[53, 11, 32],
    &[12, 33, 54], &[34, 55, 13], &[56, 14, 35], &[15, 36, 57], &[37, 58, 16], &[59, 17, 38],
    &[18, 39, 60], &[40, 61, 19], &[62, 20, 41], &[63],
];
const MD5_ORDER: &[&[usize]] =
    &[&[0, 6, 12], &[1, 7, 13], &[2, 8, 14], &[3, 9, 15], &[4, 10, 5], &[11]];

fn ordered(hash: &[u8], order: &[&[usize]], out: &mut Vec<u8>) {
    for places in order {
        let bytes: Vec<u8> = places.iter().map(|&at| hash[at]).collect();
        put_digits(&bytes, out);
    }
}

const SHA_ROUNDS: u32 = 5000;
const SHA_SALT_BYTES: usize = 16;

fn sha(password: &[u8], setting: &[u8]) -> Option<Vec<u8>> {
    let mut rest = &setting[3..];
    let mut out = setting[..3].to_vec();
    let mut rounds = SHA_ROUNDS;
    if let Some(told) = rest.strip_prefix(b"rounds=") {
        let end = told.iter().position(|&byte| byte == b'$')?;
        rounds = std::str::from_utf8(&told[..end]).ok()?.parse().ok()?;
        if !(1000..=999_999_999).contains(&rounds) {
            return None;
        }
        out.extend_from_slice(format!("rounds={rounds}$").as_bytes());
        rest = &told[end + 1..];
    }
    let salt = rest.split(|&byte| byte == b'$').next().unwrap_or_default();
    let salt = &salt[..salt.len().min(SHA_SALT_BYTES)];
    out.extend_from_slice(salt);
    out.push(b'$');
    let params = sha_crypt::Params::new(rounds).ok()?;
    if setting[1] == b'5' {
        ordered(&sha_crypt::sha256_crypt(password, salt, params), SHA256_ORDER, &mut out);
    } else {
        ordered(&sha_crypt::sha512_crypt(password, salt, params), SHA512_ORDER, &mut out);
    }
    Some(out)
}

const MD5_SALT_BYTES: usize = 8;

fn md5(password: &[u8], rest: &[u8]) -> Vec<u8> {
    let salt = rest.split(|&byte| byte == b'$').next().unwrap_or_default();
    let salt = &salt[..salt.len().min(MD5_SALT_BYTES)];
    let inner: [u8; 16] =
        Md5::new().chain_update(password).chain_update(salt).chain_update(password).finalize().into();
    let mut first = Md5::new().chain_update(password).chain_update(b"$1$").chain_update(salt);
    for at in (0..password.len()).step_by(16) {
        first.update(&inner[..(password.len() - at).min(16)]);
    }
    let mut bits = password.len();
    while bits > 0 {
        first.update(if bits & 1 == 1 { &[0][..] } else { &password[..1] });
        bits >>= 1;
    }
    let mut hash: [u8; 16] = first.finalize().into();
    for round in 0..1000 {
        let mut next = Md5::new();
        let is_odd = round % 2 == 1;
        next.update(if is_odd { password } else { &hash[..] });
        if round % 3 != 0 {
            next.update(salt);
        }
        if round % 7 != 0 {
            next.update(password);
        }
        next.update(if is_odd { &hash[..] } else { password });
        hash = next.finalize().into();
    }
    let mut out = b"$1$".to_vec();
    out.extend_from_slice(salt);
    out.push(b'$');
    ordered(&hash, MD5_ORDER, &mut out);
    out
}
