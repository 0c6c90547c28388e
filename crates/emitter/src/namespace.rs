//! The top level of a file: namespaces, imports, directives, declarations that are hoisted.

use syntax::ast::{ConstItem, ExprKind, Ident, Literal, Name, Stmt, StmtKind, UseItem, UseKind};
use syntax::parser::is_written_out;

use crate::error::{COMPILE_WARNING, Emit, text};
use crate::func::FuncEmitter;

/// How a file writes its namespaces.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Style {
    /// There is none so far.
    #[default]
    None,
    /// `namespace A;`
    Open,
    /// `namespace A { … }`, of which one is open.
    Inside,
    /// `namespace A { … }`, of which none is open.
    Between,
}

impl<'a> FuncEmitter<'_, 'a> {
    /// The statements of the file, of a namespace, or of a block at that level.
    pub(crate) fn top_level(&mut self, statements: &[Stmt<'a>]) -> Emit {
        for (at, stmt) in statements.iter().enumerate() {
            self.u.enter()?;
            self.at(stmt.span);
            self.top_stmt(stmt, &statements[..at])?;
            self.u.leave();
            if let StmtKind::HaltCompiler { data_offset } = stmt.kind {
                let name = self.u.string(b"__COMPILER_HALT_OFFSET__");
                let value = hhbc::literal::Literal::Int(i64::from(data_offset));
                let metadata = hhbc::class::Metadata { name, value };
                self.u.unit.metadata.push(metadata);
                break;
            }
        }
        Ok(())
    }

    fn top_stmt(&mut self, stmt: Stmt<'a>, before: &[Stmt<'a>]) -> Emit {
        let is_free = matches!(
            stmt.kind,
            StmtKind::Namespace { .. } | StmtKind::HaltCompiler { .. } | StmtKind::Declare { .. }
        );
        if self.u.namespaces == Style::Between && !is_free {
            let is_empty = matches!(stmt.kind, StmtKind::Block { statements: [] });
            let is_blank = matches!(stmt.kind, StmtKind::Echo { .. });
            if !is_empty || is_blank {
                return self.u.fail("No code may exist outside of namespace {}");
            }
        }
        match stmt.kind {
            StmtKind::Block { statements } => self.top_level(statements),
            StmtKind::Function { function } => self.function_stmt(function, true),
            StmtKind::Class { class } => self.class_stmt(class, true),
            StmtKind::Namespace { name, body } => self.namespace(name, body, before),
            StmtKind::Declare { directives, body } => {
                self.check_first(directives, before)?;
                self.declare(directives, body, true)
            }
            StmtKind::HaltCompiler { .. } => Ok(()),
            _ => self.stmt(stmt),
        }
    }

    pub(crate) fn nested_namespace(
        &mut self,
        _: Option<&'a Name<'a>>,
        _: Option<&'a [Stmt<'a>]>,
    ) -> Emit {
        self.u.fail("Namespace declarations cannot be nested")
    }

    fn namespace(
        &mut self,
        name: Option<&'a Name<'a>>,
        body: Option<&'a [Stmt<'a>]>,
        before: &[Stmt<'a>],
    ) -> Emit {
        let mixed = match self.u.namespaces {
            Style::None => false,
            Style::Open => body.is_some(),
            Style::Inside | Style::Between => body.is_none(),
        };
        if mixed {
            return self.u.fail(
                "Cannot mix bracketed namespace declarations with unbracketed namespace \
                 declarations",
            );
        }
        if self.u.namespaces == Style::Inside {
            return self.u.fail("Namespace declarations cannot be nested");
        }
        let is_first = self.u.namespaces == Style::None;
        let source = self.u.source;
        if is_first && !before.iter().all(|stmt| may_precede(stmt, source)) {
            return self.u.fail(
                "Namespace declaration statement has to be the very first statement or after any \
                 declare call in the script",
            );
        }
        let text = name.map_or(&b""[..], |name| name.text);
        if text.eq_ignore_ascii_case(b"namespace") {
            let message = text!["Cannot use '", text, "' as namespace name"];
            return self.u.fail(message);
        }
        self.u.names.enter(text);
        self.u.declared.seen.clear();
        self.u.namespaces = Style::Open;
        if let Some(body) = body {
            self.u.namespaces = Style::Inside;
            self.top_level(body)?;
            self.u.namespaces = Style::Between;
            self.u.names.enter(b"");
            self.u.declared.seen.clear();
        }
        Ok(())
    }

    fn check_first(&mut self, directives: &[&ConstItem<'a>], before: &[Stmt<'a>]) -> Emit {
        let is_first = before.iter().all(|stmt| matches!(stmt.kind, StmtKind::Declare { .. }));
        for directive in directives {
            let is = |word: &[u8]| directive.name.text.eq_ignore_ascii_case(word);
            if is(b"strict_types") && !is_first {
                return self.u.fail(
                    "strict_types declaration must be the very first statement in the script",
                );
            }
            if is(b"encoding") && !is_first {
                return self.u.fail(
                    "Encoding declaration pragma must be the very first statement in the script",
                );
            }
        }
        Ok(())
    }

    pub(crate) fn declare(
        &mut self,
        directives: &[&ConstItem<'a>],
        body: Stmt<'a>,
        is_top: bool,
    ) -> Emit {
        let has_body = !matches!(body.kind, StmtKind::Block { statements: [] })
            || body.span.text(self.u.source).first() == Some(&b'{');
        let ticks = self.u.ticks;
        for directive in directives {
            self.directive(directive, (is_top, has_body))?;
        }
        if has_body {
            self.stmt(body)?;
            self.u.ticks = ticks;
        }
        Ok(())
    }

    fn directive(&mut self, item: &ConstItem<'a>, (is_top, has_body): (bool, bool)) -> Emit {
        let name = item.name.text;
        let is = |word: &[u8]| name.eq_ignore_ascii_case(word);
        let written = match item.value.kind {
            ExprKind::Literal { value } => Some(value),
            _ => None,
        };
        let is_literal = is_written_out(item.value.span.text(self.u.source));
        let Some(value) = written.filter(|_| is_literal) else {
            if is(b"encoding") {
                return self.u.fail("Encoding must be a literal");
            }
            let message = text!["declare(", name, ") value must be a literal"];
            return self.u.fail(message);
        };
        if is(b"ticks") {
            let ticks = if let Literal::Int(n) = value { n } else { 0 };
            self.u.ticks = u32::try_from(ticks.max(0)).unwrap_or(u32::MAX >> 2);
        } else if is(b"strict_types") {
            if !is_top {
                return self.u.fail(
                    "strict_types declaration must be the very first statement in the script",
                );
            }
            if has_body {
                return self.u.fail("strict_types declaration must not use block mode");
            }
            let Literal::Int(value @ 0..=1) = value else {
                return self.u.fail("strict_types declaration must have 0 or 1 as its value");
            };
            self.u.strict = value == 1;
        } else if is(b"encoding") {
            if !is_top {
                return self.u.fail(
                    "Encoding declaration pragma must be the very first statement in the script",
                );
            }
        } else {
            let message = text!["Unsupported declare '", name, "'"];
            self.u.note(COMPILE_WARNING, message);
        }
        Ok(())
    }

    pub(crate) fn use_items(
        &mut self,
        prefix: Option<&'a Name<'a>>,
        items: &[&'a UseItem<'a>],
    ) -> Emit {
        items.iter().try_for_each(|item| self.use_item(prefix, item))
    }

    fn use_item(&mut self, prefix: Option<&'a Name<'a>>, item: &'a UseItem<'a>) -> Emit {
        let full = match prefix {
            Some(prefix) => text![prefix.text, b"\\", item.name.text],
            None => item.name.text.to_vec(),
        };
        let last = item.name.text.iter().rposition(|byte| *byte == b'\\').map_or(0, |at| at + 1);
        let alias = item.alias.map_or(&item.name.text[last..], |alias: Ident<'a>| alias.text);
        let global = self.u.names.namespace.is_empty();
        let is_plain = prefix.is_none() && item.alias.is_none() && last == 0 && global;
        if is_plain {
            let message =
                text!["The use statement with non-compound name '", alias, "' has no effect"];
            self.u.note("Warning", message);
        }
        let reserved = crate::class::RESERVED.iter().any(|word| alias.eq_ignore_ascii_case(word));
        if item.kind == UseKind::Class && reserved {
            let message = text![
                "Cannot use ",
                full,
                " as ",
                alias,
                " because '",
                alias,
                "' is a special class name"
            ];
            return self.u.fail(message);
        }
        let clashes = self.clashes(item.kind, alias, &full);
        if clashes || !self.u.names.import(item.kind, alias, full.clone()) {
            let kind = match item.kind {
                UseKind::Class => "",
                UseKind::Function => " function",
                UseKind::Const => " const",
            };
            let message = text![
                "Cannot use",
                kind,
                " ",
                full,
                " as ",
                alias,
                " because the name is already in use"
            ];
            return self.u.fail(message);
        }
        Ok(())
    }

    /// Whether the file has declared something else under the alias.
    fn clashes(&self, kind: UseKind, alias: &[u8], full: &[u8]) -> bool {
        let mut name = text![self.u.names.namespace];
        if !name.is_empty() {
            name.push(b'\\');
        }
        name.extend_from_slice(alias);
        let same = match kind {
            UseKind::Const => name == full,
            UseKind::Class | UseKind::Function => name.eq_ignore_ascii_case(full),
        };
        let declared = &self.u.declared;
        if kind != UseKind::Const {
            name.make_ascii_lowercase();
        }
        !same && declared.seen.contains(&(kind as u8, name))
    }

    /// The full name of a constant that a `const` statement declares.
    pub(crate) fn declared_const(&mut self, name: &'a [u8]) -> Emit<Vec<u8>> {
        let full = self.u.names.declared(name).into_owned();
        let is = |word: &[u8]| name.eq_ignore_ascii_case(word);
        let reserved = is(b"true") || is(b"false") || is(b"null");
        if reserved || name == b"__COMPILER_HALT_OFFSET__" {
            let message = text!["Cannot redeclare constant '", name, "'"];
            return self.u.fail(message);
        }
        let imported = self.u.names.imported(UseKind::Const, name);
        if imported.is_some_and(|imported| imported != full) {
            let message =
                text!["Cannot declare const ", full, " because the name is already in use"];
            return self.u.fail(message);
        }
        self.u.declared.seen.insert((UseKind::Const as u8, full.clone()));
        Ok(full)
    }
}

/// Whether a statement may stand before the first namespace.
fn may_precede(stmt: Stmt<'_>, source: &[u8]) -> bool {
    match stmt.kind {
        StmtKind::Declare { .. } | StmtKind::HaltCompiler { .. } => true,
        StmtKind::Block { statements: [] } => stmt.span.text(source).first() != Some(&b'{'),
        _ => false,
    }
}
