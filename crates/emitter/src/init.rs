//! Values that are known, or that a thunk computes: constants, properties, attributes, defaults.

use hhbc::func::{Attrs, Init, Role};
use hhbc::imm::Double;
use hhbc::literal::{ArrayLit, Key, Literal};
use syntax::ast::{
    self, Arg, Args, ArrayItem, ClassRef, Expr, ExprKind, MagicConstant, MemberName, Passing,
};

use crate::error::Emit;
use crate::export::Fallbacks;
use crate::func::{Context, FuncEmitter};
use crate::member::int_form;
use crate::scan::Scan;
use crate::unit::UnitEmitter;

/// Whether a constant expression may make objects.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Allowed {
    /// It may.
    New,
    /// It may not: properties and constants of classes.
    NoNew,
}

/// A literal array nests no deeper than this.
const NESTED_MAX: u32 = 64;

impl<'a> FuncEmitter<'_, 'a> {
    /// The value of an expression, when it is known.
    pub(crate) fn literal_of(&mut self, value: Expr<'a>) -> Option<Literal> {
        if let ExprKind::MagicConstant { constant } = value.kind
            && !(constant == MagicConstant::Class && self.u.in_trait())
        {
            return Some(self.magic_literal(constant, value.span));
        }
        self.u.literal_at(value, 0)
    }

    /// An array whose entries are all known.
    pub(crate) fn array_literal(&mut self, items: &[ArrayItem<'a>]) -> Option<ArrayLit> {
        self.u.array_at(items, 0)
    }

    /// Refuses what may not stand in a constant expression.
    pub(crate) fn check_const_expr(&mut self, value: Expr<'a>, allowed: Allowed) -> Emit {
        self.u.check_const_expr(value, allowed)
    }
}

impl<'a> UnitEmitter<'a> {
    fn literal_at(&mut self, value: Expr<'a>, level: u32) -> Option<Literal> {
        Some(match value.kind {
            ExprKind::Literal { value } => match value {
                ast::Literal::Null => Literal::Null,
                ast::Literal::Bool(value) => Literal::Bool(value),
                ast::Literal::Int(value) => Literal::Int(value),
                ast::Literal::Float(value) => Literal::Double(Double::from(value)),
                ast::Literal::String(bytes) => Literal::Str(self.unit.string(bytes)),
            },
            ExprKind::Array { items, .. } if level < NESTED_MAX => {
                Literal::Array(self.array_at(items, level + 1)?)
            }
            ExprKind::ClassName { class: ClassRef::Name(name) }
                if name.text.eq_ignore_ascii_case(b"self")
                    && !self.in_trait()
                    && !self.in_closure =>
            {
                let name = self.class.as_ref()?.name.clone();
                Literal::Str(self.unit.string(&name))
            }
            _ => return None,
        })
    }

    fn array_at(&mut self, items: &[ArrayItem<'a>], level: u32) -> Option<ArrayLit> {
        // Most arrays that are not known show it in an element without depth: those go first.
        let shallow = items.iter().all(|item| match item {
            ArrayItem::Element { passing: Passing::ByValue, key, value } => {
                key.is_none_or(|key| matches!(key.kind, ExprKind::Literal { .. }))
                    && matches!(value.kind, ExprKind::Literal { .. } | ExprKind::Array { .. })
            }
            _ => false,
        });
        if !shallow {
            return None;
        }
        let is_list = |item: &ArrayItem<'_>| matches!(item, ArrayItem::Element { key: None, .. });
        if items.iter().all(is_list) {
            return self.list_at(items, level);
        }
        let mut entries: Vec<(Key, Literal)> = Vec::with_capacity(items.len());
        let mut places: hashbrown::HashMap<Key, usize> = hashbrown::HashMap::new();
        // The next free key, once there is an int among the keys; none behind the largest.
        let mut next: Option<Option<i64>> = None;
        for item in items {
            let ArrayItem::Element { key, value, .. } = item else { return None };
            let key = match key {
                Some(key) => self.literal_key(key)?,
                None => Key::Int(next.unwrap_or(Some(0))?),
            };
            if let Key::Int(int) = key
                && next.is_none_or(|next| next.is_some_and(|next| int >= next))
            {
                next = Some(int.checked_add(1));
            }
            let value = self.literal_at(value, level)?;
            match places.get(&key) {
                Some(at) => entries[*at].1 = value,
                None => {
                    places.insert(key, entries.len());
                    entries.push((key, value));
                }
            }
        }
        Some(ArrayLit { entries })
    }

    /// An array whose elements have no keys.
    fn list_at(&mut self, items: &[ArrayItem<'a>], level: u32) -> Option<ArrayLit> {
        let mut entries = Vec::with_capacity(items.len());
        for (at, item) in (0i64..).zip(items) {
            let ArrayItem::Element { value, .. } = item else { return None };
            entries.push((Key::Int(at), self.literal_at(value, level)?));
        }
        Some(ArrayLit { entries })
    }

    /// What PHP makes of a key, when it does so without a warning.
    fn literal_key(&mut self, key: Expr<'a>) -> Option<Key> {
        let ExprKind::Literal { value } = key.kind else { return None };
        Some(match value {
            ast::Literal::Int(int) => Key::Int(int),
            ast::Literal::Bool(value) => Key::Int(i64::from(value)),
            ast::Literal::Null => Key::Str(self.unit.string(b"")),
            ast::Literal::String(text) => match int_form(text) {
                Some(int) => Key::Int(int),
                None => Key::Str(self.unit.string(text)),
            },
            ast::Literal::Float(_) => return None,
        })
    }

    /// A constant expression: its value, or a thunk.
    pub(crate) fn init(&mut self, value: Expr<'a>, allowed: Allowed) -> Emit<Init> {
        self.at(value.span);
        if let Some(literal) = self.literal_at(value, 0) {
            return Ok(Init::Literal(literal));
        }
        self.check_const_expr(value, allowed)?;
        let id = self.unit.declare_func();
        self.adopt(id);
        let mut scan = Scan::default();
        scan.nodes(vec![crate::walk::Node::Expr(value)]);
        let mut context = Context::new(Role::Thunk, Vec::new());
        context.is_const = true;
        let mut thunk = FuncEmitter::new(self, context, scan.variables);
        thunk.at(value.span);
        thunk.expr(value)?;
        thunk.b.ret_c();
        let name = thunk.u.string(b"");
        let func = thunk.finish(name, Attrs::NONE)?;
        self.unit.define_func(id, func);
        let text = self.text_of(value, Fallbacks::Plain);
        Ok(Init::Thunk { func: id, text: self.unit.string(&text) })
    }

    pub(crate) fn check_const_expr(&mut self, value: Expr<'a>, allowed: Allowed) -> Emit {
        let mut work = vec![value];
        while let Some(node) = work.pop() {
            self.at(node.span);
            self.check_const_node(node, allowed)?;
            crate::walk::below_expr(node, &mut |below| {
                if let crate::walk::Node::Expr(below) = below {
                    work.push(below);
                }
            });
        }
        Ok(())
    }

    /// Whether an expression is a number as it is written.
    pub(crate) fn is_number(&self, value: Expr<'a>) -> bool {
        let text = value.span.text(self.source);
        text.first().is_some_and(|first| first.is_ascii_digit() || *first == b'.')
            && text.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_'))
    }

    fn check_const_node(&mut self, node: Expr<'a>, allowed: Allowed) -> Emit {
        let is_static = |name: &ast::Name<'_>| name.text.eq_ignore_ascii_case(b"static");
        match node.kind {
            ExprKind::Literal { .. }
            | ExprKind::Constant { .. }
            | ExprKind::MagicConstant { .. }
            | ExprKind::BinaryOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::Ternary { .. }
            | ExprKind::Array { .. }
            | ExprKind::Property { .. }
            | ExprKind::Dim { index: Some(_), .. } => Ok(()),
            ExprKind::Dim { index: None, .. } => self.fail("Cannot use [] for reading"),
            ExprKind::ClassConstant { class: ClassRef::Name(name), .. } if is_static(name) => {
                self.fail("\"static::\" is not allowed in compile-time constants")
            }
            ExprKind::ClassConstant { class: ClassRef::Value(class), .. } => {
                self.fail(match class.kind {
                    ExprKind::Literal { .. } if self.is_number(class) => "Illegal class name",
                    ExprKind::Literal { .. } | ExprKind::Array { items: [], .. } => {
                        "Class name must be a valid object or a string"
                    }
                    _ => {
                        "Dynamic class names are not allowed in compile-time class constant \
                         references"
                    }
                })
            }
            ExprKind::ClassConstant {
                name: MemberName::Value(_) | MemberName::Name(_), ..
            } => Ok(()),
            ExprKind::ClassName { class: ClassRef::Value(_) } => {
                self.fail("(expression)::class cannot be used in constant expressions")
            }
            ExprKind::ClassName { class: ClassRef::Name(name) } if is_static(name) => {
                self.fail("static::class cannot be used for compile-time class name resolution")
            }
            ExprKind::ClassName { .. } => Ok(()),
            ExprKind::NewAnonymous { .. } => {
                self.fail("Cannot use anonymous class in constant expression")
            }
            ExprKind::New { .. } if allowed == Allowed::NoNew => {
                self.fail("New expressions are not supported in this context")
            }
            ExprKind::New { class: ClassRef::Value(_), .. } => {
                self.fail("Cannot use dynamic class name in constant expression")
            }
            ExprKind::New { class: ClassRef::Name(name), .. } if is_static(name) => {
                self.fail("\"static\" is not allowed in compile-time constants")
            }
            ExprKind::New { args: Args::List(args), .. } => {
                match args.iter().any(|arg| matches!(arg, Arg::Spread(_))) {
                    true => {
                        self.fail("Argument unpacking in constant expressions is not supported")
                    }
                    false => Ok(()),
                }
            }
            ExprKind::New { args: Args::FirstClassCallable, .. } => {
                self.fail("Cannot create Closure for new expression")
            }
            _ => self.fail("Constant expression contains invalid operations"),
        }
    }
}
