//! One test, run: its sections carried out in PHP's order, and the verdict.

use std::fs;
use std::path::{Path, PathBuf};

use crate::expectation::{Expectation, normal};
use crate::ini::Settings;
use crate::options::Options;
use crate::phpt::Phpt;
use crate::process::{self, Capture, Ending, Input, Task};
use crate::subject::{Subject, word};
use crate::suite::Case;
use crate::tree::Tree;
use crate::web::{self, Environment};

/// What became of a test.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Outcome {
    Passed,
    Failed,
    Skipped,
    /// A signal ended it.
    Crashed,
    /// Its time was over.
    Hung,
    /// It failed as it says that it would.
    XFailed,
    /// The test itself is wrong, or its SKIPIF or CLEAN says what they may not.
    Borked,
}

impl Outcome {
    pub const ALL: [Self; 7] = [
        Self::Passed,
        Self::Failed,
        Self::Skipped,
        Self::Crashed,
        Self::Hung,
        Self::XFailed,
        Self::Borked,
    ];

    /// The word for it, on the command line and in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
            Self::Crashed => "crashed",
            Self::Hung => "hung",
            Self::XFailed => "xfailed",
            Self::Borked => "borked",
        }
    }
}

/// An outcome and what led to it.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub outcome: Outcome,
    /// One line.
    pub reason: String,
    pub expected: Vec<u8>,
    pub output: Vec<u8>,
}

impl Verdict {
    /// An outcome without an output.
    pub fn of(outcome: Outcome, reason: impl Into<String>) -> Self {
        Self { outcome, reason: reason.into(), expected: Vec::new(), output: Vec::new() }
    }
}

/// Where a test runs.
pub struct Place<'a> {
    pub options: &'a Options,
    pub subject: &'a Subject,
    pub tree: &'a Tree<'a>,
}

/// A test that is being run.
struct Running<'a> {
    place: &'a Place<'a>,
    test: Phpt,
    /// The folder of the test in the tree.
    folder: PathBuf,
    /// The test's name without its extension.
    stem: String,
    settings: Settings,
    /// The settings of a SKIPIF and CLEAN program.
    plain_settings: Settings,
    extensions: Vec<String>,
    environment: Environment,
}

/// Runs a test and leaves the tree as it was.
pub fn run(case: &Case, test: Phpt, place: &Place<'_>) -> anyhow::Result<Verdict> {
    let folder = match &case.redirect {
        Some(redirect) => &redirect.folder,
        None => case.file.parent().unwrap_or(Path::new("")),
    };
    let verdict = match Running::new(case, test, folder, place) {
        Ok(mut running) => running.verdict()?,
        Err(verdict) => *verdict,
    };
    place.tree.restore(tests_folder(folder))?;
    place.tree.restore_root()?;
    Ok(verdict)
}

/// The folder `tests` that a folder lies in.
fn tests_folder(folder: &Path) -> &Path {
    let mut above: Vec<&Path> = folder.ancestors().collect();
    above.reverse();
    above.into_iter().find(|path| path.ends_with("tests")).unwrap_or(folder)
}

impl<'a> Running<'a> {
    fn new(
        case: &Case,
        test: Phpt,
        folder: &Path,
        place: &'a Place<'a>,
    ) -> Result<Self, Box<Verdict>> {
        let skip = |reason: String| Box::new(Verdict::of(Outcome::Skipped, reason));
        if test.is_request() && place.subject.cgi.is_none() {
            return Err(skip("needs cgi".into()));
        }
        if let Some(reason) = place.options.mode.cannot_run(&test) {
            return Err(skip(reason.into()));
        }
        if test.has("PHPDBG") {
            return Err(skip("needs phpdbg".into()));
        }
        let mut wanted: Vec<String> =
            test.text("EXTENSIONS").split_whitespace().map(str::to_owned).collect();
        wanted.extend(case.redirect.iter().flat_map(|redirect| redirect.extensions.clone()));
        let extensions = place
            .subject
            .load(&wanted)
            .map_err(|missing| skip(format!("needs extension {}", missing.join(", "))))?;
        let plain_settings = Settings::new(&extensions);
        let folder = place.tree.root.join(folder);
        let stem = case.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut running = Self {
            settings: plain_settings.clone(),
            plain_settings,
            place,
            test,
            folder,
            stem,
            extensions,
            environment: Vec::new(),
        };
        running.fill_environment(case);
        running.add_settings();
        Ok(running)
    }

    fn fill_environment(&mut self, case: &Case) {
        let subject = self.place.subject;
        for name in ["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR"] {
            if let Ok(value) = std::env::var(name) {
                web::set(&mut self.environment, name, value);
            }
        }
        let cgi = subject.cgi.clone().unwrap_or_default();
        let fixed = [
            ("TEMP", "/tmp".to_owned()),
            ("TEST_PHP_EXECUTABLE", subject.php.trim_matches('\'').to_owned()),
            ("TEST_PHP_EXECUTABLE_ESCAPED", subject.php.clone()),
            ("TEST_PHP_CGI_EXECUTABLE", cgi.trim_matches('\'').to_owned()),
            ("TEST_PHP_CGI_EXECUTABLE_ESCAPED", cgi),
            ("TEST_PHP_SRCDIR", self.place.tree.root.to_string_lossy().into_owned()),
            ("NO_INTERACTION", "1".to_owned()),
            ("SKIP_ONLINE_TESTS", "1".to_owned()),
            ("SKIP_IO_CAPTURE_TESTS", "1".to_owned()),
        ];
        for (name, value) in fixed {
            web::set(&mut self.environment, name, value);
        }
        for (name, value) in case.redirect.iter().flat_map(|redirect| &redirect.environment) {
            web::set(&mut self.environment, name, value.clone());
        }
        for name in ["REDIRECT_STATUS", "QUERY_STRING", "PATH_TRANSLATED", "SCRIPT_FILENAME"] {
            web::set(&mut self.environment, name, "");
        }
        for name in ["REQUEST_METHOD", "CONTENT_TYPE", "CONTENT_LENGTH", "TZ"] {
            web::set(&mut self.environment, name, "");
        }
        let text = self.test.text("ENV").replace("{PWD}", &self.folder.to_string_lossy());
        for line in text.lines() {
            if let Some((name, value)) = line.trim().split_once('=') {
                web::set(&mut self.environment, name, value);
            }
        }
    }

    fn add_settings(&mut self) {
        let text = self.test.text("INI").replace("{PWD}", &self.folder.to_string_lossy());
        let text = text.replace("{TMP}", "/tmp");
        for line in text.lines() {
            self.settings.add(&mail_to_tee(line));
        }
        let words = format!("-n {}", self.settings.shell_words());
        web::set(&mut self.environment, "TEST_PHP_EXTRA_ARGS", words);
    }

    fn verdict(&mut self) -> anyhow::Result<Verdict> {
        if let Some(verdict) = self.skip()? {
            return Ok(verdict);
        }
        let expectation = match Expectation::of(&self.test) {
            Ok(expectation) => expectation,
            Err(reason) => return Ok(Verdict::of(Outcome::Borked, reason)),
        };
        let script = self.write("php", self.test.get("FILE").unwrap_or_default())?;
        let (raw, ending) = self.run_script(&script)?;
        let said_by_clean = self.clean()?;
        let mode = self.place.options.mode;
        let outputs = mode.outputs(&raw).into_iter().map(|run| self.response(run));
        let is_wrong = |(_, output): &(String, Vec<u8>)| !expectation.holds(output);
        let (headers, output) = worst(outputs, is_wrong).unwrap_or_default();
        let mut verdict = Verdict {
            outcome: Outcome::Passed,
            reason: String::new(),
            expected: expectation.text().to_vec(),
            output,
        };
        let missing = web::missing_headers(&self.test.text("EXPECTHEADERS"), &headers);
        let outcome = match ending {
            Ending::Hung => Some((Outcome::Hung, "no end in time".to_owned())),
            Ending::Signal(signal) => Some((Outcome::Crashed, format!("signal {signal}"))),
            Ending::Exit(_) if !expectation.holds(&verdict.output) => {
                Some((Outcome::Failed, first_difference(&verdict)))
            }
            Ending::Exit(_) if !missing.is_empty() => {
                Some((Outcome::Failed, format!("headers {}", missing.join(", "))))
            }
            Ending::Exit(_) if !said_by_clean.is_empty() => Some((Outcome::Borked, "CLEAN".into())),
            Ending::Exit(_) => None,
        };
        if let Some((outcome, reason)) = outcome {
            let is_expected = self.test.has("XFAIL") && outcome == Outcome::Failed;
            verdict.outcome = if is_expected { Outcome::XFailed } else { outcome };
            verdict.reason = reason;
        }
        Ok(verdict)
    }

    /// The headers of what a run printed, if it answers a request, and the rest.
    fn response(&self, raw: &[u8]) -> (String, Vec<u8>) {
        match web::response(raw) {
            Some((headers, body)) if self.test.is_request() => (headers, normal(body)),
            _ => (String::new(), normal(raw)),
        }
    }

    /// Runs SKIPIF; `Some` when the test is not to run.
    fn skip(&mut self) -> anyhow::Result<Option<Verdict>> {
        if !self.test.has_text("SKIPIF") {
            return Ok(None);
        }
        let program = self.test.get("SKIPIF").unwrap_or_default().to_vec();
        let (folder, extensions) = (self.folder.display(), self.extensions.join(" "));
        let key = format!("{folder} {extensions} {}", self.test.is_request());
        let said = match self.place.subject.known_skip(&key, &program) {
            Some(said) => said,
            None => {
                let said = self.run_program("skip.php", &program)?;
                if !said.starts_with(b"nocache") {
                    self.place.subject.keep_skip(&key, &program, &said);
                }
                said
            }
        };
        let said = String::from_utf8_lossy(&said).into_owned();
        let word = said.to_ascii_lowercase();
        if word.starts_with("skip") {
            let reason = said[4..].lines().next().unwrap_or_default().trim().to_owned();
            return Ok(Some(Verdict::of(Outcome::Skipped, reason)));
        }
        if word.starts_with("xfail") {
            self.test.set("XFAIL", said[5..].trim().as_bytes().to_vec());
            return Ok(None);
        }
        let is_allowed = ["info", "warn", "xleak", "flaky", "nocache"];
        if said.is_empty() || is_allowed.iter().any(|allowed| word.starts_with(allowed)) {
            return Ok(None);
        }
        let line = said.lines().find(|line| !line.is_empty()).unwrap_or_default();
        let mut verdict = Verdict::of(Outcome::Borked, format!("SKIPIF: {line}"));
        verdict.output = said.into_bytes();
        Ok(Some(verdict))
    }

    /// Runs CLEAN, and gives what it says.
    fn clean(&mut self) -> anyhow::Result<Vec<u8>> {
        match self.test.has_text("CLEAN") {
            true => {
                let program = self.test.get("CLEAN").unwrap_or_default().trim_ascii().to_vec();
                self.run_program("clean.php", &program)
            }
            false => Ok(Vec::new()),
        }
    }

    fn write(&self, extension: &str, program: &[u8]) -> anyhow::Result<PathBuf> {
        let path = self.folder.join(format!("{}.{extension}", self.stem));
        fs::write(&path, program)?;
        Ok(path)
    }

    /// What runs the programs of the test.
    fn interpreter(&self) -> String {
        let Subject { php, cgi, .. } = self.place.subject;
        match cgi {
            Some(cgi) if self.test.is_request() => format!("{cgi} -C"),
            _ => php.clone(),
        }
    }

    /// Runs a SKIPIF or CLEAN program, and gives what it says, trimmed.
    fn run_program(&self, extension: &str, program: &[u8]) -> anyhow::Result<Vec<u8>> {
        let path = self.write(extension, program)?;
        let Subject { prefix, .. } = self.place.subject;
        let php = self.interpreter();
        let settings = self.plain_settings.shell_words();
        let quiet = if extension == "skip.php" {
            "-d display_errors=1 -d display_startup_errors=0"
        } else {
            ""
        };
        let unset = "unset REQUEST_METHOD QUERY_STRING PATH_TRANSLATED SCRIPT_FILENAME;";
        let (output, _) = process::run(Task {
            command: format!("{unset} {prefix}{php} -n -q {settings} {quiet} {}", word(&path)),
            folder: &self.place.tree.root,
            environment: &self.environment,
            input: Input::Nothing,
            output: Capture::Output,
            timeout: self.place.options.timeout,
        })?;
        let _ = fs::remove_file(path);
        Ok(normal(&output))
    }

    fn run_script(&mut self, script: &Path) -> anyhow::Result<(Vec<u8>, Ending)> {
        let path = script.to_string_lossy().into_owned();
        let body = web::request(&self.test, &path, &mut self.environment);
        let Subject { prefix, .. } = self.place.subject;
        let php = self.interpreter();
        let arguments = match self.test.get("ARGS") {
            Some(words) if body.is_none() => format!(" -- {}", String::from_utf8_lossy(words)),
            _ => String::new(),
        };
        let capture = self.capture();
        let redirect = if capture == Capture::Both { " 2>&1" } else { "" };
        let settings = self.settings.shell_words();
        let arguments = arguments.trim_end();
        let input = match (body, self.test.get("STDIN")) {
            (Some(body), _) => Input::Bytes(body),
            (None, Some(text)) => Input::Bytes(text.to_vec()),
            (None, None) if self.captures("STDIN") => Input::Bytes(Vec::new()),
            (None, None) => Input::Nothing,
        };
        process::run(Task {
            command: format!(
                "{prefix}{php} -n {settings}{} -f {}{arguments}{redirect}",
                self.place.options.mode.shell_words(),
                word(script)
            ),
            folder: &self.place.tree.root,
            environment: &self.environment,
            input,
            output: capture,
            timeout: self.place.options.timeout * self.place.options.mode.slowness(),
        })
    }

    fn captures(&self, stream: &str) -> bool {
        let streams = self.test.get("CAPTURE_STDIO").map(String::from_utf8_lossy);
        streams.is_none_or(|streams| streams.to_ascii_uppercase().contains(stream))
    }

    fn capture(&self) -> Capture {
        match (self.captures("STDOUT"), self.captures("STDERR")) {
            (true, true) => Capture::Both,
            (true, false) => Capture::Output,
            (false, true) => Capture::Errors,
            (false, false) => Capture::Nothing,
        }
    }
}

/// The first that is wrong, else the last.
fn worst<T>(all: impl Iterator<Item = T>, is_wrong: impl Fn(&T) -> bool) -> Option<T> {
    let mut last = None;
    for one in all {
        if is_wrong(&one) {
            return Some(one);
        }
        last = Some(one);
    }
    last
}

/// PHP's tests of mail name a file to write to: `{MAIL:FILE}`.
fn mail_to_tee(line: &str) -> String {
    let Some((before, rest)) = line.split_once("{MAIL:") else { return line.to_owned() };
    let Some((file, behind)) = rest.split_once('}') else { return line.to_owned() };
    format!("{before}tee {file} >/dev/null{behind}")
}

/// The line that says most about why an output is wrong: its first error, else the first line that
/// is not the expected one.
fn first_difference(verdict: &Verdict) -> String {
    let output = String::from_utf8_lossy(&verdict.output).into_owned();
    let expected = String::from_utf8_lossy(&verdict.expected).into_owned();
    let is_error = |line: &&str| line.contains("Fatal error: ") || line.contains("Parse error: ");
    let expects_error = expected.lines().any(|line| is_error(&line));
    if let Some(line) = output.lines().find(is_error)
        && !expects_error
    {
        return line.to_owned();
    }
    let mut wanted = expected.lines();
    for line in output.lines() {
        let wanted = wanted.next().unwrap_or_default();
        if wanted != line && !wanted.contains('%') {
            return format!("is {line:?}, wanted {wanted:?}");
        }
    }
    match wanted.next() {
        Some(line) => format!("ends before {line:?}"),
        None => "differs".into(),
    }
}
