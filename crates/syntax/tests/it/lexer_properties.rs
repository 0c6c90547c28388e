//! What holds for any input: no panic, adjacent tokens, linear time.

use std::time::{Duration, Instant};

use syntax::lexer::{Language, LexErrorKind, LexMode, LexOptions, Lexer};
use syntax::token::*;
use syntax::tokenizer::Tokens;
use syntax::{keyword, literal};

type Test = (&'static str, fn() -> Result<(), String>);

pub const TESTS: &[Test] = &[
    ("lexer::any_bytes_have_adjacent_tokens", any_bytes_have_adjacent_tokens),
    ("lexer::hostile_sources_take_linear_time", hostile_sources_take_linear_time),
    ("lexer::a_shebang_line_is_skipped_when_asked", a_shebang_line_is_skipped_when_asked),
    ("lexer::the_parser_sees_no_trivia", the_parser_sees_no_trivia),
    ("lexer::a_doc_comment_is_lost_at_a_brace", a_doc_comment_is_lost_at_a_brace),
    ("lexer::octal_overflow_warns", octal_overflow_warns),
    ("lexer::a_variable_may_not_replace_indentation", a_variable_may_not_replace_indentation),
    ("tokenizer::parsed_names_are_strings", parsed_names_are_strings),
    ("token::keywords_are_found_in_any_case", keywords_are_found_in_any_case),
    ("token::words_of_parse_errors", words_of_parse_errors),
];

/// What random sources are made of.
const PIECES: &[&[u8]] = &[
    b"<?php ",
    b"<?=",
    b"<?",
    b"?>",
    b"\n",
    b"\r",
    b"\t",
    b" ",
    b"\0",
    b"\xff",
    b"'",
    b"\"",
    b"`",
    b"$",
    b"{",
    b"}",
    b"(",
    b")",
    b"[",
    b"]",
    b"a",
    b"A",
    b"b",
    b"0",
    b"1",
    b"8",
    b"x",
    b"_",
    b"e",
    b"u",
    b".",
    b"-",
    b">",
    b"?",
    b"/",
    b"*",
    b"#",
    b"\\",
    b"<",
    b"<<<A\n",
    b"<<<'A'\n",
    b"\nA",
    b"\n A",
    b"\n\tA",
    b"&",
    b"yield ",
    b"from",
    b"enum ",
    b"extends",
    b"(set)",
    b"public",
    b"real",
    b"int",
    b"namespace",
    b"__halt_compiler",
    b";",
    b"\\u{",
    b"\\777",
];

fn any_bytes_have_adjacent_tokens() -> Result<(), String> {
    let mut random = 0x9e37_79b9_7f4a_7c15u64;
    let mut below = |bound: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random >> 33) as usize % bound
    };
    for round in 0..20_000 {
        let mut src = if round % 4 == 0 { Vec::new() } else { b"<?php ".to_vec() };
        for _ in 0..below(40) {
            src.extend_from_slice(PIECES[below(PIECES.len())]);
        }
        let options = LexOptions {
            short_tags: round % 3 == 0,
            language: if round % 5 == 0 { Language::Hack } else { Language::Php },
            ..LexOptions::default()
        };
        check_tokens(&src, LexOptions { mode: LexMode::Parse, ..options })?;
        check_tokens(&src, LexOptions { mode: LexMode::Tokenize, ..options })?;
        check_tokenizer(&src, options)?;
    }
    Ok(())
}

/// Reads all tokens, makes the values of all literals.
fn check_tokens(src: &[u8], options: LexOptions) -> Result<(), String> {
    let mut lexer = Lexer::new(src, options);
    let mut end = 0;
    for _ in 0..2 * src.len() + 2 {
        let token = lexer.next_token();
        if token.start != end || token.end < token.start {
            return Err(format!("{token:?} is not adjacent in \"{}\"", src.escape_ascii()));
        }
        end = token.end;
        let text = token.text(src);
        match token.kind {
            END if end as usize == src.len() => return Ok(()),
            T_ERROR if options.mode == LexMode::Tokenize => return Err("T_ERROR".into()),
            T_LNUMBER | T_DNUMBER => drop((literal::integer(text), literal::float(text))),
            T_NUM_STRING => drop(literal::offset_number(text)),
            T_CONSTANT_ENCAPSED_STRING => drop(literal::constant_string(text)),
            T_ENCAPSED_AND_WHITESPACE => drop(literal::text(src, token, lexer.text_kind())),
            _ => {}
        }
        drop(token.kind.describe_unexpected(text));
    }
    Err(format!("no end of \"{}\"", src.escape_ascii()))
}

/// Whether the tokenizer's tokens make up the source.
fn check_tokenizer(src: &[u8], options: LexOptions) -> Result<(), String> {
    let all: Vec<u8> =
        Tokens::new(src, options, &[]).flat_map(|token| token.text(src).iter().copied()).collect();
    if all == src { Ok(()) } else { Err(format!("\"{}\" is not covered", src.escape_ascii())) }
}

fn hostile_sources_take_linear_time() -> Result<(), String> {
    let repeated = [
        "\"",
        "\"$a",
        "\"{$a",
        "{$a[\"",
        "`",
        "'",
        "<<<A\n",
        "<<<A\n{$a[",
        "<<<A\n$a\n",
        "<<<A\n{$a]\n",
        "<<<A\n {$a[<<<B\n",
        "<<<AAAAAAAA\nAAAAAAA\n",
        "&//",
        "&//?><?php ",
        "& /*",
        "&#\n",
        "&/**/",
        "& ",
        "enum//?><?php ",
        "enum#\n",
        "enum /**/",
        "yield//?><?php ",
        "yield #\n",
        "yield\n/**/",
        "(  ",
        "( int",
        "<<< a",
        "<<<   ",
        "/*",
        "/**\n",
        "#",
        "//",
        "?>",
        "<?",
        "<",
        "${",
        "${a",
        "a\\",
        "\\a",
        "1_",
        "1e",
        "0x",
        "->",
        "?->",
        "$a[",
        "}",
        "(",
        ")",
        "\"\\u{1",
        "\"\\u{1\n",
        "\"{$a}\\u{z}\n",
        "\r",
        "\0",
    ];
    for piece in repeated {
        let src = [b"<?php ".to_vec(), piece.as_bytes().repeat(500_000 / piece.len())].concat();
        for mode in [LexMode::Parse, LexMode::Tokenize] {
            let start = Instant::now();
            let mut lexer = Lexer::new(&src, LexOptions { mode, ..LexOptions::default() });
            while lexer.next_token().kind != END {}
            if start.elapsed() > Duration::from_secs(5) {
                return Err(format!("{piece:?} takes {:?} in {mode:?}", start.elapsed()));
            }
        }
    }
    Ok(())
}

fn a_shebang_line_is_skipped_when_asked() -> Result<(), String> {
    let options = LexOptions { skip_shebang: true, ..LexOptions::default() };
    let first = |src: &[u8]| {
        let mut lexer = Lexer::new(src, options);
        let token = lexer.next_token();
        (token.kind, token.start, lexer.next_token().line)
    };
    expect(first(b"#!/bin/php\n<?php a"), (T_OPEN_TAG, 11, 2))?;
    expect(first(b"#!/bin/php\r\n<?php a"), (T_OPEN_TAG, 12, 2))?;
    expect(first(b"#!/bin/php"), (T_INLINE_HTML, 0, 1))?;
    expect(first(b"<?php a"), (T_OPEN_TAG, 0, 1))
}

fn the_parser_sees_no_trivia() -> Result<(), String> {
    let mut lexer = Lexer::new(b"a<?= 1 /* b */ ?>\n<?php # c", LexOptions::default());
    let kinds: Vec<TokenKind> = (0..5).map(|_| lexer.next_significant().kind).collect();
    expect(kinds, vec![T_INLINE_HTML, T_ECHO, T_LNUMBER, TokenKind::byte(b';'), END])
}

fn a_doc_comment_is_lost_at_a_brace() -> Result<(), String> {
    let after = |src: &[u8]| {
        let mut lexer = Lexer::new(src, LexOptions::default());
        while lexer.next_significant().kind != END {}
        (lexer.take_doc_comment(), lexer.take_doc_comment())
    };
    expect(after(b"<?php /** a */ b"), (Some((6, 14)), None))?;
    expect(after(b"<?php /** a */ /* b */ /** c */"), (Some((23, 31)), None))?;
    expect(after(b"<?php {/** a */ }"), (None, None))
}

fn octal_overflow_warns() -> Result<(), String> {
    let mut lexer = Lexer::new(b"<?php \"\n\\400\" . '\\400';", LexOptions::default());
    while lexer.next_token().kind != END {}
    let warnings: Vec<String> =
        lexer.take_warnings().iter().map(|found| format!("{} {found}", found.line)).collect();
    expect(
        warnings,
        vec!["2 Octal escape sequence overflow \\400 is greater than \\377".to_owned()],
    )
}

fn a_variable_may_not_replace_indentation() -> Result<(), String> {
    let first_error = |src: &[u8]| {
        let mut lexer = Lexer::new(src, LexOptions::default());
        while lexer.next_token().kind != END {}
        lexer.error().map(|error| (error.kind, error.line))
    };
    let error = Some((LexErrorKind::UnindentedVariable { columns: 2 }, 2));
    expect(first_error(b"<?php <<<A\n$a\n  A;"), error)?;
    expect(first_error(b"<?php <<<A\n{$a}\n  A;"), error)?;
    expect(first_error(b"<?php <<<A\n  $a\n  A;"), None)
}

fn parsed_names_are_strings() -> Result<(), String> {
    let src = b"<?php A::list; list(); A::__halt_compiler();";
    let kinds: Vec<TokenKind> = Tokens::new(src, LexOptions::default(), &[9, 26])
        .map(|token| token.kind)
        .filter(|kind| !kind.is_trivia() && kind.as_byte().is_none())
        .collect();
    let (colons, name) = (T_PAAMAYIM_NEKUDOTAYIM, T_STRING);
    expect(kinds, vec![name, colons, name, T_LIST, name, colons, name])
}

fn keywords_are_found_in_any_case() -> Result<(), String> {
    expect(keyword::lookup(b"foreach"), Some(T_FOREACH))?;
    expect(keyword::lookup(b"FOREACH"), Some(T_FOREACH))?;
    expect(keyword::lookup(b"__Halt_Compiler"), Some(T_HALT_COMPILER))?;
    expect(keyword::lookup(b"die"), Some(T_EXIT))?;
    expect(keyword::lookup(b"a\x13"), None)?;
    expect(keyword::lookup(b""), None)?;
    expect(keyword::lookup(b"foreachforeachforeach"), None)
}

fn words_of_parse_errors() -> Result<(), String> {
    let unexpected = |kind: TokenKind, text: &[u8]| {
        String::from_utf8_lossy(&kind.describe_unexpected(text)).into_owned()
    };
    expect(unexpected(T_LNUMBER, b"12"), "integer \"12\"".into())?;
    expect(unexpected(T_DOUBLE_ARROW, b"=>"), "token \"=>\"".into())?;
    expect(unexpected(TokenKind::byte(b';'), b"?>"), "token \";\"".into())?;
    expect(unexpected(TokenKind::byte(b'"'), b"\""), "double-quote mark".into())?;
    expect(unexpected(T_CONSTANT_ENCAPSED_STRING, b"'a'"), "single-quoted string \"a\"".into())?;
    expect(unexpected(T_BAD_CHARACTER, b"\x01"), "character 0x01".into())?;
    expect(unexpected(T_NS_SEPARATOR, b"\\"), "token \"\\\"".into())?;
    expect(unexpected(END, b""), "end of file".into())?;
    expect(T_VARIABLE.describe(), "variable".into())?;
    expect(T_CLASS.describe(), "\"class\"".into())
}

fn expect<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("found {found:?}, expected {expected:?}")) }
}
