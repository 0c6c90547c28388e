//! Indentation of heredocs and nowdocs, which is that of the closing label.

use memchr::memchr2;
use std::borrow::Cow;

/// What each line of a text begins with, and its value does not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Indentation {
    pub columns: u32,
    /// Whether it is of spaces, not of tabs.
    pub spaces: bool,
}

/// What is wrong with the indentation of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IndentationError {
    TooSmall,
    Mixed,
}

/// One token of the text of a heredoc or nowdoc.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DocPart {
    pub indentation: Indentation,
    /// Whether the closing label follows. The line end before that is no part of the value.
    pub is_last: bool,
    pub is_nowdoc: bool,
}

impl DocPart {
    /// The token's text up to the line end that belongs to the closing label.
    pub fn without_last_newline(self, text: &[u8]) -> &[u8] {
        let newline = match text {
            [.., b'\r', b'\n'] => 2,
            _ => text.len().min(1),
        };
        if self.is_last { &text[..text.len() - newline] } else { text }
    }

    /// Checks that each line of `text` is indented enough. An error comes with the number of
    /// lines before it.
    pub fn check_indentation(
        self,
        text: &[u8],
        at_line_start: bool,
    ) -> Result<(), (u32, IndentationError)> {
        self.visit_lines(text, at_line_start, |_| {})
    }

    /// `text` without indentation; unchanged from the first line that is not indented enough.
    pub fn without_indentation(self, text: &[u8], at_line_start: bool) -> Cow<'_, [u8]> {
        if self.indentation.columns == 0 {
            return Cow::Borrowed(text);
        }
        let mut value = Vec::with_capacity(text.len());
        match self.visit_lines(text, at_line_start, |line| value.extend_from_slice(line)) {
            Ok(()) => Cow::Owned(value),
            Err(_) => Cow::Borrowed(text),
        }
    }

    /// Calls `visit` with each line's bytes behind its indentation, line end included.
    fn visit_lines(
        self,
        text: &[u8],
        at_line_start: bool,
        mut visit: impl FnMut(&[u8]),
    ) -> Result<(), (u32, IndentationError)> {
        if self.indentation.columns == 0 {
            return Ok(());
        }
        let (mut pos, mut lines) = (0, 0);
        if !at_line_start {
            let end = line_end(text);
            visit(&text[..end.unwrap_or(text.len())]);
            let Some(end) = end else { return Ok(()) };
            (pos, lines) = (end, 1);
        }
        while pos < text.len() || !self.is_last {
            let line = &text[pos..];
            let skipped = self.indentation_of(line).map_err(|error| (lines, error))?;
            let end = line_end(line);
            visit(&line[skipped..end.unwrap_or(line.len())]);
            let Some(end) = end else { break };
            pos += end;
            lines += 1;
        }
        Ok(())
    }

    /// How many bytes of `line` are indentation. A line of blanks alone may have less.
    fn indentation_of(self, line: &[u8]) -> Result<usize, IndentationError> {
        for skipped in 0..self.indentation.columns as usize {
            match line.get(skipped) {
                Some(b'\n' | b'\r') => return Ok(skipped),
                None if self.is_last => return Ok(skipped),
                Some(b' ') if self.indentation.spaces => {}
                Some(b'\t') if !self.indentation.spaces => {}
                Some(b' ' | b'\t') => return Err(IndentationError::Mixed),
                _ => return Err(IndentationError::TooSmall),
            }
        }
        Ok(self.indentation.columns as usize)
    }
}

/// Behind the first line end of `text`.
fn line_end(text: &[u8]) -> Option<usize> {
    let end = memchr2(b'\n', b'\r', text)?;
    Some(if text[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 })
}
