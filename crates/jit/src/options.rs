//! How much is translated, and when.

/// What can be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// Whether anything is translated.
    pub enabled: bool,
    /// Entries of a function, or rounds of a loop, before it is profiled.
    pub threshold: u32,
    /// So many more for each instruction of the function: what is long takes long to translate, and must
    /// run the oftener before that pays.
    pub weight: u32,
    /// Entries or rounds that are profiled.
    pub profiled: u32,
    /// How often code may be left in one place before it is made again.
    pub exits: u32,
    /// How many of a hundred instructions may run their op body: machine code that does little
    /// but call them is slower than the interpreter, which does several at once.
    pub bodies: u32,
    /// How many of a hundred parts of the time translating may take. Code that was left too often is
    /// made again whatever that takes.
    pub time_share: u32,
    /// Bytes of code memory.
    pub code_bytes: u32,
    /// The numbers of the first and the last translation that is made, in the order in which they are
    /// asked for: to find by halves the one that matters.
    pub only: (u32, u32),
}

impl Options {
    /// The most bytes of code memory.
    pub const CODE_MAX: usize = 1 << 30;
}

impl Default for Options {
    fn default() -> Self {
        Self {
            enabled: true,
            threshold: 500,
            weight: 200,
            profiled: 12,
            exits: 24,
            bodies: 2,
            time_share: 12,
            code_bytes: 64 << 20,
            only: (0, u32::MAX),
        }
    }
}
