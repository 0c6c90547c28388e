//! Properties: what a class declares and inherits, their slots, and the rules of overriding.

use std::sync::Arc;

use hhbc::class::{ClassKind, Prop as PropDecl};
use hhbc::func::Attrs;
use hhbc::imm::FuncId;

use super::super::member::{Hooks, Initial, Method, Place, Prop, Visibility, name_of};
use super::super::types::{Type, shown};
use super::method::{Rules, with_visibility};
use super::oblige::{Obligation, Variance};
use super::{Linked, Linker, or_weaker};
use crate::string::StaticStr;

/// Bits that say who may write.
const SET_ATTRS: Attrs = Attrs::private_set.with(Attrs::protected_set).with(Attrs::public_set);

/// Which of a property's hooks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Get,
    Set,
}

impl Which {
    const BOTH: [Self; 2] = [Self::Get, Self::Set];

    fn of(self, hooks: &Hooks) -> Option<&Method> {
        match self {
            Self::Get => hooks.get.as_ref(),
            Self::Set => hooks.set.as_ref(),
        }
    }
}

impl Linker<'_> {
    pub(super) fn own_props(&mut self) -> Linked {
        if let Some(parent) = self.bases.parent {
            self.slots = parent.class().first.slots.clone();
        }
        self.add_enum_props();
        for decl in &self.declared.class.props {
            let prop = self.own_prop(decl);
            let prop = self.place(prop);
            self.props.insert(prop.name, prop);
        }
        Ok(())
    }

    fn own_prop(&self, decl: &'static PropDecl) -> Prop {
        let unit = self.declared.unit;
        let hook = |func: Option<FuncId>| func.map(|func| self.own_hook(func, decl));
        let hooks = Hooks { get: hook(decl.get), set: hook(decl.set) };
        let is_hooked = hooks.get.is_some() || hooks.set.is_some();
        let in_interface = self.kind() == ClassKind::Interface;
        let extra =
            if in_interface { Attrs::r#abstract.with(Attrs::r#virtual) } else { Attrs::NONE };
        Prop {
            name: name_of(unit, decl.name),
            attrs: self.prop_attrs(decl.attrs.with(extra)),
            ty: decl.ty.as_ref().map(|constraint| Type { unit, constraint }),
            class: self.id,
            root: self.id,
            place: Place::Virtual,
            initial: decl.value.as_ref().map(|init| Initial { unit, init }),
            hooks: is_hooked.then(|| Arc::new(hooks)),
            hides_private: false,
            decl: Some(decl),
        }
    }

    /// A hook is as visible as its property.
    fn own_hook(&self, func: FuncId, decl: &PropDecl) -> Method {
        let mut hook = self.own_method(func);
        let visibility = match Visibility::of(decl.attrs) {
            Visibility::Public => Attrs::public,
            Visibility::Protected => Attrs::protected,
            Visibility::Private => Attrs::private,
        };
        hook.attrs = hook.attrs.without(Visibility::ATTRS).with(visibility);
        hook
    }

    /// Modifiers with what follows from them.
    fn prop_attrs(&self, attrs: Attrs) -> Attrs {
        let mut attrs = with_visibility(attrs);
        if self.attrs.has(Attrs::readonly) && !attrs.has(Attrs::r#static) {
            attrs = attrs.with(Attrs::readonly);
        }
        if attrs.has(Attrs::public.with(Attrs::readonly)) && !attrs.meets(SET_ATTRS) {
            attrs = attrs.with(Attrs::protected_set);
        }
        attrs = attrs.without(Attrs::public_set);
        if attrs.has(Attrs::private_set) && !attrs.has(Attrs::private) {
            attrs = attrs.with(Attrs::r#final);
        }
        attrs
    }

    /// Finds the slot of an own property: an ancestor's when it overrides that.
    pub(super) fn place(&mut self, mut prop: Prop) -> Prop {
        if prop.is_static() {
            return prop;
        }
        let parent = self.bases.parent.and_then(|id| id.class().props.get(prop.name.as_bytes()));
        let overridden = parent
            .filter(|theirs| theirs.visibility() != Visibility::Private && !theirs.is_static());
        if let Some(Prop { place: Place::Slot(slot), .. }) = overridden {
            prop.attrs = prop.attrs.without(Attrs::r#virtual);
            prop.place = Place::Slot(*slot);
            self.slots[*slot as usize] = prop.clone();
        } else if !prop.attrs.has(Attrs::r#virtual) {
            prop.place = Place::Slot(self.slots.len() as u32);
            self.slots.push(prop.clone());
        }
        prop
    }

    /// Puts a changed row in all its places.
    fn update(&mut self, prop: Prop) {
        if let Place::Slot(slot) = prop.place {
            self.slots[slot as usize] = prop.clone();
        }
        self.props.insert(prop.name, prop);
    }

    pub(super) fn inherit_prop(&mut self, name: StaticStr, theirs: &Prop) -> Linked {
        let Some(own) = self.props.get(name.as_bytes()).cloned() else {
            self.props.insert(name, theirs.clone());
            return Ok(());
        };
        let mut own = own;
        let is_private = theirs.visibility() == Visibility::Private;
        own.hides_private |= is_private || theirs.hides_private;
        let word = shown(name.as_bytes());
        if theirs.attrs.has(Attrs::r#final) {
            let other = self.name_of(theirs.class);
            return self.fatal(format!("Cannot override final property {other}::${word}"));
        }
        if is_private {
            self.update(own);
            return Ok(());
        }
        if self.kind_of(theirs.class) != ClassKind::Interface {
            own.root = theirs.root;
        }
        self.check_prop_modifiers(&own, theirs)?;
        let own = self.inherit_hooks(own, theirs)?;
        self.update(own.clone());
        self.check_prop_type(own, theirs)
    }

    fn check_prop_modifiers(&self, own: &Prop, theirs: &Prop) -> Linked {
        let (class, other) = (self.shown(), self.name_of(theirs.class));
        let name = shown(own.name.as_bytes());
        if own.is_static() != theirs.is_static() {
            let words = |is_static| if is_static { "static" } else { "non static" };
            let (old, new) = (words(theirs.is_static()), words(own.is_static()));
            return self.fatal(format!(
                "Cannot redeclare {old} {other}::${name} as {new} {class}::${name}"
            ));
        }
        if own.is_readonly() != theirs.is_readonly() && !theirs.attrs.has(Attrs::r#abstract) {
            let words = |is_readonly| if is_readonly { "readonly" } else { "non-readonly" };
            let (old, new) = (words(theirs.is_readonly()), words(own.is_readonly()));
            return self.fatal(format!(
                "Cannot redeclare {old} property {other}::${name} as {new} {class}::${name}"
            ));
        }
        let their_set = theirs.hooks.as_ref().is_none_or(|hooks| hooks.set.is_some());
        let is_read_only = theirs.attrs.has(Attrs::r#virtual) && !their_set;
        let restricts = own.attrs.meets(SET_ATTRS) && !is_read_only;
        if restricts && own.set_visibility() > theirs.set_visibility() {
            let is_set = theirs.attrs.meets(SET_ATTRS);
            let word = match theirs.set_visibility() {
                _ if !is_set => "omitted".to_owned(),
                level => format!("{}(set)", level.name()),
            };
            let weaker = if is_set { " or weaker" } else { "" };
            return self.fatal(format!(
                "Set access level of {class}::${name} must be {word} (as in class {other}){weaker}"
            ));
        }
        let level = theirs.visibility();
        if own.visibility() > level {
            let (word, weaker) = (level.name(), or_weaker(level));
            return self.fatal(format!(
                "Access level to {class}::${name} must be {word} (as in class {other}){weaker}"
            ));
        }
        Ok(())
    }

    fn inherit_hooks(&mut self, mut own: Prop, theirs: &Prop) -> Linked<Prop> {
        let Some(their_hooks) = theirs.hooks.clone() else { return Ok(own) };
        let mut hooks = own.hooks.as_deref().cloned().unwrap_or_default();
        for which in Which::BOTH {
            let Some(their_hook) = which.of(&their_hooks) else { continue };
            let inherited = match which.of(&hooks) {
                Some(hook) => Some(self.override_hook(*hook, their_hook)?),
                None if their_hook.is_abstract() && has_operation(&own, which) => None,
                None => Some(*their_hook),
            };
            match which {
                Which::Get => hooks.get = inherited.or(hooks.get),
                Which::Set => hooks.set = inherited.or(hooks.set),
            }
        }
        let is_hooked = hooks.get.is_some() || hooks.set.is_some();
        own.hooks = is_hooked.then(|| Arc::new(hooks));
        Ok(own)
    }

    fn override_hook(&mut self, own: Method, theirs: &Method) -> Linked<Method> {
        if theirs.attrs.has(Attrs::r#final) && theirs.visibility() != Visibility::Private {
            let (class, name) = (self.name_of(theirs.scope), shown(theirs.name.as_bytes()));
            return self.fatal(format!("Cannot override final property hook {class}::{name}()"));
        }
        self.check_override((own, theirs), None, Rules::ALL)
    }

    fn check_prop_type(&mut self, own: Prop, theirs: &Prop) -> Linked {
        if theirs.ty.is_none() {
            if own.ty.is_none() {
                return Ok(());
            }
            let (class, other) = (self.shown(), self.name_of(theirs.class));
            let name = shown(own.name.as_bytes());
            return self.fatal(format!(
                "Type of {class}::${name} must not be defined (as in class {other})"
            ));
        }
        let variance = variance(theirs);
        let set = theirs.hooks.as_ref().and_then(|hooks| hooks.set);
        let own_set = own.hooks.as_ref().and_then(|hooks| hooks.set);
        let own_set = own_set.filter(|set| set.scope == own.class);
        let rule = Obligation::Prop { own: own.clone(), theirs: theirs.clone(), variance };
        self.oblige(rule)?;
        if theirs.attrs.has(Attrs::r#abstract)
            && own_set.is_none()
            && let Some(ty) = set.as_ref().and_then(param_type)
        {
            self.oblige(Obligation::SetType { own, theirs: theirs.clone(), ty })?;
        }
        Ok(())
    }

    /// What must hold of each hooked property when all of them are known.
    pub(super) fn check_hooks(&mut self) -> Linked {
        let own: Vec<Prop> =
            self.props.rows().filter(|prop| prop.class == self.id).cloned().collect();
        for prop in own {
            let Some(hooks) = prop.hooks.clone() else { continue };
            let (class, name) = (self.shown(), shown(prop.name.as_bytes()));
            let is_virtual = prop.attrs.has(Attrs::r#virtual);
            if let (Some(get), Some(_), false) = (&hooks.get, &hooks.set, is_virtual)
                && get.attrs.has(Attrs::by_ref)
            {
                return self.fatal(format!(
                    "Get hook of backed property {class}::{name} with set hook may not return by reference"
                ));
            }
            let is_half = hooks.get.is_none() || hooks.set.is_none();
            if is_virtual && is_half && prop.attrs.meets(SET_ATTRS) && !prop.is_readonly() {
                let kind = if hooks.get.is_none() { "Write-only" } else { "Read-only" };
                return self.fatal(format!(
                    "{kind} virtual property {class}::${name} must not specify asymmetric visibility"
                ));
            }
            if let Some(set) = hooks.set.filter(|set| set.scope == self.id) {
                let ty = param_type(&set).or(prop.ty);
                self.oblige(Obligation::SetHook { prop, ty })?;
            }
        }
        Ok(())
    }
}

/// The hooks for which the property of the parent has neither a hook nor a value.
pub(super) fn new_hooks(prop: &Prop, above: Option<&Prop>) -> Vec<Method> {
    let Some(hooks) = prop.hooks.as_deref() else { return Vec::new() };
    let is_new = |which: &Which| above.is_none_or(|above| !has_operation(above, *which));
    Which::BOTH.into_iter().filter(is_new).filter_map(|which| which.of(hooks).copied()).collect()
}

/// Whether a property can be read or written without a hook of an ancestor.
fn has_operation(prop: &Prop, which: Which) -> bool {
    let is_backed = !prop.attrs.has(Attrs::r#virtual);
    let by_value = is_backed && (which == Which::Get || !prop.is_readonly());
    by_value || prop.hooks.as_ref().is_some_and(|hooks| which.of(hooks).is_some())
}

fn variance(prop: &Prop) -> Variance {
    match &prop.hooks {
        Some(hooks) if prop.attrs.has(Attrs::r#virtual) && hooks.set.is_none() => Variance::Subtype,
        Some(hooks) if prop.attrs.has(Attrs::r#virtual) && hooks.get.is_none() => {
            Variance::Supertype
        }
        _ => Variance::Fixed,
    }
}

/// The type of what a set hook takes.
fn param_type(set: &Method) -> Option<Type> {
    let super::super::member::Body::Code(code) = set.body else { return None };
    let constraint = code.func().params.first()?.ty.as_ref()?;
    Some(Type { unit: code.unit, constraint })
}
