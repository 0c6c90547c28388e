//! The lexer: from source bytes to tokens, as PHP 8.4 cuts them.
//!
//! A stack of states says where the next byte stands: in HTML, in script, in a string, behind an
//! arrow, in an offset of a string's variable. Each state has its file; this one holds what they
//! share, the position, the line and the stacks.
//!
//! # Invariants
//! - Tokens are adjacent: each begins where the one before it ended, the last ends with the source.
//!   Only a shebang line that was asked to be skipped lies in no token.
//! - Reading past the end gives 0, and a 0 byte inside the source is told apart by its position.
//! - Each byte is looked at a bounded number of times: whatever looks ahead further than one token
//!   remembers what it found.
//! - No recursion: nesting lives in `states`, `heredocs` and `brackets`.
//!
//! # Not here
//! Values of literals: `literal`. What `token_get_all()` makes of the stream: `tokenizer`.

mod ahead;
mod bracket;
pub(crate) mod bytes;
mod comment;
mod error;
mod heredoc;
mod html;
mod name;
mod number;
mod operator;
mod script;
mod text;
mod trivia;

pub use error::{LexError, LexErrorKind, LexWarning, OpeningLine};

use crate::literal::TextKind;
use crate::token::*;
use ahead::Plans;
use bracket::Brackets;
use heredoc::Label;

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
    /// At the first byte, before a line that may be a shebang.
    Shebang,
    Html,
    Script,
    /// Behind `->`: a name is no reserved word here.
    Property,
    /// Behind `${` in text.
    VariableName,
    /// Behind `$name[` in text.
    Offset,
    DoubleQuotes,
    Backquotes,
    Heredoc,
    Nowdoc,
    /// At the blanks before the closing label of a heredoc or nowdoc.
    HeredocEnd,
}

/// What happens at an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    /// It is kept and makes a [`T_ERROR`].
    Parse,
    /// It is ignored.
    Tokenize,
    /// It is kept and ends a look ahead into a heredoc.
    LookAhead,
}

/// Cuts a source into tokens, one a call.
#[derive(Clone, Debug)]
pub struct Lexer<'s> {
    src: &'s [u8],
    pos: usize,
    /// First byte of the token being read.
    start: usize,
    /// The line of that byte.
    start_line: u32,
    /// PHP's line counter: the line of `pos`, but see `newline_pending`.
    line: u32,
    /// The token just read ends with a newline that counts when the next one is read.
    newline_pending: bool,
    state: State,
    /// The states to return to, innermost last.
    states: Vec<State>,
    /// The open heredocs, innermost last.
    heredocs: Vec<Label>,
    brackets: Brackets,
    options: LexOptions,
    role: Role,
    doc_comment: Option<(u32, u32)>,
    error: Option<LexError>,
    warnings: Vec<LexWarning>,
    text_kind: TextKind,
    found: Found,
}

/// What looking ahead has found out about bytes that are not tokens yet.
#[derive(Clone, Debug, Default)]
struct Found {
    /// The end of the first text of the double-quoted string just opened.
    text: Option<text::TextEnd>,
    /// The next line end or 0 byte, as seen from a position: position, stop.
    line_stop: (usize, usize),
    plans: Plans,
}

impl<'s> Lexer<'s> {
    /// A lexer at the start of `src`, which must be shorter than 4 GiB: offsets are 32 bits.
    pub fn new(src: &'s [u8], options: LexOptions) -> Self {
        Self {
            src,
            pos: 0,
            start: 0,
            start_line: 1,
            line: 1,
            newline_pending: false,
            state: if options.skip_shebang { State::Shebang } else { State::Html },
            states: Vec::new(),
            heredocs: Vec::new(),
            brackets: Brackets::default(),
            options,
            role: match options.mode {
                LexMode::Parse => Role::Parse,
                LexMode::Tokenize => Role::Tokenize,
            },
            doc_comment: None,
            error: None,
            warnings: Vec::new(),
            text_kind: TextKind::default(),
            found: Found::default(),
        }
    }

    /// The next token, white space, comments and tags included; at the end, [`END`] for ever.
    #[inline]
    pub fn next_token(&mut self) -> Token {
        let kind = self.advance();
        self.token(kind)
    }

    /// The next token as the parser sees it: trivia is passed over, `?>` is `;`, `<?=` is `echo`.
    /// The token's span is that of the original text.
    pub fn next_significant(&mut self) -> Token {
        let kind = self.advance_to_significant();
        self.token(kind)
    }

    /// Reads a token and says only what it is; [`token`](Self::token) has the rest.
    #[inline]
    fn advance(&mut self) -> TokenKind {
        self.begin_token();
        match self.state {
            State::Script => self.scan_script(),
            _ => self.scan_outside_script(),
        }
    }

    #[inline]
    fn begin_token(&mut self) {
        if self.newline_pending {
            self.line += 1;
            self.newline_pending = false;
        }
        self.start_line = self.line;
        self.start = self.pos;
    }

    /// As [`next_significant`](Self::next_significant), and says only what the token is.
    #[inline(always)]
    pub(crate) fn advance_to_significant(&mut self) -> TokenKind {
        loop {
            let kind = match self.state {
                State::Script => {
                    self.pass_blanks();
                    self.begin_token();
                    self.scan_script()
                }
                _ => self.advance(),
            };
            // What is no token for the parser, or another one, is numbered in a row.
            if !(T_COMMENT..=T_WHITESPACE).contains(&kind) {
                return kind;
            }
            match kind {
                T_CLOSE_TAG => return TokenKind::byte(b';'),
                T_OPEN_TAG_WITH_ECHO => return T_ECHO,
                _ => {}
            }
        }
    }

    /// The token just read, as one of this kind.
    #[inline]
    pub(crate) fn token(&self, kind: TokenKind) -> Token {
        Token { kind, start: self.start as u32, end: self.pos as u32, line: self.start_line }
    }

    /// PHP's line counter behind the token just read: the line of a syntax error there.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The offset behind the token just read.
    pub fn offset(&self) -> u32 {
        self.pos as u32
    }

    /// The source.
    pub fn source(&self) -> &'s [u8] {
        self.src
    }

    /// Ends the source here: what follows `__halt_compiler();` is data.
    pub fn stop(&mut self) {
        self.src = self.src.get(..self.pos).unwrap_or(self.src);
    }

    /// Takes the span of the last doc comment, if no `}`, no other taking and no resetting came
    /// since.
    pub fn take_doc_comment(&mut self) -> Option<(u32, u32)> {
        self.doc_comment.take()
    }

    /// The error behind the last [`T_ERROR`].
    pub fn error(&self) -> Option<LexError> {
        self.error
    }

    /// What surrounds the [`T_ENCAPSED_AND_WHITESPACE`] just read: how its value is made.
    pub fn text_kind(&self) -> TextKind {
        self.text_kind
    }

    /// Takes the warnings since the last call.
    pub fn take_warnings(&mut self) -> Vec<LexWarning> {
        std::mem::take(&mut self.warnings)
    }

    /// The next token when the state is not [`State::Script`], or not yet.
    fn scan_outside_script(&mut self) -> TokenKind {
        loop {
            self.start = self.pos;
            if let Some(kind) = self.scan() {
                return kind;
            }
        }
    }

    /// One token from `start`, or `None` when only the state changed.
    fn scan(&mut self) -> Option<TokenKind> {
        match self.state {
            State::Script => Some(self.scan_script()),
            State::Html => Some(self.scan_html()),
            State::Shebang => self.scan_shebang(),
            State::Property => self.scan_property(),
            State::VariableName => self.scan_variable_name(),
            State::Offset => Some(self.scan_offset()),
            State::DoubleQuotes => Some(self.scan_double_quotes()),
            State::Backquotes => Some(self.scan_backquotes()),
            State::Heredoc => Some(self.scan_heredoc()),
            State::Nowdoc => Some(self.scan_nowdoc()),
            State::HeredocEnd => Some(self.scan_heredoc_end()),
        }
    }

    /// The byte at `pos`, 0 behind the end.
    #[inline]
    fn byte_at(&self, pos: usize) -> u8 {
        self.src.get(pos).copied().unwrap_or(0)
    }

    /// The bytes `from..to`; none where the range is not inside the source.
    #[inline]
    fn slice(&self, from: usize, to: usize) -> &'s [u8] {
        self.src.get(from..to).unwrap_or_default()
    }

    #[inline]
    fn push_state(&mut self, state: State) {
        self.states.push(self.state);
        self.state = state;
    }

    #[inline]
    fn pop_state(&mut self) {
        if let Some(state) = self.states.pop() {
            self.state = state;
        }
    }

    /// Moves to `end` and counts the lines that end on the way.
    #[inline]
    fn advance_over_lines(&mut self, end: usize) {
        self.line += bytes::count_lines(self.slice(self.pos, end));
        self.pos = end;
    }

    /// Notes an error of the text `start..pos`. True when the token is to be [`T_ERROR`].
    #[cold]
    fn raise(&mut self, kind: LexErrorKind, line: u32) -> bool {
        if self.role != Role::Tokenize {
            let span = (self.start as u32, self.pos as u32);
            self.error = Some(LexError { kind, span, line });
        }
        self.role == Role::Parse
    }

    /// The end of the source: an error when brackets are open.
    fn scan_end(&mut self) -> TokenKind {
        match self.brackets.close_all(self.line) {
            Some(kind) if self.raise(kind, self.line) => T_ERROR,
            _ => END,
        }
    }
}
