//! Texts of sources in other encodings than that of scripts (`zend.multibyte`).
//!
//! # Not here
//! The encodings: whoever parses brings them.

/// Brings the texts of a source to the encoding of scripts.
#[derive(Clone, Copy, Debug)]
pub struct Transcoder {
    /// The encoding of the source; none before a directive says.
    pub script: Option<&'static str>,
    /// The encoding of texts at run time.
    pub internal: &'static str,
    /// The name by which an encoding is known; none of one that is not.
    pub known: fn(&[u8]) -> Option<&'static str>,
    /// A text in the first encoding, in the second.
    pub convert: fn(&[u8], &'static str, &'static str) -> Vec<u8>,
}

impl PartialEq for Transcoder {
    fn eq(&self, other: &Self) -> bool {
        self.script == other.script && self.internal == other.internal
    }
}

impl Eq for Transcoder {}

impl Transcoder {
    /// A text of the source; none when it may stay as it is.
    pub fn text(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let script = self.script.filter(|script| *script != self.internal && !bytes.is_ascii())?;
        Some((self.convert)(bytes, script, self.internal))
    }
}
