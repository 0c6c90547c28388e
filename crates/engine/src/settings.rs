//! Settings: one row each, for `php -d`, ini files and `--help`.

use syntax::lexer::LexOptions;
use syntax::parser::ParseOptions;

/// What settings are in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Whether `<?` opens script.
    pub short_open_tag: bool,
    /// Whether the bytecode of the main script is printed before it runs (`Eval.DumpBytecode`).
    pub dump_bytecode: bool,
    /// Bytes that a request may take; no limit is `usize::MAX`.
    pub memory_limit: usize,
    /// What is translated to machine code, and when (`Eval.Jit…`).
    pub jit: jit::Options,
    /// Whether a report on machine code is written to the error stream at the end
    /// (`Eval.JitReport`).
    pub jit_report: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { short_open_tag: true, dump_bytecode: false, memory_limit: 128 << 20, jit: jit::Options::default(), jit_report: false }
    }
}

impl Settings {
    /// Sets one by its ini name. PHP: a name that nobody knows is no error.
    pub fn set(&mut self, name: &str, value: &str) {
        match name {
            "short_open_tag" => self.short_open_tag = ini_bool(value),
            "memory_limit" => self.memory_limit = ini_limit(value),
            "Eval.Jit" => self.jit.enabled = ini_bool(value),
            "Eval.JitThreshold" => self.jit.threshold = ini_count(value),
            "Eval.JitProfiled" => self.jit.profiled = ini_count(value),
            "Eval.JitExits" => self.jit.exits = ini_count(value),
            "Eval.JitReport" => self.jit_report = ini_bool(value),
            _ => {}
        }
    }

    /// How to parse a main script under these settings.
    pub fn parse_options(&self) -> ParseOptions {
        let lex = LexOptions {
            short_tags: self.short_open_tag,
            skip_shebang: true,
            ..LexOptions::default()
        };
        ParseOptions { lex, ..ParseOptions::default() }
    }
}

/// PHP: `1`, `true`, `on` and `yes` are on, and so is any other number but 0.
fn ini_bool(value: &str) -> bool {
    let word = value.trim().to_ascii_lowercase();
    matches!(word.as_str(), "true" | "on" | "yes") || word.parse::<i64>().is_ok_and(|n| n != 0)
}

fn ini_count(value: &str) -> u32 {
    value.trim().parse().unwrap_or(0)
}

/// PHP: a number with `K`, `M` or `G` behind it; a negative one is no limit.
fn ini_limit(value: &str) -> usize {
    let value = value.trim();
    let digits = value.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let Ok(number) = digits.parse::<i64>() else { return 0 };
    let Ok(number) = usize::try_from(number) else { return usize::MAX };
    let shift = match value.bytes().last().map(|byte| byte.to_ascii_uppercase()) {
        Some(b'K') => 10,
        Some(b'M') => 20,
        Some(b'G') => 30,
        _ => 0,
    };
    number.saturating_mul(1 << shift)
}
