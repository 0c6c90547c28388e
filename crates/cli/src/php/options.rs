//! PHP's options, read as PHP reads them: letters behind one dash, names behind two, values joined
//! or next.

/// An option: its letter (a digit for those that have none), its names, whether it takes a value.
const OPTIONS: &[(char, &[&str], bool)] = &[
    ('a', &["interactive"], false),
    ('B', &["process-begin"], true),
    ('C', &["no-chdir"], false),
    ('c', &["php-ini"], true),
    ('d', &["define"], true),
    ('E', &["process-end"], true),
    ('e', &["profile-info"], false),
    ('F', &["process-file"], true),
    ('f', &["file"], true),
    ('h', &["help"], false),
    ('i', &["info"], false),
    ('l', &["syntax-check"], false),
    ('m', &["modules"], false),
    ('n', &["no-php-ini"], false),
    ('q', &["no-header"], false),
    ('R', &["process-code"], true),
    ('H', &["hide-args"], false),
    ('r', &["run"], true),
    ('s', &["syntax-highlight", "syntax-highlighting"], false),
    ('S', &["server"], true),
    ('t', &["docroot"], true),
    ('w', &["strip"], false),
    ('?', &["usage"], false),
    ('v', &["version"], false),
    ('z', &["zend-extension"], true),
    ('0', &["rf", "rfunction"], true),
    ('1', &["rc", "rclass"], true),
    ('2', &["re", "rextension"], true),
    ('3', &["rz", "rzendextension"], true),
    ('4', &["ri", "rextinfo"], true),
    ('5', &["ini"], false),
];

/// Letters that only stand for names.
const NAMELESS: &str = "012345";

/// The options of a command line, and what is behind them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Letters with their values, in order.
    pub given: Vec<(char, String)>,
    /// The words behind the options.
    pub rest: Vec<String>,
    /// Whether `--` ended the options.
    pub is_ended: bool,
    /// PHP's text for the first option that is wrong, at which reading stopped.
    pub fault: Option<Vec<u8>>,
}

/// Reads a command line.
pub fn read(arguments: &[String]) -> Options {
    let mut options = Options::default();
    let mut at = 0;
    while let Some(word) = arguments.get(at) {
        if word == "--" {
            at += 1;
            options.is_ended = true;
            break;
        }
        let next = arguments.get(at + 1);
        let taken = match word.strip_prefix("--") {
            Some(long) => read_long(long, next, at + 1, &mut options.given),
            None if word.len() > 1 && word.starts_with('-') => {
                read_letters(&word[1..], next, at + 1, &mut options.given)
            }
            None => break,
        };
        match taken {
            Ok(words) => at += words,
            Err(fault) => {
                options.fault = Some(fault);
                break;
            }
        }
    }
    options.rest = arguments[at..].to_vec();
    options
}

fn fault(place: usize, at: usize, what: &[u8]) -> Vec<u8> {
    [format!("Error in argument {place}, char {at}: ").as_bytes(), what].concat()
}

type Given = Vec<(char, String)>;

/// Reads `--name`, `--name=value` or `--name value`; how many words that were.
fn read_long(
    long: &str,
    next: Option<&String>,
    place: usize,
    given: &mut Given,
) -> Result<usize, Vec<u8>> {
    let (name, joined) = match long.split_once('=') {
        Some((name, value)) => (name, Some(value)),
        None => (long, None),
    };
    let known = OPTIONS.iter().find(|(_, names, _)| names.contains(&name));
    let Some((letter, _, takes_value)) = known else {
        let shown = if place == 1 { 1 } else { 2 };
        return Err(fault(place, shown, b"no argument for option -"));
    };
    if !takes_value {
        given.push((*letter, String::new()));
        return Ok(1);
    }
    match (joined, next) {
        (Some(value), _) if !value.is_empty() => {
            given.push((*letter, value.to_owned()));
            Ok(1)
        }
        (_, Some(value)) => {
            given.push((*letter, value.clone()));
            Ok(2)
        }
        _ => Err(fault(place, 1, b"no argument for option -")),
    }
}

/// Reads letters behind one dash: flags, of which the last may take a value.
fn read_letters(
    letters: &str,
    next: Option<&String>,
    place: usize,
    given: &mut Given,
) -> Result<usize, Vec<u8>> {
    for (at, letter) in letters.char_indices() {
        let error = |what: &[u8]| fault(place, at + 2, what);
        if letter == ':' {
            return Err(error(b": in flags"));
        }
        let known = OPTIONS.iter().find(|(known, _, _)| *known == letter);
        let known = known.filter(|_| !NAMELESS.contains(letter));
        let Some((_, _, takes_value)) = known else {
            // PHP: options are bytes.
            return Err(error(&[b"option not found ", &letters.as_bytes()[at..=at]].concat()));
        };
        if !takes_value {
            given.push((letter, String::new()));
            continue;
        }
        let behind = &letters[at + letter.len_utf8()..];
        if !behind.is_empty() {
            let value = behind.strip_prefix('=').unwrap_or(behind);
            given.push((letter, value.to_owned()));
            return Ok(1);
        }
        let Some(value) = next else {
            let text = format!("no argument for option {letter}");
            return Err(error(text.as_bytes()));
        };
        given.push((letter, value.clone()));
        return Ok(2);
    }
    Ok(1)
}
