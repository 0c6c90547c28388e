//! Array literals.

use hhbc::imm::{Count, StrIds};
use hhbc::literal::Literal;
use syntax::ast::{self, ArrayItem, ArraySyntax, Expr, ExprKind, Literal as Written, Passing};

use crate::error::Emit;
use crate::func::FuncEmitter;
use crate::late::Operand;
use crate::member::int_form;

/// So many elements are kept on the stack before the array is made.
const ON_STACK_MAX: usize = 32;

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn array(&mut self, syntax: ArraySyntax, items: &'a [ArrayItem<'a>]) -> Emit {
        if syntax == ArraySyntax::List {
            return self.u.fail("Cannot use list() as standalone expression");
        }
        if let Some(array) = self.array_literal(items) {
            let id = self.u.unit.array(array);
            self.b.array(id);
            return Ok(());
        }
        if let Some(values) = plain_values(items) {
            values.iter().try_for_each(|value| self.expr(value))?;
            self.b.new_packed_array(Count(values.len() as u32));
            return Ok(());
        }
        if let Some((keys, values)) = plain_pairs(items) {
            values.iter().try_for_each(|value| self.expr(value))?;
            let keys = keys.iter().map(|key| self.u.string(key)).collect();
            self.b.new_struct_array(StrIds(keys));
            return Ok(());
        }
        let room = Count(u32::try_from(items.len()).unwrap_or(0));
        let may_be_list = |i: &ArrayItem| {
            matches!(i, ArrayItem::Element { key: None, .. } | ArrayItem::Spread { .. })
        };
        let is_list = items.iter().all(may_be_list);
        match is_list {
            true => self.b.new_array(room),
            false => self.b.new_mixed_array(room),
        }
        items.iter().try_for_each(|item| self.array_item(item))
    }

    /// PHP: what a constant is that holds no others is known before the code runs.
    fn check_spread(&mut self, value: Expr<'a>) -> Emit {
        let ExprKind::Literal { value } = value.kind else { return Ok(()) };
        let ty = match value {
            Written::Null => "null",
            Written::Bool(true) => "true",
            Written::Bool(false) => "false",
            Written::Int(_) => "int",
            Written::Float(_) => "float",
            Written::String(_) => "string",
        };
        self.u.fail(format!("Only arrays and Traversables can be unpacked, {ty} given"))
    }

    fn array_item(&mut self, item: &ArrayItem<'a>) -> Emit {
        match item {
            ArrayItem::Hole {} => return self.u.fail("Cannot use empty array elements in arrays"),
            ArrayItem::Spread { value } => {
                self.check_spread(value)?;
                self.expr(value)?;
                self.b.add_spread();
            }
            ArrayItem::Element { passing: Passing::ByValue, key: Some(key), value }
                if let Some(local) = self.plain_local(key) =>
            {
                // PHP reads a variable that is a key when it has the value.
                self.expr(value)?;
                self.b.c_get_l2(local);
                self.b.add_elem_c();
            }
            ArrayItem::Element { passing, key, value } => {
                let operand = match key {
                    Some(key) => self.operand_before(key, value)?,
                    None => Operand::Cell,
                };
                match passing {
                    Passing::ByValue => self.expr(value)?,
                    Passing::ByRef => {
                        self.check_writable(value)?;
                        self.vget(value)?;
                    }
                }
                self.settle(operand, 1);
                match (key, passing) {
                    (None, Passing::ByValue) => self.b.add_new_elem_c(),
                    (None, Passing::ByRef) => self.b.add_new_elem_v(),
                    (Some(_), Passing::ByValue) => self.b.add_elem_c(),
                    (Some(_), Passing::ByRef) => self.b.add_elem_v(),
                }
            }
        }
        Ok(())
    }

    /// Pushes a value that is known.
    pub(crate) fn push_literal(&mut self, literal: Literal) {
        match literal {
            Literal::Null => self.b.null(),
            Literal::Bool(true) => self.b.true_(),
            Literal::Bool(false) => self.b.false_(),
            Literal::Int(value) => self.b.int(value),
            Literal::Double(value) => self.b.double(value),
            Literal::Str(value) => self.b.string(value),
            Literal::Array(array) => {
                let id = self.u.unit.array(array);
                self.b.array(id);
            }
        }
    }
}

/// The values of a short list without keys, references and spreads.
fn plain_values<'a>(items: &[ArrayItem<'a>]) -> Option<Vec<Expr<'a>>> {
    let value = |item: &ArrayItem<'a>| match item {
        ArrayItem::Element { passing: Passing::ByValue, key: None, value } => Some(*value),
        _ => None,
    };
    if items.is_empty() || items.len() > ON_STACK_MAX {
        return None;
    }
    items.iter().map(value).collect()
}

/// Different literal keys, none the form of an integer, with their values.
fn plain_pairs<'a>(items: &[ArrayItem<'a>]) -> Option<(Vec<&'a [u8]>, Vec<Expr<'a>>)> {
    if items.is_empty() || items.len() > ON_STACK_MAX {
        return None;
    }
    let mut keys: Vec<&'a [u8]> = Vec::with_capacity(items.len());
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        let ArrayItem::Element { passing: Passing::ByValue, key: Some(key), value } = item else {
            return None;
        };
        let ExprKind::Literal { value: ast::Literal::String(key) } = key.kind else { return None };
        if int_form(key).is_some() || keys.contains(&key) {
            return None;
        }
        keys.push(key);
        values.push(*value);
    }
    Some((keys, values))
}
