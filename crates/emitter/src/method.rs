//! Functions and methods: from a declaration to a record with code.

use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::{Attrs, Capture, FrameShape, Func, FuncNotes, Role};
use hhbc::imm::{Count, FuncId, HookKind, MemberKey};
use syntax::ast::{Execution, FunctionBody, FunctionDecl, FunctionKind, Passing, UseKind};

use crate::attribute::Target;
use crate::error::{Emit, text};
use crate::func::{Context, FuncEmitter};
use crate::scan::Scan;
use crate::unit::UnitEmitter;

/// What is known of a function besides its declaration.
pub(crate) struct Plan<'a> {
    pub role: Role,
    /// Its name, in full.
    pub name: Vec<u8>,
    pub attrs: Attrs,
    pub is_static: bool,
    pub captures: Vec<(&'a [u8], Passing)>,
    pub hook: Option<Hook<'a>>,
}

/// A hook: of which property, and which one.
#[derive(Clone)]
pub(crate) struct Hook<'a> {
    pub property: &'a [u8],
    pub kind: HookKind,
    pub ty: Option<TypeConstraint>,
}

impl<'a> Plan<'a> {
    pub(crate) fn new(role: Role, name: Vec<u8>) -> Self {
        Self { role, name, attrs: Attrs::NONE, is_static: false, captures: Vec::new(), hook: None }
    }
}

impl<'a> FuncEmitter<'_, 'a> {
    /// A function as a statement.
    pub(crate) fn function_stmt(&mut self, decl: &'a FunctionDecl<'a>, is_top: bool) -> Emit {
        let Some(name) = decl.name else { return Ok(()) };
        let full = self.u.names.declared(name.text).into_owned();
        let lower = full.to_ascii_lowercase();
        if let Some(imported) = self.u.names.imported(UseKind::Function, name.text)
            && !imported.eq_ignore_ascii_case(&full)
        {
            let message = text![
                "Cannot redeclare function ",
                full,
                "() (previously declared as local import)"
            ];
            return self.u.fail(message);
        }
        if lower == b"__autoload" {
            let text = "__autoload() is no longer supported, use spl_autoload_register() instead";
            return self.u.fail(text);
        }
        if name.text.eq_ignore_ascii_case(b"assert") {
            return self.u.fail(
                "Defining a custom assert() function is not allowed, as the function has special \
                 semantics",
            );
        }
        let line = self.u.function_line(decl);
        self.u.declared.seen.insert((UseKind::Function as u8, lower.clone()));
        if is_top && let Some(first) = self.u.declared.functions.insert(lower, line) {
            let message = text![
                "Cannot redeclare function ",
                full,
                "() (previously declared in ",
                self.u.path,
                ":",
                first.to_string(),
                ")"
            ];
            return self.u.fail(message);
        }
        let mut plan = Plan::new(Role::Function, full);
        plan.attrs = if is_top { Attrs::hoisted } else { Attrs::NONE };
        let id = self.u.function(decl, plan)?;
        if !is_top {
            self.at(decl.span);
            self.b.def_func(id);
        }
        Ok(())
    }
}

impl<'a> UnitEmitter<'a> {
    /// Compiles a function and makes it a member of the class around it, if it belongs there.
    pub(crate) fn function(&mut self, decl: &'a FunctionDecl<'a>, plan: Plan<'a>) -> Emit<FuncId> {
        self.enter()?;
        let id = self.unit.declare_func();
        if plan.role != Role::Function {
            self.adopt(id);
        }
        let class = match plan.role {
            Role::Function => self.class.take(),
            _ => None,
        };
        let in_closure = plan.role == Role::Closure;
        let outer = std::mem::replace(&mut self.in_closure, in_closure);
        let func = self.function_record(decl, plan)?;
        self.in_closure = outer;
        if class.is_some() {
            self.class = class;
        }
        self.unit.define_func(id, func);
        self.leave();
        Ok(id)
    }

    fn function_record(&mut self, decl: &'a FunctionDecl<'a>, plan: Plan<'a>) -> Emit<Func> {
        let notes = self.function_notes(decl, plan.role)?;
        let mut scan = Scan::default();
        let params = decl.params.unwrap_or_default();
        params.iter().for_each(|param| scan.variable(param.name.0));
        let is_setter = plan.hook.as_ref().is_some_and(|hook| hook.kind == HookKind::Set);
        if is_setter && decl.params.is_none() {
            scan.variable(b"value");
        }
        plan.captures.iter().for_each(|(name, _)| scan.variable(name));
        scan.body(&decl.body);
        let is_bare = decl.body.is_none();
        let ret = match (&plan.hook, decl.return_type) {
            (Some(hook), _) if hook.kind == HookKind::Get => hook.ty.clone(),
            (_, Some(ty)) => Some(self.type_of(ty)?),
            _ if plan.role == Role::Method && plan.name.eq_ignore_ascii_case(b"__toString") => {
                Some(TypeConstraint::of(Hint::string))
            }
            _ => None,
        };
        let mut context = Context::new(plan.role, plan.name.clone());
        context.is_static = plan.is_static;
        context.is_generator = decl.execution == Execution::Generator;
        context.returns_ref = decl.returns == Passing::ByRef;
        context.ret = ret;
        context.hook = plan.hook.as_ref().map(|hook| (hook.property.to_vec(), hook.kind));
        let has_labels = scan.labels;
        let mut attrs = plan.attrs;
        if scan.dynamic {
            attrs = attrs.with(Attrs::mayusevv);
        }
        if plan.is_static && plan.role != Role::Function {
            attrs = attrs.with(Attrs::r#static);
        }
        if params.last().is_some_and(|param| param.arity == syntax::ast::Arity::Variadic) {
            attrs = attrs.with(Attrs::variadic);
        }
        let mut fe = FuncEmitter::new(self, context, scan.variables);
        fe.notes = notes;
        if fe.notes.attributes.iter().any(|found| fe.u.unit.bytes(found.name) == b"Deprecated") {
            attrs = attrs.with(Attrs::deprecated);
        }
        fe.check_generator_type()?;
        fe.captures(&plan.captures);
        let line = fe.u.function_line(decl);
        fe.b.line(line);
        fe.note_void_reference();
        fe.params(params)?;
        if is_setter && decl.params.is_none() {
            fe.value_param(plan.hook.as_ref().and_then(|hook| hook.ty.clone()));
        }
        if is_bare {
            fe.default_texts(params);
            let name = fe.u.string(&plan.name);
            return fe.abstract_record(name, attrs.with(Attrs::r#abstract));
        }
        fe.prologue(params)?;
        fe.labels_of(has_labels, decl.body.statements())?;
        let is_native = |found: &hhbc::func::Attribute| fe.u.unit.bytes(found.name) == b"Native";
        if fe.u.is_library && fe.notes.attributes.iter().any(is_native) {
            fe.b.native_impl();
            attrs = attrs.with(Attrs::native);
        } else {
            fe.function_body(decl, &plan)?;
        }
        fe.default_entries(params)?;
        let name = fe.u.string(&plan.name);
        fe.finish(name, attrs)
    }

    fn function_notes(&mut self, decl: &'a FunctionDecl<'a>, role: Role) -> Emit<FuncNotes> {
        let target = if role == Role::Method { Target::Method } else { Target::Function };
        let last = decl.span.end.saturating_sub(1).max(decl.span.start);
        let lines = (self.function_line(decl), self.line_of(last));
        Ok(FuncNotes {
            doc: decl.doc.map(|doc| self.unit.string(doc)),
            attributes: self.attributes_of(decl.attributes, target)?,
            lines,
            ..FuncNotes::default()
        })
    }
}

impl<'a> FuncEmitter<'_, 'a> {
    fn captures(&mut self, captures: &[(&'a [u8], Passing)]) {
        let captured = captures.iter().map(|(name, passing)| Capture {
            local: self.local(name),
            by_ref: *passing == Passing::ByRef,
        });
        self.notes.captures = captured.collect();
    }

    fn abstract_record(self, name: hhbc::imm::StrId, attrs: Attrs) -> Emit<Func> {
        let names = self.locals.names().iter();
        let local_names: Vec<_> = names.map(|name| self.u.unit.string(name)).collect();
        let num_locals = self.locals.count();
        let mut attrs = attrs;
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
            frame: FrameShape { local_names, num_locals, num_iters: 0, max_stack_cells: 0 },
            body: Default::default(),
        })
    }

    fn check_generator_type(&mut self) -> Emit {
        use hhbc::constraint::{ClassTerm, Hint};
        use hhbc::imm::ClsRef;
        let Some(ret) = self.context.ret.as_ref().filter(|_| self.context.is_generator) else {
            return Ok(());
        };
        let hints = [Hint::mixed, Hint::object, Hint::iterable, Hint::r#static];
        let fits = |cls: &ClsRef| match cls {
            ClsRef::Named(id) => {
                let name = self.u.unit.bytes(*id);
                [&b"Traversable"[..], b"Iterator", b"Generator"]
                    .iter()
                    .any(|known| name.eq_ignore_ascii_case(known))
            }
            _ => false,
        };
        let classes = ret.classes.iter().any(|term| match term {
            ClassTerm::One(cls) => fits(cls),
            ClassTerm::All(all) => all.iter().all(fits),
        });
        if classes || hints.iter().any(|hint| ret.hints.has(*hint)) {
            return Ok(());
        }
        let shown = self.u.type_text(ret);
        self.u
            .fail(format!("Generator return type must be a supertype of Generator, {shown} given"))
    }

    fn function_body(&mut self, decl: &'a FunctionDecl<'a>, plan: &Plan<'a>) -> Emit {
        match decl.body {
            FunctionBody::None => {}
            FunctionBody::Block(statements) => {
                self.block(statements)?;
                let line = self.end_line(decl.span);
                self.b.line(line);
                self.implicit_return();
            }
            FunctionBody::Expr(value) => match &plan.hook {
                Some(hook) if hook.kind == HookKind::Set => {
                    self.expr(value)?;
                    let name = self.u.string(hook.property);
                    self.b.base_h();
                    self.b.set_m(Count(0), MemberKey::PT(name));
                    self.b.pop_c();
                    self.implicit_return();
                }
                _ if decl.kind == FunctionKind::ArrowFunction
                    && self.context.returns(hhbc::constraint::Hint::never) =>
                {
                    self.discard(value)?;
                    self.implicit_return();
                }
                _ => self.return_stmt(Some(value))?,
            },
        }
        Ok(())
    }
}

/// The parts of a body that is a block.
trait BodyParts<'a> {
    fn is_none(&self) -> bool;
    fn statements(&self) -> &'a [syntax::ast::Stmt<'a>];
}

impl<'a> BodyParts<'a> for FunctionBody<'a> {
    fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    fn statements(&self) -> &'a [syntax::ast::Stmt<'a>] {
        match self {
            Self::Block(statements) => statements,
            Self::None | Self::Expr(_) => &[],
        }
    }
}
