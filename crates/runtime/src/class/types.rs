//! Declared types: as PHP prints them, and which is a subtype of which.
//!
//! # Not here
//! Whether a value is of a type: [`super::coerce`].

use hhbc::constraint::{ClassTerm, Hint, TypeConstraint};
use hhbc::imm::ClsRef;
use hhbc::unit::Unit;

use super::lineage::Lineage;
use super::link::Loader;
use super::member::{folded, name_of};
use crate::object::ClassId;
use crate::raise::{Halt, Res};
use crate::string::StaticStr;

/// A declared type of a unit.
#[derive(Clone, Copy)]
pub struct Type {
    /// The unit, whose strings the type names.
    pub unit: &'static Unit,
    /// The type.
    pub constraint: &'static TypeConstraint,
}

/// What `self` and `parent` mean.
#[derive(Clone, Copy)]
pub struct Scope {
    /// The class.
    pub id: ClassId,
    /// Its name.
    pub name: StaticStr,
    /// Its parent's name.
    pub parent: Option<StaticStr>,
}

impl Scope {
    /// The scope of a published class.
    pub fn of(id: ClassId) -> Self {
        let class = id.class();
        Self { id, name: class.name, parent: class.parent().map(|parent| parent.name) }
    }
}

impl Type {
    /// The type as PHP prints it, `self` and `parent` by their names.
    pub fn text(self, scope: Scope) -> String {
        self.constraint.text(&mut |cls| match self.name(cls, scope) {
            Some(name) => shown(name.as_bytes()),
            None => cls.word().unwrap_or_default().to_owned(),
        })
    }

    /// The type as PHP prints it, with `self` and `parent` as they are written.
    pub fn text_as_written(self) -> String {
        hhbc::show::constraint_text(self.unit, self.constraint)
    }

    /// The name of a class in the type; `static` has none, nor `parent` without one.
    pub(super) fn name(self, cls: ClsRef, scope: Scope) -> Option<StaticStr> {
        match cls {
            ClsRef::Named(name) => Some(name_of(self.unit, name)),
            ClsRef::SelfCls => Some(scope.name),
            ClsRef::Parent => scope.parent,
            ClsRef::Static => None,
        }
    }

    /// The builtin types in it.
    pub fn hints(self) -> Hint {
        self.constraint.hints.without(Hint::iterable)
    }

    /// Whether both are written with the same words, at most one of them a class: `self` is then
    /// taken as the same type although it means another class.
    pub(super) fn is_written_as(self, other: Type) -> bool {
        let word = |ty: Type| match ty.constraint.classes.as_slice() {
            [] => Some(None),
            [ClassTerm::One(ClsRef::Named(name))] => Some(Some(name_of(ty.unit, *name))),
            _ => None,
        };
        let both = (self.constraint.classes.as_slice(), other.constraint.classes.as_slice());
        let same_word = match both {
            ([ClassTerm::One(ClsRef::SelfCls)], [ClassTerm::One(ClsRef::SelfCls)])
            | ([ClassTerm::One(ClsRef::Parent)], [ClassTerm::One(ClsRef::Parent)]) => true,
            _ => word(self).is_some_and(|own| word(other) == Some(own)),
        };
        same_word && self.hints() == other.hints()
    }

    /// Whether it is one intersection and nothing else.
    fn is_intersection(self) -> bool {
        let one = matches!(self.constraint.classes.as_slice(), [ClassTerm::All(_)]);
        one && self.hints() == Hint::NONE
    }
}

/// A name as messages show it: what an anonymous class has behind the NUL is left out.
pub(super) fn shown(name: &[u8]) -> String {
    let end = name.iter().position(|&byte| byte == 0).unwrap_or(name.len());
    String::from_utf8_lossy(&name[..end]).into_owned()
}

/// Whether a type is a subtype.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    Yes,
    No,
    /// A class is not loaded that would decide it.
    Unknown,
}

impl Fit {
    /// `Yes` when one is; each is asked only while the answer is open.
    fn any<T>(items: impl IntoIterator<Item = T>, mut fits: impl FnMut(T) -> Res<Fit>) -> Res<Fit> {
        let mut sum = Fit::No;
        for item in items {
            match fits(item)? {
                Fit::Yes => return Ok(Fit::Yes),
                Fit::Unknown => sum = Fit::Unknown,
                Fit::No => {}
            }
        }
        Ok(sum)
    }

    /// `Yes` when all are; each is asked only while the answer is open.
    fn all<T>(items: impl IntoIterator<Item = T>, mut fits: impl FnMut(T) -> Res<Fit>) -> Res<Fit> {
        let mut sum = Fit::Yes;
        for item in items {
            match fits(item)? {
                Fit::No => return Ok(Fit::No),
                Fit::Unknown => sum = Fit::Unknown,
                Fit::Yes => {}
            }
        }
        Ok(sum)
    }
}

/// A type where it stands.
pub(super) type Scoped = (Type, Scope);

/// Decides about subtypes while a class is linked.
pub(super) struct Judge<'w> {
    pub loader: &'w mut dyn Loader,
    /// The class that is linked and not yet published.
    pub linking: Option<(StaticStr, Lineage)>,
    /// Whether classes are loaded on demand.
    pub autoload: bool,
    /// The class whose rules are looked at when it is bound.
    pub settled: Option<StaticStr>,
    /// Classes that were missed.
    pub missing: Vec<StaticStr>,
    /// Classes that were found by name, for later links of the same record.
    pub found: Vec<(StaticStr, ClassId)>,
}

impl Judge<'_> {
    /// Whether all values of `sub` are of type `sup`.
    pub fn fits(&mut self, sub: Scoped, sup: Scoped) -> Res<Fit> {
        let sup_hints = sup.0.hints();
        if sup_hints == Hint::mixed && !sub.0.hints().has(Hint::void) {
            return Ok(Fit::Yes);
        }
        let mut added = sub.0.hints().without(sup_hints);
        if added.has(Hint::r#static) && self.permits_self(sup, sub.1)? {
            added = added.without(Hint::r#static);
        }
        if added == Hint::never {
            return Ok(Fit::Yes);
        }
        if added != Hint::NONE {
            return Ok(Fit::No);
        }
        Fit::all(&sub.0.constraint.classes, |term| self.term_fits((term, sub), sup))
    }

    /// Whether `static` of a class is of type `sup`.
    fn permits_self(&mut self, sup: Scoped, class: Scope) -> Res<bool> {
        if sup.0.hints().has(Hint::object) {
            return Ok(true);
        }
        let own = class.name;
        for term in &sup.0.constraint.classes {
            let fits = match term {
                ClassTerm::One(cls) => self.class_fits(own, sup.0.name(*cls, sup.1))?,
                ClassTerm::All(_) => Fit::No,
            };
            if fits == Fit::Yes {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn term_fits(&mut self, (term, sub): (&ClassTerm, Scoped), sup: Scoped) -> Res<Fit> {
        let classes: &[ClsRef] = match term {
            ClassTerm::One(cls) => std::slice::from_ref(cls),
            ClassTerm::All(classes) => classes,
        };
        let names: Vec<StaticStr> =
            classes.iter().filter_map(|cls| sub.0.name(*cls, sub.1)).collect();
        if sup.0.hints().has(Hint::object) {
            return Fit::any(&names, |name| {
                Ok(self.known(*name)?.map_or(Fit::Unknown, |_| Fit::Yes))
            });
        }
        let is_closure = |name: &StaticStr| name.as_bytes().eq_ignore_ascii_case(b"Closure");
        if sup.0.hints().has(Hint::callable) && names.iter().any(is_closure) {
            return Ok(Fit::Yes);
        }
        debug_assert!(!sup.0.is_intersection() || sup.0.constraint.classes.len() == 1);
        Fit::any(&sup.0.constraint.classes, |sup_term| match sup_term {
            ClassTerm::One(cls) => self.any_fits(&names, sup.0.name(*cls, sup.1)),
            ClassTerm::All(all) => {
                Fit::all(all, |cls| self.any_fits(&names, sup.0.name(*cls, sup.1)))
            }
        })
    }

    fn any_fits(&mut self, names: &[StaticStr], sup: Option<StaticStr>) -> Res<Fit> {
        Fit::any(names, |name| self.class_fits(*name, sup))
    }

    fn class_fits(&mut self, sub: StaticStr, sup: Option<StaticStr>) -> Res<Fit> {
        let Some(sup) = sup else { return Ok(Fit::No) };
        if sub.as_bytes().eq_ignore_ascii_case(sup.as_bytes()) {
            return Ok(Fit::Yes);
        }
        let (sub_id, sup_id) = (self.known(sub)?, self.known(sup)?);
        let (Some(sub_id), Some(sup_id)) = (sub_id, sup_id) else { return Ok(Fit::Unknown) };
        Ok(if self.descends(sub_id, sup_id) { Fit::Yes } else { Fit::No })
    }

    /// The class with a name, if it is loaded; notes it when it is not.
    fn known(&mut self, name: StaticStr) -> Res<Option<ClassId>> {
        if let Some((own, lineage)) = &self.linking
            && own.as_bytes().eq_ignore_ascii_case(name.as_bytes())
        {
            return Ok(Some(lineage.id()));
        }
        let found = match self.loader.class(name.as_bytes(), self.autoload) {
            Ok(found) => found,
            Err(halt) => return Err(self.doomed(halt, name)),
        };
        match found {
            Some(id) => self.found.push((folded(name.as_bytes()), id)),
            None => self.missing.push(name),
        }
        Ok(found)
    }

    #[cold]
    fn doomed(&mut self, halt: Halt, name: StaticStr) -> Halt {
        let Some(class) = self.settled else { return halt };
        let (class, name) = (shown(class.as_bytes()), shown(name.as_bytes()));
        self.loader.doom(halt, &format!("During inheritance of {class}, while autoloading {name}"))
    }

    /// Whether a class is, extends or implements another; the one that is linked may be either.
    pub fn descends(&self, sub: ClassId, sup: ClassId) -> bool {
        match &self.linking {
            Some((_, lineage)) if lineage.id() == sub => lineage.has(sup),
            _ => sub == sup || super::published(sub.number()).is_some_and(|sub| sub.is_a(sup)),
        }
    }
}
