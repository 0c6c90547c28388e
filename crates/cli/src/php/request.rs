//! What the options together ask for, and what PHP says of those that do not go together.

use engine::run::Lines;
use engine::settings::Settings;
use engine::source::STANDARD_INPUT;

use super::options::Options;

/// What is to be done with code or a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    #[default]
    Standard,
    Direct,
    /// `-B`, `-R`, `-F`, `-E`.
    EachLine,
    Lint,
    Highlight,
    Strip,
    /// `--rf` and its like, by their letters in `options`.
    Reflect(char),
    ShowIni,
}

/// What the options ask for.
#[derive(Default)]
pub struct Request {
    pub settings: Settings,
    pub mode: Mode,
    pub code: Option<String>,
    pub file: Option<String>,
    /// What `-B`, `-R`, `-F` and `-E` run.
    pub lines: Lines,
    /// What `--rf` and its like are about.
    pub subject: String,
    /// The folders that settings were looked for in.
    pub ini_folders: Option<String>,
    /// Words behind the options.
    pub rest: Vec<String>,
    /// PHP's words for options that do not go together.
    pub fault: Option<String>,
}

const CONFLICT: &str = "Either execute direct code, process stdin or use a file.\n";

impl Request {
    /// `$argv`: it begins with the file, or with what stands for it.
    pub fn arguments(&self) -> Vec<String> {
        let name = self.file.as_deref().unwrap_or(STANDARD_INPUT);
        [&[name.to_owned()], &self.rest[..]].concat()
    }

    /// Takes an option into account. The error is what PHP says.
    fn take(&mut self, letter: char, value: String) -> Result<(), &'static str> {
        match letter {
            'a' => return Err("Interactive shell (-a) requires the readline extension.\n"),
            'f' if matches!(self.mode, Mode::Direct | Mode::EachLine) => return Err(CONFLICT),
            'f' if self.file.is_some() => return Err("You can use -f only once.\n"),
            'f' => self.file = Some(value),
            'l' if self.mode == Mode::Standard => self.mode = Mode::Lint,
            'r' if self.mode == Mode::Direct => return Err("You can use -r only once.\n"),
            'r' if self.mode != Mode::Standard => return Err(CONFLICT),
            'r' => (self.mode, self.code) = (Mode::Direct, Some(value)),
            'B' | 'R' | 'F' | 'E' => self.take_lines(letter, value)?,
            's' | 'w' => self.take_showing(letter)?,
            '0'..='4' => (self.mode, self.subject) = (Mode::Reflect(letter), value),
            '5' => self.mode = Mode::ShowIni,
            _ => {}
        }
        Ok(())
    }

    fn take_lines(&mut self, letter: char, value: String) -> Result<(), &'static str> {
        if !matches!(self.mode, Mode::Standard | Mode::EachLine) {
            return Err(CONFLICT);
        }
        let is_first = self.mode == Mode::Standard;
        let has_body = !is_first && (self.lines.each.is_some() || self.file.is_some());
        match letter {
            'B' if self.lines.begin.is_some() => return Err("You can use -B only once.\n"),
            'E' if self.lines.end.is_some() => return Err("You can use -E only once.\n"),
            'R' | 'F' if has_body => return Err("You can use -R or -F only once.\n"),
            'B' => self.lines.begin = Some(value),
            'E' => self.lines.end = Some(value),
            'R' => self.lines.each = Some(value),
            _ => self.file = Some(value),
        }
        self.mode = Mode::EachLine;
        Ok(())
    }

    fn take_showing(&mut self, letter: char) -> Result<(), &'static str> {
        let runs_code = matches!(self.mode, Mode::Direct | Mode::EachLine);
        self.mode = match letter {
            's' if runs_code => return Err("Source highlighting only works for files.\n"),
            _ if runs_code => return Err("Source stripping only works for files.\n"),
            's' => Mode::Highlight,
            _ => Mode::Strip,
        };
        Ok(())
    }

    /// `-H`. PHP: the words are cleared, and code among them with them.
    fn hide(&mut self) {
        let Lines { begin, each, end, .. } = &mut self.lines;
        for word in [&mut self.code, begin, each, end].into_iter().flatten() {
            word.clear();
        }
        self.subject.clear();
    }
}

/// Sorts out what the options together mean.
pub fn read(options: Options, settings: Settings) -> Request {
    let mut request = Request { settings, ..Request::default() };
    let mut hides = false;
    for (letter, value) in options.given {
        match letter {
            'z' => refuse_extension(&value),
            'H' => hides = true,
            _ => {}
        }
        if let Err(fault) = request.take(letter, value) {
            request.fault = Some(fault.to_owned());
        }
    }
    request.rest = options.rest;
    let takes_file = !matches!(request.mode, Mode::Direct | Mode::EachLine);
    if takes_file && request.file.is_none() && !options.is_ended && !request.rest.is_empty() {
        request.file = Some(request.rest.remove(0));
    }
    if request.lines.each.is_none() {
        request.lines.file.clone_from(&request.file);
    }
    if hides {
        request.hide();
    }
    request
}

/// `-z`: extensions of the engine, of which there are none.
fn refuse_extension(path: &str) {
    eprintln!("Failed loading {path}:  {path}: {}", engine::startup::refusal(path));
}
