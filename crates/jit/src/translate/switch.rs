//! Switches: the case is found by halves.

use hhbc::imm::{Label, Labels, StrLabels};
use hhir::build::Extra;
use hhir::inst::Cmp;
use hhir::{BlockId, Op, Type, Val};
use vm::machine::keeps_texts;

use super::state::Held;
use super::{Then, Translator};

/// A switch has at most so many targets.
const TARGETS: usize = 512;

impl Translator<'_> {
    /// A switch over ints from `base` on. What is no int goes on behind it.
    pub(super) fn switch_int(
        &mut self,
        at: usize,
        (base, targets): (i64, &Labels),
    ) -> Option<Then> {
        let targets = self.targets(at, targets.0.iter().copied())?;
        let (default, cases) = targets.split_last()?;
        let end = base.checked_add(i64::try_from(cases.len()).ok()?)?;
        if self.seen_at(at).failed() {
            return None;
        }
        let top = self.state.top() - 1;
        self.item_is(top, Type::INT)?;
        let number = self.int_in(top)?;
        self.pop();
        let numbered: Vec<(i64, usize)> = (base..end).zip(cases.iter().copied()).collect();
        self.unless(number, (Cmp::Lt, base), *default);
        self.unless(number, (Cmp::Ge, end), *default);
        self.halve(number, &numbered);
        Some(Then::Ended)
    }

    /// A switch over strings. What is no string goes on behind it.
    pub(super) fn switch_text(&mut self, at: usize, cases: &StrLabels) -> Option<Then> {
        let targets = self.targets(at, cases.0.iter().map(|(_, label)| *label))?;
        if self.seen_at(at).failed() || !keeps_texts(self.php) {
            return None;
        }
        let top = self.state.top() - 1;
        self.item_is(top, Type::STR)?;
        let string = self.string_in(top)?;
        self.pop();
        let extra = Extra { imm: at as i64, ..Extra::default() };
        let case = self.b.emit(Op::CaseOf, &[string], extra)?;
        let numbered: Vec<(i64, usize)> = (0..).zip(targets).collect();
        self.halve(case, &numbered);
        Some(Then::Ended)
    }

    /// The sites to which the labels of a site lead.
    fn targets(&self, at: usize, labels: impl Iterator<Item = Label>) -> Option<Vec<usize>> {
        let site = &self.sites[at];
        let targets: Vec<usize> =
            labels.map(|label| self.code.sites().target(site, label)).collect::<Option<_>>()?;
        (targets.len() <= TARGETS).then_some(targets)
    }

    /// The int in a stack item.
    fn int_in(&mut self, cell: u32) -> Option<Val> {
        match self.state.slots[cell as usize].held {
            Held::Alias(local) => Some(self.b.given(Op::LdCell, &[], i64::from(local), Type::INT)),
            _ => self.scalar(cell),
        }
    }

    /// Goes to a site when a number compares so.
    fn unless(&mut self, number: Val, (cmp, with): (Cmp, i64), to: usize) {
        let next = self.part((cmp, number, with), |this| this.go(this.target(to)));
        self.b.block = next;
    }

    /// Goes on in two ways, the first where a number compares so; the block of the other, for which
    /// all is as before.
    fn part(
        &mut self,
        (cmp, number, with): (Cmp, Val, i64),
        taken: impl FnOnce(&mut Self),
    ) -> BlockId {
        let with = self.b.int(with);
        let holds = self.b.compare(Op::CmpInt, cmp, number, with);
        let (first, next) = self.fork(Op::Br, &[holds], Extra::default());
        let state = self.state.clone();
        self.b.block = first;
        taken(self);
        self.state = state;
        next
    }

    /// Goes to the site of the number, which is one of these.
    fn halve(&mut self, number: Val, cases: &[(i64, usize)]) {
        let Some((&(_, first), rest)) = cases.split_first() else { return self.leave() };
        if rest.iter().all(|(_, site)| *site == first) {
            return self.go(self.target(first));
        }
        let (low, high) = cases.split_at(cases.len() / 2);
        let middle = (Cmp::Lt, number, high[0].0);
        self.b.block = self.part(middle, |this| this.halve(number, low));
        self.halve(number, high);
    }
}
