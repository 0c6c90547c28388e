//! Constants and properties of traits, which may collide when they are the same.

use hhbc::func::{Attrs, Init};
use hhbc::literal::{Key, Literal};
use hhbc::unit::Unit;

use super::super::Class;
use super::super::member::{Const, Initial, Place, Prop, Visibility};
use super::super::types::{Fit, shown};
use super::method::new_id;
use super::{Linked, Linker};
use crate::object::ClassId;

impl Linker<'_> {
    pub(super) fn take_const(&mut self, theirs: &Const, before: &[ClassId]) -> Linked {
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

    pub(super) fn take_prop(&mut self, theirs: &Prop, before: &[ClassId]) -> Linked {
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
        prop.place = Place::Virtual;
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
