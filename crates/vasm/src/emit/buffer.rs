//! The code of one area while its jumps have no size yet.
//!
//! A jump between two blocks of an area takes two bytes or up to six, depending on a distance that
//! depends on other jumps. So jumps and padding are kept as *gaps* beside the bytes; when all
//! code is there, every jump starts short and grows while its target is out of reach.
//!
//! # Invariants
//! - A jump only grows, so the search for sizes ends; padding follows exactly.
//! - A [`Pos`] names a place before the gaps have sizes; [`Buffer::finish`] maps it to an offset.

use crate::inst::Cc;
use crate::isa::host::Encoder;
use crate::unit::BlockId;

/// A place between two bytes or gaps.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Pos {
    raw: u32,
    gaps: u32,
}

#[derive(Clone, Copy, Debug)]
enum GapKind {
    /// `jmp`, or `jcc` with a condition.
    Jump(Option<Cc>, BlockId),
    /// `nop`s, until what is `lead` bytes further on starts a multiple of `to`.
    Align { to: u32, lead: u32 },
    /// `nop`s, until four bytes that are `lead` bytes further on lie within eight aligned ones.
    Patchable { lead: u32 },
}

#[derive(Clone, Copy, Debug)]
struct Gap {
    raw: u32,
    size: u32,
    /// The offset of its first byte in the latest attempt.
    offset: u32,
    kind: GapKind,
}

/// The code of one area.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    pub encoder: Encoder,
    gaps: Vec<Gap>,
}

const SHORT: u32 = 2;

fn long_size(cc: Option<Cc>) -> u32 {
    if cc.is_some() { 6 } else { 5 }
}

impl Buffer {
    /// The place after all that has been written.
    pub fn pos(&self) -> Pos {
        Pos { raw: self.encoder.bytes.len() as u32, gaps: self.gaps.len() as u32 }
    }

    /// The place `back` bytes before the end, with no gap between.
    pub fn pos_back(&self, back: u32) -> Pos {
        let end = self.pos();
        Pos { raw: end.raw - back, gaps: end.gaps }
    }

    fn gap(&mut self, kind: GapKind, size: u32) {
        let raw = self.encoder.bytes.len() as u32;
        self.gaps.push(Gap { raw, size, offset: raw, kind });
    }

    /// A jump to a block of this area.
    pub fn jump(&mut self, cc: Option<Cc>, target: BlockId) {
        self.gap(GapKind::Jump(cc, target), SHORT);
    }

    /// Padding up to a multiple of `to`, a power of two.
    pub fn align(&mut self, to: u32) {
        self.gap(GapKind::Align { to, lead: 0 }, 0);
    }

    /// Padding before an instruction whose 32-bit field, `lead` bytes in, is patched atomically.
    pub fn align_field(&mut self, lead: u32) {
        self.gap(GapKind::Patchable { lead }, 0);
    }

    /// Settles all sizes. `label` tells the place of a block of this area.
    pub fn finish(mut self, label: impl Fn(BlockId) -> Pos) -> Finished {
        while self.settle(&label) {}
        let mut out = Encoder { bytes: Vec::with_capacity(self.encoder.bytes.len() * 5 / 4 + 16) };
        let mut raw = 0;
        for gap in &self.gaps {
            out.bytes.extend_from_slice(&self.encoder.bytes[raw..gap.raw as usize]);
            raw = gap.raw as usize;
            debug_assert_eq!(out.bytes.len() as u32, gap.offset, "invariant: sizes are settled");
            match gap.kind {
                GapKind::Jump(cc, target) => {
                    let distance =
                        self.offset(label(target)) as i32 - (gap.offset + gap.size) as i32;
                    write_jump(&mut out, cc, distance, gap.size);
                }
                GapKind::Align { .. } | GapKind::Patchable { .. } => out.nops(gap.size as usize),
            }
        }
        out.bytes.extend_from_slice(&self.encoder.bytes[raw..]);
        Finished { bytes: out.bytes, gaps: self.gaps }
    }

    /// One round; whether a gap changed.
    fn settle(&mut self, label: &impl Fn(BlockId) -> Pos) -> bool {
        let mut grown = 0;
        for gap in &mut self.gaps {
            gap.offset = gap.raw + grown;
            if let Some(size) = padding(gap) {
                gap.size = size;
            }
            grown += gap.size;
        }
        let mut changed = false;
        for index in 0..self.gaps.len() {
            let gap = self.gaps[index];
            match gap.kind {
                GapKind::Jump(cc, target) if gap.size == SHORT => {
                    let distance = self.offset(label(target)) as i32 - (gap.offset + SHORT) as i32;
                    if i8::try_from(distance).is_err() {
                        self.gaps[index].size = long_size(cc);
                        changed = true;
                    }
                }
                _ => {}
            }
        }
        changed
    }

    fn offset(&self, pos: Pos) -> u32 {
        offset(&self.gaps, pos)
    }
}

/// How many bytes a padding gap needs where it is now.
fn padding(gap: &Gap) -> Option<u32> {
    match gap.kind {
        GapKind::Jump(..) => None,
        GapKind::Align { to, lead } => {
            Some((gap.offset + lead).next_multiple_of(to) - gap.offset - lead)
        }
        GapKind::Patchable { lead } => {
            let field = (gap.offset + lead) % 8;
            Some(if field <= 4 { 0 } else { 8 - field })
        }
    }
}

fn write_jump(out: &mut Encoder, cc: Option<Cc>, distance: i32, size: u32) {
    match (cc, size) {
        (Some(cc), SHORT) => out.bytes.extend_from_slice(&[0x70 | cc as u8, distance as u8]),
        (None, SHORT) => out.bytes.extend_from_slice(&[0xeb, distance as u8]),
        (cc, _) => {
            match cc {
                Some(cc) => out.bytes.extend_from_slice(&[0x0f, 0x80 | cc as u8]),
                None => out.bytes.push(0xe9),
            }
            out.bytes.extend_from_slice(&distance.to_le_bytes());
        }
    }
}

fn offset(gaps: &[Gap], pos: Pos) -> u32 {
    match pos.gaps.checked_sub(1) {
        None => pos.raw,
        Some(last) => {
            let gap = &gaps[last as usize];
            gap.offset + gap.size + (pos.raw - gap.raw)
        }
    }
}

/// An area's code with all sizes settled.
#[derive(Debug)]
pub(crate) struct Finished {
    pub bytes: Vec<u8>,
    gaps: Vec<Gap>,
}

impl Finished {
    /// The offset that a place has become.
    pub fn offset(&self, pos: Pos) -> u32 {
        offset(&self.gaps, pos)
    }
}
