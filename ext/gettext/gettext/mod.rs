//! Messages and domains.

mod catalogue;
#[rustfmt::skip]
mod r#gen;
mod plural;

pub use r#gen::{CONSTANTS, NATIVES};

use std::collections::HashMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use catalogue::Catalogue;
use ext_file::layer::library;
use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

/// The names of categories, by their numbers.
const CATEGORIES: [&str; 6] =
    ["LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"];
const MESSAGES: i64 = 5;
const ALL: i64 = 6;

const DEFAULT_FOLDER: &[u8] = b"/usr/share/locale";
const LONGEST_DOMAIN: usize = 1024;
const LONGEST_MESSAGE: usize = 4096;

/// What the request said of its messages.
#[derive(Default)]
struct Domains {
    current: Option<Vec<u8>>,
    folders: HashMap<Vec<u8>, Vec<u8>>,
    codesets: HashMap<Vec<u8>, Vec<u8>>,
    /// Catalogues that were looked for.
    known: HashMap<PathBuf, Option<Rc<Catalogue>>>,
}

fn check_domain(call: &mut Call<'_>, position: usize, domain: &[u8]) -> Res<()> {
    if domain.len() > LONGEST_DOMAIN {
        return Err(call.value_error(position, "is too long"));
    }
    if domain.is_empty() {
        return Err(call.value_error(position, "must not be empty"));
    }
    Ok(())
}

fn check_message(call: &mut Call<'_>, position: usize, message: &[u8]) -> Res<()> {
    if message.len() > LONGEST_MESSAGE {
        return Err(call.value_error(position, "is too long"));
    }
    Ok(())
}

fn check_category(call: &mut Call<'_>, position: usize, category: i64) -> Res<()> {
    if category == ALL {
        return Err(call.value_error(position, "cannot be LC_ALL"));
    }
    Ok(())
}

/// The locale of a category; none for that of the C language.
fn locale(call: &mut Call<'_>, category: i64) -> Res<Option<Vec<u8>>> {
    let zero = call.str(b"0")?;
    let found = library(call, "setlocale", &[Value::int(category), zero.into()])?;
    let name = found.as_str().map(|name| name.to_vec()).unwrap_or_default();
    let is_plain = name.is_empty() || name == b"C" || name == b"POSIX" || name.starts_with(b"C.");
    Ok((!is_plain).then_some(name))
}

/// The names of folders for a locale, the closest first.
fn folders(locale: &[u8]) -> Vec<Vec<u8>> {
    let cut = |name: &[u8], mark: u8| {
        name.iter().position(|byte| *byte == mark).map(|at| name[..at].to_vec())
    };
    let mut names = vec![locale.to_vec()];
    if let Some(without) = cut(locale, b'.') {
        let set = &locale[without.len() + 1..];
        let plain: Vec<u8> = set
            .iter()
            .filter(|byte| byte.is_ascii_alphanumeric())
            .map(u8::to_ascii_lowercase)
            .collect();
        names.push([without.as_slice(), b".", &plain].concat());
        names.push(without);
    }
    if let Some(language) = cut(locale, b'_') {
        names.push(language);
    }
    names
}

/// The catalogue in a file, if there is one.
fn catalogue(call: &mut Call<'_>, path: &Path) -> Option<Rc<Catalogue>> {
    if let Some(known) = call.state::<Domains>().known.get(path) {
        return known.clone();
    }
    let read = std::fs::read(path).ok().and_then(Catalogue::read).map(Rc::new);
    call.state::<Domains>().known.insert(path.to_owned(), read.clone());
    read
}

/// The catalogue of a domain for the locale of a category.
fn find(call: &mut Call<'_>, domain: &[u8], category: i64) -> Res<Option<Rc<Catalogue>>> {
    let Some(locale) = locale(call, category)? else { return Ok(None) };
    let Some(name) = usize::try_from(category).ok().and_then(|at| CATEGORIES.get(at)) else {
        return Ok(None);
    };
    let folder = call.state::<Domains>().folders.get(domain).cloned();
    let folder = folder.unwrap_or_else(|| DEFAULT_FOLDER.to_vec());
    for language in folders(&locale) {
        let file = [domain, b".mo"].concat();
        let path = Path::new(OsStr::from_bytes(&folder))
            .join(OsStr::from_bytes(&language))
            .join(name)
            .join(OsStr::from_bytes(&file));
        if let Some(found) = catalogue(call, &path) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn current(call: &mut Call<'_>) -> Vec<u8> {
    call.state::<Domains>().current.clone().unwrap_or_else(|| b"messages".to_vec())
}

/// A message; as it is given where there is no other.
fn message(call: &mut Call<'_>, domain: &[u8], message: &Str, category: i64) -> Res<Str> {
    let found = find(call, domain, category)?;
    match found.as_ref().and_then(|catalogue| catalogue.message(message)) {
        Some(text) => call.str(text),
        None => Ok(message.clone()),
    }
}

/// A message for a number of things.
fn counted(
    call: &mut Call<'_>,
    (domain, category): (&[u8], i64),
    (singular, plural): (&Str, &Str),
    count: i64,
) -> Res<Str> {
    let found = find(call, domain, category)?;
    let text = found.as_ref().and_then(|catalogue| catalogue.counted(singular, count as u64));
    match text {
        Some(text) => call.str(text),
        None if count == 1 => Ok(singular.clone()),
        None => Ok(plural.clone()),
    }
}

fn textdomain(call: &mut Call<'_>, domain: Option<&Str>) -> Res<Str> {
    if let Some(domain) = domain {
        check_domain(call, 1, domain)?;
        if domain.as_bytes() == b"0" {
            return Err(call.value_error(1, "cannot be zero"));
        }
        call.state::<Domains>().current = Some(domain.to_vec());
    }
    let current = current(call);
    call.str(&current)
}

fn gettext(call: &mut Call<'_>, text: &Str) -> Res<Str> {
    check_message(call, 1, text)?;
    let domain = current(call);
    message(call, &domain, text, MESSAGES)
}

fn dgettext(call: &mut Call<'_>, domain: &Str, text: &Str) -> Res<Str> {
    check_domain(call, 1, domain)?;
    check_message(call, 2, text)?;
    message(call, domain, text, MESSAGES)
}

fn dcgettext(call: &mut Call<'_>, domain: &Str, text: &Str, category: i64) -> Res<Str> {
    check_domain(call, 1, domain)?;
    check_message(call, 2, text)?;
    check_category(call, 3, category)?;
    message(call, domain, text, category)
}

fn bindtextdomain(call: &mut Call<'_>, domain: &Str, directory: Option<&Str>) -> Res<OrFalse<Str>> {
    for (position, text) in [(1, Some(domain)), (2, directory)] {
        if text.is_some_and(|text| text.contains(&0)) {
            return Err(call.value_error(position, "must not contain any null bytes"));
        }
    }
    check_domain(call, 1, domain)?;
    let Some(directory) = directory else {
        let known = call.state::<Domains>().folders.get(domain.as_bytes()).cloned();
        let known = known.unwrap_or_else(|| DEFAULT_FOLDER.to_vec());
        return call.str(&known).map(Some).map(OrFalse);
    };
    let path = if matches!(directory.as_bytes(), b"" | b"0") {
        std::env::current_dir()
    } else {
        std::fs::canonicalize(OsStr::from_bytes(directory))
    };
    let Ok(path) = path else { return Ok(OrFalse(None)) };
    let path = path.as_os_str().as_bytes().to_vec();
    call.state::<Domains>().folders.insert(domain.to_vec(), path.clone());
    call.str(&path).map(Some).map(OrFalse)
}

fn ngettext(call: &mut Call<'_>, singular: &Str, plural: &Str, count: i64) -> Res<Str> {
    check_message(call, 1, singular)?;
    check_message(call, 2, plural)?;
    let domain = current(call);
    counted(call, (&domain, MESSAGES), (singular, plural), count)
}

fn dngettext(
    call: &mut Call<'_>,
    domain: &Str,
    singular: &Str,
    plural: &Str,
    count: i64,
) -> Res<Str> {
    check_domain(call, 1, domain)?;
    check_message(call, 2, singular)?;
    check_message(call, 3, plural)?;
    counted(call, (domain, MESSAGES), (singular, plural), count)
}

fn dcngettext(
    call: &mut Call<'_>,
    domain: &Str,
    singular: &Str,
    plural: &Str,
    count: i64,
    category: i64,
) -> Res<Str> {
    check_domain(call, 1, domain)?;
    check_message(call, 2, singular)?;
    check_message(call, 3, plural)?;
    check_category(call, 5, category)?;
    counted(call, (domain, category), (singular, plural), count)
}

fn bind_textdomain_codeset(
    call: &mut Call<'_>,
    domain: &Str,
    codeset: Option<&Str>,
) -> Res<OrFalse<Str>> {
    check_domain(call, 1, domain)?;
    let codesets = &mut call.state::<Domains>().codesets;
    if let Some(codeset) = codeset {
        codesets.insert(domain.to_vec(), codeset.to_vec());
    }
    let known = codesets.get(domain.as_bytes()).cloned();
    known.map(|known| call.str(&known)).transpose().map(OrFalse)
}
