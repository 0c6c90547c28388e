//! Heredocs and nowdocs: the opening label, the text line by line, the closing label.
//!
//! A closing label may be indented, and its indentation is taken from every line of the text. The
//! indentation is known before the text is cut into tokens: see `ahead`.

use super::bytes::{count_lines, is_blank, is_heredoc_stop, is_label, is_label_start, is_newline};
use super::{LexErrorKind, Lexer, Role, State};
use crate::literal::{DocPart, Indentation, IndentationError, TextKind};
use crate::token::*;
use memchr::memchr2;

/// The label of an open heredoc or nowdoc.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    start: usize,
    length: usize,
    /// The indentation of the closing label, as far as it is known.
    pub indentation: Indentation,
}

/// The blanks that begin a line.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Blanks {
    spaces: u32,
    tabs: u32,
}

impl Blanks {
    fn count(self) -> u32 {
        self.spaces + self.tabs
    }

    pub(super) fn are_mixed(self) -> bool {
        self.spaces > 0 && self.tabs > 0
    }

    pub(super) fn indentation(self) -> Indentation {
        Indentation { columns: self.count(), spaces: self.spaces > 0 && self.tabs == 0 }
    }
}

/// What stands behind the blanks of a line in a heredoc.
pub(super) enum LineStart {
    ClosingLabel,
    Text,
    /// The end of the source.
    End,
}

impl Lexer<'_> {
    /// `<<<` with a label behind `prefix` bytes, if one is at `pos`.
    pub(super) fn scan_heredoc_start(&mut self, prefix: usize) -> Option<TokenKind> {
        let (label, quote, body) = self.heredoc_header(self.pos + prefix)?;
        self.line += 1;
        self.pos = body;
        self.state = if quote == b'\'' { State::Nowdoc } else { State::Heredoc };
        self.heredocs.push(label);
        let (blanks, text) = self.blanks_at(body);
        match self.line_start(text, label) {
            LineStart::End => return Some(T_START_HEREDOC),
            LineStart::Text => {}
            LineStart::ClosingLabel => {
                let is_error =
                    blanks.are_mixed() && self.raise(LexErrorKind::MixedIndentation, self.line);
                self.indent_innermost(blanks.indentation());
                self.state = State::HeredocEnd;
                return Some(if is_error { T_ERROR } else { T_START_HEREDOC });
            }
        }
        if quote == b'\'' || self.role == Role::LookAhead {
            return Some(T_START_HEREDOC);
        }
        let plan = self.plan_heredoc(body, label);
        self.indent_innermost(plan.indentation);
        let columns = plan.indentation.columns;
        let is_error = plan.begins_with_variable
            && columns > 0
            && self.raise(LexErrorKind::UnindentedVariable { columns }, self.line);
        Some(if is_error { T_ERROR } else { T_START_HEREDOC })
    }

    /// The label behind `<<<` at `pos`, its quote or 0, and where the first line of text begins.
    fn heredoc_header(&self, pos: usize) -> Option<(Label, u8, usize)> {
        if self.slice(pos, pos + 3) != b"<<<" {
            return None;
        }
        let mut pos = pos + 3;
        while is_blank(self.byte_at(pos)) {
            pos += 1;
        }
        let quote = match self.byte_at(pos) {
            quote @ (b'\'' | b'"') => quote,
            _ => 0,
        };
        let start = pos + usize::from(quote != 0);
        if !is_label_start(self.byte_at(start)) {
            return None;
        }
        let end = self.label_end(start);
        let behind = end + usize::from(quote != 0);
        if quote != 0 && self.byte_at(end) != quote {
            return None;
        }
        let body = match (self.byte_at(behind), self.byte_at(behind + 1)) {
            (b'\r', b'\n') => behind + 2,
            (b'\r' | b'\n', _) => behind + 1,
            _ => return None,
        };
        let indentation = Indentation::default();
        Some((Label { start, length: end - start, indentation }, quote, body))
    }

    /// The blanks at `pos` and where they end.
    pub(super) fn blanks_at(&self, mut pos: usize) -> (Blanks, usize) {
        let mut blanks = Blanks::default();
        loop {
            match self.byte_at(pos) {
                b' ' => blanks.spaces += 1,
                b'\t' => blanks.tabs += 1,
                _ => return (blanks, pos),
            }
            pos += 1;
        }
    }

    /// What is at `pos`, behind the blanks of a line. A label that ends with the source closes
    /// nothing.
    pub(super) fn line_start(&self, pos: usize, label: Label) -> LineStart {
        let label_text = self.slice(label.start, label.start + label.length);
        let rest = self.slice(pos, self.src.len());
        match rest.strip_prefix(label_text) {
            _ if rest.is_empty() => LineStart::End,
            Some([next, ..]) if !is_label(*next) => LineStart::ClosingLabel,
            _ => LineStart::Text,
        }
    }

    fn innermost_label(&self) -> Option<Label> {
        self.heredocs.last().copied()
    }

    fn indent_innermost(&mut self, indentation: Indentation) {
        if let Some(label) = self.heredocs.last_mut() {
            label.indentation = indentation;
        }
    }

    pub(super) fn scan_heredoc_end(&mut self) -> TokenKind {
        self.state = State::Script;
        if let Some(label) = self.heredocs.pop() {
            let end = self.pos + label.indentation.columns as usize + label.length;
            self.pos = end.min(self.src.len());
        }
        T_END_HEREDOC
    }

    /// The next part of a heredoc: a variable or text.
    pub(super) fn scan_heredoc(&mut self) -> TokenKind {
        let Some(&first) = self.src.get(self.pos) else { return self.scan_end() };
        if let Some(kind) = self.scan_interpolation(first) {
            return kind;
        }
        let Some(label) = self.innermost_label() else { return self.scan_end() };
        let mut pos = self.pos;
        while let Some(&byte) = self.src.get(pos) {
            if !is_heredoc_stop(byte) {
                pos += 1;
                continue;
            }
            let next = self.byte_at(pos + 1);
            pos += 1;
            match byte {
                b'$' if next == b'{' || is_label_start(next) => return self.text_part(pos - 1),
                b'{' if next == b'$' => return self.text_part(pos - 1),
                b'\\' if pos < self.src.len() && !is_newline(next) => pos += 1,
                b'\n' | b'\r' => match self.scan_line_start(pos, label) {
                    Ok(text) => pos = text,
                    Err(kind) => return kind,
                },
                _ => {}
            }
        }
        self.text_part(pos.min(self.src.len()))
    }

    /// What begins behind the newline byte before `pos`: the position of more text, or the token
    /// that ends here.
    fn scan_line_start(&mut self, pos: usize, label: Label) -> Result<usize, TokenKind> {
        let (blanks, text) = self.blanks_at(pos);
        match self.line_start(text, label) {
            LineStart::Text => Ok(text),
            LineStart::End => {
                self.advance_over_lines(text);
                Err(T_ENCAPSED_AND_WHITESPACE)
            }
            LineStart::ClosingLabel => Err(self.last_text_part(pos, blanks)),
        }
    }

    /// Text of a heredoc that a variable or the end of the source ends at `end`.
    fn text_part(&mut self, end: usize) -> TokenKind {
        let indentation = self.innermost_label().map(|label| label.indentation).unwrap_or_default();
        self.finish_part(end, DocPart { indentation, is_last: false, is_nowdoc: false })
    }

    /// The text that the closing label ends, whose line and blanks begin at `line`.
    fn last_text_part(&mut self, line: usize, blanks: Blanks) -> TokenKind {
        if blanks.are_mixed() && self.raise(LexErrorKind::MixedIndentation, self.line) {
            self.pos = line;
            return T_ERROR;
        }
        self.newline_pending = true;
        let is_nowdoc = self.state == State::Nowdoc;
        self.state = State::HeredocEnd;
        if is_nowdoc {
            self.indent_innermost(blanks.indentation());
        } else if self.role == Role::LookAhead {
            self.found.plans.note_closing(blanks.indentation());
            self.pos = line + blanks.count() as usize;
            return T_ENCAPSED_AND_WHITESPACE;
        }
        let indentation = self.innermost_label().map(|label| label.indentation).unwrap_or_default();
        self.finish_part(line, DocPart { indentation, is_last: true, is_nowdoc })
    }

    /// Ends the token at `end`. The parser's role checks its lines' indentation and its escapes.
    fn finish_part(&mut self, end: usize, part: DocPart) -> TokenKind {
        let from = self.pos;
        let text = part.without_last_newline(self.slice(from, end));
        self.pos = end;
        self.text_kind = TextKind::Doc(part);
        if self.role == Role::Parse && !self.part_is_right(from, text, part) {
            return T_ERROR;
        }
        self.line += count_lines(text);
        T_ENCAPSED_AND_WHITESPACE
    }

    fn part_is_right(&mut self, from: usize, text: &[u8], part: DocPart) -> bool {
        let at_line_start = from > 0 && is_newline(self.byte_at(from - 1));
        if let Err((lines, error)) = part.check_indentation(text, at_line_start) {
            self.line += lines;
            let columns = part.indentation.columns;
            let kind = match error {
                IndentationError::TooSmall => LexErrorKind::BodyIndentation { columns },
                IndentationError::Mixed => LexErrorKind::MixedIndentation,
            };
            self.raise(kind, self.line);
            return false;
        }
        part.is_nowdoc || self.escapes_are_right(from, from + text.len())
    }

    /// All text of a nowdoc.
    pub(super) fn scan_nowdoc(&mut self) -> TokenKind {
        let Some(label) = self.innermost_label() else { return self.scan_end() };
        let length = self.src.len();
        if self.pos >= length {
            return self.scan_end();
        }
        let mut pos = self.pos;
        let mut last_blanks = Blanks::default();
        while let Some(offset) = memchr2(b'\n', b'\r', self.slice(pos, length)) {
            pos += offset + 1;
            last_blanks = self.blanks_at(pos).0;
            match self.scan_line_start(pos, label) {
                Ok(text) => pos = text,
                Err(kind) => return kind,
            }
        }
        let indentation = last_blanks.indentation();
        self.finish_part(length, DocPart { indentation, is_last: false, is_nowdoc: true })
    }
}
