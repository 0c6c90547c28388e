//! Classes of bytes, by table, and counting of lines.

use memchr::memchr_iter;

const LABEL_START: u8 = 1;
const LABEL: u8 = 2;
/// What may end or interrupt text with variables, outside a heredoc.
const TEXT: u8 = 4;
/// What may end or interrupt the text of a heredoc.
const HEREDOC: u8 = 8;
/// What ends or interrupts a line of text in single quotes.
const SINGLE_QUOTED: u8 = 16;

static CLASSES: [u8; 256] = build_classes();

const fn build_classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let char = byte as u8;
        if char.is_ascii_alphabetic() || char == b'_' || char >= 0x80 {
            classes[byte] |= LABEL_START | LABEL;
        }
        if char.is_ascii_digit() {
            classes[byte] |= LABEL;
        }
        if matches!(char, b'"' | b'`' | b'\\' | b'$' | b'{') {
            classes[byte] |= TEXT;
        }
        if matches!(char, b'\n' | b'\r' | b'\\' | b'$' | b'{') {
            classes[byte] |= HEREDOC;
        }
        if matches!(char, b'\n' | b'\r' | b'\\' | b'\'') {
            classes[byte] |= SINGLE_QUOTED;
        }
        byte += 1;
    }
    classes
}

/// Whether a name may begin with this byte.
#[inline]
pub(crate) fn is_label_start(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & LABEL_START != 0
}

/// Whether a name may contain this byte.
#[inline]
pub(crate) fn is_label(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & LABEL != 0
}

/// Whether text between quotes may end or be interrupted here.
#[inline]
pub(crate) fn is_text_stop(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & TEXT != 0
}

/// Whether the text of a heredoc may end or be interrupted here.
#[inline]
pub(crate) fn is_heredoc_stop(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & HEREDOC != 0
}

/// Whether a line of text in single quotes may end or be interrupted here.
#[inline]
pub(crate) fn is_single_quoted_stop(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & SINGLE_QUOTED != 0
}

/// Whether this is a blank that does not end a line.
#[inline]
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Whether this byte ends a line, alone or as a part of `\r\n`.
#[inline]
pub(crate) fn is_newline(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Texts below this length are looked through byte by byte.
const SHORT: usize = 32;

/// How many lines end in `text`: with `\n`, `\r\n` or `\r`.
#[inline]
pub(crate) fn count_lines(text: &[u8]) -> u32 {
    match text.len() < SHORT && !text.iter().any(|&byte| is_newline(byte)) {
        true => 0,
        false => count_long(text),
    }
}

fn count_long(text: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', text).count();
    let returns = memchr_iter(b'\r', text);
    // One that a feed follows is part of the end that the feed is.
    let alone = returns.filter(|&at| text.get(at + 1) != Some(&b'\n')).count();
    (feeds + alone) as u32
}
