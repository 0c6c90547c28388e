//! The scheme `phar://`.

mod end;
mod paths;
mod rename;

use std::rc::Rc;

use ext_file::layer::context::{self, named};
use ext_file::layer::end::End;
use ext_file::layer::guest::{Paths, Scheme};
use ext_file::layer::open::Wanted;
use ext_file::layer::table::{Label, Stream, Streams};
use ext_file::layer::{library, warn_about};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::archive::{ArchiveRef, EntryRef, Kind, Metadata, STUB, bits};
use crate::entry::Manner;
use crate::name::{Making, NoArchive, Which, strip_scheme};
use crate::registry::{Registry, Wish, registry, shown};

use end::EntryEnd;

/// The scheme.
pub const SCHEME: Scheme = Scheme { name: "phar", label: "phar", open, paths: Some(&PATHS) };

static PATHS: Paths = Paths {
    facts: paths::facts,
    names: paths::names,
    unlink: paths::unlink,
    rename: rename::rename,
    mkdir: paths::mkdir,
    rmdir: paths::rmdir,
    meant: crate::intercept::meant,
};

/// The bit that says that a stream is opened for `include`.
const FOR_INCLUDE: i64 = 128;

/// Takes a name apart and opens the archive in it; the path of the archive, and the name in it
/// without a slash before it. The errors are PHP's words, where it has any.
fn parsed(
    registry: &mut Registry,
    (url, mode): (&[u8], &[u8]),
    reports: bool,
) -> Result<(Vec<u8>, Vec<u8>), Vec<String>> {
    if mode.first() == Some(&b'a') {
        return Err(vec!["phar error: open mode append not supported".to_owned()]);
    }
    let is_new = mode.first() == Some(&b'w');
    let making = if is_new { Making::Perhaps } else { Making::No };
    let (path, name) = registry.split(url, Which::Any, making).map_err(|why| {
        let (url, plain) = (shown(url), shown(strip_scheme(url)));
        vec![match why {
            NoArchive::Plain => format!(
                "phar error: no directory in \"{url}\", must have at least phar://{plain}/ for root directory (always use full path to a new phar)"
            ),
            NoArchive::Missing => {
                format!("phar error: invalid url or non-existent phar \"{url}\"")
            }
        }]
    })?;
    if is_new || mode.starts_with(b"r+") {
        let is_data = registry.by_path.get(&path).is_some_and(|known| known.borrow().is_data);
        if registry.is_readonly && !is_data {
            let text = "phar error: write operations disabled by the php.ini setting phar.readonly";
            return Err(vec![text.to_owned()]);
        }
        let wish = Wish { path: &path, alias: b"", is_data: false, reports };
        registry.open_or_create(wish).map_err(|fault| Vec::from_iter(fault))?;
    } else {
        let is_data = !crate::entry::has_word(&path);
        let wish = Wish { path: &path, alias: b"", is_data, reports };
        registry.open(wish).map_err(|fault| Vec::from_iter(fault))?;
    }
    let name = name.strip_prefix(b"/").map(<[u8]>::to_vec).unwrap_or(name);
    Ok((path, name))
}

/// Whether the folders that a script is confined to keep it from the archive in a name.
fn is_confined(call: &mut Call<'_>, url: &[u8]) -> bool {
    let shared = registry(call);
    let path = shared.borrow().split(url, Which::Any, Making::Perhaps);
    let Ok((path, _)) = path else { return false };
    if shared.borrow().aliases.contains_key(&path) {
        return false;
    }
    call.host().confines(&crate::registry::expanded(&path)).is_some()
}

/// What a stream is made of.
struct Opened {
    archive: ArchiveRef,
    entry: EntryRef,
    /// The path by which code of it is known.
    known: Vec<u8>,
}

fn opened(registry: &mut Registry, wanted: &Wanted<'_>) -> Result<Opened, Vec<String>> {
    let (path, name) = parsed(registry, (wanted.path, wanted.mode), false)?;
    let archive = registry.get(&path, b"").map_err(|fault| Vec::from_iter(fault))?;
    let writes = wanted.mode.first() == Some(&b'w') || wanted.mode.starts_with(b"r+");
    let manner = if writes { Manner::of(wanted.mode) } else { Manner::READ };
    let kind = archive.borrow().kind;
    let is_stub = !writes && name.is_empty() && wanted.options & FOR_INCLUDE != 0;
    if is_stub && kind == Kind::Phar {
        let stub = archive.borrow().stub.clone();
        let mut entry = crate::archive::Entry::new(b"", stub, 0);
        entry.is_modified = false;
        entry.handles = 1;
        let known = archive.borrow().path.clone();
        archive.borrow_mut().owners += 1;
        return Ok(Opened { archive, entry: EntryRef::new(entry.into()), known });
    }
    let inside = if is_stub { STUB } else { &name };
    let entry = registry.open_entry(&archive, (&path, inside), manner).map_err(|fault| {
        let (name, path) = (shown(&name), shown(&path));
        vec![fault.unwrap_or_else(|| {
            if writes {
                format!("phar error: file \"{name}\" could not be created in phar \"{path}\"")
            } else {
                format!("phar error: \"{name}\" is not a file in phar \"{path}\"")
            }
        })]
    })?;
    let of = archive.borrow().path.clone();
    let known = match is_stub {
        true => of,
        false => [b"phar://", &of[..], b"/", &entry.borrow().name].concat(),
    };
    Ok(Opened { archive, entry, known })
}

/// Opens a file in an archive.
fn open(call: &mut Call<'_>, wanted: &Wanted<'_>) -> Res<Option<Stream>> {
    let shared = registry(call);
    let is_out = is_confined(call, wanted.path);
    let outcome = if is_out {
        Err(vec!["operation failed".to_owned()])
    } else {
        opened(&mut shared.borrow_mut(), wanted)
    };
    let opened = match outcome {
        Ok(opened) => opened,
        Err(faults) => {
            let why = joined(&faults);
            if wanted.reports {
                warn_about(call, wanted.path, &format!("Failed to open stream: {why}"))?;
            }
            call.state::<Streams>().last_fault = Some(why);
            return Ok(None);
        }
    };
    configure(call, wanted, &opened)?;
    if wanted.options & FOR_INCLUDE != 0 {
        enter(&mut shared.borrow_mut(), &opened);
        call.state::<Streams>().last_opened = Some(opened.known.clone());
    }
    let Opened { archive, entry, .. } = opened;
    let bytes = shared.borrow_mut().bytes(&archive, &entry);
    let bytes = bytes.unwrap_or_default();
    let end = EntryEnd::new(Rc::clone(&shared), (archive, entry), bytes);
    let label = Label {
        wrapper: "phar",
        kind: "phar stream",
        mode: wanted.mode.to_vec(),
        uri: Some(wanted.path.to_vec()),
        extra: None,
    };
    Ok(Some(Stream::new(End::Guest(Box::new(end)), label)))
}

/// Failures behind each other.
fn joined(faults: &[String]) -> String {
    if faults.is_empty() { "operation failed".to_owned() } else { faults.join("\n") }
}

/// Remembers the folder that `./` means to the first file that is included.
fn enter(registry: &mut Registry, opened: &Opened) {
    let name = opened.entry.borrow().name.clone();
    if registry.has_folder || name.is_empty() || name == STUB {
        return;
    }
    registry.has_folder = true;
    registry.folder =
        name.iter().rposition(|byte| *byte == b'/').map(|slash| name[..slash].to_vec());
}

/// Does what the options of a context say of a new file.
fn configure(call: &mut Call<'_>, wanted: &Wanted<'_>, opened: &Opened) -> Res<()> {
    let Some(id) = wanted.context.and_then(context::id_of) else { return Ok(()) };
    if !Manner::of(wanted.mode).writes {
        return Ok(());
    }
    let options = call.state::<Streams>().contexts.get(&id).map(|context| context.options.clone());
    let of = options
        .as_ref()
        .and_then(|options| named(options, "phar"))
        .and_then(Value::as_array)
        .cloned();
    let Some(of) = of else { return Ok(()) };
    if let Some(View::Int(how)) = named(&of, "compress").map(Value::view)
        && how & !i64::from(bits::COMPRESSION) == 0
        && opened.entry.borrow().size == 0
    {
        let mut entry = opened.entry.borrow_mut();
        entry.flags = entry.flags & !bits::COMPRESSION | how as u32;
    }
    if let Some(value) = named(&of, "metadata").cloned() {
        let text = library(call, "serialize", std::slice::from_ref(&value))?;
        let text = text.as_str().map(|text| text.to_vec());
        opened.entry.borrow_mut().metadata =
            Metadata { text, value: Some(value.unboxed().clone()) };
        opened.archive.borrow_mut().is_modified = true;
    }
    Ok(())
}
