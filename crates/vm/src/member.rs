//! Member paths: `$a[1]['x'][] = 5` and the like.
//!
//! A path runs as a whole at its final instruction: `Base` and `Dim` do nothing by themselves, because nothing can
//! happen between the steps of a path. So there is no address that would have to survive a warning
//! (M1): when a step must warn, the walk ends, the warning is given, and the walk starts again
//! from the base with that warning behind it.
//!
//! # Not here
//! Properties and objects with offsets: they need classes.

mod ops;
mod read;
mod write;

use hhbc::imm::{MemberKey, MemberMode, StackDepth};
use hhbc::instr::Instr;
use runtime::conv::{self, KeyUse, KeyValue};
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;

pub use ops::*;

use crate::exec::Site;
use crate::frame::Frame;
use crate::local;
use crate::request::Request;

/// The steps of the path that ends at the frame's site: the base, then the keys.
pub(crate) struct Path {
    base: &'static Instr,
    /// The mode and key of each step; the last one is the final instruction's.
    keys: Vec<KeyValueOrNew>,
    /// The mode of the base and of each `Dim`.
    modes: Vec<MemberMode>,
}

/// A key that was read, or the new element.
pub(crate) enum KeyValueOrNew {
    Key(KeyValue),
    New,
}

impl Path {
    /// Reads the keys of the path that ends in `last`.
    fn of(rq: &mut Request, frame: &Frame, last: &MemberKey, usage: KeyUse) -> Res<Self> {
        let steps = steps(frame);
        let (base, dims) = steps.split_first().expect("invariant: a path has a base");
        let mut path = Self { base: &base.instr, keys: Vec::new(), modes: Vec::new() };
        path.modes.extend(base_mode(&base.instr));
        for dim in dims {
            let Instr::Dim { mode, key } = &dim.instr else { continue };
            path.modes.push(*mode);
            path.keys.push(key_of(rq, frame, key, KeyUse::Access)?);
        }
        path.keys.push(key_of(rq, frame, last, usage)?);
        Ok(path)
    }
}

/// The sites of the path before its final instruction.
fn steps(frame: &Frame) -> &'static [Site] {
    let sites = frame.php().code_sites();
    let here = sites.partition_point(|site| site.offset < frame.site().offset);
    &sites[here - frame.site().path as usize..here]
}

fn base_mode(base: &Instr) -> Option<MemberMode> {
    match base {
        Instr::BaseL { mode, .. }
        | Instr::BaseC { mode, .. }
        | Instr::BaseGC { mode, .. }
        | Instr::BaseGL { mode, .. }
        | Instr::BaseGT { mode, .. }
        | Instr::BaseNC { mode, .. }
        | Instr::BaseNL { mode, .. }
        | Instr::BaseSC { mode, .. }
        | Instr::BaseSD { mode, .. } => Some(*mode),
        _ => None,
    }
}

/// The value of a key.
fn key_of(rq: &mut Request, frame: &Frame, key: &MemberKey, usage: KeyUse) -> Res<KeyValueOrNew> {
    let value = match key {
        MemberKey::EI(int) => return Ok(KeyValueOrNew::Key(KeyValue::Int(*int))),
        MemberKey::ET(name) => {
            let name: Str = frame.str(*name).to_str();
            return Ok(KeyValueOrNew::Key(KeyValue::Str(name)));
        }
        MemberKey::W => return Ok(KeyValueOrNew::New),
        MemberKey::EL(id) => local::read(rq, frame, *id)?,
        MemberKey::EC(depth) => at_depth(frame, *depth),
        MemberKey::PC(_) | MemberKey::PL(_) | MemberKey::PT(_) => {
            return Err(no_properties(rq));
        }
    };
    conv::to_key(rq, &value, usage).map(KeyValueOrNew::Key)
}

fn at_depth(frame: &Frame, depth: StackDepth) -> Value {
    frame.top(depth.0).unboxed().clone()
}

fn no_properties(rq: &mut Request) -> Halt {
    rq.fatal("Properties are not supported yet")
}
