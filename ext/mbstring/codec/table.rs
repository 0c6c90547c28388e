//! Tables of characters: what bytes mean, and the other way round.
//!
//! A file, as `tables.php` writes it, holds planes, sequences and changes. A plane is the length of
//! what stands before its pairs, that, the first and last lead byte (0 and 0 for single bytes), the
//! first and last trail byte, and for each pair the code point as 16 bits, little-endian: 0 for
//! none, from 0xd800 on the number of a sequence. Sequences are several code points, or one beyond
//! 16 bits. Changes are characters that are not written as the first pair that means them:
//! code points, then bytes, none for what cannot be written.
//!
//! # Invariants
//! - The files are made by the generator alone and whole; what reads them may index.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The bytes of a character.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Bytes {
    length: u8,
    bytes: [u8; 4],
}

impl Bytes {
    /// Up to four bytes.
    pub fn new(bytes: &[u8]) -> Self {
        let mut held = [0; 4];
        held[..bytes.len()].copy_from_slice(bytes);
        Self { length: bytes.len() as u8, bytes: held }
    }

    /// As a slice.
    pub fn as_slice(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

/// The first cell that is a sequence.
const SEQUENCE: u16 = 0xd800;

struct Plane {
    prefix: &'static [u8],
    leads: (u8, u8),
    trails: (u8, u8),
    cells: &'static [u8],
}

impl Plane {
    fn columns(&self) -> usize {
        usize::from(self.trails.1 - self.trails.0) + 1
    }

    fn cell(&self, lead: u8, trail: u8) -> u16 {
        if !(self.leads.0..=self.leads.1).contains(&lead)
            || !(self.trails.0..=self.trails.1).contains(&trail)
        {
            return 0;
        }
        let row = usize::from(lead - self.leads.0);
        let at = (row * self.columns() + usize::from(trail - self.trails.0)) * 2;
        u16::from_le_bytes([self.cells[at], self.cells[at + 1]])
    }
}

struct Layout {
    planes: Vec<Plane>,
    sequences: Vec<Box<[u32]>>,
    changes: &'static [u8],
}

/// What characters are written as: by code point in pages of 256, and by several code points.
struct Written {
    pages: Vec<u16>,
    held: Vec<[Bytes; 256]>,
    several: HashMap<u32, Vec<(Box<[u32]>, Bytes)>>,
}

/// How bytes of the table behind are written.
pub type Translate = fn(&[u8]) -> Option<Bytes>;

/// The characters of an encoding.
pub struct Table {
    file: &'static [u8],
    behind: Option<(&'static Table, Translate)>,
    /// Whether pairs are numbers of characters that are written as UTF-8.
    is_numbered: bool,
    layout: OnceLock<Layout>,
    written: OnceLock<Written>,
}

struct Reader(&'static [u8]);

impl Reader {
    fn take(&mut self, length: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at(length);
        self.0 = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.take(1)[0]
    }

    fn codes(&mut self) -> Box<[u32]> {
        let count = usize::from(self.byte());
        let triples = self.take(count * 3).as_chunks::<3>().0;
        triples
            .iter()
            .map(|&[low, middle, high]| u32::from_le_bytes([low, middle, high, 0]))
            .collect()
    }

    fn plane(&mut self) -> Plane {
        let length = usize::from(self.byte());
        let prefix = self.take(length);
        let leads = (self.byte(), self.byte());
        let trails = (self.byte(), self.byte());
        let rows = usize::from(leads.1 - leads.0) + 1;
        let columns = usize::from(trails.1 - trails.0) + 1;
        Plane { prefix, leads, trails, cells: self.take(rows * columns * 2) }
    }
}

impl Written {
    fn set(&mut self, codes: &[u32], bytes: Bytes) {
        match codes {
            &[code] => {
                let page = &mut self.pages[(code >> 8) as usize];
                if *page == 0 {
                    self.held.push([Bytes::default(); 256]);
                    *page = self.held.len() as u16;
                }
                self.held[usize::from(*page) - 1][(code & 0xff) as usize] = bytes;
            }
            [first, ..] => {
                let all = self.several.entry(*first).or_default();
                all.retain(|(held, _)| **held != *codes);
                if bytes.length > 0 {
                    all.push((codes.into(), bytes));
                    all.sort_by_key(|(held, _)| std::cmp::Reverse(held.len()));
                }
            }
            [] => {}
        }
    }

    fn get(&self, code: u32) -> Option<Bytes> {
        let page = *self.pages.get((code >> 8) as usize)?;
        let held = self.held.get(usize::from(page).checked_sub(1)?)?;
        Some(held[(code & 0xff) as usize]).filter(|bytes| bytes.length > 0)
    }

    fn holds(&self, codes: &[u32]) -> bool {
        match codes {
            &[code] => self.get(code).is_some(),
            [first, ..] => self
                .several
                .get(first)
                .is_some_and(|all| all.iter().any(|(held, _)| **held == *codes)),
            [] => true,
        }
    }
}

impl Table {
    const fn whole(
        file: &'static [u8],
        behind: Option<(&'static Self, Translate)>,
        is_numbered: bool,
    ) -> Self {
        Self { file, behind, is_numbered, layout: OnceLock::new(), written: OnceLock::new() }
    }

    /// The table of a file alone.
    pub const fn new(file: &'static [u8]) -> Self {
        Self::whole(file, None, false)
    }

    /// The table of a file whose pairs are numbers of characters.
    pub const fn numbered(file: &'static [u8]) -> Self {
        Self::whole(file, None, true)
    }

    /// The table of a file whose characters are otherwise written as another's.
    pub const fn before(file: &'static [u8], behind: &'static Table, how: Translate) -> Self {
        Self::whole(file, Some((behind, how)), false)
    }

    fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| {
            let mut reader = Reader(self.file);
            let planes = (0..reader.byte()).map(|_| reader.plane()).collect();
            let count = u16::from_le_bytes([reader.byte(), reader.byte()]);
            let sequences = (0..count).map(|_| reader.codes()).collect();
            Layout { planes, sequences, changes: reader.0 }
        })
    }

    /// Adds what a pair behind a prefix means, in the table behind when this one has no planes;
    /// `false` when that is nothing. The lead of a single byte is 0.
    pub fn push(&self, prefix: &[u8], (lead, trail): (u8, u8), out: &mut Vec<u32>) -> bool {
        let layout = self.layout();
        if let Some((behind, _)) = self.behind.filter(|_| layout.planes.is_empty()) {
            return behind.push(prefix, (lead, trail), out);
        }
        let is_single = lead == 0;
        let plane = layout
            .planes
            .iter()
            .find(|plane| plane.prefix == prefix && (plane.leads.1 == 0) == is_single);
        match plane.map_or(0, |plane| plane.cell(lead, trail)) {
            0 => return false,
            cell @ SEQUENCE..0xe000 => {
                out.extend_from_slice(&layout.sequences[usize::from(cell - SEQUENCE)]);
            }
            cell => out.push(u32::from(cell)),
        }
        true
    }

    fn written(&self) -> &Written {
        self.written.get_or_init(|| {
            let pages = vec![0; 0x1100];
            let mut written = Written { pages, held: Vec::new(), several: HashMap::new() };
            if let Some((behind, how)) = self.behind {
                translate(behind.written(), how, &mut written);
            } else {
                self.reverse(&mut written);
            }
            let mut changes = Reader(self.layout().changes);
            while !changes.0.is_empty() {
                let codes = changes.codes();
                let length = usize::from(changes.byte());
                written.set(&codes, Bytes::new(changes.take(length)));
            }
            written
        })
    }

    fn reverse(&self, written: &mut Written) {
        for plane in &self.layout().planes {
            for (at, cell) in plane.cells.as_chunks::<2>().0.iter().enumerate() {
                let cell = u16::from_le_bytes(*cell);
                let (row, column) = (at / plane.columns(), at % plane.columns());
                let lead = plane.leads.0 + row as u8;
                let trail = plane.trails.0 + column as u8;
                let single = [u32::from(cell)];
                let codes = match cell {
                    0 => continue,
                    SEQUENCE..0xe000 => &self.layout().sequences[usize::from(cell - SEQUENCE)],
                    _ => &single[..],
                };
                if !written.holds(codes) {
                    let pair = if plane.leads.1 == 0 { &[trail][..] } else { &[lead, trail] };
                    let bytes = match char::from_u32(u32::from(lead) << 8 | u32::from(trail)) {
                        Some(number) if self.is_numbered => number.to_string().into_bytes(),
                        _ => [plane.prefix, pair].concat(),
                    };
                    written.set(codes, Bytes::new(&bytes));
                }
            }
        }
    }

    /// How the first characters are written, and how many they are.
    pub fn bytes(&self, text: &[u32]) -> Option<(Bytes, usize)> {
        let written = self.written();
        let first = text.first()?;
        let several = written.several.get(first).into_iter().flatten();
        if let Some((codes, bytes)) = { several }.find(|(codes, _)| text.starts_with(codes)) {
            return Some((*bytes, codes.len()));
        }
        written.get(*first).map(|bytes| (bytes, 1))
    }

    /// Whether a plane without a prefix has the character as a pair.
    pub fn has_pair(&self, code: u32) -> bool {
        self.written().get(code).is_some_and(|bytes| bytes.length == 2)
    }
}

fn translate(from: &Written, how: Translate, to: &mut Written) {
    for (high, &page) in from.pages.iter().enumerate() {
        let Some(page) = usize::from(page).checked_sub(1) else { continue };
        for (low, bytes) in from.held[page].iter().enumerate() {
            if bytes.length > 0
                && let Some(bytes) = how(bytes.as_slice())
            {
                to.set(&[(high << 8 | low) as u32], bytes);
            }
        }
    }
    for (codes, bytes) in from.several.values().flatten() {
        if let Some(bytes) = how(bytes.as_slice()) {
            to.set(codes, bytes);
        }
    }
}
