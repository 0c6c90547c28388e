//! Edges between places.
//!
//! One to a place that is still to come waits until the place is translated, when all that come there
//! are known but those that close loops.

use hhir::build::Extra;
use hhir::{BlockId, Edge, Op, Type, Val};

use super::Translator;
use super::state::{Held, State};
use crate::region::Place;

/// An edge to a place that is not translated yet.
pub(super) struct Waiting {
    /// Where it comes from; the block is not ended.
    block: BlockId,
    /// What is known there.
    state: State,
}

impl Translator<'_> {
    /// Makes the edges to a place that is about to be translated, with what all of them know.
    pub(super) fn make_edges(&mut self, place: Place, edges: Vec<Waiting>) {
        let wider = self.wider.get(&place).cloned();
        let states = edges.iter().map(|edge| &edge.state);
        let joined = states.fold(wider, |known, state| {
            Some(known.map_or_else(|| state.clone(), |known| known.join(state)))
        });
        self.known.extend(joined.map(|known| (place, known)));
        for Waiting { block, state } in edges {
            (self.b.block, self.state) = (block, state);
            self.link(place);
        }
    }

    /// Ends the block by going to a place.
    pub(super) fn go(&mut self, to: Place) {
        if !self.known.contains_key(&to) {
            self.settle();
            let edge = Waiting { block: self.b.block, state: self.state.clone() };
            return self.waiting.entry(to).or_default().push(edge);
        }
        self.poll(to.site());
        self.settle();
        if self.is_worth_peeling(to) {
            self.peels.insert(to.site());
            self.changed = true;
        }
        let known = &self.known[&to];
        let joined = known.join(&self.state);
        if joined.is_like(known) {
            return self.link(to);
        }
        let wider = self.wider.entry(to).or_insert_with(|| known.clone());
        *wider = wider.join(&joined);
        self.changed = true;
        let block = self.block_of(to);
        self.b.jump(block, Vec::new());
    }

    /// Whether the edge that closes a loop brings a number of one type, where the first round began with
    /// another or with one that may have either.
    fn is_worth_peeling(&self, to: Place) -> bool {
        let known = self.known[&to].slots.iter();
        let narrows = known.zip(&self.state.slots).any(|(first, later)| {
            first.ty.is(Type::NUM)
                && !first.ty.is(later.ty)
                && later.ty.is_single()
                && later.ty.is(Type::NUM)
        });
        narrows && matches!(to, Place::At(head) if self.region.may_peel(head))
    }

    /// Ends the block by going to a place of which it is known what all that come there know.
    fn link(&mut self, to: Place) {
        let block = self.block_of(to);
        let wanted = std::mem::take(&mut self.known.entry(to).or_default().slots);
        let mut args = Vec::new();
        for (cell, wanted) in wanted.iter().enumerate() {
            let slot = self.state.slots[cell];
            match (wanted.held, slot.held) {
                (Held::Reg(_), Held::Reg(val)) => args.push(val),
                (Held::Reg(_), _) => {
                    args.push(self.b.given(Op::LdCell, &[], cell as i64, wanted.ty));
                }
                (Held::Cell, Held::Reg(val)) if slot.dirty && !wanted.dirty => {
                    self.store_cell(cell as u32, val);
                }
                _ => {}
            }
        }
        self.known.entry(to).or_default().slots = wanted;
        self.b.jump(block, args);
    }

    /// Makes what no place may be entered with: copies, records and nulls that are not written.
    fn settle(&mut self) {
        for cell in 0..self.state.slots.len() {
            let slot = self.state.slots[cell];
            let stays = matches!(slot.held, Held::Reg(_)) && slot.ty.is_scalar();
            if !stays {
                self.write_home(cell as u32);
            }
        }
    }

    /// Ends the block in two ways, in blocks that are still empty.
    pub(super) fn fork(&mut self, op: Op, args: &[Val], extra: Extra) -> (BlockId, BlockId) {
        let ways = (self.b.unit.block(), self.b.unit.block());
        let edges = [ways.0, ways.1].map(|block| Edge { block, args: Vec::new() });
        self.b.end(op, args, extra, edges.into());
        ways
    }

    /// Ends the block in two ways; each goes on in a block of its own.
    pub(super) fn branch(&mut self, op: Op, args: &[Val], extra: Extra, to: (Place, Place)) {
        let (taken, next) = self.fork(op, args, extra);
        let state = self.state.clone();
        self.b.block = taken;
        self.go(to.0);
        self.state = state;
        self.b.block = next;
        self.go(to.1);
    }
}
