//! The lexer: from source bytes to tokens, as PHP 8.4 cuts them.
//!
//! A stack of states says where the next byte stands: in HTML, in script, in a string, behind an
//! arrow, in an offset of a string's variable. Each state has its file; this one holds what they
//! share, the position, the line and the stacks.
//!
//! # Invariants
//! - Tokens are adjacent: each begins where the one before it ended, the last ends with the source.
//! - Reading past the end gives 0, and a 0 byte inside the source is told apart by its position.
//! - Each byte is looked at a bounded number of times: whatever looks ahead further than one token
//!   remembers what it found.
//! - No recursion: nesting lives in `states`, `heredocs` and `brackets`.
//!
//! # Not here
//! Values of literals: `literal`. What `token_get_all()` makes of the stream: `tokenizer`.

mod error;
mod html;

pub use error::{LexError, LexErrorKind, LexWarning, OpeningLine};

use crate::token::*;

/// Whom the tokens are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LexMode {
    /// The parser: lexical errors and wrong nesting of brackets give [`T_ERROR`].
    #[default]
    Parse,
    /// `token_get_all()`: every source has tokens, and none is [`T_ERROR`].
    Tokenize,
}

/// The language that a source is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    #[default]
    Php,
    /// As PHP, and `<?hh` opens script too.
    Hack,
}

/// What changes how a source is cut into tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LexOptions {
    pub mode: LexMode,
    pub language: Language,
    /// Whether `<?` opens script (`short_open_tag`).
    pub short_tags: bool,
    /// Whether a first line that begins with `#!` is passed over.
    pub skip_shebang: bool,
}

/// Where the next byte stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Html,
}

/// Cuts a source into tokens, one a call.
#[derive(Clone, Debug)]
pub struct Lexer<'s> {
    src: &'s [u8],
    pos: usize,
    /// First byte of the token being read.
    start: usize,
    /// PHP's line counter: the line of `pos`, but see `newline_pending`.
    line: u32,
    /// The token just read ends with a newline that counts when the next one is read.
    newline_pending: bool,
    state: State,
    options: LexOptions,
    doc_comment: Option<(u32, u32)>,
    error: Option<LexError>,
    warnings: Vec<LexWarning>,
}

impl<'s> Lexer<'s> {
    /// A lexer at the start of `src`, which must be shorter than 4 GiB: offsets are 32 bits.
    pub fn new(src: &'s [u8], options: LexOptions) -> Self {
        Self {
            src,
            pos: 0,
            start: 0,
            line: 1,
            newline_pending: false,
            state: State::Html,
            options,
            doc_comment: None,
            error: None,
            warnings: Vec::new(),
        }
    }

    /// The next token, white space, comments and tags included; at the end, [`END`] for ever.
    pub fn next_token(&mut self) -> Token {
        if self.newline_pending {
            self.line += 1;
            self.newline_pending = false;
        }
        self.start = self.pos;
        let line = self.line;
        let kind = match self.state {
            State::Html => self.scan_html(),
        };
        Token { kind, start: self.start as u32, end: self.pos as u32, line }
    }

    /// The next token as the parser sees it: trivia is passed over, `?>` is `;`, `<?=` is `echo`.
    /// The token's span is that of the original text.
    pub fn next_significant(&mut self) -> Token {
        loop {
            let token = self.next_token();
            match token.kind {
                T_WHITESPACE | T_COMMENT | T_DOC_COMMENT | T_OPEN_TAG => {}
                T_CLOSE_TAG => return Token { kind: TokenKind::byte(b';'), ..token },
                T_OPEN_TAG_WITH_ECHO => return Token { kind: T_ECHO, ..token },
                _ => return token,
            }
        }
    }

    /// PHP's line counter behind the token just read: the line of a syntax error there.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The source.
    pub fn source(&self) -> &'s [u8] {
        self.src
    }

    /// Takes the span of the last doc comment read, if no `}` and no taking came since.
    pub fn take_doc_comment(&mut self) -> Option<(u32, u32)> {
        self.doc_comment.take()
    }

    /// The error behind the last [`T_ERROR`].
    pub fn error(&self) -> Option<LexError> {
        self.error
    }

    /// Takes the warnings since the last call.
    pub fn take_warnings(&mut self) -> Vec<LexWarning> {
        std::mem::take(&mut self.warnings)
    }
}
