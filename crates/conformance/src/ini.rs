//! The settings that every test runs under, and those of its own.

/// What a run of PHP's tests sets before a test's own settings.
const EVERY_TEST: &[&str] = &[
    "output_handler=",
    "open_basedir=",
    "disable_functions=",
    "output_buffering=Off",
    "error_reporting=30719",
    "display_errors=1",
    "display_startup_errors=1",
    "log_errors=0",
    "html_errors=0",
    "track_errors=0",
    "report_memleaks=1",
    "report_zend_debug=0",
    "docref_root=",
    "docref_ext=.html",
    "error_prepend_string=",
    "error_append_string=",
    "auto_prepend_file=",
    "auto_append_file=",
    "ignore_repeated_errors=0",
    "precision=14",
    "serialize_precision=-1",
    "memory_limit=128M",
    "opcache.fast_shutdown=0",
    "opcache.file_update_protection=0",
    "opcache.revalidate_freq=0",
    "opcache.jit_hot_loop=1",
    "opcache.jit_hot_func=1",
    "opcache.jit_hot_return=1",
    "opcache.jit_hot_side_exit=1",
    "opcache.jit_max_root_traces=100000",
    "opcache.jit_max_side_traces=100000",
    "opcache.jit_max_exit_counters=100000",
    "opcache.protect_memory=1",
    "zend.assertions=1",
    "zend.exception_ignore_args=0",
    "zend.exception_string_param_max_len=15",
    "short_open_tag=0",
    "date.timezone=UTC",
];

/// Settings in their order; a later value of a name replaces the earlier one in its place.
#[derive(Clone, Debug)]
pub struct Settings(Vec<(String, String)>);

impl Settings {
    /// Those of every test, behind the extensions to load.
    pub fn new(extensions: &[String]) -> Self {
        let mut settings = Self(Vec::new());
        for name in extensions {
            let kind = if name == "opcache" { "zend_extension" } else { "extension" };
            settings.0.push((kind.to_owned(), name.clone()));
        }
        for line in EVERY_TEST {
            settings.add(line);
        }
        settings
    }

    /// Adds a line `name=value`; any other line says nothing.
    pub fn add(&mut self, line: &str) {
        let Some((name, value)) = line.split_once('=') else { return };
        let (name, value) = (name.trim(), value.trim().to_owned());
        let repeats = matches!(name, "extension" | "zend_extension");
        match self.0.iter_mut().find(|(found, _)| !repeats && found == name) {
            Some(found) => found.1 = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// As words of a shell's command line.
    pub fn shell_words(&self) -> String {
        let mut words = String::new();
        for (name, value) in &self.0 {
            let mut quoted = String::new();
            for letter in value.chars() {
                if matches!(letter, '\'' | '"' | '\\') {
                    quoted.push('\\');
                }
                quoted.push(letter);
            }
            words.push_str(&format!(" -d \"{name}={quoted}\""));
        }
        words
    }
}
