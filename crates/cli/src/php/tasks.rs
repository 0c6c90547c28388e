//! Options that tell something instead of running a script.

use std::path::Path;
use std::process::ExitCode;

use engine::dump;
use engine::settings::Settings;
use engine::source::Source;

use crate::output::{print, usage_error};
use crate::script;

fn run_code(code: &str, subject: &str, settings: &Settings) -> ExitCode {
    let arguments = ["php".to_owned(), subject.to_owned()];
    script::run_source(&Source::command_line(code), &arguments, settings)
}

/// `-m`: the extensions.
pub fn modules(settings: &Settings) -> ExitCode {
    let code = r#"
        $names = get_loaded_extensions();
        usort($names, "strcasecmp");
        echo "[PHP Modules]\n";
        foreach ($names as $name) { echo $name, "\n"; }
        echo "\n[Zend Modules]\n\n";
    "#;
    run_code(code, "", settings)
}

/// `-i`: what `phpinfo` shows.
pub fn information(settings: &Settings) -> ExitCode {
    let code = r#"
        if (function_exists("phpinfo")) { phpinfo(); exit(0); }
        echo "phpinfo()\nPHP Version => ", PHP_VERSION, "\n\nPHP Variables\n\n";
        foreach ($_SERVER as $name => $value) {
            if (is_scalar($value)) { echo '$_SERVER[\'', $name, "'] => ", $value, "\n"; }
        }
    "#;
    run_code(code, "", settings)
}

/// `--ini`: which files settings come from.
pub fn ini_files(loaded: Option<&Path>) -> ExitCode {
    let loaded = loaded.map(|path| path.to_string_lossy().into_owned());
    let lines = [
        ("Configuration File (php.ini) Path:", "(none)"),
        ("Loaded Configuration File:", loaded.as_deref().unwrap_or("(none)")),
        ("Scan for additional .ini files in:", "(none)"),
        ("Additional .ini files parsed:", "(none)"),
    ];
    for (what, value) in lines {
        print(format!("{what:<35}{value}\n").as_bytes());
    }
    ExitCode::SUCCESS
}

/// `-w`: the source without comments, and with single spaces.
pub fn strip(file: Option<&str>, settings: &Settings) -> ExitCode {
    let source = match file {
        Some(file) => Source::read(file),
        None => Source::read_stdin(),
    };
    match source {
        Ok(source) => {
            print(&dump::stripped(&source, settings.parse_options()));
            ExitCode::SUCCESS
        }
        Err(_) => usage_error(&format!("Could not open input file: {}", file.unwrap_or("-"))),
    }
}

/// `--rf`, `--rc`, `--re`, `--rz`, `--ri`: what Reflection shows of `subject`. There are no
/// extensions of the engine.
pub fn reflect(letter: char, subject: &str, settings: &Settings) -> ExitCode {
    let (option, class) = match letter {
        '0' => ("--rf", "ReflectionFunction"),
        '1' => ("--rc", "ReflectionClass"),
        '2' => ("--re", "ReflectionExtension"),
        '3' => {
            print(format!("Exception: Zend Extension \"{subject}\" does not exist\n").as_bytes());
            return ExitCode::FAILURE;
        }
        _ => return extension_settings(subject, settings),
    };
    let what = match option {
        "--rf" => {
            r#"strpos($what, "::") ? new ReflectionMethod($what) : new ReflectionFunction($what)"#
                .to_owned()
        }
        _ => format!("new {class}($what)"),
    };
    let code = format!(
        r#"
        $what = $argv[1];
        if (!class_exists("{class}")) {{ echo "php: option {option} needs Reflection, which is not there yet\n"; exit(1); }}
        try {{ echo {what}; }} catch (ReflectionException $e) {{ echo "Exception: ", $e->getMessage(), "\n"; exit(1); }}
        echo "\n";
    "#
    );
    run_code(&code, subject, settings)
}

/// `--ri`: the settings of an extension.
fn extension_settings(subject: &str, settings: &Settings) -> ExitCode {
    let code = r#"
        $name = $argv[1];
        if (!extension_loaded($name)) { echo "Extension '$name' not present.\n"; exit(1); }
        echo "\n$name\n\n";
        $rows = ini_get_all($name);
        if ($rows) {
            echo "Directive => Local Value => Master Value\n";
            foreach ($rows as $row => $values) {
                echo $row, " => ", $values["local_value"] ?? "no value", " => ", $values["global_value"] ?? "no value", "\n";
            }
        }
        echo "\n";
    "#;
    run_code(code, subject, settings)
}

/// The code of `-B`, `-R` and `-E`.
#[derive(Default)]
pub struct Pieces {
    pub begin: Option<String>,
    pub each: Option<String>,
    pub end: Option<String>,
}

/// `-B`, `-R`, `-F`, `-E`: code or a file for each line of standard input, as `$argn` with its
/// number in `$argi`, and code before and behind.
pub fn each_line(
    pieces: &Pieces,
    file: Option<&str>,
    (arguments, settings): (&[String], &Settings),
) -> ExitCode {
    let Ok(input) = Source::read_stdin() else {
        return usage_error("Could not read standard input");
    };
    let eval = |code: &Option<String>| {
        code.as_deref().map(|code| format!("eval({});\n", quoted(code.as_bytes())))
    };
    let body = match file {
        Some(file) => format!("include {};\n", quoted(file.as_bytes())),
        None => eval(&pieces.each).unwrap_or_default(),
    };
    let mut lines: Vec<&[u8]> = input.bytes.split(|&byte| byte == b'\n').collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    let lines: Vec<String> =
        lines.iter().map(|line| quoted(line.strip_suffix(b"\r").unwrap_or(line))).collect();
    let from_one = if lines.is_empty() { "" } else { "1 => " };
    let code = format!(
        "{}foreach ([{from_one}{}] as $argi => $argn) {{ {body} }}\n{}",
        eval(&pieces.begin).unwrap_or_default(),
        lines.join(", "),
        eval(&pieces.end).unwrap_or_default(),
    );
    script::run_source(&Source::command_line(&code), arguments, settings)
}

/// A string of PHP's.
fn quoted(bytes: &[u8]) -> String {
    let mut out = String::from("\"");
    for &byte in bytes {
        match byte {
            b' '..=b'~' if !matches!(byte, b'"' | b'\\' | b'$') => out.push(char::from(byte)),
            _ => out.push_str(&format!("\\x{byte:02X}")),
        }
    }
    out.push('"');
    out
}
