//! Freeing units of code that ran once.
//!
//! # Invariants
//! - R1: what is freed here has no other reference. The unit is known to its caller alone; its only
//!   function has returned, was never given to a value, never rescoped, never translated to machine
//!   code, so no frame, site, table or cache names it. Names live on: they are interned.

use std::ptr;

use crate::scoped;
use crate::unit::LoadedUnit;

/// Frees a unit that nobody but the caller knows and whose top level has returned, if it left
/// nothing behind.
pub(crate) fn release(unit: &'static LoadedUnit) {
    if !unit.leaves_nothing() {
        return;
    }
    scoped::forget_unit(unit);
    let code = unit.main().as_php().and_then(|php| php.made_code());
    let sites = code.map(|code| code.sites().all());
    let cells: Vec<_> = code.map(|code| code.all_cells().collect()).unwrap_or_default();
    // SAFETY: R1; the unit was leaked from a box.
    drop(unsafe { Box::from_raw(ptr::from_ref(unit).cast_mut()) });
    for cells in cells {
        // SAFETY: R1; the cells were leaked from a box.
        drop(unsafe { Box::from_raw(ptr::from_ref(cells).cast_mut()) });
    }
    if let Some(sites) = sites {
        // SAFETY: R1; the sites were leaked from a box.
        drop(unsafe { Box::from_raw(ptr::from_ref(sites).cast_mut()) });
    }
}
