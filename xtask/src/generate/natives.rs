//! From the stubs of the extensions to their tables of builtins.
//!
//! A stub is PHP: `ext/EXTENSION/TOPIC/TOPIC.php`, or `crates/vm/src/native/TOPIC/TOPIC.php`,
//! declares functions with empty bodies, and constants; `gen.rs` beside it is made from it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use bumpalo::Bump;
use syntax::ast::{
    Arg, Args, Arity, Attribute, BinaryOp, Expr, ExprKind, FunctionDecl, Literal, Param, Passing,
    StmtKind, TypeKind, TypeNode, UnaryOp,
};
use syntax::parser::{ParseOptions, parse};

/// Values of constants by name, as Rust writes them, and the ints among them.
type Constants = BTreeMap<String, Constant>;

#[derive(Clone, PartialEq, Debug)]
enum Constant {
    Int(i64),
    Float(f64),
    Bool(bool),
    Bytes(Vec<u8>),
}

/// A type: as PHP shows it, the names of its bits, whether it has `null`.
struct Type {
    text: String,
    bits: Vec<&'static str>,
}

/// The path and the text of each table.
pub fn generate(root: &Path) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let stubs = stubs(root)?;
    let mut constants = Constants::new();
    let mut read = Vec::new();
    let arena = Bump::new();
    for path in &stubs {
        let source = arena.alloc_slice_copy(&std::fs::read(path)?);
        let parsed = parse(&arena, source, ParseOptions::default());
        if let Some(first) = parsed.diagnostics.first() {
            bail!("{}: {}", path.display(), text(&first.message));
        }
        read.push((path, &*source, parsed.file.statements));
    }
    for (path, _, statements) in &read {
        for statement in *statements {
            let StmtKind::Const { items } = statement.kind else { continue };
            for item in items {
                let name = text(item.name.text);
                let value = constant(item.value, &constants)
                    .with_context(|| format!("{}: {name}", path.display()))?;
                constants.insert(name, value);
            }
        }
    }
    let mut files = Vec::new();
    for (path, source, statements) in read {
        let mut stub = Stub { source, constants: &constants, out: String::new() };
        stub.table(path, statements).with_context(|| path.display().to_string())?;
        files.push((path.with_file_name("gen.rs"), stub.out));
    }
    Ok(files)
}

/// The paths of all stubs, in order.
pub(super) fn stubs(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut stubs = Vec::new();
    let folders = |path: PathBuf| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    let mut topics: Vec<PathBuf> =
        folders(root.join("ext")).into_iter().flat_map(folders).collect();
    topics.extend(folders(root.join("crates/vm/src/native")));
    for topic in topics {
        let name = topic.file_name().unwrap_or_default();
        let stub = topic.join(name).with_extension("php");
        if stub.exists() {
            stubs.push(stub);
        }
    }
    stubs.sort();
    Ok(stubs)
}

pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn constant(value: Expr<'_>, known: &Constants) -> anyhow::Result<Constant> {
    use Constant::{Bool, Bytes, Float, Int};
    Ok(match value.kind {
        ExprKind::Literal { value: Literal::Int(value) } => Int(value),
        ExprKind::Literal { value: Literal::Float(value) } => Float(value),
        ExprKind::Literal { value: Literal::Bool(value) } => Bool(value),
        ExprKind::Literal { value: Literal::String(bytes) } => Bytes(bytes.to_vec()),
        ExprKind::Constant { name } => {
            let name = text(name.text);
            known.get(&name).with_context(|| format!("unknown constant {name}"))?.clone()
        }
        ExprKind::UnaryOp { op: UnaryOp::Minus, operand } => match constant(operand, known)? {
            Int(value) => Int(value.wrapping_neg()),
            Float(value) => Float(-value),
            Bool(_) | Bytes(_) => bail!("minus of what is no number"),
        },
        ExprKind::BinaryOp { op, left, right } => {
            match (op, constant(left, known)?, constant(right, known)?) {
                (BinaryOp::BitOr, Int(left), Int(right)) => Int(left | right),
                (BinaryOp::Sub, Int(left), Int(right)) => Int(left - right),
                (BinaryOp::Sub, Float(left), Float(right)) => Float(left - right),
                _ => bail!("an operator that stubs do not use"),
            }
        }
        _ => bail!("an expression that stubs do not use"),
    })
}

fn rust_constant(value: Constant) -> String {
    match value {
        Constant::Int(value) => format!("Int({value})"),
        Constant::Bool(value) => format!("Bool({value})"),
        Constant::Bytes(bytes) => format!("Bytes(b\"{}\")", bytes.escape_ascii()),
        Constant::Float(value) if value.is_nan() => "Float(f64::NAN)".to_owned(),
        Constant::Float(f64::NEG_INFINITY) => "Float(f64::NEG_INFINITY)".to_owned(),
        Constant::Float(f64::INFINITY) => "Float(f64::INFINITY)".to_owned(),
        Constant::Float(value) => format!("Float({value:?})"),
    }
}

struct Stub<'s> {
    source: &'s [u8],
    constants: &'s Constants,
    out: String,
}

impl Stub<'_> {
    fn table(&mut self, path: &Path, statements: &[syntax::ast::Stmt<'_>]) -> anyhow::Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        writeln!(self.out, "// @generated from {name} by `./x gen`. Edit the stub.\n")?;
        self.out.push_str("#![allow(clippy::approx_constant)]\n");
        let has_upper = |param: &Param<'_>| param.name.0.iter().any(u8::is_ascii_uppercase);
        let is_odd = |statement: &syntax::ast::Stmt<'_>| match statement.kind {
            StmtKind::Function { function } => {
                function.params.unwrap_or_default().iter().any(|param| has_upper(param))
            }
            _ => false,
        };
        if statements.iter().any(is_odd) {
            self.out.push_str("#![allow(non_snake_case)]\n");
        }
        self.out.push('\n');
        self.out.push_str("#[allow(clippy::wildcard_imports)]\nuse super::*;\n");
        let mut rows = String::new();
        let mut constants = String::new();
        for statement in statements {
            match statement.kind {
                StmtKind::Function { function } => rows.push_str(&self.row(function)?),
                StmtKind::Const { items } => {
                    for item in items {
                        let value = rust_constant(constant(item.value, self.constants)?);
                        let name = text(item.name.text);
                        writeln!(
                            constants,
                            "    Constant {{ name: \"{name}\", value: {value} }},"
                        )?;
                    }
                }
                _ => bail!("a statement that is no function and no constant"),
            }
        }
        self.uses(&rows, &constants);
        write!(self.out, "runtime::natives! {{\n{rows}}}\n\n")?;
        self.out.push_str("/// The constants of this table.\n#[rustfmt::skip]\n");
        writeln!(self.out, "pub static CONSTANTS: &[Constant] = &[\n{constants}];")?;
        Ok(())
    }

    fn uses(&mut self, rows: &str, constants: &str) {
        let has = |word: &str| rows.contains(word) || constants.contains(word);
        let pick = |words: &[&'static str], by: &dyn Fn(&str) -> String| -> Vec<&'static str> {
            words.iter().copied().filter(|word| has(&by(word))).collect()
        };
        let defaults =
            pick(&["Bool", "Bytes", "EmptyArray", "Float", "Int", "Null", "Unset"], &|word| {
                match word {
                    "EmptyArray" | "Null" => format!(", {word}]"),
                    "Unset" => ", Unset".to_owned(),
                    _ => format!(" {word}("),
                }
            });
        let masks = [
            "ANY", "ARRAY", "BOOL", "CALLABLE", "FLOAT", "INSTANCE", "INT", "NULL", "STRING",
            "OBJECT", "PATH", "SHARED",
        ];
        let masks: Vec<&str> = masks
            .into_iter()
            .filter(|mask| {
                [", ", "| "].iter().any(|before| {
                    [",", "]", " |"].iter().any(|after| has(&format!("{before}{mask}{after}")))
                })
            })
            .collect();
        let native = pick(&["ArrayRef", "OrFalse", "Passed"], &|word| match word {
            "OrFalse" => "OrFalse<".to_owned(),
            word => format!(": {word} ["),
        });
        let value = pick(&["Value"], &|_| "Value ".to_owned());
        let mut line = |path: &str, names: &[&str]| {
            if !names.is_empty() {
                let _ = writeln!(self.out, "use {path}::{};", braced(names));
            }
        };
        line("runtime::native::Default", &defaults);
        line("runtime::native::mask", &masks);
        let mut native = native;
        native.insert(0, "Constant");
        line("runtime::native", &native);
        if has("&Reference") {
            line("runtime::object", &["Reference"]);
        }
        if has("&Array ") || has("&Array>") || has("Array [") {
            line("runtime::array", &["Array"]);
        }
        if has("&Str") || has("> Str ") || has("<Str>") {
            line("runtime::string", &["Str"]);
        }
        line("runtime::value", &value);
        self.out.push('\n');
    }

    fn row(&mut self, function: &FunctionDecl<'_>) -> anyhow::Result<String> {
        let name = text(function.name.context("a name")?.text);
        let attributes = attributes(function)?;
        let mut row = format!("    fn {}", attributes.named.as_ref().unwrap_or(&name));
        match &attributes.alias {
            Some(alias) => write!(row, " = {alias}")?,
            None if attributes.named.is_some() => write!(row, " = {name}")?,
            None => {}
        }
        row.push('(');
        for (index, param) in function.params.unwrap_or_default().iter().enumerate() {
            let is_rest = param.arity == Arity::Variadic;
            row.push_str(match (is_rest, index) {
                (true, _) => "; ",
                (false, 0) => "",
                (false, _) => ", ",
            });
            row.push_str(
                &self.param(param, attributes.prefers_refs).with_context(|| name.clone())?,
            );
        }
        // PHP: functions that give a resource declare no type.
        let returns = function.return_type.map(|returns| text(returns.span.text(self.source)));
        let shown = returns.unwrap_or_default();
        let rust = rust_return(&shown);
        let mark = if attributes.prefers_refs { ", PrefersRefs" } else { "" };
        let deprecated = attributes.deprecated;
        writeln!(row, ") -> {rust} [\"{shown}\"], {}{mark}{deprecated};", attributes.effect)?;
        Ok(row)
    }

    fn param(&self, param: &Param<'_>, prefers_refs: bool) -> anyhow::Result<String> {
        let mut ty = self.ty(param.ty)?;
        if is_marked(param, b"__OrNull") {
            ty.bits.push("NULL");
        }
        let default = param.default.map(|value| self.default(value)).transpose()?;
        let bits = ty.bits.join(" | ");
        let bits = match () {
            () if is_marked(param, b"__Path") => bits.replace("STRING", "PATH"),
            () if is_marked(param, b"__Unchecked") => "ANY".to_owned(),
            () if is_marked(param, b"__Number") => bits.replace("FLOAT", "INT | FLOAT"),
            () if is_marked(param, b"__Shared") => format!("{bits} | SHARED"),
            () => bits,
        };
        let name = rust_name(&text(param.name.0));
        if param.arity == Arity::Variadic {
            let mark = if param.passing == Passing::ByRef { ", ByRef" } else { "" };
            return Ok(format!("{name} [\"{}\", {bits}{mark}]", ty.text));
        }
        let rust = match prefers_refs && ty.bits.contains(&"ARRAY") {
            true => "&Value".to_owned(),
            false if is_marked(param, b"__Number") => "&Value".to_owned(),
            false => {
                let may_be_unset = default.as_deref() == Some("Unset");
                match may_be_unset && is_marked(param, b"__Unchecked") {
                    true => "Passed".to_owned(),
                    false => rust_type(&ty, param.passing, may_be_unset),
                }
            }
        };
        let named = param.default.map(|value| self.named(value)).unwrap_or_default();
        let default = default.map(|value| format!(", {value}{named}")).unwrap_or_default();
        let mark = if is_marked(param, b"SensitiveParameter") { " Sensitive" } else { "" };
        Ok(format!("{name}: {rust} [\"{}\", {bits}{default}]{mark}", ty.text))
    }

    fn default(&self, value: Expr<'_>) -> anyhow::Result<String> {
        Ok(match value.kind {
            ExprKind::Literal { value: Literal::Null } => "Null".to_owned(),
            ExprKind::Literal { value: Literal::String(bytes) } => {
                format!("Bytes(b\"{}\")", bytes.escape_ascii())
            }
            ExprKind::Array { items: [], .. } => "EmptyArray".to_owned(),
            ExprKind::Constant { name } if name.text == b"UNKNOWN" => "Unset".to_owned(),
            ExprKind::ClassConstant { .. } => "Unset".to_owned(),
            _ => rust_constant(constant(value, self.constants)?),
        })
    }

    /// The constant that a default value is, as the macro takes it.
    fn named(&self, value: Expr<'_>) -> String {
        let is_shown = match value.kind {
            ExprKind::Constant { name } => name.text != b"UNKNOWN",
            ExprKind::ClassConstant { .. } => true,
            _ => false,
        };
        if is_shown {
            format!("; \"{}\"", text(value.span.text(self.source)))
        } else {
            String::new()
        }
    }

    fn ty(&self, node: Option<&TypeNode<'_>>) -> anyhow::Result<Type> {
        let Some(node) = node else { return Ok(Type { text: String::new(), bits: vec!["ANY"] }) };
        let mut bits = Vec::new();
        collect_bits(node, &mut bits)?;
        Ok(Type { text: text(node.span.text(self.source)), bits })
    }
}

fn collect_bits(node: &TypeNode<'_>, bits: &mut Vec<&'static str>) -> anyhow::Result<()> {
    match node.kind {
        TypeKind::Array => bits.push("ARRAY"),
        TypeKind::Nullable(inner) => {
            collect_bits(inner, bits)?;
            bits.push("NULL");
        }
        TypeKind::Union(members) => {
            for member in members {
                collect_bits(member, bits)?;
            }
        }
        TypeKind::Named(name) => bits.push(match name.text {
            b"int" => "INT",
            b"float" => "FLOAT",
            b"string" => "STRING",
            b"bool" => "BOOL",
            b"null" => "NULL",
            b"mixed" => "ANY",
            b"object" => "OBJECT",
            _ => "INSTANCE",
        }),
        TypeKind::Callable => bits.push("CALLABLE"),
        TypeKind::Static | TypeKind::Intersection(_) => {
            bail!("a type that builtins do not take")
        }
    }
    Ok(())
}

fn rust_type(ty: &Type, passing: Passing, may_be_unset: bool) -> String {
    let base: Vec<&str> = ty.bits.iter().copied().filter(|&bit| bit != "NULL").collect();
    if passing == Passing::ByRef {
        return if ty.bits == ["ARRAY"] { "ArrayRef" } else { "&Reference" }.to_owned();
    }
    let plain = match base[..] {
        ["INT"] => "i64",
        ["FLOAT"] => "f64",
        ["BOOL"] => "bool",
        ["STRING"] => "&Str",
        ["ARRAY"] => "&Array",
        ["ANY"] if may_be_unset => return "Passed".to_owned(),
        _ => return "&Value".to_owned(),
    };
    if may_be_unset || ty.bits.contains(&"NULL") {
        format!("Option<{plain}>")
    } else {
        plain.into()
    }
}

fn rust_return(shown: &str) -> String {
    if let Some(inner) = shown.strip_suffix("|false")
        && let Some(plain) = plain_return(inner)
    {
        return format!("OrFalse<{plain}>");
    }
    if let Some(plain) = shown.strip_prefix('?').and_then(plain_return) {
        return format!("Option<{plain}>");
    }
    plain_return(shown).unwrap_or("Value").to_owned()
}

fn plain_return(shown: &str) -> Option<&'static str> {
    Some(match shown {
        "int" => "i64",
        "float" => "f64",
        "bool" | "true" => "bool",
        "string" => "Str",
        "array" => "Array",
        "void" => "()",
        _ => return None,
    })
}

/// Names of parameters that are words of Rust.
fn rust_name(name: &str) -> String {
    const WORDS: &[&str] = &[
        "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern",
        "fn", "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut",
        "pub", "ref", "return", "static", "struct", "trait", "type", "unsafe", "use", "where",
        "while",
    ];
    if WORDS.contains(&name) { format!("r#{name}") } else { name.to_owned() }
}

struct Marks {
    effect: &'static str,
    prefers_refs: bool,
    alias: Option<String>,
    /// Its name in scripts where that is a word of the language, which no function declares.
    named: Option<String>,
    deprecated: String,
}

fn attributes(function: &FunctionDecl<'_>) -> anyhow::Result<Marks> {
    let mut marks = Marks {
        effect: "MayRaise",
        prefers_refs: false,
        alias: None,
        named: None,
        deprecated: String::new(),
    };
    let groups = function.attributes.iter();
    for attribute in groups.flat_map(|group| group.attributes.iter()) {
        match attribute.name.text {
            b"__Pure" => marks.effect = "Pure",
            b"__Reenters" => marks.effect = "Reenters",
            b"__PrefersRefs" => marks.prefers_refs = true,
            b"__Named" => marks.named = Some(first_word(attribute)?),
            b"__Alias" => marks.alias = Some(first_word(attribute)?),
            b"Deprecated" => marks.deprecated = deprecation(attribute)?,
            other => bail!("unknown attribute {}", text(other)),
        }
    }
    Ok(marks)
}

/// Whether a parameter has the attribute: `__Path` when a string refuses NULs, `__Unchecked` when the
/// body takes what is of other types than the shown one, `__Number` when it takes integers as they are though
/// the type is `float`, `__OrNull` when it takes null though the
/// type does not say so, `__Shared` when an array by reference may stay shared, `SensitiveParameter` as
/// in scripts.
fn is_marked(param: &Param<'_>, name: &[u8]) -> bool {
    let mut attributes = param.attributes.iter().flat_map(|group| group.attributes.iter());
    attributes.any(|attribute| attribute.name.text == name)
}

/// Since when and why, as the macro takes them: `#[Deprecated(since: "8.1", message: "…")]`.
fn deprecation(attribute: &Attribute<'_>) -> anyhow::Result<String> {
    let Some(Args::List(args)) = attribute.args else { bail!("since when it is deprecated") };
    let word = |wanted: &[u8]| {
        args.iter().find_map(|arg| match arg {
            Arg::Named(name, value) if name.text == wanted => match value.kind {
                ExprKind::Literal { value: Literal::String(word) } => Some(text(word)),
                _ => None,
            },
            _ => None,
        })
    };
    let since = word(b"since").context("since when it is deprecated")?;
    Ok(format!(" @ {since:?} {:?}", word(b"message").unwrap_or_default()))
}

fn first_word(attribute: &Attribute<'_>) -> anyhow::Result<String> {
    match attribute.args {
        Some(Args::List([Arg::Value(value)])) => match value.kind {
            ExprKind::Literal { value: Literal::String(word) } => Ok(text(word)),
            _ => bail!("the attribute's argument is no string"),
        },
        _ => bail!("the attribute takes one argument"),
    }
}

fn braced(names: &[&str]) -> String {
    match names {
        [name] => (*name).to_owned(),
        names => format!("{{{}}}", names.join(", ")),
    }
}
