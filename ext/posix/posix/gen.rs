// @generated from posix.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Int, Null};
use runtime::native::mask::{ANY, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn posix_access(filename: &Str ["string", STRING], flags: i64 ["int", INT, Int(0)]) -> bool ["bool"], MayRaise;
    fn posix_ctermid() -> OrFalse<Str> ["string|false"], MayRaise;
    fn posix_eaccess(filename: &Str ["string", STRING], flags: i64 ["int", INT, Int(0)]) -> bool ["bool"], MayRaise;
    fn posix_errno = posix_get_last_error() -> i64 ["int"], MayRaise;
    fn posix_fpathconf(file_descriptor: &Value ["", ANY], name: i64 ["int", INT]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn posix_get_last_error() -> i64 ["int"], MayRaise;
    fn posix_getcwd() -> OrFalse<Str> ["string|false"], MayRaise;
    fn posix_getegid() -> i64 ["int"], MayRaise;
    fn posix_geteuid() -> i64 ["int"], MayRaise;
    fn posix_getgid() -> i64 ["int"], MayRaise;
    fn posix_getgrgid(group_id: i64 ["int", INT]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn posix_getgrnam(name: &Str ["string", STRING]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn posix_getgroups() -> OrFalse<Array> ["array|false"], MayRaise;
    fn posix_getlogin() -> OrFalse<Str> ["string|false"], MayRaise;
    fn posix_getpgid(process_id: i64 ["int", INT]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn posix_getpgrp() -> i64 ["int"], MayRaise;
    fn posix_getpid() -> i64 ["int"], MayRaise;
    fn posix_getppid() -> i64 ["int"], MayRaise;
    fn posix_getpwnam(username: &Str ["string", STRING]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn posix_getpwuid(user_id: i64 ["int", INT]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn posix_getrlimit(resource: Option<i64> ["?int", INT | NULL, Null]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn posix_getsid(process_id: i64 ["int", INT]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn posix_getuid() -> i64 ["int"], MayRaise;
    fn posix_initgroups(username: &Str ["string", STRING], group_id: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_isatty(file_descriptor: &Value ["", ANY]) -> bool ["bool"], MayRaise;
    fn posix_kill(process_id: i64 ["int", INT], signal: i64 ["int", INT]) -> bool ["bool"], Reenters;
    fn posix_mkfifo(filename: &Str ["string", STRING], permissions: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_mknod(filename: &Str ["string", STRING], flags: i64 ["int", INT], major: i64 ["int", INT, Int(0)], minor: i64 ["int", INT, Int(0)]) -> bool ["bool"], MayRaise;
    fn posix_pathconf(path: &Str ["string", STRING], name: i64 ["int", INT]) -> OrFalse<i64> ["int|false"], MayRaise;
    fn posix_setegid(group_id: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_seteuid(user_id: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_setgid(group_id: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_setpgid(process_id: i64 ["int", INT], process_group_id: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_setrlimit(resource: i64 ["int", INT], soft_limit: i64 ["int", INT], hard_limit: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_setsid() -> i64 ["int"], MayRaise;
    fn posix_setuid(user_id: i64 ["int", INT]) -> bool ["bool"], MayRaise;
    fn posix_strerror(error_code: i64 ["int", INT]) -> Str ["string"], MayRaise;
    fn posix_sysconf(conf_id: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn posix_times() -> OrFalse<Array> ["array|false"], MayRaise;
    fn posix_ttyname(file_descriptor: &Value ["", ANY]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn posix_uname() -> OrFalse<Array> ["array|false"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "POSIX_F_OK", value: Int(0) },
    Constant { name: "POSIX_X_OK", value: Int(1) },
    Constant { name: "POSIX_W_OK", value: Int(2) },
    Constant { name: "POSIX_R_OK", value: Int(4) },
    Constant { name: "POSIX_S_IFREG", value: Int(32768) },
    Constant { name: "POSIX_S_IFCHR", value: Int(8192) },
    Constant { name: "POSIX_S_IFBLK", value: Int(24576) },
    Constant { name: "POSIX_S_IFIFO", value: Int(4096) },
    Constant { name: "POSIX_S_IFSOCK", value: Int(49152) },
    Constant { name: "POSIX_RLIMIT_AS", value: Int(9) },
    Constant { name: "POSIX_RLIMIT_CORE", value: Int(4) },
    Constant { name: "POSIX_RLIMIT_CPU", value: Int(0) },
    Constant { name: "POSIX_RLIMIT_DATA", value: Int(2) },
    Constant { name: "POSIX_RLIMIT_FSIZE", value: Int(1) },
    Constant { name: "POSIX_RLIMIT_LOCKS", value: Int(10) },
    Constant { name: "POSIX_RLIMIT_MEMLOCK", value: Int(8) },
    Constant { name: "POSIX_RLIMIT_MSGQUEUE", value: Int(12) },
    Constant { name: "POSIX_RLIMIT_NICE", value: Int(13) },
    Constant { name: "POSIX_RLIMIT_NOFILE", value: Int(7) },
    Constant { name: "POSIX_RLIMIT_NPROC", value: Int(6) },
    Constant { name: "POSIX_RLIMIT_RSS", value: Int(5) },
    Constant { name: "POSIX_RLIMIT_RTPRIO", value: Int(14) },
    Constant { name: "POSIX_RLIMIT_RTTIME", value: Int(15) },
    Constant { name: "POSIX_RLIMIT_SIGPENDING", value: Int(11) },
    Constant { name: "POSIX_RLIMIT_STACK", value: Int(3) },
    Constant { name: "POSIX_RLIMIT_INFINITY", value: Int(-1) },
    Constant { name: "POSIX_SC_ARG_MAX", value: Int(0) },
    Constant { name: "POSIX_SC_CHILD_MAX", value: Int(1) },
    Constant { name: "POSIX_SC_CLK_TCK", value: Int(2) },
    Constant { name: "POSIX_SC_PAGESIZE", value: Int(30) },
    Constant { name: "POSIX_SC_NPROCESSORS_CONF", value: Int(83) },
    Constant { name: "POSIX_SC_NPROCESSORS_ONLN", value: Int(84) },
    Constant { name: "POSIX_PC_LINK_MAX", value: Int(0) },
    Constant { name: "POSIX_PC_MAX_CANON", value: Int(1) },
    Constant { name: "POSIX_PC_MAX_INPUT", value: Int(2) },
    Constant { name: "POSIX_PC_NAME_MAX", value: Int(3) },
    Constant { name: "POSIX_PC_PATH_MAX", value: Int(4) },
    Constant { name: "POSIX_PC_PIPE_BUF", value: Int(5) },
    Constant { name: "POSIX_PC_CHOWN_RESTRICTED", value: Int(6) },
    Constant { name: "POSIX_PC_NO_TRUNC", value: Int(7) },
    Constant { name: "POSIX_PC_ALLOC_SIZE_MIN", value: Int(18) },
    Constant { name: "POSIX_PC_SYMLINK_MAX", value: Int(19) },
];
