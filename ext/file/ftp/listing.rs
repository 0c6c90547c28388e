//! What there is on a server.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::control::{Control, connect, timeout};
use super::is_done;
use crate::http::notify::{self, event};
use crate::http::{Connection, Url};
use crate::layer::{shown, warn_about};
use crate::path::facts::Facts;

/// The number that a text begins with; 0 for none.
pub fn number(text: &[u8]) -> i64 {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |number: i64, digit| {
        number.saturating_mul(10).saturating_add(i64::from(digit - b'0'))
    })
}

/// The path of a name, which is the root where it has none.
fn path_of(url: &Url) -> &[u8] {
    if url.path.is_empty() { b"/" } else { &url.path }
}

/// The names in a directory; `None` after the warning of why not.
pub fn names(call: &mut Call<'_>, path: &[u8], context: &Value) -> Res<Option<Vec<Vec<u8>>>> {
    let mut fault = None;
    let control = match Url::parse(call, path)?.filter(|url| !url.path.is_empty()) {
        Some(url) => connect(call, &url, Some(context), &mut fault)?.map(|control| (control, url)),
        None => None,
    };
    if let Some((mut control, url)) = control {
        match list(call, &mut control, &url) {
            Ok(names) => return Ok(Some(names)),
            Err(status) => {
                let line = std::mem::take(&mut control.line);
                notify::failure(call, Some(context), event::FAILURE, (&line, status))?;
                let said = format!("FTP server reports {}", shown(&line));
                fault = (!line.is_empty()).then_some(said);
            }
        }
    }
    let fault = fault.unwrap_or_else(|| "operation failed".to_owned());
    warn_about(call, path, &format!("Failed to open directory: {fault}"))?;
    Ok(None)
}

fn list(call: &mut Call<'_>, control: &mut Control, url: &Url) -> Result<Vec<Vec<u8>>, i64> {
    let status = control.ask("TYPE", b"A");
    if !is_done(status) {
        return Err(status);
    }
    let place = control.passive();
    control.line.clear();
    let place = place.ok_or(status)?;
    call.host().flush();
    let timeout = timeout(call);
    let mut data = Connection::open(&place.of(url), timeout).map_err(|_| status)?;
    let status = control.ask("NLST", path_of(url));
    if !matches!(status, 125 | 150) {
        return Err(status);
    }
    let mut names = Vec::new();
    while let Some(line) = data.line() {
        let name = crate::path::base_name(&line);
        // PHP: a line is taken to end in two bytes, whatever they are.
        let name = &name[..name.len().saturating_sub(2)];
        names.push(name.trim_ascii_end().to_vec());
    }
    Ok(names)
}

/// What is known of a file or a directory.
pub fn facts(call: &mut Call<'_>, path: &[u8]) -> Res<Option<Facts>> {
    const BLOCK_BYTES: i64 = 4096;
    let Some(url) = Url::parse(call, path)?.filter(|url| !url.path.is_empty()) else {
        return Ok(None);
    };
    let Some(mut control) = connect(call, &url, None, &mut None)? else { return Ok(None) };
    let is_directory = is_done(control.ask("CWD", path_of(&url)));
    if !is_done(control.ask("TYPE", b"I")) {
        return Ok(None);
    }
    let is_measured = is_done(control.ask("SIZE", path_of(&url)));
    if !is_measured && !is_directory {
        return Ok(None);
    }
    let size = if is_measured { number(control.line.get(4..).unwrap_or_default()) } else { 0 };
    let is_dated = control.ask("MDTM", path_of(&url)) == 213;
    let changed = is_dated.then(|| moment(&control.line[3..])).flatten().unwrap_or(-1);
    let mode = if is_directory { 0o040_755 } else { 0o100_644 };
    let blocks = size.saturating_add(BLOCK_BYTES - 1) / BLOCK_BYTES;
    Ok(Some(Facts([0, 0, mode, 1, 0, 0, -1, size, -1, changed, -1, BLOCK_BYTES, blocks])))
}

/// The seconds that `20240229123456` means.
fn moment(line: &[u8]) -> Option<i64> {
    let start = line.iter().position(u8::is_ascii_digit)?;
    let digits = line.get(start..start + 14).filter(|all| all.iter().all(u8::is_ascii_digit))?;
    let part = |from: usize, to: usize| number(&digits[from..to]);
    let (month, day) = (part(4, 6), part(6, 8));
    let year = part(0, 4) - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468;
    Some(days * 86_400 + part(8, 10) * 3600 + part(10, 12) * 60 + part(12, 14))
}
