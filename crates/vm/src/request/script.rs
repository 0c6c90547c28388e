//! Running what a request is for: top levels, one after another.
//!
//! # Invariants
//! - Between two top levels there is no frame: global variables lie in their table.

use runtime::native::{Callable, Host as _};
use runtime::object::Resource;
use runtime::raise::{Halt, Res};
use runtime::string::{Str, intern};
use runtime::value::Value;

use super::output::{Layer, flag};
use super::{Ending, NATIVE_RESERVE_BYTES, Request};
use crate::frame::Context;
use crate::include;
use crate::source::SourceError;
use crate::stack::native_limit;
use crate::unit::LoadedUnit;

/// The exit status of a script that an error ended.
const FAILED: i32 = 255;

impl Request {
    /// Runs the top level of a unit as the main script, and shows the error that ends it.
    pub fn run_main(&mut self, unit: &'static LoadedUnit) -> Ending {
        self.run_script(|rq| {
            rq.note_included(unit.path().as_bytes());
            rq.run_top(unit).map(drop)
        })
    }

    /// Runs a script, which runs top levels, and shows the error that ends it.
    pub fn run_script(&mut self, script: impl FnOnce(&mut Self) -> Res<()>) -> Ending {
        let marker = 0u8;
        let here = std::ptr::from_ref(&marker) as usize;
        self.native_stack.limit = native_limit(here, self.native_stack.bytes, NATIVE_RESERVE_BYTES);
        self.check_settings();
        self.start_output();
        let result = self.guarded(|rq| rq.start_session().and_then(|()| script(rq)));
        self.main = None;
        let ending = self.finish(result);
        self.output.flush();
        // What is left of the script has ended; only its status counts.
        let _ = self.heed_reader();
        self.delete_uploads();
        self.release_all();
        ending
    }

    /// Deletes the files that came with the request and that the script left where they were.
    fn delete_uploads(&mut self) {
        use std::os::unix::ffi::OsStrExt as _;
        for path in self.uploads.drain(..) {
            // PHP: that the file is gone already is no matter.
            let _ = std::fs::remove_file(std::ffi::OsStr::from_bytes(&path));
        }
    }

    /// Runs the top level of a unit with the global variables.
    pub fn run_top(&mut self, unit: &'static LoadedUnit) -> Res<Value> {
        self.main = unit.main().as_php();
        self.main_base = Some(self.stack_base());
        let result = self.load(unit).and_then(|()| self.call(unit.main(), Context::None, &[]));
        self.main = None;
        result
    }

    /// Runs a file that is not the script itself: one that a setting names, one that routes.
    pub fn run_required(&mut self, path: &[u8]) -> Res<Value> {
        let Some(resolved) = self.resolve_include(path, b"") else {
            return Err(self.lacks_required(path, "No such file or directory"));
        };
        match self.source.file(&resolved) {
            Ok(unit) => {
                self.note_included(&resolved);
                self.run_top(unit)
            }
            Err(SourceError::Missing { reason }) => Err(self.lacks_required(path, &reason)),
            Err(error) => Err(include::wrong(self, &error, &resolved)),
        }
    }

    fn lacks_required(&mut self, path: &[u8], reason: &str) -> Halt {
        if let Err(halt) = self.warn(&format!("Unknown: Failed to open stream: {reason}")) {
            return halt;
        }
        let path = String::from_utf8_lossy(path).into_owned();
        let search = self.include_path();
        self.fatal(&format!("Failed opening required '{path}' (include_path='{search}')"))
    }

    /// Runs code under a name. An error that ends it is shown, and sets the exit status; `Err` when
    /// nothing may follow.
    pub fn run_piece(&mut self, code: &[u8], name: &str) -> Res<()> {
        let result = match self.source.code(code, name.as_bytes()) {
            Ok(unit) => self.run_top(unit),
            Err(error) => Err(include::wrong(self, &error, name.as_bytes())),
        };
        self.settle_piece(result.map(drop))
    }

    /// The same for a file.
    pub fn run_file_piece(&mut self, path: &[u8]) -> Res<()> {
        let result = self.run_required(path);
        self.settle_piece(result.map(drop))
    }

    fn settle_piece(&mut self, result: Res<()>) -> Res<()> {
        if self.settle(result) {
            self.exit_status = FAILED;
        }
        if self.is_over() { Err(Halt::Exit) } else { Ok(()) }
    }

    /// The next line of standard input, as `fgets(STDIN)` reads it.
    pub fn input_line(&mut self) -> Res<Option<Str>> {
        let Some(fgets) = crate::native::named(b"fgets") else { return Ok(None) };
        let known = self.names.constant(b"STDIN").cloned();
        let stdin = match known {
            Some(stdin) => stdin,
            None => match Resource::new(1, Resource::STREAM) {
                Ok(stdin) => stdin.into(),
                Err(_) => return Ok(None),
            },
        };
        let line = self.call(fgets, Context::None, &[stdin])?;
        Ok(line.as_str().cloned())
    }

    /// Tells what is wrong with settings. What is printed before there is a script is no output of
    /// it; a reader of headers does not get it.
    fn check_settings(&mut self) {
        if !self.ini.has_configured("session.") {
            return;
        }
        let Some(check) = crate::native::named(b"session_settings_") else { return };
        let has_reader = std::mem::replace(&mut self.headers.has_reader, false);
        if has_reader {
            self.start_layer(layer(b"default output handler", None, 0));
        }
        // Nothing of a script can throw before there is one.
        let _ = self.call(check, Context::None, &[]);
        if has_reader {
            self.output.layers.clear();
        }
        self.headers.has_reader = has_reader;
        self.headers.sent_at = None;
        self.output.is_fresh = true;
    }

    /// Tells a session of files that came, and begins one, when the settings say so.
    fn start_session(&mut self) -> Res<()> {
        if let Some(told) = self.upload_progress.take()
            && let Some(upload) = crate::native::named(b"session_upload_")
        {
            self.call(upload, Context::None, &told)?;
        }
        if !self.ini.is_on("session.auto_start") {
            return Ok(());
        }
        let Some(begin) = crate::native::named(b"session_begin_") else { return Ok(()) };
        self.call(begin, Context::None, &[]).map(drop)
    }

    /// Starts the layer that compresses output, if its reader takes that.
    pub(crate) fn start_compression(&mut self, setting: &[u8]) -> Res<()> {
        const NAME: &[u8] = b"zlib output compression";
        let is_there = self.output.layers.iter().any(|layer| *layer.name == *NAME);
        let size = super::ini::quantity(setting);
        if is_there || !super::ini::is_true(setting) {
            return Ok(());
        }
        let Some(begin) = crate::native::named(b"zlib_begin_") else { return Ok(()) };
        let is_welcome = self.call(begin, Context::None, &[])?;
        let callback = self.callable(&Value::from(intern(b"zlib_output_")));
        if let (Ok(callback), Some(true)) = (callback, Some(runtime::conv::to_bool(&is_welcome))) {
            let bytes = if size > 1 { size as usize } else { 0x4000 };
            self.start_layer(layer(NAME, Some(callback), bytes));
        }
        Ok(())
    }

    /// Starts the layers of output that the settings ask for.
    fn start_output(&mut self) {
        let compression = self.ini.get("zlib.output_compression").unwrap_or_default().to_vec();
        if super::ini::is_true(&compression) {
            // Nothing of a script can throw before there is one.
            let _ = self.start_compression(&compression);
        }
        let handler = self.ini.get("output_handler").unwrap_or_default().to_vec();
        let size = self.ini.get("output_buffering").unwrap_or_default().to_vec();
        if !handler.is_empty() {
            let name = Value::from(intern(&handler));
            if let Ok(callback) = self.callable(&name) {
                self.start_layer(layer(&handler, Some(callback), 0));
            }
            return;
        }
        if super::ini::is_true(&size) {
            let bytes = usize::try_from(super::ini::quantity(&size)).unwrap_or(0);
            let bytes = if bytes > 1 { bytes } else { 0 };
            self.start_layer(layer(b"default output handler", None, bytes));
        }
    }
}

fn layer(name: &[u8], callback: Option<Callable>, chunk_bytes: usize) -> Layer {
    let flags = flag::ALLOWED | if callback.is_some() { flag::USER } else { 0 };
    let contents = runtime::string::empty().to_str();
    Layer { contents, callback, name: intern(name).to_str(), chunk_bytes, flags }
}
