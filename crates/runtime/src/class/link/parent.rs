//! What a class takes from its parent.

use hhbc::class::ClassKind;
use hhbc::func::Attrs;

use super::super::Class;
use super::super::types::shown;
use super::method::{Rules, Via};
use super::{Linked, Linker};
use crate::string::StaticStr;

impl Linker<'_> {
    pub(super) fn inherit_parent(&mut self, parent: &'static Class) -> Linked {
        self.check_parent(parent)?;
        for (name, prop) in parent.props.iter() {
            self.inherit_prop(name, prop)?;
        }
        if self.is_builtin() {
            self.put_inherited_first(parent);
        }
        for (name, constant) in parent.consts.iter() {
            self.inherit_const(name, constant, Via::Class)?;
        }
        for (name, method) in parent.methods.iter() {
            self.inherit_method(name, method, Via::Class, Rules::ALL)?;
        }
        self.check_constructor(parent)?;
        self.interfaces.extend(parent.lineage.interfaces());
        Ok(())
    }

    /// PHP: classes of the engine have their parents before they declare properties.
    fn put_inherited_first(&mut self, parent: &Class) {
        let all = std::mem::take(&mut self.props);
        let is_taken =
            |name: &StaticStr| all.get(name.as_bytes()).is_some_and(|prop| prop.class != self.id);
        let taken = parent.props.iter().map(|(name, _)| name).filter(is_taken);
        for name in taken.chain(all.iter().map(|(name, _)| name)) {
            if let Some(prop) = all.get(name.as_bytes()) {
                self.props.insert(name, prop.clone());
            }
        }
    }

    fn check_parent(&self, parent: &Class) -> Linked {
        let (own, other) = (self.shown(), shown(parent.name.as_bytes()));
        if parent.attrs.has(Attrs::r#final) {
            return self.fatal(format!("Class {own} cannot extend final class {other}"));
        }
        if matches!(parent.kind, ClassKind::Interface | ClassKind::Trait) {
            let kind = parent.kind.name();
            return self.fatal(format!("Class {own} cannot extend {kind} {other}"));
        }
        let words = |is_readonly| if is_readonly { "readonly" } else { "non-readonly" };
        let is_readonly = self.attrs.has(Attrs::readonly);
        if is_readonly != parent.attrs.has(Attrs::readonly) {
            let kind = if is_readonly { "Readonly" } else { "Non-readonly" };
            let parents = words(!is_readonly);
            return self.fatal(format!("{kind} class {own} cannot extend {parents} class {other}"));
        }
        Ok(())
    }

    /// A constructor is held to its parent's only when that is final or abstract.
    fn check_constructor(&self, parent: &Class) -> Linked {
        let find = |methods: &super::Table<super::Method>| methods.get(b"__construct").copied();
        let (Some(own), Some(theirs)) = (find(&self.methods), find(&parent.methods)) else {
            return Ok(());
        };
        if theirs.attrs.has(Attrs::r#final)
            && theirs.attrs.has(Attrs::private)
            && own.scope == self.id
        {
            let (name, other) = (shown(own.name.as_bytes()), shown(theirs.name.as_bytes()));
            return self.fatal(format!(
                "Cannot override final {}::{other}() with {}::{name}()",
                shown(parent.name.as_bytes()),
                self.shown()
            ));
        }
        Ok(())
    }
}
