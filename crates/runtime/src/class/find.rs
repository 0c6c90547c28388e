//! Members by name, as the code of a scope sees them.

use super::member::{Const, Method, Prop, Visibility};
use super::types::shown;
use super::{Class, Juggling, Type};
use crate::message::Message;
use crate::object::ClassId;
use crate::value::Value;
use hhbc::constraint::Hint;

/// A property as a scope sees it.
#[derive(Clone, Copy)]
pub enum Found {
    /// This row.
    Prop(&'static Prop),
    /// One of the object's own, or none.
    Dynamic,
    /// A static one, which an object does not have.
    Static(&'static Prop),
    /// The scope does not see it.
    Hidden(&'static Prop),
}

/// What a call by name runs.
#[derive(Clone, Copy)]
pub enum Callee {
    /// This method.
    Method(&'static Method),
    /// `__call` or `__callStatic`, with the name.
    Magic(&'static Method),
    /// The scope may not call it.
    Hidden(&'static Method),
    /// There is no such method.
    Undefined,
}

/// Whether a scope shares a family with a class.
fn is_relative(class: ClassId, scope: Option<ClassId>) -> bool {
    scope.is_some_and(|scope| scope.class().is_a(class) || class.class().is_a(scope))
}

/// Whether a member of `class` that began in `root` is for a scope.
fn is_visible(
    visibility: Visibility,
    (class, root): (ClassId, ClassId),
    scope: Option<ClassId>,
) -> bool {
    match visibility {
        Visibility::Public => true,
        Visibility::Protected => scope == Some(class) || is_relative(root, scope),
        Visibility::Private => scope == Some(class),
    }
}

impl Class {
    /// The instance property that `name` means in a scope.
    pub fn find_prop(&'static self, name: &[u8], scope: Option<ClassId>) -> Found {
        let Some(prop) = self.props.get(name) else { return Found::Dynamic };
        let prop = self.shadowed(prop, scope).unwrap_or(prop);
        let is_own = scope == Some(prop.class);
        match prop.visibility() {
            Visibility::Private if !is_own && prop.class != self.id => Found::Dynamic,
            level if !is_visible(level, (prop.class, prop.root), scope) => Found::Hidden(prop),
            _ if prop.is_static() => Found::Static(prop),
            _ => Found::Prop(prop),
        }
    }

    /// The private property of an ancestor that its own code means by the name of `prop`.
    fn shadowed(&self, prop: &Prop, scope: Option<ClassId>) -> Option<&'static Prop> {
        let scope = scope.filter(|&scope| prop.hides_private && scope != prop.class)?;
        let theirs = self.is_a(scope).then(|| scope.class().props.get(prop.name.as_bytes()))??;
        let is_own = theirs.visibility() == Visibility::Private && theirs.class == scope;
        (is_own && (!theirs.is_static() || prop.is_static())).then_some(theirs)
    }

    /// The static property that `name` means in a scope.
    pub fn find_static(
        &'static self,
        name: &[u8],
        scope: Option<ClassId>,
    ) -> Result<&'static Prop, Message> {
        let undeclared = || Message::UndeclaredStatic { member: self.prop_text(name) };
        let prop = self.props.get(name).ok_or_else(undeclared)?;
        if !is_visible(prop.visibility(), (prop.class, prop.root), scope) {
            return Err(self.hidden_prop(prop));
        }
        if prop.is_static() { Ok(prop) } else { Err(undeclared()) }
    }

    /// The constant that `name` means in a scope.
    pub fn find_const(
        &'static self,
        name: &[u8],
        scope: Option<ClassId>,
    ) -> Result<&'static Const, Message> {
        let member = || format!("{}::{}", shown(self.name.as_bytes()), shown(name));
        let Some(constant) = self.consts.get(name) else {
            return Err(Message::UndefinedClassConstant { member: member() });
        };
        if !is_visible(constant.visibility(), (constant.class, constant.class), scope) {
            let visibility = constant.visibility().name();
            return Err(Message::InaccessibleMember {
                visibility,
                kind: "constant",
                member: member(),
            });
        }
        Ok(constant)
    }

    /// The method by which the engine asks an object of a class of the library. One of that name
    /// in a script is no such method.
    pub fn library_method(&self, name: &[u8]) -> Option<&Method> {
        let method = self.methods.get(name)?;
        method.origin.class().attrs.has(hhbc::func::Attrs::native).then_some(method)
    }

    /// What `$object->name()` runs in a scope; `name` is in lower case.
    pub fn find_method(&'static self, name: &[u8], scope: Option<ClassId>) -> Callee {
        if let Some(theirs) = self.shadowed_method(name, scope) {
            return Callee::Method(theirs);
        }
        let call = self.magic.call.and_then(|index| self.method(index));
        self.find_callee(name, scope, call)
    }

    /// The private method of an ancestor that its own code means by a name.
    fn shadowed_method(&self, name: &[u8], scope: Option<ClassId>) -> Option<&'static Method> {
        let method = self.methods.get(name).filter(|method| method.hides_private)?;
        let scope = scope.filter(|&scope| scope != method.scope && self.is_a(scope))?;
        let theirs = scope.class().methods.get(name)?;
        let is_own = theirs.visibility() == Visibility::Private && theirs.scope == scope;
        is_own.then_some(theirs)
    }

    /// What `Name::name()` runs in a scope; `name` is in lower case. `has_this`: an object of the
    /// class is at hand, so that `__call` comes first.
    pub fn find_static_method(
        &'static self,
        name: &[u8],
        scope: Option<ClassId>,
        has_this: bool,
    ) -> Callee {
        let call = self.magic.call.filter(|_| has_this).or(self.magic.call_static);
        self.find_callee(name, scope, call.and_then(|index| self.method(index)))
    }

    fn find_callee(
        &'static self,
        name: &[u8],
        scope: Option<ClassId>,
        magic: Option<&'static Method>,
    ) -> Callee {
        let Some(method) = self.methods.get(name) else {
            return magic.map_or(Callee::Undefined, Callee::Magic);
        };
        match is_visible(method.visibility(), (method.scope, method.root()), scope) {
            true => Callee::Method(method),
            false => magic.map_or(Callee::Hidden(method), Callee::Magic),
        }
    }

    /// Why a call does not reach a method.
    pub fn refused_call(&self, name: &[u8], callee: Callee, scope: Option<ClassId>) -> Message {
        let class = shown(self.name.as_bytes());
        match callee {
            Callee::Hidden(method) => Message::InaccessibleMethod {
                visibility: method.visibility().name(),
                member: format!("{}::{}", shown(method.scope.class().name.as_bytes()), shown(name)),
                place: place(scope),
            },
            Callee::Method(method) | Callee::Magic(method) => Message::AbstractMethod {
                member: format!(
                    "{}::{}",
                    shown(method.scope.class().name.as_bytes()),
                    shown(method.name.as_bytes())
                ),
            },
            Callee::Undefined => {
                Message::UndefinedMethod { member: format!("{class}::{}", shown(name)) }
            }
        }
    }

    /// `Class::$name`, as messages show a property.
    pub(super) fn prop_text(&self, name: &[u8]) -> String {
        format!("{}::${}", shown(self.name.as_bytes()), shown(name))
    }

    pub(super) fn hidden_prop(&self, prop: &Prop) -> Message {
        let member = self.prop_text(prop.name.as_bytes());
        let visibility = prop.visibility().name();
        Message::InaccessibleMember { visibility, kind: "property", member }
    }
}

impl Prop {
    /// Whether a scope that sees the property may write it.
    pub fn is_writable(&self, scope: Option<ClassId>) -> bool {
        is_visible(self.set_visibility(), (self.class, self.root), scope)
    }

    /// What a typed property holds after an operator failed whose result it was to get. PHP: the
    /// missing result is converted like an argument, and gives the zero of a scalar type.
    pub fn after_failure(&self, juggling: Juggling) -> Option<Value> {
        let hints = self.ty.filter(|_| juggling == Juggling::Weak)?.hints();
        let takes = |hint: Hint| hints.meets(hint.with(Hint::mixed));
        let zeros = [
            (Hint::int, Value::int(0)),
            (Hint::float, Value::float(0.0)),
            (Hint::string, crate::string::empty().into()),
            (Hint::bool, Value::bool(false)),
        ];
        zeros.into_iter().find(|(hint, _)| takes(*hint)).map(|(_, zero)| zero)
    }

    /// The property with the class that declares it, as messages show it.
    pub fn text(&self) -> String {
        self.class.class().prop_text(self.name.as_bytes())
    }

    /// The declared type, as messages show it.
    pub fn type_text(&self) -> Option<String> {
        self.ty.map(Type::text_as_written)
    }
}

/// A scope at the end of a message.
pub(super) fn place(scope: Option<ClassId>) -> String {
    match scope {
        Some(scope) => format!("scope {}", shown(scope.class().name.as_bytes())),
        None => "global scope".to_owned(),
    }
}
