//! Ciphers with a tag over the message and more data.

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::fixed;
use super::outcome::{filled, opened, refused};
use crate::ffi::{Additional, Aead, sodium};
use crate::length::AEAD_TAG;

/// A cipher, and what its constants are called behind `SODIUM_CRYPTO_AEAD_`.
struct Cipher {
    raw: Aead,
    name: &'static str,
}

/// The arguments behind the message.
type More<'a> = (&'a Str, &'a Str, &'a Str);

impl Cipher {
    fn additional<'a>(&self, call: &mut Call<'_>, more: More<'a>) -> Res<Additional<'a>> {
        let (data, nonce, key) = more;
        if nonce.len() != self.raw.nonce_bytes() {
            let rule = format!("must be SODIUM_CRYPTO_AEAD_{}_NPUBBYTES bytes long", self.name);
            return Err(refused(call, 3, &rule));
        }
        let key = fixed(call, 4, key, &format!("AEAD_{}_KEYBYTES", self.name))?;
        Ok(Additional { data, nonce, key })
    }

    fn encrypt(&self, call: &mut Call<'_>, message: &Str, more: More<'_>) -> Res<Str> {
        let more = self.additional(call, more)?;
        let length = message.len() + AEAD_TAG;
        filled(call, length, |out| sodium().aead_seal(&self.raw, out, message, more))
    }

    fn decrypt(&self, call: &mut Call<'_>, sealed: &Str, more: More<'_>) -> Res<OrFalse<Str>> {
        let more = self.additional(call, more)?;
        let Some(length) = sealed.len().checked_sub(AEAD_TAG) else { return Ok(OrFalse(None)) };
        let open = |out: &mut [u8]| sodium().aead_open(&self.raw, out, sealed, more);
        opened(call, length, open).map(OrFalse)
    }
}

macro_rules! ciphers {
    ($($raw:ident, $name:literal: $encrypt:ident, $decrypt:ident;)+) => {$(
        pub fn $encrypt(
            call: &mut Call<'_>,
            message: &Str,
            additional_data: &Str,
            nonce: &Str,
            key: &Str,
        ) -> Res<Str> {
            let cipher = Cipher { raw: Aead::$raw, name: $name };
            cipher.encrypt(call, message, (additional_data, nonce, key))
        }

        pub fn $decrypt(
            call: &mut Call<'_>,
            ciphertext: &Str,
            additional_data: &Str,
            nonce: &Str,
            key: &Str,
        ) -> Res<OrFalse<Str>> {
            let cipher = Cipher { raw: Aead::$raw, name: $name };
            cipher.decrypt(call, ciphertext, (additional_data, nonce, key))
        }
    )+};
}

ciphers! {
    AES256GCM, "AES256GCM":
        sodium_crypto_aead_aes256gcm_encrypt, sodium_crypto_aead_aes256gcm_decrypt;
    CHACHA20, "CHACHA20POLY1305":
        sodium_crypto_aead_chacha20poly1305_encrypt, sodium_crypto_aead_chacha20poly1305_decrypt;
    CHACHA20_IETF, "CHACHA20POLY1305_IETF":
        sodium_crypto_aead_chacha20poly1305_ietf_encrypt,
        sodium_crypto_aead_chacha20poly1305_ietf_decrypt;
    XCHACHA20, "XCHACHA20POLY1305_IETF":
        sodium_crypto_aead_xchacha20poly1305_ietf_encrypt,
        sodium_crypto_aead_xchacha20poly1305_ietf_decrypt;
}

pub fn sodium_crypto_aead_aes256gcm_is_available(_: &mut Call<'_>) -> Res<bool> {
    Ok(sodium().has_aes())
}
