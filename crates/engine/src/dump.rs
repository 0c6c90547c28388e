//! The text forms of what a source becomes.

use bumpalo::Bump;
use hhbc::show::{HhasOptions, hhas};
use syntax::ast;
use syntax::diagnostic::Diagnostic;
use syntax::lexer::{LexMode, LexOptions, Lexer};
use syntax::parser::{self, Folding, ParseOptions};
use syntax::token::END;

use crate::compile::compile;
use crate::settings::Settings;
use crate::source::Source;

/// One line a token: its line, then `T_NAME("text")`, or `'+'` for a token of one character.
pub fn tokens(source: &Source, options: ParseOptions) -> Vec<u8> {
    let options = LexOptions { mode: LexMode::Tokenize, ..options.lex };
    let mut lexer = Lexer::new(&source.bytes, options);
    let mut out = Vec::new();
    loop {
        let token = lexer.next_token();
        if token.kind == END {
            return out;
        }
        out.extend_from_slice(format!("{}: ", token.line).as_bytes());
        match token.kind.name() {
            Some(name) => {
                let text = token.text(&source.bytes).escape_ascii();
                out.extend_from_slice(format!("{name}(\"{text}\")\n").as_bytes());
            }
            None => {
                let text = token.text(&source.bytes).escape_ascii();
                out.extend_from_slice(format!("'{text}'\n").as_bytes());
            }
        }
    }
}

/// The tree as written, then as folded.
pub fn ast(source: &Source, options: ParseOptions) -> Vec<u8> {
    let mut out = Vec::new();
    for (title, folding) in [("before folding", Folding::Off), ("after folding", Folding::On)] {
        let arena = Bump::new();
        let parse = parser::parse(&arena, &source.bytes, ParseOptions { folding, ..options });
        out.extend_from_slice(format!("// {title}\n").as_bytes());
        out.extend_from_slice(&ast::dump(&parse.file));
    }
    out
}

/// The bytecode as text that assembles, as `-vEval.DumpHhas=1` prints it.
pub fn assembly(source: &Source, options: ParseOptions) -> Result<String, Diagnostic> {
    compile(source, options).map(|unit| hhas(&unit, HhasOptions::default()))
}

/// The source as a page shows it, in the colours of the settings, as `php -s` prints it.
pub fn highlighted(source: &Source, settings: &Settings) -> Vec<u8> {
    let colour = |name: &str| settings.get(name).map(|value| value.as_bytes().to_vec());
    let colours = ext_tokenizer::Colours::new(colour);
    ext_tokenizer::html(&source.bytes, &colours, settings.parse_options().lex)
}

/// The same with lines, so that what assembles from it cannot be told from the source.
pub fn assembly_with_lines(source: &Source, options: ParseOptions) -> Result<String, Diagnostic> {
    compile(source, options).map(|unit| hhas(&unit, HhasOptions { lines: true }))
}

/// The source without comments, blanks run together, as `php -w` prints it.
pub fn stripped(source: &Source, options: ParseOptions) -> Vec<u8> {
    let options = LexOptions { mode: LexMode::Tokenize, ..options.lex };
    let mut lexer = Lexer::new(&source.bytes, options);
    let mut out = Vec::new();
    let mut is_blank = false;
    loop {
        let token = lexer.next_token();
        if token.kind == END {
            return out;
        }
        let text = token.text(&source.bytes);
        match token.kind.name() {
            Some("T_WHITESPACE") => {
                if !is_blank {
                    out.push(b' ');
                }
                is_blank = true;
            }
            Some("T_COMMENT" | "T_DOC_COMMENT") => {}
            Some("T_END_HEREDOC") => {
                out.extend_from_slice(text);
                let next = lexer.next_token();
                if next.kind == END {
                    return out;
                }
                // PHP: what follows the closing word stands on its line, and a line end behind it.
                if next.kind.name() != Some("T_WHITESPACE") {
                    out.extend_from_slice(next.text(&source.bytes));
                }
                out.push(b'\n');
                is_blank = true;
            }
            _ => {
                out.extend_from_slice(text);
                is_blank = false;
            }
        }
    }
}
