//! Member paths: `$a[1]->b` as `Base`, `Dim`, and a final step.
//!
//! A path is emitted in two halves. First whatever its keys need is evaluated, in the order of the
//! source, and stays on the stack; later the steps follow in one stretch.

use hhbc::imm::{ClsRef, Count, LocalId, MemberKey, MemberMode, StackDepth, StrId};
use smallvec::SmallVec;
use syntax::ast::{Access, Expr, ExprKind, Literal, MemberName, VariableName};

use crate::error::Emit;
use crate::expr::{is_call, is_this};
use crate::func::FuncEmitter;
use crate::scan::is_superglobal;

/// What a path is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Purpose {
    /// To read, with warnings.
    Read,
    /// To ask, without.
    Ask,
    /// To write.
    Write,
    /// To read and write.
    ReadWrite,
    /// To read, and to write when there is nothing: what the keys lie on must be cells.
    Coalesce,
    Unset,
    /// To pass as an argument that may be a reference.
    Pass,
}

impl Purpose {
    fn writes(self) -> bool {
        matches!(self, Self::Write | Self::ReadWrite | Self::Coalesce | Self::Unset)
    }
}

/// A key: a slot of the path, by its index, or an immediate.
#[derive(Clone, Copy)]
enum Key {
    Slot(u32),
    Local(LocalId),
    Text(StrId),
    Int(i64),
}

#[derive(Clone, Copy)]
enum Step {
    Element(Key),
    Property(Key),
    Append,
}

#[derive(Clone, Copy)]
enum Root {
    Local(LocalId),
    This,
    Slot(u32),
    Global(StrId),
    GlobalSlot(u32),
    GlobalLocal(LocalId),
    NamedSlot(u32),
    NamedLocal(LocalId),
    Static(StrId, ClsRef),
    /// The class lies in this slot, the name in the next.
    StaticSlots(u32),
}

/// A path whose keys are on the stack.
pub(crate) struct Path {
    root: Root,
    steps: SmallVec<[Step; 4]>,
    /// How many slots of the stack belong to it.
    pub slots: u32,
}

/// Whether PHP takes a string for an integer as a key.
pub(crate) fn int_form(bytes: &[u8]) -> Option<i64> {
    let first = *bytes.first()?;
    if !(first.is_ascii_digit() || first == b'-') || bytes.len() > 20 {
        return None;
    }
    let int: i64 = std::str::from_utf8(bytes).ok()?.parse().ok()?;
    (int.to_string().as_bytes() == bytes).then_some(int)
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Evaluates what a path needs. The expression is a `Dim` or a `Property`.
    pub(crate) fn path(&mut self, expr: Expr<'a>, purpose: Purpose) -> Emit<Path> {
        let mut links: SmallVec<[Expr<'a>; 8]> = SmallVec::new();
        let mut root = expr;
        loop {
            match root.kind {
                ExprKind::Dim { base, index } => {
                    if index.is_some() && is_globals(base) {
                        break;
                    }
                    links.push(root);
                    root = base;
                }
                ExprKind::Property { access, object, .. } => {
                    links.push(root);
                    root = object;
                    if access == Access::Nullsafe {
                        break;
                    }
                }
                _ => break,
            }
        }
        let mut path = Path { root: Root::This, steps: SmallVec::new(), slots: 0 };
        let nullsafe = links.last().is_some_and(|link| {
            matches!(link.kind, ExprKind::Property { access: Access::Nullsafe, .. })
        });
        match nullsafe {
            true => self.nullsafe_root(root, purpose, &mut path)?,
            false => self.path_root(root, purpose, &mut path)?,
        }
        let last = links.len() - 1;
        for (at, link) in links.into_iter().rev().enumerate() {
            let step = self.step(link, (purpose, at == last), &mut path)?;
            path.steps.push(step);
        }
        Ok(path)
    }

    /// The object before `?->`, with a jump over the rest of the chain.
    fn nullsafe_root(&mut self, root: Expr<'a>, purpose: Purpose, path: &mut Path) -> Emit {
        if purpose.writes() {
            return self.u.fail("Can't use nullsafe operator in write context");
        }
        if let Purpose::Read | Purpose::Ask = purpose
            && let Some(local) = self.plain_local(root)
            && !is_this(root)
        {
            // PHP: a variable is asked whether it is null, and read when the keys are there.
            match purpose {
                Purpose::Ask => self.b.c_get_quiet_l(local),
                _ => self.b.c_get_l(local),
            }
            let label = self.b.label();
            self.b.jmp_null(label);
            self.nulls.push(label);
            self.b.pop_c();
            path.root = Root::Local(local);
            return Ok(());
        }
        match purpose {
            Purpose::Ask => self.quiet_link(root)?,
            _ => self.link(root)?,
        }
        let label = self.b.label();
        self.b.jmp_null(label);
        self.nulls.push(label);
        path.root = Root::Slot(path.push());
        Ok(())
    }

    fn path_root(&mut self, root: Expr<'a>, purpose: Purpose, path: &mut Path) -> Emit {
        self.at(root.span);
        path.root = match root.kind {
            _ if is_this(root) => Root::This,
            ExprKind::Variable { name: VariableName(name) } if is_superglobal(name) => {
                if name == b"GLOBALS" && purpose.writes() {
                    let text = "$GLOBALS can only be modified using the $GLOBALS[$name] = $value \
                                syntax";
                    return self.u.fail(text);
                }
                if name == b"GLOBALS" {
                    self.b.globals();
                    Root::Slot(path.push())
                } else {
                    Root::Global(self.u.string(name))
                }
            }
            ExprKind::Variable { .. } | ExprKind::DynamicVariable { .. } => {
                return self.variable_root(root, path);
            }
            ExprKind::Dim { index: Some(index), .. } => match self.cell_key(index, path)? {
                Key::Text(name) => Root::Global(name),
                Key::Local(local) => Root::GlobalLocal(local),
                Key::Slot(slot) => Root::GlobalSlot(slot),
                Key::Int(int) => {
                    let name = self.u.string(int.to_string().as_bytes());
                    Root::Global(name)
                }
            },
            ExprKind::StaticProperty { .. } => match self.static_property(root)? {
                Some((name, cls)) => Root::Static(name, cls),
                None => {
                    let slot = path.push();
                    path.push();
                    Root::StaticSlots(slot)
                }
            },
            _ if is_call(root) => {
                if purpose.writes() {
                    self.check_no_builtin(root)?;
                }
                let result = self.call_link(root)?;
                let is_late = self.u.returns_references && purpose != Purpose::Coalesce;
                if result.is_returned()
                    && matches!(purpose, Purpose::Read | Purpose::Ask | Purpose::Coalesce)
                    && !is_late
                {
                    self.b.unbox_r();
                }
                Root::Slot(path.push())
            }
            _ if purpose.writes() => {
                return self.u.fail("Cannot use temporary expression in write context");
            }
            _ => {
                self.link(root)?;
                Root::Slot(path.push())
            }
        };
        Ok(())
    }

    fn variable_root(&mut self, root: Expr<'a>, path: &mut Path) -> Emit {
        if let Some(local) = self.plain_local(root) {
            path.root = Root::Local(local);
        } else if let ExprKind::DynamicVariable { name } = root.kind {
            path.root = match self.plain_local(name) {
                Some(local) => Root::NamedLocal(local),
                None => {
                    self.expr(name)?;
                    Root::NamedSlot(path.push())
                }
            };
        }
        Ok(())
    }

    fn step(
        &mut self,
        link: Expr<'a>,
        (purpose, is_last): (Purpose, bool),
        path: &mut Path,
    ) -> Emit<Step> {
        match link.kind {
            ExprKind::Dim { index: Some(index), .. } => self.key(index, path).map(Step::Element),
            ExprKind::Dim { index: None, .. } => match purpose {
                Purpose::Unset => self.u.fail("Cannot use [] for unsetting"),
                Purpose::Read | Purpose::Ask | Purpose::Coalesce => {
                    self.u.fail("Cannot use [] for reading")
                }
                Purpose::ReadWrite if !is_last => Ok(Step::Append),
                _ => Ok(Step::Append),
            },
            ExprKind::Property { name: MemberName::Name(name), .. } => {
                Ok(Step::Property(Key::Text(self.u.string(name.text))))
            }
            ExprKind::Property { name: MemberName::Value(value), .. } => {
                if let ExprKind::Literal { value: Literal::String(name) } = value.kind {
                    return Ok(Step::Property(Key::Text(self.u.string(name))));
                }
                self.name_key(value, path).map(Step::Property)
            }
            _ => Ok(Step::Append),
        }
    }

    /// A key as an immediate, when it can be one.
    fn immediate_key(&mut self, index: Expr<'a>) -> Option<Key> {
        match index.kind {
            ExprKind::Literal { value: Literal::Int(int) } => Some(Key::Int(int)),
            // PHP: an object with `offsetGet` sees "5", an array 5: left to the step.
            ExprKind::Literal { value: Literal::String(text) } if int_form(text).is_none() => {
                Some(Key::Text(self.u.string(text)))
            }
            _ => self.plain_local(index).map(Key::Local),
        }
    }

    /// The key of an element. One that is a reference stays one until the step.
    fn key(&mut self, index: Expr<'a>, path: &mut Path) -> Emit<Key> {
        if let Some(key) = self.immediate_key(index) {
            return Ok(key);
        }
        self.operand(index)?;
        Ok(Key::Slot(path.push()))
    }

    /// As [`key`](Self::key), a cell when it is a slot.
    fn cell_key(&mut self, index: Expr<'a>, path: &mut Path) -> Emit<Key> {
        match self.immediate_key(index) {
            Some(key) => Ok(key),
            None => self.name_key(index, path),
        }
    }

    /// The name of a property: a local or a cell.
    fn name_key(&mut self, name: Expr<'a>, path: &mut Path) -> Emit<Key> {
        if let Some(local) = self.plain_local(name) {
            return Ok(Key::Local(local));
        }
        self.expr(name)?;
        Ok(Key::Slot(path.push()))
    }

    /// Starts the stretch of a path that has `extra` slots above it, and gives its final key.
    pub(crate) fn walk_path(&mut self, path: &Path, mode: MemberMode, extra: u32) -> MemberKey {
        let depth = |slot: u32| StackDepth(path.slots + extra - 1 - slot);
        match path.root {
            Root::Local(local) => self.b.base_l(local, mode),
            Root::This => self.b.base_h(),
            Root::Slot(slot) => self.b.base_c(depth(slot), mode),
            Root::Global(name) => self.b.base_gt(name, mode),
            Root::GlobalSlot(slot) => self.b.base_gc(depth(slot), mode),
            Root::GlobalLocal(local) => self.b.base_gl(local, mode),
            Root::NamedSlot(slot) => self.b.base_nc(depth(slot), mode),
            Root::NamedLocal(local) => self.b.base_nl(local, mode),
            Root::Static(name, cls) => self.b.base_sd(name, cls, mode),
            Root::StaticSlots(slot) => self.b.base_sc(depth(slot + 1), depth(slot), mode),
        }
        let member = |step: &Step| match *step {
            Step::Append => MemberKey::W,
            Step::Element(Key::Slot(slot)) => MemberKey::EC(depth(slot)),
            Step::Element(Key::Local(local)) => MemberKey::EL(local),
            Step::Element(Key::Text(text)) => MemberKey::ET(text),
            Step::Element(Key::Int(int)) => MemberKey::EI(int),
            Step::Property(Key::Slot(slot)) => MemberKey::PC(depth(slot)),
            Step::Property(Key::Local(local)) => MemberKey::PL(local),
            Step::Property(Key::Text(text)) => MemberKey::PT(text),
            Step::Property(Key::Int(int)) => MemberKey::EI(int),
        };
        match path.steps.split_last() {
            None => MemberKey::W,
            Some((last, inner)) => {
                for step in inner {
                    let key = member(step);
                    self.b.dim(mode, key);
                }
                member(last)
            }
        }
    }

    /// Pushes what a query of the path gives, in place of its slots.
    pub(crate) fn query(&mut self, path: &Path, op: hhbc::imm::QueryOp) {
        let mode = match op {
            hhbc::imm::QueryOp::CGet => MemberMode::Warn,
            _ => MemberMode::None,
        };
        let key = self.walk_path(path, mode, 0);
        self.b.query_m(Count(path.slots), op, key);
    }
}

/// Whether an expression is `$GLOBALS`.
pub(crate) fn is_globals(expr: Expr<'_>) -> bool {
    matches!(expr.kind, ExprKind::Variable { name: VariableName(b"GLOBALS") })
}

impl Path {
    /// The index of a slot that was just pushed.
    fn push(&mut self) -> u32 {
        self.slots += 1;
        self.slots - 1
    }
}
