//! Methods: what a class declares and inherits, and the rules of overriding.

use std::sync::atomic::{AtomicU32, Ordering};

use hhbc::class::ClassKind;
use hhbc::func::{Attrs, Role};
use hhbc::imm::FuncId;

use super::super::member::{Body, Code, EnumMethod, Method, MethodId, Visibility, folded, name_of};
use super::super::types::shown;
use super::property::new_hooks;
use super::{LinkError, Linked, Linker, Remark, oblige, or_weaker};
use crate::object::ClassId;
use crate::string::{StaticStr, intern};

/// The way by which a member is inherited.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Via {
    Class,
    Interface,
}

/// Which rules an overriding method is held to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Rules {
    /// It must not be less visible.
    pub visibility: bool,
    /// It belongs to the overridden method's family from now on.
    pub joins: bool,
}

impl Rules {
    pub const ALL: Self = Self { visibility: true, joins: true };
}

/// Methods have numbers in the order in which classes are linked.
static NEXT_ID: AtomicU32 = AtomicU32::new(0);

pub(super) fn new_id() -> MethodId {
    MethodId(NEXT_ID.fetch_add(1, Ordering::Relaxed))
}

/// Magic methods that must be public.
const MAGIC: &[&[u8]] = &[
    b"__get",
    b"__set",
    b"__isset",
    b"__unset",
    b"__call",
    b"__callstatic",
    b"__tostring",
    b"__debuginfo",
    b"__serialize",
    b"__unserialize",
    b"__set_state",
    b"__invoke",
    b"__sleep",
    b"__wakeup",
];

impl Linker<'_> {
    pub(super) fn own_methods(&mut self) -> Linked {
        let class = self.declared.class;
        let hooks: Vec<FuncId> =
            class.props.iter().flat_map(|prop| [prop.get, prop.set]).flatten().collect();
        for &func in &class.members {
            let is_method = self.declared.unit.funcs[func].role == Role::Method;
            if is_method && !hooks.contains(&func) {
                let method = self.own_method(func);
                self.remark_magic(&method)?;
                self.methods.insert(folded(method.name.as_bytes()), method);
            }
        }
        Ok(())
    }

    /// Warns of modifiers that make no sense: of a magic method that is not public, of a private
    /// one that is final.
    fn remark_magic(&mut self, method: &Method) -> Linked {
        let Body::Code(code) = method.body else { return Ok(()) };
        let line = code.func().notes.lines.0;
        let name = folded(method.name.as_bytes());
        let is_magic = MAGIC.iter().any(|magic| *magic == name.as_bytes());
        if is_magic && method.visibility() != Visibility::Public {
            let name = shown(method.name.as_bytes());
            let class = self.shown();
            let text = format!("The magic method {class}::{name}() must have public visibility");
            self.remark(Remark { is_deprecation: false, text, line, during: None })?;
        }
        let both = Attrs::private.with(Attrs::r#final);
        if method.attrs.has(both) && !is_constructor(method) {
            let text = "Private methods cannot be final as they are never overridden by other \
                        classes";
            self.remark(Remark {
                is_deprecation: false,
                text: text.to_owned(),
                line,
                during: None,
            })?;
        }
        Ok(())
    }

    /// A method or hook of the class as its unit declares it.
    pub(super) fn own_method(&self, func: FuncId) -> Method {
        let code = Code { unit: self.declared.unit, func };
        let declared = code.func();
        let is_abstract = self.kind() == ClassKind::Interface;
        let extra = if is_abstract { Attrs::r#abstract } else { Attrs::NONE };
        Method {
            name: name_of(code.unit, declared.name),
            body: Body::Code(code),
            attrs: with_visibility(declared.attrs.with(extra)),
            scope: self.id,
            origin: self.id,
            id: new_id(),
            proto: None,
            overrides: false,
            hides_private: false,
        }
    }

    pub(super) fn add_enum_methods(&mut self) {
        if self.kind() != ClassKind::Enum {
            return;
        }
        let backed: &[(&str, EnumMethod)] =
            &[("from", EnumMethod::From), ("tryFrom", EnumMethod::TryFrom)];
        let backed = if self.declared.class.enum_type.is_some() { backed } else { &[] };
        for (name, method) in [("cases", EnumMethod::Cases)].iter().chain(backed) {
            let name = intern(name.as_bytes());
            let row = Method {
                name,
                body: Body::Enum(*method),
                attrs: Attrs::public.with(Attrs::r#static),
                scope: self.id,
                origin: self.id,
                id: new_id(),
                proto: None,
                overrides: false,
                hides_private: false,
            };
            self.methods.insert(folded(name.as_bytes()), row);
        }
    }

    pub(super) fn inherit_method(
        &mut self,
        name: StaticStr,
        theirs: &'static Method,
        via: Via,
        rules: Rules,
    ) -> Linked {
        let Some(own) = self.methods.get(name.as_bytes()).copied() else {
            self.methods.insert(name, *theirs);
            return Ok(());
        };
        if via == Via::Interface && own.id == theirs.id {
            return Ok(());
        }
        let changed = self.check_override((own, theirs), Some(theirs), rules)?;
        self.methods.insert(name, changed);
        Ok(())
    }

    /// Holds a method to the one that it overrides, and returns it as a member of its family.
    pub(super) fn check_override(
        &mut self,
        (own, theirs): (Method, &Method),
        published: Option<&'static Method>,
        rules: Rules,
    ) -> Linked<Method> {
        let mut own = own;
        let is_constructor = is_constructor(theirs);
        if theirs.visibility() == Visibility::Private && !theirs.is_abstract() && !is_constructor {
            own.hides_private |= rules.joins;
            return Ok(own);
        }
        self.check_modifiers(&own, theirs)?;
        if rules.joins && (theirs.visibility() == Visibility::Private || theirs.hides_private) {
            own.hides_private = true;
        }
        let proto = theirs.proto.or(published);
        let mut theirs = *theirs;
        if is_constructor {
            match proto {
                Some(proto) if proto.is_abstract() => theirs = *proto,
                _ if theirs.is_abstract() && published.is_none() => {}
                _ => return Ok(own),
            }
        }
        if rules.joins {
            own.proto = proto;
        }
        if rules.visibility && own.visibility() > theirs.visibility() {
            let (class, other) = (self.name_of(own.scope), self.name_of(theirs.scope));
            let (level, name) = (theirs.visibility(), shown(own.name.as_bytes()));
            let (word, weaker) = (level.name(), or_weaker(level));
            let text = format!(
                "Access level to {class}::{name}() must be {word} (as in class {other}){weaker}"
            );
            return Err(self.fatal_at(&own, text));
        }
        let obligation = oblige::Obligation::Method {
            own: (own, self.fixed_scope(own.scope)),
            theirs: (theirs, self.fixed_scope(theirs.scope)),
        };
        self.oblige(obligation)?;
        own.overrides = true;
        Ok(own)
    }

    fn check_modifiers(&self, own: &Method, theirs: &Method) -> Linked {
        let (name, class) = (shown(own.name.as_bytes()), self.name_of(own.scope));
        let other = self.name_of(theirs.scope);
        let text = match () {
            () if theirs.attrs.has(Attrs::r#final) => {
                format!("Cannot override final method {other}::{name}()")
            }
            () if own.is_static() && !theirs.is_static() => {
                format!("Cannot make non static method {other}::{name}() static in class {class}")
            }
            () if !own.is_static() && theirs.is_static() => {
                format!("Cannot make static method {other}::{name}() non static in class {class}")
            }
            () if own.is_abstract() && !theirs.is_abstract() => format!(
                "Cannot make non abstract method {other}::{name}() abstract in class {class}"
            ),
            () => return Ok(()),
        };
        Err(self.fatal_at(own, text))
    }

    /// A trait's methods mean the class that uses it when they say `self`.
    pub(super) fn fixed_scope(&self, scope: ClassId) -> ClassId {
        if self.kind_of(scope) == ClassKind::Trait { self.id } else { scope }
    }

    /// A fatal error where a method stands.
    pub(super) fn fatal_at(&self, method: &Method, text: String) -> LinkError {
        let line = method.func().map_or(self.line(), |func| func.notes.lines.0);
        LinkError::Fatal { text, line }
    }

    /// `#[\Override]` asks for something to override.
    pub(super) fn check_overrides(&self) -> Linked {
        if self.kind() == ClassKind::Trait {
            return Ok(());
        }
        let parent = self.bases.parent.map(|parent| parent.class());
        let hooks = self.props.rows().flat_map(|prop| {
            let above = parent.and_then(|parent| parent.props.get(prop.name.as_bytes()));
            new_hooks(prop, above.filter(|above| above.visibility() != Visibility::Private))
        });
        for method in self.methods.rows().copied().chain(hooks) {
            if method.scope == self.id && !method.overrides && says_override(&method) {
                let (class, name) = (self.shown(), shown(method.name.as_bytes()));
                let text = format!(
                    "{class}::{name}() has #[\\Override] attribute, but no matching parent method exists"
                );
                return Err(self.fatal_at(&method, text));
            }
        }
        Ok(())
    }
}

fn says_override(method: &Method) -> bool {
    let Body::Code(code) = method.body else { return false };
    let names = code.func().notes.attributes.iter().map(|attribute| code.unit.str(attribute.name));
    names.into_iter().any(|name| name.eq_ignore_ascii_case(b"Override"))
}

/// Whether a method is `__construct`.
pub(super) fn is_constructor(method: &Method) -> bool {
    method.name.as_bytes().eq_ignore_ascii_case(b"__construct")
}

/// Public when nothing else is said.
pub(super) fn with_visibility(attrs: Attrs) -> Attrs {
    if attrs.meets(Visibility::ATTRS) { attrs } else { attrs.with(Attrs::public) }
}
