//! A `.phpt` file: its sections.
//!
//! # Not here
//! What the sections mean (`test`).

use std::path::Path;

/// What programs ask for that leave out tests of speed.
const PERFORMANCE: &[u8] = b"SKIP_PERF_SENSITIVE";

/// Every section that a test may have.
const SECTIONS: &[&str] = &[
    "TEST",
    "EXPECT",
    "EXPECTF",
    "EXPECTREGEX",
    "EXPECTREGEX_EXTERNAL",
    "EXPECT_EXTERNAL",
    "EXPECTF_EXTERNAL",
    "EXPECTHEADERS",
    "POST",
    "POST_RAW",
    "GZIP_POST",
    "DEFLATE_POST",
    "PUT",
    "GET",
    "COOKIE",
    "ARGS",
    "FILE",
    "FILEEOF",
    "FILE_EXTERNAL",
    "REDIRECTTEST",
    "CAPTURE_STDIO",
    "STDIN",
    "CGI",
    "PHPDBG",
    "INI",
    "ENV",
    "EXTENSIONS",
    "SKIPIF",
    "XFAIL",
    "XLEAK",
    "CLEAN",
    "CREDITS",
    "DESCRIPTION",
    "CONFLICTS",
    "WHITESPACE_SENSITIVE",
    "FLAKY",
    "HEADERS",
];

/// The sections of a test, in their order.
#[derive(Clone, Debug, Default)]
pub struct Phpt {
    sections: Vec<(String, Vec<u8>)>,
}

impl Phpt {
    /// Reads a test with the files that its sections name. The error says what is wrong with it.
    pub fn read(path: &Path) -> Result<Self, String> {
        let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
        let mut test = Self::parse(&bytes)?;
        test.resolve(path)?;
        Ok(test)
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let mut test = Self::default();
        let mut is_done = false;
        if !bytes.starts_with(b"--TEST--") {
            return Err("tests must start with --TEST--".into());
        }
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            if let Some(name) = section_name(line) {
                test.open(name)?;
                is_done = false;
                continue;
            }
            let Some((name, text)) = test.sections.last_mut() else { continue };
            if !is_done {
                text.extend_from_slice(line);
            }
            let is_program = matches!(name.as_str(), "FILE" | "FILEEOF" | "FILE_EXTERNAL");
            is_done |= is_program && line.trim_ascii_end() == b"===DONE===";
        }
        Ok(test)
    }

    fn open(&mut self, name: &str) -> Result<(), String> {
        if !SECTIONS.contains(&name) {
            return Err(format!("unknown section {name}"));
        }
        if self.has_text(name) {
            return Err(format!("duplicated {name} section"));
        }
        self.sections.retain(|(found, _)| found != name);
        self.sections.push((name.to_owned(), Vec::new()));
        Ok(())
    }

    /// Puts what FILEEOF and the external sections stand for in place, and checks what must be there.
    fn resolve(&mut self, path: &Path) -> Result<(), String> {
        if self.has("REDIRECTTEST") {
            return Ok(());
        }
        if let Some(text) = self.get("FILEEOF") {
            let end = text.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'));
            let text = text[..end.map_or(0, |last| last + 1)].to_vec();
            self.set("FILE", text);
        }
        for section in ["FILE", "EXPECT", "EXPECTF", "EXPECTREGEX"] {
            let Some(named) = self.get(&format!("{section}_EXTERNAL")) else { continue };
            let named = String::from_utf8_lossy(named).trim().replace("..", "");
            let file = path.with_file_name(&named);
            let text = std::fs::read(&file).map_err(|_| format!("could not load {named}"))?;
            self.set(section, text);
        }
        if !self.has("FILE") && !self.has("PHPDBG") {
            return Err("missing section --FILE--".into());
        }
        let expectations = ["EXPECT", "EXPECTF", "EXPECTREGEX"];
        if expectations.iter().filter(|name| self.has(name)).count() != 1 {
            return Err("missing section --EXPECT--".into());
        }
        Ok(())
    }

    /// The text of a section.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        let section = self.sections.iter().find(|(found, _)| found == name);
        section.map(|(_, text)| text.as_slice())
    }

    /// The text of a section as UTF-8, empty when it is not there.
    pub fn text(&self, name: &str) -> String {
        String::from_utf8_lossy(self.get(name).unwrap_or_default()).into_owned()
    }

    /// Whether a section is there.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whether a section is there and neither empty nor `0`.
    pub fn has_text(&self, name: &str) -> bool {
        self.get(name).is_some_and(|text| !text.is_empty() && text != b"0")
    }

    /// Whether it leaves itself out where speed is not to be judged.
    pub fn measures_speed(&self) -> bool {
        let program = self.get("SKIPIF").unwrap_or_default();
        program.windows(PERFORMANCE.len()).any(|part| part == PERFORMANCE)
    }

    /// Puts a section in place.
    pub fn set(&mut self, name: &str, text: Vec<u8>) {
        self.sections.retain(|(found, _)| found != name);
        self.sections.push((name.to_owned(), text));
    }

    /// Whether the test is one of a request to a web server.
    pub fn is_request(&self) -> bool {
        let bodies = [
            "GET",
            "POST",
            "GZIP_POST",
            "DEFLATE_POST",
            "POST_RAW",
            "PUT",
            "COOKIE",
            "EXPECTHEADERS",
        ];
        self.has("CGI") || bodies.iter().any(|name| self.has_text(name))
    }
}

fn section_name(line: &[u8]) -> Option<&str> {
    let rest = line.strip_prefix(b"--")?;
    let end = rest.iter().position(|byte| !matches!(byte, b'A'..=b'Z' | b'_'))?;
    let name = (end > 0 && rest[end..].starts_with(b"--")).then_some(&rest[..end])?;
    std::str::from_utf8(name).ok()
}
