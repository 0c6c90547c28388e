//! Switches: a table of cases, and a jump to each.

use hhbc::imm::Label;
use hhbc::instr::Instr;

use super::Window;
use crate::dispatch as fast;
use crate::dispatch::{Handler, Texts};
use crate::exec::draft::{Draft, Field, Plan};

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    let item = Field::cell(window.depth().checked_sub(1).map(|_| window.item(0))?);
    match window.instr(0)? {
        Instr::SSwitch { cases } if !window.php().unit().is_passing() => {
            let targets = targets_of(window, cases.0.iter().map(|(_, label)| *label));
            let (_, names) = cases.0.split_last()?;
            let names = names.iter().map(|(name, _)| window.php().unit().str(*name));
            let draft = Draft::new(fast::text_switch as Handler, 1).a(item).cases(targets?);
            Some(draft.d_plan(Plan::Texts(Box::new(Texts(names.collect())))))
        }
        Instr::Switch { base, targets } => {
            let base = i32::try_from(*base).ok()?;
            let count = u16::try_from(targets.0.len()).ok()?;
            let targets = targets_of(window, targets.0.iter().copied());
            let draft = Draft::new(fast::int_switch as Handler, 1).a(item).cases(targets?);
            Some(draft.b(Field::Num(count.into())).d(Field::Num(base)))
        }
        _ => None,
    }
}

/// The site behind the switch, where what it does not know is looked at, and those of its cases.
fn targets_of(window: Window<'_>, cases: impl Iterator<Item = Label>) -> Option<Vec<usize>> {
    std::iter::once(window.behind()).chain(cases.map(|label| window.ahead(label))).collect()
}
