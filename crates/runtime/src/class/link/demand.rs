//! Methods and hooks without a body, which a class that is not abstract must not have.

use hhbc::class::ClassKind;
use hhbc::func::Attrs;

use super::super::member::{Method, Visibility};
use super::super::types::shown;
use super::{Linked, Linker, capitalised};

/// How many methods a message names.
const NAMED_MAX: usize = 3;

impl Linker<'_> {
    pub(super) fn demand_bodies(&self) -> Linked {
        if matches!(self.kind(), ClassKind::Interface | ClassKind::Trait) {
            return Ok(());
        }
        let may_lack = self.attrs.has(Attrs::r#abstract);
        let counts = |method: &&Method| {
            method.is_abstract() && (!may_lack || method.visibility() == Visibility::Private)
        };
        let mut lacking: Vec<&Method> = self.methods.rows().filter(counts).collect();
        if !may_lack {
            let hooks = self.props.rows().filter_map(|prop| prop.hooks.as_deref());
            let hooks = hooks.flat_map(|hooks| [&hooks.get, &hooks.set]).flatten();
            lacking.extend(hooks.filter(|hook| hook.is_abstract()));
        }
        if lacking.is_empty() {
            return Ok(());
        }
        let (kind, class, count) = (capitalised(self.kind()), self.shown(), lacking.len());
        let plural = if count > 1 { "s" } else { "" };
        let named: Vec<String> =
            lacking.iter().take(NAMED_MAX).map(|method| self.qualified(method)).collect();
        let dots = if count > NAMED_MAX { ", ..." } else { "" };
        let named = named.join(", ") + dots;
        self.fatal(if !may_lack && self.kind() != ClassKind::Enum {
            format!(
                "{kind} {class} contains {count} abstract method{plural} and must therefore be \
                 declared abstract or implement the remaining methods ({named})"
            )
        } else {
            format!(
                "{kind} {class} must implement {count} abstract private method{plural} ({named})"
            )
        })
    }

    fn qualified(&self, method: &Method) -> String {
        format!("{}::{}", self.name_of(method.scope), shown(method.name.as_bytes()))
    }
}
