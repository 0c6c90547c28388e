//! Paths through arrays and objects, walked by a plan.
//!
//! A walk that meets anything but what a plan is for (a value of another kind, an element that is
//! not there, a class that the site does not know, a reference with a type) has changed nothing,
//! save that arrays on the way may have been separated.

mod read;
mod write;

pub(crate) use read::{Ask, ReadPath, read_named, read_path};
pub(crate) use write::{
    Change, WritePath, set_named_end, step_named_end, write_listed, write_path,
};
pub(super) use write::{assign_element, change_place};

use runtime::array::Place;
use runtime::string::Str;
use runtime::value::DataType;

use super::super::insn::Constant;
use super::array::ShapePlace;
use super::class::OfClass;
use super::object::{own_cell, own_place};
use super::statics::static_place;
use crate::exec::{PlainSlot, Site, slot_met};
use crate::frame::{Cell, Fp, Receiver};
use crate::request::Request;

/// Where a path begins.
pub(crate) enum PathBase {
    /// `$this`.
    This,
    /// The cell that is so many bytes from the first local.
    Cell(usize),
    /// A static property.
    Static(OfClass),
}

impl PathBase {
    /// The cell of it, but for `$this`; the error when that is not known here.
    #[inline(always)]
    fn cell(&'static self, fp: Fp, rq: &mut Request) -> Result<Option<Cell>, ()> {
        match self {
            Self::This => Ok(None),
            Self::Cell(at) => Ok(Some(fp.at(*at))),
            Self::Static(of) => static_place(of, fp, rq).map(Some).ok_or(()),
        }
    }
}

/// What a step goes into.
#[derive(Clone, Copy)]
pub(crate) enum PathKey {
    /// The element under the value of a cell.
    Cell(usize),
    /// The element under a constant.
    Const(Constant),
    /// The property that the step's site names.
    Prop,
    /// The property whose name is in a cell; only read.
    PropIn(usize),
    /// A new element.
    New,
}

/// A step of a path.
pub(crate) struct PathStep {
    pub key: PathKey,
    pub site: &'static Site,
    place: ShapePlace,
}

impl PathStep {
    pub(crate) fn new(key: PathKey, site: &'static Site) -> Self {
        Self { key, site, place: ShapePlace::default() }
    }

    /// The string that is the key.
    #[inline(always)]
    fn name(&'static self) -> Option<&'static Str> {
        let PathKey::Const(name) = &self.key else { return None };
        name.cell().value().as_str()
    }

    /// Remembers where an element was that the step names.
    #[inline(always)]
    fn learn(&self, place: Place) {
        if let PathKey::Const(_) = self.key {
            self.place.set(place);
        }
    }
}

/// A path, and the cell of its result.
pub(crate) struct PathPlan {
    pub base: PathBase,
    pub steps: Vec<PathStep>,
    pub result: usize,
}

impl PathPlan {
    /// Whether it goes from a cell to elements that code names.
    pub(crate) fn is_named(&self) -> bool {
        let is_named = |step: &PathStep| matches!(step.key, PathKey::Const(key) if key.tag() == DataType::StaticString);
        matches!(self.base, PathBase::Cell(_)) && self.steps.iter().all(is_named)
    }
}

/// Where steps to named elements lead, when everything is where it was the last time.
#[inline(always)]
fn named_end(base: &PathBase, steps: &'static [PathStep], fp: Fp) -> Option<Cell> {
    let PathBase::Cell(at) = base else { return None };
    let mut at = fp.at(*at).unboxed();
    for step in steps {
        let array = at.value().as_array()?;
        at = Cell::of(array.get_at_place(step.place.get(), step.name()?)?).unboxed();
    }
    Some(at)
}

/// The same through arrays that nobody else has.
#[inline(always)]
fn own_named_end(base: &PathBase, steps: &'static [PathStep], fp: Fp) -> Option<Cell> {
    let PathBase::Cell(at) = base else { return None };
    let mut at = fp.at(*at).unboxed();
    for step in steps {
        let array = at.value_mut().as_array_mut()?;
        let slot = array.own_slot_at_place(step.place.get(), step.name()?)?;
        at = Cell::from_ptr(slot.as_raw()).unboxed();
    }
    Some(at)
}

#[inline(always)]
fn key_cell(key: &'static PathKey, fp: Fp) -> Option<Cell> {
    match key {
        PathKey::Cell(at) => Some(fp.at(*at).unboxed()),
        PathKey::Const(value) => Some(value.cell()),
        PathKey::Prop | PathKey::PropIn(_) | PathKey::New => None,
    }
}

/// The object that a property is asked of; that of the frame when there is no cell.
#[inline(always)]
fn receiver(at: Option<Cell>, fp: Fp) -> Option<Receiver> {
    match at {
        Some(cell) => cell.unboxed().receiver(),
        None => fp.record().receiver(),
    }
}

/// The slot of the property that a step names, if its site knows it; else it learns it.
#[inline(always)]
fn slot_of(step: &'static PathStep, object: Receiver, fp: Fp) -> Option<PlainSlot> {
    let class = object.class();
    let found = step.site.slot_cache.slot(class).or_else(|| slot_met(step.site, class));
    if found.is_none() {
        super::object::learn(step.site, fp, object);
    }
    found
}

/// Releases `items` of the stack from `lowest` on, the topmost first.
#[inline(always)]
fn release(lowest: Cell, items: usize) {
    for at in (0..items).rev() {
        drop(lowest.up(at).take());
    }
}
