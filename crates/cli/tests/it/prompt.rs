//! What a script prints to a pipe arrives while the script goes on for ever.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// More than any machine takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// How scripts go on: without a call, with calls, in a child behind `pcntl_fork`.
const SCRIPTS: &[&str] = &[
    "echo \"here\\n\"; for (;;);",
    "echo \"here\\n\"; for ($i = 0;; $i++) { strlen('x' . $i); }",
    "function f($n) { return $n ? f($n - 1) : 0; } echo \"here\\n\"; while (true) f(9);",
    "echo \"begun\\n\"; if (pcntl_fork()) pcntl_wait($s); echo \"here\\n\"; for (;;) posix_getppid() > 1 || exit;",
];

pub fn arrives() -> Result<(), String> {
    for script in SCRIPTS {
        for jit in ["Eval.Jit=0", "Eval.Jit=1"] {
            if !prints(script, jit) {
                return Err(format!("{jit}: what it prints is lost: {script}"));
            }
        }
    }
    Ok(())
}

/// Whether the word is read from a script that never ends, before it is killed.
fn prints(script: &str, jit: &str) -> bool {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jive"));
    command.args(["php", "-n", "-d", jit, "-r", script]);
    let Ok(mut child) = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn() else {
        return false;
    };
    let (found, read) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        thread::spawn(move || {
            let mut lines = BufReader::new(out).lines().map_while(Result::ok);
            found.send(lines.any(|line| line == "here"))
        });
    }
    let is_found = read.recv_timeout(PATIENCE) == Ok(true);
    let ended = child.kill().and_then(|()| child.wait());
    is_found && ended.is_ok()
}
