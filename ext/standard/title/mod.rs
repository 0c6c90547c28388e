//! What lists of processes show of this one.
//!
//! Linux shows the bytes of the arguments where the process got them. They are written through
//! `/proc/self/mem`, as no reference of the program leads there.

#[rustfmt::skip]
mod r#gen;

use std::fs;
use std::io;
use std::os::unix::fs::FileExt;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// The title that a script set.
#[derive(Default)]
struct Title(Vec<u8>);

/// Where the system keeps the arguments: the first byte, and the one behind the last.
fn place_of_arguments() -> Option<(u64, u64)> {
    const START: usize = 45;
    let facts = fs::read_to_string("/proc/self/stat").ok()?;
    let behind_name = facts.rsplit_once(')')?.1;
    let mut numbers = behind_name.split_ascii_whitespace().skip(START);
    let start = numbers.next()?.parse().ok()?;
    let end = numbers.next()?.parse().ok()?;
    (start < end).then_some((start, end))
}

/// Writes as much of the title as there is room for, with a NUL behind it.
fn show(title: &[u8]) -> io::Result<()> {
    let Some((start, end)) = place_of_arguments() else { return Ok(()) };
    let room = usize::try_from(end - start).unwrap_or(0);
    let mut bytes = title[..title.len().min(room.saturating_sub(1))].to_vec();
    bytes.resize(room, 0);
    let memory = fs::OpenOptions::new().write(true).open("/proc/self/mem")?;
    memory.write_all_at(&bytes, start)
}

fn cli_set_process_title(call: &mut Call<'_>, title: &Str) -> Res<bool> {
    let title = title.to_vec();
    if let Err(error) = show(&title) {
        call.warn(format!("cli_set_process_title had an error: {error}"))?;
        return Ok(false);
    }
    call.state::<Title>().0 = title;
    Ok(true)
}

fn cli_get_process_title(call: &mut Call<'_>) -> Res<Option<Str>> {
    let title = call.state::<Title>().0.clone();
    call.str(&title).map(Some)
}
