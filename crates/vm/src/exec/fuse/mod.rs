//! Fusing: which runs of sites one exec instruction can stand for.
//!
//! Each room knows some patterns, longest first. A pattern looks at a [`Window`] of sites that ends
//! where the basic block does (X1), and says how many of them its instruction stands for.

mod arith;
mod call;
mod generator;
mod intrinsic;
mod iter;
mod local;
mod member;
mod object;
mod path;
mod switch;
mod text;

use hhbc::flags::Flags;
use hhbc::imm::{Label, LocalId};
use hhbc::instr::Instr;
use runtime::value::Value;

use super::draft::{Draft, Field};
use super::site::{Site, Sites};
use crate::dispatch::Constant;
use crate::func::{Func, PhpFunc};
pub(crate) use call::Known;
pub use generator::Resuming;

/// What is known of the function whose code is fused.
pub(crate) struct Fuser {
    php: &'static PhpFunc,
    sites: &'static [Site],
    slots: usize,
    known: Known,
    /// For each site the number of the site it jumps to.
    targets: Vec<Option<usize>>,
    /// For each site where a group that begins there ends at the latest.
    ends: Vec<usize>,
}

/// The sites from one on, as far as a group may reach.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    fuser: &'a Fuser,
    at: usize,
    end: usize,
}

/// Where an operand comes from.
#[derive(Clone, Copy)]
pub(super) enum Source {
    /// A cell: of a local or of a stack item.
    Cell(usize),
    /// A constant.
    Const(Constant),
}

impl Source {
    /// As a field.
    pub(super) fn field(self) -> Field {
        match self {
            Self::Cell(cell) => Field::cell(cell),
            Self::Const(constant) => Field::Const(constant),
        }
    }

    pub(super) fn is_const(self) -> bool {
        matches!(self, Self::Const(_))
    }
}

/// Where a result goes.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub cell: usize,
    pub is_local: bool,
    /// How many sites say so.
    pub sites: usize,
}

/// A jump that is taken when a test gives `sense`.
#[derive(Clone, Copy)]
pub(super) struct Jump {
    pub sense: bool,
    /// The number of the site.
    pub target: usize,
}

impl Fuser {
    /// For a function with these sites.
    pub(crate) fn new(php: &'static PhpFunc, sites: &Sites) -> Self {
        let all = sites.all();
        let target = |site: &Site| sites.target(site, *site.instr.labels().first()?);
        Self {
            php,
            sites: all,
            slots: php.slots(),
            known: Known::of(php, all),
            targets: all.iter().map(target).collect(),
            ends: ends(all),
        }
    }

    /// The instruction for a group that begins with the site `at`.
    pub(crate) fn group(&self, at: usize) -> Option<Draft> {
        let window = Window { fuser: self, at, end: self.ends[at] };
        let draft = match Beginning::of(&self.sites[at].instr) {
            Beginning::Path => object::fuse(window)
                .or_else(|| intrinsic::fuse_read(window))
                .or_else(|| member::fuse(window))
                .or_else(|| path::fuse(window)),
            Beginning::Load => arith::fuse(window)
                .or_else(|| object::fuse(window))
                .or_else(|| member::fuse(window))
                .or_else(|| text::fuse(window))
                .or_else(|| call::fuse(window))
                .or_else(|| local::fuse(window)),
            Beginning::Call => object::fuse(window)
                .or_else(|| intrinsic::fuse(window))
                .or_else(|| call::fuse(window)),
            Beginning::Other => of_any_room(window),
        };
        debug_assert!(
            alike(draft.as_ref(), of_any_room(window).as_ref()),
            "a room that was not asked knows a pattern"
        );
        draft.map(|draft| window.with_passes(draft))
    }
}

/// What a group begins with, as far as that says which rooms know patterns of it.
enum Beginning {
    /// A member path.
    Path,
    /// What [`Window::load`] knows.
    Load,
    /// A part of a call.
    Call,
    Other,
}

impl Beginning {
    fn of(instr: &Instr) -> Self {
        match instr {
            Instr::CGetL { .. }
            | Instr::Int { .. }
            | Instr::Double { .. }
            | Instr::String { .. }
            | Instr::Array { .. }
            | Instr::True {}
            | Instr::False {}
            | Instr::Null {} => Self::Load,
            Instr::UnboxR {}
            | Instr::FCall { .. }
            | Instr::FPushFuncD { .. }
            | Instr::FPushFuncU { .. }
            | Instr::FPushCtorD { .. }
            | Instr::FPushClsMethodD { .. }
            | Instr::FPushObjMethodD { .. }
            | Instr::FPassC { .. }
            | Instr::FPassCE { .. }
            | Instr::FPassCW { .. }
            | Instr::FPassR { .. }
            | Instr::FPassL { .. } => Self::Call,
            instr if instr.op().has(Flags::Base) => Self::Path,
            _ => Self::Other,
        }
    }
}

fn of_any_room(window: Window<'_>) -> Option<Draft> {
    arith::fuse(window)
        .or_else(|| object::fuse(window))
        .or_else(|| intrinsic::fuse_read(window))
        .or_else(|| member::fuse(window))
        .or_else(|| iter::fuse(window))
        .or_else(|| path::fuse(window))
        .or_else(|| text::fuse(window))
        .or_else(|| intrinsic::fuse(window))
        .or_else(|| call::fuse(window))
        .or_else(|| local::fuse(window))
        .or_else(|| switch::fuse(window))
        .or_else(|| generator::fuse(window))
}

/// Whether two drafts look like the same instruction: handlers have no one address each.
fn alike(one: Option<&Draft>, other: Option<&Draft>) -> bool {
    let words = |draft: &Draft| {
        (draft.sites, draft.after.is_some(), draft.plan.is_some(), draft.cases.clone())
    };
    one.map(words) == other.map(words)
}

/// The constant of the library with a name that is the same in all requests.
pub(crate) fn fixed_constant(name: &[u8]) -> Option<Constant> {
    // What serves a request decides what the constant of that name is.
    if crate::native::is_deprecated(name) || name == b"PHP_SAPI" {
        return None;
    }
    Constant::from_value(crate::native::constant(name)?)
}

/// The number of the next leader behind each site, or of all sites.
fn ends(sites: &[Site]) -> Vec<usize> {
    let mut ends = vec![sites.len(); sites.len()];
    for at in (1..sites.len()).rev() {
        ends[at - 1] = if sites[at].is_leader { at } else { ends[at] };
    }
    ends
}

impl<'a> Window<'a> {
    /// The instruction `ahead` sites on.
    pub(super) fn instr(self, ahead: usize) -> Option<&'a Instr> {
        (self.at + ahead < self.end).then(|| &self.fuser.sites[self.at + ahead].instr)
    }

    /// The first site.
    pub(super) fn site(self) -> &'static Site {
        &self.fuser.sites[self.at]
    }

    /// The site `ahead`.
    pub(super) fn site_at(self, ahead: usize) -> &'static Site {
        &self.fuser.sites[self.at + ahead]
    }

    /// The cell of the item that lies under `under` others before the first site.
    pub(super) fn item(self, under: usize) -> usize {
        self.free() - 1 - under
    }

    /// The first free cell before the first site.
    pub(super) fn free(self) -> usize {
        self.fuser.slots + self.fuser.sites[self.at].depth as usize
    }

    /// How many items there are before the first site, in cells.
    pub(super) fn depth(self) -> usize {
        self.fuser.sites[self.at].depth as usize
    }

    /// The function.
    pub(super) fn php(self) -> &'static PhpFunc {
        self.fuser.php
    }

    /// The target of the jump `ahead` sites on, and whether it is a back edge.
    pub(super) fn target(self, ahead: usize) -> Option<(usize, bool)> {
        let target = self.fuser.targets[self.at + ahead]?;
        Some((target, target <= self.at + ahead))
    }

    /// The jump `ahead` sites on that is taken or not, when it is to what follows.
    pub(super) fn jump(self, ahead: usize) -> Option<Jump> {
        let sense = match self.instr(ahead)? {
            Instr::JmpZ { .. } => false,
            Instr::JmpNZ { .. } => true,
            _ => return None,
        };
        let (target, back) = self.target(ahead)?;
        (!back).then_some(Jump { sense, target })
    }

    /// The site behind the first, if there is one.
    pub(super) fn behind(self) -> Option<usize> {
        (self.at + 1 < self.fuser.sites.len()).then_some(self.at + 1)
    }

    /// The site to which a label of the first site leads, when that is behind it.
    pub(super) fn ahead(self, label: Label) -> Option<usize> {
        let offset = self.site().offset.wrapping_add_signed(label.0);
        let at = self.fuser.sites.binary_search_by_key(&offset, |site| site.offset).ok()?;
        (at > self.at).then_some(at)
    }

    /// The function of the call at the site `ahead`, when it is known.
    pub(super) fn callee(self, ahead: usize) -> Option<&'static Func> {
        self.fuser.known.callee(self.at + ahead)
    }

    /// Whether the site calls a function by an unqualified name.
    pub(super) fn calls_unqualified(self) -> bool {
        self.fuser.known.is_unqualified(self.at)
    }

    /// The cell at which the pending record of the site `ahead` begins.
    pub(super) fn record(self, ahead: usize) -> usize {
        self.fuser.slots + self.fuser.sites[self.at + ahead].record as usize
    }

    /// What the instruction `ahead` pushes, when it is a constant or a local.
    pub(super) fn load(self, ahead: usize) -> Option<Source> {
        let constant = |value: Value| Constant::from_value(value).map(Source::Const);
        match self.instr(ahead)? {
            Instr::CGetL { local } => Some(local_source(*local)),
            Instr::Int { value } => constant(Value::int(*value)),
            Instr::Double { value } => constant(Value::float(value.get())),
            Instr::String { .. } | Instr::Array { .. } if self.php().unit().is_passing() => None,
            Instr::String { value } => constant(Value::from(self.php().unit().str(*value))),
            Instr::Array { value } => self.php().unit().array(*value).map(Source::Const),
            Instr::True {} => constant(Value::bool(true)),
            Instr::False {} => constant(Value::bool(false)),
            Instr::Null {} => constant(Value::NULL),
            Instr::Cns { name } => {
                fixed_constant(self.php().unit().str(*name).as_bytes()).map(Source::Const)
            }
            _ => None,
        }
    }

    /// Where the result goes that is at `cell` after `done` sites.
    pub(super) fn place(self, cell: usize, done: usize) -> Place {
        let local =
            |local: &LocalId, sites| Place { cell: local.0 as usize, is_local: true, sites };
        match (self.instr(done), self.instr(done + 1)) {
            (Some(Instr::SetL { local: id }), Some(Instr::PopC {})) => local(id, 2),
            (Some(Instr::PopL { local: id }), _) => local(id, 1),
            _ => Place { cell, is_local: false, sites: 0 },
        }
    }

    /// Extends a group over instructions that pass its result to a known parameter by value,
    /// which takes nothing.
    fn with_passes(self, draft: Draft) -> Draft {
        let sites = draft.sites;
        match self.instr(sites) {
            // What a function that is not known returns may be a reference.
            Some(Instr::FPassR { .. }) if self.callee(sites - 1).is_none() => draft,
            Some(instr) if call::passes_cell(instr) && self.passes_by_value(sites) => {
                Draft { sites: sites + 1, ..draft }
            }
            _ => draft,
        }
    }
}

/// A local as an operand.
pub(super) fn local_source(local: LocalId) -> Source {
    Source::Cell(local.0 as usize)
}
