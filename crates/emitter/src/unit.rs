//! A unit under construction: what all its functions share.

use hashbrown::{HashMap, HashSet};

use hhbc::build::FuncBuilder;
use hhbc::class::ClassKind;
use hhbc::func::{Attrs, Role};
use hhbc::imm::{FuncId, StrId};
use hhbc::unit::{Level, MAIN, UnitBuilder};
use syntax::ast::{File, FunctionDecl, Span};

use crate::error::{CompileError, Emit, Note};
use crate::func::{Context, FuncEmitter};
use crate::line::Lines;
use crate::name::Names;
use crate::scan::Scan;
use crate::{EmitOptions, Emitted};

/// How deep expressions, statements and functions may nest.
const DEPTH_MAX: u32 = 1500;

/// Bytes of source to a string that is new, about.
const STRING_EVERY: usize = 100;

/// The class whose members are being compiled.
pub(crate) struct ClassScope {
    /// Its name, in full.
    pub name: Vec<u8>,
    pub kind: ClassKind,
    /// The name of its parent.
    pub parent: Option<Vec<u8>>,
    /// Its functions.
    pub members: Vec<FuncId>,
    pub is_readonly: bool,
    /// Whether it is an enum with values.
    pub is_backed: bool,
}

/// What has been declared in the file, by lower-case names, with the lines.
#[derive(Default)]
pub(crate) struct Declared {
    pub functions: HashMap<Vec<u8>, u32>,
    pub classes: HashSet<Vec<u8>>,
    /// What the namespace at hand has declared: an import must not hide it.
    pub seen: HashSet<(u8, Vec<u8>)>,
}

/// Writes a unit.
pub(crate) struct UnitEmitter<'a> {
    pub unit: UnitBuilder,
    pub source: &'a [u8],
    pub path: &'a [u8],
    pub is_library: bool,
    /// Whether some function of the source returns by reference.
    pub returns_references: bool,
    pub names: Names<'a>,
    pub class: Option<ClassScope>,
    /// The name of the property that is declared at hand.
    pub property: Vec<u8>,
    pub declared: Declared,
    /// Whether calls are strict: `declare(strict_types=1)`.
    pub strict: bool,
    /// Whether the types at hand are those of a closure, which may be bound to any class.
    pub in_closure: bool,
    /// The `n` of `declare(ticks=n)`, 0 for none.
    pub ticks: u32,
    /// How the namespaces of this file are written, once it is known.
    pub namespaces: crate::namespace::Style,
    lines: Lines,
    /// The line that an error is reported on.
    line: u32,
    /// Where that begins of which the line was asked for last.
    asked: u32,
    depth: u32,
    /// Counts anonymous classes.
    pub anonymous: u32,
    pub notes: Vec<Note>,
    /// Builders of functions that are finished, for the next ones.
    pub spare: Vec<FuncBuilder>,
}

impl<'a> UnitEmitter<'a> {
    pub(crate) fn new(source: &'a [u8], options: EmitOptions<'a>) -> Self {
        let mut unit = UnitBuilder::new(options.path, Level::default());
        unit.reserve_strings(source.len() / STRING_EVERY);
        Self {
            unit,
            source,
            path: options.path,
            is_library: options.is_library,
            returns_references: crate::late::returns_references(source),
            names: Names::default(),
            class: None,
            property: Vec::new(),
            declared: Declared::default(),
            strict: false,
            in_closure: false,
            ticks: 0,
            namespaces: crate::namespace::Style::default(),
            lines: Lines::of(source),
            line: 1,
            asked: u32::MAX,
            depth: 0,
            anonymous: options.first_anonymous,
            notes: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// Compiles the whole file.
    pub(crate) fn file(mut self, file: &File<'a>) -> Result<Emitted, CompileError> {
        let emitted = self.main(file);
        let notes = self.notes;
        if let Err(error) = emitted {
            return Err(CompileError { notes, ..*error });
        }
        let unit = self.unit.finish();
        let unit = unit.expect("invariant: whatever is declared is defined");
        Ok(Emitted { unit, notes })
    }

    fn main(&mut self, file: &File<'a>) -> Emit {
        let mut scan = Scan::default();
        scan.statements(file.statements);
        let context = Context::new(Role::Main, Vec::new());
        let mut main = FuncEmitter::new(self, context, scan.variables);
        main.labels_of(scan.labels, file.statements)?;
        main.top_level(file.statements)?;
        main.implicit_return();
        let name = main.u.string(b"");
        let func = main.finish(name, Attrs::NONE)?;
        self.unit.define_func(MAIN, func);
        Ok(())
    }

    pub(crate) fn string(&mut self, bytes: &[u8]) -> StrId {
        self.unit.string(bytes)
    }

    /// The line of a byte of the source.
    pub(crate) fn line_of(&mut self, offset: u32) -> u32 {
        self.lines.at(offset)
    }

    /// Makes the line of a span the one that errors name.
    ///
    /// A production may begin with an empty part, which lies before the blanks of the next one.
    pub(crate) fn at(&mut self, span: Span) -> u32 {
        // What stands in an expression often begins where it does.
        if span.start == self.asked {
            return self.line;
        }
        self.asked = span.start;
        let text = self.source.get(span.start as usize..).unwrap_or_default();
        let blanks = text.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.line = self.lines.at(span.start + blanks as u32);
        self.line
    }

    /// The line on which a function begins: that of its name, where it has one.
    pub(crate) fn function_line(&mut self, decl: &FunctionDecl<'a>) -> u32 {
        let span = decl.name.map_or(decl.span, |name| name.span);
        self.at(span)
    }

    /// Goes one level down; every success is matched by a [`leave`](Self::leave).
    pub(crate) fn enter(&mut self) -> Emit {
        if self.depth >= DEPTH_MAX {
            return self.fail(
                "Maximum call stack size of 8339456 bytes (zend.max_allowed_stack_size - \
                 zend.reserved_stack_size) reached during compilation. Try splitting expression",
            );
        }
        self.depth += 1;
        Ok(())
    }

    pub(crate) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// PHP's fatal error on the current line.
    pub(crate) fn error(&self, message: impl AsRef<[u8]>) -> Box<CompileError> {
        Box::new(CompileError {
            message: message.as_ref().to_vec(),
            line: self.line,
            notes: Vec::new(),
        })
    }

    pub(crate) fn fail<T>(&self, message: impl AsRef<[u8]>) -> Emit<T> {
        Err(self.error(message))
    }

    /// A complaint on the current line.
    pub(crate) fn note(&mut self, label: &'static str, message: impl AsRef<[u8]>) {
        let message = message.as_ref().to_vec();
        self.notes.push(Note { label, message, line: self.line });
    }

    /// Makes a function a member of the class around it, if there is one.
    pub(crate) fn adopt(&mut self, func: FuncId) {
        if let Some(class) = &mut self.class {
            class.members.push(func);
        }
    }

    /// Whether the class around this is a trait.
    pub(crate) fn in_trait(&self) -> bool {
        self.class.as_ref().is_some_and(|class| class.kind == ClassKind::Trait)
    }
}
