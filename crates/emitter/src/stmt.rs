//! Statements.

use hhbc::func::Role;
use hhbc::imm::Count;
use syntax::ast::{
    ConstItem, Expr, ExprKind, Literal, MemberName, StaticVar, Stmt, StmtKind, VariableName,
};

use crate::error::{Emit, text};
use crate::func::FuncEmitter;
use crate::member::Purpose;
use crate::scan::is_superglobal;

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn block(&mut self, statements: &[Stmt<'a>]) -> Emit {
        statements.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    pub(crate) fn stmt(&mut self, stmt: Stmt<'a>) -> Emit {
        self.u.enter()?;
        self.at(stmt.span);
        self.stmt_kind(stmt)?;
        let counts = !matches!(stmt.kind, StmtKind::Block { .. } | StmtKind::Declare { .. });
        self.tick(counts);
        self.u.leave();
        Ok(())
    }

    /// Counts a statement under `declare(ticks=…)`.
    pub(crate) fn tick(&mut self, counts: bool) {
        if counts && self.u.ticks > 0 {
            self.b.ticks(Count(self.u.ticks));
        }
    }

    fn stmt_kind(&mut self, stmt: Stmt<'a>) -> Emit {
        match stmt.kind {
            StmtKind::Block { statements } => self.block(statements),
            StmtKind::Expression { value } => self.discard(value),
            StmtKind::Echo { values } => self.echo(values),
            StmtKind::If { condition, then, elseifs, otherwise } => {
                self.if_stmt(stmt.span, (condition, then), (elseifs, otherwise))
            }
            StmtKind::While { condition, body } => self.while_stmt(stmt, condition, body),
            StmtKind::DoWhile { body, condition } => self.do_while(stmt, body, condition),
            StmtKind::For { parts, body } => self.for_stmt(stmt, parts, body),
            StmtKind::Foreach { parts, body } => self.foreach(stmt, parts, body),
            StmtKind::Switch { subject, cases } => self.switch(stmt, subject, cases),
            StmtKind::Break { levels } => self.break_stmt(levels),
            StmtKind::Continue { levels } => self.continue_stmt(levels),
            StmtKind::Return { value } => self.return_stmt(value),
            StmtKind::Global { variables } => variables.iter().try_for_each(|v| self.global(v)),
            StmtKind::Static { variables } => {
                variables.iter().try_for_each(|variable| self.static_var(variable))
            }
            StmtKind::Unset { targets } => targets.iter().try_for_each(|target| self.unset(target)),
            StmtKind::Declare { directives, body } => self.declare(directives, body, false),
            StmtKind::Try { body, catches, finally } => self.try_stmt(stmt, body, catches, finally),
            StmtKind::Goto { label } => self.goto(label.text),
            StmtKind::Label { name } => self.label_stmt(name.text),
            StmtKind::Function { function } => self.function_stmt(function, false),
            StmtKind::Class { class } => self.class_stmt(class, false),
            StmtKind::Const { items } => items.iter().try_for_each(|item| self.const_item(item)),
            StmtKind::Namespace { name, body } => self.nested_namespace(name, body),
            StmtKind::Use { items } => self.use_items(None, items),
            StmtKind::GroupUse { prefix, items } => self.use_items(Some(prefix), items),
            StmtKind::HaltCompiler { .. } => {
                self.u.fail("__HALT_COMPILER() can only be used from the outermost scope")
            }
            StmtKind::Error {} => Ok(()),
        }
    }

    fn echo(&mut self, values: &[Expr<'a>]) -> Emit {
        for value in values {
            self.expr(value)?;
            self.b.print();
            self.b.pop_c();
        }
        Ok(())
    }

    fn global(&mut self, variable: Expr<'a>) -> Emit {
        self.at(variable.span);
        match variable.kind {
            ExprKind::Variable { name: VariableName(b"this") } => {
                return self.u.fail("Cannot use $this as global variable");
            }
            ExprKind::Variable { name: VariableName(name) } if is_superglobal(name) => {
                return self.u.fail("Cannot use auto-global as global variable");
            }
            ExprKind::Variable { name: VariableName(name) } => {
                let place = self.binding_place(variable, Purpose::Write)?;
                self.push_string(name);
                self.b.v_get_g();
                self.bind_place(&place);
            }
            ExprKind::DynamicVariable { name } => {
                self.expr(name)?;
                self.b.cast_string();
                self.b.dup();
                self.b.v_get_g();
                self.b.bind_n();
            }
            _ => return Ok(()),
        }
        self.b.pop_v();
        Ok(())
    }

    fn static_var(&mut self, variable: &StaticVar<'a>) -> Emit {
        self.at(variable.span);
        let name = variable.name.0;
        if name == b"this" {
            return self.u.fail("Cannot use $this as static variable");
        }
        let id = self.u.string(name);
        let local = self.local(name);
        let is_captured = self.notes.captures.iter().any(|captured| captured.local == local);
        if is_captured || self.statics.iter().any(|known| known.name == id) {
            let message = text!["Duplicate declaration of static variable $", name];
            return self.u.fail(message);
        }
        if is_superglobal(name) {
            return self.u.fail("Cannot use auto-global as static variable");
        }
        let init = variable.default.and_then(|value| self.literal_of(value));
        let init = match variable.default {
            None => Some(hhbc::literal::Literal::Null),
            Some(_) => init,
        };
        let known = init.clone().map(hhbc::func::Init::Literal);
        self.statics.push(hhbc::func::StaticVar { name: id, init: known });
        let local = self.local(name);
        match (init, variable.default) {
            (Some(literal), _) => {
                self.push_literal(literal);
                self.b.static_loc_init(local, id);
            }
            (None, Some(value)) => {
                let done = self.b.label();
                self.b.static_loc(local, id);
                self.b.jmp_nz(done);
                self.expr(value)?;
                self.b.static_loc_init(local, id);
                self.b.bind_end(done);
            }
            (None, None) => {}
        }
        if self.context.role == Role::Main {
            // Whoever includes the file shares its variables.
            self.push_string(name);
            self.b.v_get_l(local);
            self.b.bind_n();
            self.b.pop_v();
        }
        Ok(())
    }

    fn const_item(&mut self, item: &ConstItem<'a>) -> Emit {
        self.at(item.span);
        let name = self.declared_const(item.name.text)?;
        match self.literal_of(item.value) {
            Some(literal) => self.push_literal(literal),
            None => {
                self.check_const_expr(item.value, crate::init::Allowed::New)?;
                // PHP: what a chain leaves out is not asked about.
                let start = match item.value.kind {
                    ExprKind::Property { object, name: MemberName::Name(_), .. } => object,
                    _ => item.value,
                };
                self.context.is_const = !crate::expr::is_short_circuited(start);
                self.expr(item.value)?;
                self.context.is_const = false;
            }
        }
        let id = self.u.string(&name);
        self.b.def_cns(id);
        self.b.pop_c();
        Ok(())
    }

    /// A literal integer, for directives and levels.
    pub(crate) fn int_of(value: Expr<'a>) -> Option<i64> {
        match value.kind {
            ExprKind::Literal { value: Literal::Int(int) } => Some(int),
            _ => None,
        }
    }
}
