//! Processes and signals.
//!
//! # Invariants
//! - The system's handler of a signal notes it; handlers of scripts run at a boundary: behind a
//!   statement under `declare(ticks=…)`, when `pcntl_signal_dispatch()` is called, or where the
//!   interpreter looks up, if they run at once.

pub(in crate::native) mod child;
pub(in crate::native) mod ffi;
#[rustfmt::skip]
mod r#gen;
mod process;
mod signal;

pub use r#gen::{CONSTANTS, NATIVES};

use child::{
    pcntl_wait, pcntl_waitid, pcntl_waitpid, pcntl_wexitstatus, pcntl_wifcontinued,
    pcntl_wifexited, pcntl_wifsignaled, pcntl_wifstopped, pcntl_wstopsig, pcntl_wtermsig,
};
use ffi::Known;
use process::{
    pcntl_alarm, pcntl_exec, pcntl_fork, pcntl_getcpu, pcntl_getcpuaffinity, pcntl_getpriority,
    pcntl_setcpuaffinity, pcntl_setns, pcntl_setpriority, pcntl_unshare,
};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
pub(crate) use signal::heed;
use signal::{
    pcntl_async_signals, pcntl_dispatch_, pcntl_end_, pcntl_heed_, pcntl_signal,
    pcntl_signal_dispatch, pcntl_signal_get_handler, pcntl_sigprocmask, pcntl_sigtimedwait,
    pcntl_sigwaitinfo,
};

/// The number of what went wrong last.
#[derive(Default)]
struct LastError(i32);

/// Notes what went wrong.
fn noted<T>(call: &mut Call<'_>, result: Known<T>) -> Result<T, i32> {
    if let Err(error) = &result {
        call.state::<LastError>().0 = *error;
    }
    result
}

fn pcntl_get_last_error(call: &mut Call<'_>) -> Res<i64> {
    Ok(i64::from(call.state::<LastError>().0))
}

fn pcntl_strerror(call: &mut Call<'_>, error_code: i64) -> Res<Str> {
    call.str(ffi::words(error_code as i32).as_bytes())
}
