//! The order in which the text form lists functions, and the numbers this gives them.
//!
//! The top level comes first, then what belongs to no class, then the members of each class: the
//! order in which the assembler meets them and gives out ids.

use crate::func::Role;
use crate::imm::{ClassId, FuncId};
use crate::unit::{MAIN, Unit};
use stdx::id::Id;

/// Functions in the order of the text.
pub(super) struct Order {
    /// Those that belong to no class, without the top level.
    pub free: Vec<FuncId>,
    /// Those of each class.
    pub members: Vec<Vec<FuncId>>,
    numbers: Vec<u32>,
}

impl Order {
    pub(super) fn of(unit: &Unit) -> Self {
        let mut owned = vec![false; unit.funcs.len()];
        let mut members = Vec::new();
        for class in unit.classes.as_slice() {
            let mut here: Vec<FuncId> = Vec::new();
            for id in &class.members {
                if let Some(taken @ false) = owned.get_mut(id.index()) {
                    *taken = true;
                    here.push(*id);
                }
            }
            members.push(here);
        }
        let is_free = |id: &FuncId| *id != MAIN && !owned[id.index()];
        let free: Vec<FuncId> = unit.funcs.ids().filter(is_free).collect();
        let mut numbers = vec![0; unit.funcs.len()];
        let listed = free.iter().chain(members.iter().flatten());
        for (number, id) in (1..).zip(listed) {
            numbers[id.index()] = number;
        }
        Self { free, members, numbers }
    }

    /// The number of a function in the text.
    pub(super) fn func_number(&self, id: FuncId) -> u32 {
        self.numbers.get(id.index()).copied().unwrap_or(id.0)
    }

    /// The members of a class, in the order of the text.
    pub(super) fn members_of(&self, id: ClassId) -> &[FuncId] {
        self.members.get(id.index()).map_or(&[], |members| members)
    }
}

/// The directive that a role is written with.
pub(super) fn directive(role: Role) -> &'static str {
    match role {
        Role::Main => ".main",
        Role::Function => ".function",
        Role::Method => ".method",
        Role::Closure => ".closure",
        Role::Thunk => ".thunk",
    }
}
