//! Linking classes, against what PHP 8.4 says of the same source.
//!
//! A test is a unit in text form, with the PHP source in the comment at its top, and beside it
//! what `php -n` printed for that. Its classes are linked in order. When a test fails and there is
//! a PHP (`JIVE_PHP`, default `php84`), the test shows what it says today.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use hhbc::imm::ClassId as DeclId;
use hhbc::unit::Unit;
use runtime::class::{Class, LinkError, Loader, Remark, link};
use runtime::object::ClassId;
use runtime::raise::Res;

/// Classes of one request, by lower-case name.
#[derive(Default)]
pub struct Classes {
    by_name: HashMap<Vec<u8>, ClassId>,
    said: String,
}

impl Loader for Classes {
    fn class(&mut self, name: &[u8], _: bool) -> Res<Option<ClassId>> {
        Ok(self.by_name.get(&name.to_ascii_lowercase()).copied())
    }

    fn bind(&mut self, class: &'static Class) -> Res<()> {
        self.by_name.insert(class.name.as_bytes().to_ascii_lowercase(), class.id);
        Ok(())
    }

    fn remark(&mut self, remark: Remark) -> Res<()> {
        let level = if remark.is_deprecation { "Deprecated" } else { "Warning" };
        self.said.push_str(&format!("{level}: {} on line {}\n", remark.text, remark.line));
        Ok(())
    }
}

/// A unit that lives as long as the process.
pub fn unit(text: &str) -> &'static Unit {
    let unit = hhbc::asm::assemble(text).unwrap_or_else(|error| panic!("{error:?}"));
    Box::leak(Box::new(unit))
}

impl Classes {
    /// The engine's interfaces.
    pub fn with_prelude() -> Self {
        let mut classes = Self::default();
        let prelude = unit(&std::fs::read_to_string(folder().join("prelude.hhas")).unwrap());
        classes.link_all(prelude);
        assert_eq!(classes.said, "");
        classes
    }

    /// Links all classes of a unit; false when one fails.
    pub fn link_all(&mut self, unit: &'static Unit) -> bool {
        for at in 0..unit.classes.len() {
            let text = match link(self, unit, DeclId(at as u32)) {
                Ok(_) => continue,
                Err(LinkError::Fatal { text, line }) => {
                    format!("Fatal error: {text} on line {line}")
                }
                Err(LinkError::Error { text }) => format!("Error: {text}"),
                Err(LinkError::Halted(halt)) => format!("{halt:?}"),
            };
            self.said.push_str(&text);
            self.said.push('\n');
            return false;
        }
        true
    }

    /// A class by its name.
    pub fn get(&self, name: &str) -> &'static Class {
        self.by_name[name.to_ascii_lowercase().as_bytes()].class()
    }
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("test_data")
}

fn outcome(text: &str) -> String {
    let mut classes = Classes::with_prelude();
    if classes.link_all(unit(text)) {
        classes.said.push_str("linked\n");
    }
    classes.said
}

fn php_says(text: &str) -> String {
    let source: Vec<&str> = text.lines().map_while(|line| line.strip_prefix('#')).collect();
    let source: String =
        source.iter().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
    let binary = std::env::var("JIVE_PHP").unwrap_or_else(|_| "php84".to_owned());
    let source = source.trim_start_matches("<?php\n");
    let asked = std::process::Command::new(binary).args(["-n", "-r", source]).output();
    asked.map_or(String::new(), |asked| String::from_utf8_lossy(&asked.stdout).into_owned())
}

#[test]
fn classes_are_linked_or_refused_as_in_php() {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder().join("link"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == "hhas"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    let mut wrong = String::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let expected = std::fs::read_to_string(path.with_extension("expect")).unwrap();
        let ours = outcome(&text);
        if ours != expected {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let today = php_says(&text);
            wrong.push_str(&format!(
                "{name}\n  expected {expected}  ours     {ours}  today    {}\n",
                today.trim().replace('\n', " ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Loads classes of one unit when they are asked for.
struct Autoloader {
    unit: &'static Unit,
    classes: Classes,
}

impl Loader for Autoloader {
    fn class(&mut self, name: &[u8], autoload: bool) -> Res<Option<ClassId>> {
        if let Some(id) = self.classes.class(name, false)? {
            return Ok(Some(id));
        }
        let unit = self.unit;
        let declared = unit.classes.iter_ids();
        let mut named = declared.filter(|(_, class)| unit.str(class.name) == name);
        match named.next() {
            Some((decl, _)) if autoload => {
                let linked = link(self, unit, decl);
                Ok(linked.ok().map(|class| class.id))
            }
            _ => Ok(None),
        }
    }

    fn bind(&mut self, class: &'static Class) -> Res<()> {
        self.classes.bind(class)
    }

    fn remark(&mut self, remark: Remark) -> Res<()> {
        self.classes.remark(remark)
    }
}

#[test]
fn a_rule_waits_for_the_classes_it_needs() {
    let unit = unit(&std::fs::read_to_string(folder().join("autoload.hhas")).unwrap());
    let requests = [(), ()].map(|()| {
        let mut loader = Autoloader { unit, classes: Classes::default() };
        let class = link(&mut loader, unit, DeclId(1)).expect("Y is an X");
        assert!(loader.classes.get("Y").is_a(loader.classes.get("X").id));
        class.id
    });
    assert_eq!(requests[0], requests[1]);
}

/// Two requests that link the same record at the same time have the same class.
#[test]
fn linked_by_two_threads_at_once() {
    const CLASSES: usize = 200;
    let records: String =
        (0..CLASSES).map(|at| format!(".class [hoisted] Raced{at} {{ }}\n")).collect();
    let unit = unit(&format!(".filepath \"raced.php\";\n.main {{ Int 1 RetC }}\n{records}"));
    let start = std::sync::Barrier::new(2);
    let linked = || {
        let mut classes = Classes::default();
        (0..CLASSES as u32)
            .map(|at| {
                start.wait();
                link(&mut classes, unit, DeclId(at)).expect("a class").id
            })
            .collect::<Vec<_>>()
    };
    let (one, other) = std::thread::scope(|scope| {
        let other = scope.spawn(linked);
        (linked(), other.join().expect("no panic"))
    });
    assert_eq!(one, other);
}
