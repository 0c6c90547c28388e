//! The rules that one pass over the code can check, and the tables that the flow needs.

use super::{Breach, Rule};
use crate::codec::COUNT_MAX;
use crate::flags::Flags;
use crate::func::{EhKind, Func, ParamDefault, Role};
use crate::imm::{ImmRef, MemberMode, Param};
use crate::instr::{Instr, Op, instrs};
use crate::unit::Unit;

type Check = Result<(), Breach>;

/// The instructions of a function with what surrounds them.
pub(super) struct Layout {
    /// Offset and instruction, in order.
    pub instrs: Vec<(u32, Instr)>,
    /// The length of the code.
    pub end: u32,
    /// For each instruction, the innermost region around it.
    pub region: Vec<Option<usize>>,
    /// For each region, the innermost one around it.
    pub parent: Vec<Option<usize>>,
}

impl Layout {
    pub(super) fn of(unit: &Unit, func: &Func) -> Result<Self, Breach> {
        let decoded = instrs(&func.body.code).collect::<Result<Vec<_>, _>>();
        let decoded =
            decoded.map_err(|error| Breach::at(Rule::Decode, error.at, error.to_string()))?;
        let end = func.body.code.len() as u32;
        let mut layout = Self { instrs: decoded, end, region: Vec::new(), parent: Vec::new() };
        if layout.instrs.is_empty() {
            return Err(Breach::new(Rule::Ends, "there is no code"));
        }
        layout.immediates(unit, func)?;
        layout.region_names(unit, func)?;
        layout.targets(func)?;
        layout.lines(func)?;
        layout.regions(func)?;
        layout.paths(func)?;
        layout.handlers(func)?;
        Ok(layout)
    }

    /// The index of the instruction at `offset`.
    pub(super) fn index_of(&self, offset: u32) -> Option<usize> {
        self.instrs.binary_search_by_key(&offset, |(at, _)| *at).ok()
    }

    /// The regions around an instruction, from the innermost outwards.
    pub(super) fn regions_around(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.region[index], |region| self.parent[*region])
    }

    fn immediates(&self, unit: &Unit, func: &Func) -> Check {
        for (at, instr) in &self.instrs {
            let mut fault = None;
            instr.refs(&mut |each| {
                if !exists(unit, func, each) {
                    fault = Some(each);
                }
            });
            if let Some(missing) = fault {
                let text = format!("{} names {missing:?}, which is not there", instr.op().name());
                return Err(Breach::at(Rule::Immediates, *at, text));
            }
            if let Some(text) = immediate_fault(unit, func, instr) {
                let text = format!("{}: {text}", instr.op().name());
                return Err(Breach::at(Rule::Immediates, *at, text));
            }
        }
        Ok(())
    }

    fn region_names(&self, unit: &Unit, func: &Func) -> Check {
        for region in &func.body.eh {
            let known = match &region.kind {
                EhKind::Catch(clauses) => {
                    clauses.iter().all(|(class, _)| exists(unit, func, ImmRef::Str(*class)))
                }
                EhKind::Fault(_) => true,
                EhKind::Iter(iter) => exists(unit, func, ImmRef::Iter(*iter)),
                EhKind::Silence(local) | EhKind::Temp(local) => {
                    exists(unit, func, ImmRef::Local(*local))
                }
            };
            if !known {
                let text = "the region names what is not there";
                return Err(Breach::at(Rule::Regions, region.start, text));
            }
        }
        Ok(())
    }

    fn targets(&self, func: &Func) -> Check {
        let check = |at: Option<u32>, target: u32, what: &str| match self.index_of(target) {
            Some(_) => Ok(()),
            None => {
                let message = format!("{what} {target} is not the start of an instruction");
                Err(Breach { rule: Rule::Targets, at, message })
            }
        };
        for (at, instr) in &self.instrs {
            for label in instr.labels() {
                check(Some(*at), at.wrapping_add_signed(label.0), "the target")?;
            }
        }
        for param in &func.params {
            if let Some(ParamDefault::Code { entry, .. }) = param.default {
                check(None, entry, "the default entry")?;
            }
        }
        for region in &func.body.eh {
            check(None, region.start, "the start of a region")?;
            if region.end != self.end {
                check(None, region.end, "the end of a region")?;
            }
            for handler in region.kind.handlers() {
                check(None, handler, "the handler")?;
            }
        }
        Ok(())
    }

    fn lines(&self, func: &Func) -> Check {
        let mut last = None;
        let mut line = 0;
        for mark in &func.body.lines {
            let in_order = last.is_none_or(|last| last < mark.offset);
            if !in_order
                || mark.line == line
                || mark.line > COUNT_MAX
                || self.index_of(mark.offset).is_none()
            {
                return Err(Breach::at(Rule::Lines, mark.offset, "this mark is out of place"));
            }
            last = Some(mark.offset);
            line = mark.line;
        }
        Ok(())
    }

    fn regions(&mut self, func: &Func) -> Check {
        let eh = &func.body.eh;
        let mut order: Vec<usize> = (0..eh.len()).rev().collect();
        order.sort_by_key(|at| (eh[*at].start, std::cmp::Reverse(eh[*at].end)));
        self.parent = vec![None; eh.len()];
        let mut open: Vec<usize> = Vec::new();
        let mut waiting = order.into_iter().peekable();
        for (at, _) in &self.instrs {
            while open.pop_if(|region| eh[*region].end <= *at).is_some() {}
            while let Some(region) = waiting.next_if(|region| eh[*region].start <= *at) {
                let fault = |text: &str| Err(Breach::at(Rule::Regions, eh[region].start, text));
                if eh[region].end <= eh[region].start {
                    return fault("this region is empty");
                }
                if let Some(outer) = open.last() {
                    if eh[region].end > eh[*outer].end {
                        return fault("this region crosses the end of the one around it");
                    }
                    if region > *outer {
                        return fault("this region comes after the one around it");
                    }
                }
                self.parent[region] = open.last().copied();
                open.push(region);
            }
            self.region.push(open.last().copied());
        }
        Ok(())
    }

    fn paths(&self, func: &Func) -> Check {
        let entries = self.entries(func);
        let mut arg: Option<Param> = None;
        let mut in_path = false;
        for (at, instr) in &self.instrs {
            let flags = instr.op().flags();
            let fault = |text: &str| Err(Breach::at(Rule::Path, *at, text));
            let goes_on = flags.meets(Flags::Dim.with(Flags::Final));
            if in_path && !goes_on {
                return fault("this stands inside a member path");
            }
            if goes_on && !in_path {
                return fault("this step belongs to no member path");
            }
            if goes_on && entries.binary_search(at).is_ok() {
                return fault("control goes into a member path");
            }
            let step = match (instr, mode_of(instr)) {
                (Instr::FPassM { param, .. }, _) => Some(*param),
                (_, Some(MemberMode::Arg(param))) => Some(param),
                _ => None,
            };
            if !goes_on {
                arg = step;
            } else if step.is_some() && arg.is_some() && step != arg {
                return fault("the steps of the path name different parameters");
            } else if flags.has(Flags::Final) && arg.is_some() && step.is_none() {
                return fault("a path with the mode Arg ends in FPassM");
            }
            arg = arg.or(step);
            in_path = flags.meets(Flags::Base.with(Flags::Dim));
        }
        match in_path {
            true => Err(Breach::at(Rule::Path, self.end, "the code ends inside a member path")),
            false => Ok(()),
        }
    }

    /// The offsets that control may come to other than from the instruction before. Sorted.
    fn entries(&self, func: &Func) -> Vec<u32> {
        let mut entries: Vec<u32> = Vec::new();
        for (at, instr) in &self.instrs {
            entries.extend(instr.labels().iter().map(|label| at.wrapping_add_signed(label.0)));
        }
        entries.extend(default_entries(func));
        entries.extend(func.body.eh.iter().flat_map(|region| region.kind.handlers()));
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    fn handlers(&self, func: &Func) -> Check {
        let mut entries: Vec<u32> =
            func.body.eh.iter().flat_map(|region| region.kind.handlers()).collect();
        entries.sort_unstable();
        for (at, instr) in &self.instrs {
            let mut targets =
                instr.labels().into_iter().map(|label| at.wrapping_add_signed(label.0));
            if targets.any(|target| entries.binary_search(&target).is_ok()) {
                let text = "a handler is entered by a branch";
                return Err(Breach::at(Rule::Handlers, *at, text));
            }
            let is_catch = instr.op() == Op::Catch;
            if is_catch != entries.binary_search(at).is_ok() {
                let text = "handlers begin with Catch, and nothing else does";
                return Err(Breach::at(Rule::Handlers, *at, text));
            }
        }
        Ok(())
    }
}

/// The entries of parameters that were not given.
pub(super) fn default_entries(func: &Func) -> impl Iterator<Item = u32> + '_ {
    func.params.iter().filter_map(|param| match param.default {
        Some(ParamDefault::Code { entry, .. }) => Some(entry),
        Some(ParamDefault::Literal(_)) | None => None,
    })
}

fn mode_of(instr: &Instr) -> Option<MemberMode> {
    match instr {
        Instr::BaseL { mode, .. }
        | Instr::BaseC { mode, .. }
        | Instr::BaseGC { mode, .. }
        | Instr::BaseGL { mode, .. }
        | Instr::BaseGT { mode, .. }
        | Instr::BaseNC { mode, .. }
        | Instr::BaseNL { mode, .. }
        | Instr::BaseSC { mode, .. }
        | Instr::BaseSD { mode, .. }
        | Instr::Dim { mode, .. } => Some(*mode),
        _ => None,
    }
}

fn exists(unit: &Unit, func: &Func, each: ImmRef) -> bool {
    match each {
        ImmRef::Local(local) => local.0 < func.frame.num_locals,
        ImmRef::Iter(iter) => iter.0 < func.frame.num_iters,
        ImmRef::Str(id) => unit.strings.get(id).is_some(),
        ImmRef::Array(id) => unit.arrays.get(id).is_some(),
        ImmRef::Func(id) => unit.funcs.get(id).is_some(),
        ImmRef::Class(id) => unit.classes.get(id).is_some(),
        ImmRef::Count(count) => count.0 <= COUNT_MAX,
        ImmRef::Label(_) | ImmRef::Depth(_) => true,
    }
}

/// The most slots that `Roll` and `Nip` reach.
const REACH_MAX: u32 = 255;

/// What is wrong with an immediate that names only what exists.
fn immediate_fault(unit: &Unit, func: &Func, instr: &Instr) -> Option<&'static str> {
    let role = |id| unit.funcs.get(id).map(|func: &Func| func.role);
    let is_param = |local: u32| (local as usize) < func.params.len();
    match instr {
        Instr::ConcatN { n } | Instr::NewPackedArray { n } if n.0 == 0 => {
            Some("it takes at least one")
        }
        Instr::Roll { n } | Instr::Nip { n } if n.0 > REACH_MAX => Some("it reaches too far"),
        Instr::NewStructArray { keys } if keys.0.is_empty() => Some("it takes at least one"),
        Instr::Switch { targets, .. } if targets.0.is_empty() => Some("it has no default"),
        Instr::SSwitch { cases } if cases.0.is_empty() => Some("it has no default"),
        Instr::FCallBuiltin { argc, passed, .. } if passed.0 > argc.0 => {
            Some("more are given than there are")
        }
        Instr::CreateCl { n, func } => match unit.funcs.get(*func) {
            Some(closure) if closure.role != Role::Closure => Some("it names no closure"),
            Some(closure) if closure.notes.captures.len() != n.0 as usize => {
                Some("the closure captures another number of slots")
            }
            _ => None,
        },
        Instr::DefFunc { func } if role(*func) != Some(Role::Function) => {
            Some("it names no function to define")
        }
        Instr::VerifyParamType { local }
        | Instr::ArgGiven { local, .. }
        | Instr::ArgMissing { local }
            if !is_param(local.0) =>
        {
            Some("it names no parameter")
        }
        _ => None,
    }
}

/// Whether a region's kind is one the unwinder cleans up without a handler.
pub(super) fn frees_iter(kind: &EhKind) -> Option<crate::imm::IterId> {
    if let EhKind::Iter(iter) = kind { Some(*iter) } else { None }
}
