//! Other programs.

#[rustfmt::skip]
mod r#gen;
mod open;
mod shell;

pub use r#gen::{CONSTANTS, NATIVES};

pub use open::wait;
use open::{proc_close, proc_get_status, proc_nice, proc_open, proc_terminate};
use shell::{escapeshellarg, escapeshellcmd, exec, passthru, pclose, popen, shell_exec, system};
