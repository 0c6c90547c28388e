//! Literals and constants: global ones, magic ones, those of classes.

use hhbc::func::Role;
use hhbc::imm::{ClsRef, Double, StrId};
use syntax::ast::{ClassRef, ExprKind, Literal, MagicConstant, MemberName, Name, NameKind, Span};

use crate::error::{Emit, text};
use crate::func::FuncEmitter;
use crate::name::special_class;
use crate::unit::UnitEmitter;

impl<'a> UnitEmitter<'a> {
    /// A class that is named in the source. `closure` and top-level code may be bound to any.
    pub(crate) fn cls_ref(&mut self, name: &Name<'a>, scope_known: bool) -> Emit<ClsRef> {
        let qualifier = match name.kind {
            syntax::ast::NameKind::FullyQualified => "\\",
            syntax::ast::NameKind::Relative => "namespace\\",
            _ => "",
        };
        let special = special_class(name.text);
        if special && !qualifier.is_empty() {
            let message = text!["'", qualifier, name.text, "' is an invalid class name"];
            return self.fail(message);
        }
        if !special {
            let full = self.names.class(name);
            return Ok(ClsRef::Named(self.unit.string(&full)));
        }
        let word = name.text.to_ascii_lowercase();
        if scope_known {
            self.check_scope(&word)?;
        }
        Ok(match word.as_slice() {
            b"self" => ClsRef::SelfCls,
            b"parent" => ClsRef::Parent,
            _ => ClsRef::Static,
        })
    }

    /// Whether `self`, `parent` or `static` means anything here.
    pub(crate) fn check_scope(&mut self, word: &[u8]) -> Emit {
        match &self.class {
            None => {
                let message = text!["Cannot use \"", word, "\" when no class scope is active"];
                self.fail(message)
            }
            Some(class) if word == b"parent" && class.parent.is_none() && !self.in_trait() => {
                self.fail("Cannot use \"parent\" when current class scope has no parent")
            }
            Some(_) => Ok(()),
        }
    }

    pub(crate) fn catch_class(&mut self, name: &Name<'a>) -> Emit<StrId> {
        if special_class(name.text) {
            return self.fail("Bad class name in the catch statement");
        }
        let full = self.names.class(name);
        Ok(self.unit.string(&full))
    }
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Whether the class around this code is known to be the one it runs in.
    pub(crate) fn scope_known(&self) -> bool {
        match self.context.role {
            Role::Closure | Role::Main => false,
            Role::Function | Role::Method => !self.u.in_trait() && !self.context.is_const,
            Role::Thunk => false,
        }
    }

    pub(crate) fn cls_ref(&mut self, name: &Name<'a>) -> Emit<ClsRef> {
        let known = self.scope_known();
        self.u.cls_ref(name, known)
    }

    pub(crate) fn literal(&mut self, value: Literal<'a>) {
        match value {
            Literal::Null => self.b.null(),
            Literal::Bool(true) => self.b.true_(),
            Literal::Bool(false) => self.b.false_(),
            Literal::Int(value) => self.b.int(value),
            Literal::Float(value) => self.b.double(Double::from(value)),
            Literal::String(bytes) => self.push_string(bytes),
        }
    }

    pub(crate) fn constant(&mut self, name: &Name<'a>) -> Emit {
        let is_relative = name.kind == NameKind::Relative;
        if name.text == b"__COMPILER_HALT_OFFSET__" && !is_relative {
            let id = self.u.string(name.text);
            self.b.cns(id);
            return Ok(());
        }
        let resolved = self.u.names.constant(name);
        let id = self.u.string(&resolved.name);
        match resolved.fallback {
            None => self.b.cns(id),
            Some(fallback) => {
                let fallback = self.u.string(fallback);
                self.b.cns_u(id, fallback);
            }
        }
        Ok(())
    }

    pub(crate) fn magic(&mut self, constant: MagicConstant, span: Span) -> Emit {
        match constant {
            MagicConstant::File => self.b.file(),
            MagicConstant::Dir => self.b.dir(),
            MagicConstant::Class if self.u.in_trait() => {
                self.b.self_cls();
                self.b.name_a();
            }
            _ => match self.magic_literal(constant, span) {
                hhbc::literal::Literal::Int(value) => self.b.int(value),
                literal => self.push_literal(literal),
            },
        }
        Ok(())
    }

    /// The value of a magic constant that is known.
    pub(crate) fn magic_literal(
        &mut self,
        constant: MagicConstant,
        span: Span,
    ) -> hhbc::literal::Literal {
        let class = self.u.class.as_ref();
        let class_name = || class.map(|class| class.name.clone()).unwrap_or_default();
        let bytes = match constant {
            MagicConstant::Line => {
                return hhbc::literal::Literal::Int(i64::from(self.u.line_of(span.start)));
            }
            MagicConstant::File => self.u.path.to_vec(),
            MagicConstant::Dir => directory(self.u.path).to_vec(),
            MagicConstant::Trait if self.u.in_trait() => class_name(),
            MagicConstant::Trait => Vec::new(),
            MagicConstant::Class => class_name(),
            MagicConstant::Namespace => self.u.names.namespace.to_vec(),
            MagicConstant::Function => self.context.name.clone(),
            MagicConstant::Method => match (self.context.role, class) {
                (Role::Method, Some(class)) => text![class.name, "::", self.context.name],
                (Role::Thunk, _) => Vec::new(),
                _ => self.context.name.clone(),
            },
            MagicConstant::Property if self.context.role == Role::Thunk => self.u.property.clone(),
            MagicConstant::Property => {
                self.context.hook.as_ref().map(|(name, _)| name.clone()).unwrap_or_default()
            }
        };
        hhbc::literal::Literal::Str(self.u.string(&bytes))
    }

    pub(crate) fn class_constant(&mut self, class: &ClassRef<'a>, name: &MemberName<'a>) -> Emit {
        if let (ClassRef::Name(class), Some(name)) = (class, Self::known_member(name)) {
            let cls = self.cls_ref(class)?;
            let name = self.u.string(name);
            self.b.cls_cns_d(name, cls);
            return Ok(());
        }
        self.push_class(class)?;
        match name {
            MemberName::Name(name) => {
                let name = self.u.string(name.text);
                self.b.cls_cns(name);
            }
            MemberName::Value(value) => {
                self.expr(value)?;
                self.b.cls_cns_c();
            }
        }
        Ok(())
    }

    pub(crate) fn class_name(&mut self, class: &ClassRef<'a>) -> Emit {
        let name = match class {
            ClassRef::Value(value) => {
                if let ExprKind::Literal { value: literal } = value.kind {
                    let ty = match literal {
                        Literal::String(name) => {
                            self.push_string(name);
                            return Ok(());
                        }
                        _ if self.u.is_number(value) => return self.u.fail("Illegal class name"),
                        Literal::Null => "null",
                        Literal::Bool(true) => "true",
                        Literal::Bool(false) => "false",
                        Literal::Int(_) => "int",
                        Literal::Float(_) => "float",
                    };
                    return self.u.fail(format!("Cannot use \"::class\" on {ty}"));
                }
                self.expr(value)?;
                self.b.cls_name_c();
                return Ok(());
            }
            ClassRef::Name(name) => name,
        };
        match self.known_class_name(name)? {
            Some(full) => self.push_string(&full),
            None => {
                self.push_class(class)?;
                self.b.name_a();
            }
        }
        Ok(())
    }

    /// What `name::class` is, when that is known.
    pub(crate) fn known_class_name(&mut self, name: &Name<'a>) -> Emit<Option<Vec<u8>>> {
        let cls = self.cls_ref(name)?;
        let is_thunk = self.context.role == Role::Thunk && !self.u.in_trait();
        let known = is_thunk || self.scope_known();
        if cls == ClsRef::Parent && is_thunk && !self.u.in_closure {
            self.u.check_scope(b"parent")?;
        }
        let class = self.u.class.as_ref().filter(|_| known);
        Ok(match cls {
            ClsRef::Named(id) => Some(self.u.unit.bytes(id).to_vec()),
            ClsRef::SelfCls => class.map(|class| class.name.clone()),
            ClsRef::Parent => class.and_then(|class| class.parent.clone()),
            ClsRef::Static => None,
        })
    }
}

/// The directory of a path, as `__DIR__` shows it.
fn directory(path: &[u8]) -> &[u8] {
    match path.iter().rposition(|byte| *byte == b'/') {
        Some(0) => b"/",
        Some(at) => &path[..at],
        None => b"",
    }
}
