//! The verifier: which units may run.
//!
//! A unit is checked rule by rule; the first rule it breaks is named. What the rules promise is
//! all that an engine may rely on when it runs code it did not emit.
//!
//! # Invariants
//! - No unit makes the verifier panic, and its time grows with the unit's size.

mod flow;
mod iter;
mod layout;
mod record;
mod rules;
mod shape;
mod stack;

pub use rules::{RULES, Rule, RuleInfo};
pub use shape::shape;
pub use stack::{Shapes, Slot};

use std::fmt;

use crate::func::{Attrs, Func};
use crate::imm::FuncId;
use crate::instr::Instr;
use crate::unit::Unit;
use layout::Layout;

/// A rule that a unit breaks, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Broken {
    /// The rule.
    pub rule: Rule,
    /// The function, when the rule is about one.
    pub func: Option<FuncId>,
    /// The offset in its code, when the rule is about an instruction.
    pub at: Option<u32>,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.rule.name())?;
        if let Some(func) = self.func {
            write!(f, "function {}", func.0)?;
            if let Some(at) = self.at {
                write!(f, " at {at}")?;
            }
            write!(f, ": ")?;
        }
        f.write_str(&self.message)
    }
}

/// A breach of a rule, before it is known in which function.
#[derive(Debug)]
pub(crate) struct Breach {
    rule: Rule,
    at: Option<u32>,
    message: String,
}

impl Breach {
    fn new(rule: Rule, message: impl Into<String>) -> Self {
        Self { rule, at: None, message: message.into() }
    }

    fn at(rule: Rule, at: u32, message: impl Into<String>) -> Self {
        Self { rule, at: Some(at), message: message.into() }
    }
}

/// Refuses a unit that breaks a rule.
pub fn verify(unit: &Unit) -> Result<(), Broken> {
    record::check_unit(unit).map_err(|breach| broken(None, breach))?;
    for (id, func) in unit.funcs.iter_ids() {
        check_func(unit, func).map_err(|breach| broken(Some(id), breach))?;
    }
    Ok(())
}

/// Refuses a unit whose records break a rule, and does not look at code: that of a function is
/// looked at when [`trace`] or, where an emitter that is trusted made it, [`shape`] is asked for it.
pub fn verify_records(unit: &Unit) -> Result<(), Broken> {
    record::check_unit(unit).map_err(|breach| broken(None, breach))?;
    for (id, func) in unit.funcs.iter_ids() {
        record::check_func(unit, func).map_err(|breach| broken(Some(id), breach))?;
    }
    Ok(())
}

/// An instruction that control can reach.
#[derive(PartialEq, Debug)]
pub struct Reached {
    /// Where it starts.
    pub offset: u32,
    /// The instruction.
    pub instr: Instr,
    /// How many cells of the stack are in use before it.
    pub cells: u32,
    /// How many of them lie below the innermost pending record, when a call is pending.
    pub record: Option<u32>,
}

/// The code of a function, with the shape of the stack before each instruction.
///
/// Fails when the function breaks a rule.
pub fn trace(unit: &Unit, func: &Func) -> Result<(Vec<Reached>, Shapes), Broken> {
    let (instrs, shapes) = check_func(unit, func).map_err(|breach| broken(None, breach))?;
    Ok((reached(instrs, &shapes), shapes))
}

/// The instructions of which a shape is known.
fn reached(code: Code, shapes: &Shapes) -> Vec<Reached> {
    let mut known = shapes.at.iter().peekable();
    let reached = code.into_iter().filter_map(|(offset, instr)| {
        let (_, stack) = known.next_if(|(at, _)| *at == offset)?;
        let (cells, record) = shapes.stacks.cells(*stack);
        Some(Reached { offset, instr, cells, record })
    });
    reached.collect()
}

fn broken(func: Option<FuncId>, breach: Breach) -> Broken {
    Broken { rule: breach.rule, func, at: breach.at, message: breach.message }
}

type Code = Vec<(u32, Instr)>;

fn check_func(unit: &Unit, func: &Func) -> Result<(Code, Shapes), Breach> {
    record::check_func(unit, func)?;
    if func.attrs.has(Attrs::r#abstract) {
        return match func.body.code.is_empty() {
            true => Ok(Default::default()),
            false => Err(Breach::new(Rule::Ends, "an abstract method has code")),
        };
    }
    let layout = Layout::of(unit, func)?;
    let shapes = flow::check(func, &layout)?;
    Ok((layout.instrs, shapes))
}
