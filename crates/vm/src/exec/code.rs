//! Code under construction and finished: cells, and what each of them stands for.

use std::sync::{OnceLock, PoisonError, RwLock};

use hhbc::flags::Flags;
use hhbc::func::ParamDefault;

use super::draft::{Draft, Field, Plan};
use super::fuse::Fuser;
use super::machine::MachineCode;
use super::site::{Site, Sites};
use crate::dispatch::machine::{count_head, profile_head, profile_step};
use crate::dispatch::{
    Constant, Entry, ExecCell, Pc, exit_pc, jump, plain_handler, run_group, switch_code,
};
use crate::func::PhpFunc;
use crate::machine::{Head, Heat, Phase, Profile, translator};
use crate::unit::Mode;

/// What a cell stands for: the first site of its group, and how many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub first: u32,
    pub count: u32,
}

/// One translation of a function.
pub struct ExecCode {
    cells: &'static [ExecCell],
    groups: Vec<Group>,
    /// For each site the number of the instruction that begins with it.
    of_site: Vec<Option<u32>>,
    /// What instructions name by address.
    #[expect(dead_code, reason = "kept for its addresses")]
    plans: Vec<Plan>,
}

/// All translations of a function, and its sites.
pub struct FuncCode {
    sites: Sites,
    codes: Vec<ExecCode>,
    /// What machine code leaves for: plain code that goes back to fused code where it can.
    after_exit: OnceLock<Option<ExecCode>>,
    /// Plain code that notes types.
    profiling: OnceLock<Option<ExecCode>>,
    profile: Profile,
    heads: Vec<Head>,
    defaults: Box<[Option<Missing>]>,
    machine: RwLock<Vec<MachineCode>>,
}

/// The number of the code for which machine code leaves.
pub(crate) const AFTER_EXIT: usize = 1;
/// The number of the code that notes types.
pub(crate) const PROFILING: usize = 2;

impl FuncCode {
    /// Translates a function as its unit asks.
    pub fn translate(func: &'static PhpFunc) -> Self {
        let sites = Sites::of(func);
        let fuser = Fuser::new(func, &sites);
        let fused = || build(&sites, |at| fuser.group(at), None);
        let plain = || build(&sites, |_| None, None);
        let codes = match func.unit().mode() {
            Mode::Plain => vec![plain()],
            Mode::Bodies => vec![build(&sites, |_| Some(Draft::new(run_group, 1)), None)],
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
        let codes: Vec<ExecCode> = codes.into_iter().flatten().collect();
        let counts = func.unit().mode() == Mode::Fused && translator().is_some();
        let heads = if counts { heads(&sites, &codes[0]) } else { Vec::new() };
        for head in &heads {
            Pc::of(codes[0].cells, head.index as usize).set_handler(count_head);
        }
        Self {
            profile: Profile::new(if counts { sites.all().len() } else { 0 }),
            defaults: defaults(func, &sites),
            sites,
            codes,
            after_exit: OnceLock::new(),
            profiling: OnceLock::new(),
            heads,
            machine: RwLock::new(Vec::new()),
        }
    }

    /// Whether it was never hot: only its first translations are there, and no machine code.
    pub(crate) fn is_cold(&self) -> bool {
        let machine = self.machine.read().unwrap_or_else(PoisonError::into_inner);
        machine.is_empty()
            && self.after_exit.get().is_none()
            && self.profiling.get().is_none()
            && self.heads.iter().all(|head| head.heat.phase() == Phase::Counted)
    }

    /// Its cells.
    pub(crate) fn all_cells(&self) -> impl Iterator<Item = &'static [ExecCell]> {
        self.codes.iter().map(|code| code.cells)
    }

    /// What was seen of types.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The heads of loops.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// The head whose instruction is at `pc` in fused code.
    pub(crate) fn head_at(&self, pc: Pc) -> Option<&Head> {
        let index = pc.index_in(self.codes[0].cells)? as u32;
        let at = self.heads.binary_search_by_key(&index, |head| head.index).ok()?;
        Some(&self.heads[at])
    }

    /// Lets the handler of a head look at it again.
    pub(crate) fn watch(&self, head: &Head) {
        Pc::of(self.codes[0].cells, head.index as usize).set_handler(count_head);
    }

    /// The head at a site.
    pub(crate) fn head_of(&self, site: usize) -> Option<&Head> {
        self.heads.iter().find(|head| head.site as usize == site)
    }

    /// The number of one of our sites.
    pub(crate) fn number_of(&self, site: &Site) -> usize {
        let first = self.sites.all().as_ptr() as usize;
        (std::ptr::from_ref(site) as usize - first) / size_of::<Site>()
    }

    /// For each site the first of the group that fused code has it in.
    pub(super) fn group_starts(&self) -> Vec<usize> {
        let mut starts: Vec<usize> = (0..self.sites.all().len()).collect();
        for Group { first, count } in &self.codes[0].groups {
            for site in *first..first + count {
                starts[site as usize] = *first as usize;
            }
        }
        starts
    }

    /// Keeps the cells of machine code, of which the walker and the unwinder learn the site.
    pub(crate) fn add_machine(&self, code: MachineCode) {
        self.machine.write().unwrap_or_else(PoisonError::into_inner).push(code);
    }

    fn code(&self, number: usize) -> Option<&ExecCode> {
        let all = self.sites.all();
        match number {
            at if at < self.codes.len() => self.codes.get(at),
            AFTER_EXIT => {
                let make = || {
                    let back = Switch { to: 0, starts: Some(&self.codes[0].of_site) };
                    build(&self.sites, |_| None, Some(back))
                };
                self.after_exit.get_or_init(make).as_ref()
            }
            PROFILING => {
                let make = || {
                    let is_head = |at: usize| self.head_of(at).is_some();
                    let cells = all.iter().enumerate().map(|(at, site)| {
                        let handler = if is_head(at) { profile_head } else { profile_step };
                        ExecCell::plain(handler, site)
                    });
                    let cells = Box::leak(cells.collect::<Vec<_>>().into_boxed_slice());
                    let groups = (0..all.len() as u32).map(|first| Group { first, count: 1 });
                    let of_site = (0..all.len() as u32).map(Some).collect();
                    Some(ExecCode { cells, groups: groups.collect(), of_site, plans: Vec::new() })
                };
                self.profiling.get_or_init(make).as_ref()
            }
            _ => None,
        }
    }

    /// The sites.
    pub fn sites(&self) -> &Sites {
        &self.sites
    }

    /// Where the function begins.
    pub fn start(&self) -> Pc {
        Pc::start_of(self.codes[0].cells)
    }

    /// What the parameters from one on get when they are missing; none where that takes more.
    #[inline]
    pub(crate) fn missing(&self, from: usize) -> &[Option<Missing>] {
        self.defaults.get(from..).unwrap_or_default()
    }

    /// Where a frame that was put aside goes on at the site with this number: in the code that notes
    /// types, as long as a loop is watched.
    pub(crate) fn resumed_at(&self, site: usize) -> Option<Pc> {
        let is_watched = self.heads().iter().any(|head| head.heat.phase() == Phase::Profiled);
        let watched = is_watched.then(|| self.pc_of(PROFILING, site)).flatten();
        watched.or_else(|| self.pc_of(0, site))
    }

    /// Where the site with this number begins, in the code with this number.
    pub(crate) fn pc_of(&self, code: usize, site: usize) -> Option<Pc> {
        let code = self.code(code)?;
        let index = code.of_site.get(site).copied().flatten()?;
        Some(Pc::of(code.cells, index as usize))
    }

    /// The number of the code that `pc` is in, and the sites of its group.
    pub(crate) fn locate(&self, pc: Pc) -> Option<(usize, &'static [Site])> {
        let made = [(AFTER_EXIT, &self.after_exit), (PROFILING, &self.profiling)];
        let made =
            made.into_iter().filter_map(|(number, code)| Some((number, code.get()?.as_ref()?)));
        let mut codes = self.codes.iter().enumerate().chain(made);
        let found = codes.find_map(|(number, code)| {
            let group = code.groups.get(pc.index_in(code.cells)?)?;
            let first = group.first as usize;
            Some((number, &self.sites.all()[first..first + group.count as usize]))
        });
        found.or_else(|| {
            let Group { first, count } = self.machine_group(pc)?;
            Some((AFTER_EXIT, &self.sites.all()[first as usize..(first + count) as usize]))
        })
    }

    fn machine_group(&self, pc: Pc) -> Option<Group> {
        let machine = self.machine.read().unwrap_or_else(PoisonError::into_inner);
        machine.iter().find_map(|code| code.group_at(pc))
    }

    /// The site with which the instruction at `pc` begins.
    pub(crate) fn site_at(&self, pc: Pc) -> Option<&'static Site> {
        let made =
            [&self.after_exit, &self.profiling].into_iter().filter_map(|code| code.get()?.as_ref());
        let found = self.codes.iter().chain(made).find_map(|code| {
            let group = code.groups.get(pc.index_in(code.cells)?)?;
            self.sites.all().get(group.first as usize)
        });
        found.or_else(|| self.sites.all().get(self.machine_group(pc)?.first as usize))
    }

    /// The translations, for dumps: the sites of each instruction.
    pub(super) fn listings(&self) -> Vec<Vec<&'static [Site]>> {
        let all = self.sites.all();
        let of = |group: &Group| &all[group.first as usize..(group.first + group.count) as usize];
        self.codes.iter().map(|code| code.groups.iter().map(of).collect()).collect()
    }
}

/// The heads of loops at which nothing is on the stack.
fn heads(sites: &Sites, code: &ExecCode) -> Vec<Head> {
    let all = sites.all();
    let mut targets = Vec::new();
    for (at, site) in all.iter().enumerate() {
        let back = site.instr.labels().into_iter().filter_map(|label| sites.target(site, label));
        targets.extend(back.filter(|to| *to <= at && all[*to].depth == 0));
    }
    targets.sort_unstable();
    targets.dedup();
    let head = |site: usize| {
        let index = code.of_site[site]?;
        let pc = Pc::of(code.cells, index as usize);
        let (heat, machine) = (Heat::default(), Entry::new(exit_pc()));
        Some(Head { site: site as u32, index, heat, original: pc.handler(), machine })
    };
    targets.into_iter().filter_map(head).collect()
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

pub(super) enum Item {
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
    let mut items = Vec::with_capacity(all.len());
    let mut groups = Vec::with_capacity(all.len());
    let mut plans = Vec::new();
    let mut of_site = vec![None; all.len()];
    let mut at = 0;
    while at < all.len() {
        of_site[at] = Some(items.len() as u32);
        let mut item = fuse(at).map_or(Item::Plain(at), Item::Fused);
        if let Item::Fused(draft) = &mut item {
            plans.extend(draft.plan.take());
        }
        let count = if let Item::Fused(draft) = &item { draft.sites } else { 1 };
        let cases = match &mut item {
            Item::Fused(draft) => std::mem::take(&mut draft.cases),
            Item::Plain(_) => Vec::new(),
        };
        let group = Group { first: at as u32, count: count as u32 };
        if let Item::Fused(Draft { after: Some(after), a, b, d, .. }) = item {
            items.push(item);
            items.push(Item::Fused(Draft { a, b, d, ..Draft::new(after, count) }));
            groups.extend([group, group]);
        } else {
            items.push(item);
            groups.push(group);
        }
        for case in cases {
            let draft = Draft::new(jump::<false>, count).d(Field::Target(case));
            items.push(Item::Fused(draft));
            groups.push(group);
        }
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
    let cells = lay_out(all, &of_site, &items)?;
    Some(ExecCode { cells, groups, of_site, plans })
}

/// The cells of instructions, with their constants behind them; none when an operand does not fit
/// its field.
pub(super) fn lay_out(
    all: &'static [Site],
    of_site: &[Option<u32>],
    items: &[Item],
) -> Option<&'static [ExecCell]> {
    Layout { all, of_site, constants: Vec::new(), insns: items.len() }.cells(items)
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
        cells.reserve_exact(self.constants.len());
        cells.extend(self.constants.into_iter().map(ExecCell::constant));
        Some(Box::leak(cells.into_boxed_slice()))
    }

    /// The number that a field of the instruction `at` holds.
    fn field(&mut self, at: usize, field: Field) -> Option<i64> {
        Some(match field {
            Field::Num(number) => i64::from(number),
            Field::Target(site) => (i64::from(self.of_site[site]?) - at as i64) * CELL_BYTES,
            Field::Insn(insn) => (insn as i64 - at as i64) * CELL_BYTES,
            Field::Const(constant) => {
                self.constants.push(constant);
                (self.insns + self.constants.len() - 1 - at) as i64 * CELL_BYTES
            }
        })
    }
}

/// What a parameter gets that is missing.
#[derive(Clone, Copy)]
pub(crate) enum Missing {
    /// A constant that the call puts there.
    Constant(Constant),
    /// What the code does from a site on, where the function begins if this is the first such.
    Code(u32),
}

/// For each parameter what it gets when it is missing; none when that takes more.
fn defaults(func: &'static PhpFunc, sites: &Sites) -> Box<[Option<Missing>]> {
    let missing = |default: &ParamDefault| match default {
        ParamDefault::Code { entry, .. } => Some(Missing::Code(sites.at(*entry)? as u32)),
        ParamDefault::Literal(literal) => {
            let value = func.unit().literal(literal).ok()?;
            Constant::from_value(value).map(Missing::Constant)
        }
    };
    func.record().params.iter().map(|param| param.default.as_ref().and_then(missing)).collect()
}
