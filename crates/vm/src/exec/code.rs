//! Code under construction and finished: cells, and what each of them stands for.

use hhbc::flags::Flags;

use super::draft::{Draft, Field};
use super::fuse::Fuser;
use super::site::{Site, Sites};
use crate::dispatch::{Constant, ExecCell, Pc, plain_handler, switch_code};
use crate::func::PhpFunc;
use crate::unit::Mode;

/// What a cell stands for: the first site of its group, and how many.
#[derive(Clone, Copy, Debug)]
struct Group {
    first: u32,
    count: u32,
}

/// One translation of a function.
pub struct ExecCode {
    cells: &'static [ExecCell],
    groups: Vec<Group>,
    /// For each site the number of the instruction that begins with it.
    of_site: Vec<Option<u32>>,
}

/// All translations of a function, and its sites.
pub struct FuncCode {
    sites: Sites,
    codes: Vec<ExecCode>,
}

impl FuncCode {
    /// Translates a function as its unit asks.
    pub fn translate(func: &'static PhpFunc) -> Self {
        let sites = Sites::of(func);
        let fuser = Fuser::new(func, &sites);
        let fused = || build(&sites, |at| fuser.group(at), None);
        let plain = || build(&sites, |_| None, None);
        let codes = match func.unit().mode() {
            Mode::Plain => vec![plain()],
            Mode::Fused => vec![fused().or_else(plain)],
            Mode::Alternating => match fused() {
                None => vec![plain()],
                Some(first) => {
                    let starts = first.of_site;
                    let to_plain = Switch { to: 1, starts: None };
                    let to_fused = Switch { to: 0, starts: Some(&starts) };
                    vec![
                        build(&sites, |at| fuser.group(at), Some(to_plain)),
                        build(&sites, |_| None, Some(to_fused)),
                    ]
                }
            },
        };
        let codes = codes.into_iter().flatten().collect();
        Self { sites, codes }
    }

    /// The sites.
    pub fn sites(&self) -> &Sites {
        &self.sites
    }

    /// Where the function begins.
    pub fn start(&self) -> Pc {
        Pc::start_of(self.codes[0].cells)
    }

    /// Where the site with this number begins, in the code with this number.
    pub(crate) fn pc_of(&self, code: usize, site: usize) -> Option<Pc> {
        let code = &self.codes[code];
        let index = code.of_site.get(site).copied().flatten()?;
        Some(Pc::of(code.cells, index as usize))
    }

    /// The number of the code that `pc` is in, and the sites of its group.
    pub(crate) fn locate(&self, pc: Pc) -> Option<(usize, &'static [Site])> {
        self.codes.iter().enumerate().find_map(|(number, code)| {
            let group = code.groups.get(pc.index_in(code.cells)?)?;
            let first = group.first as usize;
            Some((number, &self.sites.all()[first..first + group.count as usize]))
        })
    }

    /// The site with which the instruction at `pc` begins.
    pub(crate) fn site_at(&self, pc: Pc) -> Option<&'static Site> {
        self.codes.iter().find_map(|code| {
            let group = code.groups.get(pc.index_in(code.cells)?)?;
            self.sites.all().get(group.first as usize)
        })
    }

    /// The translations, for dumps: the sites of each instruction.
    pub(super) fn listings(&self) -> Vec<Vec<&'static [Site]>> {
        let all = self.sites.all();
        let of = |group: &Group| &all[group.first as usize..(group.first + group.count) as usize];
        self.codes.iter().map(|code| code.groups.iter().map(of).collect()).collect()
    }
}

/// Changes to the code `to` after each instruction, where that has a boundary.
#[derive(Clone, Copy)]
struct Switch<'a> {
    to: i32,
    starts: Option<&'a [Option<u32>]>,
}

impl Switch<'_> {
    fn fits(self, site: usize) -> bool {
        self.starts.is_none_or(|starts| starts.get(site).copied().flatten().is_some())
    }
}

enum Item {
    Plain(usize),
    Fused(Draft),
}

/// Lays code out. None when an operand does not fit its field.
fn build(
    sites: &Sites,
    fuse: impl Fn(usize) -> Option<Draft>,
    switch: Option<Switch>,
) -> Option<ExecCode> {
    let all = sites.all();
    let (mut items, mut groups) = (Vec::new(), Vec::new());
    let mut of_site = vec![None; all.len()];
    let mut at = 0;
    while at < all.len() {
        of_site[at] = Some(items.len() as u32);
        let item = fuse(at).map_or(Item::Plain(at), Item::Fused);
        let count = if let Item::Fused(draft) = &item { draft.sites } else { 1 };
        items.push(item);
        groups.push(Group { first: at as u32, count: count as u32 });
        at += count;
        let falls = !all[at - 1].instr.op().has(Flags::Terminal);
        if let Some(switch) = switch
            && falls
            && at < all.len()
            && switch.fits(at)
        {
            let draft = Draft::new(switch_code, 0);
            let draft = draft.a(Field::Num(switch.to)).d(Field::Num(at as i32));
            items.push(Item::Fused(draft));
            groups.push(Group { first: at as u32, count: 0 });
        }
    }
    Layout { all, of_site: &of_site, constants: Vec::new(), insns: items.len() }
        .cells(&items)
        .map(|cells| ExecCode { cells, groups, of_site })
}

const CELL_BYTES: i64 = size_of::<ExecCell>() as i64;

struct Layout<'a> {
    all: &'static [Site],
    of_site: &'a [Option<u32>],
    constants: Vec<Constant>,
    insns: usize,
}

impl Layout<'_> {
    fn cells(mut self, items: &[Item]) -> Option<&'static [ExecCell]> {
        let mut cells = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            cells.push(match item {
                Item::Plain(site) => {
                    let site = &self.all[*site];
                    ExecCell::plain(plain_handler(site.instr.op()), site)
                }
                Item::Fused(draft) => {
                    let a = u16::try_from(self.field(at, draft.a)?).ok()?;
                    let b = u16::try_from(self.field(at, draft.b)?).ok()?;
                    let d = i32::try_from(self.field(at, draft.d)?).ok()?;
                    ExecCell::fused(draft.handler, a, b, d)
                }
            });
        }
        cells.extend(self.constants.into_iter().map(ExecCell::constant));
        Some(Box::leak(cells.into_boxed_slice()))
    }

    /// The number that a field of the instruction `at` holds.
    fn field(&mut self, at: usize, field: Field) -> Option<i64> {
        Some(match field {
            Field::Num(number) => i64::from(number),
            Field::Target(site) => (i64::from(self.of_site[site]?) - at as i64) * CELL_BYTES,
            Field::Const(constant) => {
                self.constants.push(constant);
                (self.insns + self.constants.len() - 1 - at) as i64 * CELL_BYTES
            }
        })
    }
}
