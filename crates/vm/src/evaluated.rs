//! Units of evaluated code, which are freed when nothing can run them any more.
//!
//! A unit whose top level returned may be named by closures and generators that it made. Those
//! units wait here; when some have gathered, the request looks for what still names them: frames
//! and pending calls on its stacks, and numbers of functions in objects. Both are looked at word
//! for word, so that a number that only looks like one keeps a unit at most for longer.
//!
//! # Invariants
//! - V1: a native body that re-entered the interpreter and goes on using a closure's function owns
//!   the closure's object, or the function has a frame.
//!
//! # Not here
//! How units are freed: `dispatch::reclaim`.

use runtime::object::{Object, for_each_live};
use runtime::value::{Value, View};

use crate::dispatch::release;
use crate::exec::FuncCode;
use crate::func::Func;
use crate::machine::Phase;
use crate::request::Request;
use crate::unit::LoadedUnit;
use crate::{library, scoped};

/// The fewest units for which it is worth while to look.
const GATHER_MIN: usize = 64;
/// Objects, and words of stacks, that are looked at for each unit that gathers.
const OBJECTS_PER_UNIT: usize = 32;
const WORDS_PER_UNIT: usize = 2048;

/// Units that wait.
pub(crate) struct Evaluated {
    units: Vec<&'static LoadedUnit>,
    /// How many make it worth while to look.
    due: usize,
}

impl Default for Evaluated {
    fn default() -> Self {
        Self { units: Vec::new(), due: GATHER_MIN }
    }
}

impl Evaluated {
    /// Lets a unit wait until the request looks again, or ends.
    pub(crate) fn wait(&mut self, unit: &'static LoadedUnit) {
        if unit.is_passing() {
            self.units.push(unit);
        }
    }
}

/// Whether no function of it was ever hot: no machine code names it.
fn is_cold(funcs: &[&'static Func]) -> bool {
    funcs.iter().all(|func| {
        func.as_php().is_some_and(|php| {
            php.heat().phase() == Phase::Counted && php.made_code().is_none_or(FuncCode::is_cold)
        })
    })
}

/// Its functions, in every scope that they run in.
fn all_funcs(unit: &'static LoadedUnit) -> Vec<&'static Func> {
    unit.funcs().iter().chain(scoped::rescoped_of(unit)).collect()
}

impl Request {
    /// Gives up a unit of code whose top level has returned, and that nobody else knows.
    pub(crate) fn give_up(&mut self, unit: &'static LoadedUnit) {
        if !unit.is_passing() {
            return;
        }
        let funcs = all_funcs(unit);
        let is_named = unit.funcs().len() > 1 || funcs.iter().any(|func| func.is_numbered());
        if !is_named && is_cold(&funcs) {
            self.forget_statics(&funcs);
            release(unit);
            return;
        }
        self.evaluated.wait(unit);
        if self.evaluated.units.len() >= self.evaluated.due {
            self.free_evaluated();
        }
    }

    /// Gives up the static variables of functions that never run again: others may come to lie
    /// where they are.
    pub(crate) fn forget_statics(&mut self, funcs: &[&'static Func]) {
        for func in funcs {
            let statics = func.as_php().map(|php| php.record().notes.statics.as_slice());
            for variable in statics.unwrap_or_default() {
                self.take_static_var(func, variable.name.0);
            }
        }
    }

    /// Frees the units that nothing names.
    fn free_evaluated(&mut self) {
        let units = std::mem::take(&mut self.evaluated.units);
        let mut named = Named::of(units);
        let mut words = 0;
        self.each_stack(|stack| {
            words += stack.words().inspect(|word| named.note_address(*word)).count();
        });
        let mut objects = 0;
        for_each_live(|object| {
            objects += 1;
            named.note_object(object);
        });
        let left = named.release_rest(self);
        let due = (2 * left.len()).max(objects / OBJECTS_PER_UNIT).max(words / WORDS_PER_UNIT);
        self.evaluated = Evaluated { units: left, due: due.max(GATHER_MIN) };
    }

    /// Frees all units that wait, at the end of the request, when neither frames nor values are
    /// left.
    pub(crate) fn end_evaluated(&mut self) {
        let units = std::mem::take(&mut self.evaluated).units;
        Named::of(units).release_rest(self);
    }
}

/// Units, and which of them are named.
struct Named {
    units: Vec<(&'static LoadedUnit, bool)>,
    /// Addresses of functions in order, and the unit of each.
    addresses: Vec<(usize, usize)>,
    /// Numbers of functions in order, and the unit of each.
    numbers: Vec<(u32, usize)>,
}

impl Named {
    /// Of the cold ones among the units; the others stay for ever.
    fn of(units: Vec<&'static LoadedUnit>) -> Self {
        let mut named = Self { units: Vec::new(), addresses: Vec::new(), numbers: Vec::new() };
        for unit in units {
            let funcs = all_funcs(unit);
            if !is_cold(&funcs) {
                continue;
            }
            let at = named.units.len();
            named.units.push((unit, false));
            for func in funcs {
                named.addresses.push((std::ptr::from_ref(func).addr(), at));
                named.numbers.extend(func.taken_number().map(|number| (number, at)));
            }
        }
        named.addresses.sort_unstable();
        named.numbers.sort_unstable();
        named
    }

    fn note_address(&mut self, word: usize) {
        let (Some((least, _)), Some((most, _))) = (self.addresses.first(), self.addresses.last())
        else {
            return;
        };
        if !(*least..=*most).contains(&word) {
            return;
        }
        if let Ok(at) = self.addresses.binary_search_by_key(&word, |(address, _)| *address) {
            self.units[self.addresses[at].1].1 = true;
        }
    }

    fn note_number(&mut self, value: &Value) {
        let View::Int(number) = value.view() else { return };
        let Ok(number) = u32::try_from(number) else { return };
        if let Ok(at) = self.numbers.binary_search_by_key(&number, |(number, _)| *number) {
            self.units[self.numbers[at].1].1 = true;
        }
    }

    fn note_object(&mut self, object: &Object) {
        let is_generator = library::GENERATOR.is(object.class());
        for slot in object.slots() {
            self.note_number(slot);
            // A suspended frame is a list, and pending calls in it are numbers.
            if is_generator && let Some(list) = slot.as_array() {
                list.iter().for_each(|(_, value)| self.note_number(value));
            }
        }
    }

    /// Frees those that were not named, and gives the others.
    fn release_rest(self, rq: &mut Request) -> Vec<&'static LoadedUnit> {
        let (left, rest): (Vec<_>, Vec<_>) = self.units.into_iter().partition(|(_, named)| *named);
        for (unit, _) in rest {
            rq.forget_statics(&all_funcs(unit));
            release(unit);
        }
        left.into_iter().map(|(unit, _)| unit).collect()
    }
}
