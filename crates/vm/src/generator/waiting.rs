//! Generators that wait for what they delegate to: traces show them as callers of what runs.
//!
//! # Invariants
//! - What waits is put aside: its cells are in its own list, not on the stack.

use runtime::object::{ClassId, Object};
use runtime::value::{DataType, Value, View};

use super::{field, func_of, inner, int_in, slot};
use crate::exec::Site;
use crate::func::Func;
use crate::request::Request;

/// `$this` of a generator.
pub(crate) fn this_of(generator: &Object) -> Option<Object> {
    field(generator, slot::THIS).value().clone().into_object()
}

/// The class that `static` means in a generator without `$this`.
pub(crate) fn class_of(generator: &Object) -> Option<ClassId> {
    let class = field(generator, slot::CLASS);
    matches!(class.tag(), DataType::Int64).then(|| crate::class::from_cell(class.value()))
}

/// The function of a generator that is put aside, and where it stands.
pub(crate) fn place_of(generator: &Object) -> Option<(&'static Func, &'static Site)> {
    let func = func_of(generator)?;
    let sites = func.as_php()?.code().sites().all();
    Some((func, sites.get(int_in(generator, slot::SITE) as usize)?))
}

/// The arguments of a generator that is put aside.
pub(crate) fn args_aside(generator: &Object) -> Vec<Value> {
    let params = func_of(generator).and_then(Func::as_php);
    let params = params.map_or(0, |php| php.record().params.len());
    let count = params.min(int_in(generator, slot::PASSED) as usize);
    let list = field(generator, slot::CELLS).value();
    let Some(list) = list.as_array() else { return Vec::new() };
    let args = (0..count as u32).map_while(|at| list.entry(at).map(|(_, value)| value.unboxed()));
    args.take_while(|value| !matches!(value.view(), View::Uninit)).cloned().collect()
}

/// Generators that wait for one that they delegate to, or for what is no generator.
pub(crate) struct Delegation {
    /// How many entries there were when it began to wait.
    pub depth: usize,
    from: Object,
    to: Option<Object>,
}

impl Delegation {
    pub(crate) fn new(depth: usize, from: &Object, to: Option<&Object>) -> Self {
        Self { depth, from: from.clone(), to: to.cloned() }
    }

    /// The generators, the innermost first.
    pub(crate) fn generators(&self) -> Vec<Object> {
        let mut chain = vec![self.from.clone()];
        let Some(to) = &self.to else { return chain };
        while let Some(next) = chain.last().and_then(inner).filter(|next| !next.ptr_eq(to)).cloned()
        {
            chain.push(next);
        }
        chain.reverse();
        chain
    }
}

impl Request {
    /// Runs native code for generators that wait for what it gives: those from one on that each
    /// delegate to the next, before `to`.
    pub(super) fn waits<R>(
        &mut self,
        (from, to): (&Object, Option<&Object>),
        body: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let depth = self.entries().len() - self.floor();
        let count = self.waiting.len();
        self.waiting.push(Delegation::new(depth, from, to));
        let result = body(self);
        self.waiting.truncate(count);
        result
    }
}
