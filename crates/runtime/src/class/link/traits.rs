//! Traits: their members become members of the class, by the rules of its `use`.

use hhbc::class::{ClassKind, TraitRule};
use hhbc::func::{Attrs, Init};
use hhbc::imm::StrId;
use hhbc::literal::Literal;
use hhbc::unit::Unit;

use super::super::Class;
use super::super::member::{Body, Const, Initial, Method, Prop, Visibility, folded};
use super::super::types::{Fit, shown};
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
            let remark = Remark { is_deprecation: false, text: text.to_owned(), line: self.line() };
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

    fn take_const(&mut self, theirs: &Const, before: &[ClassId]) -> Linked {
        let Some(own) = self.consts.get(theirs.name.as_bytes()).copied() else {
            self.consts.insert(theirs.name, Const { class: self.id, ..*theirs });
            return Ok(());
        };
        let (name, other) = (shown(theirs.name.as_bytes()), self.name_of(theirs.class));
        let class = self.shown();
        if own.is_case {
            return self.fatal(format!(
                "Cannot use trait {other}, because {other}::{name} conflicts with enum case \
                 {class}::{name}"
            ));
        }
        let modifiers = |row: &Const| (row.visibility(), row.attrs.has(Attrs::r#final));
        let same_type = match (own.ty, theirs.ty) {
            (None, None) => true,
            (Some(a), Some(b)) => {
                let (a, b) = ((a, self.scope(self.id)), (b, self.scope(theirs.class)));
                self.judge.fits(a, b)? == Fit::Yes && self.judge.fits(b, a)? == Fit::Yes
            }
            _ => false,
        };
        let fits = same_type
            && modifiers(&own) == modifiers(theirs)
            && same_value(own.initial, theirs.initial);
        if fits {
            return Ok(());
        }
        let has = |class: &Class| class.consts.index(theirs.name.as_bytes()).is_some();
        let first = self.first_definition(own.class, before, has);
        self.fatal(format!(
            "{first} and {other} define the same constant ({name}) in the composition of {class}. \
             However, the definition differs and is considered incompatible. Class was composed"
        ))
    }

    /// Where a colliding member was defined first, as far as that is known.
    fn first_definition(
        &self,
        class: ClassId,
        before: &[ClassId],
        has: impl Fn(&Class) -> bool,
    ) -> String {
        let first = before.iter().copied().find(|id| class == self.id && has(id.class()));
        self.name_of(first.unwrap_or(class))
    }

    fn take_prop(&mut self, theirs: &Prop, before: &[ClassId]) -> Linked {
        let existing = self.props.get(theirs.name.as_bytes()).cloned();
        let mut hides_private = false;
        if let Some(own) = existing {
            if own.visibility() == Visibility::Private && own.class != self.id {
                hides_private = true;
            } else {
                self.check_same_prop(&own, theirs, before)?;
                if !theirs.is_static() {
                    return Ok(());
                }
            }
        }
        if self.attrs.has(Attrs::readonly) && !theirs.is_readonly() {
            let (class, other) = (self.shown(), self.name_of(theirs.class));
            let name = shown(theirs.name.as_bytes());
            return self.fatal(format!(
                "Readonly class {class} cannot use trait with a non-readonly property {other}::${name}"
            ));
        }
        let mut prop = Prop { class: self.id, root: self.id, hides_private, ..theirs.clone() };
        prop.place = super::super::member::Place::Virtual;
        if let Some(hooks) = &prop.hooks {
            let mut hooks = (**hooks).clone();
            for hook in [&mut hooks.get, &mut hooks.set].into_iter().flatten() {
                (hook.scope, hook.id) = (self.id, new_id());
            }
            prop.hooks = Some(hooks.into());
        }
        let prop = self.place(prop);
        self.props.insert(prop.name, prop);
        Ok(())
    }

    fn check_same_prop(&mut self, own: &Prop, theirs: &Prop, before: &[ClassId]) -> Linked {
        let name = shown(theirs.name.as_bytes());
        let (class, other) = (self.shown(), self.name_of(theirs.class));
        let has = |class: &Class| class.props.index(theirs.name.as_bytes()).is_some();
        let first = self.first_definition(own.class, before, has);
        if own.hooks.is_some() || theirs.hooks.is_some() {
            return self.fatal(format!(
                "{first} and {other} define the same hooked property (${name}) in the composition \
                 of {class}. Conflict resolution between hooked properties is currently not \
                 supported. Class was composed"
            ));
        }
        let modifiers = |row: &Prop| (row.visibility(), row.is_static(), row.is_readonly());
        let same_type = match (own.ty, theirs.ty) {
            (None, None) => true,
            (Some(a), Some(b)) => {
                let (a, b) = ((a, self.scope(own.class)), (b, self.scope(theirs.class)));
                self.judge.fits(a, b)? == Fit::Yes && self.judge.fits(b, a)? == Fit::Yes
            }
            _ => false,
        };
        if same_type
            && modifiers(own) == modifiers(theirs)
            && same_value(own.initial, theirs.initial)
        {
            return Ok(());
        }
        self.fatal(format!(
            "{first} and {other} define the same property (${name}) in the composition of {class}. \
             However, the definition differs and is considered incompatible. Class was composed"
        ))
    }
}

fn same_code(left: &Method, right: &Method) -> bool {
    match (left.body, right.body) {
        (Body::Code(left), Body::Code(right)) => left.is(right),
        (Body::Enum(left), Body::Enum(right)) => left == right,
        _ => false,
    }
}

/// Whether two first values are equal; of code it is the text that counts. No value is null.
fn same_value(left: Option<Initial>, right: Option<Initial>) -> bool {
    let null = |initial: Initial| matches!(initial.init, Init::Literal(Literal::Null));
    let (left, right) = match (left, right) {
        (Some(left), Some(right)) => (left, right),
        (None, None) => return true,
        (Some(one), None) | (None, Some(one)) => return null(one),
    };
    match (left.init, right.init) {
        (Init::Literal(a), Init::Literal(b)) => same_literal((left.unit, a), (right.unit, b)),
        (Init::Thunk { text: a, .. }, Init::Thunk { text: b, .. }) => {
            left.unit.str(*a) == right.unit.str(*b)
        }
        _ => false,
    }
}

fn same_literal(left: (&Unit, &Literal), right: (&Unit, &Literal)) -> bool {
    use hhbc::literal::Key;
    match (left.1, right.1) {
        (Literal::Str(a), Literal::Str(b)) => left.0.str(*a) == right.0.str(*b),
        (Literal::Array(a), Literal::Array(b)) => {
            let same_key = |a: &Key, b: &Key| match (a, b) {
                (Key::Int(a), Key::Int(b)) => a == b,
                (Key::Str(a), Key::Str(b)) => left.0.str(*a) == right.0.str(*b),
                _ => false,
            };
            a.entries.len() == b.entries.len()
                && a.entries.iter().zip(&b.entries).all(|((key, a), (other, b))| {
                    same_key(key, other) && same_literal((left.0, a), (right.0, b))
                })
        }
        (Literal::Double(a), Literal::Double(b)) => a.get() == b.get(),
        (a, b) => a == b,
    }
}
