//! Calls whose function stands in the code. PHP runs some builtins without a frame when they are called so,
//! and has another body for that.

use hhbc::flags::Flags;
use hhbc::instr::Instr;
use runtime::string::StaticStr;

use crate::frame::FrameInfo;

/// The name of the function that a frame calls, when code names it and gives all arguments by position.
pub(crate) fn named(frame: &FrameInfo) -> Option<StaticStr> {
    let (php, site) = (frame.func.as_php()?, frame.site()?);
    let (Instr::FCall { args } | Instr::FCallD { args, .. }) = &site.instr else { return None };
    if !args.is_positional() {
        return None;
    }
    let until = php.code_sites().get(..=site.index as usize)?;
    // What begins the call is the last push before it behind which the same record is pending.
    let begins = |pair: &&[crate::exec::Site]| {
        pair[0].instr.op().has(Flags::Push) && pair[1].record == site.record
    };
    match &until.windows(2).rev().find(begins)?[0].instr {
        Instr::FPushFuncD { name, .. } => Some(php.unit().folded(*name)),
        Instr::FPushFuncU { fallback, .. } => Some(php.unit().folded(*fallback)),
        _ => None,
    }
}
