//! Folding: random expressions of constants; what is folded must be PHP's value, without a warning.

use std::path::Path;

use anyhow::{Context as _, bail};
use bumpalo::Bump;
use syntax::ast::{ExprKind, Literal, StmtKind};
use syntax::parser::{ParseOptions, parse};
use testkit::mutate::Random;

use crate::oracle::Oracle;

#[rustfmt::skip]
const CONSTANTS: &[&str] = &[
    "0", "1", "2", "3", "7", "10", "63", "64", "-1", "-2", "9223372036854775807",
    "(-9223372036854775807-1)", "0x7fffffffffffffff", "1000000007", "0.0", "-0.0", "1.5", "0.1", "1e308",
    "-1e308", "1e-320", "2.0", "9007199254740993.0", "''", "'0'", "'1'", "'a'", "'abc'", "'1e3'", "'1000'",
    "' 1'", "'1 '", "'0x1'", "'.5'", "'-'", "true", "false", "null", "\"\\x80\"", "'00'",
];

#[rustfmt::skip]
const INFIX: &[&str] = &[
    "+", "-", "*", "/", "%", "**", ".", "&", "|", "^", "<<", ">>", "==", "!=", "===", "!==", "<", "<=", ">",
    ">=", "<=>", "&&", "||", "and", "or", "xor", "??",
];

const PREFIX: &[&str] = &["-", "+", "!", "~"];

/// Compares as many expressions as `--count=N` says, always the same ones for one `--seed=N`.
pub fn compare(root: &Path, words: &[String]) -> anyhow::Result<()> {
    let number = |name: &str, otherwise: u64| match words.iter().find_map(|w| w.strip_prefix(name))
    {
        Some(value) => value.parse().with_context(|| name.to_owned()),
        None => Ok(otherwise),
    };
    let mut random = Random::new(number("--seed=", 1)?);
    let count = number("--count=", 100_000)?;
    let expressions: Vec<String> = (0..count).map(|_| expression(&mut random, 3)).collect();
    let texts = expressions.iter().map(|text| text.clone().into_bytes()).collect();
    let mut oracle = Oracle::start(root, "values.php", (&[], &[]), texts)?;
    let (mut folded, mut differing) = (0, 0);
    for expression in &expressions {
        let theirs = oracle.frame()?;
        let Some(ours) = folded_value(expression) else { continue };
        folded += 1;
        if ours != theirs {
            differing += 1;
            let [ours, theirs] = [&ours, &theirs].map(|value| value.escape_ascii());
            println!("{expression}\n  ours: {ours}\n  PHP's: {theirs}");
        }
    }
    oracle.finish()?;
    println!("{count} expressions, {folded} folded; {differing} differ");
    if differing > 0 {
        bail!("{differing} expressions are folded to other values");
    }
    Ok(())
}

fn expression(random: &mut Random, depth: usize) -> String {
    let pick = |random: &mut Random, words: &[&'static str]| words[random.below(words.len())];
    match random.below(if depth == 0 { 1 } else { 5 }) {
        0 => pick(random, CONSTANTS).to_owned(),
        1 => format!("{}({})", pick(random, PREFIX), expression(random, depth - 1)),
        _ => {
            let left = expression(random, depth - 1);
            let infix = pick(random, INFIX);
            format!("({left} {infix} {})", expression(random, depth - 1))
        }
    }
}

/// The value in the form of `xtask/php/values.php`, when the whole expression is folded.
fn folded_value(expression: &str) -> Option<Vec<u8>> {
    let source = format!("<?php return {expression};");
    let arena = Bump::new();
    let parse = parse(&arena, source.as_bytes(), ParseOptions::default());
    let StmtKind::Return { value: Some(value) } = parse.file.statements.first()?.kind else {
        return None;
    };
    let ExprKind::Literal { value } = value.kind else { return None };
    Some(match value {
        Literal::Null => b"n:".to_vec(),
        Literal::Bool(value) => format!("b:{}", u8::from(value)).into_bytes(),
        Literal::Int(value) => format!("i:{value}").into_bytes(),
        Literal::Float(value) if value.is_nan() => b"d:nan".to_vec(),
        Literal::Float(value) => format!("d:{:016x}", value.to_bits()).into_bytes(),
        Literal::String(bytes) => [b"s:", bytes].concat(),
    })
}
