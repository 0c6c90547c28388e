//! Processes and signals behind safe functions. An error is the system's number.
//!
//! # Invariants
//! - K1: what the system fills was made by us and outlives the call.
//! - K2: lists for the system end with null, their texts with a NUL, and outlive the call.
//! - K3: [`SURPRISE`] is null, or the address of a word that is never freed.
//! - K4: the handler of signals touches nothing but atomic numbers.

#![expect(unsafe_code, reason = "the system's calls take pointers, and call a handler of ours")]

use std::ffi::{CStr, CString, c_int, c_void};
use std::io;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicPtr, AtomicUsize, Ordering};
use std::time::Duration;

use crate::surprise::{Flag, Surprise};

/// A result, or the system's number for why there is none.
pub type Known<T> = Result<T, i32>;

fn last() -> i32 {
    io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

fn checked(result: c_int) -> Known<c_int> {
    if result < 0 { Err(last()) } else { Ok(result) }
}

/// What is known of a signal.
#[derive(Clone, Copy, Default, Debug)]
pub struct Signal {
    /// Its number, why it came, and how.
    pub number: i64,
    pub errno: i64,
    pub code: i64,
    /// Who sent it.
    pub process: i64,
    pub user: i64,
    /// Of a child: its status and times.
    pub status: i64,
    pub user_time: i64,
    pub system_time: i64,
    /// Of a fault: where.
    pub address: i64,
}

const FIELDS: usize = 9;
const SLOTS: usize = 64;

/// A signal that came.
struct Slot {
    is_full: AtomicBool,
    fields: [AtomicI64; FIELDS],
}

static QUEUE: [Slot; SLOTS] = [const {
    Slot { is_full: AtomicBool::new(false), fields: [const { AtomicI64::new(0) }; FIELDS] }
}; SLOTS];
static NEXT_IN: AtomicUsize = AtomicUsize::new(0);
static NEXT_OUT: AtomicUsize = AtomicUsize::new(0);
/// The word that asks the interpreter to look up, when handlers run at once.
static SURPRISE: AtomicPtr<Surprise> = AtomicPtr::new(ptr::null_mut());

fn told(info: &libc::siginfo_t) -> Signal {
    // SAFETY: the system filled all of it; what does not belong to the signal is a number too.
    let process = unsafe { info.si_pid() };
    // SAFETY: as above.
    let user = unsafe { info.si_uid() };
    // SAFETY: as above.
    let status = unsafe { info.si_status() };
    // SAFETY: as above.
    let user_time = unsafe { info.si_utime() };
    // SAFETY: as above.
    let system_time = unsafe { info.si_stime() };
    // SAFETY: as above.
    let address = unsafe { info.si_addr() };
    Signal {
        number: info.si_signo.into(),
        errno: info.si_errno.into(),
        code: info.si_code.into(),
        process: process.into(),
        user: user.into(),
        status: status.into(),
        user_time,
        system_time,
        address: address as i64,
    }
}

extern "C" fn note(_: c_int, info: *const libc::siginfo_t, _: *const c_void) {
    // SAFETY: the system hands a signal that it filled.
    let Some(info) = (unsafe { info.as_ref() }) else { return };
    let signal = told(info);
    let slot = &QUEUE[NEXT_IN.load(Ordering::Acquire) % SLOTS];
    if !slot.is_full.swap(true, Ordering::AcqRel) {
        let values = [
            signal.number,
            signal.errno,
            signal.code,
            signal.process,
            signal.user,
            signal.status,
            signal.user_time,
            signal.system_time,
            signal.address,
        ];
        for (field, value) in slot.fields.iter().zip(values) {
            field.store(value, Ordering::Relaxed);
        }
        NEXT_IN.fetch_add(1, Ordering::AcqRel);
    }
    // SAFETY: K3.
    if let Some(surprise) = unsafe { SURPRISE.load(Ordering::Acquire).as_ref() } {
        surprise.set(Flag::Signal);
    }
}

/// The next signal that came.
pub fn next() -> Option<Signal> {
    let at = NEXT_OUT.load(Ordering::Acquire);
    if at == NEXT_IN.load(Ordering::Acquire) {
        return None;
    }
    let slot = &QUEUE[at % SLOTS];
    let field = |index: usize| slot.fields[index].load(Ordering::Relaxed);
    let signal = Signal {
        number: field(0),
        errno: field(1),
        code: field(2),
        process: field(3),
        user: field(4),
        status: field(5),
        user_time: field(6),
        system_time: field(7),
        address: field(8),
    };
    slot.is_full.store(false, Ordering::Release);
    NEXT_OUT.fetch_add(1, Ordering::AcqRel);
    Some(signal)
}

/// Whether a signal came.
pub fn is_due() -> bool {
    NEXT_OUT.load(Ordering::Acquire) != NEXT_IN.load(Ordering::Acquire)
}

/// Has a word told of signals, or none. The word is never freed (K3).
pub fn tell(surprise: Option<&Arc<Surprise>>) {
    let address = surprise.map_or(ptr::null(), |word| Arc::into_raw(Arc::clone(word)));
    SURPRISE.store(address.cast_mut(), Ordering::Release);
}

/// What the system does with a signal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    Default,
    Ignore,
    /// It is noted.
    Note,
}

/// Says what happens with a signal.
pub fn act(number: i32, action: Action, restarts: bool) -> Known<()> {
    let mut how = MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: zeros are an action without a handler.
    let how = unsafe { how.assume_init_mut() };
    how.sa_sigaction = match action {
        Action::Default => libc::SIG_DFL,
        Action::Ignore => libc::SIG_IGN,
        Action::Note => note as *const () as usize,
    };
    how.sa_flags = libc::SA_ONSTACK | libc::SA_SIGINFO;
    if restarts {
        how.sa_flags |= libc::SA_RESTART;
    }
    // SAFETY: K1.
    unsafe { libc::sigfillset(&mut how.sa_mask) };
    // SAFETY: K1, K4.
    checked(unsafe { libc::sigaction(number, how, ptr::null_mut()) }).map(drop)
}

/// A set of signals.
pub struct Set(libc::sigset_t);

impl Set {
    /// These signals; the number that is none.
    pub fn of(numbers: &[i32]) -> Known<Self> {
        let mut set = MaybeUninit::<libc::sigset_t>::zeroed();
        // SAFETY: K1.
        unsafe { libc::sigemptyset(set.as_mut_ptr()) };
        for number in numbers {
            // SAFETY: K1.
            checked(unsafe { libc::sigaddset(set.as_mut_ptr(), *number) })?;
        }
        // SAFETY: it was made empty.
        Ok(Self(unsafe { set.assume_init() }))
    }

    fn has(&self, number: i32) -> bool {
        // SAFETY: K1.
        unsafe { libc::sigismember(&self.0, number) == 1 }
    }
}

/// Blocks signals as `how` says; those that were blocked before.
pub fn block(how: i32, set: &Set) -> Known<Vec<i32>> {
    let mut old = Set::of(&[])?;
    // SAFETY: K1.
    checked(unsafe { libc::sigprocmask(how, &set.0, &mut old.0) })?;
    Ok((1..=64).filter(|number| old.has(*number)).collect())
}

/// Waits for a signal of a set, at most for a time.
pub fn wait_signal(set: &Set, time: Option<(i64, i64)>) -> Known<Signal> {
    let mut info = MaybeUninit::<libc::siginfo_t>::zeroed();
    let result = match time {
        Some((tv_sec, tv_nsec)) => {
            let time = libc::timespec { tv_sec, tv_nsec };
            // SAFETY: K1.
            unsafe { libc::sigtimedwait(&set.0, info.as_mut_ptr(), &time) }
        }
        // SAFETY: K1.
        None => unsafe { libc::sigwaitinfo(&set.0, info.as_mut_ptr()) },
    };
    checked(result)?;
    // SAFETY: zeros are a signal, and the system filled it.
    Ok(told(unsafe { info.assume_init_ref() }))
}

/// Becomes two processes; 0 in the child.
pub fn fork() -> Known<i32> {
    // SAFETY: the caller holds what other threads could hold, so that the child finds it free.
    checked(unsafe { libc::fork() })
}

/// What a process has used, in the order in which scripts are told.
pub type Used = [i64; 17];

fn used(usage: &libc::rusage) -> Used {
    [
        usage.ru_oublock,
        usage.ru_inblock,
        usage.ru_msgsnd,
        usage.ru_msgrcv,
        usage.ru_maxrss,
        usage.ru_ixrss,
        usage.ru_idrss,
        usage.ru_minflt,
        usage.ru_majflt,
        usage.ru_nsignals,
        usage.ru_nvcsw,
        usage.ru_nivcsw,
        usage.ru_nswap,
        usage.ru_utime.tv_usec,
        usage.ru_utime.tv_sec,
        usage.ru_stime.tv_usec,
        usage.ru_stime.tv_sec,
    ]
}

/// What this process has used, or the children that it waited for.
pub fn own_use(of_children: bool) -> Known<Used> {
    let who = if of_children { libc::RUSAGE_CHILDREN } else { libc::RUSAGE_SELF };
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    // SAFETY: K1.
    checked(unsafe { libc::getrusage(who, usage.as_mut_ptr()) })?;
    // SAFETY: zeros are a usage, and the system filled it.
    Ok(used(unsafe { usage.assume_init_ref() }))
}

/// A child that ended or changed.
pub struct Child {
    /// The process; 0 when there is none.
    pub process: i32,
    pub status: i32,
    pub used: Used,
}

/// Waits for a child.
pub fn wait(process: i32, status: i32, flags: i32) -> Known<Child> {
    let mut status = status;
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    // SAFETY: K1.
    let process = checked(unsafe { libc::wait4(process, &mut status, flags, usage.as_mut_ptr()) })?;
    // SAFETY: zeros are a usage, and the system filled it.
    let usage = unsafe { usage.assume_init_ref() };
    Ok(Child { process, status, used: used(usage) })
}

/// Waits for a child to change.
pub fn wait_change(kind: u32, id: u32, flags: i32) -> Known<Signal> {
    let mut info = MaybeUninit::<libc::siginfo_t>::zeroed();
    // SAFETY: K1.
    checked(unsafe { libc::waitid(kind, id, info.as_mut_ptr(), flags) })?;
    // SAFETY: zeros are a signal, and the system filled it.
    Ok(told(unsafe { info.assume_init_ref() }))
}

/// Has a signal sent in so many seconds; how many were left before.
pub fn alarm(seconds: u32) -> u32 {
    // SAFETY: any number may be asked for.
    unsafe { libc::alarm(seconds) }
}

fn list(texts: &[CString]) -> Vec<*const libc::c_char> {
    texts.iter().map(|text| text.as_ptr()).chain([ptr::null()]).collect()
}

/// Becomes another program; only a failure comes back.
pub fn exec(path: &CStr, args: &[CString], variables: Option<&[CString]>) -> i32 {
    let args = list(args);
    match variables {
        Some(variables) => {
            let variables = list(variables);
            // SAFETY: K2.
            unsafe { libc::execve(path.as_ptr(), args.as_ptr(), variables.as_ptr()) };
        }
        None => {
            // SAFETY: K2.
            unsafe { libc::execv(path.as_ptr(), args.as_ptr()) };
        }
    }
    last()
}

/// The priority of a process, a group or a user.
pub fn priority(which: u32, who: u32) -> Known<i32> {
    clear();
    // SAFETY: any numbers may be asked for.
    let found = unsafe { libc::getpriority(which, who) };
    match last() {
        0 => Ok(found),
        error => Err(error),
    }
}

fn clear() {
    // SAFETY: the place is this thread's own.
    let place = unsafe { libc::__errno_location() };
    // SAFETY: as above.
    unsafe { *place = 0 };
}

/// Sets the priority of a process, a group or a user.
pub fn set_priority(which: u32, who: u32, priority: i32) -> Known<()> {
    // SAFETY: any numbers may be asked for.
    checked(unsafe { libc::setpriority(which, who, priority) }).map(drop)
}

/// Leaves what is shared with other processes.
pub fn unshare(flags: i32) -> Known<()> {
    // SAFETY: any number may be asked for.
    checked(unsafe { libc::unshare(flags) }).map(drop)
}

/// Enters a namespace of a process.
pub fn enter(process: i32, kind: i32) -> Result<(), (bool, i32)> {
    // SAFETY: any numbers may be asked for.
    let opened = unsafe { libc::syscall(libc::SYS_pidfd_open, process, 0) };
    let fd = checked(opened as i32).map_err(|error| (false, error))?;
    // SAFETY: any numbers may be asked for.
    let entered = checked(unsafe { libc::setns(fd, kind) });
    // SAFETY: the descriptor was opened here.
    unsafe { libc::close(fd) };
    entered.map(drop).map_err(|error| (true, error))
}

/// The processor that runs this.
pub fn processor() -> i32 {
    // SAFETY: it takes nothing.
    unsafe { libc::sched_getcpu() }
}

/// The processors that may run a process.
pub fn processors(process: i32) -> Known<Vec<usize>> {
    let mut set = MaybeUninit::<libc::cpu_set_t>::zeroed();
    let size = size_of::<libc::cpu_set_t>();
    // SAFETY: K1.
    checked(unsafe { libc::sched_getaffinity(process, size, set.as_mut_ptr()) })?;
    // SAFETY: zeros are a set, and the system filled it.
    let set = unsafe { set.assume_init() };
    // SAFETY: the numbers are within the set.
    let has = |number: &usize| unsafe { libc::CPU_ISSET(*number, &set) };
    Ok((0..MOST_PROCESSORS).filter(has).collect())
}

/// How many processors a set has room for.
pub const MOST_PROCESSORS: usize = libc::CPU_SETSIZE as usize;

/// Says which processors may run a process.
pub fn set_processors(process: i32, numbers: &[usize]) -> Known<()> {
    let mut set = MaybeUninit::<libc::cpu_set_t>::zeroed();
    // SAFETY: zeros are a set without processors.
    let set = unsafe { set.assume_init_mut() };
    for number in numbers.iter().filter(|number| **number < MOST_PROCESSORS) {
        // SAFETY: the number is within the set.
        unsafe { libc::CPU_SET(*number, set) };
    }
    let size = size_of::<libc::cpu_set_t>();
    // SAFETY: K1.
    checked(unsafe { libc::sched_setaffinity(process, size, set) }).map(drop)
}

/// How many processors there are.
pub fn processor_count() -> usize {
    // SAFETY: any number may be asked for.
    let count = unsafe { libc::sysconf(libc::_SC_NPROCESSORS_CONF) };
    usize::try_from(count).unwrap_or(1)
}

/// Waits until the time is over or a signal came; what is left of it.
pub fn sleep(time: Duration) -> Duration {
    let wanted = libc::timespec {
        tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: time.subsec_nanos().into(),
    };
    let mut left = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: K1.
    if unsafe { libc::nanosleep(&wanted, &mut left) } == 0 {
        return Duration::ZERO;
    }
    Duration::new(left.tv_sec.max(0) as u64, left.tv_nsec.max(0) as u32)
}

/// The system's words for a number.
pub fn words(error: i32) -> String {
    let mut buffer = [0u8; 256];
    // SAFETY: K1; that the words were cut is no matter.
    unsafe { libc::strerror_r(error, buffer.as_mut_ptr().cast(), buffer.len()) };
    let words = buffer.split(|byte| *byte == 0).next().unwrap_or_default();
    String::from_utf8_lossy(words).into_owned()
}
