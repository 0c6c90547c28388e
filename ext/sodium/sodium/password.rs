//! Hashes of passwords, and keys that are made of them.

use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::{fixed, until_nul};
use super::outcome::{failed, filled, refused};
use crate::ffi::{Work, sodium};
use crate::length::SCRYPT_TEXT;

const ARGON2I13: i64 = 1;
const ARGON2ID13: i64 = 2;

/// The work that two arguments ask for, the first of them at `position`.
#[derive(Clone, Copy)]
struct Asked {
    steps: i64,
    memory: i64,
    position: usize,
}

impl Asked {
    fn check_positive(self, call: &mut Call<'_>) -> Res<()> {
        for (at, asked) in [self.steps, self.memory].into_iter().enumerate() {
            if asked <= 0 {
                return Err(refused(call, self.position + at, "must be greater than 0"));
            }
        }
        Ok(())
    }

    fn at_least(self, call: &mut Call<'_>, least: Work) -> Res<Work> {
        let work = Work { steps: self.steps as u64, memory: self.memory as usize };
        if work.steps < least.steps {
            let rule = format!("must be greater than or equal to {}", least.steps);
            return Err(refused(call, self.position, &rule));
        }
        if work.memory < least.memory {
            let rule = format!("must be greater than or equal to {}", least.memory);
            return Err(refused(call, self.position + 1, &rule));
        }
        Ok(work)
    }
}

fn warn(call: &mut Call<'_>, text: &str) -> Res<()> {
    call.rq().report(Message::Warning { text: text.to_owned() })
}

fn warn_of_empty(call: &mut Call<'_>, password: &Str) -> Res<()> {
    if password.is_empty() { warn(call, "empty password") } else { Ok(()) }
}

fn text_of(call: &mut Call<'_>, hash: Option<Vec<u8>>) -> Res<Str> {
    match hash {
        Some(hash) => call.str(&hash),
        None => Err(failed(call, "internal error")),
    }
}

fn key_length(call: &mut Call<'_>, length: i64, most: i64, too_large: &str) -> Res<usize> {
    match usize::try_from(length) {
        Ok(0) | Err(_) => Err(refused(call, 1, "must be greater than 0")),
        Ok(_) if length > most => Err(refused(call, 1, too_large)),
        Ok(length) => Ok(length),
    }
}

pub fn sodium_crypto_pwhash(
    call: &mut Call<'_>,
    length: i64,
    password: &Str,
    salt: &Str,
    opslimit: i64,
    memlimit: i64,
    algo: i64,
) -> Res<Str> {
    let length = key_length(call, length, 0xffff_fffe, "is too large")?;
    let asked = Asked { steps: opslimit, memory: memlimit, position: 4 };
    asked.check_positive(call)?;
    if algo != ARGON2I13 && algo != ARGON2ID13 {
        return Err(failed(call, "unsupported password hashing algorithm"));
    }
    warn_of_empty(call, password)?;
    let salt = fixed(call, 3, salt, "PWHASH_SALTBYTES")?;
    let work = asked.at_least(call, Work::ARGON2_LEAST)?;
    filled(call, length, |out| sodium().argon2(out, (password, salt), work, algo as i32))
}

pub fn sodium_crypto_pwhash_str(
    call: &mut Call<'_>,
    password: &Str,
    opslimit: i64,
    memlimit: i64,
) -> Res<Str> {
    let asked = Asked { steps: opslimit, memory: memlimit, position: 2 };
    asked.check_positive(call)?;
    warn_of_empty(call, password)?;
    let work = asked.at_least(call, Work::ARGON2_LEAST)?;
    text_of(call, sodium().argon2_text(password, work))
}

pub fn sodium_crypto_pwhash_str_verify(
    call: &mut Call<'_>,
    hash: &Str,
    password: &Str,
) -> Res<bool> {
    warn_of_empty(call, password)?;
    Ok(sodium().argon2_verify(&until_nul(hash), password))
}

pub fn sodium_crypto_pwhash_str_needs_rehash(
    _: &mut Call<'_>,
    password: &Str,
    opslimit: i64,
    memlimit: i64,
) -> Res<bool> {
    let work = Work { steps: opslimit as u64, memory: memlimit as usize };
    Ok(sodium().argon2_needs_rehash(&until_nul(password), work))
}

pub fn sodium_crypto_pwhash_scryptsalsa208sha256(
    call: &mut Call<'_>,
    length: i64,
    password: &Str,
    salt: &Str,
    opslimit: i64,
    memlimit: i64,
) -> Res<Str> {
    let length = key_length(call, length, 0x1f_ffff_ffe0, "must be greater than 0")?;
    let asked = Asked { steps: opslimit, memory: memlimit, position: 4 };
    asked.check_positive(call)?;
    warn_of_empty(call, password)?;
    let salt = fixed(call, 3, salt, "PWHASH_SCRYPTSALSA208SHA256_SALTBYTES")?;
    let work = asked.at_least(call, Work::SCRYPT_LEAST)?;
    filled(call, length, |out| sodium().scrypt(out, (password, salt), work))
}

pub fn sodium_crypto_pwhash_scryptsalsa208sha256_str(
    call: &mut Call<'_>,
    password: &Str,
    opslimit: i64,
    memlimit: i64,
) -> Res<Str> {
    let asked = Asked { steps: opslimit, memory: memlimit, position: 2 };
    asked.check_positive(call)?;
    warn_of_empty(call, password)?;
    let work = asked.at_least(call, Work::SCRYPT_LEAST)?;
    text_of(call, sodium().scrypt_text(password, work))
}

pub fn sodium_crypto_pwhash_scryptsalsa208sha256_str_verify(
    call: &mut Call<'_>,
    hash: &Str,
    password: &Str,
) -> Res<bool> {
    warn_of_empty(call, password)?;
    let Ok(text) = <&[u8; SCRYPT_TEXT - 1]>::try_from(hash.as_bytes()) else {
        warn(call, "wrong size for the hashed password")?;
        return Ok(false);
    };
    let mut ended = [0; SCRYPT_TEXT];
    ended[..text.len()].copy_from_slice(text);
    Ok(sodium().scrypt_verify(&ended, password))
}
