//! Traits: their methods become methods of the class, by the rules of its `use`.

use hhbc::class::{ClassKind, TraitRule};
use hhbc::func::Attrs;
use hhbc::imm::StrId;

use super::super::member::{Body, Method, Visibility, folded};
use super::super::types::shown;
use super::method::{Rules, is_constructor, new_id};
use super::{LinkError, Linked, Linker, Remark};
use crate::object::ClassId;
use crate::string::StaticStr;

/// The rules of a `use` with their traits found.
#[derive(Default)]
struct Resolved {
    /// Methods of a trait that are not taken, in lower case.
    excluded: Vec<(ClassId, StaticStr)>,
    aliases: Vec<Alias>,
}

/// A method of a trait that gets another name or other modifiers.
struct Alias {
    of: ClassId,
    method: StaticStr,
    attrs: Attrs,
    name: Option<StaticStr>,
}

impl Alias {
    fn is_for(&self, method: &Method) -> bool {
        method.scope == self.of && folded(method.name.as_bytes()) == self.method
    }

    fn apply(&self, method: &Method) -> Attrs {
        let kept = if self.attrs.meets(Visibility::ATTRS) {
            method.attrs.without(Visibility::ATTRS)
        } else {
            method.attrs
        };
        kept.with(self.attrs)
    }
}

impl Linker<'_> {
    pub(super) fn use_traits(&mut self) -> Linked {
        if self.bases.traits.is_empty() {
            return Ok(());
        }
        let traits = self.bases.traits.clone();
        let rules = self.resolve_rules(&traits)?;
        for id in &traits {
            for method in id.class().methods.rows() {
                self.take_method(method, &rules)?;
            }
        }
        self.adopt_methods();
        for (at, id) in traits.iter().enumerate() {
            for constant in id.class().consts.rows() {
                self.take_const(constant, &traits[..at])?;
            }
        }
        for (at, id) in traits.iter().enumerate() {
            for prop in id.class().props.rows() {
                self.take_prop(prop, &traits[..at])?;
            }
        }
        Ok(())
    }

    fn resolve_rules(&mut self, traits: &[ClassId]) -> Linked<Resolved> {
        let mut resolved = Resolved::default();
        for rule in &self.declared.class.inherits.trait_rules {
            match rule {
                TraitRule::InsteadOf { of, method, excluded } => {
                    self.resolve_precedence((*of, *method, excluded), &mut resolved)?;
                }
                TraitRule::Alias { of, method, attrs, alias } => {
                    let of = match of {
                        Some(of) => Some(self.used_trait(*of)?),
                        None => None,
                    };
                    let name = self.str(*method);
                    let of = self.alias_target((of, name), *alias, traits)?;
                    let (method, name) = (folded(name), alias.map(|name| self.static_str(name)));
                    resolved.aliases.push(Alias { of, method, attrs: *attrs, name });
                }
            }
        }
        Ok(resolved)
    }

    fn str(&self, id: StrId) -> &'static [u8] {
        self.declared.unit.str(id)
    }

    fn static_str(&self, id: StrId) -> StaticStr {
        super::name_of(self.declared.unit, id)
    }

    /// The trait with a name, which the class must use.
    fn used_trait(&mut self, name: StrId) -> Linked<ClassId> {
        let name = self.str(name);
        let Some(id) = self.judge.loader.class(name, false)? else {
            return self.fatal(format!("Could not find trait {}", shown(name)));
        };
        let other = shown(id.class().name.as_bytes());
        if id.class().kind != ClassKind::Trait {
            return self.fatal(format!(
                "Class {other} is not a trait, Only traits may be used in 'as' and 'insteadof' statements"
            ));
        }
        if !self.bases.traits.contains(&id) {
            let own = self.shown();
            return self.fatal(format!("Required Trait {other} wasn't added to {own}"));
        }
        Ok(id)
    }

    fn resolve_precedence(
        &mut self,
        (of, method, excluded): (StrId, StrId, &[StrId]),
        resolved: &mut Resolved,
    ) -> Linked {
        let of = self.used_trait(of)?;
        let (name, key) = (shown(self.str(method)), folded(self.str(method)));
        let first = shown(of.class().name.as_bytes());
        if of.class().methods.index(key.as_bytes()).is_none() {
            return self.fatal(format!(
                "A precedence rule was defined for {first}::{name} but this method does not exist"
            ));
        }
        for &other in excluded {
            let other = self.used_trait(other)?;
            let second = shown(other.class().name.as_bytes());
            if resolved.excluded.contains(&(other, key)) {
                return self.fatal(format!(
                    "Failed to evaluate a trait precedence ({name}). Method of trait {second} was \
                     defined to be excluded multiple times"
                ));
            }
            resolved.excluded.push((other, key));
            if other == of {
                return self.fatal(format!(
                    "Inconsistent insteadof definition. The method {name} is to be used from \
                     {first}, but {first} is also on the exclude list"
                ));
            }
        }
        Ok(())
    }

    fn alias_target(
        &self,
        (of, method): (Option<ClassId>, &[u8]),
        alias: Option<StrId>,
        traits: &[ClassId],
    ) -> Linked<ClassId> {
        let (name, key) = (shown(method), folded(method));
        let has = |id: &ClassId| id.class().methods.index(key.as_bytes()).is_some();
        let word = |id: ClassId| shown(id.class().name.as_bytes());
        if let Some(of) = of {
            let text = || {
                format!(
                    "An alias was defined for {}::{name} but this method does not exist",
                    word(of)
                )
            };
            return if has(&of) { Ok(of) } else { self.fatal(text()) };
        }
        let mut found = traits.iter().copied().filter(has);
        match (found.next(), found.next()) {
            (Some(first), Some(second)) => {
                let (first, second) = (word(first), word(second));
                self.fatal(format!(
                    "An alias was defined for method {name}(), which exists in both {first} and \
                     {second}. Use {first}::{name} or {second}::{name} to resolve the ambiguity"
                ))
            }
            (Some(only), None) => Ok(only),
            (None, _) => self.fatal(match alias {
                Some(alias) => format!(
                    "An alias ({}) was defined for method {name}(), but this method does not exist",
                    shown(self.str(alias))
                ),
                None => format!(
                    "The modifiers of the trait method {name}() are changed, but this method does \
                     not exist. Error"
                ),
            }),
        }
    }

    fn take_method(&mut self, method: &Method, rules: &Resolved) -> Linked {
        for alias in rules.aliases.iter().filter(|alias| alias.is_for(method)) {
            if let Some(name) = alias.name {
                let copy = Method { name, attrs: alias.apply(method), ..*method };
                self.remark_final(method, &copy)?;
                self.add_trait_method(copy, method.name)?;
            }
        }
        let key = folded(method.name.as_bytes());
        if rules.excluded.contains(&(method.scope, key)) {
            return Ok(());
        }
        let mut copy = *method;
        for alias in rules.aliases.iter().filter(|alias| alias.is_for(method)) {
            if alias.name.is_none() && alias.attrs != Attrs::NONE {
                copy.attrs = alias.apply(method);
            }
        }
        self.remark_final(method, &copy)?;
        self.add_trait_method(copy, method.name)
    }

    fn remark_final(&mut self, method: &Method, copy: &Method) -> Linked {
        let both = Attrs::private.with(Attrs::r#final);
        let became = copy.attrs.has(both) && !method.attrs.has(Attrs::r#final);
        if became && !is_constructor(copy) {
            let text = "Private methods cannot be final as they are never overridden by other \
                        classes";
            let remark = Remark {
                is_deprecation: false,
                text: text.to_owned(),
                line: self.line(),
                during: None,
            };
            self.remark(remark)?;
        }
        Ok(())
    }

    fn add_trait_method(&mut self, method: Method, declared: StaticStr) -> Linked {
        let key = folded(method.name.as_bytes());
        let Some(existing) = self.methods.get(key.as_bytes()).copied() else {
            self.methods.insert(key, method);
            return Ok(());
        };
        let of_trait = self.kind_of(existing.scope) == ClassKind::Trait;
        if of_trait && same_code(&existing, &method) && existing.visibility() == method.visibility()
        {
            return Ok(());
        }
        if method.is_abstract() {
            let rules = Rules { visibility: false, joins: false };
            let existing = self.check_override((existing, &method), None, rules)?;
            self.methods.insert(key, existing);
            return Ok(());
        }
        if existing.scope == self.id {
            return Ok(());
        }
        if of_trait && !existing.is_abstract() {
            let text = format!(
                "Trait method {}::{} has not been applied as {}::{}, because of collision with {}::{}",
                self.name_of(method.scope),
                shown(declared.as_bytes()),
                self.shown(),
                shown(method.name.as_bytes()),
                self.name_of(existing.scope),
                shown(existing.name.as_bytes())
            );
            return Err(LinkError::Fatal { text, line: self.line() });
        }
        let published = self.inherited(&existing);
        let rules = Rules { visibility: true, joins: !of_trait };
        let method = self.check_override((method, &existing), published, rules)?;
        self.methods.insert(key, method);
        Ok(())
    }

    /// The row of an ancestor that a row of this class was copied from.
    fn inherited(&self, method: &Method) -> Option<&'static Method> {
        let parent = self.bases.parent?.class();
        let key = folded(method.name.as_bytes());
        parent.methods.get(key.as_bytes()).filter(|theirs| theirs.id == method.id)
    }

    /// Makes the methods of traits methods of the class.
    fn adopt_methods(&mut self) {
        let id = self.id;
        let is_trait = |scope: ClassId| scope != id && scope.class().kind == ClassKind::Trait;
        for method in self.methods.rows_mut() {
            if is_trait(method.scope) {
                method.scope = id;
                method.id = new_id();
            }
        }
    }
}

fn same_code(left: &Method, right: &Method) -> bool {
    match (left.body, right.body) {
        (Body::Code(left), Body::Code(right)) => left.is(right),
        (Body::Enum(left), Body::Enum(right)) => left == right,
        _ => false,
    }
}
