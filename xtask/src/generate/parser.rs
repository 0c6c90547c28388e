//! The parser's tables and its dispatch from productions to builder methods.

use std::fmt::Write as _;

use lalr::{Argument, Grammar, Production, Symbol, Tables};

/// The text of `generated.rs` for a grammar text.
pub fn generate(grammar: &str) -> anyhow::Result<String> {
    let grammar = lalr::read_grammar(grammar, &[])?;
    let tables = lalr::build(&grammar).map_err(|conflicts| anyhow::anyhow!("{conflicts:#?}"))?;
    let mut out = String::from(HEADER);
    write_states(&mut out, &tables);
    write_terminals(&mut out, &grammar);
    write_tables(&mut out, &tables);
    write_productions(&mut out, &grammar, &tables);
    write_values(&mut out, &grammar);
    write_reduce(&mut out, &grammar)?;
    Ok(out)
}

const HEADER: &str = "\
// @generated from grammar/php.lalr by `./x gen`. Edit the grammar.
//! tidy: table
//!
//! The parse tables of PHP's grammar, and which builder method each production calls.

use super::build::{Builder, Declaration, ForeachTarget, GroupUse, IfParts, List, SavedFlags};
use super::driver::Symbol;
use crate::ast;
use crate::token::*;

";

fn write_states(out: &mut String, tables: &Tables) {
    let accept = tables.accept;
    writeln!(out, "/// The state in which the whole input has been read.").unwrap();
    writeln!(out, "pub const ACCEPT: u16 = {accept};").unwrap();
    writeln!(out, "/// The base of a state that reduces without a look at the next token.")
        .unwrap();
    writeln!(out, "pub const NO_ROW: u16 = u16::MAX;\n").unwrap();
}

fn write_terminals(out: &mut String, grammar: &Grammar) {
    let kind = |name: &str| match name.strip_prefix('\'') {
        Some(character) => format!("TokenKind::byte(b'{}')", &character[..1]),
        None if name.starts_with("T_") && name != "T_NOELSE" => name.to_owned(),
        None => "END".to_owned(),
    };
    writeln!(out, "/// The terminals in the order of the tables.").unwrap();
    writeln!(out, "#[rustfmt::skip]").unwrap();
    writeln!(out, "pub static TERMINALS: [TokenKind; {}] = [", grammar.terminals.len()).unwrap();
    for terminal in &grammar.terminals {
        writeln!(out, "    {},", kind(&terminal.name)).unwrap();
    }
    writeln!(out, "];\n").unwrap();
}

fn write_tables(out: &mut String, tables: &Tables) {
    write_state_rows(out, tables);
    let actions = tables.check.iter().zip(&tables.action);
    let actions = actions.map(|(&check, action)| {
        let terminal = if check < 0 { 255 } else { check };
        format!("a({terminal}, {action})")
    });
    out.push_str(ACTION_ROW);
    write_array(out, "ACTIONS", "ActionRow", "The actions of all states.", actions);
    let gotos = tables.goto_check.iter().zip(&tables.goto);
    let gotos = gotos.map(|(&check, goto)| {
        let state = if check < 0 { 65535 } else { check };
        format!("g({state}, {goto})")
    });
    out.push_str(GOTO_ROW);
    write_array(out, "GOTOS", "GotoRow", "The unusual gotos.", gotos);
}

fn write_state_rows(out: &mut String, tables: &Tables) {
    let states = tables.base.iter().zip(&tables.default).map(|(&base, default)| {
        let base = if base == Tables::NO_ROW { 65535 } else { base };
        format!("s({base}, {default})")
    });
    out.push_str(STATE_ROW);
    write_array(out, "STATES", "StateRow", "All states.", states);
}

const STATE_ROW: &str = "\
/// A state: where its actions begin, or `NO_ROW`, and the production reduced by default + 1; 0 =
/// error.
#[derive(Clone, Copy)]
pub struct StateRow {
    pub base: u16,
    pub default: u16,
}

const fn s(base: u16, default: u16) -> StateRow {
    StateRow { base, default }
}

";

const ACTION_ROW: &str = "\
/// An action and the terminal that it belongs to. Shift: state + 1; reduce: -(production + 1);
/// 0: forbidden.
#[derive(Clone, Copy)]
pub struct ActionRow {
    pub terminal: u8,
    pub action: i16,
}

const fn a(terminal: u8, action: i16) -> ActionRow {
    ActionRow { terminal, action }
}

";

const GOTO_ROW: &str = "\
/// A goto that is not the usual one of its nonterminal, and the state that it belongs to.
#[derive(Clone, Copy)]
pub struct GotoRow {
    pub state: u16,
    pub next: u16,
}

const fn g(state: u16, next: u16) -> GotoRow {
    GotoRow { state, next }
}

";

const PRODUCTION_ROW: &str = "\
/// A production: the gotos of its nonterminal and how many symbols it takes.
#[derive(Clone, Copy)]
pub struct Production {
    /// Where the unusual gotos begin.
    pub gotos: u16,
    /// The usual goto.
    pub next: u16,
    pub length: u8,
    /// Its value is that of its only symbol.
    pub passes: bool,
}

const fn p(gotos: u16, next: u16, length: u8, passes: u8) -> Production {
    Production { gotos, next, length, passes: passes == 1 }
}

";

/// Gotos, length and kind of every production.
fn write_productions(out: &mut String, grammar: &Grammar, tables: &Tables) {
    let productions = grammar.productions.iter().map(|production| {
        let passes = u8::from(passes(grammar, production));
        let (gotos, next) =
            (tables.goto_base[production.head], tables.goto_default[production.head]);
        format!("p({gotos}, {next}, {}, {passes})", production.body.len())
    });
    out.push_str(PRODUCTION_ROW);
    let doc = "All productions, in the order of the grammar.";
    write_array(out, "PRODUCTIONS", "Production", doc, productions);
}

/// Whether nothing is to be done for a production but to rename its symbol.
fn passes(grammar: &Grammar, production: &Production) -> bool {
    let typed = grammar.nonterminals[production.head].value_type.is_some();
    production.action.is_none() && typed
}

fn write_array<T: std::fmt::Display>(
    out: &mut String,
    name: &str,
    ty: &str,
    doc: &str,
    values: impl ExactSizeIterator<Item = T>,
) {
    writeln!(out, "/// {doc}\n#[rustfmt::skip]").unwrap();
    write!(out, "pub static {name}: [{ty}; {}] = [", values.len()).unwrap();
    let mut column = usize::MAX;
    for value in values {
        let text = format!("{value},");
        if column.saturating_add(text.len()) > 96 {
            out.push_str("\n    ");
            column = 4;
        }
        column += text.len();
        out.push_str(&text);
    }
    out.push_str("\n];\n\n");
}

fn write_values(out: &mut String, grammar: &Grammar) {
    out.push_str("/// The value of a symbol on the parse stack.\n#[derive(Clone, Copy)]\n");
    out.push_str("pub enum Value<'a> {\n    None,\n");
    for (name, text) in &grammar.value_types {
        writeln!(out, "    {name}({text}),").unwrap();
    }
    out.push_str("}\n\nimpl<'a> Value<'a> {\n");
    for (name, text) in &grammar.value_types {
        let method = snake(name);
        writeln!(out, "    #[inline]\n    fn {method}(self) -> {text} {{").unwrap();
        writeln!(out, "        let Self::{name}(value) = self else {{ mismatch() }};").unwrap();
        writeln!(out, "        value\n    }}").unwrap();
    }
    out.push_str("}\n\n");
    out.push_str("/// Types of values follow from the grammar, which the generator has checked.\n");
    out.push_str("#[cold]\nfn mismatch() -> ! {\n");
    out.push_str(
        "    unreachable!(\"invariant: a symbol's value has the type of its rule\")\n}\n\n",
    );
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(character.to_ascii_lowercase());
    }
    if out == "type" || out == "use" || out == "static" || out == "const" {
        out.insert_str(0, "r#");
    }
    out
}

fn write_reduce(out: &mut String, grammar: &Grammar) -> anyhow::Result<()> {
    out.push_str(
        "/// Replaces the values of a production's symbols, the topmost ones, by its own.\n",
    );
    out.push_str("#[rustfmt::skip]\n#[inline(always)]\n");
    out.push_str(
        "pub fn reduce<'a>(production: u16, at: usize, b: &mut Builder<'a>, \
         v: &mut [Symbol<'a>]) {\n",
    );
    out.push_str(
        "    // Each arm writes its own kind of value: put together, they would pass through many\n\
         \x20   // registers.\n",
    );
    out.push_str("    match production {\n");
    for (index, production) in grammar.productions.iter().enumerate().skip(1) {
        write_arm(out, grammar, index, production)?;
    }
    out.push_str("        _ => {}\n    }\n}\n");
    Ok(())
}

fn write_arm(
    out: &mut String,
    grammar: &Grammar,
    index: usize,
    production: &Production,
) -> anyhow::Result<()> {
    let head = &grammar.nonterminals[production.head];
    let types = |position: usize| value_type(grammar, production.body[position - 1]);
    let Some((action, positions)) = &production.action else {
        let passed = production.body.first().map(|_| types(1)).unwrap_or_default();
        if head.value_type.is_none() {
            writeln!(out, "        {index} => v[at].value = Value::None,").unwrap();
        } else if passed != head.value_type.as_deref() || production.body.len() != 1 {
            anyhow::bail!("grammar line {}: this alternative needs an action", production.line);
        }
        return Ok(());
    };
    let mut arguments = Vec::new();
    for position in positions {
        arguments.push(match position {
            Argument::Below(depth, ty) => format!("v[at - {}].value.{}()", depth + 1, snake(ty)),
            Argument::Symbol(position) => {
                let Some(ty) = types(*position) else {
                    anyhow::bail!("grammar line {}: ${position} has no value", production.line);
                };
                let offset = match position {
                    1 => String::new(),
                    _ => format!(" + {}", position - 1),
                };
                format!("v[at{offset}].value.{}()", snake(ty))
            }
        });
    }
    let call = format!("b.{action}({})", arguments.join(", "));
    match &head.value_type {
        Some(ty) => writeln!(out, "        {index} => v[at].value = Value::{ty}({call}),").unwrap(),
        None => {
            writeln!(out, "        {index} => {{ {call}; v[at].value = Value::None; }}").unwrap()
        }
    }
    Ok(())
}

fn value_type(grammar: &Grammar, symbol: Symbol) -> Option<&str> {
    match symbol {
        Symbol::Terminal(_) => Some("Token"),
        Symbol::Nonterminal(nonterminal) => grammar.nonterminals[nonterminal].value_type.as_deref(),
    }
}
