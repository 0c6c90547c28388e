//! Why a text is no JSON, or a value has none.

use super::r#gen::CONSTANTS;
use runtime::native::Default;

macro_rules! failures {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $text:literal;)+) => {
        /// What went wrong; its number is that of the constant `JSON_ERROR_…`.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
        pub enum Failure {
            /// Nothing.
            #[default]
            None = 0,
            $($(#[$meta])* $name = $code,)+
        }

        impl Failure {
            /// PHP's words.
            pub fn text(self) -> &'static str {
                match self {
                    Self::None => "No error",
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

failures! {
    /// More levels than allowed.
    Depth = 1, "Maximum stack depth exceeded";
    /// A bracket that closes another kind.
    StateMismatch = 2, "State mismatch (invalid or malformed JSON)";
    /// A control character, or the end, inside a string; a control character between tokens.
    ControlCharacter = 3, "Control character error, possibly incorrectly encoded";
    /// Anything else that no JSON has.
    Syntax = 4, "Syntax error";
    /// Bytes that are no UTF-8.
    Utf8 = 5, "Malformed UTF-8 characters, possibly incorrectly encoded";
    /// An array or object inside itself.
    Recursion = 6, "Recursion detected";
    /// A float that is no number.
    InfOrNan = 7, "Inf and NaN cannot be JSON encoded";
    /// A resource.
    UnsupportedType = 8, "Type is not supported";
    /// A property whose name begins with a NUL.
    PropertyName = 9, "The decoded property name is invalid";
    /// Half of a pair of surrogates.
    Utf16 = 10, "Single unpaired UTF-16 surrogate in unicode escape";
    /// An enum without values.
    NonBackedEnum = 11, "Non-backed enums have no default serialization";
}

macro_rules! flags {
    ($($(#[$meta:meta])* $name:ident = $constant:literal;)+) => {
        /// A set of the options `JSON_…`.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
        pub struct Flags(pub i64);

        impl Flags {
            $($(#[$meta])* pub const $name: i64 = value($constant);)+
        }
    };
}

/// The value of a constant of the stub.
const fn value(name: &str) -> i64 {
    let mut index = 0;
    while index < CONSTANTS.len() {
        if is_same(CONSTANTS[index].name, name)
            && let Default::Int(value) = CONSTANTS[index].value
        {
            return value;
        }
        index += 1;
    }
    panic!("the stub has no such constant")
}

const fn is_same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

flags! {
    /// `<` and `>` as escapes.
    HEX_TAG = "JSON_HEX_TAG";
    /// `&` as an escape.
    HEX_AMP = "JSON_HEX_AMP";
    /// `'` as an escape.
    HEX_APOS = "JSON_HEX_APOS";
    /// `"` as `\u0022`.
    HEX_QUOT = "JSON_HEX_QUOT";
    /// Lists as objects.
    FORCE_OBJECT = "JSON_FORCE_OBJECT";
    /// Numeric strings as numbers.
    NUMERIC_CHECK = "JSON_NUMERIC_CHECK";
    /// `/` as it is.
    UNESCAPED_SLASHES = "JSON_UNESCAPED_SLASHES";
    /// With line ends and indents.
    PRETTY_PRINT = "JSON_PRETTY_PRINT";
    /// Characters beyond ASCII as they are.
    UNESCAPED_UNICODE = "JSON_UNESCAPED_UNICODE";
    /// What cannot be encoded becomes null, and the rest comes out.
    PARTIAL_OUTPUT = "JSON_PARTIAL_OUTPUT_ON_ERROR";
    /// `10.0`, not `10`.
    PRESERVE_ZERO_FRACTION = "JSON_PRESERVE_ZERO_FRACTION";
    /// U+2028 and U+2029 as they are.
    UNESCAPED_LINE_TERMINATORS = "JSON_UNESCAPED_LINE_TERMINATORS";
    /// Decoded objects become arrays.
    OBJECT_AS_ARRAY = "JSON_OBJECT_AS_ARRAY";
    /// Ints beyond 64 bits become strings, not floats.
    BIGINT_AS_STRING = "JSON_BIGINT_AS_STRING";
    /// Malformed UTF-8 is left out.
    INVALID_UTF8_IGNORE = "JSON_INVALID_UTF8_IGNORE";
    /// Malformed UTF-8 becomes U+FFFD.
    INVALID_UTF8_SUBSTITUTE = "JSON_INVALID_UTF8_SUBSTITUTE";
    /// Failures are exceptions.
    THROW_ON_ERROR = "JSON_THROW_ON_ERROR";
}

impl Flags {
    /// Whether one of `flags` is set.
    #[inline]
    pub fn has(self, flags: i64) -> bool {
        self.0 & flags != 0
    }
}
