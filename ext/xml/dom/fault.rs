//! What is wrong with a text of HTML, in the words of the standard; the reader has words of its own.

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Whether tokens are wrong where they are, not bytes.
    pub of_tree: bool,
    /// Its name.
    pub name: &'static str,
    /// Where it is, from 1.
    pub line: usize,
    /// The same.
    pub column: usize,
    /// How many characters it is about.
    pub length: usize,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A start tag: of a head or another one.
    Start {
        /// Whether it is of a head.
        is_head: bool,
    },
    /// An end tag.
    End,
    /// The NUL character.
    Null,
    /// The end of the text.
    Over,
    /// Anything else.
    Other,
}

/// States of the tokenizer, which character it saw, or `*` for any, and what that is called.
const SEEN: &[(&str, char, &str)] = &[
    ("TagOpen", '?', "unexpected-question-mark-instead-of-tag-name"),
    ("TagOpen", '*', "invalid-first-character-of-tag-name"),
    ("EndTagOpen", '>', "missing-end-tag-name"),
    ("EndTagOpen", '*', "invalid-first-character-of-tag-name"),
    ("BeforeAttributeName", '=', "unexpected-equals-sign-before-attribute-name"),
    ("BeforeAttributeName", '*', "unexpected-character-in-attribute-name"),
    ("AttributeName", '*', "unexpected-character-in-attribute-name"),
    ("AfterAttributeName", '*', "unexpected-character-in-attribute-name"),
    ("BeforeAttributeValue", '*', "missing-attribute-value"),
    ("AttributeValue(Unquoted)", '*', "unexpected-character-in-unquoted-attribute-value"),
    ("AfterAttributeValueQuoted", '*', "missing-whitespace-between-attributes"),
    ("SelfClosingStartTag", '*', "unexpected-solidus-in-tag"),
    ("MarkupDeclarationOpen", '*', "incorrectly-opened-comment"),
    ("CommentStart", '*', "abrupt-closing-of-empty-comment"),
    ("CommentStartDash", '*', "abrupt-closing-of-empty-comment"),
    ("CommentLessThanSignBangDashDash", '*', "nested-comment"),
    ("CommentEndBang", '*', "incorrectly-closed-comment"),
    ("Doctype", '*', "missing-whitespace-before-doctype-name"),
    ("BeforeDoctypeName", '*', "missing-doctype-name"),
    ("AfterDoctypeName", '*', "invalid-character-sequence-after-doctype-name"),
    ("AfterDoctypeKeyword(Public)", '"', "missing-whitespace-after-doctype-public-keyword"),
    ("AfterDoctypeKeyword(Public)", '\'', "missing-whitespace-after-doctype-public-keyword"),
    ("AfterDoctypeKeyword(Public)", '>', "missing-doctype-public-identifier"),
    ("AfterDoctypeKeyword(Public)", '*', "missing-quote-before-doctype-public-identifier"),
    ("AfterDoctypeKeyword(System)", '"', "missing-whitespace-after-doctype-system-keyword"),
    ("AfterDoctypeKeyword(System)", '\'', "missing-whitespace-after-doctype-system-keyword"),
    ("AfterDoctypeKeyword(System)", '>', "missing-doctype-system-identifier"),
    ("AfterDoctypeKeyword(System)", '*', "missing-quote-before-doctype-system-identifier"),
    ("BeforeDoctypeIdentifier(Public)", '>', "missing-doctype-public-identifier"),
    ("BeforeDoctypeIdentifier(Public)", '*', "missing-quote-before-doctype-public-identifier"),
    ("BeforeDoctypeIdentifier(System)", '>', "missing-doctype-system-identifier"),
    ("BeforeDoctypeIdentifier(System)", '*', "missing-quote-before-doctype-system-identifier"),
    ("DoctypeIdentifierDoubleQuoted(Public)", '*', "abrupt-doctype-public-identifier"),
    ("DoctypeIdentifierSingleQuoted(Public)", '*', "abrupt-doctype-public-identifier"),
    ("DoctypeIdentifierDoubleQuoted(System)", '*', "abrupt-doctype-system-identifier"),
    ("DoctypeIdentifierSingleQuoted(System)", '*', "abrupt-doctype-system-identifier"),
    ("AfterDoctypeIdentifier(System)", '*', "unexpected-character-after-doctype-system-identifier"),
    (
        "AfterDoctypeIdentifier(Public)",
        '"',
        "missing-whitespace-between-doctype-public-and-system-identifiers",
    ),
    (
        "AfterDoctypeIdentifier(Public)",
        '\'',
        "missing-whitespace-between-doctype-public-and-system-identifiers",
    ),
    ("AfterDoctypeIdentifier(Public)", '*', "missing-quote-before-doctype-system-identifier"),
    (
        "BetweenDoctypePublicAndSystemIdentifiers",
        '*',
        "missing-quote-before-doctype-system-identifier",
    ),
];

/// What the tokenizer says in words; no name for what PHP does not tell.
const SAID: &[(&str, &str)] = &[
    ("Duplicate attribute", ""),
    ("Attributes on an end tag", "end-tag-with-attributes"),
    ("Self-closing end tag", "end-tag-with-trailing-solidus"),
    ("Semicolon missing", "missing-semicolon-after-character-reference"),
    ("Character reference does not end", "missing-semicolon-after-character-reference"),
    ("EOF in numeric character reference", "missing-semicolon-after-character-reference"),
    ("Numeric character reference without", "absence-of-digits-in-numeric-character-reference"),
    ("EOF after '#'", "absence-of-digits-in-numeric-character-reference"),
    ("Invalid character reference", "unknown-named-character-reference"),
];

/// What the end of the text in a state is called.
const ENDED: &[(&str, &str)] = &[
    ("TagOpen", "eof-before-tag-name"),
    ("EndTagOpen", "eof-before-tag-name"),
    ("Comment", "eof-in-comment"),
    ("Doctype", "eof-in-doctype"),
    ("BeforeDoctype", "eof-in-doctype"),
    ("AfterDoctype", "eof-in-doctype"),
    ("Between", "eof-in-doctype"),
    ("Cdata", "eof-in-cdata"),
    ("Script", "eof-in-script-html-comment-like-text"),
];

/// The name of what the tokenizer says; `reference` is the text from the last ampersand on.
pub fn of_token(said: &str, reference: &str) -> &'static str {
    if let Some(seen) = said.strip_prefix("Saw ") {
        if let Some(state) = seen.strip_prefix("EOF in state ") {
            let named = ENDED.iter().find(|(begin, _)| state.starts_with(begin));
            return named.map_or("eof-in-tag", |(_, name)| name);
        }
        let mut rest = seen.chars();
        let seen = rest.next().unwrap_or('\0');
        let state = rest.as_str().strip_prefix(" in state ").unwrap_or_default();
        if seen == '\0' {
            return "unexpected-null-character";
        }
        let is_it =
            |(own, what, _): &&(&str, char, &str)| *own == state && (*what == '*' || *what == seen);
        return SEEN.iter().find(is_it).map_or("unexpected-solidus-in-tag", |(_, _, name)| name);
    }
    let known = SAID.iter().find(|(begin, _)| said.starts_with(begin));
    known.map_or_else(|| of_number(reference), |(_, name)| name)
}

/// What is wrong with the number of a character.
fn of_number(reference: &str) -> &'static str {
    let digits = reference.trim_start_matches('&').trim_start_matches('#');
    let hexadecimal = digits.strip_prefix(['x', 'X']);
    let (digits, radix) = hexadecimal.map_or((digits, 10), |digits| (digits, 16));
    let end = digits.find(|char: char| !char.is_digit(radix)).unwrap_or(digits.len());
    match u32::from_str_radix(&digits[..end], radix) {
        Ok(0) => "null-character-reference",
        Ok(0xd800..=0xdfff) => "surrogate-character-reference",
        Ok(number) if number > 0x10_ffff => "character-reference-outside-unicode-range",
        Err(_) => "character-reference-outside-unicode-range",
        Ok(number) if (0xfdd0..=0xfdef).contains(&number) || number & 0xfffe == 0xfffe => {
            "noncharacter-character-reference"
        }
        Ok(_) => "control-character-reference",
    }
}

/// What a document type is called in the modes in which it is none.
const DOCTYPES: &[(&str, &str)] = &[
    ("BeforeHtml", "doctype-token-in-before-html-mode"),
    ("BeforeHead", "doctype-token-in-before-head-mode"),
    ("InHeadNoscript", "doctype-token-in-head-noscript-mode"),
    ("InHead", "doctype-token-in-head-mode"),
    ("AfterHead", "doctype-token-after-head-mode"),
    ("InTable", "doctype-token-in-table-mode"),
    ("InSelect", "doctype-token-in-select-mode"),
    ("AfterBody", "doctype-token-after-body-mode"),
    ("InFrameset", "doctype-token-in-frameset-mode"),
    ("AfterFrameset", "doctype-token-after-frameset-mode"),
    ("", "doctype-token-in-body-mode"),
];

/// What the builder of the tree says in words; no name for what PHP does not tell.
const BUILT: &[(&str, &str)] = &[
    ("Bad DOCTYPE", ""),
    ("Unacknowledged self-closing", ""),
    ("Unexpected open tag", ""),
    ("</body>", "no-body-element-in-scope"),
    ("</html>", "no-body-element-in-scope"),
    ("Unexpected open element", "missing-element-in-open-elements-stack"),
    ("Formatting element not open", "missing-element-in-open-elements-stack"),
    ("Formatting element not in scope", "missing-element-in-scope"),
    ("Formatting element not current", "unexpected-element-in-open-elements-stack"),
    ("Unexpected characters", "characters-in-table-text"),
    ("Non-space table text", "characters-in-table-text"),
    ("nested heading", "unexpected-element-in-open-elements-stack"),
    ("nested buttons", "unexpected-element-in-scope"),
    ("Nested <nobr>", "missing-element-in-open-elements-stack"),
    ("No ", "unexpected-closed-token"),
    ("Null form", "unexpected-closed-token"),
    ("Form element not in scope", "unexpected-closed-token"),
    ("Bad open element", "unexpected-element-in-open-elements-stack"),
    ("Closing wrong heading", "missing-element-in-open-elements-stack"),
    ("hr in option", "hr-parsing-select-optgroup-in-scope"),
    ("nested options", "option-parsing-optgroup-or-option-in-scope"),
    ("expected to close", "missing-element-in-open-elements-stack"),
    ("Found special tag", "unexpected-closed-token"),
];

/// The name of what the builder says of a token; nothing for what PHP does not tell.
pub fn of_tree(said: &str, shape: Shape) -> Option<&'static str> {
    if let Some(mode) = said.strip_prefix("DOCTYPE in insertion mode ") {
        return DOCTYPES.iter().find(|(begin, _)| mode.starts_with(begin)).map(|(_, name)| *name);
    }
    if let Some((begin, mode)) = said.rsplit_once(" in insertion mode ")
        && begin.starts_with("Unexpected token")
    {
        return Some(unexpected(mode, shape));
    }
    let known = BUILT.iter().find(|(begin, _)| said.starts_with(begin));
    Some(known.map_or("unexpected-token", |(_, name)| *name)).filter(|name| !name.is_empty())
}

fn unexpected(mode: &str, shape: Shape) -> &'static str {
    match (mode, shape) {
        ("Initial", _) => "unexpected-token-in-initial-mode",
        (_, Shape::Null) => "null-character",
        ("Text" | "InTemplate", Shape::Over) => "unexpected-end-of-file",
        ("BeforeHtml", Shape::End) => "unexpected-closed-token-in-before-html-mode",
        ("BeforeHead", Shape::End) => "unexpected-closed-token-in-before-head-mode",
        ("InHead", Shape::End) => "unexpected-closed-token-in-head-mode",
        ("AfterAfterBody" | "AfterAfterFrameset" | "AfterFrameset", Shape::End) => {
            "unexpected-token"
        }
        (_, Shape::End) => "unexpected-closed-token",
        ("InHead", Shape::Start { is_head: true }) => "head-token-in-head-mode",
        ("AfterHead", Shape::Start { is_head: true }) => "head-token-after-head-mode",
        _ => "unexpected-token",
    }
}
