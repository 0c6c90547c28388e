//! `yield` of a value when nothing else is on the stack, and the methods that resume.

use hhbc::instr::Instr;

use super::Window;
use crate::dispatch as fast;
use crate::dispatch::{Constant, Handler};
use crate::exec::draft::{Draft, Field};
use crate::func::PhpFunc;

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    match window.instr(0)? {
        Instr::NativeImpl {} => method(window),
        Instr::YieldFrom {} => delegated(window),
        Instr::RetC {} => returned(window),
        Instr::CreateCont {} => {
            let site = Field::Num(window.site().index as i32);
            Some(Draft::new(fast::create_generator, 1).d(site))
        }
        _ => yielded(window),
    }
}

/// Where a generator is left with one item on its stack, and nothing to run then.
fn left(window: Window<'_>, handler: Handler) -> Option<Draft> {
    let site = window.site();
    if window.depth() != 1 || crate::generator::is_guarded(window.php(), site) {
        return None;
    }
    let item = Field::cell(window.php().slots());
    Some(Draft::new(handler, 1).a(item).d(Field::Num(site.index as i32)))
}

fn delegated(window: Window<'_>) -> Option<Draft> {
    left(window, fast::yield_from)
}

fn returned(window: Window<'_>) -> Option<Draft> {
    let is_generator = window.php().is_generator();
    is_generator.then(|| left(window, fast::return_from_generator))?
}

/// What a method does that resumes its generator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resuming {
    /// It sends its argument, and returns the next value.
    Send,
    /// It does no more.
    Next,
}

impl Resuming {
    /// What a function does that is such a method.
    pub fn of(php: &PhpFunc) -> Option<Self> {
        let unit = php.unit();
        let has_it = |class: &&hhbc::class::Class| class.members.contains(&php.id());
        let mut classes = unit.unit().classes.iter_ids().map(|(_, class)| class);
        let class = classes.find(has_it).filter(|_| unit.is_library())?;
        if unit.str(class.name).as_bytes() != b"Generator" {
            return None;
        }
        match unit.str(php.record().name).as_bytes() {
            b"send" => Some(Self::Send),
            b"next" => Some(Self::Next),
            _ => None,
        }
    }
}

fn method(window: Window<'_>) -> Option<Draft> {
    let (handler, after): (Handler, Handler) = match Resuming::of(window.php())? {
        Resuming::Send => (fast::resume_by_method::<true>, fast::leave_method::<true>),
        Resuming::Next => (fast::resume_by_method::<false>, fast::leave_method::<false>),
    };
    let site = Field::Const(Constant::address(window.site()));
    Some(Draft::new(handler, 1).after(after).a(site))
}

fn yielded(window: Window<'_>) -> Option<Draft> {
    let (handler, items): (Handler, usize) = match window.instr(0)? {
        Instr::Yield {} => (fast::yield_value::<false>, 1),
        Instr::YieldK {} => (fast::yield_value::<true>, 2),
        _ => return None,
    };
    let site = window.site();
    if window.depth() != items || crate::generator::is_guarded(window.php(), site) {
        return None;
    }
    let key = window.php().slots();
    let draft = Draft::new(handler, 1).a(Field::cell(key + items - 1)).b(Field::cell(key));
    Some(draft.d(Field::Num(site.index as i32)))
}
