//! Settings: one row each, for `php -d`, ini files and `--help`.

use syntax::lexer::LexOptions;
use syntax::parser::ParseOptions;

/// What settings are in force.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Whether `<?` opens script.
    pub short_open_tag: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { short_open_tag: true }
    }
}

impl Settings {
    /// Sets one by its ini name. PHP: a name that nobody knows is no error.
    pub fn set(&mut self, name: &str, value: &str) {
        if name == "short_open_tag" {
            self.short_open_tag = ini_bool(value);
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
