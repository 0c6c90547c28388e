//! How words of English sound, by Lawrence Philips.

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

/// A word with a place in it.
struct Word {
    letters: Vec<u8>,
    at: usize,
    code: Vec<u8>,
}

impl Word {
    /// The letter at a distance, in upper case; 0 beyond the ends.
    fn look(&self, by: isize) -> u8 {
        let at = self.at as isize + by;
        usize::try_from(at).ok().and_then(|at| self.letters.get(at)).copied().unwrap_or(0)
    }

    fn add(&mut self, sound: u8) {
        self.code.push(sound);
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U')
}

/// Letters that soften a C or a G.
fn is_front(letter: u8) -> bool {
    matches!(letter, b'E' | b'I' | b'Y')
}

/// Letters that keep a G before an H silent.
fn keeps_gh(letter: u8) -> bool {
    matches!(letter, b'B' | b'D' | b'H')
}

pub fn metaphone(call: &mut Call<'_>, string: &Str, most: i64) -> Res<Str> {
    let Ok(most) = usize::try_from(most) else {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    };
    let letters = string.to_ascii_uppercase();
    let mut word = Word { letters, at: 0, code: Vec::new() };
    while word.at < word.letters.len() && !word.look(0).is_ascii_alphabetic() {
        word.at += 1;
    }
    begin(&mut word);
    while word.at < word.letters.len() && (most == 0 || word.code.len() < most) {
        let letter = word.look(0);
        let is_double = word.look(-1) == letter && letter != b'C';
        if letter.is_ascii_alphabetic() && !is_double {
            sound(&mut word, letter);
        }
        word.at += 1;
    }
    call.str(&word.code)
}

/// The first letters, which sound in ways of their own.
fn begin(word: &mut Word) {
    match (word.look(0), word.look(1)) {
        (b'A', b'E') => {
            word.add(b'E');
            word.at += 2;
        }
        (b'G' | b'K' | b'P', b'N') => {
            word.add(b'N');
            word.at += 2;
        }
        (b'X', _) => {
            word.add(b'S');
            word.at += 1;
        }
        (b'W', b'R') => {
            word.add(b'R');
            word.at += 2;
        }
        (b'W', next) if next == b'H' || is_vowel(next) => {
            word.add(b'W');
            word.at += 2;
        }
        (b'W', _) => word.at += 1,
        (letter, _) if is_vowel(letter) => {
            word.add(letter);
            word.at += 1;
        }
        _ => {}
    }
}

fn sound(word: &mut Word, letter: u8) {
    let (before, next, after) = (word.look(-1), word.look(1), word.look(2));
    match letter {
        b'B' if before != b'M' || next.is_ascii_alphabetic() => word.add(b'B'),
        b'C' => sound_c(word),
        b'D' if next == b'G' && is_front(after) => {
            word.add(b'J');
            word.at += 1;
        }
        b'D' => word.add(b'T'),
        b'G' => sound_g(word),
        b'H' if is_vowel(next) && !matches!(before, b'C' | b'G' | b'P' | b'S' | b'T') => {
            word.add(b'H');
        }
        b'K' if before != b'C' => word.add(b'K'),
        b'P' if next == b'H' => word.add(b'F'),
        b'P' => word.add(b'P'),
        b'Q' => word.add(b'K'),
        b'S' if next == b'I' && matches!(after, b'O' | b'A') => word.add(b'X'),
        b'S' if next == b'H' => {
            word.add(b'X');
            word.at += 1;
        }
        b'S' if next == b'C' && after == b'H' && word.look(3) == b'W' => {
            word.add(b'X');
            word.at += 2;
        }
        b'S' => word.add(b'S'),
        b'T' if next == b'I' && matches!(after, b'O' | b'A') => word.add(b'X'),
        b'T' if next == b'H' => {
            word.add(b'0');
            word.at += 1;
        }
        b'T' if !(next == b'C' && after == b'H') => word.add(b'T'),
        b'V' => word.add(b'F'),
        b'W' | b'Y' if is_vowel(next) => word.add(letter),
        b'X' => {
            word.add(b'K');
            word.add(b'S');
        }
        b'Z' => word.add(b'S'),
        b'F' | b'J' | b'L' | b'M' | b'N' | b'R' => word.add(letter),
        _ => {}
    }
}

fn sound_c(word: &mut Word) {
    let (before, next, after) = (word.look(-1), word.look(1), word.look(2));
    if is_front(next) {
        if next == b'I' && after == b'A' {
            word.add(b'X');
        } else if before != b'S' {
            word.add(b'S');
        }
    } else if next == b'H' {
        let is_hard = after == b'R' || before == b'S';
        word.add(if is_hard { b'K' } else { b'X' });
        word.at += 1;
    } else {
        word.add(b'K');
    }
}

fn sound_g(word: &mut Word) {
    let (before, next, after) = (word.look(-1), word.look(1), word.look(2));
    if next == b'H' {
        if !(keeps_gh(word.look(-3)) || word.look(-4) == b'H') {
            word.add(b'F');
            word.at += 1;
        }
    } else if next == b'N' {
        let ends = !after.is_ascii_alphabetic() || after == b'E' && word.look(3) == b'D';
        if !ends {
            word.add(b'K');
        }
    } else if is_front(next) && before != b'G' {
        word.add(b'J');
    } else {
        word.add(b'K');
    }
}
