//! Expressions as PHP prints them again: what `assert()` says of itself, and what reflection shows
//! of values that need code.
//!
//! # Invariants
//! - Native recursion is counted: below [`DEPTH_MAX`] levels the source stands as it is written.
//!
//! # Not here
//! What names mean: `name`.

mod call;
mod decl;
mod expr;
mod stmt;
mod value;

use syntax::ast::{ClassRef, Expr, Ident, Name, NameKind};

use crate::name::{Names, special_class};

/// How deep what is printed may nest.
const DEPTH_MAX: u32 = 200;

/// Which names are printed.
#[derive(Clone, Copy)]
pub(crate) enum Naming<'n, 'a> {
    /// Those of the source.
    Written,
    /// What those mean in a constant expression, inside a class of this name.
    Resolved { names: &'n Names<'a>, class: Option<&'n [u8]>, fallbacks: Fallbacks },
}

/// Whether a constant that may also be a global one is told from others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fallbacks {
    Plain,
    /// The byte 1 stands before its namespace.
    Marked,
}

/// The text of an expression.
pub(crate) fn text(value: Expr<'_>, source: &[u8], naming: Naming<'_, '_>) -> Vec<u8> {
    let mut exporter = Exporter { source, naming, out: Vec::new(), indent: 0, depth: 0 };
    exporter.expr(value, 0);
    exporter.out
}

struct Exporter<'n, 'a> {
    source: &'n [u8],
    naming: Naming<'n, 'a>,
    out: Vec<u8>,
    indent: usize,
    depth: u32,
}

impl<'a> Exporter<'_, 'a> {
    fn put(&mut self, text: impl AsRef<[u8]>) {
        self.out.extend_from_slice(text.as_ref());
    }

    fn line_start(&mut self) {
        self.out.resize(self.out.len() + 4 * self.indent, b' ');
    }

    /// Items with `", "` between them.
    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.put(", ");
            }
            each(self, item);
        }
    }

    /// A name as written.
    fn name(&mut self, name: &Name<'_>) {
        match name.kind {
            NameKind::FullyQualified => self.put("\\"),
            NameKind::Relative => self.put("namespace\\"),
            NameKind::Unqualified | NameKind::Qualified => {}
        }
        self.put(name.text);
    }

    /// The class of a `new`, which PHP resolves always.
    fn new_class(&mut self, class: &ClassRef<'a>) {
        match (class, self.naming) {
            (ClassRef::Name(name), Naming::Resolved { names, .. }) if !special_class(name.text) => {
                let full = names.class(name);
                self.put("\\");
                self.put(full);
            }
            _ => self.class(class),
        }
    }

    /// A class before `::`.
    fn class(&mut self, class: &ClassRef<'a>) {
        match (class, self.naming) {
            (ClassRef::Value(value), _) => self.expr(value, 0),
            (ClassRef::Name(name), Naming::Resolved { names, .. }) if !special_class(name.text) => {
                let full = names.class(name);
                if name.kind == NameKind::FullyQualified || *full != *name.text {
                    self.put("\\");
                }
                self.put(full);
            }
            (ClassRef::Name(name), _) => self.name(name),
        }
    }

    fn constant(&mut self, name: &Name<'a>) {
        let Naming::Resolved { names, fallbacks, .. } = self.naming else {
            return self.name(name);
        };
        let resolved = names.constant(name);
        if resolved.fallback.is_some() && fallbacks == Fallbacks::Marked {
            self.put(b"\x01");
        }
        self.put(resolved.name);
    }

    fn ident(&mut self, ident: &Ident<'_>) {
        self.put(ident.text);
    }
}
