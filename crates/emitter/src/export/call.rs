//! Members of classes and objects, calls, and what looks like a call.

use syntax::ast::{
    Access, Arg, Args, BinaryOp, ClassRef, Expr, ExprKind, IncludeKind, Literal, MemberName,
};

use super::expr::joined;
use super::{Exporter, Naming};

impl<'a> Exporter<'_, 'a> {
    pub(super) fn member(&mut self, value: Expr<'a>) {
        match value.kind {
            ExprKind::ClassConstant { class, name } => {
                self.class(&class);
                self.put("::");
                self.member_name(&name);
            }
            ExprKind::ClassName { class } => self.class_name(&class),
            ExprKind::StaticProperty { class, variable } => {
                self.class(&class);
                self.put("::");
                self.expr(variable, 0);
            }
            ExprKind::Dim { base, index } => {
                self.expr(base, 260);
                self.put("[");
                if let Some(index) = index {
                    self.expr(index, 0);
                }
                self.put("]");
            }
            ExprKind::Property { access, object, name } => {
                self.expr(object, 0);
                self.put(if access == Access::Nullsafe { "?->" } else { "->" });
                self.member_name(&name);
            }
            _ => {}
        }
    }

    fn class_name(&mut self, class: &ClassRef<'a>) {
        if let (ClassRef::Name(name), Naming::Resolved { names, class: own, .. }) =
            (class, self.naming)
        {
            let is_own = name.text.eq_ignore_ascii_case(b"self");
            match own {
                Some(own) if is_own => return self.string(own),
                _ if !crate::name::special_class(name.text) => {
                    let full = names.class(name);
                    return self.string(&full);
                }
                _ => {}
            }
        }
        self.class(class);
        self.put("::class");
    }

    fn member_name(&mut self, name: &MemberName<'a>) {
        match name {
            MemberName::Name(name) => self.ident(name),
            MemberName::Value(value) => match value.kind {
                ExprKind::Literal { value: Literal::String(text) } if is_word(text) => {
                    self.put(text);
                }
                ExprKind::Literal { value: Literal::String(text) } => {
                    self.put("{");
                    self.put(text);
                    self.put("}");
                }
                ExprKind::Variable { .. } | ExprKind::DynamicVariable { .. } => {
                    self.expr(value, 0);
                }
                _ => {
                    self.put("{");
                    self.expr(value, 0);
                    self.put("}");
                }
            },
        }
    }

    /// What stands behind the `$` of a variable whose name is computed.
    pub(super) fn variable_name(&mut self, name: Expr<'a>) {
        match name.kind {
            ExprKind::Literal { value: Literal::String(text) } if is_word(text) => self.put(text),
            ExprKind::BinaryOp { op: BinaryOp::Concat, .. } if joined(name).is_some() => {
                let text = joined(name).unwrap_or_default();
                let (open, close) = if is_word(&text) { ("", "") } else { ("{", "}") };
                self.put(open);
                self.put(text);
                self.put(close);
            }
            ExprKind::Literal { value: Literal::String(text) } => {
                self.put("{");
                self.put(text);
                self.put("}");
            }
            ExprKind::Variable { .. } | ExprKind::DynamicVariable { .. } => self.expr(name, 0),
            _ => {
                self.put("{");
                self.expr(name, 0);
                self.put("}");
            }
        }
    }

    pub(super) fn call(&mut self, value: Expr<'a>) {
        match value.kind {
            ExprKind::Call { name, args } => {
                let is_exit =
                    [&b"exit"[..], b"die"].iter().any(|word| name.text.eq_ignore_ascii_case(word));
                match is_exit {
                    true => self.put("\\exit"),
                    false => self.name(name),
                }
                self.args(args);
            }
            ExprKind::CallValue { callee, args } => {
                match callee.kind {
                    ExprKind::Literal { value: Literal::String(text) } => {
                        self.put("\\");
                        self.put(text);
                    }
                    _ => self.expr(callee, 0),
                }
                self.args(args);
            }
            ExprKind::MethodCall { access, object, name, args } => {
                self.expr(object, 0);
                self.put(if access == Access::Nullsafe { "?->" } else { "->" });
                self.member_name(&name);
                self.args(args);
            }
            ExprKind::StaticCall { class, name, args } => {
                self.class(&class);
                self.put("::");
                self.member_name(&name);
                self.args(args);
            }
            ExprKind::New { class, args } => {
                self.put("new ");
                self.new_class(&class);
                self.args(args);
            }
            ExprKind::NewAnonymous { class, args } => self.anonymous(class, args),
            _ => {}
        }
    }

    pub(super) fn args(&mut self, args: &Args<'a>) {
        self.put("(");
        match args {
            Args::FirstClassCallable => self.put("..."),
            Args::List(args) => self.list(args, |to, arg| match arg {
                Arg::Value(value) => to.expr(value, 0),
                Arg::Named(name, value) => {
                    to.ident(name);
                    to.put(": ");
                    to.expr(value, 0);
                }
                Arg::Spread(value) => {
                    to.put("...");
                    to.expr(value, 0);
                }
            }),
        }
        self.put(")");
    }

    pub(super) fn construct(&mut self, value: Expr<'a>, priority: u16) {
        let (word, operand) = match value.kind {
            ExprKind::Isset { operands } => return self.isset(operands, priority),
            ExprKind::Empty { operand } => ("empty", operand),
            ExprKind::Eval { code } => ("eval", code),
            ExprKind::Include { kind, path } => match kind {
                IncludeKind::Include => ("include", path),
                IncludeKind::IncludeOnce => ("include_once", path),
                IncludeKind::Require => ("require", path),
                IncludeKind::RequireOnce => ("require_once", path),
            },
            _ => return,
        };
        self.put(word);
        self.put("(");
        self.expr(operand, 0);
        self.put(")");
    }

    /// Several operands are as many calls.
    fn isset(&mut self, operands: &[Expr<'a>], priority: u16) {
        let is_joined = operands.len() > 1 && priority > 130;
        self.open(is_joined);
        for (at, operand) in operands.iter().enumerate() {
            if at > 0 {
                self.put(" && ");
            }
            self.put("isset(");
            self.expr(operand, 0);
            self.put(")");
        }
        self.close(is_joined);
    }
}

fn is_word(text: &[u8]) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_' || *byte >= 0x7f;
    text.first().is_some_and(is_letter)
        && text.iter().all(|byte| is_letter(byte) || byte.is_ascii_digit())
}
