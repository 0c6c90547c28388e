//! Interfaces: their members, and those that only some classes may implement.

use std::iter;

use hhbc::class::ClassKind;
use hhbc::func::Attrs;

use super::super::Class;
use super::super::types::shown;
use super::method::{Rules, Via};
use super::{Bases, LinkError, Linked, Linker, Remark, capitalised};
use crate::object::ClassId;

/// All interfaces of a class once, in PHP's order: the parent's, the named ones, what these extend from
/// the last to the first.
pub(super) fn closure(bases: &Bases, is_builtin: bool) -> Vec<ClassId> {
    let extended = |id: ClassId| id.class().lineage.interfaces().iter().rev().copied();
    let parent =
        || bases.parent.map(|id| id.class().lineage.interfaces()).unwrap_or_default().iter();
    let named = || bases.interfaces.iter().copied();
    let all: Vec<ClassId> = if is_builtin {
        // The engine's classes have `Stringable` with their methods, then what they inherit, then the
        // named ones, each with what it extends.
        let is_first = |id: &ClassId| id.class().name.as_bytes() == b"Stringable";
        let inherited = parent().rev().copied();
        let named_whole = named().flat_map(|id| iter::once(id).chain(extended(id)));
        named().filter(is_first).chain(inherited).chain(named_whole).collect()
    } else if bases.interfaces.is_empty() {
        // They are turned round where they are taken over as a whole.
        parent().rev().copied().collect()
    } else {
        parent().copied().chain(named()).chain(named().flat_map(extended)).collect()
    };
    let mut once = Vec::with_capacity(all.len());
    for id in all {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

/// Whether a class with these attributes is of the engine's own library.
pub(super) fn is_builtin(attrs: Attrs) -> bool {
    attrs.meets(Attrs::internal.with(Attrs::native))
}

impl Linker<'_> {
    pub(super) fn implement_interfaces(&mut self) -> Linked {
        let named = self.bases.interfaces.clone();
        for (at, &id) in named.iter().enumerate() {
            let interface = id.class();
            if interface.kind != ClassKind::Interface {
                let (own, other) = (self.shown(), shown(interface.name.as_bytes()));
                return self
                    .fatal(format!("{own} cannot implement {other} - it is not an interface"));
            }
            if named[..at].contains(&id) {
                let (kind, own) = (capitalised(self.kind()), self.shown());
                let other = shown(interface.name.as_bytes());
                return self.fatal(format!(
                    "{kind} {own} cannot implement previously implemented interface {other}"
                ));
            }
        }
        let all = closure(&self.bases, self.is_builtin());
        let inherited = std::mem::replace(&mut self.interfaces, all.clone());
        for id in all {
            match inherited.contains(&id) {
                true => self.admit(id.class())?,
                false => self.implement(id.class())?,
            }
        }
        Ok(())
    }

    fn implement(&mut self, interface: &'static Class) -> Linked {
        for (name, constant) in interface.consts.iter() {
            self.inherit_const(name, constant, Via::Interface)?;
        }
        let joins = self.kind() != ClassKind::Interface;
        for (name, method) in interface.methods.iter() {
            let rules = Rules { visibility: true, joins };
            self.inherit_method(name, method, Via::Interface, rules)?;
        }
        for (name, prop) in interface.props.iter() {
            self.inherit_prop(name, prop)?;
        }
        self.admit(interface)
    }

    /// `__toString` that came from a trait makes the class `Stringable`.
    pub(super) fn add_stringable(&mut self) -> Linked {
        if self.name.as_bytes() == b"Stringable" {
            return Ok(());
        }
        if self.kind() == ClassKind::Trait || self.methods.index(b"__tostring").is_none() {
            return Ok(());
        }
        let Some(id) = self.judge.loader.class(b"Stringable", false)? else { return Ok(()) };
        if id != self.id && !self.interfaces.contains(&id) {
            self.interfaces.push(id);
            self.implement(id.class())?;
        }
        Ok(())
    }

    /// What an interface of the engine asks of a class beside its methods.
    fn admit(&mut self, interface: &'static Class) -> Linked {
        if self.kind() == ClassKind::Interface {
            return Ok(());
        }
        let (own, kind) = (self.shown(), self.kind());
        let name = shown(interface.name.as_bytes());
        let is_enum = kind == ClassKind::Enum;
        match interface.name.as_bytes() {
            b"Traversable"
                if !self.declared.class.attrs.has(Attrs::r#abstract)
                    && !self.implements_any(&[b"Iterator", b"IteratorAggregate"]) =>
            {
                let kind = capitalised(kind);
                let text = format!(
                    "{kind} {own} must implement interface Traversable as part of either Iterator \
                     or IteratorAggregate"
                );
                // PHP gives this one no place.
                Err(LinkError::Fatal { text, line: 0 })
            }
            b"Iterator" | b"IteratorAggregate"
                if self.implements_any(&[b"Iterator"])
                    && self.implements_any(&[b"IteratorAggregate"]) =>
            {
                self.fatal(format!(
                    "Class {own} cannot implement both Iterator and IteratorAggregate at the same time"
                ))
            }
            b"Throwable" if !self.extends_any(&[b"Exception", b"Error"]) && !self.is_builtin() => {
                let kind = capitalised(kind);
                let advice = if is_enum { "" } else { ", extend Exception or Error instead" };
                self.fatal(format!("{kind} {own} cannot implement interface Throwable{advice}"))
            }
            b"DateTimeInterface"
                if !self.extends_any(&[b"DateTime", b"DateTimeImmutable"]) && !self.is_builtin() =>
            {
                self.fatal("DateTimeInterface can't be implemented by user classes".to_owned())
            }
            b"UnitEnum" | b"BackedEnum" if !is_enum => {
                self.fatal(format!("Non-enum class {own} cannot implement interface {name}"))
            }
            b"BackedEnum" if self.declared.class.enum_type.is_none() => {
                self.fatal(format!("Non-backed enum {own} cannot implement interface {name}"))
            }
            b"Serializable" => self.admit_serializable(),
            _ => Ok(()),
        }
    }

    fn admit_serializable(&mut self) -> Linked {
        let has = |name: &[u8]| self.methods.index(name).is_some();
        let is_modern = has(b"__serialize") && has(b"__unserialize");
        if is_modern || self.attrs.has(Attrs::r#abstract) {
            return Ok(());
        }
        let text = format!(
            "{} implements the Serializable interface, which is deprecated. Implement \
             __serialize() and __unserialize() instead (or in addition, if support for old PHP \
             versions is necessary)",
            self.shown()
        );
        let during = Some(format!(
            "During inheritance of {}, while implementing Serializable",
            self.shown()
        ));
        self.remark(Remark { is_deprecation: true, text, line: self.line(), during })
    }

    fn implements_any(&self, names: &[&[u8]]) -> bool {
        self.interfaces.iter().any(|id| names.contains(&id.class().name.as_bytes()))
    }

    fn extends_any(&self, names: &[&[u8]]) -> bool {
        let ancestors = self.bases.parent.map(|parent| parent.class().lineage.ancestors());
        let mut ancestors = ancestors.unwrap_or_default().iter();
        ancestors.any(|id| names.contains(&id.class().name.as_bytes()))
    }

    /// Whether the class is of the engine's own library.
    pub(super) fn is_builtin(&self) -> bool {
        is_builtin(self.attrs)
    }
}
