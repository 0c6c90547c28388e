//! Declarations of the extensions, as Reflection tells them in both engines.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::bail;

use crate::engines;

/// The extensions that are compared when none is named, as PHP names them.
pub(super) const EXTENSIONS: [&str; 34] = [
    "Core",
    "standard",
    "SPL",
    "pcre",
    "Reflection",
    "json",
    "date",
    "mbstring",
    "random",
    "hash",
    "ctype",
    "filter",
    "tokenizer",
    "iconv",
    "session",
    "libxml",
    "dom",
    "xml",
    "SimpleXML",
    "xmlreader",
    "xmlwriter",
    "posix",
    "pcntl",
    "readline",
    "zlib",
    "bz2",
    "Phar",
    "fileinfo",
    "calendar",
    "gettext",
    "bcmath",
    "gmp",
    "sodium",
    "Zend OPcache",
];

/// Declarations that cannot be the same: versions of libraries that each engine has of its own, and
/// where it lies.
const EXPECTED: &[&str] = &[
    "constant MB_ONIGURUMA_VERSION",
    "constant PHP_BINARY",
    "constant SODIUM_LIBRARY_MAJOR_VERSION",
    "constant SODIUM_LIBRARY_MINOR_VERSION",
    "constant SODIUM_LIBRARY_VERSION",
];

/// Declarations by name, each with its extension.
pub(super) type Declarations = BTreeMap<String, (String, String)>;

const SCRIPT: &str = "xtask/php/signatures.php";

/// The declarations of PHP's extensions.
pub(super) fn of_php(root: &Path, wanted: &[&str]) -> anyhow::Result<Declarations> {
    let mut php = engines::php_with_extensions();
    php.args(["-d", "zend_extension=opcache"]).arg(root.join(SCRIPT)).args(wanted);
    Ok(declarations(&engines::text(php)?))
}

/// Prints what differs, and for each extension how much of how many.
pub fn compare(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let binary = engines::binary(root)?;
    let script = root.join(SCRIPT);
    let named = words.iter().map(String::as_str);
    let wanted: Vec<&str> = if words.is_empty() { EXTENSIONS.to_vec() } else { named.collect() };
    let theirs = of_php(root, &wanted)?;
    let is_listed = |name: &&String| name.starts_with("function ") || name.starts_with("class ");
    let names: String = theirs.keys().filter(is_listed).map(|name| format!("{name}\n")).collect();
    let mut jive = engines::jive(&binary);
    // What both have must be found also where ours counts it to another extension.
    jive.arg(&script).args(EXTENSIONS);
    let mut ours = declarations(&engines::answer(jive, names)?);
    ours.retain(|name, (extension, _)| {
        theirs.contains_key(name) || wanted.contains(&extension.as_str())
    });
    let mut all = 0;
    for extension in wanted {
        let of = theirs.iter().filter(|(_, (found, _))| found == extension);
        let of: Vec<&String> = of.map(|(name, _)| name).collect();
        let more = ours.iter().filter(|(name, (found, _))| {
            found == extension && !theirs.contains_key(*name) && !has_no_class(name, &theirs)
        });
        let lines = of.iter().copied().chain(more.map(|(name, _)| name));
        let lines: Vec<String> =
            lines.filter_map(|name| difference(name, &theirs, &ours)).collect();
        lines.iter().for_each(|line| println!("{line}"));
        println!("{extension}: {} declarations; {} differ", of.len(), lines.len());
        all += lines.len();
    }
    let expected = EXPECTED.len();
    println!("{} declarations compared; {all} differ, {expected} may", theirs.len());
    if all > 0 {
        bail!("{all} declarations differ");
    }
    Ok(())
}

fn declarations(text: &str) -> Declarations {
    let parts = text.lines().filter_map(|line| {
        let (extension, rest) = line.split_once('\t')?;
        let (name, shown) = rest.split_once('\t')?;
        Some((name.to_owned(), (extension.to_owned(), shown.to_owned())))
    });
    parts.collect()
}

/// Whether the member's class is one that the engine does not have: the class is told, not all that
/// is in it.
fn has_no_class(name: &str, declarations: &Declarations) -> bool {
    let class = name.split_once(' ').and_then(|(_, member)| member.split_once("::"));
    class.is_some_and(|(class, _)| !declarations.contains_key(&format!("class {class}")))
}

fn difference(name: &str, theirs: &Declarations, ours: &Declarations) -> Option<String> {
    let is_expected = EXPECTED.contains(&name);
    match (theirs.get(name), ours.get(name)) {
        _ if is_expected => None,
        (Some(_), None) if has_no_class(name, ours) => None,
        (Some((_, shown)), None) => Some(format!("{name} is missing\n  PHP's: {shown}")),
        (None, Some((_, shown))) => Some(format!("{name} is not PHP's\n  ours: {shown}")),
        (Some((_, theirs)), Some((_, ours))) if theirs != ours => {
            Some(format!("{name}\n  ours:  {ours}\n  PHP's: {theirs}"))
        }
        (Some((theirs, _)), Some((ours, _))) if theirs != ours => {
            Some(format!("{name} is counted to {ours:?}, PHP's to {theirs:?}"))
        }
        _ => None,
    }
}
