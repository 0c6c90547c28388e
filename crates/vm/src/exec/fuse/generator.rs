//! `yield` of a value when nothing else is on the stack.

use hhbc::instr::Instr;

use super::Window;
use crate::dispatch as fast;
use crate::dispatch::Handler;
use crate::exec::draft::{Draft, Field};

/// The instruction for the group at the beginning of the window.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
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
