//! Options that tell something instead of running a script.

use std::process::ExitCode;

use engine::dump;
use engine::settings::Settings;
use engine::source::Source;

use super::request::Request;
use crate::output::print;
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
        echo "\n[Zend Modules]\n";
        foreach (get_loaded_extensions(true) as $name) { echo $name, "\n"; }
        echo "\n";
    "#;
    run_code(code, "", settings)
}

/// `-i`: what `phpinfo` shows.
pub fn information(settings: &Settings) -> ExitCode {
    let code = r#"
        phpinfo(INFO_ALL & ~INFO_CREDITS);
    "#;
    script::run_source(&Source::command_line(code), &[], settings)
}

/// `--ini`: which files settings come from.
pub fn ini_files(request: &Request) -> ExitCode {
    let files = &request.settings.files;
    let lines = [
        ("Configuration File (php.ini) Path:", None),
        ("Loaded Configuration File:        ", files.loaded.as_ref()),
        ("Scan for additional .ini files in:", request.ini_folders.as_ref()),
        ("Additional .ini files parsed:     ", files.scanned.as_ref()),
    ];
    for (what, value) in lines {
        let value = value.map_or("(none)", String::as_str);
        print(format!("{what} {value}\n").as_bytes());
    }
    ExitCode::SUCCESS
}

/// `-w`: the source without comments, and with single spaces.
pub fn strip(source: &Source, settings: &Settings) -> ExitCode {
    print(&dump::stripped(source, settings.parse_options()))
}

/// `-s`: the source in colours.
pub fn highlight(source: &Source, settings: &Settings) -> ExitCode {
    print(&dump::highlighted(source, settings))
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
            r#"strpos($what, "::") ? ReflectionMethod::createFromMethodName($what) : new ReflectionFunction($what)"#
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
        if (extension_loaded($name)) { phpinfo_extension_($name); exit(0); }
        if ($name === "main") { phpinfo_settings_("core"); exit(0); }
        echo "Extension '$name' not present.\n";
        exit(1);
    "#;
    run_code(code, subject, settings)
}
