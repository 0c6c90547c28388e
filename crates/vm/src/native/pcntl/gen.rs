// @generated from pcntl.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, EmptyArray, Int, Null};
use runtime::native::mask::{ANY, ARRAY, BOOL, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::object::Reference;
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn pcntl_alarm(seconds: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn pcntl_async_signals(enable: Option<bool> ["?bool", BOOL | NULL, Null]) -> bool ["bool"], MayRaise;
    fn pcntl_errno = pcntl_get_last_error() -> i64 ["int"], MayRaise;
    fn pcntl_exec(path: &Str ["string", STRING], args: &Array ["array", ARRAY, EmptyArray], env_vars: &Array ["array", ARRAY, EmptyArray]) -> bool ["bool"], Reenters;
    fn pcntl_fork() -> i64 ["int"], Reenters;
    fn pcntl_get_last_error() -> i64 ["int"], MayRaise;
    fn pcntl_getcpu() -> i64 ["int"], MayRaise;
    fn pcntl_getcpuaffinity(process_id: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn pcntl_getpriority(process_id: Option<i64> ["?int", INT | NULL, Null], mode: i64 ["int", INT, Int(0); "PRIO_PROCESS"]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn pcntl_setcpuaffinity(process_id: Option<i64> ["?int", INT | NULL, Null], cpu_ids: &Array ["array", ARRAY, EmptyArray]) -> bool ["bool"], MayRaise;
    fn pcntl_setns(process_id: Option<i64> ["?int", INT | NULL, Null], nstype: i64 ["int", INT, Int(1073741824); "CLONE_NEWNET"]) -> bool ["bool"], MayRaise;
    fn pcntl_setpriority(priority: i64 ["int", INT], process_id: Option<i64> ["?int", INT | NULL, Null], mode: i64 ["int", INT, Int(0); "PRIO_PROCESS"]) -> bool ["bool"], MayRaise;
    fn pcntl_signal(signal: i64 ["int", INT], handler: &Value ["", ANY], restart_syscalls: Option<bool> ["bool", BOOL | NULL, Bool(true)]) -> bool ["bool"], Reenters;
    fn pcntl_signal_dispatch() -> bool ["bool"], Reenters;
    fn pcntl_signal_get_handler(signal: i64 ["int", INT]) -> Value [""], MayRaise;
    fn pcntl_sigprocmask(mode: i64 ["int", INT], signals: &Array ["array", ARRAY], old_signals: &Reference ["", ANY, Null]) -> bool ["bool"], MayRaise;
    fn pcntl_sigtimedwait(signals: &Array ["array", ARRAY], info: &Reference ["", ANY, EmptyArray], seconds: i64 ["int", INT, Int(0)], nanoseconds: i64 ["int", INT, Int(0)]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn pcntl_sigwaitinfo(signals: &Array ["array", ARRAY], info: &Reference ["", ANY, EmptyArray]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn pcntl_strerror(error_code: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn pcntl_unshare(flags: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn pcntl_wait(status: &Reference ["", ANY], flags: i64 ["int", INT, Int(0)], resource_usage: &Reference ["", ANY, EmptyArray]) -> i64 ["int"], MayRaise;
    fn pcntl_waitid(idtype: i64 ["int", INT, Int(0); "P_ALL"], id: Option<i64> ["?int", INT | NULL, Null], info: &Reference ["", ANY, EmptyArray], flags: i64 ["int", INT, Int(4); "WEXITED"]) -> bool ["bool"], MayRaise;
    fn pcntl_waitpid(process_id: i64 ["int", INT], status: &Reference ["", ANY], flags: i64 ["int", INT, Int(0)], resource_usage: &Reference ["", ANY, EmptyArray]) -> i64 ["int"], MayRaise;
    fn pcntl_wexitstatus(status: i64 ["int", INT]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn pcntl_wifcontinued(status: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn pcntl_wifexited(status: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn pcntl_wifsignaled(status: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn pcntl_wifstopped(status: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn pcntl_wstopsig(status: i64 ["int", INT]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn pcntl_wtermsig(status: i64 ["int", INT]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn pcntl_heed_() -> () ["void"], Reenters;
    fn pcntl_dispatch_() -> () ["void"], Reenters;
    fn pcntl_end_() -> () ["void"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "WNOHANG", value: Int(1) },
    Constant { name: "WUNTRACED", value: Int(2) },
    Constant { name: "WCONTINUED", value: Int(8) },
    Constant { name: "WEXITED", value: Int(4) },
    Constant { name: "WSTOPPED", value: Int(2) },
    Constant { name: "WNOWAIT", value: Int(16777216) },
    Constant { name: "P_ALL", value: Int(0) },
    Constant { name: "P_PID", value: Int(1) },
    Constant { name: "P_PGID", value: Int(2) },
    Constant { name: "P_PIDFD", value: Int(3) },
    Constant { name: "SIG_IGN", value: Int(1) },
    Constant { name: "SIG_DFL", value: Int(0) },
    Constant { name: "SIG_ERR", value: Int(-1) },
    Constant { name: "SIGHUP", value: Int(1) },
    Constant { name: "SIGINT", value: Int(2) },
    Constant { name: "SIGQUIT", value: Int(3) },
    Constant { name: "SIGILL", value: Int(4) },
    Constant { name: "SIGTRAP", value: Int(5) },
    Constant { name: "SIGABRT", value: Int(6) },
    Constant { name: "SIGIOT", value: Int(6) },
    Constant { name: "SIGBUS", value: Int(7) },
    Constant { name: "SIGFPE", value: Int(8) },
    Constant { name: "SIGKILL", value: Int(9) },
    Constant { name: "SIGUSR1", value: Int(10) },
    Constant { name: "SIGSEGV", value: Int(11) },
    Constant { name: "SIGUSR2", value: Int(12) },
    Constant { name: "SIGPIPE", value: Int(13) },
    Constant { name: "SIGALRM", value: Int(14) },
    Constant { name: "SIGTERM", value: Int(15) },
    Constant { name: "SIGSTKFLT", value: Int(16) },
    Constant { name: "SIGCLD", value: Int(17) },
    Constant { name: "SIGCHLD", value: Int(17) },
    Constant { name: "SIGCONT", value: Int(18) },
    Constant { name: "SIGSTOP", value: Int(19) },
    Constant { name: "SIGTSTP", value: Int(20) },
    Constant { name: "SIGTTIN", value: Int(21) },
    Constant { name: "SIGTTOU", value: Int(22) },
    Constant { name: "SIGURG", value: Int(23) },
    Constant { name: "SIGXCPU", value: Int(24) },
    Constant { name: "SIGXFSZ", value: Int(25) },
    Constant { name: "SIGVTALRM", value: Int(26) },
    Constant { name: "SIGPROF", value: Int(27) },
    Constant { name: "SIGWINCH", value: Int(28) },
    Constant { name: "SIGPOLL", value: Int(29) },
    Constant { name: "SIGIO", value: Int(29) },
    Constant { name: "SIGPWR", value: Int(30) },
    Constant { name: "SIGSYS", value: Int(31) },
    Constant { name: "SIGBABY", value: Int(31) },
    Constant { name: "SIGRTMIN", value: Int(34) },
    Constant { name: "SIGRTMAX", value: Int(64) },
    Constant { name: "PRIO_PGRP", value: Int(1) },
    Constant { name: "PRIO_USER", value: Int(2) },
    Constant { name: "PRIO_PROCESS", value: Int(0) },
    Constant { name: "SIG_BLOCK", value: Int(0) },
    Constant { name: "SIG_UNBLOCK", value: Int(1) },
    Constant { name: "SIG_SETMASK", value: Int(2) },
    Constant { name: "SI_USER", value: Int(0) },
    Constant { name: "SI_KERNEL", value: Int(128) },
    Constant { name: "SI_QUEUE", value: Int(-1) },
    Constant { name: "SI_TIMER", value: Int(-2) },
    Constant { name: "SI_MESGQ", value: Int(-3) },
    Constant { name: "SI_ASYNCIO", value: Int(-4) },
    Constant { name: "SI_SIGIO", value: Int(-5) },
    Constant { name: "SI_TKILL", value: Int(-6) },
    Constant { name: "CLD_EXITED", value: Int(1) },
    Constant { name: "CLD_KILLED", value: Int(2) },
    Constant { name: "CLD_DUMPED", value: Int(3) },
    Constant { name: "CLD_TRAPPED", value: Int(4) },
    Constant { name: "CLD_STOPPED", value: Int(5) },
    Constant { name: "CLD_CONTINUED", value: Int(6) },
    Constant { name: "TRAP_BRKPT", value: Int(1) },
    Constant { name: "TRAP_TRACE", value: Int(2) },
    Constant { name: "POLL_IN", value: Int(1) },
    Constant { name: "POLL_OUT", value: Int(2) },
    Constant { name: "POLL_MSG", value: Int(3) },
    Constant { name: "POLL_ERR", value: Int(4) },
    Constant { name: "POLL_PRI", value: Int(5) },
    Constant { name: "POLL_HUP", value: Int(6) },
    Constant { name: "ILL_ILLOPC", value: Int(1) },
    Constant { name: "ILL_ILLOPN", value: Int(2) },
    Constant { name: "ILL_ILLADR", value: Int(3) },
    Constant { name: "ILL_ILLTRP", value: Int(4) },
    Constant { name: "ILL_PRVOPC", value: Int(5) },
    Constant { name: "ILL_PRVREG", value: Int(6) },
    Constant { name: "ILL_COPROC", value: Int(7) },
    Constant { name: "ILL_BADSTK", value: Int(8) },
    Constant { name: "FPE_INTDIV", value: Int(1) },
    Constant { name: "FPE_INTOVF", value: Int(2) },
    Constant { name: "FPE_FLTDIV", value: Int(3) },
    Constant { name: "FPE_FLTOVF", value: Int(4) },
    Constant { name: "FPE_FLTUND", value: Int(5) },
    Constant { name: "FPE_FLTRES", value: Int(6) },
    Constant { name: "FPE_FLTINV", value: Int(7) },
    Constant { name: "FPE_FLTSUB", value: Int(8) },
    Constant { name: "SEGV_MAPERR", value: Int(1) },
    Constant { name: "SEGV_ACCERR", value: Int(2) },
    Constant { name: "BUS_ADRALN", value: Int(1) },
    Constant { name: "BUS_ADRERR", value: Int(2) },
    Constant { name: "BUS_OBJERR", value: Int(3) },
    Constant { name: "CLONE_NEWNS", value: Int(131072) },
    Constant { name: "CLONE_NEWIPC", value: Int(134217728) },
    Constant { name: "CLONE_NEWUTS", value: Int(67108864) },
    Constant { name: "CLONE_NEWNET", value: Int(1073741824) },
    Constant { name: "CLONE_NEWPID", value: Int(536870912) },
    Constant { name: "CLONE_NEWUSER", value: Int(268435456) },
    Constant { name: "CLONE_NEWCGROUP", value: Int(33554432) },
    Constant { name: "PCNTL_EINTR", value: Int(4) },
    Constant { name: "PCNTL_ECHILD", value: Int(10) },
    Constant { name: "PCNTL_EINVAL", value: Int(22) },
    Constant { name: "PCNTL_EAGAIN", value: Int(11) },
    Constant { name: "PCNTL_ESRCH", value: Int(3) },
    Constant { name: "PCNTL_EACCES", value: Int(13) },
    Constant { name: "PCNTL_EPERM", value: Int(1) },
    Constant { name: "PCNTL_ENOMEM", value: Int(12) },
    Constant { name: "PCNTL_E2BIG", value: Int(7) },
    Constant { name: "PCNTL_EFAULT", value: Int(14) },
    Constant { name: "PCNTL_EIO", value: Int(5) },
    Constant { name: "PCNTL_EISDIR", value: Int(21) },
    Constant { name: "PCNTL_ELIBBAD", value: Int(80) },
    Constant { name: "PCNTL_ELOOP", value: Int(40) },
    Constant { name: "PCNTL_EMFILE", value: Int(24) },
    Constant { name: "PCNTL_ENAMETOOLONG", value: Int(36) },
    Constant { name: "PCNTL_ENFILE", value: Int(23) },
    Constant { name: "PCNTL_ENOENT", value: Int(2) },
    Constant { name: "PCNTL_ENOEXEC", value: Int(8) },
    Constant { name: "PCNTL_ENOTDIR", value: Int(20) },
    Constant { name: "PCNTL_ETXTBSY", value: Int(26) },
    Constant { name: "PCNTL_ENOSPC", value: Int(28) },
    Constant { name: "PCNTL_EUSERS", value: Int(87) },
];
