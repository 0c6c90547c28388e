//! Units as bytes.

use hhbc::asm::assemble;
use hhbc::blob::{BlobError, from_bytes, to_bytes};
use hhbc::show::{HhasOptions, hhas};
use hhbc::unit::Unit;
use hhbc::verify::verify;

fn units() -> Vec<Unit> {
    crate::files::texts().iter().filter_map(|(_, text)| assemble(text).ok()).collect()
}

pub fn every_unit_reads_back_from_bytes() {
    for unit in units() {
        assert_eq!(from_bytes(&to_bytes(&unit)), Ok(unit));
    }
}

pub fn damaged_bytes_are_refused() {
    let unit = &units()[0];
    let bytes = to_bytes(unit);
    for len in 0..bytes.len() {
        assert!(from_bytes(&bytes[..len]).is_err(), "cut off at {len}");
    }
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        let expected = match at {
            0..8 => BlobError::Foreign,
            8..16 => BlobError::Version,
            _ => BlobError::Checksum,
        };
        assert_eq!(from_bytes(&changed), Err(expected), "changed at {at}");
    }
}

/// With a checksum made to fit, what is read is refused, or judged by the verifier.
pub fn bytes_changed_with_their_checksum_do_no_harm() {
    for unit in units() {
        let bytes = to_bytes(&unit);
        for at in 24..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= if at % 2 == 0 { 0x01 } else { 0x80 };
            hhbc::blob::seal(&mut changed);
            let Ok(read) = from_bytes(&changed) else { continue };
            let _ = (verify(&read), hhas(&read, HhasOptions { lines: true }));
        }
    }
}
