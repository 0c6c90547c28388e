//! What `register_tick_function()` registered, called while statements under `declare(ticks=…)` run.

use runtime::native::Callable;
use runtime::raise::Res;
use runtime::value::Value;

use super::Request;

/// The callables and the ticks since they last ran.
#[derive(Default)]
pub(crate) struct Ticks {
    calls: Vec<Tick>,
    count: u32,
}

struct Tick {
    callback: Value,
    callable: Callable,
    args: Vec<Value>,
    is_running: bool,
}

impl Ticks {
    pub(crate) fn add(&mut self, callback: Value, callable: Callable, args: Vec<Value>) {
        self.calls.push(Tick { callback, callable, args, is_running: false });
    }

    pub(crate) fn callbacks(&self) -> Vec<Value> {
        self.calls.iter().map(|tick| tick.callback.clone()).collect()
    }

    pub(crate) fn remove(&mut self, at: usize) {
        self.calls.remove(at);
    }
}

impl Request {
    /// Counts a statement; each `every`th has the callables called, but none within itself.
    pub(crate) fn tick(&mut self, every: u32) -> Res<()> {
        self.ticks.count += 1;
        if self.ticks.count < every {
            return Ok(());
        }
        self.ticks.count = 0;
        crate::native::heed_signals(self)?;
        let mut at = 0;
        while let Some(tick) = self.ticks.calls.get_mut(at) {
            at += 1;
            if std::mem::replace(&mut tick.is_running, true) {
                continue;
            }
            let (callable, args) = (tick.callable.clone(), tick.args.clone());
            let result = self.without_switches(|rq| rq.call_resolved(&callable, &args));
            if let Some(tick) = self.ticks.calls.get_mut(at - 1) {
                tick.is_running = false;
            }
            result?;
        }
        Ok(())
    }
}
