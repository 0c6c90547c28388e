//! A suite of PHPUnit under one engine, and what its tree needs for that.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::outcomes::Run;
use super::suites::{Package, Suite};
use super::system::{Engine, System};
use super::timed;

/// Gives a tree its `vendor/autoload.php`.
pub fn prepare(system: &System, package: &Package) -> anyhow::Result<()> {
    let tree = system.tree(package.name);
    let mut text = format!("<?php\n(require {:?})(\n[\n", system.folder.join("autoload.php"));
    for (prefix, folder) in package.prefixes {
        writeln!(text, "['{}', '{}'],", prefix.replace('\\', "\\\\"), tree.join(folder).display())?;
    }
    text.push_str("],\n[\n");
    for folder in package.class_maps {
        let mut files = Vec::new();
        php_files(&tree.join(folder), &mut files)?;
        for file in files {
            for class in classes_of(&fs::read_to_string(&file).unwrap_or_default()) {
                writeln!(text, "'{}' => '{}',", class.replace('\\', "\\\\"), file.display())?;
            }
        }
    }
    text.push_str("],\n[\n");
    for file in package.files {
        writeln!(text, "'{}',", tree.join(file).display())?;
    }
    text.push_str("]);\n");
    fs::create_dir_all(tree.join("vendor"))?;
    fs::write(tree.join("vendor/autoload.php"), text)?;
    Ok(())
}

/// All PHP files in a folder and the folders in it, in order.
fn php_files(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<_> = entries?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            php_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "php") {
            files.push(path);
        }
    }
    Ok(())
}

/// The full names, in small letters, of the classes that a file declares at the start of lines.
fn classes_of(source: &str) -> Vec<String> {
    let mut classes = Vec::new();
    let mut namespace = String::new();
    for line in source.lines() {
        if let Some(name) = line.strip_prefix("namespace ") {
            namespace = name.trim_end_matches([';', ' ', '{']).to_owned() + "\\";
        }
        let is_modifier = |word: &&str| matches!(*word, "abstract" | "final" | "readonly");
        let mut words = line.split_whitespace().skip_while(is_modifier);
        if matches!(words.next(), Some("class" | "interface" | "trait" | "enum"))
            && !line.starts_with(' ')
        {
            let name = words.next().unwrap_or_default().trim_end_matches([':', '{']);
            classes.push(format!("{namespace}{name}").to_lowercase());
        }
    }
    classes
}

/// The folder of the tests, or all files of it but those that cannot be loaded.
fn paths_of(system: &System, package: &Package, suite: &Suite) -> anyhow::Result<Vec<String>> {
    let is_missing = |extension: &str| !system.extensions.iter().any(|name| name == extension);
    let mut without =
        suite.without.iter().filter(|(_, extension)| is_missing(extension)).peekable();
    if without.peek().is_none() {
        return Ok(vec![suite.tests.to_owned()]);
    }
    let without: Vec<String> = without.map(|(file, _)| format!("{}/{file}", suite.tests)).collect();
    let tree = system.tree(package.name);
    let mut files = Vec::new();
    php_files(&tree.join(suite.tests), &mut files)?;
    let below = files.iter().filter_map(|file| file.strip_prefix(&tree).ok()?.to_str());
    let tests =
        below.filter(|file| file.ends_with("Test.php") && !without.iter().any(|it| it == file));
    Ok(tests.map(str::to_owned).collect())
}

/// What PHPUnit is started by: its own front script, or ours while extensions are missing that only
/// configuration files and reports in XML need.
pub fn starter(system: &System) -> PathBuf {
    let needs = ["dom", "json", "libxml", "mbstring", "tokenizer", "xml", "xmlwriter"];
    let has = |need: &&str| system.extensions.iter().any(|name| name == need);
    match needs.iter().all(has) {
        true => "/usr/bin/phpunit".into(),
        false => system.folder.join("phpunit.php"),
    }
}

/// Runs a suite. What it prints and its log of events are left in the folder `results`.
pub fn run(
    system: &System,
    engine: Engine,
    (package, suite): (&Package, &Suite),
) -> anyhow::Result<Run> {
    system.empty_temporary()?;
    let results = system.folder.join("results");
    let log = results.join(format!("{}.{}.events", suite.name, engine.name()));
    let output = results.join(format!("{}.{}.out", suite.name, engine.name()));
    fs::remove_file(&log).or_else(|_| fs::write(&log, ""))?;
    let script = starter(system);
    let texts = [script.to_str(), log.to_str()].map(|text| text.context("a path that is no text"));
    let [script, log_text] = texts;
    let mut arguments = vec![script?, "--no-configuration", "--do-not-cache-result"];
    arguments.extend(["--bootstrap", package.bootstrap, "--log-events-text", log_text?]);
    arguments.extend(["--display-warnings", "--order-by=default"]);
    arguments.extend(package.arguments.iter().chain(suite.arguments));
    let paths = paths_of(system, package, suite)?;
    arguments.extend(paths.iter().map(String::as_str));
    let command = system.command(engine, &system.tree(package.name), &arguments);
    let seconds = timed(command, &output)?;
    Run::read(&log, seconds)
}
