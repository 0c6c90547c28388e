//! Signatures: hashes of all that comes before them.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

/// MD5.
pub const MD5: u32 = 1;
/// SHA-1.
pub const SHA1: u32 = 2;
/// SHA-256.
pub const SHA256: u32 = 3;
/// SHA-512.
pub const SHA512: u32 = 4;

/// Whether a kind of signature is made with OpenSSL.
pub fn is_openssl(kind: u32) -> bool {
    (0x10..=0x12).contains(&kind)
}

/// The length of a hash; none of kinds that are none.
pub fn length(kind: u32) -> Option<usize> {
    match kind {
        MD5 => Some(16),
        SHA1 => Some(20),
        SHA256 => Some(32),
        SHA512 => Some(64),
        _ => None,
    }
}

/// What messages call a kind.
pub fn label(kind: u32) -> &'static str {
    match kind {
        MD5 => "MD5",
        SHA1 => "SHA1",
        SHA256 => "SHA256",
        SHA512 => "SHA512",
        _ => "openssl",
    }
}

/// What scripts are told of a kind.
pub fn name(kind: u32) -> String {
    match kind {
        MD5 => "MD5".to_owned(),
        SHA1 => "SHA-1".to_owned(),
        SHA256 => "SHA-256".to_owned(),
        SHA512 => "SHA-512".to_owned(),
        0x10 => "OpenSSL".to_owned(),
        0x11 => "OpenSSL_SHA256".to_owned(),
        0x12 => "OpenSSL_SHA512".to_owned(),
        _ => format!("Unknown ({kind})"),
    }
}

/// The hash of parts behind each other.
pub fn hash(kind: u32, parts: &[&[u8]]) -> Vec<u8> {
    fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
        let mut digest = D::new();
        parts.iter().for_each(|part| digest.update(part));
        digest.finalize().to_vec()
    }
    match kind {
        MD5 => of::<Md5>(parts),
        SHA1 => of::<Sha1>(parts),
        SHA512 => of::<Sha512>(parts),
        _ => of::<Sha256>(parts),
    }
}

/// Compares the signature of parts with what it should be; as scripts are told it.
pub fn verified(kind: u32, parts: &[&[u8]], given: &[u8]) -> Result<String, String> {
    if is_openssl(kind) {
        return Err("openssl not loaded".to_owned());
    }
    let Some(length) = length(kind) else {
        return Err("broken or unsupported signature".to_owned());
    };
    let expected = hash(kind, parts);
    if given.len() < length || given[..length] != expected[..] {
        return Err("broken signature".to_owned());
    }
    Ok(hex(&expected))
}

/// Bytes as scripts see signatures.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// The signature of parts, of the kind that an archive wants: SHA-256 if it wants none.
pub fn made(kind: &mut u32, parts: &[&[u8]], path: &[u8]) -> Result<Vec<u8>, String> {
    if is_openssl(*kind) {
        let path = String::from_utf8_lossy(path);
        let text = format!("unable to write phar \"{path}\" with requested openssl signature");
        return Err(text);
    }
    if length(*kind).is_none() {
        *kind = SHA256;
    }
    Ok(hash(*kind, parts))
}
