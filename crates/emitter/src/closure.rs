//! Closures and arrow functions, and what they capture.

use hhbc::func::{Attrs, Role};
use hhbc::imm::Count;
use syntax::ast::{FunctionDecl, FunctionKind, Modifiers, Passing};

use crate::error::{Emit, text};
use crate::func::FuncEmitter;
use crate::method::Plan;
use crate::scan::{captured, is_superglobal};

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn closure(&mut self, function: &'a FunctionDecl<'a>) -> Emit {
        let is_arrow = function.kind == FunctionKind::ArrowFunction;
        let uses: Vec<(&'a [u8], Passing)> = match is_arrow {
            true => self.implicit_uses(function),
            false => function.uses.iter().map(|used| (used.name.0, used.passing)).collect(),
        };
        if !is_arrow {
            self.check_uses(function, &uses)?;
        }
        for (name, passing) in &uses {
            let local = self.local(name);
            match (passing, is_arrow) {
                (Passing::ByRef, _) => self.b.v_get_l(local),
                (Passing::ByValue, true) => self.b.cu_get_l(local),
                (Passing::ByValue, false) => self.b.c_get_l(local),
            }
        }
        let count = Count(u32::try_from(uses.len()).unwrap_or(u32::MAX));
        let mut plan = Plan::new(Role::Closure, self.closure_name(function));
        plan.attrs = Attrs::NONE;
        if is_arrow {
            plan.attrs = plan.attrs.with(Attrs::arrow);
        }
        plan.is_static = function.modifiers.any_of(Modifiers::STATIC);
        plan.captures = uses;
        let id = self.u.function(function, plan)?;
        self.at(function.span);
        self.b.create_cl(count, id);
        Ok(())
    }

    fn implicit_uses(&self, function: &'a FunctionDecl<'a>) -> Vec<(&'a [u8], Passing)> {
        captured(function).into_iter().map(|name| (name, Passing::ByValue)).collect()
    }

    fn check_uses(&mut self, function: &'a FunctionDecl<'a>, uses: &[(&'a [u8], Passing)]) -> Emit {
        for (at, (name, _)) in uses.iter().enumerate() {
            if *name == b"this" {
                return self.u.fail("Cannot use $this as lexical variable");
            }
            if is_superglobal(name) {
                return self.u.fail("Cannot use auto-global as lexical variable");
            }
            if uses[..at].iter().any(|(other, _)| other == name) {
                let message = text!["Cannot use variable $", name, " twice"];
                return self.u.fail(message);
            }
            let params = function.params.unwrap_or_default();
            if params.iter().any(|param| param.name.0 == *name) {
                let message = text!["Cannot use lexical variable $", name, " as a parameter name"];
                return self.u.fail(message);
            }
        }
        Ok(())
    }

    /// The name that PHP gives a closure: where it stands.
    fn closure_name(&mut self, function: &FunctionDecl<'a>) -> Vec<u8> {
        let line = self.u.line_of(function.span.start).to_string();
        let place = match (self.context.role, &self.u.class) {
            (Role::Main | Role::Thunk, _) => self.u.path.to_vec(),
            (Role::Closure, _) => self.context.name.clone(),
            (Role::Method, Some(class)) => text![class.name, "::", self.context.name, "()"],
            _ => text![self.context.name, "()"],
        };
        text!["{closure:", place, ":", line, "}"]
    }
}
