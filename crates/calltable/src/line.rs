//! Tables of calls: one call a line, its arguments literals, constants, variables or other calls.
//!
//! `$a = [3, 1]; sort($a)` sets variables first; they are shown after the result. The request, and
//! so the state of the random numbers, goes on from line to line.

use std::collections::BTreeMap;

use bumpalo::Bump;
use runtime::array::Array;
use runtime::conv::{self, KeyUse};
use runtime::native::{Default, Native, Table};
use runtime::object::Reference;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;
use syntax::ast::{Arg, Args, ArrayItem, BinaryOp, Expr, ExprKind, Literal, StmtKind, UnaryOp};
use syntax::parser::{ParseOptions, parse};

use crate::host::Recorder;
use crate::show;

/// The results of all lines, in the form of `xtask/php/natives.php`.
pub fn run(tables: &'static [Table], source: &[u8]) -> Vec<u8> {
    let mut recorder = Recorder::of(tables);
    let mut out = Vec::new();
    for line in source.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
        out.extend_from_slice(line);
        out.extend_from_slice(b"\n    ");
        run_line((tables, &mut recorder), line, &mut out);
        out.push(b'\n');
    }
    out
}

fn run_line((tables, recorder): (&'static [Table], &mut Recorder), line: &[u8], out: &mut Vec<u8>) {
    let arena = Bump::new();
    let source = [b"<?php ", line, b";"].concat();
    let parsed = parse(&arena, &source, ParseOptions::default());
    assert!(parsed.diagnostics.is_empty(), "{}", line.escape_ascii());
    let mut line = Line { tables, recorder, variables: BTreeMap::new() };
    let mut result = Ok(Value::NULL);
    for statement in parsed.file.statements {
        if let StmtKind::Expression { value } = statement.kind {
            result = line.eval(value);
        }
    }
    match (result, line.recorder.thrown.take()) {
        (Ok(value), _) => show::value(&value, out),
        (Err(_), thrown) => out.extend_from_slice(thrown.unwrap_or_default().as_bytes()),
    }
    for (name, variable) in &line.variables {
        out.extend_from_slice(format!(" ${} = ", name.escape_ascii()).as_bytes());
        show::value(variable.peek(), out);
    }
    out.extend_from_slice(std::mem::take(&mut line.recorder.reports).as_bytes());
    let output = std::mem::take(&mut line.recorder.output);
    if !output.is_empty() {
        out.extend_from_slice(b" out ");
        show::string(&output, out);
    }
}

struct Line<'r> {
    tables: &'static [Table],
    recorder: &'r mut Recorder,
    variables: BTreeMap<Vec<u8>, Reference>,
}

impl Line<'_> {
    fn eval(&mut self, expr: Expr<'_>) -> Res<Value> {
        Ok(match expr.kind {
            ExprKind::Literal { value } => literal(value),
            ExprKind::Constant { name } => constant(self.tables, name.text),
            ExprKind::UnaryOp { op: UnaryOp::Minus, operand } => {
                let operand = self.eval(operand)?;
                runtime::ops::neg(self.recorder, &operand)?
            }
            ExprKind::BinaryOp { op: BinaryOp::BitOr, left, right } => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                runtime::ops::bit_or(self.recorder, &left, &right)?
            }
            ExprKind::BinaryOp { op: BinaryOp::Sub, left, right } => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                runtime::ops::sub(self.recorder, &left, &right)?
            }
            ExprKind::Array { items, .. } => self.array(items)?,
            ExprKind::Variable { name } => match self.variables.get(name.0) {
                Some(variable) => variable.get(),
                None => panic!("${} is not set", name.0.escape_ascii()),
            },
            ExprKind::Assign { target, value } => {
                let value = self.eval(value)?;
                let ExprKind::Variable { name } = target.kind else { panic!("a variable") };
                let variable = Reference::new(value.clone()).expect("memory");
                self.variables.insert(name.0.to_vec(), variable);
                value
            }
            ExprKind::Call { name, args } => self.call(name.text, args)?,
            ref other => panic!("tables of calls have no {other:?}"),
        })
    }

    fn array(&mut self, items: &[ArrayItem<'_>]) -> Res<Value> {
        let mut array = Array::new();
        for item in items {
            let ArrayItem::Element { key, value, .. } = item else { panic!("a plain element") };
            match key {
                Some(key) => {
                    let key = self.eval(key)?;
                    let key = conv::to_key(self.recorder, &key, KeyUse::Access)?;
                    let value = self.eval(value)?;
                    array.set(key.as_key(), value).expect("memory");
                }
                None => {
                    let value = self.eval(value)?;
                    array.append(value).expect("memory");
                }
            }
        }
        Ok(array.into())
    }

    fn call(&mut self, name: &[u8], args: &Args<'_>) -> Res<Value> {
        let native = native(self.tables, name);
        let Args::List(list) = args else { panic!("a list of arguments") };
        let mut cells = Vec::new();
        for (index, arg) in list.iter().enumerate() {
            let Arg::Value(value) = arg else { panic!("a plain argument") };
            let by_ref = native.param(index).is_some_and(|param| param.by_ref);
            cells.push(match value.kind {
                ExprKind::Variable { name } if by_ref => {
                    let fresh = || Reference::new(Value::NULL).expect("memory");
                    self.variables.entry(name.0.to_vec()).or_insert_with(fresh).clone().into()
                }
                _ => self.eval(value)?,
            });
        }
        let result = native.call(self.recorder, &mut cells, false);
        if matches!(result, Err(Halt::Throw(_))) {
            panic!("the recorder makes no objects");
        }
        result
    }
}

fn native(tables: &[Table], name: &[u8]) -> &'static Native {
    let natives = tables.iter().flat_map(|table| table.natives);
    let found = natives.into_iter().find(|native| native.name.as_bytes() == name);
    found.unwrap_or_else(|| panic!("no function {}", name.escape_ascii()))
}

fn literal(value: Literal<'_>) -> Value {
    match value {
        Literal::Null => Value::NULL,
        Literal::Bool(value) => Value::bool(value),
        Literal::Int(value) => Value::int(value),
        Literal::Float(value) => Value::float(value),
        Literal::String(bytes) => Str::new(bytes).expect("memory").into(),
    }
}

fn constant(tables: &[Table], name: &[u8]) -> Value {
    let constants = tables.iter().flat_map(|table| table.constants);
    let found = constants.into_iter().find(|constant| constant.name.as_bytes() == name);
    match (found.map(|constant| constant.value), name) {
        (Some(Default::Int(value)), _) => Value::int(value),
        (Some(Default::Float(value)), _) => Value::float(value),
        (Some(Default::Bool(value)), _) => Value::bool(value),
        (Some(Default::Bytes(value)), _) => Str::new(value).expect("memory").into(),
        (_, b"PHP_INT_MAX") => Value::int(i64::MAX),
        (_, b"PHP_INT_MIN") => Value::int(i64::MIN),
        (_, b"INF") => Value::float(f64::INFINITY),
        (_, b"NAN") => Value::float(f64::NAN),
        (other, _) => panic!("{}: {other:?}", name.escape_ascii()),
    }
}
