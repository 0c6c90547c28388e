//! From the declaration of a class to the class that its name means in this request.

use hhbc::func::Attrs;
use hhbc::imm::{ClassId as DeclId, StrId};
use runtime::class::{Class, LinkError, Loader, Prop, Remark, Typed, link, link_early};
use runtime::object::ClassId;
use runtime::raise::{Halt, Res};
use runtime::rds::Space;
use runtime::value::Value;

use super::{cell, class_text, from_cell, shown};
use crate::folded::Folded;
use crate::request::Request;
use crate::unit::LoadedUnit;

impl Request {
    /// The class that a name of a unit means, if it is declared.
    #[inline]
    pub(crate) fn class_at(&mut self, unit: &'static LoadedUnit, name: StrId) -> Option<ClassId> {
        self.met_class(unit, name).or_else(|| self.class_bound(unit, name))
    }

    /// The same, if the unit has met it.
    #[inline(always)]
    pub(crate) fn met_class(&self, unit: &LoadedUnit, name: StrId) -> Option<ClassId> {
        self.rds.get(unit.known_class_slot(name)?).map(from_cell)
    }

    #[inline(never)]
    fn class_bound(&mut self, unit: &'static LoadedUnit, name: StrId) -> Option<ClassId> {
        match unit.class_slot(name) {
            Some(slot) => {
                self.rds.find_by_slot((Space::Class, unit.folded(name)), slot).map(from_cell)
            }
            None => self.known_class(unit.str(name).as_bytes()),
        }
    }

    /// The class with a name in any case: declared, of the engine's library, or autoloaded.
    pub fn find_class(&mut self, name: &[u8], autoload: bool) -> Res<Option<ClassId>> {
        let name = name.strip_prefix(b"\\").unwrap_or(name);
        let folded = Folded::of(name);
        if let Some(bound) = self.rds.find(Space::Class, &folded) {
            return Ok(Some(from_cell(bound)));
        }
        if let Some(unit) = self.source.library_class(&folded) {
            let mut classes = unit.unit().classes.iter_ids();
            let found = classes.find(|(_, decl)| *unit.folded(decl.name).as_bytes() == *folded);
            if let Some((id, _)) = found {
                return self.declare_class(unit, id).map(|class| Some(class.id));
            }
        }
        if autoload { self.autoload(name, &folded) } else { Ok(None) }
    }

    /// A class that is declared, without loading it.
    pub(crate) fn known_class(&self, name: &[u8]) -> Option<ClassId> {
        let name = name.strip_prefix(b"\\").unwrap_or(name);
        self.rds.find(Space::Class, &Folded::of(name)).map(from_cell)
    }

    /// A class of the engine's library, by its name in lower case.
    pub(crate) fn library_class(&mut self, folded: &str) -> Res<ClassId> {
        match self.find_class(folded.as_bytes(), false)? {
            Some(class) => Ok(class),
            None => Err(self.fatal(&format!("The library has no class {folded}"))),
        }
    }

    /// Gives a class another name, which no class has.
    pub(crate) fn alias_class(&mut self, name: &[u8], class: ClassId) {
        let name = name.strip_prefix(b"\\").unwrap_or(name);
        let folded = name.to_ascii_lowercase().into();
        self.rds.bind(Space::Class, &folded, cell(class));
        self.declared_classes.push((Some(folded), class));
    }

    /// Declares the classes of a unit that are declared when it is loaded.
    pub(crate) fn load_classes(&mut self, unit: &'static LoadedUnit) -> Res<()> {
        for (id, class) in unit.unit().classes.iter_ids() {
            let is_early = class.attrs.has(Attrs::hoisted);
            if is_early || class.attrs.has(Attrs::maybe_hoisted) && self.has_bases(unit, id)? {
                if is_early {
                    self.declare_class(unit, id)?;
                } else {
                    self.declare_early(unit, id)?;
                }
            }
        }
        Ok(())
    }

    /// Declares a class before its statement runs, unless its name is taken, or it cannot be told yet
    /// whether it fits its parent: then the statement does.
    fn declare_early(&mut self, unit: &'static LoadedUnit, id: DeclId) -> Res<()> {
        let decl = &unit.unit().classes[id];
        if self.rds.find(Space::Class, unit.folded(decl.name).as_bytes()).is_some() {
            return Ok(());
        }
        self.linking.push(unit);
        let linked = link_early(self, unit.unit(), id);
        self.linking.pop();
        match linked {
            Ok(_) => Ok(()),
            Err(LinkError::Fatal { .. } | LinkError::Error { .. })
                if self.is_any_missing(unit, id) =>
            {
                self.rds.unbind(Space::Class, unit.folded(decl.name).as_bytes());
                Ok(())
            }
            Err(LinkError::Halted(halt)) => Err(halt),
            Err(LinkError::Error { text }) => Err(self.throw_error("error", &text)),
            Err(LinkError::Fatal { text, line: 0 }) => Err(self.fatal_in(b"Unknown", 0, &text)),
            Err(LinkError::Fatal { text, line }) => Err(self.fatal_at(unit, line, &text)),
        }
    }

    /// Whether another class of the unit is not declared.
    fn is_any_missing(&mut self, unit: &'static LoadedUnit, but: DeclId) -> bool {
        unit.unit().classes.iter_ids().any(|(id, class)| {
            id != but
                && !class.attrs.has(Attrs::anonymous)
                && self.rds.find(Space::Class, unit.folded(class.name).as_bytes()).is_none()
        })
    }

    /// Whether all that a class is made of is declared.
    fn has_bases(&mut self, unit: &'static LoadedUnit, id: DeclId) -> Res<bool> {
        let inherits = &unit.unit().classes[id].inherits;
        let names = inherits.parent.iter().chain(&inherits.interfaces).chain(&inherits.traits);
        for name in names {
            if self.find_class(unit.str(*name).as_bytes(), false)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Declares a class of a unit, unless that was done.
    pub(crate) fn declare_class(
        &mut self,
        unit: &'static LoadedUnit,
        id: DeclId,
    ) -> Res<&'static Class> {
        let decl = &unit.unit().classes[id];
        if let Some(bound) = self.rds.find(Space::Class, unit.folded(decl.name).as_bytes()) {
            let class = from_cell(bound).class();
            let is_same = class.declared.is_some_and(|known| std::ptr::eq(known.class, decl));
            if is_same {
                return Ok(class);
            }
            return Err(self.redeclared(unit, decl, class));
        }
        if !unit.is_library()
            && self.source.library_class(unit.folded(decl.name).as_bytes()).is_some()
            && let Some(class) = self.find_class(unit.str(decl.name).as_bytes(), false)?
        {
            return Err(self.redeclared(unit, decl, class.class()));
        }
        self.linking.push(unit);
        let linked = link(self, unit.unit(), id);
        self.linking.pop();
        match linked {
            Ok(class) => Ok(class),
            Err(LinkError::Halted(halt)) => Err(halt),
            Err(LinkError::Error { text }) => Err(self.throw_error("error", &text)),
            Err(LinkError::Fatal { text, line: 0 }) => Err(self.fatal_in(b"Unknown", 0, &text)),
            Err(LinkError::Fatal { text, line }) => Err(self.fatal_at(unit, line, &text)),
        }
    }

    fn redeclared(
        &mut self,
        unit: &'static LoadedUnit,
        decl: &hhbc::class::Class,
        other: &'static Class,
    ) -> Halt {
        let text = redeclaration(&shown(unit.str(decl.name).as_bytes()), other);
        self.fatal_at(unit, decl.lines.0, &text)
    }
}

/// The error of a name that a class has already.
pub(crate) fn redeclaration(name: &str, other: &Class) -> String {
    let kind = other.kind.name();
    match other.declared {
        Some(known) if !crate::scoped::unit_of(known.unit).is_library() => {
            let path = shown(known.unit.str(known.unit.path));
            let line = known.class.lines.0;
            format!("Cannot redeclare {kind} {name} (previously declared in {path}:{line})")
        }
        _ => format!("Cannot redeclare {kind} {}", class_text(other.id)),
    }
}

impl Loader for Request {
    fn class(&mut self, name: &[u8], autoload: bool) -> Res<Option<ClassId>> {
        self.find_class(name, autoload)
    }

    fn declared(&self, name: &[u8]) -> Option<ClassId> {
        self.known_class(name)
    }

    fn bind(&mut self, class: &'static Class) -> Res<()> {
        let folded = class.name.as_bytes().to_ascii_lowercase().into();
        self.rds.bind(Space::Class, &folded, cell(class.id));
        if class.declared.is_some_and(|decl| crate::scoped::unit_of(decl.unit).is_library()) {
            crate::library::note(class);
        }
        self.declared_classes.push((None, class.id));
        Ok(())
    }

    fn remark(&mut self, remark: Remark) -> Res<()> {
        let Some(during) = &remark.during else { return self.show_remark(&remark) };
        self.show_remark(&remark).map_err(|halt| self.doom(halt, during))
    }

    fn doom(&mut self, halt: Halt, at: &str) -> Halt {
        let Halt::Throw(thrown) = halt else { return halt };
        match crate::throwable::describe_all(self, &thrown) {
            Ok(text) => self.fatal(&format!("{at}: Uncaught {text}")),
            Err(halt) => halt,
        }
    }
}

impl Typed for Request {
    fn is_callable(&mut self, value: &Value, scope: Option<ClassId>) -> Res<bool> {
        crate::callable::is_callable(self, value, scope)
    }

    fn is_of_library(&self, prop: &Prop) -> bool {
        crate::object::is_of_library(prop)
    }
}
