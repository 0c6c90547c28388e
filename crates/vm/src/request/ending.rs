//! The end of a script: what it asked to be called, the layers of its output, its exit status.

use runtime::native::Callable;
use runtime::raise::{Halt, Res};
use runtime::value::Value;

use super::{Ending, Request};

/// What a script asked to be called at its end.
#[derive(Default)]
pub struct Shutdown {
    calls: Vec<(Callable, Vec<Value>)>,
}

impl Request {
    /// Calls when the script has ended.
    pub(crate) fn at_shutdown(&mut self, callable: Callable, args: Vec<Value>) {
        self.shutdown.calls.push((callable, args));
    }

    /// What follows the script, which ended with `result`.
    pub(super) fn finish(&mut self, result: Res<()>) -> Ending {
        let mut failed = self.settle(result);
        let mut next = 0;
        while let Some((callable, args)) = self.shutdown.calls.get(next).cloned() {
            next += 1;
            match self.guarded(|rq| rq.call_resolved(&callable, &args)) {
                Ok(_) => {}
                Err(Halt::Throw(object)) => failed |= self.settle(Err(Halt::Throw(object))),
                Err(Halt::Exit) => {
                    failed = self.settle(Err(Halt::Exit));
                    break;
                }
            }
        }
        self.shutdown.calls.clear();
        if !self.is_over() {
            let ended = self.guarded(Self::end_objects);
            failed |= self.settle(ended);
        }
        let layers = self.guarded(Self::end_layers);
        failed |= self.settle(layers);
        let sent = self.guarded(|rq| rq.send_headers(None));
        failed |= self.settle(sent);
        let session = self.guarded(Self::end_session);
        failed |= self.settle(session);
        let signals = self.guarded(Self::end_signals);
        failed |= self.settle(signals);
        let streams = self.guarded(Self::end_streams);
        failed |= self.settle(streams);
        self.output.flush();
        if failed { Ending::Failed } else { Ending::Done }
    }

    /// Keeps the session, if there is one.
    fn end_session(&mut self) -> Res<()> {
        let Some(end) = crate::native::named(b"session_end_") else { return Ok(()) };
        self.call(end, crate::frame::Context::None, &[]).map(drop)
    }

    /// Forgets what handles signals.
    fn end_signals(&mut self) -> Res<()> {
        let Some(end) = crate::native::named(b"pcntl_end_") else { return Ok(()) };
        self.call(end, crate::frame::Context::None, &[]).map(drop)
    }

    /// Closes what the script left open.
    fn end_streams(&mut self) -> Res<()> {
        let Some(end) = crate::native::named(b"stream_end_") else { return Ok(()) };
        self.call(end, crate::frame::Context::None, &[]).map(drop)
    }

    /// Shows what ended something; whether that was an error.
    pub(super) fn settle(&mut self, result: Res<()>) -> bool {
        let result = match result {
            Err(Halt::Throw(object)) => self.guarded(|rq| rq.settle_uncaught(object)),
            other => other,
        };
        if result.is_err()
            && let Some(panic) = self.halts.panic.take()
        {
            self.show_fatal(&format!("Internal error: {panic}"));
        }
        self.errors.clear_fatal()
    }
}
