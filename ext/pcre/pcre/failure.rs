//! What `preg_last_error()` tells.

use pcre2_sys as c;
use runtime::native::Call;

use super::search::Kept;

/// How the last call ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Failure {
    /// Well.
    #[default]
    None = 0,
    /// A pattern that does not compile, an offset outside of the subject.
    Internal = 1,
    /// Too many steps.
    BacktrackLimit = 2,
    /// Too deep.
    RecursionLimit = 3,
    /// The subject of a pattern with `u` is no UTF-8.
    Utf8 = 4,
    /// The offset is inside a character.
    Utf8Offset = 5,
    /// The machine code ran out of stack.
    JitStack = 6,
}

impl Failure {
    /// That of PCRE2's error.
    pub fn of(code: i32) -> Self {
        match code {
            c::PCRE2_ERROR_MATCHLIMIT => Self::BacktrackLimit,
            c::PCRE2_ERROR_DEPTHLIMIT => Self::RecursionLimit,
            c::PCRE2_ERROR_BADUTFOFFSET => Self::Utf8Offset,
            c::PCRE2_ERROR_JIT_STACKLIMIT => Self::JitStack,
            c::PCRE2_ERROR_UTF8_ERR21..=c::PCRE2_ERROR_UTF8_ERR1 => Self::Utf8,
            _ => Self::Internal,
        }
    }

    /// PHP's words.
    pub fn text(self) -> &'static str {
        match self {
            Self::None => "No error",
            Self::Internal => "Internal error",
            Self::BacktrackLimit => "Backtrack limit exhausted",
            Self::RecursionLimit => "Recursion limit exhausted",
            Self::Utf8 => "Malformed UTF-8 characters, possibly incorrectly encoded",
            Self::Utf8Offset => {
                "The offset did not correspond to the beginning of a valid UTF-8 code point"
            }
            Self::JitStack => "JIT stack limit exhausted",
        }
    }
}

/// Keeps how the call ended.
pub fn set(call: &mut Call<'_>, failure: Failure) {
    call.state::<Kept>().failure = failure;
}

/// How the last call ended.
pub fn last(call: &mut Call<'_>) -> Failure {
    call.state::<Kept>().failure
}
