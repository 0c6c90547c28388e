//! Statements, each on lines of its own.

use syntax::ast::{Case, Catch, ElseIf, Expr, Passing, Stmt, StmtKind};

use super::Exporter;

impl<'a> Exporter<'_, 'a> {
    /// Statements one level further in.
    pub(super) fn block(&mut self, statements: &[Stmt<'a>]) {
        self.indent += 1;
        for statement in statements {
            self.stmt(statement);
        }
        self.indent -= 1;
    }

    /// ` {`, a body and its closing brace.
    pub(super) fn braces(&mut self, body: &[Stmt<'a>]) {
        self.put(" {\n");
        self.block(body);
        self.line_start();
        self.put("}");
    }

    fn body(&mut self, body: Stmt<'a>) {
        self.braces(std::slice::from_ref(&body));
    }

    /// A statement, its indentation and its end of line.
    fn stmt(&mut self, statement: Stmt<'a>) {
        match statement.kind {
            StmtKind::Block { statements } => {
                for statement in statements {
                    self.stmt(statement);
                }
            }
            StmtKind::Echo { values } => self.each("echo ", values, |to, value| to.expr(value, 0)),
            StmtKind::Global { variables } => {
                self.each("global ", variables, |to, variable| to.expr(variable, 0));
            }
            StmtKind::Static { variables } => self.each("static ", variables, |to, variable| {
                to.put("$");
                to.put(variable.name.0);
                if let Some(default) = variable.default {
                    to.put(" = ");
                    to.expr(default, 0);
                }
            }),
            StmtKind::Unset { targets } => self.each("unset(", targets, |to, target| {
                to.expr(target, 0);
                to.put(")");
            }),
            StmtKind::Label { name } => {
                self.line_start();
                self.ident(&name);
                self.put(":\n");
            }
            _ => {
                self.line_start();
                let is_simple = self.one(statement);
                self.put(if is_simple { ";\n" } else { "\n" });
            }
        }
    }

    /// A statement for each of what PHP takes apart when it parses.
    fn each<T>(&mut self, word: &str, items: &[T], mut print: impl FnMut(&mut Self, &T)) {
        for item in items {
            self.line_start();
            self.put(word);
            print(self, item);
            self.put(";\n");
        }
    }

    /// A statement. Says whether a semicolon ends it.
    fn one(&mut self, statement: Stmt<'a>) -> bool {
        match statement.kind {
            StmtKind::Expression { value } => self.expr(value, 0),
            StmtKind::Return { value } => self.word("return", value),
            StmtKind::Break { levels } => self.word("break", levels),
            StmtKind::Continue { levels } => self.word("continue", levels),
            StmtKind::Goto { label } => {
                self.put("goto ");
                self.ident(&label);
            }
            StmtKind::DoWhile { body, condition } => {
                self.put("do");
                self.body(body);
                self.put(" while (");
                self.expr(condition, 0);
                self.put(")");
            }
            StmtKind::Declare { directives, body } => {
                self.put("declare(");
                self.list(directives, |to, item| {
                    to.ident(&item.name);
                    to.put(" = ");
                    to.expr(item.value, 0);
                });
                self.put(")");
                if matches!(body.kind, StmtKind::Block { statements: [] }) {
                    return true;
                }
                self.body(body);
                return false;
            }
            StmtKind::Function { function } => {
                self.function(function);
                self.put("\n");
                return false;
            }
            StmtKind::Class { class } => {
                self.class_decl(class);
                self.put("\n");
                return false;
            }
            _ => return self.control(statement),
        }
        true
    }

    fn word(&mut self, word: &str, value: Option<Expr<'a>>) {
        self.put(word);
        if let Some(value) = value {
            self.put(" ");
            self.expr(value, 0);
        }
    }

    fn control(&mut self, statement: Stmt<'a>) -> bool {
        match statement.kind {
            StmtKind::If { condition, then, elseifs, otherwise } => {
                self.if_of((condition, then), elseifs, otherwise);
            }
            StmtKind::While { condition, body } => {
                self.put("while (");
                self.expr(condition, 0);
                self.put(")");
                self.body(body);
            }
            StmtKind::For { parts, body } => {
                self.put("for (");
                self.list(parts.init, |to, value| to.expr(value, 0));
                for part in [parts.conditions, parts.step] {
                    self.put(if part.is_empty() { ";" } else { "; " });
                    self.list(part, |to, value| to.expr(value, 0));
                }
                self.put(")");
                self.body(body);
            }
            StmtKind::Foreach { parts, body } => {
                self.put("foreach (");
                self.expr(parts.subject, 0);
                self.put(" as ");
                if let Some(key) = parts.key {
                    self.expr(key, 0);
                    self.put(" => ");
                }
                self.put(if parts.passing == Passing::ByRef { "&" } else { "" });
                self.expr(parts.value, 0);
                self.put(")");
                self.body(body);
            }
            StmtKind::Switch { subject, cases } => self.switch(subject, cases),
            StmtKind::Try { body, catches, finally } => {
                self.put("try");
                self.braces(body);
                self.catches(catches);
                if let Some(finally) = finally {
                    self.put(" finally");
                    self.braces(finally.body);
                }
            }
            _ => {
                let source = statement.span.text(self.source);
                self.put(source);
            }
        }
        false
    }

    fn if_of(
        &mut self,
        (condition, then): (Expr<'a>, Stmt<'a>),
        elseifs: &[ElseIf<'a>],
        otherwise: Option<Stmt<'a>>,
    ) {
        self.put("if (");
        self.expr(condition, 0);
        self.put(")");
        self.body(then);
        for branch in elseifs {
            self.put(" elseif (");
            self.expr(branch.condition, 0);
            self.put(")");
            self.body(branch.then);
        }
        let Some(otherwise) = otherwise else { return };
        self.put(" else");
        match otherwise.kind {
            StmtKind::If { condition, then, elseifs, otherwise } => {
                self.put(" ");
                self.if_of((condition, then), elseifs, otherwise);
            }
            _ => self.body(otherwise),
        }
    }

    fn switch(&mut self, subject: Expr<'a>, cases: &[Case<'a>]) {
        self.put("switch (");
        self.expr(subject, 0);
        self.put(") {\n");
        self.indent += 1;
        for case in cases {
            self.line_start();
            match case.value {
                Some(value) => {
                    self.put("case ");
                    self.expr(value, 0);
                    self.put(":\n");
                }
                None => self.put("default:\n"),
            }
            self.block(case.body);
        }
        self.indent -= 1;
        self.line_start();
        self.put("}");
    }

    fn catches(&mut self, catches: &[Catch<'a>]) {
        for catch in catches {
            self.put(" catch (");
            for (at, class) in catch.classes.iter().enumerate() {
                self.put(if at > 0 { "|" } else { "" });
                self.name(class);
            }
            if let Some(variable) = catch.variable {
                self.put(" $");
                self.put(variable.0);
            }
            self.put(")");
            self.braces(catch.body);
        }
    }
}
