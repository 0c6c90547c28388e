//! Putting a frame aside and laying it out again.

use hhbc::flags::ACT_REC_CELLS;
use hhbc::func::EhKind;
use hhbc::verify::Slot;
use runtime::array::Array;
use runtime::heap::Oom;
use runtime::object::{Object, has_doomed};
use runtime::raise::{Halt, OrExit, Res};
use runtime::value::{DataType, Value, View};

use super::{Input, State, close, field, int_in, set, slot};
use crate::class::{cell, from_cell};
use crate::dispatch::{self, Pc, State as Control, exit_pc};
use crate::exec::Site;
use crate::frame::{ActRec, Cell, Context, Fp, Frame, RECORD_CELLS};
use crate::func::{Func, PhpFunc};
use crate::request::Request;
use crate::unwind::unwind;

/// Moves the cells of a frame into the generator; `site` is where it stands.
pub(super) fn save(rq: &mut Request, frame: &Frame, generator: &Object) -> Res<()> {
    let php = frame.php();
    let next = after(php, frame.site());
    let hidden = php.generator_cell().unwrap_or(php.slots());
    if next.depth > 1 || !save_in_place(frame.fp(), hidden, generator) {
        save_all(rq, frame, generator, next)?;
    } else {
        frame.fp().cell(0).clear_to(frame.fp().cell(hidden));
    }
    set(generator, slot::SITE, Value::int(i64::from(frame.site().index)));
    if is_guarded(php, frame.site()) {
        generator.demand_destructor();
    }
    Ok(())
}

/// The list of words that the generator kept, if it did and has it alone. It has room for its locals
/// and iterators, and holds nothing while they are on the stack.
#[inline(always)]
fn kept<'a>(generator: &Object) -> Option<&'a mut Array> {
    let list = field(generator, slot::CELLS).value_mut().as_array_mut()?;
    list.is_unique().then_some(list)
}

/// Whether there is room for the `hidden` words of a generator.
pub(super) fn owns_cells(generator: &Object, hidden: usize) -> bool {
    hidden == 0 || kept(generator).is_some()
}

/// Moves the locals and iterators of a frame, which then are dead, into the list that the generator
/// kept of them before; false when it has none.
#[inline(always)]
pub(super) fn save_in_place(fp: Fp, hidden: usize, generator: &Object) -> bool {
    if hidden == 0 {
        return true;
    }
    let Some(list) = kept(generator) else { return false };
    fp.cell(0).move_to(Cell::first_aside(list), hidden);
    list.set_word_count(hidden);
    true
}

fn save_all(rq: &mut Request, frame: &Frame, generator: &Object, next: &Site) -> Res<()> {
    let (fp, php) = (frame.fp(), frame.php());
    let hidden = php.generator_cell().unwrap_or(php.slots());
    let mut stack = Vec::new();
    if next.depth > 1 {
        save_stack(frame, next, &mut stack);
    }
    let count = hidden + stack.len();
    let mut list = Array::of_words(count).or_exit(rq)?;
    if count > 0 {
        let first = Cell::first_aside(&mut list);
        fp.cell(0).move_out_to(first, hidden);
        for (at, value) in stack.into_iter().enumerate() {
            first.up(hidden + at).init(value);
        }
        list.set_word_count(count);
    }
    set(generator, slot::CELLS, Value::from(list));
    Ok(())
}

/// The first cells of a frame, which then are dead, in a list.
pub(super) fn aside(fp: Fp, count: usize) -> Result<Array, Oom> {
    let mut list = Array::of_words(count)?;
    if count > 0 {
        fp.cell(0).move_to(Cell::first_aside(&mut list), count);
        list.set_word_count(count);
    }
    Ok(list)
}

/// The site behind a suspending one.
pub(super) fn after(php: &'static PhpFunc, site: &'static Site) -> &'static Site {
    &php.code().sites().all()[site.index as usize + 1]
}

/// Saves what lies on the evaluation stack below the value that the resumption pushes.
fn save_stack(frame: &Frame, next: &Site, cells: &mut Vec<Value>) {
    let (fp, php) = (frame.fp(), frame.php());
    let slots = php.code().sites().slots(next.offset);
    let mut at = php.slots();
    for kind in slots.into_iter().skip(1).rev() {
        if let Slot::Call { .. } = kind {
            let record = ActRec::at(fp.cell(at));
            let number = record.func().number().unwrap_or(0);
            cells.push(Value::int(i64::from(number)));
            cells.push(record.this().map_or(Value::NULL, Value::from));
            let extra = record.func().as_by_name().and_then(|_| record.take_called_name());
            let class = record.class().map_or(Value::NULL, cell);
            cells.push(extra.map_or(class, Value::from));
            record.release();
            at += RECORD_CELLS;
        } else {
            cells.push(fp.cell(at).take());
            at += 1;
        }
    }
}

const _: () = assert!(ACT_REC_CELLS == 3);

/// Lays the generator's frame out above `fp`, without the value that it is resumed with.
fn restore(fp: Fp, php: &'static PhpFunc, generator: &Object, next: &Site) {
    let hidden = php.generator_cell().unwrap_or(php.slots());
    if next.depth <= 1 && restore_in_place(fp, hidden, generator) {
        for at in hidden..php.slots() {
            fp.cell(at).init(Value::from(generator.clone()));
        }
        return;
    }
    let kept = field(generator, slot::CELLS).value_mut().as_array_mut();
    let Some(list) = kept else { return };
    let mut cells = Cell::first_aside(list);
    list.set_word_count(0);
    let mut take = || {
        let value = cells.take();
        cells = cells.up(1);
        value
    };
    for at in 0..hidden {
        fp.cell(at).init(take());
    }
    for at in hidden..php.slots() {
        fp.cell(at).init(Value::from(generator.clone()));
    }
    let mut at = php.slots();
    for kind in php.code().sites().slots(next.offset).into_iter().skip(1).rev() {
        if let Slot::Call { .. } = kind {
            let (func, this, class) = (take(), take(), take());
            restore_record(ActRec::at(fp.cell(at)), &func, this, &class);
            at += RECORD_CELLS;
        } else {
            fp.cell(at).init(take());
            at += 1;
        }
    }
}

/// Moves locals and iterators back, keeping the list for the next time; false when the list is not
/// the generator's alone.
#[inline(always)]
pub(super) fn restore_in_place(fp: Fp, hidden: usize, generator: &Object) -> bool {
    if hidden == 0 {
        return true;
    }
    let Some(list) = kept(generator) else { return false };
    take_words(list, fp, hidden);
    true
}

/// The same of a list that is known to be the generator's own (G3).
#[inline(always)]
pub(super) fn restore_own(fp: Fp, hidden: usize, generator: &Object) {
    let Some(list) = field(generator, slot::CELLS).value_mut().as_array_mut() else { return };
    debug_assert!(list.len() == hidden && list.is_unique(), "invariant G3");
    take_words(list, fp, hidden);
}

/// Moves what a list holds to the first cells of a frame.
#[inline(always)]
fn take_words(list: &mut Array, fp: Fp, count: usize) {
    Cell::first_aside(list).move_to(fp.cell(0), count);
    list.set_word_count(0);
}

fn restore_record(record: ActRec, func: &Value, this: Value, class: &Value) {
    let Some(func) = func.as_int().and_then(|number| Func::by_number(number as u32)) else {
        record.begin(crate::scoped::pass(), Context::None);
        return;
    };
    let context = match (this.into_object(), class.as_int()) {
        (Some(this), _) => Context::This(this),
        (None, Some(_)) => Context::Class(from_cell(class)),
        (None, None) => Context::None,
    };
    record.begin(func, context);
    if let Some(name) = class.as_str() {
        record.set_called_name(name.clone());
    }
}

/// Whether leaving the site must run code of the function.
pub(crate) fn is_guarded(php: &PhpFunc, site: &Site) -> bool {
    let mut regions = php.record().body.regions_at(site.offset);
    regions.any(|region| matches!(region.kind, EhKind::Fault(_)))
}

/// A frame that is laid out again.
pub(super) struct Restored {
    record: ActRec,
    pub fp: Fp,
    php: &'static PhpFunc,
    pub site: &'static Site,
    next: &'static Site,
}

impl Restored {
    /// The cells in use without the value that it is resumed with.
    fn top(&self) -> usize {
        self.php.slots() + self.next.depth as usize - 1
    }

    /// Releases its evaluation stack, as what leaves the frame does first.
    pub(super) fn release_stack(&self) {
        crate::unwind::release_stack(self.fp, self.php.code(), self.next, self.top());
    }
}

/// Writes the record of the generator's frame, which returns to `to`.
#[inline(always)]
pub(super) fn begin(
    record: ActRec,
    func: &'static Func,
    generator: &Object,
    (caller, ret): (Option<Fp>, Pc),
) {
    let (this, class) = (field(generator, slot::THIS), field(generator, slot::CLASS));
    let context = match (this.value().view(), class.tag()) {
        (View::Object(this), _) => Context::This(this.clone()),
        (_, DataType::Int64) => Context::Class(from_cell(class.value())),
        _ => Context::None,
    };
    let passed = field(generator, slot::PASSED).bits() as u32;
    record.begin(func, context);
    record.link(caller, ret, passed);
    if let Some(extra) = field(generator, slot::EXTRA).value().as_array() {
        record.set_extra(extra.clone());
    }
}

/// Lays the frame out above all others, for native code.
fn lay_out(rq: &mut Request, generator: &Object) -> Res<Restored> {
    let record = ActRec::at(rq.free_cell());
    lay_out_at(rq, generator, record, (None, exit_pc()))
}

/// Lays the frame out at a record over dead cells, to return to `to`.
pub(super) fn lay_out_at(
    rq: &mut Request,
    generator: &Object,
    record: ActRec,
    to: (Option<Fp>, Pc),
) -> Res<Restored> {
    let func = Func::by_number(int_in(generator, slot::FUNC) as u32);
    let Some(func) = func else { return Err(rq.fatal("A generator has no function")) };
    let php = func.as_php().expect("invariant: generators have bytecode");
    let fp = record.frame();
    rq.reserve(fp.address() + func.cells() * size_of::<Value>())?;
    begin(record, func, generator, to);
    let at = int_in(generator, slot::SITE) as usize;
    let sites = php.code().sites().all();
    let (site, next) = (&sites[at], &sites[at + 1]);
    restore(fp, php, generator, next);
    Ok(Restored { record, fp, php, site, next })
}

/// Runs the generator's frame until it suspends or returns.
pub(super) fn run(rq: &mut Request, generator: &Object, input: Input) -> Res<()> {
    rq.enter_nested(|rq| {
        let restored = lay_out(rq, generator)?;
        let control = match input {
            Input::Send(value) => {
                let Restored { fp, php, next, .. } = restored;
                fp.cell(restored.top()).init(value);
                let pc = php.code().resumed_at(next.index as usize);
                let pc = pc.expect("invariant: a resumption is a boundary");
                Control { pc, fp }
            }
            Input::Throw(object) => {
                rq.regs.at_site(restored.fp, restored.site);
                unwind_from(rq, &restored, Halt::Throw(object))
            }
        };
        finish(rq, control, restored.record)
    })?;
    // What ended with the frame is destructed before anything goes on.
    if has_doomed() { rq.run_destructors() } else { Ok(()) }
}

fn unwind_from(rq: &mut Request, restored: &Restored, halt: Halt) -> Control {
    restored.release_stack();
    unwind(rq, restored.fp, restored.site, restored.php.slots(), halt)
}

fn finish(rq: &mut Request, control: Control, record: ActRec) -> Res<()> {
    if control.pc == exit_pc() {
        return match rq.take_halt() {
            Some(halt) => Err(halt),
            None => Ok(()),
        };
    }
    dispatch::run(rq, control.pc, control.fp, record).map(drop)
}

/// Runs the `finally` blocks around the place where the generator stands.
pub(super) fn unwind_suspended(rq: &mut Request, generator: &Object) -> Res<()> {
    let outer = rq.set_destroying(true);
    let result = rq.enter_nested(|rq| {
        let restored = lay_out(rq, generator)?;
        let control = unwind_from(rq, &restored, Halt::Exit);
        finish(rq, control, restored.record)
    });
    let went = rq.set_destroying(outer);
    match result {
        Err(Halt::Exit) if went => Ok(()),
        other => other,
    }
}

/// Ends the generator with what its function returns.
pub(super) fn finish_with(generator: &Object, value: Value) {
    close(generator, State::Returned);
    set(generator, slot::RESULT, value);
}
