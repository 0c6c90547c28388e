//! Calls of functions that are known without running.
//!
//! A name is known to be a function for good when the engine has it, or when the unit itself defines it as it is
//! loaded: then no other definition can take the name while the unit's code runs.

use hhbc::flags::Flags;
use hhbc::func::Attrs;
use hhbc::imm::{CallArgs, ClsRef, Param};
use hhbc::instr::Instr;
use runtime::native::Effect;
use runtime::value::Value;

use super::{Source, Window};
use crate::dispatch as fast;
use crate::dispatch::{Argument, Constant, Given, Handler, OfClass, PassedConstants, PlainCall};
use crate::exec::draft::{Draft, Field, Plan};
use crate::exec::site::Site;
use crate::func::{Func, PhpFunc};
use crate::native;

/// What is known of calls without running.
pub(crate) struct Known {
    /// For sites of known calls, the function. The list ends behind the last of them.
    funcs: Vec<Option<&'static Func>>,
    /// The sites that call a function by an unqualified name, in order.
    unqualified: Vec<usize>,
}

impl Known {
    /// Of a function's sites.
    ///
    /// A pending call is known from the instruction that begins it to the one that ends it, as
    /// long as the stack does not go below its record on the way.
    pub(crate) fn of(php: &'static PhpFunc, sites: &'static [Site]) -> Self {
        let mut funcs = Vec::new();
        let mut unqualified = Vec::new();
        let mut note = |at: usize, func| {
            funcs.resize(at, None);
            funcs.push(Some(func));
        };
        // With the cells of their records, the innermost last; none of an unqualified name.
        let mut pending: Vec<(u32, Option<&'static Func>)> = Vec::new();
        for (at, site) in sites.iter().enumerate() {
            while pending.pop_if(|(cell, _)| *cell >= site.depth).is_some() {}
            if let Instr::FPushFuncD { name, .. } = &site.instr {
                if let Some(func) = find(php, php.unit().folded(*name)) {
                    pending.push((site.depth, Some(func)));
                    note(at, func);
                }
            } else if let Instr::FPushFuncU { .. } = &site.instr {
                pending.push((site.depth, None));
            } else if let Some((cell, func)) = pending.last()
                && *cell == site.record
            {
                let calls = site.instr.op().has(Flags::Call);
                match func {
                    Some(func) => note(at, *func),
                    None if calls => unqualified.push(at),
                    None => {}
                }
                if calls {
                    pending.pop();
                }
            }
        }
        Self { funcs, unqualified }
    }

    /// The function of the call that the site belongs to.
    pub(crate) fn callee(&self, at: usize) -> Option<&'static Func> {
        self.funcs.get(at).copied().flatten()
    }

    /// Whether the site calls a function by an unqualified name.
    pub(crate) fn is_unqualified(&self, at: usize) -> bool {
        self.unqualified.binary_search(&at).is_ok()
    }
}

fn find(php: &PhpFunc, folded: runtime::string::StaticStr) -> Option<&'static Func> {
    let found = native::named(folded.as_bytes()).or_else(|| php.unit().hoisted(folded))?;
    let by_ref = found.as_php().is_some_and(|php| php.record().attrs.has(Attrs::by_ref));
    (!by_ref).then_some(found)
}

/// Whether an instruction passes a cell that is on the stack already.
pub(super) fn passes_cell(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::FPassC { .. } | Instr::FPassCE { .. } | Instr::FPassCW { .. } | Instr::FPassR { .. }
    )
}

fn param_of(instr: &Instr) -> Option<u32> {
    let param = match instr {
        Instr::FPassC { param }
        | Instr::FPassCE { param }
        | Instr::FPassCW { param }
        | Instr::FPassR { param }
        | Instr::FPassL { param, .. }
        | Instr::FPassM { param, .. } => param,
        _ => return None,
    };
    match param {
        Param::At(at) => Some(*at),
        Param::Named(_) => None,
    }
}

impl Window<'_> {
    /// Whether the instruction `ahead` passes to a parameter that is known to be by value.
    pub(super) fn passes_by_value(self, ahead: usize) -> bool {
        let param = self.instr(ahead).and_then(param_of);
        self.callee(ahead).zip(param).is_some_and(|(func, param)| !func.by_ref().has(param))
    }
}

fn is_call_without_arguments(instr: Option<&Instr>) -> bool {
    matches!(instr, Some(Instr::FCall { args }) if args.is_positional() && args.count == 0)
}

/// The parameter of an instruction that passes something, if it has a bit of its own.
fn early_param(instr: &Instr) -> Option<u32> {
    param_of(instr).filter(|param| *param < 62)
}

/// What the instruction `ahead` gives to a function that is not known.
pub(super) fn given(window: Window<'_>, ahead: usize) -> Option<Given> {
    let params = 1 << early_param(window.instr(ahead)?)?;
    Some(Given { record: window.record(ahead) * size_of::<Value>(), params })
}

/// Whether the last argument is spread and no other, nor has one a name.
fn spreads_last(args: &CallArgs) -> bool {
    args.names.is_empty() && args.spreads == 1
}

/// Constants that are passed one after the other to a function that is not known.
fn constants(window: Window<'_>) -> Option<Draft> {
    let (mut values, mut params) = (Vec::new(), 0);
    while let Some(Source::Const(constant)) = window.load(2 * values.len())
        && let ahead = 2 * values.len() + 1
        && window.instr(ahead).is_some_and(passes_cell)
        && window.callee(ahead).is_none()
        && let Some(given) = given(window, ahead)
    {
        params |= given.params;
        values.push(constant);
    }
    if let [constant] = values[..] {
        let draft = Draft::new(fast::pass_constant, 2).a(Field::cell(window.free()));
        return Some(draft.b(Field::Const(constant)).d(param_field(window, 1)?));
    }
    let record = given(window, 1)?.record;
    let sites = 2 * values.len();
    let passed = PassedConstants { given: Given { record, params }, values: values.into() };
    let draft = Draft::new(fast::pass_constants, sites).a(Field::cell(window.free()));
    (sites > 0).then(|| draft.d_plan(Plan::Constants(Box::new(passed))))
}

/// The record and the parameter of the instruction `ahead`, which passes something to a function
/// that is not known.
fn param_field(window: Window<'_>, ahead: usize) -> Option<Field> {
    let Given { record, .. } = given(window, ahead)?;
    let record = i32::try_from(record).ok().filter(|record| *record < 1 << 23)?;
    Some(Field::Num(record << 8 | early_param(window.instr(ahead)?)? as i32))
}

/// The call at a site, of that many slots.
fn call(window: Window<'_>, handler: Handler, args: &CallArgs) -> Draft {
    let draft = Draft::new(handler, 1).a(Field::cell(window.record(0)));
    let site = Field::Const(Constant::address(window.site()));
    draft.b(Field::Num(args.count as i32)).d(site)
}

/// Calls of functions that are not known.
fn unknown(window: Window<'_>) -> Option<Draft> {
    match window.instr(0)? {
        Instr::FPassL { local, .. } => {
            let draft = Draft::new(fast::pass_local, 1).a(Field::cell(local.0 as usize));
            Some(draft.b(Field::cell(window.free())).d(param_field(window, 0)?))
        }
        Instr::FPassR { .. } => {
            let draft = Draft::new(fast::pass_result, 1).a(Field::cell(window.item(0)));
            Some(draft.d(param_field(window, 0)?))
        }
        instr if passes_cell(instr) => {
            Some(Draft::new(fast::pass_item, 1).d(param_field(window, 0)?))
        }
        Instr::FCall { args } if args.is_positional() => {
            let handler: Handler = match window.calls_unqualified() {
                true => fast::call_unqualified,
                false => fast::call_php,
            };
            Some(call(window, handler, args))
        }
        Instr::FCall { args } if spreads_last(args) => Some(call(window, fast::call_spread, args)),
        Instr::FPushCtorD { cls, .. }
            if *cls != ClsRef::Parent && is_call_without_arguments(window.instr(1)) =>
        {
            let address = |ahead| Field::Const(Constant::address(window.site_at(ahead)));
            let draft = Draft::new(fast::new_object, 2).a(Field::cell(window.free()));
            Some(draft.b(address(1)).d(address(0)))
        }
        Instr::FPushCtorD { cls, .. } if *cls != ClsRef::Parent => {
            let site = Field::Const(Constant::address(window.site()));
            let draft = Draft::new(fast::push_constructor, 1).a(Field::cell(window.free()));
            Some(draft.d(site))
        }
        Instr::FPushClsMethodD { cls, .. } if *cls != ClsRef::Parent => {
            let plan = Plan::Class(Box::new(OfClass::new(*cls, window.site())));
            let draft = Draft::new(fast::push_static_method, 1).a(Field::cell(window.free()));
            Some(draft.d_plan(plan))
        }
        Instr::FPushFuncU { .. } | Instr::FPushFuncD { .. } => {
            let site = Field::Const(Constant::address(window.site()));
            Some(Draft::new(fast::push_met, 1).a(Field::cell(window.free())).d(site))
        }
        Instr::FPushFunc { .. } => {
            Some(Draft::new(fast::push_closure, 1).a(Field::cell(window.item(0))))
        }
        _ => None,
    }
}

/// A whole call of a plain builtin whose arguments are locals and constants.
fn with_loads(window: Window<'_>, func: &'static Func) -> Option<Draft> {
    let Instr::FPushFuncD { .. } = window.instr(0)? else { return None };
    let native = func.as_native()?;
    let mut args: Vec<Argument> = Vec::new();
    let mut ahead = 1;
    loop {
        let param = native.params.get(args.len());
        match window.instr(ahead)? {
            Instr::FPassL { local, .. } if window.passes_by_value(ahead) => {
                args.push(Argument::cell(local.0 as usize * size_of::<Value>(), param?));
                ahead += 1;
            }
            Instr::FCall { args: given } => {
                let is_whole = given.is_positional() && given.count as usize == args.len();
                if !is_whole || window.record(ahead) != window.free() {
                    return None;
                }
                break;
            }
            _ => {
                let Source::Const(constant) = window.load(ahead)? else { return None };
                let passes = window.instr(ahead + 1).is_some_and(passes_cell);
                if !passes || !window.passes_by_value(ahead + 1) {
                    return None;
                }
                args.push(Argument::constant(constant, param?)?);
                ahead += 2;
            }
        }
    }
    let given = args.len();
    if !native.is_plain_for(given) {
        return None;
    }
    for param in &native.params[given..] {
        args.push(Argument::default(param)?);
    }
    let unboxes = matches!(window.instr(ahead + 1), Some(Instr::UnboxR {}));
    let site = window.site_at(ahead);
    let handler: Handler = match native.effect {
        Effect::Pure => fast::call_pure_with,
        Effect::MayRaise | Effect::Reenters => fast::call_with,
    };
    let draft = Draft::new(handler, ahead + 1 + usize::from(unboxes));
    let plan = PlainCall { func, native, args: args.into(), given, site };
    Some(draft.a(Field::cell(window.free())).d_plan(Plan::Call(Box::new(plan))))
}

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    if let Instr::UnboxR {} = window.instr(0)? {
        return Some(Draft::new(fast::unbox, 1).a(Field::cell(window.item(0))));
    }
    let Some(func) = window.callee(0) else {
        return constants(window).or_else(|| unknown(window));
    };
    if let Some(draft) = with_loads(window, func) {
        return Some(draft);
    }
    match window.instr(0)? {
        Instr::FPushFuncD { .. } => {
            let draft = Draft::new(fast::push_known, 1).a(Field::cell(window.free()));
            Some(draft.b(Field::Const(Constant::address(func))))
        }
        Instr::FPassL { local, .. } if window.passes_by_value(0) => {
            let draft = Draft::new(fast::load::<fast::Local>, 1);
            Some(draft.a(Field::cell(local.0 as usize)).d(Field::cell(window.free())))
        }
        Instr::FPassL { local, param: Param::At(_) } => {
            let draft = Draft::new(fast::pass_reference, 1).a(Field::cell(local.0 as usize));
            Some(draft.b(Field::cell(window.free())))
        }
        Instr::FPassR { .. } if window.passes_by_value(0) => {
            Some(Draft::new(fast::unbox, 1).a(Field::cell(window.item(0))))
        }
        instr if passes_cell(instr) && window.passes_by_value(0) => {
            Some(Draft::new(fast::nothing, 1))
        }
        Instr::FCall { args } if args.is_positional() => {
            let handler: Handler = match func.as_native() {
                Some(native) if native.is_plain_for(args.count as usize) => fast::call_plain_native,
                Some(_) => fast::call_native,
                None => fast::call_php,
            };
            let unboxes = matches!(window.instr(1), Some(Instr::UnboxR {}));
            let sites = 1 + usize::from(unboxes);
            Some(Draft { sites, ..call(window, handler, args) })
        }
        Instr::FCall { args } if spreads_last(args) => Some(call(window, fast::call_spread, args)),
        _ => None,
    }
}
