//! Functions, classes and their members.

use syntax::ast::{
    Args, Arity, AttributeGroup, ClassDecl, ClassKind, FunctionBody, FunctionDecl, FunctionKind,
    Member, MethodReference, Modifiers, Param, Passing, PropertyGroup, PropertyItem, TraitRule,
    TraitUse, TypeKind, TypeNode,
};

use super::Exporter;

impl<'a> Exporter<'_, 'a> {
    /// A closure: its attributes stand on its line.
    pub(super) fn closure(&mut self, function: &FunctionDecl<'a>) {
        self.attributes(function.attributes, " ");
        self.put(if function.modifiers.any_of(Modifiers::STATIC) { "static " } else { "" });
        self.signature_and_body(function);
    }

    /// A function or method, with attributes on lines before it.
    pub(super) fn function(&mut self, function: &FunctionDecl<'a>) {
        self.member_attributes(function.attributes);
        if function.kind == FunctionKind::Method {
            let modifiers = function.modifiers;
            self.visibility(if modifiers.any_of(Modifiers::VISIBILITY) {
                modifiers
            } else {
                modifiers.with(Modifiers::PUBLIC)
            });
            for modifier in [Modifiers::STATIC, Modifiers::ABSTRACT, Modifiers::FINAL] {
                self.modifier(function.modifiers, modifier);
            }
        }
        self.signature_and_body(function);
    }

    fn signature_and_body(&mut self, function: &FunctionDecl<'a>) {
        self.put(match function.kind {
            FunctionKind::ArrowFunction => "fn",
            FunctionKind::Hook => "",
            _ => "function ",
        });
        self.put(if function.returns == Passing::ByRef { "&" } else { "" });
        if let Some(name) = function.name {
            self.ident(&name);
        }
        if function.kind != FunctionKind::Hook {
            self.put("(");
            self.list(function.params.unwrap_or_default(), |to, param| to.param(param));
            self.put(")");
        }
        if !function.uses.is_empty() {
            self.put(" use(");
            self.list(function.uses, |to, used| {
                to.put(if used.passing == Passing::ByRef { "&$" } else { "$" });
                to.put(used.name.0);
            });
            self.put(")");
        }
        if let Some(ty) = function.return_type {
            self.put(": ");
            self.ty(ty);
        }
        match function.body {
            FunctionBody::None => self.put(";"),
            FunctionBody::Expr(value) => {
                self.put(" => ");
                self.expr(value, 0);
                self.put(if function.kind == FunctionKind::Hook { ";" } else { "" });
            }
            FunctionBody::Block(statements) => self.braces(statements),
        }
    }

    fn param(&mut self, param: &Param<'a>) {
        self.attributes(param.attributes, " ");
        self.visibility(param.modifiers);
        self.typed(param.ty);
        self.put(if param.passing == Passing::ByRef { "&" } else { "" });
        self.put(if param.arity == Arity::Variadic { "..." } else { "" });
        self.put("$");
        self.put(param.name.0);
        if let Some(default) = param.default {
            self.put(" = ");
            self.expr(default, 0);
        }
        if let Some(hooks) = param.hooks {
            self.hooks(hooks);
        }
    }

    fn typed(&mut self, ty: Option<&TypeNode<'a>>) {
        if let Some(ty) = ty {
            self.ty(ty);
            self.put(" ");
        }
    }

    fn ty(&mut self, ty: &TypeNode<'a>) {
        match ty.kind {
            TypeKind::Named(name) => self.name(name),
            TypeKind::Array => self.put("array"),
            TypeKind::Callable => self.put("callable"),
            TypeKind::Static => self.put("static"),
            TypeKind::Nullable(inner) => {
                self.put("?");
                self.ty(inner);
            }
            TypeKind::Union(members) => self.types(members, "|"),
            TypeKind::Intersection(members) => self.types(members, "&"),
        }
    }

    fn types(&mut self, members: &[&TypeNode<'a>], between: &str) {
        for (at, member) in members.iter().enumerate() {
            self.put(if at > 0 { between } else { "" });
            self.ty(member);
        }
    }

    fn attributes(&mut self, groups: &[AttributeGroup<'a>], end: &str) {
        for group in groups {
            self.put("#[");
            self.list(group.attributes, |to, attribute| {
                to.name(attribute.name);
                if let Some(args) = attribute.args.filter(|args| !matches!(args, Args::List([]))) {
                    to.args(args);
                }
            });
            self.put("]");
            self.put(end);
        }
    }

    /// Attributes, each on a line, and the indentation of what they belong to.
    fn member_attributes(&mut self, groups: &[AttributeGroup<'a>]) {
        for group in groups {
            self.attributes(std::slice::from_ref(group), "\n");
            self.line_start();
        }
    }

    fn modifier(&mut self, modifiers: Modifiers, one: Modifiers) {
        if modifiers.any_of(one) {
            self.put(one.word());
            self.put(" ");
        }
    }

    fn visibility(&mut self, modifiers: Modifiers) {
        let modifiers = match modifiers.any_of(Modifiers::VAR) {
            true => modifiers.with(Modifiers::PUBLIC),
            false => modifiers,
        };
        for one in [
            Modifiers::PUBLIC,
            Modifiers::PROTECTED,
            Modifiers::PRIVATE,
            Modifiers::PUBLIC_SET,
            Modifiers::PROTECTED_SET,
            Modifiers::PRIVATE_SET,
        ] {
            self.modifier(modifiers, one);
        }
    }

    /// `new class … { … }`
    pub(super) fn anonymous(&mut self, class: &ClassDecl<'a>, args: &Args<'a>) {
        self.put("new ");
        self.attributes(class.attributes, " ");
        self.modifier(class.modifiers, Modifiers::READONLY);
        self.put("class");
        if !matches!(args, Args::List([])) {
            self.args(args);
        }
        self.class_body(class);
    }

    /// A class, interface, trait or enum.
    pub(super) fn class_decl(&mut self, class: &ClassDecl<'a>) {
        self.member_attributes(class.attributes);
        for one in [Modifiers::ABSTRACT, Modifiers::FINAL, Modifiers::READONLY] {
            self.modifier(class.modifiers, one);
        }
        self.put(match class.kind {
            ClassKind::Class => "class ",
            ClassKind::Interface => "interface ",
            ClassKind::Trait => "trait ",
            ClassKind::Enum => "enum ",
        });
        if let Some(name) = class.name {
            self.ident(&name);
        }
        if let Some(backing) = class.backing {
            self.put(": ");
            self.ty(backing);
        }
        self.class_body(class);
    }

    fn class_body(&mut self, class: &ClassDecl<'a>) {
        if let Some(parent) = class.parent {
            self.put(" extends ");
            self.name(parent.name);
        }
        if !class.interfaces.is_empty() {
            self.put(" implements ");
            self.list(class.interfaces, |to, interface| to.name(interface.name));
        }
        self.put(" {\n");
        self.indent += 1;
        for member in class.members {
            self.line_start();
            self.member_of(member);
        }
        self.indent -= 1;
        self.line_start();
        self.put("}");
    }

    fn member_of(&mut self, member: &Member<'a>) {
        match member {
            Member::Properties { group } => self.properties(group),
            Member::Constants { group } => {
                self.member_attributes(group.attributes);
                self.visibility(match group.modifiers.any_of(Modifiers::VISIBILITY) {
                    true => group.modifiers,
                    false => group.modifiers.with(Modifiers::PUBLIC),
                });
                self.put("const ");
                self.typed(group.ty);
                self.list(group.items, |to, item| {
                    to.ident(&item.name);
                    to.put(" = ");
                    to.expr(item.value, 0);
                });
                self.put(";\n");
            }
            Member::Method { function } => {
                self.function(function);
                self.put("\n\n");
            }
            Member::Case { case } => {
                self.member_attributes(case.attributes);
                self.put("case ");
                self.ident(&case.name);
                if let Some(value) = case.value {
                    self.put(" = ");
                    self.expr(value, 0);
                }
                self.put(";\n");
            }
            Member::TraitUse { uses } => self.trait_use(uses),
            Member::Error {} => {}
        }
    }

    fn properties(&mut self, group: &PropertyGroup<'a>) {
        self.member_attributes(group.attributes);
        self.visibility(group.modifiers);
        for one in [Modifiers::STATIC, Modifiers::READONLY] {
            self.modifier(group.modifiers, one);
        }
        self.typed(group.ty);
        self.list(group.items, |to, item| to.property(item));
        let has_hooks = group.items.iter().any(|item| item.hooks.is_some());
        self.put(if has_hooks { "\n" } else { ";\n" });
    }

    fn property(&mut self, item: &PropertyItem<'a>) {
        self.put("$");
        self.put(item.name.0);
        if let Some(default) = item.default {
            self.put(" = ");
            self.expr(default, 0);
        }
        if let Some(hooks) = item.hooks {
            self.hooks(hooks);
        }
    }

    fn hooks(&mut self, hooks: &[&FunctionDecl<'a>]) {
        self.put(" {\n");
        self.indent += 1;
        for hook in hooks {
            self.line_start();
            self.member_attributes(hook.attributes);
            self.modifier(hook.modifiers, Modifiers::FINAL);
            self.signature_and_body(hook);
            self.put("\n");
        }
        self.indent -= 1;
        self.line_start();
        self.put("}");
    }

    fn trait_use(&mut self, uses: &TraitUse<'a>) {
        self.put("use ");
        self.list(uses.traits, |to, name| to.name(name));
        if uses.rules.is_empty() {
            return self.put(";\n");
        }
        self.put(" {\n");
        self.indent += 1;
        for rule in uses.rules {
            self.line_start();
            match rule {
                TraitRule::Precedence { method, excluded } => {
                    self.method_reference(method);
                    self.put(" insteadof ");
                    self.list(excluded, |to, name| to.name(name));
                }
                TraitRule::Alias { method, modifiers, alias } => {
                    self.method_reference(method);
                    self.put(" as");
                    for one in [
                        Modifiers::PUBLIC,
                        Modifiers::PROTECTED,
                        Modifiers::PRIVATE,
                        Modifiers::FINAL,
                    ] {
                        if modifiers.any_of(one) {
                            self.put(" ");
                            self.put(one.word());
                        }
                    }
                    if let Some(alias) = alias {
                        self.put(" ");
                        self.ident(alias);
                    }
                }
            }
            self.put(";\n");
        }
        self.indent -= 1;
        self.line_start();
        self.put("}\n");
    }

    fn method_reference(&mut self, method: &MethodReference<'a>) {
        if let Some(class) = method.class {
            self.name(class);
            self.put("::");
        }
        self.ident(&method.method);
    }
}
