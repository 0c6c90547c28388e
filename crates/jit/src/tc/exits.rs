//! What happens where machine code is left.

use std::sync::PoisonError;
use std::sync::atomic::{AtomicU32, Ordering};

use hhbc::instr::Instr;
use vasm::isa::x64::stubs::ExitState;
use vasm::regalloc::Location;
use vm::func::Func;
use vm::machine::{FRAME, Left, Profile, Record, bit, reconsider, resume_at, watched_at};

use super::{ATTEMPTS, CACHE};
use crate::lower::{Plan, Write, tag_byte};
use crate::translate::COLD;

/// An exit of published code.
pub struct Exit {
    plan: Plan,
    live: Vec<Location>,
    taken: AtomicU32,
    /// Of what code it is an exit.
    of: Of,
}

/// The code that exits belong to.
#[derive(Clone, Copy)]
pub struct Of {
    /// Its function.
    pub func: &'static Func,
    /// The number of its first exit.
    pub first: u32,
    /// How often one of them may be taken before the code is made again.
    pub limit: u32,
}

/// What was taken at least one in so many times of the limit is to blame as well when code is made again.
const BLAMED_SHARE: u32 = 12;

impl Exit {
    pub fn new(of: Of, plan: Plan, live: Vec<Location>) -> Self {
        Self { plan, live, taken: AtomicU32::new(0), of }
    }

    /// How often it was taken.
    pub fn taken(&self) -> u32 {
        self.taken.load(Ordering::Relaxed)
    }

    /// How often, where and for whose sake it was taken.
    pub fn describe(&self) -> String {
        let name = String::from_utf8_lossy(self.of.func.name().as_bytes()).into_owned();
        let sites = self.of.func.as_php().map_or(&[][..], |php| php.code().sites().all());
        let at = |site: u32| sites.get(site as usize).map_or("-", |site| site.instr.op().name());
        let Plan { site, blame, .. } = &self.plan;
        let (op, blamed) = (at(*site), at(*blame & !COLD));
        format!("{} {name} {site} {op} for {blame} {blamed}", self.taken())
    }

    /// Whether the interpreter notes, where it goes on, what the code was left for: an instruction that
    /// was never seen, or a parameter of another type.
    fn is_watched(&self) -> bool {
        let blame = self.plan.blame;
        let is_param = || matches!(self.own_instr(), Some(Instr::VerifyParamType { .. }));
        blame != u32::MAX && (blame & COLD != 0 || is_param())
    }

    /// Whether it is left because a local that is read was of another type.
    fn is_load(&self) -> bool {
        matches!(self.own_instr(), Some(Instr::CGetL { .. } | Instr::CGetL2 { .. }))
    }

    /// The instruction before which it is left for its own sake.
    fn own_instr(&self) -> Option<&'static Instr> {
        let Plan { site, blame, .. } = self.plan;
        let php = self.of.func.as_php().filter(|_| blame == site)?;
        php.code().sites().all().get(site as usize).map(|site| &site.instr)
    }

    /// The site that is to blame, and what is to be noted of it.
    fn failure(&self, profile: &Profile) -> Option<(usize, u32)> {
        let blame = Some(self.plan.blame).filter(|blame| *blame != u32::MAX)?;
        let blamed = (blame & !COLD) as usize;
        let is_unmarked = |mark: u32| profile.seen(blamed).0 & mark == 0;
        let mark = match () {
            () if blame & COLD != 0 && is_unmarked(bit::COLD) => bit::COLD,
            () if (self.is_watched() || self.is_load()) && is_unmarked(bit::WIDENED) => {
                bit::WIDENED
            }
            () if is_unmarked(bit::FAILED) => bit::FAILED,
            () => bit::GIVEN_UP,
        };
        Some((blamed, mark))
    }

    /// Writes every value to its cell.
    fn write(&self, state: &ExitState, fp: u64) {
        // SAFETY: C2: an exit's native frame is alive while it is handled.
        let frame = |address: u64| unsafe { *(address as *const u64) };
        for (cell, write) in &self.plan.writes {
            let to = fp + u64::from(*cell) * 16;
            match *write {
                Write::Live(number, tag) => {
                    store(to, state.value(self.live[number as usize], frame));
                    store(to + 8, u64::from(tag));
                }
                Write::Tag(tag) => {
                    store(to, 0);
                    store(to + 8, u64::from(tag));
                }
                Write::Copy(from) => vm::machine::copy_cell(fp + u64::from(from) * 16, to),
                Write::This => {
                    let context = fp.wrapping_add_signed(i64::from(FRAME + Record::CONTEXT));
                    let object = frame(context);
                    // SAFETY: J2: the frame's context is an object.
                    unsafe { *((object + 12) as *mut i32) += 1 };
                    store(to, object);
                    store(to + 8, u64::from(tag_byte(hhir::Type::OBJ)));
                }
                Write::Record(func) => {
                    store(to, func as u64);
                    for word in 1..6 {
                        store(to + word * 8, 0);
                    }
                }
            }
        }
    }
}

/// Writes a word of a cell.
fn store(address: u64, word: u64) {
    // SAFETY: C2, J2: the address is that of a cell of the frame.
    unsafe { *(address as *mut u64) = word };
}

/// The handler of all exits: where control goes on.
pub extern "C" fn left(state: &mut ExitState) -> Left {
    let fp = state.gprs[14];
    let cache = CACHE.get().expect("invariant: code that is left was published");
    let exits = cache.exits.read().unwrap_or_else(PoisonError::into_inner);
    let exit = &exits[state.number as usize];
    exit.write(state, fp);
    let taken = exit.taken.fetch_add(1, Ordering::Relaxed) + 1;
    let Of { func, first, limit } = exit.of;
    let php = func.as_php().expect("invariant: machine code is of a function with bytecode");
    let Plan { site, blame, .. } = exit.plan;
    let is_watched = exit.is_watched() && (taken <= limit || blame & COLD != 0);
    let is_remade = taken == limit && blame != u32::MAX;
    if is_remade {
        let profile = php.code().profile();
        let own = exits[first as usize..].iter().take_while(|exit| exit.of.first == first);
        let blamed = own.filter(|exit| exit.taken() >= limit.div_ceil(BLAMED_SHARE));
        let failures: Vec<_> = blamed.filter_map(|exit| exit.failure(profile)).collect();
        failures.iter().for_each(|(blamed, mark)| profile.note(*blamed, *mark));
    }
    // C3: whoever translates waits for the list with the writer in hand.
    drop(exits);
    if is_remade {
        let key = std::ptr::from_ref(func) as usize;
        let writer = cache.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let attempts = writer.attempts.get(&key).copied().unwrap_or(0);
        drop(writer);
        reconsider(func, attempts >= ATTEMPTS);
    }
    let resume = if is_watched { watched_at } else { resume_at };
    Left { pc: resume(php, site as usize), fp }
}
