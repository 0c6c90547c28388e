//! Ways of running the tests that may not change what they print, and the tests that cannot be run
//! in one of them: `tests/conformance/modes.tsv`, a line each with the mode, the test (or a folder,
//! ending in `/`) and the reason.

use std::path::Path;

use anyhow::Context as _;

use crate::phpt::Phpt;

/// A way of running a test.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// As users run scripts.
    #[default]
    Usual,
    /// Without fused instructions and machine code.
    Plain,
    /// With fused and plain code in turn.
    Alternating,
    /// With the cycle collector at every possible root.
    GcStress,
    /// With machine code made of everything that runs at all.
    Machine,
    /// The same with so little room for it that it fills.
    Full,
    /// Three times in one process.
    Thrice,
    /// In two threads of one process.
    Threads,
}

/// What our command line writes behind each of several runs.
const MARK: &[u8] = b"\n#end of run\n";

/// What makes machine code of everything that runs at all.
const JIT: [&str; 4] =
    ["Eval.JitThreshold=1", "Eval.JitProfiled=1", "Eval.JitBodies=100", "Eval.JitTimeShare=100"];

const MODES: &[(&str, Mode, &[&str])] = &[
    ("usual", Mode::Usual, &[]),
    ("plain", Mode::Plain, &["Eval.Mode=plain", "Eval.Jit=0"]),
    ("alternating", Mode::Alternating, &["Eval.Mode=alternating", "Eval.Jit=0"]),
    ("gc", Mode::GcStress, &["Eval.GcStress=1"]),
    ("machine", Mode::Machine, &[JIT[0], JIT[1], JIT[2], JIT[3]]),
    ("full", Mode::Full, &[JIT[0], JIT[1], JIT[2], JIT[3], "Eval.JitASize=64K"]),
    ("thrice", Mode::Thrice, &["Eval.Repeat=3"]),
    ("threads", Mode::Threads, &["Eval.Threads=2"]),
];

impl Mode {
    /// The mode of a name.
    pub fn named(name: &str) -> anyhow::Result<Self> {
        let found = MODES.iter().find(|(known, ..)| *known == name);
        let names: Vec<&str> = MODES.iter().map(|(name, ..)| *name).collect();
        let (_, mode, _) = found.with_context(|| format!("modes are {}", names.join(", ")))?;
        Ok(*mode)
    }

    fn row(self) -> (&'static str, &'static [&'static str]) {
        let row = MODES.iter().find(|(_, mode, _)| *mode == self);
        row.map_or(("", &[]), |(name, _, settings)| (*name, *settings))
    }

    /// The settings that ask for it, as words of a shell's command line.
    pub fn shell_words(self) -> String {
        self.row().1.iter().map(|setting| format!(" -d {setting}")).collect()
    }

    /// Runs in one process.
    fn runs(self) -> usize {
        match self {
            Self::Thrice => 3,
            Self::Threads => 2,
            _ => 1,
        }
    }

    /// How often a test is run alone that failed among others: two threads meet in the files and ports
    /// that a test names, on some runs.
    pub fn attempts(self) -> usize {
        if self == Self::Threads { 8 } else { 1 }
    }

    /// How many times the usual time a test may take.
    pub fn slowness(self) -> u32 {
        if self == Self::GcStress { 4 } else { self.runs() as u32 }
    }

    /// Why a test cannot be run so; `None` when it can.
    pub fn cannot_run(self, test: &Phpt) -> Option<&'static str> {
        match self.runs() > 1 {
            true if test.has("STDIN") => Some("there is one standard input"),
            true if test.has("CLEAN") => Some("its runs share the files that CLEAN removes"),
            _ => None,
        }
    }

    /// What each run printed. A run that did not come to its end is missing.
    pub fn outputs(self, raw: &[u8]) -> Vec<&[u8]> {
        if self.runs() == 1 {
            return vec![raw];
        }
        let mut outputs = Vec::new();
        let mut rest = raw;
        while let Some(at) = rest.windows(MARK.len()).position(|window| window == MARK) {
            outputs.push(&rest[..at]);
            rest = &rest[at + MARK.len()..];
        }
        // What ends the process before the first run is what every run has to say.
        let missing = if outputs.is_empty() { raw } else { b"(no such run)" };
        outputs.resize(self.runs(), missing);
        outputs
    }
}

/// The tests that cannot be run in a mode.
pub struct Exceptions(Vec<String>);

impl Exceptions {
    /// Those of `mode`, from the table of a checkout.
    pub fn read(root: &Path, mode: Mode) -> anyhow::Result<Self> {
        let path = root.join("tests/conformance/modes.tsv");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let name = mode.row().0;
        let of_mode = |line: &str| {
            let mut fields = line.split('\t');
            (fields.next() == Some(name)).then(|| fields.next().unwrap_or_default().to_owned())
        };
        Ok(Self(text.lines().filter_map(of_mode).collect()))
    }

    /// Whether a test is among them.
    pub fn has(&self, test: &str) -> bool {
        self.0.iter().any(|name| match name.ends_with('/') {
            true => test.starts_with(name.as_str()),
            false => test == name,
        })
    }
}
