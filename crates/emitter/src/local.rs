//! The locals of a function: named ones, which the scan has found, and unnamed ones behind them.

use hashbrown::HashMap;

use hhbc::imm::LocalId;
use stdx::id::Id;

/// Which local has which number.
#[derive(Default)]
pub(crate) struct Locals<'a> {
    names: Vec<&'a [u8]>,
    ids: HashMap<&'a [u8], LocalId>,
    free: Vec<LocalId>,
    count: u32,
}

/// Below this many locals a look through the list is faster than a table.
const LISTED_MAX: usize = 8;

impl<'a> Locals<'a> {
    pub(crate) fn new(names: Vec<&'a [u8]>) -> Self {
        let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let ids = match names.len() <= LISTED_MAX {
            true => HashMap::new(),
            false => {
                names.iter().enumerate().map(|(at, n)| (*n, LocalId::from_index(at))).collect()
            }
        };
        Self { names, ids, free: Vec::new(), count }
    }

    pub(crate) fn names(&self) -> &[&'a [u8]] {
        &self.names
    }

    /// How many locals there are, unnamed ones included.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// The local with this name.
    pub(crate) fn get(&self, name: &[u8]) -> Option<LocalId> {
        if self.names.len() > LISTED_MAX {
            return self.ids.get(name).copied();
        }
        self.names.iter().position(|known| *known == name).map(LocalId::from_index)
    }

    /// An unnamed local that holds nothing.
    pub(crate) fn take_unnamed(&mut self) -> LocalId {
        self.free.pop().unwrap_or_else(|| {
            self.count += 1;
            LocalId(self.count - 1)
        })
    }

    /// Gives back an unnamed local that holds nothing.
    pub(crate) fn give_back(&mut self, local: LocalId) {
        self.free.push(local);
    }
}
