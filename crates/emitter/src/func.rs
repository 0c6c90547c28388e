//! A function under construction: its code, its locals, the constructs around the next statement.

use hashbrown::HashMap;

use hhbc::build::FuncBuilder;
use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::{Attrs, FrameShape, Func, FuncNotes, FuncParam, ParamDefault, Role, StaticVar};
use hhbc::imm::{HookKind, IterId, Label, LocalId, RefUse, StrId};
use syntax::ast::{Span, Stmt};

use crate::control::{Scope, ScopeId};
use crate::error::Emit;
use crate::local::Locals;
use crate::unit::UnitEmitter;

/// What a function is, for what stands in it.
pub(crate) struct Context {
    pub role: Role,
    /// What `__FUNCTION__` is.
    pub name: Vec<u8>,
    /// Whether there may be no `$this`.
    pub is_static: bool,
    pub is_generator: bool,
    pub returns_ref: bool,
    /// The declared type of the result.
    pub ret: Option<TypeConstraint>,
    /// The property and the hook this is.
    pub hook: Option<(Vec<u8>, HookKind)>,
    /// Whether it is a constant expression.
    pub is_const: bool,
}

impl Context {
    pub(crate) fn new(role: Role, name: Vec<u8>) -> Self {
        Self {
            role,
            name,
            is_static: false,
            is_generator: false,
            returns_ref: false,
            ret: None,
            hook: None,
            is_const: false,
        }
    }

    /// Whether the result has a type with this hint.
    pub(crate) fn returns(&self, hint: Hint) -> bool {
        self.ret.as_ref().is_some_and(|ret| ret.hints.has(hint))
    }
}

/// A label of `goto`.
pub(crate) struct GotoLabel {
    pub label: Label,
    /// The constructs around it, from the outermost inwards.
    pub around: Vec<ScopeId>,
}

/// A default entry: the parameter and where its code starts.
pub(crate) struct DefaultEntry {
    pub param: usize,
    pub entry: Label,
    pub text: Option<StrId>,
}

/// Writes a function.
pub(crate) struct FuncEmitter<'u, 'a> {
    pub u: &'u mut UnitEmitter<'a>,
    pub b: FuncBuilder,
    pub context: Context,
    pub locals: Locals<'a>,
    pub scopes: Vec<Scope>,
    pub gotos: HashMap<&'a [u8], GotoLabel>,
    /// Where the nullsafe steps of the chain at hand go when they meet null.
    pub nulls: Vec<Label>,
    pub iters: u32,
    pub iters_max: u32,
    pub params: Vec<FuncParam>,
    pub defaults: Vec<DefaultEntry>,
    pub notes: FuncNotes,
    pub statics: Vec<StaticVar>,
    /// The first instruction.
    pub start: Label,
}

impl<'u, 'a> FuncEmitter<'u, 'a> {
    pub(crate) fn new(
        u: &'u mut UnitEmitter<'a>,
        context: Context,
        variables: Vec<&'a [u8]>,
    ) -> Self {
        let mut b = u.spare.pop().unwrap_or_default();
        let start = b.label();
        b.bind(start);
        Self {
            u,
            b,
            start,
            context,
            locals: Locals::new(variables),
            scopes: Vec::new(),
            gotos: HashMap::new(),
            nulls: Vec::new(),
            iters: 0,
            iters_max: 0,
            params: Vec::new(),
            defaults: Vec::new(),
            notes: FuncNotes::default(),
            statics: Vec::new(),
        }
    }

    /// Says that the code from here on comes from the line on which the span begins.
    pub(crate) fn at(&mut self, span: Span) {
        let line = self.u.at(span);
        self.b.line(line);
    }

    /// The line on which a span ends.
    pub(crate) fn end_line(&mut self, span: Span) -> u32 {
        self.u.line_of(span.end.saturating_sub(1))
    }

    pub(crate) fn push_string(&mut self, bytes: &[u8]) {
        let id = self.u.string(bytes);
        self.b.string(id);
    }

    pub(crate) fn take_iter(&mut self) -> IterId {
        let iter = IterId(self.iters);
        self.iters += 1;
        self.iters_max = self.iters_max.max(self.iters);
        iter
    }

    pub(crate) fn give_back_iter(&mut self) {
        self.iters -= 1;
    }

    /// The local of a variable that the scan has met.
    pub(crate) fn local(&self, name: &[u8]) -> LocalId {
        self.locals.get(name).expect("invariant: the scan has met every variable")
    }

    /// Notes the labels of `goto` in the body.
    pub(crate) fn labels_of(&mut self, has_labels: bool, body: &[Stmt<'a>]) -> Emit {
        match has_labels {
            true => self.find_labels(body),
            false => Ok(()),
        }
    }

    /// What happens when control reaches the end of the body.
    pub(crate) fn implicit_return(&mut self) {
        if !self.b.is_alive() {
            return;
        }
        if self.context.role == Role::Main {
            self.b.int(1);
            return self.b.ret_c();
        }
        if self.context.ret.is_some() && !self.context.is_generator {
            if self.context.returns(Hint::never) {
                return self.b.verify_ret_never();
            }
            if !self.context.returns(Hint::void) {
                return self.b.verify_ret_none();
            }
        }
        self.b.null();
        if self.context.returns_ref && !self.context.is_generator {
            self.b.box_c(RefUse::Return);
            return self.b.ret_v();
        }
        self.b.ret_c();
    }

    /// The finished function.
    pub(crate) fn finish(mut self, name: StrId, attrs: Attrs) -> Emit<Func> {
        let built = self.b.finish();
        let built = built.expect("invariant: every label that is used is bound");
        for default in &self.defaults {
            let entry = self.b.bound_at(default.entry).unwrap_or_default();
            let code = ParamDefault::Code { entry, text: default.text };
            self.params[default.param].default = Some(code);
        }
        self.b.clear();
        self.u.spare.push(self.b);
        let local_names = self.locals.names().iter().map(|name| self.u.unit.string(name)).collect();
        self.notes.statics = self.statics;
        let mut attrs = attrs;
        if self.u.strict {
            attrs = attrs.with(Attrs::strict);
        }
        if self.context.is_generator {
            attrs = attrs.with(Attrs::generator);
        }
        if self.context.returns_ref {
            attrs = attrs.with(Attrs::by_ref);
        }
        Ok(Func {
            name,
            role: self.context.role,
            attrs,
            params: self.params,
            ret: self.context.ret,
            notes: self.notes,
            frame: FrameShape {
                local_names,
                num_locals: self.locals.count(),
                num_iters: self.iters_max,
                max_stack_cells: built.max_stack_cells,
            },
            body: built.body,
        })
    }
}
