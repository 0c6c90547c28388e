//! Settings: one row each, for `php -d`, ini files and `--help`.

use runtime::native::called;
use syntax::lexer::LexOptions;
use syntax::parser::ParseOptions;
use vm::request::ini::Files;
pub use vm::request::output::Buffering;
use vm::unit::Mode;

/// What settings are in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Whether `<?` opens script.
    pub short_open_tag: bool,
    /// Whether the bytecode of the main script is printed before it runs (`Eval.DumpBytecode`).
    pub dump_bytecode: bool,
    /// What is translated to machine code, and when (`Eval.Jit…`).
    pub jit: jit::Options,
    /// Whether a report on machine code is written to the error stream at the end
    /// (`Eval.JitReport`).
    pub jit_report: bool,
    /// How bytecode is translated (`Eval.Mode`: `fused`, `plain`, `alternating` or
    /// `bodies`).
    pub mode: Mode,
    /// Whether the cycle collector runs as often as it can (`Eval.GcStress`).
    pub gc_stress: bool,
    /// All that was set, by ini name, the last value of each.
    pairs: Vec<(String, String)>,
    /// Whether scripts answer requests of a server.
    pub serves: bool,
    /// How long what a script prints may wait.
    pub buffering: Buffering,
    /// The files that it came from.
    pub files: Files,
}

/// Bytes that a request may take when nothing else is said.
pub(crate) const MEMORY_LIMIT: usize = 128 << 20;

impl Default for Settings {
    fn default() -> Self {
        Self {
            short_open_tag: true,
            dump_bytecode: false,
            jit: jit::Options { enabled: !called::is_on(), ..jit::Options::default() },
            jit_report: false,
            mode: if called::is_on() { Mode::Plain } else { Mode::Fused },
            gc_stress: false,
            pairs: Vec::new(),
            serves: false,
            buffering: Buffering::default(),
            files: Files::default(),
        }
    }
}

impl Settings {
    /// Sets one by its ini name. PHP: a name that nobody knows is no error.
    pub fn set(&mut self, name: &str, value: &str) {
        match name {
            "short_open_tag" => self.short_open_tag = ini_bool(value),
            "Eval.Jit" => self.jit.enabled = ini_bool(value),
            "Eval.JitThreshold" => {
                self.jit.threshold = ini_count(value);
                self.jit.weight = 0;
            }
            "Eval.JitASize" => {
                self.jit.code_bytes = ini_limit(value).min(jit::Options::CODE_MAX) as u32;
            }
            "Eval.JitFirst" => self.jit.only.0 = ini_count(value),
            "Eval.JitLast" => self.jit.only.1 = ini_count(value),
            "Eval.JitWeight" => self.jit.weight = ini_count(value),
            "Eval.JitTimeShare" => self.jit.time_share = ini_count(value),
            "Eval.JitProfiled" => self.jit.profiled = ini_count(value),
            "Eval.JitExits" => self.jit.exits = ini_count(value),
            "Eval.JitBodies" => self.jit.bodies = ini_count(value),
            "Eval.Mode" => self.mode = mode_named(value),
            "Eval.GcStress" => self.gc_stress = ini_bool(value),
            "Eval.JitReport" => self.jit_report = ini_bool(value),
            _ => {}
        }
        let is_element = name.ends_with("[]");
        match self.pairs.iter_mut().find(|(found, _)| found == name && !is_element) {
            Some(found) => value.clone_into(&mut found.1),
            None => self.pairs.push((name.to_owned(), value.to_owned())),
        }
    }

    /// All that was set: names and values.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What one was set to.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// Bytes that a request may take; no limit is `usize::MAX`.
    pub fn memory_limit(&self) -> usize {
        self.get("memory_limit").map_or(MEMORY_LIMIT, ini_limit)
    }

    /// The names in a list that separates them by commas or blanks, in lower case.
    pub fn list(&self, name: &str) -> Vec<String> {
        let list = self.get(name).unwrap_or_default().to_ascii_lowercase();
        let names = list.split([',', ' ']).filter(|name| !name.is_empty());
        names.map(str::to_owned).collect()
    }

    /// How to parse a main script under these settings.
    pub fn parse_options(&self) -> ParseOptions {
        let lex = LexOptions {
            short_tags: self.short_open_tag,
            skip_shebang: true,
            ..LexOptions::default()
        };
        let multibyte = self.get("zend.multibyte").is_some_and(ini_bool);
        let transcoder = multibyte.then(|| crate::multibyte::transcoder(self));
        ParseOptions { lex, multibyte, transcoder, ..ParseOptions::default() }
    }
}

/// PHP: `1`, `true`, `on` and `yes` are on, and so is any other number but 0.
fn ini_bool(value: &str) -> bool {
    let word = value.trim().to_ascii_lowercase();
    matches!(word.as_str(), "true" | "on" | "yes") || word.parse::<i64>().is_ok_and(|n| n != 0)
}

fn mode_named(value: &str) -> Mode {
    match value.trim() {
        "plain" => Mode::Plain,
        "alternating" => Mode::Alternating,
        "bodies" => Mode::Bodies,
        _ => Mode::Fused,
    }
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
