//! Random floats and numeric strings, read and printed as PHP does it.
//!
//! Needs a PHP 8.4 named by `JIVE_PHP` (default `php84`); without one the test says so and passes.

use std::fmt::Write as _;

use runtime::conv::{self, float_text};

use crate::array_php::ask_php;
use crate::random::Random;

fn random_float(random: &mut Random) -> f64 {
    let word = random.word();
    match random.below(4) {
        0 => f64::from_bits(word),
        1 => (word as i64 >> random.below(63)) as f64,
        2 => (word >> 40) as f64 / [10.0, 100.0, 1e3, 1e5, 1e9][random.below(5) as usize],
        _ => (random.below(2000) as f64 - 1000.0) * 10_f64.powi(random.below(40) as i32 - 20),
    }
}

fn random_number_text(random: &mut Random) -> String {
    const PIECES: [&str; 16] = [
        "-",
        "+",
        ".",
        "e",
        "E",
        "0",
        "1",
        "9",
        "22",
        "9223372036854775807",
        "8",
        " ",
        "\\t",
        "x",
        "5",
        "00",
    ];
    (0..random.below(7)).map(|_| PIECES[random.below(PIECES.len() as u64) as usize]).collect()
}

#[test]
fn floats_are_printed_as_php_prints_them() {
    let mut random = Random::new(7);
    let floats: Vec<f64> =
        (0..4000).map(|_| random_float(&mut random)).filter(|float| !float.is_nan()).collect();
    let mut script = "<?php foreach ([\n".to_owned();
    for float in &floats {
        writeln!(script, "'{:016x}',", float.to_bits()).unwrap();
    }
    script.push_str("] as $bits) { $f = unpack('E', hex2bin($bits))[1]; $line = '';");
    script.push_str("foreach ([14, 17, -1, 0, 5] as $p) { ini_set('precision', (string) $p); ");
    script.push_str("$line .= $f . ' '; } echo $line, (int) $f, \"\\n\"; }");
    let Some(printed) = ask_php(&script) else {
        eprintln!("no PHP to compare with: skipped");
        return;
    };
    assert_eq!(printed.lines().count(), floats.len());
    for (float, theirs) in floats.iter().zip(printed.lines()) {
        let texts = [14, 17, -1, 0, 5].map(|digits| float_text::with_precision(*float, digits));
        let ours = format!("{} {}", texts.join(" "), conv::float_to_int(*float));
        assert_eq!(ours, theirs, "{:016x}", float.to_bits());
    }
}

#[test]
fn numeric_strings_are_read_as_php_reads_them() {
    let mut random = Random::new(8);
    let texts: Vec<String> = (0..6000).map(|_| random_number_text(&mut random)).collect();
    let mut script = "<?php ini_set('precision', -1); foreach ([\n".to_owned();
    for text in &texts {
        writeln!(script, "\"{text}\",").unwrap();
    }
    script.push_str("] as $s) { echo (int) $s, ' ', (float) $s, ' ', ");
    script.push_str("is_numeric($s) ? 'numeric' : '', \"\\n\"; }");
    let Some(printed) = ask_php(&script) else {
        eprintln!("no PHP to compare with: skipped");
        return;
    };
    assert_eq!(printed.lines().count(), texts.len());
    for (text, theirs) in texts.iter().zip(printed.lines()) {
        let bytes = text.replace("\\t", "\t").into_bytes();
        let float = float_text::shortest(conv::str_to_float(&bytes));
        let numeric = if conv::numeric::whole(&bytes).is_some() { "numeric" } else { "" };
        let ours = format!("{} {float} {numeric}", conv::str_to_int(&bytes));
        assert_eq!(ours, theirs, "{text:?}");
    }
}
