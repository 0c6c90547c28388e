//! Freeing units of evaluated code.
//!
//! # Invariants
//! - R1: what is freed here has no other reference. The unit is known to one request alone
//!   (`evaluated` says how it knows that nothing there names its functions): no frame, value,
//!   table or machine code does; caches by address and numbers are told here. Names live on, which
//!   are interned; values have copies of its literals.

use std::ptr;

use super::{ExecCell, numbers};
use crate::exec::{Site, forget_met};
use crate::func::Func;
use crate::scoped;
use crate::unit::LoadedUnit;

/// What the code of a function was leaked as.
struct Leaked {
    sites: &'static [Site],
    cells: Vec<&'static [ExecCell]>,
}

fn leaked(func: &'static Func) -> Option<Leaked> {
    let code = func.as_php()?.made_code()?;
    Some(Leaked { sites: code.sites().all(), cells: code.all_cells().collect() })
}

/// Frees what was leaked from a box.
///
/// # Safety
/// Nothing else refers to it, now or later.
unsafe fn free<T: ?Sized>(leaked: &'static T) {
    // SAFETY: the caller's promise.
    drop(unsafe { Box::from_raw(ptr::from_ref(leaked).cast_mut()) });
}

/// Frees a unit of cold code that nothing refers to.
pub(crate) fn release(unit: &'static LoadedUnit) {
    let rescoped = scoped::forget_unit(unit);
    let funcs = || unit.funcs().iter().chain(rescoped.iter().copied());
    funcs().filter_map(Func::taken_number).for_each(numbers::give_back);
    let code: Vec<Leaked> = funcs().filter_map(leaked).collect();
    for Leaked { sites, .. } in &code {
        forget_met(sites);
    }
    for func in rescoped {
        // SAFETY: R1; the function was leaked from a box.
        unsafe { free(func) };
    }
    // SAFETY: R1; the unit was leaked from a box.
    unsafe { free(unit) };
    for Leaked { sites, cells } in code {
        for cells in cells {
            // SAFETY: R1; the cells were leaked from a box.
            unsafe { free(cells) };
        }
        // SAFETY: R1; the sites were leaked from a box.
        unsafe { free(sites) };
    }
}
