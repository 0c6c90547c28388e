//! Classes, interfaces, traits and enums.

use hhbc::class::{Class, ClassConst, ClassKind, Inherits, Prop, TraitRule};
use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::{Attribute, Attrs, Init, Role};
use hhbc::imm::{ClassId, FuncId, HookKind, StrId};
use syntax::ast::{
    self, ClassDecl, ConstGroup, EnumCase, FunctionBody, FunctionDecl, Member, Modifiers, Name,
    Param, PropertyGroup, PropertyItem, TraitUse, UseKind,
};

use crate::error::{Emit, text};
use crate::func::FuncEmitter;
use crate::init::Allowed;
use crate::method::{Hook, Plan};
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
    /// Lower-case names of its methods.
    methods: Vec<Vec<u8>>,
    is_abstract: bool,
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
        match binding == Binding::Early && is_simple(class) {
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
        let attributes = self.attributes(class.attributes)?;
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
        if reserved {
            let what = match class.kind {
                ast::ClassKind::Class => "a class",
                ast::ClassKind::Interface => "an interface",
                ast::ClassKind::Trait => "a trait",
                ast::ClassKind::Enum => "an enum",
            };
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

    fn interface_name(&mut self, name: &Name<'a>, _: ClassKind) -> Emit<StrId> {
        self.check_ancestor(name, "interface name")?;
        let full = self.names.class(name);
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
        let is_text = |member: &Member<'a>| match member {
            Member::Method { function } => {
                function.name.is_some_and(|name| name.text.eq_ignore_ascii_case(b"__toString"))
            }
            _ => false,
        };
        if class.kind != ast::ClassKind::Trait && class.members.iter().any(is_text) {
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
        match binding {
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
            Member::Method { function } => self.method(function, body),
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
        let lower = name.text.to_ascii_lowercase();
        if body.methods.contains(&lower) {
            let class = self.class_name_text();
            let message = text!["Cannot redeclare ", class, "::", name.text, "()"];
            return self.fail(message);
        }
        body.methods.push(lower);
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
        let class = self.class_name_text();
        let full = text![class, "::", name, "()"];
        let has = |modifier| decl.modifiers.any_of(modifier);
        let is_abstract = has(Modifiers::ABSTRACT);
        let in_interface = self.kind() == ClassKind::Interface;
        if in_interface {
            if has(Modifiers::PROTECTED.with(Modifiers::PRIVATE)) {
                let message = text!["Access type for interface method ", full, " must be public"];
                return self.fail(message);
            }
            if has(Modifiers::FINAL) {
                let message = text!["Interface method ", full, " must not be final"];
                return self.fail(message);
            }
            if is_abstract {
                let message = text!["Interface method ", full, " must not be abstract"];
                return self.fail(message);
            }
        }
        let has_body = !matches!(decl.body, FunctionBody::None);
        let word = if in_interface { "Interface" } else { "Abstract" };
        if is_abstract || in_interface {
            if has(Modifiers::PRIVATE) && self.kind() != ClassKind::Trait {
                let message = text![word, " function ", full, " cannot be declared private"];
                return self.fail(message);
            }
            if has_body {
                let message = text![word, " function ", full, " cannot contain body"];
                return self.fail(message);
            }
        } else if !has_body {
            let message = text!["Non-abstract method ", full, " must contain body"];
            return self.fail(message);
        }
        if is_abstract && self.kind() == ClassKind::Enum {
            let message = text!["Enum method ", full, " must not be abstract"];
            return self.fail(message);
        }
        Ok(())
    }

    /// The property that a parameter of the constructor declares.
    fn promoted(&mut self, param: &'a Param<'a>, body: &mut Body) -> Emit {
        let item = PropertyItem {
            name: param.name,
            default: None,
            hooks: param.hooks,
            doc: param.doc,
            span: param.span,
        };
        let attributes = self.attributes(param.attributes)?;
        let shape = (param.modifiers, param.ty, Attrs::promoted);
        self.property(&item, shape, &attributes, body)
    }

    fn properties(&mut self, group: &'a PropertyGroup<'a>, body: &mut Body) -> Emit {
        self.at(group.span);
        if self.kind() == ClassKind::Enum {
            let message = text!["Enum ", self.class_name_text(), " cannot include properties"];
            return self.fail(message);
        }
        let attributes = self.attributes(group.attributes)?;
        for item in group.items {
            self.at(item.span);
            let shape = (group.modifiers, group.ty, Attrs::NONE);
            self.property(item, shape, &attributes, body)?;
        }
        Ok(())
    }

    fn property(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, ty, extra): (Modifiers, Option<&'a ast::TypeNode<'a>>, Attrs),
        attributes: &[Attribute],
        body: &mut Body,
    ) -> Emit {
        let name = self.unit.string(item.name.0);
        let ty = ty.map(|ty| self.type_of(ty)).transpose()?;
        let mut attrs = member_attrs(modifiers).with(extra);
        if self.class.as_ref().is_some_and(|class| class.is_readonly) {
            attrs = attrs.with(Attrs::readonly);
        }
        self.check_property(item, (modifiers, attrs), ty.as_ref(), body)?;
        let value = item.default.map(|value| self.init(value, Allowed::NoNew)).transpose()?;
        let value = match (value, &ty) {
            (Some(Init::Literal(literal)), Some(ty)) => {
                Some(Init::Literal(self.fit_property(item, literal, ty)?))
            }
            (value, _) => value,
        };
        if value.is_some() && attrs.has(Attrs::readonly) {
            let message = text![
                "Readonly property ",
                self.class_name_text(),
                "::$",
                item.name.0,
                " cannot have default value"
            ];
            return self.fail(message);
        }
        let (get, set) = self.hooks(item, (modifiers, ty.as_ref()))?;
        if item.hooks.is_some() && is_virtual(item) {
            attrs = attrs.with(Attrs::r#virtual);
        }
        self.check_virtual(item, (modifiers, attrs), value.is_some(), (get, set))?;
        body.props.push(Prop {
            name,
            attrs,
            ty,
            value,
            get,
            set,
            doc: item.doc.map(|doc| self.unit.string(doc)),
            attributes: attributes.to_vec(),
        });
        Ok(())
    }

    fn check_property(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, attrs): (Modifiers, Attrs),
        ty: Option<&TypeConstraint>,
        body: &Body,
    ) -> Emit {
        let full = text![self.class_name_text(), "::$", item.name.0];
        let has = |modifier| modifiers.any_of(modifier);
        if has(Modifiers::FINAL) && has(Modifiers::PRIVATE) {
            return self.fail("Property cannot be both final and private");
        }
        if has(Modifiers::STATIC) && has(Modifiers::SET_VISIBILITY) {
            return self.fail("Static property may not have asymmetric visibility");
        }
        if self.kind() == ClassKind::Interface {
            self.check_interface_property(item, modifiers)?;
        } else if has(Modifiers::ABSTRACT) && item.hooks.is_none() {
            return self.fail("Only hooked properties may be declared abstract");
        }
        if let Some(ty) = ty {
            let refused = [Hint::void, Hint::never, Hint::callable];
            if refused.into_iter().any(|hint| ty.hints.has(hint)) {
                let shown = self.type_text(ty);
                let message = text!["Property ", full, " cannot have type ", shown];
                return self.fail(message);
            }
        }
        if body.props.iter().any(|prop| self.unit.bytes(prop.name) == item.name.0) {
            let message = text!["Cannot redeclare ", full];
            return self.fail(message);
        }
        if attrs.has(Attrs::readonly) && ty.is_none() {
            let message = text!["Readonly property ", full, " must have type"];
            return self.fail(message);
        }
        if attrs.has(Attrs::readonly) && has(Modifiers::STATIC) {
            let message = text!["Static property ", full, " cannot be readonly"];
            return self.fail(message);
        }
        let narrow = has(Modifiers::PRIVATE) && has(Modifiers::PROTECTED_SET);
        let set_public = has(Modifiers::PUBLIC_SET);
        if narrow || set_public && has(Modifiers::PRIVATE.with(Modifiers::PROTECTED)) {
            let message =
                text!["Visibility of property ", full, " must not be weaker than set visibility"];
            return self.fail(message);
        }
        if has(Modifiers::SET_VISIBILITY) && ty.is_none() {
            let message = text!["Property with asymmetric visibility ", full, " must have type"];
            return self.fail(message);
        }
        Ok(())
    }

    /// What a property that has no value of its own may not declare.
    fn check_virtual(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, attrs): (Modifiers, Attrs),
        has_value: bool,
        hooks: (Option<FuncId>, Option<FuncId>),
    ) -> Emit {
        let full = text![self.class_name_text(), "::$", item.name.0];
        let is_abstract = |hook: &&FunctionDecl<'a>| matches!(hook.body, FunctionBody::None);
        let listed = item.hooks.unwrap_or_default();
        if modifiers.any_of(Modifiers::ABSTRACT) && !listed.iter().any(is_abstract) {
            let message =
                text!["Abstract property ", full, " must specify at least one abstract hook"];
            return self.fail(message);
        }
        if !attrs.has(Attrs::r#virtual) || listed.iter().any(is_abstract) {
            return Ok(());
        }
        if has_value {
            let message = text!["Cannot specify default value for virtual hooked property ", full];
            return self.fail(message);
        }
        let word = match hooks {
            (Some(_), None) => "Read-only",
            (None, Some(_)) => "Write-only",
            _ => return Ok(()),
        };
        if modifiers.any_of(Modifiers::SET_VISIBILITY) {
            let message =
                text![word, " virtual property ", full, " must not specify asymmetric visibility"];
            return self.fail(message);
        }
        Ok(())
    }

    fn check_interface_property(&mut self, item: &PropertyItem<'a>, has: Modifiers) -> Emit {
        if has.any_of(Modifiers::FINAL) {
            return self.fail("Property in interface cannot be final");
        }
        if has.any_of(Modifiers::PROTECTED.with(Modifiers::PRIVATE)) {
            return self.fail("Property in interface cannot be protected or private");
        }
        if has.any_of(Modifiers::ABSTRACT) {
            return self.fail(
                "Property in interface cannot be explicitly abstract. All interface members are \
                 implicitly abstract",
            );
        }
        if item.hooks.is_none() {
            return self.fail("Interfaces may only include hooked properties");
        }
        Ok(())
    }

    fn fit_property(
        &mut self,
        item: &PropertyItem<'a>,
        literal: hhbc::literal::Literal,
        ty: &TypeConstraint,
    ) -> Emit<hhbc::literal::Literal> {
        let literal = match crate::constraint::fit(ty, literal) {
            Ok(literal) => return Ok(literal),
            Err(literal) => literal,
        };
        let shown = self.type_text(ty);
        if literal == hhbc::literal::Literal::Null {
            let mut nullable = ty.clone();
            nullable.hints = nullable.hints.with(Hint::null);
            let nullable = self.type_text(&nullable);
            return self.fail(format!(
                "Default value for property of type {shown} may not be null. Use the nullable \
                 type {nullable} to allow null default value"
            ));
        }
        let message = text![
            "Cannot use ",
            crate::constraint::literal_type(&literal),
            " as default value for property ",
            self.class_name_text(),
            "::$",
            item.name.0,
            " of type ",
            shown
        ];
        self.fail(message)
    }

    fn class_consts(&mut self, group: &'a ConstGroup<'a>, body: &mut Body) -> Emit {
        self.at(group.span);
        let attributes = self.attributes(group.attributes)?;
        let ty = group.ty.map(|ty| self.type_of(ty)).transpose()?;
        for item in group.items {
            self.at(item.span);
            self.check_const(item.name.text, (group.modifiers, ty.as_ref()), body)?;
            let value = self.init(item.value, Allowed::NoNew)?;
            let value = match (value, &ty) {
                (Init::Literal(literal), Some(ty)) => {
                    Init::Literal(self.fit_const(item.name.text, literal, ty)?)
                }
                (value, _) => value,
            };
            body.consts.push(ClassConst {
                name: self.unit.string(item.name.text),
                is_case: false,
                attrs: member_attrs(group.modifiers),
                ty: ty.clone(),
                value: Some(value),
                doc: item.doc.map(|doc| self.unit.string(doc)),
                attributes: attributes.clone(),
            });
        }
        Ok(())
    }

    fn check_const(
        &mut self,
        name: &[u8],
        (modifiers, ty): (Modifiers, Option<&TypeConstraint>),
        body: &Body,
    ) -> Emit {
        let full = text![self.class_name_text(), "::", name];
        if let Some(ty) = ty {
            let refused = [Hint::void, Hint::never, Hint::callable];
            if refused.into_iter().any(|hint| ty.hints.has(hint)) {
                let shown = self.type_text(ty);
                let message = text!["Class constant ", full, " cannot have type ", shown];
                return self.fail(message);
            }
        }
        if modifiers.any_of(Modifiers::PRIVATE) && modifiers.any_of(Modifiers::FINAL) {
            let message = text![
                "Private constant ",
                full,
                " cannot be final as it is not visible to other classes"
            ];
            return self.fail(message);
        }
        if body.consts.iter().any(|known| self.unit.bytes(known.name) == name) {
            let message = text!["Cannot redefine class constant ", full];
            return self.fail(message);
        }
        if name.eq_ignore_ascii_case(b"class") {
            return self.fail(
                "A class constant must not be called 'class'; it is reserved for class name \
                 fetching",
            );
        }
        Ok(())
    }

    fn fit_const(
        &mut self,
        name: &[u8],
        literal: hhbc::literal::Literal,
        ty: &TypeConstraint,
    ) -> Emit<hhbc::literal::Literal> {
        match crate::constraint::fit(ty, literal) {
            Ok(literal) => Ok(literal),
            Err(literal) => {
                let message = text![
                    "Cannot use ",
                    crate::constraint::literal_type(&literal),
                    " as value for class constant ",
                    self.class_name_text(),
                    "::",
                    name,
                    " of type ",
                    self.type_text(ty)
                ];
                self.fail(message)
            }
        }
    }

    fn enum_case(&mut self, case: &'a EnumCase<'a>, body: &mut Body) -> Emit {
        self.at(case.span);
        if self.kind() != ClassKind::Enum {
            return self.fail("Case can only be used in enums");
        }
        self.check_const(case.name.text, (Modifiers::NONE, None), body)?;
        let attributes = self.attributes(case.attributes)?;
        self.at(case.span);
        let backed = self.class.as_ref().is_some_and(|class| class.is_backed);
        if backed != case.value.is_some() {
            let (kind, must) = match backed {
                true => ("backed", "must have a value"),
                false => ("non-backed", "must not have a value"),
            };
            let message = text![
                "Case ",
                case.name.text,
                " of ",
                kind,
                " enum ",
                self.class_name_text(),
                " ",
                must
            ];
            return self.fail(message);
        }
        let value = case.value.map(|value| self.init(value, Allowed::NoNew)).transpose()?;
        body.consts.push(ClassConst {
            name: self.unit.string(case.name.text),
            is_case: true,
            attrs: Attrs::public,
            ty: None,
            value,
            doc: case.doc.map(|doc| self.unit.string(doc)),
            attributes,
        });
        Ok(())
    }

    fn trait_use(&mut self, uses: &'a TraitUse<'a>, body: &mut Body) -> Emit {
        self.at(uses.span);
        for name in uses.traits {
            if self.kind() == ClassKind::Interface {
                let message = text![
                    "Cannot use traits inside of interfaces. ",
                    name.text,
                    " is used in ",
                    self.class_name_text()
                ];
                return self.fail(message);
            }
            self.check_ancestor(name, "trait name")?;
            let full = self.names.class(name);
            let id = self.unit.string(&full);
            body.inherits.traits.push(id);
        }
        for rule in uses.rules {
            let rule = self.trait_rule(rule)?;
            body.inherits.trait_rules.push(rule);
        }
        Ok(())
    }

    fn trait_rule(&mut self, rule: &ast::TraitRule<'a>) -> Emit<TraitRule> {
        Ok(match rule {
            ast::TraitRule::Precedence { method, excluded } => {
                for name in excluded.iter().chain(&method.class) {
                    self.check_ancestor(name, "trait name")?;
                }
                let class = method.class.map(|name| self.names.class(name)).unwrap_or_default();
                let of = self.unit.string(&class);
                let mut names = Vec::new();
                for name in *excluded {
                    let full = self.names.class(name);
                    names.push(self.unit.string(&full));
                }
                let method = self.unit.string(method.method.text);
                TraitRule::InsteadOf { of, method, excluded: names }
            }
            ast::TraitRule::Alias { method, modifiers, alias } => {
                for (modifier, word) in
                    [(Modifiers::STATIC, "static"), (Modifiers::ABSTRACT, "abstract")]
                {
                    if modifiers.any_of(modifier) {
                        return self.fail(format!(
                            "Cannot use \"{word}\" as method modifier in trait alias"
                        ));
                    }
                }
                let mut attrs = member_attrs(*modifiers);
                if !modifiers.any_of(Modifiers::VISIBILITY) {
                    attrs = attrs.without(Attrs::public);
                }
                let of = method.class.map(|name| self.names.class(name));
                TraitRule::Alias {
                    of: of.map(|of| self.unit.string(&of)),
                    method: self.unit.string(method.method.text),
                    attrs,
                    alias: alias.map(|alias| self.unit.string(alias.text)),
                }
            }
        })
    }

    /// The functions of a property's hooks.
    fn hooks(
        &mut self,
        item: &PropertyItem<'a>,
        (modifiers, ty): (Modifiers, Option<&TypeConstraint>),
    ) -> Emit<(Option<FuncId>, Option<FuncId>)> {
        let Some(hooks) = item.hooks else { return Ok((None, None)) };
        let in_readonly = self.class.as_ref().is_some_and(|class| class.is_readonly);
        if in_readonly || modifiers.any_of(Modifiers::READONLY) {
            return self.fail("Hooked properties cannot be readonly");
        }
        if hooks.is_empty() {
            return self.fail("Property hook list must not be empty");
        }
        if modifiers.any_of(Modifiers::STATIC) {
            return self.fail("Cannot declare hooks for static property");
        }
        let (mut get, mut set) = (None, None);
        for hook in hooks {
            let kind = self.check_hook(item, hook, modifiers)?;
            let (slot, word) = match kind {
                HookKind::Get => (&mut get, "get"),
                HookKind::Set => (&mut set, "set"),
            };
            if slot.is_some() {
                return self.fail(format!("Cannot redeclare property hook \"{word}\""));
            }
            let mut plan = Plan::new(Role::Method, text!["$", item.name.0, "::", word]);
            plan.attrs = member_attrs(hook.modifiers).with(Attrs::public);
            plan.hook = Some(Hook { property: item.name.0, kind, ty: ty.cloned() });
            *slot = Some(self.function(hook, plan)?);
        }
        Ok((get, set))
    }

    fn check_hook(
        &mut self,
        item: &PropertyItem<'a>,
        hook: &FunctionDecl<'a>,
        modifiers: Modifiers,
    ) -> Emit<HookKind> {
        self.function_line(hook);
        let name = hook.name.map_or(&b""[..], |name| name.text);
        let full = text![self.class_name_text(), "::$", item.name.0];
        let has_body = !matches!(hook.body, FunctionBody::None);
        let is_abstract =
            modifiers.any_of(Modifiers::ABSTRACT) || self.kind() == ClassKind::Interface;
        let is_final = hook.modifiers.any_of(Modifiers::FINAL);
        if is_final && modifiers.any_of(Modifiers::PRIVATE) {
            return self.fail("Property hook cannot be both final and private");
        }
        if self.kind() == ClassKind::Interface && has_body {
            return self.fail("Abstract property hook cannot have body");
        }
        if is_abstract && !has_body && modifiers.any_of(Modifiers::PRIVATE) {
            return self.fail("Property hook cannot be both abstract and private");
        }
        if is_abstract && !has_body && is_final {
            return self.fail("Property hook cannot be both abstract and final");
        }
        if !is_abstract && !has_body {
            return self.fail("Non-abstract property hook must have a body");
        }
        let is = |word: &[u8]| name.eq_ignore_ascii_case(word);
        let kind = match () {
            () if is(b"get") => HookKind::Get,
            () if is(b"set") => HookKind::Set,
            () => {
                let message = text![
                    "Unknown hook \"",
                    name,
                    "\" for property ",
                    full,
                    ", expected \"get\" or \"set\""
                ];
                return self.fail(message);
            }
        };
        self.check_hook_params(&full, hook, kind)?;
        Ok(kind)
    }

    fn check_hook_params(&mut self, full: &[u8], hook: &FunctionDecl<'a>, kind: HookKind) -> Emit {
        let Some(params) = hook.params else { return Ok(()) };
        if kind == HookKind::Get {
            let message = text!["get hook of property ", full, " must not have a parameter list"];
            return self.fail(message);
        }
        let [param] = params else {
            let message =
                text!["set hook of property ", full, " must accept exactly one parameters"];
            return self.fail(message);
        };
        let wrong = match () {
            () if param.passing == ast::Passing::ByRef => "must not be pass-by-reference",
            () if param.arity == ast::Arity::Variadic => "must not be variadic",
            () if param.default.is_some() => "must not have a default value",
            () => return Ok(()),
        };
        let message = text!["Parameter $", param.name.0, " of set hook ", full, " ", wrong];
        self.fail(message)
    }
}

/// Whether no hook of a property touches a value of its own.
fn is_virtual(item: &PropertyItem<'_>) -> bool {
    let hooks = item.hooks.unwrap_or_default();
    !hooks.iter().any(|hook| {
        let is_short_set = matches!(hook.body, FunctionBody::Expr(_))
            && hook.name.is_some_and(|name| name.text.eq_ignore_ascii_case(b"set"));
        is_short_set || crate::scan::uses_property(&hook.body, item.name.0)
    })
}

fn kind_of(kind: ast::ClassKind) -> ClassKind {
    match kind {
        ast::ClassKind::Class => ClassKind::Class,
        ast::ClassKind::Interface => ClassKind::Interface,
        ast::ClassKind::Trait => ClassKind::Trait,
        ast::ClassKind::Enum => ClassKind::Enum,
    }
}
