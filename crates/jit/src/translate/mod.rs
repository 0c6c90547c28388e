//! From bytecode to HHIR.
//!
//! Places are translated one after the other, each with what all edges know that came to it by then:
//! an edge to a place that is still to come waits, and is made when the place is. When a later one,
//! which closes a loop, knows less than its place was translated with, everything is translated again
//! with what both know: after a few rounds nothing changes.
//!
//! # Invariants
//! - T1: where code may be left, everything is as before the site that the exit names.

mod arith;
mod array;
mod call;
mod constant;
mod control;
mod edge;
mod element;
mod generator;
mod generic;
mod group;
mod iter;
mod leaf;
mod local;
mod member;
mod met;
mod native;
mod object;
mod prop;
mod reference;
mod state;
mod switch;
mod text;

use hhbc::func::Attrs;
use hhir::build::{Builder, Extra};
use hhir::{BlockId, Exit, ExitId, Home, Op, Source, Type, Unit, Val};
use rustc_hash::{FxHashMap, FxHashSet};
use vm::exec::{FuncCode, Site};
use vm::func::{Func, PhpFunc};
use vm::machine::{Callees, Groups, Hot, Seen, Way, bit};

use crate::region::{Place, Region};
use edge::Waiting;
use state::{Callee, Held, Slot, State};

/// How often a function is translated until nothing changes.
const ROUNDS: usize = 24;
/// The most sites of a function that is translated.
const SITES: usize = 6000;

/// The most cells of its frame.
const CELLS: usize = 1 << 14;

/// Marks a site that an exit blames as one that was not seen.
pub const COLD: u32 = 1 << 30;

/// Why a function is not translated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It is too long.
    Long,
    /// It makes a generator, whose loops alone are translated.
    Generator,
    /// A loop has two entrances, or the hot one cannot be reached from the start.
    Flow,
    /// What is known does not settle.
    Rounds,
    /// Too many instructions run their op body.
    Bodies,
}

/// A translated function.
pub struct Translated {
    /// The code.
    pub unit: Unit,
    /// Where it is entered, in the order of the unit's ways.
    pub ways: Vec<Way>,
    /// Its calls of known functions, by site: the function and how many arguments.
    pub calls: FxHashMap<u32, (&'static Func, u32)>,
    /// How many sites run their op body, by name.
    pub bodies: FxHashMap<&'static str, u32>,
    /// The groups that are left to their fused instruction: the first site of each, and how many.
    pub groups: Vec<(usize, usize)>,
    /// How many instructions were translated.
    pub sites: usize,
}

/// Translates what became hot, when at most `bodies` of a hundred instructions run their op body.
pub fn translate(hot: &Hot<'_>, bodies: u32) -> Result<Translated, Refusal> {
    let php = hot.func.as_php().ok_or(Refusal::Flow)?;
    let code = php.code();
    if php.record().attrs.has(Attrs::generator) && hot.head.is_none() {
        return Err(Refusal::Generator);
    }
    if code.sites().all().len() > SITES || hot.func.cells() > CELLS {
        return Err(Refusal::Long);
    }
    let mut region = Region::of(code.sites()).ok_or(Refusal::Flow)?;
    let start = region.way_in(hot.head.unwrap_or(0));
    let live = hot.head.map(|head| region.live(code.sites(), head)).unwrap_or_default();
    let (callees, groups) = (Callees::of(php), Groups::of(php));
    let (mut wider, mut fused) = (FxHashMap::default(), FxHashSet::default());
    for _ in 0..ROUNDS {
        let about = About { region: &region, callees: &callees, groups: &groups, live: &live };
        let mut translator = Translator::new(hot, php, about, (wider, fused));
        translator.run(start, &region.places(start));
        let run: u32 = translator.bodies.values().sum();
        if run as usize * 100 > code.sites().all().len() * bodies as usize {
            return Err(Refusal::Bodies);
        }
        if !translator.changed {
            return Ok(translator.finish());
        }
        let Translator { wider: known, fused: left, peels, .. } = translator;
        (wider, fused) = (known, left);
        if !peels.is_empty() {
            // What came to places by the loop as it was need not come there any more.
            wider.clear();
            region.peel(peels);
        }
    }
    Err(Refusal::Rounds)
}

/// Where control goes on after a site.
enum Then {
    /// At a later site.
    At(usize),
    /// Nowhere: the block is ended.
    Ended,
}

/// What is known of a function without running.
#[derive(Clone, Copy)]
struct About<'a> {
    region: &'a Region,
    callees: &'a Callees,
    groups: &'a Groups,
    /// Locals whose value may be read from where the code is entered.
    live: &'a FxHashSet<u32>,
}

struct Translator<'a> {
    hot: &'a Hot<'a>,
    php: &'static PhpFunc,
    code: &'static FuncCode,
    sites: &'static [Site],
    region: &'a Region,
    callees: &'a Callees,
    groups: &'a Groups,
    /// Where groups begin that are left to their fused instruction.
    fused: FxHashSet<usize>,
    b: Builder,
    /// What is known now.
    state: State,
    /// What was known before the site that is translated.
    before: State,
    site: usize,
    place: Place,
    /// What is known where control comes to a place that is translated, or is about to be.
    known: FxHashMap<Place, State>,
    /// What is known at places to which an edge came, in this round or one before, that knew less than
    /// they were translated with.
    wider: FxHashMap<Place, State>,
    /// Edges to places that are not translated yet.
    waiting: FxHashMap<Place, Vec<Waiting>>,
    changed: bool,
    /// The heads of loops whose first round is to be peeled.
    peels: FxHashSet<usize>,
    blocks: FxHashMap<Place, BlockId>,
    ways: Vec<Way>,
    calls: FxHashMap<u32, (&'static Func, u32)>,
    bodies: FxHashMap<&'static str, u32>,
    left: Vec<(usize, usize)>,
    /// How many instructions are translated.
    sites_done: usize,
    /// The bytes of strings of one.
    bytes: FxHashMap<Val, Val>,
    /// Locals whose value may be read from where the code is entered.
    live: &'a FxHashSet<u32>,
    /// Whether others may change the locals: they are the global variables, or named at run time.
    is_open: bool,
}

impl<'a> Translator<'a> {
    fn new(
        hot: &'a Hot<'a>,
        php: &'static PhpFunc,
        About { region, callees, groups, live }: About<'a>,
        (wider, fused): (FxHashMap<Place, State>, FxHashSet<usize>),
    ) -> Self {
        let code = php.code();
        Self {
            hot,
            php,
            code,
            sites: code.sites().all(),
            region,
            callees,
            groups,
            fused,
            b: Builder::default(),
            state: State::default(),
            before: State::default(),
            site: 0,
            place: Place::At(0),
            known: FxHashMap::default(),
            wider,
            waiting: FxHashMap::default(),
            changed: false,
            peels: FxHashSet::default(),
            blocks: FxHashMap::default(),
            ways: Vec::new(),
            calls: FxHashMap::default(),
            bodies: FxHashMap::default(),
            left: Vec::new(),
            sites_done: 0,
            bytes: FxHashMap::default(),
            live,
            is_open: php.is_main() || php.record().attrs.has(Attrs::mayusevv),
        }
    }

    fn run(&mut self, start: Place, places: &[Place]) {
        self.enter(start);
        // A place that no edge came to is behind something that always leaves.
        loop {
            let before = self.known.len();
            for place in places {
                if let Some(edges) = self.waiting.remove(place) {
                    self.make_edges(*place, edges);
                    self.place(*place);
                }
            }
            if self.known.len() == before {
                return;
            }
        }
    }

    fn finish(self) -> Translated {
        let Self { b, ways, calls, bodies, left, sites_done, .. } = self;
        Translated { unit: b.unit, ways, calls, bodies, groups: left, sites: sites_done }
    }

    /// The way in: what the frame's locals are is checked where it is worth it.
    fn enter(&mut self, start: Place) {
        let (way, site) = match self.hot.head {
            None => (Way::Entry, 0),
            Some(site) => (Way::Head(site), site),
        };
        self.ways.push(way);
        self.b.unit.ways.push(self.b.block);
        self.site = site;
        let slots = self.hot.func.slots();
        self.state.slots = vec![Slot::cell(Type::ANY); slots];
        self.before = self.state.clone();
        let params = self.php.record().params.len();
        for local in 0..self.php.locals() as usize {
            let seen = match self.hot.head {
                None if local >= params => {
                    if !self.is_bound(local) {
                        self.state.slots[local].ty = Type::UNINIT;
                    }
                    continue;
                }
                None => Type(self.php.seen_param(local).types()),
                Some(_) => Type(self.hot.frame.seen(local).types()),
            };
            let seen = if seen.meets(Type::REF) { Type::REF } else { seen };
            if self.seen_at(site).0 & (bit::FAILED | bit::WIDENED) != 0 {
                continue;
            }
            let is_dead = self.hot.head.is_some() && !self.live.contains(&(local as u32));
            if is_dead && seen.is(Type::UNCOUNTED) {
                self.check_cell(local as u32, Type::UNCOUNTED);
            } else if seen.is_single() {
                self.check_cell(local as u32, seen);
            }
        }
        self.before = self.state.clone();
        self.place = start;
        self.go(start);
    }

    /// Whether a local may hold something before the first instruction: what a closure captures,
    /// and at top level the variables of who includes it.
    fn is_bound(&self, local: usize) -> bool {
        let captures = &self.php.record().notes.captures;
        self.php.is_main() || captures.iter().any(|capture| capture.local.0 as usize == local)
    }

    /// What was seen at a site.
    fn seen_at(&self, site: usize) -> Seen {
        self.code.profile().seen(site)
    }

    /// Whether the site that is translated was not run while it was watched. It is then left to
    /// the interpreter, and watched again when that happens often.
    fn is_cold(&self) -> bool {
        let seen = self.seen_at(self.site);
        seen.types() == 0 && !seen.failed()
    }

    /// Leaves before a site that was not seen.
    fn leave_cold(&mut self) {
        let exit = self.exit();
        self.b.unit.exits[exit].blame |= COLD;
        let extra = Extra { exit: Some(exit), ..Extra::default() };
        self.b.end(Op::Leave, &[], extra, Vec::new());
    }

    /// The single type that was seen at the site that is translated, if there is one and it held.
    fn expected(&self) -> Option<Type> {
        let seen = self.seen_at(self.site);
        let ty = Type(seen.types());
        (ty.is_single() && !seen.failed()).then_some(ty)
    }

    /// Translates a place.
    fn place(&mut self, place: Place) {
        let block = self.block_of(place);
        self.b.block = block;
        self.place = place;
        self.state = self.known[&place].clone();
        for slot in &mut self.state.slots {
            if let Held::Reg(val) = &mut slot.held {
                *val = self.b.unit.value(slot.ty);
                self.b.unit.blocks[block].params.push(*val);
            }
        }
        self.site = place.site();
        self.before = self.state.clone();
        if let Place::Before(site) = place {
            let resume = self.exit();
            self.b.unit.resumes.insert(block, resume);
            return self.go(Place::At(site));
        }
        if matches!(place, Place::At(site) if self.region.is_head(site)) {
            let types = self.state.slots.iter().map(|slot| slot.ty).collect();
            self.b.unit.head_types.insert(block, types);
        }
        let mut at = place.site();
        loop {
            if at >= self.sites.len() {
                return self.leave();
            }
            self.site = at;
            self.before.slots.clone_from(&self.state.slots);
            self.sites_done += 1;
            match self.instr(at) {
                Then::At(next) if next < self.sites.len() && self.region.is_leader(next) => {
                    return self.go(self.region.target(place, next));
                }
                Then::At(next) => at = next,
                Then::Ended => return,
            }
        }
    }

    /// The block of a place.
    fn block_of(&mut self, place: Place) -> BlockId {
        let unit = &mut self.b.unit;
        *self.blocks.entry(place).or_insert_with(|| unit.block())
    }

    /// Writes everything to its cell.
    fn sync(&mut self) {
        for cell in 0..self.state.slots.len() {
            self.write_home(cell as u32);
        }
        self.before.slots.clone_from(&self.state.slots);
    }

    /// Writes a slot to its cell.
    fn write_home(&mut self, cell: u32) {
        let slot = self.state.slots[cell as usize];
        match slot.held {
            Held::Cell if slot.dirty => {
                let aux = u32::from(slot.ty.0);
                self.b.emit(Op::StCellTag, &[], Extra { imm: i64::from(cell), aux, exit: None });
            }
            Held::Reg(val) if slot.dirty => self.store_cell(cell, val),
            Held::Alias(local) => {
                let extra = Extra { imm: i64::from(cell), aux: local, exit: None };
                self.b.emit(Op::CopyCell, &[], extra);
                self.state.slots[cell as usize].held = Held::Cell;
            }
            Held::This => {
                let this = self.this();
                self.b.emit(Op::StObj, &[this], Extra { imm: cell.into(), ..Extra::default() });
                self.state.slots[cell as usize].held = Held::Cell;
            }
            Held::Record(Callee::Known(func)) if slot.dirty => {
                let imm = std::ptr::from_ref(func) as i64;
                self.b.emit(Op::StRecord, &[], Extra { imm, aux: cell, exit: None });
            }
            _ => {}
        }
        let slot = &mut self.state.slots[cell as usize];
        slot.dirty = false;
        if matches!(slot.held, Held::Reg(_)) && !slot.ty.is_scalar() {
            slot.held = Held::Cell;
        }
    }

    fn store_cell(&mut self, cell: u32, val: Val) {
        let extra = Extra { imm: i64::from(cell), ..Extra::default() };
        self.b.emit(Op::StCell, &[val], extra);
    }

    /// An exit to the site that is translated.
    fn exit(&mut self) -> ExitId {
        let homes = homes(&self.before);
        let site = self.site as u32;
        self.b.exit(Exit { site, blame: site, homes })
    }

    /// An exit as the extra of an instruction.
    fn exiting(&mut self) -> Extra {
        Extra { exit: Some(self.exit()), ..Extra::default() }
    }

    /// Leaves before the site that is translated.
    fn leave(&mut self) {
        let extra = self.exiting();
        self.b.end(Op::Leave, &[], extra, Vec::new());
    }

    /// Leaves for a site.
    fn leave_to(&mut self, site: usize) {
        let homes = homes(&self.state);
        let exit = self.b.exit(Exit { site: site as u32, blame: u32::MAX, homes });
        let extra = Extra { exit: Some(exit), ..Extra::default() };
        self.b.end(Op::Leave, &[], extra, Vec::new());
    }

    /// Leaves for the head of a loop when a flag of the surprise word is set.
    fn poll(&mut self, head: usize) {
        let homes = homes(&self.state);
        let exit = self.b.exit(Exit { site: head as u32, blame: u32::MAX, homes });
        self.b.emit(Op::Poll, &[], Extra { exit: Some(exit), ..Extra::default() });
    }

    /// Makes sure that a cell which holds its value has a single type.
    fn check_cell(&mut self, cell: u32, ty: Type) {
        let slot = self.state.slots[cell as usize];
        if slot.ty.is(ty) {
            return;
        }
        let exit = Some(self.exit());
        let extra = Extra { imm: i64::from(cell), aux: u32::from(ty.0), exit };
        self.b.emit(Op::CheckCell, &[], extra);
        self.narrow(cell, ty);
    }

    /// A cell was found to have a type; which holds for exits of this site, too.
    fn narrow(&mut self, cell: u32, ty: Type) {
        self.state.slots[cell as usize].ty = ty;
        if let Some(before) = self.before.slots.get_mut(cell as usize)
            && matches!(before.held, Held::Cell)
            && !before.dirty
        {
            before.ty = ty;
        }
    }

    /// The value of a cell with a scalar type.
    fn scalar(&mut self, cell: u32) -> Option<Val> {
        let slot = self.state.slots[cell as usize];
        match slot.held {
            Held::Reg(val) => Some(val),
            Held::Cell if slot.ty.is_scalar() => {
                let val = self.b.given(Op::LdCell, &[], i64::from(cell), slot.ty);
                self.state.slots[cell as usize].held = Held::Reg(val);
                Some(val)
            }
            _ => None,
        }
    }

    fn push(&mut self, slot: Slot) {
        self.state.slots.push(slot);
    }

    /// Whether the frame has so many cells above the stack.
    fn has_room(&self, cells: usize) -> bool {
        self.state.slots.len() + cells <= self.hot.func.cells()
    }

    fn pop(&mut self) -> Slot {
        self.state.slots.pop().expect("invariant: verified code has its operands")
    }

    /// `$this`, which there is, or the code is left.
    fn this(&mut self) -> Val {
        let extra = self.exiting();
        self.b.emit(Op::LdThis, &[], extra).expect("invariant: the row has a result")
    }

    /// Pushes what a register holds.
    fn push_val(&mut self, val: Val) {
        let ty = self.b.ty(val);
        self.push(Slot::reg(ty, val));
    }

    /// Makes copies of a local that is about to change.
    fn unalias(&mut self, local: u32) {
        for cell in 0..self.state.slots.len() {
            if matches!(self.state.slots[cell].held, Held::Alias(of) if of == local) {
                self.materialise(cell as u32);
            }
        }
    }

    /// Writes a slot to its cell while a site is translated: exits of this site must not count the
    /// value again.
    fn materialise(&mut self, cell: u32) {
        self.write_home(cell);
        if let Some(before) = self.before.slots.get_mut(cell as usize) {
            *before = self.state.slots[cell as usize];
        }
    }

    /// The place that an edge to a site leads to.
    fn target(&self, to: usize) -> Place {
        self.region.target(self.place, to)
    }

    /// The site to which the only label of a site leads.
    fn label(&self, at: usize) -> Option<usize> {
        let site = &self.sites[at];
        self.code.sites().target(site, *site.instr.labels().first()?)
    }
}

/// What must be written to cells where the code is left.
fn homes(state: &State) -> Vec<Home> {
    let mut homes = Vec::new();
    for (cell, slot) in state.slots.iter().enumerate() {
        let source = match slot.held {
            Held::Cell if slot.dirty => Source::Tag(slot.ty),
            Held::Reg(val) if slot.dirty => Source::Val(val),
            Held::Alias(local) => Source::Cell(local),
            Held::This => Source::This,
            Held::Record(Callee::Known(func)) if slot.dirty => {
                Source::Record(std::ptr::from_ref(func) as i64)
            }
            _ => continue,
        };
        homes.push(Home { cell: cell as u32, source });
    }
    homes
}
