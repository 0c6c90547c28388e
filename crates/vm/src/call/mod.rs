//! Calls: from a pending record to a running frame.
//!
//! Arguments lie above the record, where the callee's first locals are. What a call adds is at
//! the edges: arguments beyond the parameters, missing ones, spreads and names.

mod arrange;
mod engine;
pub mod method;
mod named;
pub mod ops;
mod verify;

pub(crate) use arrange::{arranged, boxed};
pub(crate) use named::named;

use std::ops::Range;

use hhbc::func::{Attrs, ParamDefault};
use hhbc::imm::CallArgs;
use hhbc::instr::Instr;
use runtime::array::Array;
use runtime::native::{Callable, Native, called};
use runtime::object::Reference;
use runtime::raise::{Halt, OrExit, Res};
use runtime::value::{Value, View};

use crate::callable::Target;
use crate::closure;
use crate::dispatch::{self, Pc, State, exit_pc};
use crate::exec::Missing;
use crate::frame::{ActRec, Cell, Context, Fp, Frame, RECORD_CELLS, Receiver, Walker};
use crate::func::{Func, FuncBody, PhpFunc};
use crate::native;
use crate::request::Request;
use crate::scoped;
use crate::throwable;

/// Starts the pending function of the call at the frame's site; it returns to `ret`. On `Err` the
/// record and its arguments are released.
pub(crate) fn start(rq: &mut Request, frame: &Frame, ret: Pc) -> Res<State> {
    let record = frame.pending();
    let args = call_args(&frame.site().instr);
    let mut count = args.count;
    if !args.is_positional() {
        count = arrange::arrange(rq, frame, record, args)?;
    }
    begin(rq, record, count, Some(frame.fp()), ret)
}

fn call_args(instr: &Instr) -> &CallArgs {
    match instr {
        Instr::FCall { args } | Instr::FCallD { args, .. } => args,
        other => unreachable!("invariant: {:?} is no call", other.op()),
    }
}

/// Calls `func` with copies of `args` from native code, the record at `free`; `rest` has those
/// whose name no parameter has.
pub(crate) fn from_native(
    rq: &mut Request,
    free: Cell,
    target: &Target,
    (args, rest): (&[Value], Option<Array>),
) -> Res<Value> {
    let record = ActRec::at(free);
    let magic = match (&target.called, &rest) {
        (Some(name), Some(rest)) => {
            let list = arrange::together(args.iter().cloned(), rest).or_exit(rq)?;
            Some([Value::from(name.clone()), Value::from(list)])
        }
        _ => None,
    };
    let rest = rest.filter(|_| magic.is_none());
    let args = magic.as_ref().map_or(args, |args| &args[..]);
    let count = args.len();
    rq.reserve(free.ptr().as_ptr() as usize + (RECORD_CELLS + count) * size_of::<Value>())?;
    match &target.called {
        None => record.begin(target.func, target.context.clone()),
        Some(_) if magic.is_some() => record.begin(target.func, target.context.clone()),
        Some(name) => {
            record.begin(scoped::by_name(target.func), target.context.clone());
            record.set_called_name(name.clone());
        }
    }
    for (at, arg) in args.iter().enumerate() {
        // PHP: what stands for `__call` gets references as they are.
        let keeps = target.called.is_some() || target.func.by_ref().has(at as u32);
        let arg = if keeps { arg } else { arg.unboxed() };
        record.frame().cell(at).init(arg.clone());
    }
    if let Some(rest) = rest {
        record.set_extra(rest);
    }
    match begin(rq, record, count as u32, None, exit_pc())? {
        State { pc, .. } if pc == exit_pc() => Ok(record.cell().take()),
        State { pc, fp } => dispatch::run(rq, pc, fp, record),
    }
}

/// Calls what a callable value was resolved to, from native code. The arguments stay the caller's.
pub(crate) fn resolved(rq: &mut Request, callable: &Callable, args: &[Value]) -> Res<Value> {
    let record = ActRec::at(rq.free_cell());
    match callable.func.downcast_ref() {
        Some(func) if callable.magic.is_none() && is_plain(rq, func, (record, args)) => {
            run_plain(rq, func, (record, args), |record| match &callable.this {
                Some(this) => record.begin_on(func, Receiver::of(this), true),
                None => record.begin(func, callable.class.map_or(Context::None, Context::Class)),
            })
        }
        _ => rq.call_with_rest(&native::callable::target(callable), args, None),
    }
}

/// Calls what a target runs, from native code. The arguments stay the caller's.
pub(crate) fn target(rq: &mut Request, target: &Target, args: &[Value]) -> Res<Value> {
    let (func, record) = (target.func, ActRec::at(rq.free_cell()));
    if target.called.is_none() && is_plain(rq, func, (record, args)) {
        return run_plain(rq, func, (record, args), |record| {
            record.begin(func, target.context.clone());
        });
    }
    rq.call_with_rest(target, args, None)
}

/// Whether a function takes exactly these arguments, all by value, and there is room for its frame:
/// then [`run_plain`] runs it.
#[inline(always)]
pub(crate) fn is_plain(
    rq: &Request,
    func: &'static Func,
    (record, args): (ActRec, &[Value]),
) -> bool {
    let fits = [func.closure_args(), func.exact_args()].contains(&(args.len() as u32));
    let end = record.frame().address() + func.cells() * size_of::<Value>();
    fits && func.by_ref().is_none() && !rq.surprise().stops(end)
}

/// Runs a function at whose entry there is nothing to do but to begin. Builtins that call back do so
/// for each element: the result is moved once.
#[inline(always)]
pub(crate) fn run_plain(
    rq: &mut Request,
    func: &'static Func,
    (record, args): (ActRec, &[Value]),
    begin: impl FnOnce(ActRec),
) -> Res<Value> {
    rq.enter_nested(|rq| {
        begin(record);
        let fp = record.frame();
        let mut cell = fp.cell(0);
        for arg in args {
            cell.init(arg.unboxed().clone());
            cell = cell.up(1);
        }
        cell.clear_locals_to(fp.cell(func.slots()));
        record.link(Some(fp), exit_pc(), args.len() as u32);
        if let Some(php) = func.as_php()
            && func.closure_args() as usize == args.len()
        {
            closure::enter(fp, php);
        }
        dispatch::run_frame(rq, func.entry().load(), fp)
    })?;
    Ok(record.cell().take())
}

/// Arguments from native code of which some are for parameters by reference: a value that is no
/// reference becomes one, with PHP's warning.
#[cold]
pub(crate) fn box_refs(rq: &mut Request, func: &'static Func, args: &[Value]) -> Res<Vec<Value>> {
    let mut boxed = args.to_vec();
    for (at, arg) in boxed.iter_mut().enumerate() {
        if !func.by_ref().has(at as u32) || matches!(arg.view(), View::Ref(_) | View::Uninit) {
            continue;
        }
        *arg = box_one(rq, func, (at as u32, arg))?;
    }
    Ok(boxed)
}

/// A value for a parameter by reference, with PHP's warning.
pub(crate) fn box_one(
    rq: &mut Request,
    func: &'static Func,
    (at, arg): (u32, &Value),
) -> Res<Value> {
    let name = crate::class::func_text_of_argument(func);
    let param = ops::param_name(func, at).map(|name| format!(" (${name})"));
    let (number, param) = (at + 1, param.unwrap_or_default());
    rq.warn(&format!(
        "{name}(): Argument #{number}{param} must be passed by reference, value given"
    ))?;
    Ok(Value::from(Reference::new(arg.clone()).or_exit(rq)?))
}

/// Notes the call of a function of the library; says whether it is one of a script.
pub(crate) fn note_call(func: &'static Func, caller: Option<Fp>) -> bool {
    let caller = caller.and_then(|fp| fp.record().func().as_php());
    if caller.is_some_and(|php| php.unit().is_library()) {
        return false;
    }
    let class = func.scope().map(|scope| format!("{}::", crate::class::class_text(scope)));
    let name = String::from_utf8_lossy(func.name().as_bytes()).into_owned();
    called::note(&format!("{}{name}", class.unwrap_or_default()));
    true
}

/// Starts the function of `record` with `count` arguments. On `Err` they are released.
pub(crate) fn begin(
    rq: &mut Request,
    record: ActRec,
    count: u32,
    caller: Option<Fp>,
    ret: Pc,
) -> Res<State> {
    let func = record.func();
    let begun = match func.body() {
        FuncBody::Native(native) => {
            let strict = caller.is_some_and(|caller| caller.record().func().is_strict());
            return native_call(rq, record, native, (count, strict))
                .map(|()| State { pc: ret, fp: caller.unwrap_or(record.frame()) });
        }
        FuncBody::Engine(body) => {
            return engine::call(rq, record, (*body, count), (caller, ret));
        }
        FuncBody::Php(php) => {
            if called::is_on() && php.unit().is_library() {
                note_call(func, caller);
            }
            if caller.is_some()
                && php.record().attrs.has(Attrs::deprecated)
                && let Err(halt) = say_deprecated(rq, (func, php), (record, count))
            {
                abandon(record, count);
                return Err(halt);
            }
            record.link(caller, ret, count);
            php_frame(rq, record, php, count)
        }
    };
    match begun {
        Ok(pc) => {
            if let FuncBody::Php(php) = func.body()
                && php.is_main()
            {
                rq.enter_main(record.frame(), php);
            }
            Ok(State { pc, fp: record.frame() })
        }
        Err(halt) => {
            abandon(record, count);
            Err(halt)
        }
    }
}

/// Says that a function is deprecated whose arguments lie ready, perhaps above what its caller may
/// use: the cells that code uses which runs meanwhile.
#[cold]
fn say_deprecated(
    rq: &mut Request,
    (func, php): (&Func, &'static PhpFunc),
    (record, count): (ActRec, u32),
) -> Res<()> {
    let fp = record.frame();
    let args: Vec<Value> = (0..count as usize).map(|at| fp.cell(at).take()).collect();
    let said = crate::deprecated::function(rq, func, php);
    for (at, arg) in args.into_iter().enumerate() {
        fp.cell(at).init(arg);
    }
    said
}

/// Releases a pending record and `count` arguments.
pub(crate) fn abandon(record: ActRec, count: u32) {
    let fp = record.frame();
    for at in 0..count as usize {
        drop(fp.cell(at).take());
    }
    if !record.is_bare() {
        record.release();
    }
}

/// Runs a native function with `count` arguments and leaves its result where the record began.
pub(crate) fn native_call(
    rq: &mut Request,
    record: ActRec,
    native: &'static Native,
    (count, strict): (u32, bool),
) -> Res<()> {
    let fp = record.frame();
    let cells = native.params.len().max(count as usize);
    if cells > count as usize {
        if let Err(halt) = rq.reserve(fp.address() + cells * size_of::<Value>()) {
            abandon(record, count);
            return Err(halt);
        }
        for at in count as usize..cells {
            fp.cell(at).clear();
        }
    }
    let rest = if record.is_bare() { None } else { record.take_extra() };
    rq.regs.enter_native(record, (count, cells as u32));
    crate::boundary::reach(rq);
    let result = match rest {
        Some(rest) if native::takes_named(native) => {
            native::call_with_named(rq, fp.cell(0).values_mut(cells), rest)
        }
        Some(_) if count as usize >= native.required => {
            let cells = (fp.cell(0).values_mut(cells), count as usize);
            let coerced = native.coerce(rq, cells, strict);
            coerced.and_then(|()| Err(unknown_rest(rq, native)))
        }
        Some(_) | None => native.run(rq, (fp.cell(0).values_mut(cells), count as usize), strict),
    };
    rq.regs.leave_native();
    abandon(record, cells as u32);
    record.cell().init(result?);
    Ok(())
}

#[cold]
fn unknown_rest(rq: &mut Request, native: &Native) -> Halt {
    let text = format!("{}() does not accept unknown named parameters", native.name);
    rq.throw_error("argumentcounterror", &text)
}

/// Makes the cells above `record` the frame of `php`: where it begins.
fn php_frame(rq: &mut Request, record: ActRec, php: &'static PhpFunc, count: u32) -> Res<Pc> {
    let (func, fp) = (record.func(), record.frame());
    let cells = func.cells().max(count as usize);
    rq.reserve(fp.address() + cells * size_of::<Value>())?;
    let params = php.record().params.len() as u32;
    let kept = params - u32::from(is_variadic(php));
    if count > kept && php.unit().is_library() && refuses_extra(php) {
        keep_extra(rq, record, php, count)?;
        return Err(missing_at_entry(rq, fp, php, count));
    }
    let filled = if count > kept { keep_extra(rq, record, php, count)? } else { count };
    fp.cell(filled as usize).clear_locals_to(fp.cell(func.slots()));
    if count <= kept
        && let Some(named) = record.take_extra()
    {
        fp.cell(kept as usize).init(Value::from(named));
    }
    if php.is_closure() {
        closure::enter(fp, php);
    }
    let is_hole = |at: &u32| matches!(fp.cell(*at as usize).value().view(), View::Uninit);
    if let Some(first) = (0..params).find(is_hole) {
        return fill_missing(rq, fp, php, first..filled);
    }
    Ok(func.entry().load())
}

/// Whether the last parameter takes all further arguments.
pub(super) fn is_variadic(php: &PhpFunc) -> bool {
    php.record().params.last().is_some_and(|param| param.attrs.has(Attrs::variadic))
}

/// Whether a function of the library refuses further arguments, as PHP's builtin methods do.
fn refuses_extra(php: &PhpFunc) -> bool {
    let is_method = php.record().role == hhbc::func::Role::Method;
    is_method && !is_variadic(php)
}

/// Puts arguments beyond the parameters into the variadic parameter, behind them those whose name
/// no parameter has; or into the record. How many parameters are then filled.
fn keep_extra(rq: &mut Request, record: ActRec, php: &PhpFunc, count: u32) -> Res<u32> {
    let variadic = is_variadic(php);
    let kept = php.record().params.len() as u32 - u32::from(variadic);
    let named = record.take_extra();
    let fp = record.frame();
    let mut extra = Array::with_capacity((count - kept) as usize).or_exit(rq)?;
    for at in kept..count {
        let moved = fp.cell(at as usize).take();
        fp.cell(at as usize).clear();
        extra.append(moved).map_err(|_| runtime::heap::Oom).or_exit(rq)?;
    }
    for (key, value) in named.iter().flat_map(Array::iter) {
        extra.set(key, value.clone()).or_exit(rq)?;
    }
    if variadic {
        fp.cell(kept as usize).init(Value::from(extra));
        return Ok(kept + 1);
    }
    record.set_extra(extra);
    Ok(kept)
}

/// Gives parameters without an argument their defaults; where the function begins then. The
/// first of them is the start of `missing`; those before its end were passed over by name.
fn fill_missing(rq: &mut Request, fp: Fp, php: &'static PhpFunc, missing: Range<u32>) -> Res<Pc> {
    let params = &php.record().params;
    let mut entry = None;
    for (at, param) in params.iter().enumerate().skip(missing.start as usize) {
        if !matches!(fp.cell(at).value().view(), View::Uninit) {
            continue;
        }
        match &param.default {
            Some(ParamDefault::Literal(literal)) => {
                let value = match php.code().missing(at).first() {
                    Some(Some(Missing::Constant(value))) => value.value(),
                    _ => php.unit().literal(literal).or_exit(rq)?,
                };
                fp.cell(at).init(value);
            }
            Some(ParamDefault::Code { entry: offset, .. }) => {
                entry.get_or_insert(*offset);
            }
            None if param.attrs.has(Attrs::variadic) => {
                fp.cell(at).init(Value::from(Array::new()));
            }
            None => {
                let given = missing.end.max(missing.start);
                return Err(missing_at_entry(rq, fp, php, given));
            }
        }
    }
    let Some(offset) = entry else { return Ok(fp.record().func().entry().load()) };
    let code = php.code();
    let pc = code.sites().at(offset).and_then(|site| code.pc_of(0, site));
    Ok(pc.expect("invariant: default entries are boundaries"))
}

/// Where the code stands from which native code entered the interpreter.
fn place_of_entry(rq: &Request) -> Option<(String, u32)> {
    let (fp, site) = rq.entries().last().and_then(crate::request::Regs::position)?;
    let php = fp.record().func().as_php().filter(|php| !php.unit().is_library())?;
    let line = php.record().body.line_at(site.offset)?;
    Some((crate::class::shown(php.unit().path().as_bytes()), line))
}

/// Whether native code enters the interpreter to make a call that the script wrote down.
fn is_called_for_the_script(rq: &Request) -> bool {
    let native = rq.entries().last().and_then(crate::request::Regs::native);
    native.is_none_or(|run| run.record.func().name().as_bytes().starts_with(b"call_user_func"))
}

/// The error of a call with too few arguments, or too many, made as if the callee had begun.
#[cold]
fn missing_at_entry(rq: &mut Request, fp: Fp, php: &'static PhpFunc, given: u32) -> Halt {
    let caller = match Walker::new(rq).next().map(|frame| (frame.func.as_php(), frame.line())) {
        Some((Some(php), line)) if !php.unit().is_library() => {
            (crate::class::shown(php.unit().path().as_bytes()), line)
        }
        None if is_called_for_the_script(rq) => place_of_entry(rq).unwrap_or_default(),
        _ => (String::new(), 0),
    };
    let saved = rq.regs.save();
    if let Some(site) = php.code_sites().first() {
        rq.regs.at(php.code().start(), fp, site);
    }
    // PHP: arguments that names pass over are missed before the function begins.
    let refused = match given < php.required_params() {
        true => refused_before(rq, fp, php),
        false => None,
    };
    let is_refused = refused.is_some();
    let halt = refused.unwrap_or_else(|| too_few(rq, fp, caller, given));
    rq.regs.restore(saved);
    let (first_line, _) = php.record().notes.lines;
    if let Halt::Throw(error) = &halt
        && first_line > 0
        && !is_refused
        && !php.unit().is_library()
    {
        throwable::set_line(error, first_line);
    }
    halt
}

/// The error of an argument that stands before the one that is missing: PHP takes one after the
/// other.
fn refused_before(rq: &mut Request, fp: Fp, php: &'static PhpFunc) -> Option<Halt> {
    let site = php.code_sites().first().filter(|_| !php.unit().is_library())?;
    let mut frame = Frame::new(fp, fp.record().func().slots(), site);
    let params = (0..php.record().params.len() as u32).map(hhbc::imm::LocalId);
    for id in params {
        if matches!(frame.local(id).view(), View::Uninit) {
            return None;
        }
        if let Err(halt) = verify::param(rq, &mut frame, id) {
            return Some(halt);
        }
    }
    None
}

/// The error of a call with too few arguments, made at a place.
#[cold]
pub(crate) fn too_few(rq: &mut Request, fp: Fp, (path, line): (String, u32), given: u32) -> Halt {
    let func = fp.record().func();
    let php = func.as_php().expect("invariant: parameters are those of bytecode");
    let required = php.required_params();
    let takes_rest = is_variadic(php);
    let exactly = required as usize == php.record().params.len() - usize::from(takes_rest);
    let word = if exactly { "exactly" } else { "at least" };
    let name = crate::class::func_text(func);
    if php.unit().is_library() {
        let (word, expected) = match given < required {
            true if takes_rest => ("at least", required),
            true => (word, required),
            false if exactly => (word, required),
            false => ("at most", php.record().params.len() as u32),
        };
        let plural = if expected == 1 { "" } else { "s" };
        let text = format!("{name}() expects {word} {expected} argument{plural}, {given} given");
        return rq.throw_error("argumentcounterror", &text);
    }
    if given >= required
        && let Some(at) =
            (0..required).find(|at| matches!(fp.cell(*at as usize).value().view(), View::Uninit))
    {
        let shown = php.local_name(at).map(|id| crate::class::shown(php.unit().str(id).as_bytes()));
        let (number, shown) = (at + 1, shown.unwrap_or_default());
        let text = format!("{name}(): Argument #{number} (${shown}) not passed");
        return rq.throw_error("argumentcounterror", &text);
    }
    let place = if line == 0 { String::new() } else { format!(" in {path} on line {line}") };
    let text = format!(
        "Too few arguments to function {name}(), {given} passed{place} and {word} {required} \
         expected"
    );
    rq.throw_error("argumentcounterror", &text)
}
