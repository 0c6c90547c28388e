//! Fusing: which runs of sites one exec instruction can stand for.

use super::draft::Draft;
use super::site::{Site, Sites};
use crate::func::PhpFunc;

/// What is known of the function whose code is fused.
pub(crate) struct Fuser {
    sites: &'static [Site],
    slots: usize,
}

impl Fuser {
    /// For a function with these sites.
    pub(crate) fn new(func: &'static PhpFunc, sites: &Sites) -> Self {
        Self { sites: sites.all(), slots: func.slots() }
    }

    /// The instruction for a group that begins with the site `at`.
    pub(crate) fn group(&self, at: usize) -> Option<Draft> {
        let _ = (&self.sites[at], self.slots);
        None
    }
}
