//! Classes, interfaces, traits and enums.

mod member;
mod prop;

use hashbrown::HashSet;
use hhbc::class::{Class, ClassConst, ClassKind, Inherits, Prop};
use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::{Attribute, Attrs, Role};
use hhbc::imm::{ClassId, StrId};
use syntax::ast::{self, ClassDecl, FunctionBody, FunctionDecl, Member, Modifiers, Name, UseKind};

use crate::attribute::Target;
use crate::error::{Emit, text};
use crate::func::FuncEmitter;
use crate::method::Plan;
use crate::name::special_class;
use crate::param::is_promoted;
use crate::unit::{ClassScope, UnitEmitter};

/// When a class is bound to its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Binding {
    /// When the file is loaded, if that is possible.
    Early,
    /// When control gets there.
    Late,
    /// It has no name.
    Anonymous,
}

/// The members of a class as they are collected.
#[derive(Default)]
struct Body {
    inherits: Inherits,
    consts: Vec<ClassConst>,
    props: Vec<Prop>,
    declared: Declared,
    is_abstract: bool,
}

/// The names of members so far, those of methods in lower case.
#[derive(Default)]
struct Declared {
    consts: HashSet<Vec<u8>>,
    props: HashSet<Vec<u8>>,
    methods: HashSet<Vec<u8>>,
}

/// Names that no class can have.
pub(crate) const RESERVED: [&[u8]; 17] = [
    b"bool",
    b"false",
    b"float",
    b"int",
    b"null",
    b"parent",
    b"self",
    b"static",
    b"string",
    b"true",
    b"void",
    b"never",
    b"iterable",
    b"object",
    b"mixed",
    b"array",
    b"callable",
];

/// The modifiers of a member.
pub(crate) fn member_attrs(modifiers: Modifiers) -> Attrs {
    let mut attrs = Attrs::NONE;
    let rows = [
        (Modifiers::PROTECTED, Attrs::protected),
        (Modifiers::PRIVATE, Attrs::private),
        (Modifiers::PUBLIC_SET, Attrs::public_set),
        (Modifiers::PROTECTED_SET, Attrs::protected_set),
        (Modifiers::PRIVATE_SET, Attrs::private_set),
        (Modifiers::STATIC, Attrs::r#static),
        (Modifiers::ABSTRACT, Attrs::r#abstract),
        (Modifiers::FINAL, Attrs::r#final),
        (Modifiers::READONLY, Attrs::readonly),
    ];
    for (modifier, attr) in rows {
        if modifiers.any_of(modifier) {
            attrs = attrs.with(attr);
        }
    }
    if !modifiers.any_of(Modifiers::PROTECTED.with(Modifiers::PRIVATE)) {
        attrs = attrs.with(Attrs::public);
    }
    attrs
}

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn class_stmt(&mut self, class: &'a ClassDecl<'a>, is_top: bool) -> Emit {
        let is_first = class.name.is_none_or(|name| {
            let full = self.u.names.declared(name.text);
            self.u.declared.classes.insert(full.to_ascii_lowercase())
        });
        let binding = if is_top && is_first { Binding::Early } else { Binding::Late };
        let id = self.u.class_decl(class, binding)?;
        self.at(class.span);
        let is_hoisted = binding == Binding::Early
            && is_simple(class)
            && (self.u.is_library || !is_composed(class));
        match is_hoisted {
            true => self.b.def_cls_nop(id),
            false => self.b.def_cls(id),
        }
        Ok(())
    }
}

/// Whether a class needs no other one.
fn is_simple(class: &ClassDecl<'_>) -> bool {
    let uses = |member: &Member<'_>| matches!(member, Member::TraitUse { .. });
    class.parent.is_none()
        && class.interfaces.is_empty()
        && class.kind != ast::ClassKind::Enum
        && !class.members.iter().any(uses)
}

/// Whether a class has interfaces or traits: it is declared only when its statement runs.
fn is_composed(class: &ClassDecl<'_>) -> bool {
    class.members.iter().any(|member| match member {
        Member::TraitUse { .. } => true,
        Member::Properties { group } => group.items.iter().any(|item| {
            item.hooks.is_some_and(|hooks| hooks.iter().any(|hook| hook.params.is_some()))
        }),
        Member::Method { function } => {
            function.name.is_some_and(|name| name.text.eq_ignore_ascii_case(b"__toString"))
        }
        _ => false,
    }) || !class.interfaces.is_empty()
        || class.kind == ast::ClassKind::Enum
}

impl<'a> UnitEmitter<'a> {
    pub(crate) fn class_decl(
        &mut self,
        class: &'a ClassDecl<'a>,
        binding: Binding,
    ) -> Emit<ClassId> {
        self.enter()?;
        let id = self.unit.declare_class();
        let name = self.class_decl_name(class, binding)?;
        let parent = class.parent.map(|extends| self.parent_name(extends.name)).transpose()?;
        let kind = kind_of(class.kind);
        let scope = ClassScope {
            name: name.clone(),
            kind,
            parent: parent.clone(),
            members: Vec::new(),
            is_backed: class.backing.is_some(),
            is_readonly: class.modifiers.any_of(Modifiers::READONLY),
        };
        let outer = self.class.replace(scope);
        let in_closure = std::mem::replace(&mut self.in_closure, false);
        let mut body = Body::default();
        body.inherits.parent = parent.map(|parent| self.unit.string(&parent));
        for interface in class.interfaces {
            let name = self.interface_name(interface.name, kind)?;
            body.inherits.interfaces.push(name);
        }
        self.implied_interfaces(class, &mut body);
        self.at(class.name.map_or(class.span, |name| name.span));
        let attributes = self.attributes_of(class.attributes, Target::Class)?;
        self.check_dynamic_properties(class, &attributes)?;
        let enum_type = self.backing(class)?;
        for member in class.members {
            self.member(member, &mut body)?;
        }
        self.at(class.span);
        self.check_abstract(class, &body)?;
        let attrs = self.class_attrs(class, binding, &body);
        let scope = std::mem::replace(&mut self.class, outer);
        self.in_closure = in_closure;
        let members = scope.map(|scope| scope.members).unwrap_or_default();
        let last = class.span.end.saturating_sub(1);
        let lines = (self.line_of(class.span.start), self.line_of(last));
        let record = Class {
            name: self.unit.string(&name),
            kind,
            attrs,
            inherits: body.inherits,
            enum_type,
            consts: body.consts,
            props: body.props,
            members,
            doc: class.doc.map(|doc| self.unit.string(doc)),
            attributes,
            lines,
        };
        self.unit.define_class(id, record);
        self.leave();
        Ok(id)
    }

    fn class_decl_name(&mut self, class: &ClassDecl<'a>, binding: Binding) -> Emit<Vec<u8>> {
        let Some(name) = class.name else { return self.anonymous_name(class) };
        if self.class.is_some() && binding != Binding::Anonymous {
            return self.fail("Class declarations may not be nested");
        }
        let reserved = RESERVED.iter().any(|word| name.text.eq_ignore_ascii_case(word));
        let what = match class.kind {
            ast::ClassKind::Class => "a class",
            ast::ClassKind::Interface => "an interface",
            ast::ClassKind::Trait => "a trait",
            ast::ClassKind::Enum => "an enum",
        };
        if name.text == b"_" {
            self.note(
                "Deprecated",
                text!["Using \"_\" as ", what, " name is deprecated since 8.4"],
            );
        }
        if reserved {
            let message =
                text!["Cannot use \"", name.text, "\" as ", what, " name as it is reserved"];
            return self.fail(message);
        }
        let full = self.names.declared(name.text).into_owned();
        let lower = full.to_ascii_lowercase();
        if let Some(imported) = self.names.imported(UseKind::Class, name.text)
            && !imported.eq_ignore_ascii_case(&full)
        {
            let message =
                text!["Cannot redeclare class ", full, " (previously declared as local import)"];
            return self.fail(message);
        }
        self.declared.seen.insert((UseKind::Class as u8, lower));
        Ok(full)
    }

    fn anonymous_name(&mut self, class: &ClassDecl<'a>) -> Emit<Vec<u8>> {
        let line = self.line_of(class.span.start).to_string();
        let number = format!("{:x}", self.anonymous);
        self.anonymous += 1;
        let first = class.parent.map(|extends| extends.name);
        let first = first.or(class.interfaces.first().map(|interface| interface.name));
        let prefix = match first {
            Some(name) => self.names.class(name).into_owned(),
            None => b"class".to_vec(),
        };
        Ok(text![prefix, b"@anonymous\0", self.path, b":", line, b"$", number])
    }

    fn parent_name(&mut self, name: &Name<'a>) -> Emit<Vec<u8>> {
        self.check_ancestor(name, "class name")?;
        Ok(self.names.class(name).into_owned())
    }

    fn check_ancestor(&mut self, name: &Name<'a>, what: &str) -> Emit {
        if special_class(name.text) {
            let message = text!["Cannot use \"", name.text, "\" as ", what, ", as it is reserved"];
            return self.fail(message);
        }
        Ok(())
    }

    /// Refuses methods that every enum has.
    fn check_enum_method(&mut self, function: &ast::FunctionDecl<'a>) -> Emit {
        let Some(class) = self.class.as_ref().filter(|class| class.kind == ClassKind::Enum) else {
            return Ok(());
        };
        let own: &[&[u8]] =
            if class.is_backed { &[b"cases", b"from", b"tryfrom"] } else { &[b"cases"] };
        let Some(name) = function.name else { return Ok(()) };
        if own.iter().any(|known| name.text.eq_ignore_ascii_case(known)) {
            let message = text!["Cannot redeclare ", class.name, "::", name.text, "()"];
            return self.fail(message);
        }
        Ok(())
    }

    fn interface_name(&mut self, name: &Name<'a>, kind: ClassKind) -> Emit<StrId> {
        self.check_ancestor(name, "interface name")?;
        let full = self.names.class(name);
        let is = |known: &[u8]| full.eq_ignore_ascii_case(known);
        if kind == ClassKind::Enum
            && let Some(class) = &self.class
            && (is(b"UnitEnum") || class.is_backed && is(b"BackedEnum"))
        {
            let enum_name = &class.name;
            let message = text![
                "Enum ",
                enum_name,
                " cannot implement previously implemented interface ",
                full
            ];
            return self.fail(message);
        }
        Ok(self.unit.string(&full))
    }

    /// The interfaces that PHP adds: those of enums, and that of classes with `__toString`.
    fn implied_interfaces(&mut self, class: &ClassDecl<'a>, body: &mut Body) {
        let mut names: Vec<&[u8]> = Vec::new();
        if class.kind == ast::ClassKind::Enum {
            names.push(b"UnitEnum");
        }
        if class.backing.is_some() {
            names.push(b"BackedEnum");
        }
        if self.is_library {
            // PHP: an enum of the engine is backed at once.
            names.reverse();
        }
        let is_text = |member: &Member<'a>| match member {
            Member::Method { function } => {
                function.name.is_some_and(|name| name.text.eq_ignore_ascii_case(b"__toString"))
            }
            _ => false,
        };
        let is_the_interface = self.is_library
            && class.name.is_some_and(|name| name.text.eq_ignore_ascii_case(b"Stringable"));
        let says_text = class.members.iter().any(is_text);
        if class.kind != ast::ClassKind::Trait && says_text && !is_the_interface {
            names.push(b"Stringable");
        }
        for name in names {
            let id = self.unit.string(name);
            let is_same = |known: &&StrId| self.unit.bytes(**known).eq_ignore_ascii_case(name);
            if !body.inherits.interfaces.iter().any(|known| is_same(&known)) {
                body.inherits.interfaces.push(id);
            }
        }
    }

    fn class_attrs(&mut self, class: &ClassDecl<'a>, binding: Binding, body: &Body) -> Attrs {
        let mut attrs = member_attrs(class.modifiers).without(Attrs::public);
        if class.kind == ast::ClassKind::Enum {
            attrs = attrs.with(Attrs::r#final);
        }
        if body.is_abstract && class.kind == ast::ClassKind::Class {
            attrs = attrs.with(Attrs::r#abstract);
        }
        let is_internal = |group: &ast::AttributeGroup<'a>| {
            group.attributes.iter().any(|found| found.name.text == b"Internal")
        };
        if self.is_library {
            attrs = attrs.with(Attrs::native);
        }
        if self.is_library && class.attributes.iter().any(is_internal) {
            attrs = attrs.with(Attrs::internal);
        }
        match binding {
            Binding::Early if !self.is_library && is_composed(class) => attrs,
            Binding::Early if is_simple(class) => attrs.with(Attrs::hoisted),
            Binding::Early => attrs.with(Attrs::maybe_hoisted),
            Binding::Late => attrs,
            Binding::Anonymous => attrs.with(Attrs::anonymous),
        }
    }

    fn check_dynamic_properties(
        &mut self,
        class: &ClassDecl<'a>,
        attributes: &[Attribute],
    ) -> Emit {
        let is_it = |found: &Attribute| {
            self.unit.bytes(found.name).eq_ignore_ascii_case(b"AllowDynamicProperties")
        };
        let readonly = class.modifiers.any_of(Modifiers::READONLY);
        let what = match class.kind {
            ast::ClassKind::Class if readonly => "readonly class",
            ast::ClassKind::Class => return Ok(()),
            _ => kind_of(class.kind).name(),
        };
        if !attributes.iter().any(is_it) {
            return Ok(());
        }
        let name = self.class_name_text();
        let shown = name.split(|byte| *byte == 0).next().unwrap_or_default();
        let message = text!["Cannot apply #[AllowDynamicProperties] to ", what, " ", shown];
        self.at(class.span);
        self.fail(message)
    }

    fn check_abstract(&mut self, class: &ClassDecl<'a>, body: &Body) -> Emit {
        let declared = class.modifiers.any_of(Modifiers::ABSTRACT);
        if !body.is_abstract || declared || class.kind != ast::ClassKind::Class {
            return Ok(());
        }
        let name = self.class_name_text();
        let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
        let mut methods = Vec::new();
        for member in class.members {
            if let Member::Method { function } = member
                && function.modifiers.any_of(Modifiers::ABSTRACT)
                && let Some(method) = function.name
            {
                methods.push(text![name, "::", method.text]);
            }
        }
        if methods.is_empty() {
            return Ok(());
        }
        let count = methods.len();
        let word = if count == 1 { "method" } else { "methods" };
        let message = text![
            "Class ",
            name,
            " contains ",
            count.to_string(),
            " abstract ",
            word,
            " and must therefore be declared abstract or implement the remaining methods (",
            methods.join(&b", "[..]),
            ")"
        ];
        self.fail(message)
    }

    pub(crate) fn class_name_text(&self) -> Vec<u8> {
        self.class.as_ref().map(|class| class.name.clone()).unwrap_or_default()
    }

    /// The type of an enum's values.
    fn backing(&mut self, class: &ClassDecl<'a>) -> Emit<Option<TypeConstraint>> {
        let Some(backing) = class.backing else { return Ok(None) };
        let ty = self.type_of(backing)?;
        let alone = ty.classes.is_empty() && (ty.hints == Hint::int || ty.hints == Hint::string);
        if !alone {
            let shown = self.type_text(&ty);
            return self.fail(format!("Enum backing type must be int or string, {shown} given"));
        }
        Ok(Some(ty))
    }

    fn member(&mut self, member: &Member<'a>, body: &mut Body) -> Emit {
        match member {
            Member::Properties { group } => self.properties(group, body),
            Member::Constants { group } => self.class_consts(group, body),
            Member::Method { function } => {
                self.check_enum_method(function)?;
                self.method(function, body)
            }
            Member::Case { case } => self.enum_case(case, body),
            Member::TraitUse { uses } => self.trait_use(uses, body),
            Member::Error {} => Ok(()),
        }
    }

    fn kind(&self) -> ClassKind {
        self.class.as_ref().map_or(ClassKind::Class, |class| class.kind)
    }

    fn method(&mut self, decl: &'a FunctionDecl<'a>, body: &mut Body) -> Emit {
        self.function_line(decl);
        let Some(name) = decl.name else { return Ok(()) };
        self.check_method(decl, name.text)?;
        let mut attrs = member_attrs(decl.modifiers);
        let in_interface = self.kind() == ClassKind::Interface;
        let is_abstract = in_interface || decl.modifiers.any_of(Modifiers::ABSTRACT);
        body.is_abstract |= is_abstract && !in_interface;
        if !body.declared.methods.insert(name.text.to_ascii_lowercase()) {
            let class = self.class_name_text();
            let message = text!["Cannot redeclare ", class, "::", name.text, "()"];
            return self.fail(message);
        }
        let promoted = decl.params.unwrap_or_default().iter().filter(|param| is_promoted(param));
        for param in promoted {
            if is_abstract {
                return self.fail("Cannot declare promoted property in an abstract constructor");
            }
            self.promoted(param, body)?;
        }
        attrs = attrs.without(Attrs::r#abstract);
        let mut plan = Plan::new(Role::Method, name.text.to_vec());
        plan.attrs = attrs;
        plan.is_static = decl.modifiers.any_of(Modifiers::STATIC);
        self.function(decl, plan)?;
        self.function_line(decl);
        self.check_magic(decl, name.text)
    }

    fn check_method(&mut self, decl: &FunctionDecl<'a>, name: &[u8]) -> Emit {
        let full = || text![self.class_name_text(), "::", name, "()"];
        let has = |modifier| decl.modifiers.any_of(modifier);
        let is_abstract = has(Modifiers::ABSTRACT);
        let in_interface = self.kind() == ClassKind::Interface;
        if in_interface {
            if has(Modifiers::PROTECTED.with(Modifiers::PRIVATE)) {
                let message = text!["Access type for interface method ", full(), " must be public"];
                return self.fail(message);
            }
            if has(Modifiers::FINAL) {
                let message = text!["Interface method ", full(), " must not be final"];
                return self.fail(message);
            }
            if is_abstract {
                let message = text!["Interface method ", full(), " must not be abstract"];
                return self.fail(message);
            }
        }
        let has_body = !matches!(decl.body, FunctionBody::None);
        let word = if in_interface { "Interface" } else { "Abstract" };
        if is_abstract || in_interface {
            if has(Modifiers::PRIVATE) && self.kind() != ClassKind::Trait {
                let message = text![word, " function ", full(), " cannot be declared private"];
                return self.fail(message);
            }
            if has_body {
                let message = text![word, " function ", full(), " cannot contain body"];
                return self.fail(message);
            }
        } else if !has_body {
            let message = text!["Non-abstract method ", full(), " must contain body"];
            return self.fail(message);
        }
        if is_abstract && self.kind() == ClassKind::Enum {
            let message = text!["Enum method ", full(), " must not be abstract"];
            return self.fail(message);
        }
        Ok(())
    }
}

fn kind_of(kind: ast::ClassKind) -> ClassKind {
    match kind {
        ast::ClassKind::Class => ClassKind::Class,
        ast::ClassKind::Interface => ClassKind::Interface,
        ast::ClassKind::Trait => ClassKind::Trait,
        ast::ClassKind::Enum => ClassKind::Enum,
    }
}
