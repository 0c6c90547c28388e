//! Calls of libxml2 on behalf of a script: errors, and what documents refer to.

use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use ext_file::layer::{io, open};
use libxml2::host::{self, Asker, Host, Loaded, Report};
use libxml2::sax::Event;
use libxml2::xpath::{Given, Held};
use runtime::array::{Array, Key};
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::intern;
use runtime::value::{Value, View};

use crate::files;
use crate::libxml::LibXml;
use crate::path;
use crate::store::Store;

/// How errors are told when scripts do not collect them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    /// In one line, with file and line.
    Short,
    /// As the library's own programs tell them.
    Full,
    /// Not at all.
    Silent,
}

/// Who answers functions of expressions.
pub type Functions<'a> = &'a mut dyn FnMut(&mut Call<'_>, &[u8], Vec<Held>) -> Res<Given>;
/// Who takes the events of a parser.
pub type Events<'a> = &'a mut dyn FnMut(&mut Call<'_>, Event<'_>) -> Res<()>;

/// A call of libxml2 under way.
struct Bridge<'a, 'c, 'f> {
    call: &'a mut Call<'c>,
    reports: Vec<Report>,
    /// What a callback threw.
    halt: Option<Halt>,
    functions: Option<Functions<'f>>,
    events: Option<Events<'f>>,
}

impl Host for Bridge<'_, '_, '_> {
    fn report(&mut self, report: Report) {
        self.reports.push(report);
    }

    fn load(&mut self, url: Option<&[u8]>, public: Option<&[u8]>, asker: &Asker) -> Loaded {
        if self.halt.is_some() {
            return Loaded::Silent;
        }
        let loader = self.call.state::<LibXml>().loader.clone();
        let loaded = match loader {
            Some(loader) => self.ask(&loader, (url, public), asker),
            None => self.open(url.unwrap_or_default()),
        };
        loaded.unwrap_or_else(|halt| {
            self.halt = Some(halt);
            Loaded::Silent
        })
    }

    fn function(&mut self, space: Option<&[u8]>, name: &[u8], args: Vec<Held>) -> Given {
        let Some(functions) = self.functions.as_mut().filter(|_| self.halt.is_none()) else {
            return Given::Nothing;
        };
        let mut full = space.unwrap_or_default().to_vec();
        full.push(0);
        full.extend_from_slice(name);
        functions(self.call, &full, args).unwrap_or_else(|halt| {
            self.halt = Some(halt);
            Given::Nothing
        })
    }

    fn event(&mut self, event: Event<'_>) {
        let Some(events) = self.events.as_mut().filter(|_| self.halt.is_none()) else { return };
        if let Err(halt) = events(self.call, event) {
            self.halt = Some(halt);
        }
    }
}

fn text(call: &mut Call<'_>, bytes: Option<&[u8]>) -> Res<Value> {
    match bytes {
        Some(bytes) => Ok(call.str(bytes)?.into()),
        None => Ok(Value::NULL),
    }
}

impl Bridge<'_, '_, '_> {
    /// Asks the script's loader.
    fn ask(
        &mut self,
        loader: &Value,
        (url, public): (Option<&[u8]>, Option<&[u8]>),
        asker: &Asker,
    ) -> Res<Loaded> {
        let mut about = Array::new();
        let parts = [
            ("directory", &asker.directory),
            ("intSubName", &asker.doctype),
            ("extSubURI", &asker.external),
            ("extSubSystem", &asker.system),
        ];
        for (name, part) in parts {
            let value = text(self.call, part.as_deref())?;
            let name = intern(name.as_bytes());
            let put = about.set(Key::Str(name.as_str()), value);
            self.call.alloc(put)?;
        }
        let args = [text(self.call, public)?, text(self.call, url)?, about.into()];
        let Ok(callable) = self.call.host().callable(loader) else { return Ok(Loaded::Silent) };
        let answer = self.call.call(&callable, &args)?;
        let answer = answer.unboxed();
        match answer.view() {
            View::Null => {
                self.refuse(public, asker);
                Ok(Loaded::Silent)
            }
            View::Resource(resource) => {
                let id = resource.id();
                if ext_file::layer::stream(self.call, id).is_none() {
                    return Err(self.not_a_stream(loader));
                }
                let bytes = io::rest(self.call, id)?;
                Ok(Loaded::Bytes(bytes, None))
            }
            _ => {
                let name = self.call.to_str(answer)?;
                self.open(&name)
            }
        }
    }

    fn not_a_stream(&mut self, loader: &Value) -> Halt {
        let name = match loader.unboxed().view() {
            View::Str(name) => String::from_utf8_lossy(name).into_owned(),
            View::Object(_) => "{closure}".to_owned(),
            _ => String::new(),
        };
        let function = self.call.native().name;
        let text = format!(
            "{function}(): The user entity loader callback \"{name}\" has returned a resource, but \
             it is not a stream"
        );
        self.call.throw(Message::TypeRefused { text })
    }

    fn refuse(&mut self, public: Option<&[u8]>, asker: &Asker) {
        let message = match public {
            Some(public) => {
                let public = String::from_utf8_lossy(public).into_owned();
                format!("Failed to load external entity \"{public}\"\n")
            }
            None => "Failed to load external entity because the resolver function returned null\n"
                .to_owned(),
        };
        let line = asker.place.as_ref().map_or(0, |place| place.line);
        self.reports.push(Report {
            level: 2,
            message: message.into_bytes(),
            line,
            of_parser: asker.place.is_some(),
            place: asker.place.clone(),
            ..Report::default()
        });
    }

    /// Opens through streams.
    fn open(&mut self, url: &[u8]) -> Res<Loaded> {
        if self.call.state::<LibXml>().is_closed {
            return Ok(Loaded::Missing(url.to_vec()));
        }
        let name = path::for_streams(url);
        if path::is_plain(&name) {
            let plain = path::without_file_scheme(&name).unwrap_or(&name);
            let is_there = Path::new(std::ffi::OsStr::from_bytes(plain)).exists();
            if !is_there || !files::may_touch(self.call, plain) {
                return Ok(Loaded::Missing(url.to_vec()));
            }
        }
        let context = match self.call.state::<LibXml>().context.clone() {
            Some(context) => Some(context),
            None => Some(ext_file::layer::context::default(self.call)?),
        };
        let wanted = open::Wanted {
            path: &name,
            mode: b"rb",
            context: context.as_ref(),
            searches: false,
            options: 0,
            reports: true,
        };
        let Some((id, stream)) = files::open(self.call, &wanted)? else {
            return Ok(Loaded::Missing(url.to_vec()));
        };
        let bytes = io::rest(self.call, id)?;
        io::close(self.call, id)?;
        io::mark_closed(&stream);
        Ok(Loaded::Bytes(bytes, Some(url.to_vec())))
    }
}

/// What libxml2 is called for.
pub struct Job<'a> {
    /// How errors are told.
    pub style: Style,
    /// Options of a parser, which may say that it is silent of errors or warnings.
    pub options: i32,
    /// Who answers functions of expressions.
    pub functions: Option<Functions<'a>>,
    /// Who takes events.
    pub events: Option<Events<'a>>,
}

const NO_ERROR: i32 = 1 << 5;
const NO_WARNING: i32 = 1 << 6;

impl Job<'_> {
    /// For a parser with options.
    pub fn parse(style: Style, options: i32) -> Self {
        Self { options, ..Self::new(style) }
    }

    /// With errors told in this style.
    pub fn new(style: Style) -> Self {
        Self { style, options: 0, functions: None, events: None }
    }
}

/// Calls libxml2, then tells its errors.
pub fn run<T>(call: &mut Call<'_>, job: Job<'_>, work: impl FnOnce() -> T) -> Res<T> {
    need(call)?;
    call.state::<Store>().begin();
    let Job { style, options, functions, events } = job;
    let mut bridge =
        Bridge { call: &mut *call, reports: Vec::new(), halt: None, functions, events };
    let result = host::enter(&mut bridge, work);
    let Bridge { reports, halt, .. } = bridge;
    call.state::<Store>().end();
    let told = tell(call, (style, options), reports, halt.is_some());
    match halt {
        Some(halt) => Err(halt),
        None => told.map(|()| result),
    }
}

/// Calls libxml2 for something that no error comes of and nothing is loaded for.
pub fn quiet<T>(call: &mut Call<'_>, work: impl FnOnce() -> T) -> Res<T> {
    run(call, Job::new(Style::Short), work)
}

/// Tells what is wrong with a text that others than libxml2 read.
pub fn report(call: &mut Call<'_>, reports: Vec<Report>) -> Res<()> {
    tell(call, (Style::Short, 0), reports, false)
}

/// Throws when there is no libxml2.
pub fn need(call: &mut Call<'_>) -> Res<()> {
    if libxml2::is_there() {
        return Ok(());
    }
    let text = "not supported: libxml2 is not installed (apt-get install libxml2)".to_owned();
    Err(call.throw(Message::Refused { text }))
}

/// Whether a parser's options say that it is not told.
fn is_muted(report: &Report, options: i32) -> bool {
    let bit = if report.level == 1 { NO_WARNING } else { NO_ERROR };
    report.of_parser && options & bit != 0
}

fn tell(
    call: &mut Call<'_>,
    (style, options): (Style, i32),
    reports: Vec<Report>,
    is_over: bool,
) -> Res<()> {
    for report in reports {
        let state = call.state::<LibXml>();
        state.last = Some(report.clone());
        state.worst = state.worst.max(report.level);
        if let Some(errors) = &mut state.errors {
            errors.push(report);
        } else if !is_over && style != Style::Silent && !is_muted(&report, options) {
            warn(call, style, &report)?;
        }
    }
    Ok(())
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn warn(call: &mut Call<'_>, style: Style, report: &Report) -> Res<()> {
    let message = lossy(&report.message);
    let message = message.trim_end_matches('\n').to_owned();
    match (&report.place, style) {
        (Some(place), Style::Short) => {
            let file = place.file.as_deref().map_or_else(|| "Entity".to_owned(), lossy);
            let line = if report.line == 0 { place.line } else { report.line };
            let text = format!("{message} in {file}, line: {line}");
            if report.level == 1 { call.notice(text) } else { call.warn(text) }
        }
        _ if report.of_parser => {
            for line in full(report) {
                call.warn(line)?;
            }
            Ok(())
        }
        _ => call.warn(message),
    }
}

/// The parts of the library, as it calls them.
fn part(domain: i32) -> &'static str {
    match domain {
        1 | 13 => "parser ",
        3 => "namespace ",
        4 | 23 => "validity ",
        5 => "HTML parser ",
        6 => "memory ",
        7 => "output ",
        8 => "I/O ",
        11 => "XInclude ",
        12 => "XPath ",
        16 => "Schemas parser ",
        17 => "Schemas validity ",
        18 => "Relax-NG parser ",
        19 => "Relax-NG validity ",
        21 => "C14N ",
        27 => "encoding ",
        30 => "URI ",
        _ => "",
    }
}

/// The lines that the library's own programs print.
fn full(report: &Report) -> Vec<String> {
    let mut head = String::new();
    if let Some(place) = &report.place {
        match &place.file {
            Some(file) => head = format!("{}:{}: ", lossy(file), place.line),
            None if report.line != 0 && report.domain == 1 => {
                head = format!("Entity: line {}: ", place.line);
            }
            None => {}
        }
    }
    if let Some(element) = &report.element {
        head += &format!("element {}: ", lossy(element));
    }
    head += part(report.domain);
    head += if report.level == 1 { "warning : " } else { "error : " };
    head += lossy(&report.message).trim_end_matches('\n');
    let mut lines = vec![head];
    if let Some(place) = &report.place {
        lines.push(lossy(&place.shown));
        lines.push(lossy(&place.mark));
    }
    lines
}
