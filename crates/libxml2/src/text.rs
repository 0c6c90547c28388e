//! Texts on their way in and out.

use std::ffi::{c_char, c_int, c_void};

use crate::api::{self, ffi};

/// A text for libxml2, which ends at its first NUL.
pub struct Text(Vec<u8>);

impl Text {
    /// A copy with a NUL.
    pub fn new(bytes: &[u8]) -> Self {
        let mut copy = Vec::with_capacity(bytes.len() + 1);
        copy.extend_from_slice(bytes);
        copy.push(0);
        Self(copy)
    }

    /// Where it is.
    pub fn ptr(&self) -> *const u8 {
        self.0.as_ptr()
    }

    /// The same, as C's `char`.
    pub fn chars(&self) -> *const c_char {
        self.0.as_ptr().cast()
    }
}

/// A text that may be missing.
pub struct Maybe(Option<Text>);

impl Maybe {
    /// A copy with a NUL.
    pub fn new(bytes: Option<&[u8]>) -> Self {
        Self(bytes.map(Text::new))
    }

    /// Where it is, or null.
    pub fn ptr(&self) -> *const u8 {
        self.0.as_ref().map_or(std::ptr::null(), Text::ptr)
    }

    /// The same, as C's `char`.
    pub fn chars(&self) -> *const c_char {
        self.ptr().cast()
    }
}

/// A length as libxml2 counts.
pub fn length(bytes: &[u8]) -> c_int {
    c_int::try_from(bytes.len()).unwrap_or(c_int::MAX)
}

/// A copy of a text of the library.
pub fn copied(text: *const u8) -> Option<Vec<u8>> {
    crate::host::bytes_of(text)
}

/// A copy of a text that the library gave away, which is freed.
pub fn taken(text: *mut u8) -> Option<Vec<u8>> {
    let copy = copied(text);
    api::free(text.cast::<c_void>());
    copy
}

/// An address that may be relative to another one, in full.
pub fn absolute(address: &[u8], base: Option<&[u8]>) -> Option<Vec<u8>> {
    let (address, base) = (Text::new(address), Maybe::new(base));
    taken(ffi!(xmlBuildURI(address.ptr(), base.ptr())))
}

/// What a name is checked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Checked {
    /// A name of XML.
    Name,
    /// A name without a colon.
    Local,
    /// A name with a prefix or without.
    Qualified,
}

/// Whether a text is a name.
pub fn check_name(text: &[u8], as_what: Checked) -> bool {
    let zero = Text::new(text);
    if text.contains(&0) {
        return false;
    }
    let result = match as_what {
        Checked::Name => ffi!(xmlValidateName(zero.ptr(), 0)),
        Checked::Local => ffi!(xmlValidateNCName(zero.ptr(), 0)),
        Checked::Qualified => ffi!(xmlValidateQName(zero.ptr(), 0)),
    };
    result == 0
}
