//! Composer at work without a network: what it does with a project and a library in a local path.

use std::fs;
use std::path::Path;

use super::outcomes::{Outcome, Run};
use super::system::{Engine, System};
use super::timed;

pub const NAME: &str = "composer";

/// What is done in the project, in this order, and what the step is called.
const STEPS: &[(&str, &[&str])] = &[
    ("version", &["--version"]),
    ("validate", &["validate", "--no-check-publish"]),
    ("install", &["install"]),
    ("show", &["show"]),
    ("dump-autoload", &["dump-autoload", "--optimize"]),
    ("validate with a lock", &["validate", "--strict", "--no-check-all"]),
    ("reinstall", &["install", "--no-dev", "--classmap-authoritative"]),
    ("why", &["why", "acme/library"]),
    ("update", &["update", "--dry-run"]),
    ("run-script", &["run-script", "greet"]),
    ("licenses", &["licenses", "--format=json"]),
    ("unknown", &["requir"]),
];

const PROJECT: &str = r#"{
    "name": "acme/project",
    "description": "A project that is made of a library beside it.",
    "license": "MIT",
    "type": "project",
    "repositories": [
        {"packagist.org": false},
        {"type": "path", "url": "../library", "options": {"symlink": false}}
    ],
    "require": {"php": ">=8.1", "acme/library": "*"},
    "autoload": {"psr-4": {"Acme\\Project\\": "src"}},
    "scripts": {"greet": "@php -r 'require \"vendor/autoload.php\"; echo Acme\\Library\\greet(), PHP_EOL;'"}
}
"#;

const LIBRARY: &str = r#"{
    "name": "acme/library",
    "description": "A library.",
    "license": "MIT",
    "version": "1.2.3",
    "autoload": {"psr-4": {"Acme\\Library\\": "src"}, "files": ["greet.php"], "classmap": ["map"]}
}
"#;

/// Does all steps. A step is a test; what it printed belongs to its name, so that other words differ.
pub fn run(system: &System, engine: Engine) -> anyhow::Result<Run> {
    system.empty_temporary()?;
    let folder = system.folder.join("tmp/composer");
    write(&folder.join("project/composer.json"), PROJECT)?;
    write(
        &folder.join("project/src/Main.php"),
        "<?php\nnamespace Acme\\Project;\nclass Main {}\n",
    )?;
    write(&folder.join("library/composer.json"), LIBRARY)?;
    write(
        &folder.join("library/src/Thing.php"),
        "<?php\nnamespace Acme\\Library;\nclass Thing {}\n",
    )?;
    write(
        &folder.join("library/map/all.php"),
        "<?php\nclass Acme_One {}\ninterface Acme_Two {}\n",
    )?;
    let greet = "<?php\nnamespace Acme\\Library;\nfunction greet() { return 'Hello from '.Thing::class; }\n";
    write(&folder.join("library/greet.php"), greet)?;
    // Without a network, neither needs TLS, which only one of them may have.
    write(&folder.join("home/config.json"), r#"{"config": {"disable-tls": true}}"#)?;
    let stand_ins = format!("auto_prepend_file={}", system.folder.join("stand_ins.php").display());
    let mut run = Run { is_whole: true, ..Run::default() };
    for (step, arguments) in STEPS {
        let mut all = vec!["-d", &stand_ins, "/usr/bin/composer", "--no-interaction", "--no-ansi"];
        all.extend(*arguments);
        let mut command = system.command(engine, &folder.join("project"), &all);
        command.env("COMPOSER_ALLOW_SUPERUSER", "1").env("COMPOSER_HOME", folder.join("home"));
        let output = system.folder.join(format!("results/composer.{step}.{}.out", engine.name()));
        run.seconds += timed(command, &output)?;
        let text = fs::read_to_string(&output)?.replace(&system.program_text(engine), "PHP");
        run.tests.insert(format!("{step}: {}", text.escape_debug()), outcome(&text));
    }
    for file in
        ["composer.lock", "vendor/composer/autoload_static.php", "vendor/composer/installed.json"]
    {
        let text = fs::read_to_string(folder.join("project").join(file)).unwrap_or_default();
        let outcome = if text.is_empty() { Outcome::Failed } else { Outcome::Passed };
        run.tests.insert(format!("{file}: {}", text.escape_debug()), outcome);
    }
    Ok(run)
}

fn outcome(text: &str) -> Outcome {
    let is_error =
        ["Fatal error", "Exception", "Warning:", "Segmentation"].iter().any(|it| text.contains(it));
    if is_error { Outcome::Errored } else { Outcome::Passed }
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    Ok(fs::write(path, text)?)
}
