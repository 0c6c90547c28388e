//! Other files and code: `include`, `require`, `eval`.
//!
//! The code runs as a function of its own, whose named locals are bound to the variables of the
//! function that includes it.

use runtime::conv;
use runtime::raise::{Halt, OrExit, Res};
use runtime::realpath;
use runtime::string::Str;
use runtime::value::Value;

use crate::class::shown;
use crate::frame::{Context, Frame};
use crate::request::Request;
use crate::source::SourceError;
use crate::unit::LoadedUnit;

/// What a missing file is, and whether the file runs once.
#[derive(Clone, Copy)]
struct Manner {
    name: &'static str,
    is_required: bool,
    once: bool,
}

macro_rules! manners {
    ($($snake:ident = $name:literal, $is_required:literal, $once:literal;)+) => {$(
        #[doc = concat!("`", stringify!($snake), "`: see the table.")]
        pub fn $snake(rq: &mut Request, frame: &mut Frame) -> Res<()> {
            let manner = Manner { name: $name, is_required: $is_required, once: $once };
            let path = frame.pop();
            let value = include(rq, frame, &path, manner)?;
            frame.push(value);
            Ok(())
        }
    )+};
}

manners! {
    incl = "include", false, false;
    incl_once = "include_once", false, true;
    req = "require", true, false;
    req_once = "require_once", true, true;
}

fn include(rq: &mut Request, frame: &mut Frame, path: &Value, manner: Manner) -> Res<Value> {
    let path = conv::to_str(rq, path.unboxed())?;
    if has_scheme(&path) {
        return through_wrapper(rq, frame, &path, manner);
    }
    if let Some(name) = meant(rq, frame, &path)? {
        return through_wrapper(rq, frame, &name, manner);
    }
    let from = frame.php().unit().path();
    let resolved = rq.resolve_include(&path, from.as_bytes());
    let Some(resolved) = resolved else { return missing(rq, &path, manner, None) };
    if manner.once && rq.included.contains(&resolved) {
        return Ok(Value::bool(true));
    }
    if !rq.may_touch(&resolved) {
        rq.warn_confined(manner.name, &resolved)?;
        return missing(rq, &path, manner, Some("Operation not permitted".to_owned()));
    }
    match rq.source.file(&resolved) {
        Ok(unit) => {
            rq.note_included(&resolved);
            run(rq, frame, unit)
        }
        Err(SourceError::Missing { reason }) => missing(rq, &path, manner, Some(reason)),
        Err(error) => Err(wrong(rq, &error, &resolved)),
    }
}

/// The name in an archive that a relative path means to code of an archive, or by way of
/// `include_path`.
fn meant(rq: &mut Request, frame: &Frame, path: &Str) -> Res<Option<Str>> {
    let from = frame.php().unit().path().as_bytes();
    let is_near = from.starts_with(b"phar://");
    let is_listed = || {
        rq.ini
            .get("include_path")
            .is_some_and(|path| path.windows(7).any(|part| part == b"phar://"))
    };
    if path.starts_with(b"/") || !is_near && !is_listed() {
        return Ok(None);
    }
    let Some(resolve) = crate::native::named(b"phar_resolve_") else { return Ok(None) };
    let from = Value::from(rq.new_str(from)?);
    let found = rq.call(resolve, Context::None, &[path.clone().into(), from])?;
    Ok(found.as_str().cloned())
}

/// Whether a name is one that wrappers open: `data:…`, `phar://…`.
fn has_scheme(path: &[u8]) -> bool {
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
    let length = path.iter().take_while(is_part).count();
    let rest = &path[length..];
    length > 1 && rest.starts_with(b"://") || path.starts_with(b"data:")
}

fn through_wrapper(rq: &mut Request, frame: &mut Frame, path: &Str, manner: Manner) -> Res<Value> {
    let Some(read) = crate::native::named(b"stream_source_") else {
        return missing(rq, path, manner, None);
    };
    if let Some(local) = path.strip_prefix(b"file://") {
        let local = Value::from(rq.new_str(local)?);
        return include(rq, frame, &local, manner);
    }
    if manner.once && rq.included.contains(&Box::from(path.as_bytes())) {
        return Ok(Value::bool(true));
    }
    let args =
        [Value::from(path.clone()), Value::from(runtime::string::intern(manner.name.as_bytes()))];
    let source = rq.call(read, Context::None, &args)?;
    let Some(source) = source.as_str() else { return failed(rq, path, manner) };
    let opened = match crate::native::named(b"stream_opened_") {
        Some(opened) => rq.call(opened, Context::None, &[])?,
        None => Value::NULL,
    };
    let path = opened.as_str().unwrap_or(path);
    if manner.once && rq.included.contains(&Box::from(path.as_bytes())) {
        return Ok(Value::bool(true));
    }
    match rq.source.text(source.as_bytes(), path) {
        Ok(unit) => {
            rq.note_included(path);
            run(rq, frame, unit)
        }
        Err(error) => Err(wrong(rq, &error, path)),
    }
}

fn missing(rq: &mut Request, path: &Str, manner: Manner, reason: Option<String>) -> Res<Value> {
    let name = manner.name;
    let path = shown(path);
    let reason = reason.unwrap_or_else(|| "No such file or directory".to_owned());
    rq.warn(&format!("{name}({path}): Failed to open stream: {reason}"))?;
    failed_shown(rq, &path, manner)
}

/// What is said of a file that is not there to be compiled.
pub(crate) fn not_kept(rq: &mut Request, path: &Str, reason: &str) -> Res<bool> {
    let manner = Manner { name: "opcache_compile_file", is_required: false, once: false };
    missing(rq, path, manner, Some(reason.to_owned()))?;
    Ok(false)
}

fn failed(rq: &mut Request, path: &Str, manner: Manner) -> Res<Value> {
    failed_shown(rq, &shown(path), manner)
}

fn failed_shown(rq: &mut Request, path: &str, manner: Manner) -> Res<Value> {
    let Manner { name, is_required, .. } = manner;
    let search = rq.include_path();
    if is_required {
        let text = format!("Failed opening required '{path}' (include_path='{search}')");
        return Err(rq.throw_error("error", &text));
    }
    let text = format!("opening '{path}' for inclusion (include_path='{search}')");
    rq.warn(&format!("{name}(): Failed {text}"))?;
    Ok(Value::bool(false))
}

/// Whether an error that is found while parsing, and is none of syntax, is thrown.
fn is_thrown(message: &str) -> bool {
    message.starts_with("Multiple ") && message.ends_with(" modifiers are not allowed")
        || message.starts_with("Cannot use the ") && message.contains(" modifier on a")
        || message == "__HALT_COMPILER() can only be used from the outermost scope"
        || message == "Encoding must be a literal"
}

/// The error of code that cannot be compiled.
pub(crate) fn wrong(rq: &mut Request, error: &SourceError, path: &[u8]) -> Halt {
    if let SourceError::Wrong { remarks, .. } = error
        && let Err(halt) = rq.show_remarks_on(path, remarks)
    {
        return halt;
    }
    match error {
        SourceError::Wrong { message, line, is_parse, .. } if *is_parse || is_thrown(message) => {
            let class = if *is_parse { "parseerror" } else { "compileerror" };
            let halt = rq.throw_error(class, message);
            if let Halt::Throw(object) = &halt {
                crate::throwable::set_path(rq, object, path, *line);
            }
            halt
        }
        SourceError::Wrong { message, line, .. } => rq.fatal_in(path, *line, message),
        SourceError::Missing { reason } | SourceError::Refused { reason } => rq.fatal(reason),
    }
}

/// `eval`: see the table.
pub fn eval(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let code = frame.pop();
    let code = conv::to_str(rq, code.unboxed())?;
    let (path, line) = rq.place();
    let path = format!("{path}({line}) : eval()'d code");
    let code = match rq.source.code_once(&code, path.as_bytes()) {
        Ok(code) => code,
        Err(error) => return Err(wrong(rq, &error, path.as_bytes())),
    };
    let value = run(rq, frame, code.unit);
    // PHP: code that is evaluated again has new ones.
    rq.forget_statics(&[code.unit.main()]);
    match value {
        _ if code.is_kept => {}
        // Frames of it are left until the request ends.
        Err(Halt::Exit) => rq.evaluated.wait(code.unit),
        _ => rq.give_up(code.unit),
    }
    frame.push(value?);
    Ok(())
}

/// Runs the top level of a unit with the variables of a frame.
fn run(rq: &mut Request, frame: &mut Frame, unit: &'static LoadedUnit) -> Res<Value> {
    rq.load(unit)?;
    let main = unit.main();
    let Some(php) = main.as_php() else { return Ok(Value::NULL) };
    let mut shared = Vec::new();
    for id in &php.record().frame.local_names {
        let name: Str = unit.str(*id).to_str();
        shared.push(crate::variable::shared_place(rq, frame, &name)?);
    }
    let context = match (frame.this_object(), frame.late_bound()) {
        (Some(this), _) => Context::This(this),
        (None, Some(class)) => Context::Class(class),
        (None, None) => Context::None,
    };
    let main = crate::scoped::rescoped(php, frame.scope());
    rq.shared_locals = Some(shared);
    let value = rq.call(main, context, &[]);
    // A call that does not begin leaves them.
    rq.shared_locals = None;
    Ok(value?.unboxed().clone())
}

impl Request {
    /// The setting `include_path`.
    pub(crate) fn include_path(&self) -> String {
        let path = self.ini.get("include_path").unwrap_or_default();
        String::from_utf8_lossy(path).into_owned()
    }

    /// The file that a path of `include` means, when there is one; `from` is the path of the code
    /// that includes it.
    pub(crate) fn resolve_include(&self, path: &[u8], from: &[u8]) -> Option<Box<[u8]>> {
        use std::os::unix::ffi::OsStrExt;
        use std::path::{Path, PathBuf};
        let given = Path::new(std::ffi::OsStr::from_bytes(path));
        let is_fixed = given.is_absolute() || path.starts_with(b"./") || path.starts_with(b"../");
        let mut candidates: Vec<PathBuf> = Vec::new();
        if is_fixed {
            candidates.push(given.to_owned());
        } else {
            candidates.extend(self.include_path().split(':').map(|dir| Path::new(dir).join(given)));
            let from = Path::new(std::ffi::OsStr::from_bytes(from));
            candidates.extend(from.parent().map(|dir| dir.join(given)));
        }
        let mut paths = candidates.iter().map(|path| path.as_os_str().as_bytes());
        paths.find_map(realpath::of).map(Vec::into_boxed_slice)
    }

    /// Notes that a file was included.
    pub fn note_included(&mut self, path: &[u8]) {
        if !self.included.iter().any(|known| **known == *path) {
            self.included.push(path.into());
        }
    }

    /// Gives the top level of an included file the variables it shares.
    pub(crate) fn take_shared_locals(&mut self) -> Option<Vec<runtime::object::Reference>> {
        self.shared_locals.take()
    }

    /// A new name for values that outlive their code.
    pub(crate) fn new_str(&mut self, bytes: &[u8]) -> Res<Str> {
        Str::new(bytes).or_exit(self)
    }
}
