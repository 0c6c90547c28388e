//! Reading a line: with an editor at a terminal, else as it is.

use std::cell::RefCell;
use std::io::{IsTerminal, stdin};

use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};
use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Config, Context, Editor, Helper};

use super::Typed;

/// Whether somebody types.
pub fn is_terminal() -> bool {
    stdin().is_terminal()
}

/// The next byte of standard input, which nobody reads ahead.
pub fn byte() -> Option<u8> {
    let mut byte = [0];
    loop {
        match rustix::io::read(stdin(), &mut byte) {
            Ok(1) => return Some(byte[0]),
            Err(rustix::io::Errno::INTR) => {}
            _ => return None,
        }
    }
}

/// The next line, without its end; none at the end of all.
pub fn read(call: &mut Call<'_>, prompt: &[u8]) -> Res<Option<Vec<u8>>> {
    if is_terminal() {
        return edited(call, prompt);
    }
    let mut line = Vec::new();
    loop {
        match byte() {
            Some(b'\n') => return Ok(Some(line)),
            Some(byte) => line.push(byte),
            None => return Ok((!line.is_empty()).then_some(line)),
        }
    }
}

/// Asks the script how words go on.
struct Asking<'c, 'h> {
    call: RefCell<&'c mut Call<'h>>,
    completer: Option<Value>,
}

impl Asking<'_, '_> {
    fn words(&self, word: &str, (start, end): (usize, usize)) -> Vec<String> {
        let (Some(completer), Ok(mut call)) = (&self.completer, self.call.try_borrow_mut()) else {
            return Vec::new();
        };
        let Ok(callable) = call.host().callable(completer) else { return Vec::new() };
        let Ok(text) = call.str(word.as_bytes()) else { return Vec::new() };
        let args = [text.into(), Value::int(start as i64), Value::int(end as i64)];
        let Ok(answer) = call.call(&callable, &args) else { return Vec::new() };
        let View::Array(words) = answer.unboxed().view() else { return Vec::new() };
        let words = words.iter().filter_map(|(_, value)| value.as_str().map(|text| text.to_vec()));
        let words = words.filter_map(|text| String::from_utf8(text).ok());
        words.filter(|text| text.starts_with(word)).collect()
    }
}

impl Completer for Asking<'_, '_> {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        at: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        const BREAKS: &[char] = &[
            ' ', '\t', '\n', '"', '\\', '\'', '`', '@', '$', '>', '<', '=', ';', '|', '&', '{', '(',
        ];
        let start = line[..at].rfind(BREAKS).map_or(0, |at| at + 1);
        Ok((start, self.words(&line[start..at], (start, at))))
    }
}

impl Hinter for Asking<'_, '_> {
    type Hint = String;
}

impl Highlighter for Asking<'_, '_> {}
impl Validator for Asking<'_, '_> {}
impl Helper for Asking<'_, '_> {}

fn edited(call: &mut Call<'_>, prompt: &[u8]) -> Res<Option<Vec<u8>>> {
    let (lines, completer) = {
        let typed = call.state::<Typed>();
        (typed.lines.clone(), typed.completer.clone())
    };
    let Ok(mut editor) =
        Editor::<Asking<'_, '_>, MemHistory>::with_history(Config::default(), MemHistory::new())
    else {
        return Ok(None);
    };
    for line in lines {
        // A line that it does not take is one that cannot be gone back to.
        let _ = editor.add_history_entry(String::from_utf8_lossy(&line));
    }
    editor.set_helper(Some(Asking { call: RefCell::new(call), completer }));
    let line = editor.readline(&*String::from_utf8_lossy(prompt));
    Ok(line.ok().map(String::into_bytes))
}
