//! Linking: from a record of a unit to a class that runs.
//!
//! The steps are PHP's, in PHP's order, because the first rule that is broken is the one that is
//! reported: the parent's members, then those of traits, then interfaces, then what must be there
//! and is not. A rule about types that depends on a class which is not loaded yet becomes an
//! *obligation*: the class is published and bound, then the missing classes are loaded and the
//! rule is looked at again.
//!
//! # Invariants
//! - K1: nothing of a class is seen by others before it is published; a link that fails publishes
//!   nothing and returns the number.
//! - K2: the same record over the same classes gives the same class, in all requests.

mod constant;
mod cyclic;
mod demand;
mod enumeration;
mod interface;
mod method;
mod oblige;
mod parent;
mod property;
mod publish;
mod signature;
mod trait_values;
mod traits;

use std::sync::Arc;

use hhbc::class::ClassKind;
use hhbc::func::Attrs;
use hhbc::imm::ClassId as DeclId;
use hhbc::unit::Unit;

use super::lineage::Lineage;
use super::member::{Const, Declared, Method, Prop, folded, name_of};
use super::types::{Judge, Scope, shown};
use super::{CLASSES, Class, Table, cache};
use crate::object::ClassId;
use crate::raise::{Halt, Res};
use crate::string::StaticStr;
use oblige::Obligation;

/// The request, as linking sees it.
pub trait Loader {
    /// The class with a name in any case, if it is or, with `autoload`, can be loaded.
    fn class(&mut self, name: &[u8], autoload: bool) -> Res<Option<ClassId>>;

    /// The class with a name in any case, if it is known already; nothing is loaded.
    fn declared(&self, _name: &[u8]) -> Option<ClassId> {
        None
    }

    /// Binds a class to its name. Obligations that load other classes rely on it.
    fn bind(&mut self, class: &'static Class) -> Res<()>;

    /// Reports a warning or a deprecation.
    fn remark(&mut self, remark: Remark) -> Res<()>;

    /// Ends the request with an error that says at what an exception was thrown: a class that others
    /// know of by then cannot be taken back.
    fn doom(&mut self, halt: Halt, _at: &str) -> Halt {
        halt
    }
}

/// Something that linking reports without failing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// Whether it is a deprecation, or else a warning of the compiler.
    pub is_deprecation: bool,
    /// The text.
    pub text: String,
    /// The line it is about.
    pub line: u32,
    /// What is going on, when what a handler throws ends the request.
    pub during: Option<String>,
}

/// Why a class cannot be linked.
#[derive(Debug)]
pub enum LinkError {
    /// A fatal error of the compiler.
    Fatal {
        /// The text.
        text: String,
        /// The line it is about.
        line: u32,
    },
    /// An exception of class `Error`.
    Error {
        /// Its message.
        text: String,
    },
    /// Loading another class did not end normally.
    Halted(Halt),
}

impl From<Halt> for LinkError {
    fn from(halt: Halt) -> Self {
        Self::Halted(halt)
    }
}

type Linked<T = ()> = Result<T, LinkError>;

/// Links a class of a unit and binds it.
///
/// The loader's `bind` is called once, also when an earlier request linked the same class.
pub fn link(
    loader: &mut dyn Loader,
    unit: &'static Unit,
    decl: DeclId,
) -> Result<&'static Class, LinkError> {
    let linked = linked(loader, Declared { unit, class: &unit.classes[decl] })?;
    settle(loader, &linked)
}

/// Links a class of a unit and binds it, unless rules wait for classes that are not there yet.
///
/// Loads nothing, and reports nothing unless it is bound. Says whether it is.
pub fn link_early(
    loader: &mut dyn Loader,
    unit: &'static Unit,
    decl: DeclId,
) -> Result<bool, LinkError> {
    let mut quiet = Quiet { loader, remarks: Vec::new() };
    let outcome = linked(&mut quiet, Declared { unit, class: &unit.classes[decl] });
    let Quiet { loader, remarks } = quiet;
    if outcome.as_ref().is_ok_and(|linked| !linked.obligations.is_empty()) {
        return Ok(false);
    }
    for remark in remarks {
        loader.remark(remark)?;
    }
    settle(loader, &*outcome?)?;
    Ok(true)
}

/// A loader whose remarks wait.
struct Quiet<'w> {
    loader: &'w mut dyn Loader,
    remarks: Vec<Remark>,
}

impl Loader for Quiet<'_> {
    fn class(&mut self, name: &[u8], autoload: bool) -> Res<Option<ClassId>> {
        self.loader.class(name, autoload)
    }

    fn declared(&self, name: &[u8]) -> Option<ClassId> {
        self.loader.declared(name)
    }

    fn bind(&mut self, class: &'static Class) -> Res<()> {
        self.loader.bind(class)
    }

    fn remark(&mut self, remark: Remark) -> Res<()> {
        self.remarks.push(remark);
        Ok(())
    }
}

/// A class over its bases, as an earlier request linked it or anew.
fn linked(loader: &mut dyn Loader, declared: Declared) -> Linked<Arc<LinkedClass>> {
    let key = (declared, load_bases(loader, declared)?);
    if let Some(linked) = cache::find(loader, &key)? {
        // Those that no name in the declaration loads: `Stringable`, what enums implement.
        for interface in linked.class.lineage.interfaces() {
            loader.class(interface.class().name.as_bytes(), false)?;
        }
        for remark in &linked.remarks {
            loader.remark(remark.clone())?;
        }
        return Ok(linked);
    }
    Ok(cache::add(key.clone(), link_new(loader, key)?))
}

/// A class with what each request that links it has to do.
pub(super) struct LinkedClass {
    pub class: &'static Class,
    /// Classes that rules about types looked at.
    pub found: Vec<(StaticStr, ClassId)>,
    /// What was reported.
    pub remarks: Vec<Remark>,
    /// Rules that wait for classes.
    obligations: Vec<Obligation>,
}

/// Binds a class and looks at the rules that waited for that.
fn settle(loader: &mut dyn Loader, linked: &LinkedClass) -> Linked<&'static Class> {
    loader.bind(linked.class)?;
    oblige::meet(loader, (&linked.obligations, linked.class))?;
    Ok(linked.class)
}

fn link_new(loader: &mut dyn Loader, (declared, bases): (Declared, Bases)) -> Linked<LinkedClass> {
    let number = CLASSES.reserve().ok_or_else(too_many)?;
    let id = ClassId::from_number(number);
    let outcome = match Linker::new(loader, declared, (id, bases)).run() {
        Ok(outcome) => outcome,
        Err(error) => {
            CLASSES.give_back(number);
            return Err(error);
        }
    };
    let publish::Outcome { class, obligations, found, remarks } = outcome;
    let class = CLASSES.publish(number, class).ok_or_else(too_many)?;
    Ok(LinkedClass { class, found, remarks, obligations })
}

fn too_many() -> LinkError {
    LinkError::Fatal { text: "Too many classes".to_owned(), line: 0 }
}

/// The classes a record names.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug)]
pub(super) struct Bases {
    pub parent: Option<ClassId>,
    /// Each once.
    pub traits: Vec<ClassId>,
    pub interfaces: Vec<ClassId>,
}

fn load_bases(loader: &mut dyn Loader, declared: Declared) -> Linked<Bases> {
    let Declared { unit, class } = declared;
    let mut bases = Bases::default();
    let missing = |kind, name: &[u8]| format!("{kind} \"{}\" not found", shown(name));
    if let Some(name) = class.inherits.parent {
        let name = unit.str(name);
        let text = || LinkError::Error { text: missing("Class", name) };
        bases.parent = Some(loader.class(name, true)?.ok_or_else(text)?);
    }
    for name in &class.inherits.traits {
        let (name, line) = (unit.str(*name), class.lines.0);
        let text = || LinkError::Fatal { text: missing("Trait", name), line };
        let found = loader.class(name, true)?.ok_or_else(text)?;
        if found.class().kind != ClassKind::Trait {
            let (own, other) = (shown(unit.str(class.name)), shown(found.class().name.as_bytes()));
            let text = format!("{own} cannot use {other} - it is not a trait");
            return Err(LinkError::Fatal { text, line });
        }
        if !bases.traits.contains(&found) {
            bases.traits.push(found);
        }
    }
    for name in &class.inherits.interfaces {
        let name = unit.str(*name);
        let text = || LinkError::Error { text: missing("Interface", name) };
        bases.interfaces.push(loader.class(name, true)?.ok_or_else(text)?);
    }
    enumeration::add_interfaces(loader, declared, &mut bases)?;
    Ok(bases)
}

/// A class that is being linked. Tables are in PHP's order: own members, then inherited ones.
struct Linker<'w> {
    declared: Declared,
    id: ClassId,
    name: StaticStr,
    attrs: Attrs,
    bases: Bases,
    methods: Table<Method>,
    props: Table<Prop>,
    consts: Table<Const>,
    /// The property of each slot.
    slots: Vec<Prop>,
    /// Interfaces that are implemented by now.
    interfaces: Vec<ClassId>,
    judge: Judge<'w>,
    obligations: Vec<Obligation>,
    remarks: Vec<Remark>,
}

impl<'w> Linker<'w> {
    fn new(loader: &'w mut dyn Loader, declared: Declared, (id, bases): (ClassId, Bases)) -> Self {
        let name = name_of(declared.unit, declared.class.name);
        let parent = bases.parent.map(|parent| &parent.class().lineage);
        let is_builtin = interface::is_builtin(declared.class.attrs);
        let lineage = Lineage::new(id, parent, &interface::closure(&bases, is_builtin));
        Self {
            declared,
            id,
            name,
            attrs: declared.class.attrs.with(implied(declared.class.kind)),
            bases,
            methods: Table::default(),
            props: Table::default(),
            consts: Table::default(),
            slots: Vec::new(),
            interfaces: Vec::new(),
            judge: Judge {
                loader,
                linking: Some((folded(name.as_bytes()), lineage)),
                autoload: false,
                settled: None,
                missing: Vec::new(),
                found: Vec::new(),
            },
            obligations: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// Reports, now and whenever the class is linked again.
    fn remark(&mut self, remark: Remark) -> Linked {
        self.remarks.push(remark.clone());
        self.judge.loader.remark(remark).map_err(LinkError::from)
    }

    fn run(mut self) -> Linked<publish::Outcome> {
        self.own_consts()?;
        self.own_props()?;
        self.own_methods()?;
        self.add_enum_methods();
        if let Some(parent) = self.bases.parent {
            self.inherit_parent(parent.class())?;
        }
        self.use_traits()?;
        self.implement_interfaces()?;
        self.demand_bodies()?;
        self.check_enum()?;
        self.check_hooks()?;
        self.add_stringable()?;
        self.check_overrides()?;
        self.finish()
    }

    /// A fatal error about the class as a whole.
    fn fatal<T>(&self, text: String) -> Linked<T> {
        Err(LinkError::Fatal { text, line: self.line() })
    }

    fn line(&self) -> u32 {
        self.declared.class.lines.0
    }

    fn kind(&self) -> ClassKind {
        self.declared.class.kind
    }

    /// The name of the class in messages.
    fn shown(&self) -> String {
        shown(self.name.as_bytes())
    }

    /// The name of a class in messages.
    fn name_of(&self, id: ClassId) -> String {
        shown(self.scope(id).name.as_bytes())
    }

    /// What `self` and `parent` mean in a class; traits' members are in the class that uses them.
    fn scope(&self, id: ClassId) -> Scope {
        if id != self.id {
            return Scope::of(id);
        }
        let parent = self.bases.parent.map(|parent| parent.class().name);
        Scope { id, name: self.name, parent }
    }

    /// The kind of a class, which may be the one that is linked.
    fn kind_of(&self, id: ClassId) -> ClassKind {
        if id == self.id { self.kind() } else { id.class().kind }
    }
}

/// Modifiers that a kind brings along.
fn implied(kind: ClassKind) -> Attrs {
    if kind == ClassKind::Enum { Attrs::r#final } else { Attrs::NONE }
}

/// The kind at the start of a sentence.
fn capitalised(kind: ClassKind) -> &'static str {
    match kind {
        ClassKind::Class => "Class",
        ClassKind::Interface => "Interface",
        ClassKind::Trait => "Trait",
        ClassKind::Enum => "Enum",
    }
}

/// Behind a demanded visibility: whether less would do.
fn or_weaker(visibility: super::Visibility) -> &'static str {
    if visibility == super::Visibility::Public { "" } else { " or weaker" }
}
