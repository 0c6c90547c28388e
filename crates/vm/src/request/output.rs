//! What a script writes: through the layers of `ob_start`, the last one first, to the sink.
//!
//! # Invariants
//! - While the callback of a layer runs, nothing is written: what it prints is lost.
//! - Contents of layers are request memory.
//! - The buffer is empty until the headers are sent, and when nothing may wait.
//!
//! # Not here
//! Running callbacks: [`layers`](super::layers).

use std::io::Write;

use runtime::heap::Oom;
use runtime::native::Callable;
use runtime::string::Str;

use super::flush_timer::FlushTimer;

const BUFFER_BYTES: usize = 16 << 10;

/// Flags of a layer, as `ob_get_status` shows them.
pub mod flag {
    /// It has a callback.
    pub const USER: i64 = 1;
    /// It may be cleaned, flushed, removed.
    pub const ALLOWED: i64 = 112;
    /// `ob_clean` may empty it.
    pub const CLEANABLE: i64 = 16;
    /// `ob_flush` may hand it on.
    pub const FLUSHABLE: i64 = 32;
    /// `ob_end_…` may end it.
    pub const REMOVABLE: i64 = 64;
    /// Its callback has run.
    pub const STARTED: i64 = 0x1000;
    /// Its callback wants no more.
    pub const DISABLED: i64 = 0x2000;
    /// Its callback took what it was given.
    pub const PROCESSED: i64 = 0x4000;
}

/// A layer of output.
pub struct Layer {
    /// What waits in it.
    pub contents: Str,
    /// What goes over the contents when they are handed on.
    pub callback: Option<Callable>,
    /// The callback's name.
    pub name: Str,
    /// With so many bytes the contents are handed on; 0: never.
    pub chunk_bytes: usize,
    /// Of [`flag`].
    pub flags: i64,
}

/// How long what a script prints may wait for more of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Buffering {
    /// Until there is enough, or the script ends or waits for something.
    #[default]
    Full,
    /// The same, but no longer than a moment.
    Brief,
    /// Not at all.
    Off,
}

/// The output of a request.
pub struct Output {
    buffer: Vec<u8>,
    sink: Box<dyn Write>,
    /// The layers, the outermost first.
    pub layers: Vec<Layer>,
    /// Whether a callback runs.
    pub running: bool,
    /// Whether the headers must be sent before anything is written.
    pub is_fresh: bool,
    buffering: Buffering,
    timer: FlushTimer,
    gone: bool,
}

impl Output {
    /// An output that ends in `sink`; `timer` says when it has waited long enough.
    pub(super) fn new(sink: Box<dyn Write>, timer: FlushTimer) -> Self {
        let buffer = Vec::with_capacity(BUFFER_BYTES);
        Self {
            buffer,
            sink,
            layers: Vec::new(),
            running: false,
            is_fresh: true,
            buffering: Buffering::default(),
            timer,
            gone: false,
        }
    }

    /// Says how long output may wait.
    pub fn set_buffering(&mut self, buffering: Buffering) {
        self.buffering = buffering;
    }

    /// Writes bytes to the innermost layer.
    pub fn write(&mut self, bytes: &[u8]) {
        // What does not fit the memory limit is lost; the next allocation says so.
        let _ = self.try_write(self.layers.len(), bytes);
    }

    /// Writes bytes when they need only be kept, here or in the innermost layer. False when there is
    /// more to do, or no memory, and nothing was written.
    #[inline(always)]
    pub(crate) fn keep(&mut self, bytes: &[u8]) -> bool {
        if self.running || self.gone {
            return false;
        }
        let Some(layer) = self.layers.last_mut() else {
            let fits = self.buffer.len() + bytes.len() <= BUFFER_BYTES;
            let keeps = fits && !self.buffer.is_empty();
            if keeps {
                self.buffer.extend_from_slice(bytes);
            }
            return keeps;
        };
        let keeps = layer.flags & flag::DISABLED == 0 && layer.chunk_bytes == 0;
        keeps && layer.contents.append(bytes).is_ok()
    }

    /// Writes bytes below the layer at `above`; those that are disabled let them pass.
    pub(super) fn try_write(&mut self, above: usize, bytes: &[u8]) -> Result<(), Oom> {
        if self.layers.is_empty() {
            self.write_through(bytes);
            return Ok(());
        }
        if self.running {
            return Ok(());
        }
        let below = self.layers[..above].iter_mut().rev();
        match { below }.find(|layer| layer.flags & flag::DISABLED == 0) {
            Some(layer) => layer.contents.append(bytes),
            None => {
                self.write_through(bytes);
                Ok(())
            }
        }
    }

    /// Whether what is written below the layer at `above` reaches the sink.
    pub(super) fn reaches_sink(&self, above: usize) -> bool {
        let holds = |layer: &Layer| layer.flags & flag::DISABLED == 0;
        self.layers.is_empty() || !self.running && !self.layers[..above].iter().any(holds)
    }

    /// Writes the head of a response.
    pub(super) fn begin(&mut self, head: &[u8]) {
        self.write_through(head);
    }

    /// Whether the innermost layer has as many bytes as it holds at once.
    #[inline]
    pub(super) fn is_due(&self) -> bool {
        let due =
            |layer: &Layer| layer.chunk_bytes > 0 && layer.contents.len() >= layer.chunk_bytes;
        !self.running && self.layers.last().is_some_and(due)
    }

    /// Whether the reader has gone away.
    #[inline]
    pub fn is_gone(&self) -> bool {
        self.gone
    }

    /// Writes bytes to the sink, whatever the layers.
    fn write_through(&mut self, bytes: &[u8]) {
        if self.buffer.len() + bytes.len() > BUFFER_BYTES {
            self.flush();
        }
        if bytes.len() > BUFFER_BYTES {
            self.gone |= self.sink.write_all(bytes).is_err();
            return;
        }
        let begins = self.buffer.is_empty() && !bytes.is_empty();
        self.buffer.extend_from_slice(bytes);
        match self.buffering {
            Buffering::Brief if begins => self.timer.start(),
            Buffering::Off => self.flush(),
            Buffering::Full | Buffering::Brief => {}
        }
    }

    /// Hands everything below the layers on.
    pub fn flush(&mut self) {
        let written = self.sink.write_all(&self.buffer).and_then(|()| self.sink.flush());
        self.gone |= written.is_err();
        self.buffer.clear();
    }
}
