//! Which tests there are.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::phpt::Phpt;
use crate::process::{Capture, Ending, Input, Task, run};
use crate::subject::Subject;

/// A test to run: a file, perhaps on behalf of another that redirects to it.
#[derive(Clone, Debug)]
pub struct Case {
    /// As the ledger and the baseline name it.
    pub name: String,
    /// From the root of the source.
    pub file: PathBuf,
    pub redirect: Option<Redirect>,
}

/// What a test that redirects gives to those it names.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// The folder that the programs run in, from the root of the source.
    pub folder: PathBuf,
    pub environment: Vec<(String, String)>,
    pub extensions: Vec<String>,
}

/// All tests below `paths`, or below the whole source, in order of their names.
pub fn find(source: &Path, paths: &[String]) -> anyhow::Result<Vec<Case>> {
    let mut files = Vec::new();
    match paths {
        [] => ["Zend", "ext", "sapi", "tests"]
            .iter()
            .try_for_each(|top| collect(source, Path::new(top), &mut files))?,
        paths => paths.iter().try_for_each(|path| collect(source, Path::new(path), &mut files))?,
    }
    files.sort();
    files.dedup();
    let case = |file: PathBuf| Case { name: name(&file), file, redirect: None };
    Ok(files.into_iter().map(case).collect())
}

fn name(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}

fn collect(source: &Path, path: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let full = source.join(path);
    let kind = std::fs::metadata(&full).with_context(|| full.display().to_string())?;
    if kind.is_dir() {
        for entry in std::fs::read_dir(&full)? {
            let entry = entry?;
            let is_test = entry.path().extension().is_some_and(|extension| extension == "phpt");
            if is_test || entry.file_type()?.is_dir() {
                collect(source, &path.join(entry.file_name()), files)?;
            }
        }
    } else if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
        files.push(path.to_owned());
    }
    Ok(())
}

/// Prints what a REDIRECTTEST section returns, a line each: the folder, then `NAME=value`.
const REDIRECT_PROGRAM: &str = r#"
$r = (function () { #SECTION# })();
echo $r["TESTS"], "\n";
foreach ($r["ENV"] ?? [] as $name => $value) { echo $name, "=", $value, "\n"; }
"#;

/// The tests that `case` redirects to; none when the subject cannot tell.
pub fn redirected(
    source: &Path,
    case: &Case,
    test: &Phpt,
    subject: &Subject,
) -> anyhow::Result<Vec<Case>> {
    let program = REDIRECT_PROGRAM.replace("#SECTION#", &test.text("REDIRECTTEST"));
    let program = program.replace("__DIR__", "$_SERVER['SOURCE']");
    let quoted = program.replace('\'', "'\\''");
    let environment = [
        ("PATH".to_owned(), std::env::var("PATH").unwrap_or_default()),
        ("SOURCE".to_owned(), source.to_string_lossy().into_owned()),
    ];
    let (text, ending) = run(Task {
        command: format!("{}{} -n -r '{quoted}'", subject.prefix, subject.php),
        folder: source,
        environment: &environment,
        input: Input::Nothing,
        output: Capture::Output,
        timeout: std::time::Duration::from_secs(10),
    })?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let mut lines = text.lines();
    let folder = lines.next().and_then(|line| Path::new(line).strip_prefix(source).ok());
    let (Some(folder), Ending::Exit(0)) = (folder, ending) else { return Ok(Vec::new()) };
    let pairs = lines.filter_map(|line| line.split_once('='));
    let redirect = Redirect {
        folder: case.file.parent().unwrap_or(Path::new("")).to_owned(),
        environment: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        extensions: test.text("EXTENSIONS").split_whitespace().map(str::to_owned).collect(),
    };
    let mut files = Vec::new();
    collect(source, folder, &mut files)?;
    files.sort();
    let to_case = |file: PathBuf| Case {
        name: format!("# {}: {}", case.name, name(&file)),
        file,
        redirect: Some(redirect.clone()),
    };
    Ok(files.into_iter().map(to_case).collect())
}
