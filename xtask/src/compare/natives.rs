//! Builtins: the tables of calls and the signatures, as PHP answers them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::oracle::Oracle;

const SETTINGS: &[&str] = &[
    "extension=bcmath",
    "extension=bz2",
    "extension=calendar",
    "extension=ctype",
    "extension=dom",
    "extension=gettext",
    "extension=gmp",
    "extension=iconv",
    "extension=mbstring",
    "extension=posix",
    "extension=readline",
    "extension=simplexml",
    "extension=xml",
    "extension=xmlreader",
    "extension=xmlwriter",
    "date.timezone=UTC",
    "serialize_precision=-1",
];

/// Compares the committed expectations with what PHP answers now.
pub fn compare(root: &Path) -> anyhow::Result<()> {
    let mut differing = 0;
    let mut calls = 0;
    for (path, text) in expectations(root)? {
        calls += text.lines().filter(|line| !line.starts_with("    ")).count();
        if fs::read_to_string(&path).unwrap_or_default() != text {
            println!("{} differs from PHP", path.display());
            differing += 1;
        }
    }
    println!("{calls} calls and signatures answered; {differing} files differ");
    if differing > 0 {
        bail!("run ./x compare bless natives and read the difference");
    }
    Ok(())
}

/// Writes what PHP answers as what the tests expect.
pub fn bless(root: &Path) -> anyhow::Result<()> {
    for (path, text) in expectations(root)? {
        fs::write(path, text)?;
    }
    Ok(())
}

fn expectations(root: &Path) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    for path in tables(root) {
        let text = fs::read_to_string(&path)?;
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let answers = ask(root, lines.iter().map(|line| line.as_bytes().to_vec()).collect())?;
        let both = lines.iter().zip(&answers);
        let text = both.map(|(line, answer)| format!("{line}\n    {answer}\n")).collect();
        files.push((path.with_extension("expect"), text));
    }
    let extensions = folders(&root.join("ext"));
    for extension in extensions.into_iter().filter(|folder| folder.join("tests").is_dir()) {
        let mut names = Vec::new();
        for stub in stubs(&extension) {
            let text = fs::read_to_string(stub)?;
            let functions = text.lines().filter_map(|line| line.strip_prefix("function "));
            let functions = functions.filter_map(|line| line.split('(').next());
            // Such names are for the engine's library: PHP has no such functions.
            let functions = functions.filter(|name| !name.ends_with('_'));
            names.extend(functions.map(|name| format!("? {name}").into_bytes()));
        }
        let signatures = ask(root, names)?.join("\n") + "\n";
        files.push((extension.join("tests/signatures.expect"), signatures));
    }
    Ok(files)
}

fn ask(root: &Path, frames: Vec<Vec<u8>>) -> anyhow::Result<Vec<String>> {
    let count = frames.len();
    let mut oracle = Oracle::start(root, "natives.php", (SETTINGS, &[]), frames)?;
    let mut answers = Vec::with_capacity(count);
    for _ in 0..count {
        answers.push(String::from_utf8_lossy(&oracle.frame()?).into_owned());
    }
    oracle.finish()?;
    Ok(answers)
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn tables(root: &Path) -> Vec<PathBuf> {
    let topics = folders(&root.join("ext")).into_iter().flat_map(|extension| folders(&extension));
    let folders = topics.map(|topic| topic.join("tests"));
    let files = folders.flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let is_table = |path: &PathBuf| path.extension().is_some_and(|found| found == "calls");
    let mut tables: Vec<PathBuf> = files.map(|entry| entry.path()).filter(is_table).collect();
    tables.sort();
    tables
}

fn stubs(extension: &Path) -> Vec<PathBuf> {
    let stub = |topic: PathBuf| topic.join(topic.file_name().unwrap_or_default());
    let stubs = folders(extension).into_iter().map(|topic| stub(topic).with_extension("php"));
    stubs.filter(|path| path.exists()).collect()
}
