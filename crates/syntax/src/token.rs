//! tidy: table
//!
//! Token kinds: PHP 8.4's own numbers, names and words for them.
//!
//! A kind's value is the number PHP gives it, because `token_get_all()` shows it: a token of one
//! character is its byte, [`END`] is 0, the `T_*` constants start at 260. One table lists them;
//! the constants, the names, the words of parse errors and the keyword lookup come from it.
//!
//! # Invariants
//! - Rows ascend by number without a gap, so that a number is an index into the table.
//!
//! # Not here
//! Which bytes make a token: `lexer`. The keyword lookup: `keyword`.

use std::fmt;

/// What a token is: a byte below 256, 0 at the end of the source, a `T_*` number above.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct TokenKind(pub u16);

/// A token: what it is, the bytes it covers, the line it starts on (1-based).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
    pub line: u32,
}

impl Token {
    /// The bytes of this token in the source it was read from.
    pub fn text<'s>(&self, src: &'s [u8]) -> &'s [u8] {
        src.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// How parse errors speak of a kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wording {
    /// A description that the token's text follows: `integer "12"`.
    Named(&'static str),
    /// The one spelling such a token has: `token "=>"`.
    Fixed(&'static str),
    /// A spelling that is also a reserved word.
    Keyword(&'static str),
}

pub(crate) struct Row {
    pub kind: TokenKind,
    pub name: &'static str,
    pub wording: Wording,
}

/// The end of the source.
pub const END: TokenKind = TokenKind(0);

macro_rules! wording {
    (named $text:literal) => {
        Wording::Named($text)
    };
    (fixed $text:literal) => {
        Wording::Fixed($text)
    };
    (keyword $text:literal) => {
        Wording::Keyword($text)
    };
}

macro_rules! define_kinds {
    ($($name:ident = $number:literal $wording:ident $text:literal;)*) => {
        $(pub const $name: TokenKind = TokenKind($number);)*

        /// All named kinds, ascending.
        pub(crate) const ROWS: &[Row] = &[
            $(Row { kind: $name, name: stringify!($name), wording: wording!($wording $text) },)*
        ];
    };
}

define_kinds! {
    T_LNUMBER = 260 named "integer";
    T_DNUMBER = 261 named "floating-point number";
    T_STRING = 262 named "identifier";
    T_NAME_FULLY_QUALIFIED = 263 named "fully qualified name";
    T_NAME_RELATIVE = 264 named "namespace-relative name";
    T_NAME_QUALIFIED = 265 named "namespaced name";
    T_VARIABLE = 266 named "variable";
    T_INLINE_HTML = 267 named "T_INLINE_HTML";
    T_ENCAPSED_AND_WHITESPACE = 268 named "string content";
    T_CONSTANT_ENCAPSED_STRING = 269 named "quoted string";
    T_STRING_VARNAME = 270 named "variable name";
    T_NUM_STRING = 271 named "number";
    T_INCLUDE = 272 keyword "include";
    T_INCLUDE_ONCE = 273 keyword "include_once";
    T_EVAL = 274 keyword "eval";
    T_REQUIRE = 275 keyword "require";
    T_REQUIRE_ONCE = 276 keyword "require_once";
    T_LOGICAL_OR = 277 keyword "or";
    T_LOGICAL_XOR = 278 keyword "xor";
    T_LOGICAL_AND = 279 keyword "and";
    T_PRINT = 280 keyword "print";
    T_YIELD = 281 keyword "yield";
    T_YIELD_FROM = 282 fixed "yield from";
    T_INSTANCEOF = 283 keyword "instanceof";
    T_NEW = 284 keyword "new";
    T_CLONE = 285 keyword "clone";
    T_EXIT = 286 keyword "exit";
    T_IF = 287 keyword "if";
    T_ELSEIF = 288 keyword "elseif";
    T_ELSE = 289 keyword "else";
    T_ENDIF = 290 keyword "endif";
    T_ECHO = 291 keyword "echo";
    T_DO = 292 keyword "do";
    T_WHILE = 293 keyword "while";
    T_ENDWHILE = 294 keyword "endwhile";
    T_FOR = 295 keyword "for";
    T_ENDFOR = 296 keyword "endfor";
    T_FOREACH = 297 keyword "foreach";
    T_ENDFOREACH = 298 keyword "endforeach";
    T_DECLARE = 299 keyword "declare";
    T_ENDDECLARE = 300 keyword "enddeclare";
    T_AS = 301 keyword "as";
    T_SWITCH = 302 keyword "switch";
    T_ENDSWITCH = 303 keyword "endswitch";
    T_CASE = 304 keyword "case";
    T_DEFAULT = 305 keyword "default";
    T_MATCH = 306 keyword "match";
    T_BREAK = 307 keyword "break";
    T_CONTINUE = 308 keyword "continue";
    T_GOTO = 309 keyword "goto";
    T_FUNCTION = 310 keyword "function";
    T_FN = 311 keyword "fn";
    T_CONST = 312 keyword "const";
    T_RETURN = 313 keyword "return";
    T_TRY = 314 keyword "try";
    T_CATCH = 315 keyword "catch";
    T_FINALLY = 316 keyword "finally";
    T_THROW = 317 keyword "throw";
    T_USE = 318 keyword "use";
    T_INSTEADOF = 319 keyword "insteadof";
    T_GLOBAL = 320 keyword "global";
    T_STATIC = 321 keyword "static";
    T_ABSTRACT = 322 keyword "abstract";
    T_FINAL = 323 keyword "final";
    T_PRIVATE = 324 keyword "private";
    T_PROTECTED = 325 keyword "protected";
    T_PUBLIC = 326 keyword "public";
    T_PRIVATE_SET = 327 fixed "private(set)";
    T_PROTECTED_SET = 328 fixed "protected(set)";
    T_PUBLIC_SET = 329 fixed "public(set)";
    T_READONLY = 330 keyword "readonly";
    T_VAR = 331 keyword "var";
    T_UNSET = 332 keyword "unset";
    T_ISSET = 333 keyword "isset";
    T_EMPTY = 334 keyword "empty";
    T_HALT_COMPILER = 335 keyword "__halt_compiler";
    T_CLASS = 336 keyword "class";
    T_TRAIT = 337 keyword "trait";
    T_INTERFACE = 338 keyword "interface";
    T_ENUM = 339 keyword "enum";
    T_EXTENDS = 340 keyword "extends";
    T_IMPLEMENTS = 341 keyword "implements";
    T_NAMESPACE = 342 keyword "namespace";
    T_LIST = 343 keyword "list";
    T_ARRAY = 344 keyword "array";
    T_CALLABLE = 345 keyword "callable";
    T_LINE = 346 keyword "__LINE__";
    T_FILE = 347 keyword "__FILE__";
    T_DIR = 348 keyword "__DIR__";
    T_CLASS_C = 349 keyword "__CLASS__";
    T_TRAIT_C = 350 keyword "__TRAIT__";
    T_METHOD_C = 351 keyword "__METHOD__";
    T_FUNC_C = 352 keyword "__FUNCTION__";
    T_PROPERTY_C = 353 keyword "__PROPERTY__";
    T_NS_C = 354 keyword "__NAMESPACE__";
    T_ATTRIBUTE = 355 fixed "#[";
    T_PLUS_EQUAL = 356 fixed "+=";
    T_MINUS_EQUAL = 357 fixed "-=";
    T_MUL_EQUAL = 358 fixed "*=";
    T_DIV_EQUAL = 359 fixed "/=";
    T_CONCAT_EQUAL = 360 fixed ".=";
    T_MOD_EQUAL = 361 fixed "%=";
    T_AND_EQUAL = 362 fixed "&=";
    T_OR_EQUAL = 363 fixed "|=";
    T_XOR_EQUAL = 364 fixed "^=";
    T_SL_EQUAL = 365 fixed "<<=";
    T_SR_EQUAL = 366 fixed ">>=";
    T_COALESCE_EQUAL = 367 fixed "??=";
    T_BOOLEAN_OR = 368 fixed "||";
    T_BOOLEAN_AND = 369 fixed "&&";
    T_IS_EQUAL = 370 fixed "==";
    T_IS_NOT_EQUAL = 371 fixed "!=";
    T_IS_IDENTICAL = 372 fixed "===";
    T_IS_NOT_IDENTICAL = 373 fixed "!==";
    T_IS_SMALLER_OR_EQUAL = 374 fixed "<=";
    T_IS_GREATER_OR_EQUAL = 375 fixed ">=";
    T_SPACESHIP = 376 fixed "<=>";
    T_SL = 377 fixed "<<";
    T_SR = 378 fixed ">>";
    T_INC = 379 fixed "++";
    T_DEC = 380 fixed "--";
    T_INT_CAST = 381 fixed "(int)";
    T_DOUBLE_CAST = 382 fixed "(double)";
    T_STRING_CAST = 383 fixed "(string)";
    T_ARRAY_CAST = 384 fixed "(array)";
    T_OBJECT_CAST = 385 fixed "(object)";
    T_BOOL_CAST = 386 fixed "(bool)";
    T_UNSET_CAST = 387 fixed "(unset)";
    T_OBJECT_OPERATOR = 388 fixed "->";
    T_NULLSAFE_OBJECT_OPERATOR = 389 fixed "?->";
    T_DOUBLE_ARROW = 390 fixed "=>";
    T_COMMENT = 391 named "comment";
    T_DOC_COMMENT = 392 named "doc comment";
    T_OPEN_TAG = 393 named "open tag";
    T_OPEN_TAG_WITH_ECHO = 394 fixed "<?=";
    T_CLOSE_TAG = 395 fixed "?>";
    T_WHITESPACE = 396 named "whitespace";
    T_START_HEREDOC = 397 named "heredoc start";
    T_END_HEREDOC = 398 named "heredoc end";
    T_DOLLAR_OPEN_CURLY_BRACES = 399 fixed "${";
    T_CURLY_OPEN = 400 fixed "{$";
    T_PAAMAYIM_NEKUDOTAYIM = 401 fixed "::";
    T_NS_SEPARATOR = 402 fixed "\\";
    T_ELLIPSIS = 403 fixed "...";
    T_COALESCE = 404 fixed "??";
    T_POW = 405 fixed "**";
    T_POW_EQUAL = 406 fixed "**=";
    T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG = 407 fixed "&";
    T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG = 408 fixed "&";
    T_BAD_CHARACTER = 409 named "invalid character";
    T_ERROR = 410 named "T_ERROR";
}

const FIRST: u16 = T_LNUMBER.0;

const _: () = {
    let mut index = 0;
    while index < ROWS.len() {
        assert!(ROWS[index].kind.0 as usize == FIRST as usize + index);
        index += 1;
    }
};

impl TokenKind {
    /// The kind of a token that is this one character.
    pub const fn byte(byte: u8) -> Self {
        Self(byte as u16)
    }

    /// The character of a one-character token.
    pub const fn as_byte(self) -> Option<u8> {
        if self.0 != 0 && self.0 < 256 { Some(self.0 as u8) } else { None }
    }

    pub(crate) fn row(self) -> Option<&'static Row> {
        ROWS.get(usize::from(self.0.checked_sub(FIRST)?))
    }

    /// PHP's constant name (`T_LNUMBER`, `END`); `None` for one-character tokens.
    ///
    /// `token_name()` calls [`T_PAAMAYIM_NEKUDOTAYIM`] by its other name, `T_DOUBLE_COLON`.
    pub fn name(self) -> Option<&'static str> {
        if self == END {
            return Some("END");
        }
        self.row().map(|row| row.name)
    }

    /// Whether the parser never sees such a token.
    pub fn is_trivia(self) -> bool {
        matches!(self, T_WHITESPACE | T_COMMENT | T_DOC_COMMENT | T_OPEN_TAG)
    }

    /// What the kind is called when it is expected, as in `expecting ";"`, `expecting variable`.
    pub fn describe(self) -> String {
        if self == END {
            return "end of file".into();
        }
        if let Some(byte) = self.as_byte() {
            return format!("\"{}\"", char::from(byte));
        }
        match self.row().map(|row| row.wording) {
            Some(Wording::Named(words)) => words.into(),
            Some(Wording::Fixed(text) | Wording::Keyword(text)) => format!("\"{text}\""),
            None => format!("token {}", self.0),
        }
    }

    /// What such a token with this text is called when it is unexpected, as in
    /// `unexpected integer "12"`, `unexpected token ";"`, `unexpected end of file`.
    ///
    /// Text that stands in quotes loses them, ends at the first line end and after 30 bytes.
    pub fn describe_unexpected(self, text: &[u8]) -> Vec<u8> {
        if self == TokenKind::byte(b'"') {
            return b"double-quote mark".to_vec();
        }
        let words = match self.row().map(|row| row.wording) {
            Some(Wording::Named(words)) => words,
            None if self == END => return b"end of file".to_vec(),
            _ => return format!("token {}", self.describe()).into_bytes(),
        };
        if let (T_BAD_CHARACTER, [byte]) = (self, text) {
            return format!("character 0x{byte:02X}").into_bytes();
        }
        let line = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let words = match (self, line.first()) {
            (T_CONSTANT_ENCAPSED_STRING, Some(b'"')) => "double-quoted string",
            (T_CONSTANT_ENCAPSED_STRING, Some(b'\'')) => "single-quoted string",
            _ => words,
        };
        let quote = |byte: &u8| matches!(byte, b'"' | b'\'');
        let line = if line.first().is_some_and(quote) { &line[1..] } else { line };
        let line = if line.last().is_some_and(quote) { &line[..line.len() - 1] } else { line };
        let (shown, dots) =
            if line.len() > 33 { (&line[..30], &b"..."[..]) } else { (line, &b""[..]) };
        // PHP: the text is cut where a C string ends.
        let shown = shown.split(|&byte| byte == 0).next().unwrap_or_default();
        [words.as_bytes(), b" \"", shown, dots, b"\""].concat()
    }
}

impl fmt::Debug for TokenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.name(), self.as_byte()) {
            (Some(name), _) => f.write_str(name),
            (None, Some(byte)) => write!(f, "'{}'", byte.escape_ascii()),
            (None, None) => write!(f, "token {}", self.0),
        }
    }
}
