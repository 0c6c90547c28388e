//! Oniguruma behind safe types.
//!
//! # Invariants
//! - O1: the pointer in a [`Regex`] or [`Groups`] came from Oniguruma's constructor, is not null,
//!   and is freed by `drop` alone.
//! - O2: encodings and syntaxes are statics of the library; patterns are compiled under a lock,
//!   since that prepares them.
//! - O3: a text that is searched is correct in the encoding of the pattern: whoever calls has
//!   looked, so no character goes beyond its end.

#![expect(unsafe_code, reason = "Oniguruma is a C library")]

use std::ffi::{c_int, c_uint, c_ulong, c_void};
use std::ptr::{self, NonNull, addr_of_mut};
use std::sync::{Mutex, PoisonError};

use onig_sys as c;

/// Options of patterns.
pub const IGNORE_CASE: u32 = c::ONIG_OPTION_IGNORECASE;
pub const EXTENDED: u32 = c::ONIG_OPTION_EXTEND;
pub const MULTI_LINE: u32 = c::ONIG_OPTION_MULTILINE;
pub const SINGLE_LINE: u32 = c::ONIG_OPTION_SINGLELINE;
pub const LONGEST: u32 = c::ONIG_OPTION_FIND_LONGEST;
pub const NOT_EMPTY: u32 = c::ONIG_OPTION_FIND_NOT_EMPTY;

macro_rules! encodings {
    ($($variant:ident = $static:ident: $($name:literal)+;)+) => {
        /// An encoding of patterns and texts.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Charset { $($variant),+ }

        impl Charset {
            /// All, with their names.
            pub const ALL: &[(Self, &[&str])] = &[$((Self::$variant, &[$($name),+])),+];

            fn raw(self) -> c::OnigEncoding {
                match self {
                    $(Self::$variant => addr_of_mut!(c::$static)),+
                }
            }
        }
    };
}

encodings! {
    EucJp = OnigEncodingEUC_JP: "EUC-JP" "EUCJP" "X-EUC-JP" "UJIS" "EUCJP-WIN";
    Utf8 = OnigEncodingUTF8: "UTF-8" "UTF8";
    Utf16Be = OnigEncodingUTF16_BE: "UTF-16" "UTF-16BE";
    Utf16Le = OnigEncodingUTF16_LE: "UTF-16LE";
    Utf32Be = OnigEncodingUTF32_BE: "UCS-4" "UTF-32" "UTF-32BE";
    Utf32Le = OnigEncodingUTF32_LE: "UCS-4LE" "UTF-32LE";
    Sjis = OnigEncodingSJIS: "SJIS" "CP932" "MS932" "SHIFT_JIS" "SJIS-WIN" "WINDOWS-31J";
    Big5 = OnigEncodingBIG5: "BIG5" "BIG-5" "BIGFIVE" "CN-BIG5" "BIG-FIVE";
    EucCn = OnigEncodingEUC_CN: "EUC-CN" "EUCCN" "EUC_CN" "GB-2312" "GB2312";
    EucTw = OnigEncodingEUC_TW: "EUC-TW" "EUCTW" "EUC_TW";
    EucKr = OnigEncodingEUC_KR: "EUC-KR" "EUCKR" "EUC_KR";
    Koi8R = OnigEncodingKOI8_R: "KOI8R" "KOI8-R" "KOI-8R";
    Iso1 = OnigEncodingISO_8859_1: "ISO-8859-1" "ISO8859-1";
    Iso2 = OnigEncodingISO_8859_2: "ISO-8859-2" "ISO8859-2";
    Iso3 = OnigEncodingISO_8859_3: "ISO-8859-3" "ISO8859-3";
    Iso4 = OnigEncodingISO_8859_4: "ISO-8859-4" "ISO8859-4";
    Iso5 = OnigEncodingISO_8859_5: "ISO-8859-5" "ISO8859-5";
    Iso6 = OnigEncodingISO_8859_6: "ISO-8859-6" "ISO8859-6";
    Iso7 = OnigEncodingISO_8859_7: "ISO-8859-7" "ISO8859-7";
    Iso8 = OnigEncodingISO_8859_8: "ISO-8859-8" "ISO8859-8";
    Iso9 = OnigEncodingISO_8859_9: "ISO-8859-9" "ISO8859-9";
    Iso10 = OnigEncodingISO_8859_10: "ISO-8859-10" "ISO8859-10";
    Iso11 = OnigEncodingISO_8859_11: "ISO-8859-11" "ISO8859-11";
    Iso13 = OnigEncodingISO_8859_13: "ISO-8859-13" "ISO8859-13";
    Iso14 = OnigEncodingISO_8859_14: "ISO-8859-14" "ISO8859-14";
    Iso15 = OnigEncodingISO_8859_15: "ISO-8859-15" "ISO8859-15";
    Iso16 = OnigEncodingISO_8859_16: "ISO-8859-16" "ISO8859-16";
    Ascii = OnigEncodingASCII: "ASCII" "US-ASCII" "US_ASCII" "ISO646";
}

macro_rules! syntaxes {
    ($($variant:ident = $letter:literal, $static:ident;)+) => {
        /// A syntax of patterns.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Syntax { $($variant),+ }

        impl Syntax {
            /// The syntax that a letter among options selects.
            pub fn by_letter(letter: u8) -> Option<Self> {
                match letter {
                    $($letter => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The letter that selects it.
            pub fn letter(self) -> char {
                match self {
                    $(Self::$variant => char::from($letter)),+
                }
            }

            fn raw(self) -> *mut c::OnigSyntaxType {
                match self {
                    $(Self::$variant => addr_of_mut!(c::$static)),+
                }
            }
        }
    };
}

syntaxes! {
    Java = b'j', OnigSyntaxJava;
    Gnu = b'u', OnigSyntaxGnuRegex;
    Grep = b'g', OnigSyntaxGrep;
    Emacs = b'c', OnigSyntaxEmacs;
    Ruby = b'r', OnigSyntaxRuby;
    Perl = b'z', OnigSyntaxPerl;
    Basic = b'b', OnigSyntaxPosixBasic;
    Extended = b'd', OnigSyntaxPosixExtended;
}

/// How a pattern is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct How {
    /// Its encoding.
    pub charset: Charset,
    /// Its syntax.
    pub syntax: Syntax,
    /// Its options.
    pub options: u32,
}

/// Bounds of a search.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Places on the stack.
    pub stack: i64,
    /// Tries at one position.
    pub retry: i64,
}

/// A compiled pattern.
pub struct Regex {
    raw: NonNull<c::OnigRegexType>,
    /// How it was compiled.
    pub how: How,
}

/// Longest text of an error.
const ERROR_BYTES: usize = 90;

fn error_text(code: c_int, info: Option<&mut c::OnigErrorInfo>) -> String {
    let mut text = [0_u8; ERROR_BYTES + 1];
    let length = match info {
        // SAFETY: the buffer has the room that the library documents; the info is the compiler's.
        Some(info) => unsafe {
            c::onig_error_code_to_str(text.as_mut_ptr(), code, ptr::from_mut(info))
        },
        // SAFETY: as above; codes of searches need no info.
        None => unsafe { c::onig_error_code_to_str(text.as_mut_ptr(), code) },
    };
    let length = usize::try_from(length).unwrap_or(0).min(ERROR_BYTES);
    String::from_utf8_lossy(&text[..length]).into_owned()
}

static COMPILING: Mutex<()> = Mutex::new(());

impl Regex {
    /// Compiles a pattern, which is correct in its encoding; the library's words when it is wrong.
    pub fn compile(pattern: &[u8], how: How) -> Result<Self, String> {
        let guard = COMPILING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut raw: c::OnigRegex = ptr::null_mut();
        let mut info = c::OnigErrorInfo {
            enc: ptr::null_mut(),
            par: ptr::null_mut(),
            par_end: ptr::null_mut(),
        };
        let range = pattern.as_ptr_range();
        // SAFETY: O2; the range is that of the pattern, the places for results are ours.
        let code = unsafe {
            c::onig_new(
                &raw mut raw,
                range.start,
                range.end,
                how.options,
                how.charset.raw(),
                how.syntax.raw(),
                &raw mut info,
            )
        };
        let outcome = match NonNull::new(raw).filter(|_| code == 0) {
            Some(raw) => Ok(Self { raw, how }),
            None => Err(error_text(code, Some(&mut info))),
        };
        drop(guard);
        outcome
    }

    /// The first match from `start` on; the library's words when it gave up. O3.
    pub fn search(
        &self,
        text: &[u8],
        start: usize,
        limits: Limits,
    ) -> Result<Option<Groups>, String> {
        let groups = Groups::new();
        let range = text.as_ptr_range();
        let param = Param::new(limits);
        let from = text[start.min(text.len())..].as_ptr();
        // SAFETY: O1, O3; all pointers are within the text, its end included.
        let found = unsafe {
            c::onig_search_with_param(
                self.raw.as_ptr(),
                range.start,
                range.end,
                from,
                range.end,
                groups.raw.as_ptr(),
                c::ONIG_OPTION_NONE,
                param.0.as_ptr(),
            )
        };
        match found {
            0.. => Ok(Some(groups)),
            c::ONIG_MISMATCH => Ok(None),
            code => Err(error_text(code, None)),
        }
    }

    /// Whether a match begins at the start. O3.
    pub fn matches(&self, text: &[u8], limits: Limits) -> bool {
        let range = text.as_ptr_range();
        let param = Param::new(limits);
        // SAFETY: O1, O3; all pointers are within the text, its end included.
        let found = unsafe {
            c::onig_match_with_param(
                self.raw.as_ptr(),
                range.start,
                range.end,
                range.start,
                ptr::null_mut(),
                c::ONIG_OPTION_NONE,
                param.0.as_ptr(),
            )
        };
        found >= 0
    }

    /// The names of groups, in the library's order.
    pub fn names(&self) -> Vec<Vec<u8>> {
        unsafe extern "C" fn note(
            name: *const u8,
            end: *const u8,
            _: c_int,
            _: *mut c_int,
            _: c::OnigRegex,
            names: *mut c_void,
        ) -> c_int {
            // SAFETY: the library hands on what `names` below gave it, and the bounds of a name.
            let (names, name) = unsafe {
                let length = usize::try_from(end.offset_from(name)).unwrap_or(0);
                let names = names.cast::<Vec<Vec<u8>>>();
                (&mut *names, std::slice::from_raw_parts(name, length))
            };
            names.push(name.to_vec());
            0
        }
        let mut names: Vec<Vec<u8>> = Vec::new();
        // SAFETY: O1; the callback gets the vector, which lives until the call ends.
        unsafe {
            c::onig_foreach_name(self.raw.as_ptr(), Some(note), (&raw mut names).cast());
        }
        names
    }

    /// The number of the group with a name that took part, or else the last with it; negative
    /// when there is none.
    pub fn group_named(&self, name: &[u8], groups: &Groups) -> i64 {
        let range = name.as_ptr_range();
        // SAFETY: O1; the range is that of the name.
        let number = unsafe {
            c::onig_name_to_backref_number(
                self.raw.as_ptr(),
                range.start,
                range.end,
                groups.raw.as_ptr(),
            )
        };
        i64::from(number)
    }

    /// Whether groups without names have numbers.
    pub fn has_numbers(&self) -> bool {
        // SAFETY: O1.
        unsafe { c::onig_noname_group_capture_is_active(self.raw.as_ptr()) != 0 }
    }
}

impl Drop for Regex {
    fn drop(&mut self) {
        // SAFETY: O1.
        unsafe { c::onig_free(self.raw.as_ptr()) }
    }
}

/// The groups of a match.
pub struct Groups {
    raw: NonNull<c::OnigRegion>,
}

impl Groups {
    fn new() -> Self {
        // SAFETY: a constructor without arguments.
        let raw = unsafe { c::onig_region_new() };
        Self { raw: NonNull::new(raw).unwrap_or_else(|| out_of_memory()) }
    }

    /// How many there are, the whole match among them.
    pub fn count(&self) -> usize {
        // SAFETY: O1.
        let count = unsafe { (*self.raw.as_ptr()).num_regs };
        usize::try_from(count).unwrap_or(0)
    }

    /// Where a group starts and ends; `None` for one that took no part.
    pub fn get(&self, number: usize) -> Option<(usize, usize)> {
        if number >= self.count() {
            return None;
        }
        // SAFETY: O1; both arrays have `num_regs` elements.
        let (start, end) = unsafe {
            let region = self.raw.as_ptr();
            (*(*region).beg.add(number), *(*region).end.add(number))
        };
        Some((usize::try_from(start).ok()?, usize::try_from(end).ok()?))
    }
}

impl Drop for Groups {
    fn drop(&mut self) {
        // SAFETY: O1.
        unsafe { c::onig_region_free(self.raw.as_ptr(), 1) }
    }
}

fn out_of_memory() -> ! {
    std::alloc::handle_alloc_error(std::alloc::Layout::new::<c::OnigRegion>())
}

struct Param(NonNull<c::OnigMatchParam>);

impl Param {
    fn new(limits: Limits) -> Self {
        // SAFETY: a constructor, then what fills its result; numbers are in range.
        unsafe {
            let raw = c::onig_new_match_param();
            let param = Self(NonNull::new(raw).unwrap_or_else(|| out_of_memory()));
            c::onig_initialize_match_param(raw);
            if let Ok(stack) = c_uint::try_from(limits.stack) {
                c::onig_set_match_stack_limit_size_of_match_param(raw, stack);
            }
            if let Ok(retry) = c_uint::try_from(limits.retry) {
                c::onig_set_retry_limit_in_match_of_match_param(raw, c_ulong::from(retry));
            }
            param
        }
    }
}

impl Drop for Param {
    fn drop(&mut self) {
        // SAFETY: O1.
        unsafe { c::onig_free_match_param(self.0.as_ptr()) }
    }
}
