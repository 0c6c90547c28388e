//! Layers of output and their callbacks: handing on, emptying, ending.

use runtime::conv;

use runtime::raise::{Halt, Res};
use runtime::string::{Str, empty};
use runtime::value::{Value, View};

use super::Request;
use super::output::{Layer, flag};

/// Why a layer's contents go through its callback: what the callback is told.
pub mod mode {
    /// It has enough.
    pub const WRITE: i64 = 0;
    /// It is the first time.
    pub const START: i64 = 1;
    /// They are thrown away.
    pub const CLEAN: i64 = 2;
    /// They are handed on.
    pub const FLUSH: i64 = 4;
    /// The layer ends.
    pub const FINAL: i64 = 8;
}

/// The exit status of a script whose reader has gone away.
const LOST_READER: i32 = 255;

impl Request {
    /// Prints.
    #[inline]
    pub fn echo(&mut self, bytes: &[u8]) -> Res<()> {
        let above = self.output.layers.len();
        self.write_below(above, bytes)?;
        self.heed_reader()?;
        if self.output.is_due() { self.hand_on(mode::WRITE) } else { Ok(()) }
    }

    /// Ends the script when its reader has gone away and it did not ask to go on; it has failed
    /// in any case.
    #[inline]
    pub(crate) fn heed_reader(&mut self) -> Res<()> {
        if self.output.is_gone() { self.lose_reader() } else { Ok(()) }
    }

    #[cold]
    fn lose_reader(&mut self) -> Res<()> {
        self.exit_status = LOST_READER;
        if self.ini.is_on("ignore_user_abort") { Ok(()) } else { Err(Halt::Exit) }
    }

    /// Adds a layer.
    pub(crate) fn start_layer(&mut self, layer: Layer) {
        self.output.layers.push(layer);
    }

    /// Runs the callback of the innermost layer over its contents: what comes out of it. The
    /// exception of a callback comes with the contents as they were.
    fn filter(&mut self, mode: i64) -> (Str, Res<()>) {
        let empty = || empty().to_str();
        let Some(layer) = self.output.layers.last_mut() else { return (empty(), Ok(())) };
        let contents = std::mem::replace(&mut layer.contents, empty());
        let is_first = layer.flags & flag::STARTED == 0;
        layer.flags |= flag::STARTED;
        let is_disabled = layer.flags & flag::DISABLED != 0;
        let Some(callback) = layer.callback.clone().filter(|_| !is_disabled) else {
            return (contents, Ok(()));
        };
        let mode = mode | if is_first { mode::START } else { 0 };
        self.output.running = true;
        let args = [Value::from(contents.clone()), Value::int(mode)];
        let result = self.call_resolved(&callback, &args);
        let result = result.and_then(|value| match value.view() {
            View::Bool(false) => Ok(None),
            _ => conv::to_str(self, &value).map(Some),
        });
        self.output.running = false;
        let flags = match &result {
            Ok(Some(_)) => flag::PROCESSED,
            _ => flag::DISABLED,
        };
        if let Some(layer) = self.output.layers.last_mut() {
            layer.flags |= flags;
        }
        match result {
            Ok(Some(filtered)) => (filtered, Ok(())),
            Ok(None) => (contents, Ok(())),
            Err(halt) => (contents, Err(halt)),
        }
    }

    /// Hands the contents of the innermost layer to the one below.
    pub(crate) fn hand_on(&mut self, mode: i64) -> Res<()> {
        let (text, result) = self.filter(mode);
        if self.errors.is_fatal() {
            return result;
        }
        let below = self.output.layers.len().saturating_sub(1);
        self.write_below(below, &text)?;
        result
    }

    /// Throws the contents of the innermost layer away.
    pub(crate) fn clean_layer(&mut self) -> Res<()> {
        self.filter(mode::CLEAN).1
    }

    /// Ends the innermost layer, handing its contents on.
    pub(crate) fn end_layer(&mut self) -> Res<()> {
        let result = self.hand_on(mode::FINAL);
        self.output.layers.pop();
        result
    }

    /// Ends the innermost layer, throwing its contents away.
    pub(crate) fn drop_layer(&mut self) -> Res<()> {
        let (_, result) = self.filter(mode::CLEAN | mode::FINAL);
        self.output.layers.pop();
        result
    }

    /// Ends all layers, as the end of the script does.
    pub(super) fn end_layers(&mut self) -> Res<()> {
        self.output.running = false;
        let mut result = Ok(());
        while !self.output.layers.is_empty() {
            result = result.and(self.end_layer());
        }
        result
    }
}
