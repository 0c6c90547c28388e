//! Functions: what is declared of them, and their code.
//!
//! Methods, closures, hooks and the top level of a file are functions too; a *thunk* is the code
//! of one initial value.
//!
//! # Invariants
//! - Locals are numbered: parameters first, then other named ones, then unnamed ones.
//! - `eh` lists an inner region before the one around it; two regions nest or do not meet.
//! - `lines` is in the order of offsets.

use crate::constraint::TypeConstraint;
use crate::flags::bit_set;
use crate::imm::{FuncId, IterId, LocalId, StrId};
use crate::literal::Literal;

/// What a function is to its unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// The top level of the file.
    Main,
    /// A function with a name of its own.
    Function,
    /// A method of a class, or a hook of its property.
    Method,
    /// The body of a closure or arrow function.
    Closure,
    /// The code of an initial value: takes nothing, returns the value.
    Thunk,
}

bit_set! {
    /// Modifiers of functions, methods, properties, constants and classes.
    Attrs(u32) {
        /// Visible everywhere. Also when nothing is said.
        public = 1 << 0,
        /// Visible in the class, its ancestors and descendants.
        protected = 1 << 1,
        /// Visible in the class.
        private = 1 << 2,
        /// Belongs to the class, not to an object.
        r#static = 1 << 3,
        /// Has no body, or is a class with such methods.
        r#abstract = 1 << 4,
        /// Cannot be overridden or extended.
        r#final = 1 << 5,
        /// Is assigned once, or is a class of such properties.
        readonly = 1 << 6,
        /// Returns a reference.
        by_ref = 1 << 7,
        /// Is a generator.
        generator = 1 << 8,
        /// Is an arrow function.
        arrow = 1 << 9,
        /// Its locals may be touched by name.
        mayusevv = 1 << 10,
        /// Has a native body.
        native = 1 << 11,
        /// Warns when it is used.
        deprecated = 1 << 12,
        /// Is defined when the unit is loaded.
        hoisted = 1 << 13,
        /// Is defined when the unit is loaded, if its parents then exist.
        maybe_hoisted = 1 << 14,
        /// Can be written by the class alone.
        private_set = 1 << 15,
        /// Can be written by the class, its ancestors and descendants alone.
        protected_set = 1 << 16,
        /// Has hooks and no value of its own.
        r#virtual = 1 << 17,
        /// Came from a constructor's parameter.
        promoted = 1 << 18,
        /// Takes any further arguments in its last parameter.
        variadic = 1 << 19,
        /// Has no name.
        anonymous = 1 << 20,
        /// May be called by name only from the engine's own library.
        internal = 1 << 21,
        /// Hides its parameters in traces.
        sensitive = 1 << 22,
        /// Type conversions of calls in it are strict.
        strict = 1 << 23,
        /// Can be written by everybody who sees it, though it is assigned once.
        public_set = 1 << 24,
    }
}

/// A value that may need code.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Init {
    /// A value that is known.
    Literal(Literal),
    /// What the thunk returns.
    Thunk {
        /// The thunk.
        func: FuncId,
        /// The expression as PHP prints it.
        text: StrId,
    },
}

/// An attribute as written in `#[…]`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Attribute {
    /// The name of its class.
    pub name: StrId,
    /// Its arguments, each perhaps with the name of a parameter.
    pub args: Vec<(Option<StrId>, Init)>,
}

/// The value of a parameter that was not given.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ParamDefault {
    /// A value that the call stores.
    Literal(Literal),
    /// Code of the function, at which it starts when this is the first parameter that is missing.
    Code {
        /// Where the code starts.
        entry: u32,
        /// The expression as PHP prints it; none when the code throws that the parameter is
        /// required.
        text: Option<StrId>,
    },
}

/// A parameter. Its name is that of the local with the same number.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct FuncParam {
    /// `by_ref`, `variadic`, `promoted` with visibility and `readonly`, `sensitive`.
    pub attrs: Attrs,
    /// The declared type.
    pub ty: Option<TypeConstraint>,
    /// Its value when it is not given.
    pub default: Option<ParamDefault>,
    /// What stands in `#[…]`.
    pub attributes: Vec<Attribute>,
}

/// A variable that a closure captures.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Capture {
    /// The local of the closure that receives it.
    pub local: LocalId,
    /// Whether the closure gets the variable itself.
    pub by_ref: bool,
}

/// A static variable.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct StaticVar {
    /// Its name.
    pub name: StrId,
    /// Its first value, when that is a constant expression.
    pub init: Option<Init>,
}

/// A stretch of code with one handler, or one thing to clean up.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct EhRegion {
    /// The first offset.
    pub start: u32,
    /// The offset after the last one.
    pub end: u32,
    /// What happens when control leaves it by an exception.
    pub kind: EhKind,
}

/// What the unwinder does on its way out of a region.
///
/// Handlers are offsets in a finished function, labels in one under construction.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum EhKind<Handler = u32> {
    /// Goes to the handler of the first class the thrown object is an instance of.
    Catch(Vec<(StrId, Handler)>),
    /// Goes to the handler, whatever was thrown, also when a suspended frame is destroyed.
    Fault(Handler),
    /// Frees the iterator, if it is live.
    Iter(IterId),
    /// Restores the error level that `Silence` saved in the local.
    Silence(LocalId),
    /// Unsets the local.
    Temp(LocalId),
}

impl<H: Copy> EhKind<H> {
    /// Its handlers.
    pub fn handlers(&self) -> Vec<H> {
        match self {
            Self::Catch(clauses) => clauses.iter().map(|(_, handler)| *handler).collect(),
            Self::Fault(handler) => vec![*handler],
            Self::Iter(_) | Self::Silence(_) | Self::Temp(_) => Vec::new(),
        }
    }

    /// The same with each handler replaced, unless `map` fails.
    pub fn try_map<T, E>(&self, mut map: impl FnMut(H) -> Result<T, E>) -> Result<EhKind<T>, E> {
        Ok(match self {
            Self::Catch(clauses) => {
                let mut clause = |(class, handler): &(StrId, H)| Ok((*class, map(*handler)?));
                EhKind::Catch(clauses.iter().map(&mut clause).collect::<Result<_, E>>()?)
            }
            Self::Fault(handler) => EhKind::Fault(map(*handler)?),
            Self::Iter(iter) => EhKind::Iter(*iter),
            Self::Silence(local) => EhKind::Silence(*local),
            Self::Temp(local) => EhKind::Temp(*local),
        })
    }
}

/// The line of the code from `offset` to the next mark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LineMark {
    /// Where it begins.
    pub offset: u32,
    /// The line in the source, from 1.
    pub line: u32,
}

/// A function.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Func {
    /// Its name, in full; empty for the top level and for thunks.
    pub name: StrId,
    /// What it is to its unit.
    pub role: Role,
    /// Its modifiers.
    pub attrs: Attrs,
    /// Its parameters.
    pub params: Vec<FuncParam>,
    /// The declared type of its result.
    pub ret: Option<TypeConstraint>,
    /// What else is declared of it.
    pub notes: FuncNotes,
    /// Its locals and the room it needs.
    pub frame: FrameShape,
    /// Its code.
    pub body: Body,
}

/// What a function declares for reflection and for closures.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FuncNotes {
    /// The comment before it.
    pub doc: Option<StrId>,
    /// What stands in `#[…]`.
    pub attributes: Vec<Attribute>,
    /// What it captures, in the order of `CreateCl`'s inputs.
    pub captures: Vec<Capture>,
    /// Its static variables.
    pub statics: Vec<StaticVar>,
    /// Its first and last line; 0 when it has none.
    pub lines: (u32, u32),
}

/// What a frame of a function holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FrameShape {
    /// The names of the named locals.
    pub local_names: Vec<StrId>,
    /// How many locals there are.
    pub num_locals: u32,
    /// How many iterators there are.
    pub num_iters: u32,
    /// How many cells the evaluation stack may take, pending records included.
    pub max_stack_cells: u32,
}

/// The code of a function.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Body {
    /// The instructions.
    pub code: Vec<u8>,
    /// The regions with handlers, inner ones first.
    pub eh: Vec<EhRegion>,
    /// The lines of the code.
    pub lines: Vec<LineMark>,
}

impl Body {
    /// The line of the instruction at `offset`, when one is known.
    pub fn line_at(&self, offset: u32) -> Option<u32> {
        let after = self.lines.partition_point(|mark| mark.offset <= offset);
        after.checked_sub(1).map(|at| self.lines[at].line)
    }

    /// The regions around `offset`, from the innermost outwards.
    pub fn regions_at(&self, offset: u32) -> impl Iterator<Item = &EhRegion> {
        self.eh.iter().filter(move |region| (region.start..region.end).contains(&offset))
    }
}

impl Func {
    /// The name of a local, when it has one.
    pub fn local_name(&self, local: LocalId) -> Option<StrId> {
        self.frame.local_names.get(local.0 as usize).copied()
    }
}
