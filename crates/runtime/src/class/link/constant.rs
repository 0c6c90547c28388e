//! Constants: what a class declares and inherits, and the rules of overriding.

use hhbc::func::Attrs;

use super::super::member::{Const, Initial, Visibility, name_of};
use super::super::types::{Type, shown};
use super::method::{Via, with_visibility};
use super::{Linked, Linker, capitalised, oblige, or_weaker};
use crate::string::StaticStr;

impl Linker<'_> {
    pub(super) fn own_consts(&mut self) -> Linked {
        let unit = self.declared.unit;
        for decl in &self.declared.class.consts {
            let name = name_of(unit, decl.name);
            let row = Const {
                name,
                attrs: with_visibility(decl.attrs),
                ty: decl.ty.as_ref().map(|constraint| Type { unit, constraint }),
                class: self.id,
                initial: decl.value.as_ref().map(|init| Initial { unit, init }),
                is_case: decl.is_case,
                slot: None,
                decl,
            };
            self.consts.insert(name, row);
        }
        Ok(())
    }

    pub(super) fn inherit_const(&mut self, name: StaticStr, theirs: &Const, via: Via) -> Linked {
        let Some(own) = self.consts.get(name.as_bytes()).copied() else {
            if via == Via::Interface || theirs.visibility() != Visibility::Private {
                self.consts.insert(name, *theirs);
            }
            return Ok(());
        };
        let (word, other) = (shown(name.as_bytes()), self.name_of(theirs.class));
        if own.class != theirs.class && theirs.attrs.has(Attrs::r#final) {
            let class = self.name_of(own.class);
            return self
                .fatal(format!("{class}::{word} cannot override final constant {other}::{word}"));
        }
        if own.class != theirs.class && own.class != self.id {
            let (kind, class) = (capitalised(self.kind()), self.shown());
            let first = self.name_of(own.class);
            return self.fatal(format!(
                "{kind} {class} inherits both {first}::{word} and {other}::{word}, which is ambiguous"
            ));
        }
        let level = theirs.visibility();
        if own.visibility() > level {
            let (class, kind) = (self.shown(), theirs.class.class().kind_name());
            let (demanded, weaker) = (level.name(), or_weaker(level));
            return self.fatal(format!(
                "Access level to {class}::{word} must be {demanded} (as in {kind} {other}){weaker}"
            ));
        }
        if level != Visibility::Private && theirs.ty.is_some() {
            self.oblige(oblige::Obligation::Const { own, theirs: *theirs })?;
        }
        Ok(())
    }
}
