//! Declared types.

use hhbc::constraint::{ClassTerm, Hint, TypeConstraint};
use hhbc::imm::{ClsRef, Double};
use hhbc::literal::Literal;
use syntax::ast::{Name, NameKind, TypeKind, TypeNode, UseKind};

use crate::error::{COMPILE_WARNING, Emit, text};
use crate::name::special_class;
use crate::unit::UnitEmitter;

/// The builtin types that are written as names.
const NAMED: [(&[u8], Hint); 12] = [
    (b"null", Hint::null),
    (b"true", Hint::r#true),
    (b"false", Hint::r#false),
    (b"int", Hint::int),
    (b"float", Hint::float),
    (b"string", Hint::string),
    (b"bool", Hint::bool),
    (b"void", Hint::void),
    (b"never", Hint::never),
    (b"object", Hint::object),
    (b"mixed", Hint::mixed),
    (b"iterable", Hint::iterable),
];

/// The value as a type takes it: an integer becomes a float where only that is wanted. Gives the
/// value back when it is of another type.
pub(crate) fn fit(ty: &TypeConstraint, value: Literal) -> Result<Literal, Literal> {
    let hint = match &value {
        Literal::Null => Hint::null,
        Literal::Bool(true) => Hint::r#true,
        Literal::Bool(false) => Hint::r#false,
        Literal::Int(_) => Hint::int,
        Literal::Double(_) => Hint::float,
        Literal::Str(_) => Hint::string,
        Literal::Array(_) => Hint::array,
    };
    match value {
        value if ty.hints.has(hint) || ty.hints.has(Hint::mixed) => Ok(value),
        Literal::Array(array) if ty.hints.has(Hint::iterable) => Ok(Literal::Array(array)),
        Literal::Int(int) if ty.hints.has(Hint::float) => {
            Ok(Literal::Double(Double::from(int as f64)))
        }
        value => Err(value),
    }
}

/// The type of a value as PHP's messages call it.
pub(crate) fn literal_type(value: &Literal) -> &'static str {
    match value {
        Literal::Null => "null",
        Literal::Bool(_) => "bool",
        Literal::Int(_) => "int",
        Literal::Double(_) => "float",
        Literal::Str(_) => "string",
        Literal::Array(_) => "array",
    }
}

impl<'a> UnitEmitter<'a> {
    /// A type as PHP prints it.
    pub(crate) fn type_text(&self, ty: &TypeConstraint) -> String {
        ty.text(&mut |cls| match cls {
            ClsRef::Named(name) => String::from_utf8_lossy(self.unit.bytes(name)).into_owned(),
            special => special.word().unwrap_or_default().to_owned(),
        })
    }

    pub(crate) fn type_of(&mut self, node: &TypeNode<'a>) -> Emit<TypeConstraint> {
        let (inner, nullable) = match node.kind {
            TypeKind::Nullable(inner) => (inner, true),
            _ => (node, false),
        };
        let mut ty = match inner.kind {
            TypeKind::Union(members) => self.union(members)?,
            TypeKind::Intersection(members) => {
                TypeConstraint { hints: Hint::NONE, classes: vec![self.intersection(members)?] }
            }
            _ => self.single_type(inner)?,
        };
        if nullable && ty.hints.has(Hint::mixed) {
            return self
                .fail("Type mixed cannot be marked as nullable since mixed already includes null");
        }
        if nullable && ty.hints.has(Hint::null) {
            return self.fail("null cannot be marked as nullable");
        }
        if nullable {
            ty.hints = ty.hints.with(Hint::null);
        }
        let alone = |hint| ty.hints == hint && ty.classes.is_empty();
        if ty.hints.has(Hint::void) && !alone(Hint::void) {
            return self.fail("Void can only be used as a standalone type");
        }
        if ty.hints.has(Hint::never) && !alone(Hint::never) {
            return self.fail("never can only be used as a standalone type");
        }
        Ok(ty)
    }

    fn single_type(&mut self, node: &TypeNode<'a>) -> Emit<TypeConstraint> {
        Ok(match node.kind {
            TypeKind::Array => TypeConstraint::of(Hint::array),
            TypeKind::Callable => TypeConstraint::of(Hint::callable),
            TypeKind::Static => {
                if self.class.is_none() && !self.in_closure {
                    return self.fail("Cannot use \"static\" when no class scope is active");
                }
                TypeConstraint::of(Hint::r#static)
            }
            TypeKind::Named(name) => self.named_type(name)?,
            TypeKind::Nullable(_) | TypeKind::Union(_) | TypeKind::Intersection(_) => {
                self.type_of(node)?
            }
        })
    }

    fn named_type(&mut self, name: &Name<'a>) -> Emit<TypeConstraint> {
        let builtin = NAMED.iter().find(|(word, _)| name.text.eq_ignore_ascii_case(word));
        if let Some((_, hint)) = builtin {
            if name.kind != NameKind::Unqualified {
                let lower = name.text.to_ascii_lowercase();
                let message = text!["Type declaration '", lower, "' must be unqualified"];
                return self.fail(message);
            }
            if *hint != Hint::iterable {
                return Ok(TypeConstraint::of(*hint));
            }
            let traversable = ClsRef::Named(self.unit.string(b"Traversable"));
            return Ok(TypeConstraint {
                hints: Hint::iterable.with(Hint::array),
                classes: vec![ClassTerm::One(traversable)],
            });
        }
        let last = name.text.rsplit(|byte| *byte == b'\\').next().unwrap_or_default();
        let is_reserved = crate::class::RESERVED.iter().any(|word| last.eq_ignore_ascii_case(word));
        if name.kind != NameKind::Unqualified && is_reserved && !special_class(last) {
            let shown = name.text.strip_prefix(b"\\").unwrap_or(name.text);
            let message = text!["Cannot use \"", shown, "\" as a type name as it is reserved"];
            return self.fail(message);
        }
        let known = special_class(name.text) && !self.in_trait() && !self.in_closure;
        let cls = self.cls_ref(name, known)?;
        self.warn_of_confusion(name);
        Ok(TypeConstraint { hints: Hint::NONE, classes: vec![ClassTerm::One(cls)] })
    }

    /// Warns of a class that has the name of what may be meant for a builtin type.
    fn warn_of_confusion(&mut self, name: &Name<'a>) {
        const CONFUSED: [(&[u8], Option<&str>); 4] = [
            (b"boolean", Some("bool")),
            (b"integer", Some("int")),
            (b"double", Some("float")),
            (b"resource", None),
        ];
        let is_plain = name.kind == NameKind::Unqualified
            && self.names.imported(UseKind::Class, name.text).is_none();
        // PHP: with a capital it is surely a class.
        let row = CONFUSED.iter().find(|(word, _)| name.text == *word);
        let Some((_, meant)) = row.filter(|_| is_plain) else { return };
        let full = self.names.class(name);
        let how = match self.names.namespace.is_empty() {
            true => "",
            false => " or import the class with \"use\"",
        };
        let what = match meant {
            Some(ty) => format!("will be interpreted as a class name. Did you mean \"{ty}\"?"),
            None => "is not a supported builtin type and will be interpreted as a class name."
                .to_owned(),
        };
        let what = what.as_str();
        let message = text![
            "\"",
            name.text,
            "\" ",
            what,
            " Write \"\\",
            full,
            "\"",
            how,
            " to suppress this warning"
        ];
        self.note(COMPILE_WARNING, message);
    }

    fn union(&mut self, members: &[&TypeNode<'a>]) -> Emit<TypeConstraint> {
        let mut ty = TypeConstraint::default();
        for member in members {
            if let TypeKind::Intersection(parts) = member.kind {
                let term = self.intersection(parts)?;
                self.check_intersection(&ty, &term)?;
                ty.classes.push(term);
                continue;
            }
            let single = self.single_type(member)?;
            if single.hints.has(Hint::mixed) {
                return self.fail("Type mixed can only be used as a standalone type");
            }
            self.check_overlap(&ty, &single)?;
            ty.hints = ty.hints.with(single.hints);
            for term in single.classes {
                self.check_class_term(&ty, &term)?;
                ty.classes.push(term);
            }
        }
        let only_iterable = ty.hints.has(Hint::iterable) && ty.classes.len() == 1;
        let has_class = !ty.classes.is_empty() && !only_iterable;
        if ty.hints.has(Hint::object) && (has_class || ty.hints.has(Hint::r#static)) {
            let shown = self.type_text(&ty);
            return self.fail(format!(
                "Type {shown} contains both object and a class type, which is redundant"
            ));
        }
        Ok(ty)
    }

    fn check_overlap(&mut self, ty: &TypeConstraint, single: &TypeConstraint) -> Emit {
        let mut both = Hint::NONE;
        for (_, hint) in Hint::NAMED.iter().filter(|(_, hint)| *hint != Hint::bool) {
            if ty.hints.has(*hint) && single.hints.has(*hint) && *hint != Hint::iterable {
                both = both.with(*hint);
            }
        }
        if both != Hint::NONE {
            let shown = self.type_text(&TypeConstraint::of(both));
            return self.fail(format!("Duplicate type {shown} is redundant"));
        }
        let pair = |a, b| ty.hints.has(a) && single.hints == b;
        if pair(Hint::r#true, Hint::r#false) || pair(Hint::r#false, Hint::r#true) {
            return self.fail("Type contains both true and false, bool must be used instead");
        }
        Ok(())
    }

    fn check_class_term(&mut self, ty: &TypeConstraint, term: &ClassTerm) -> Emit {
        let ClassTerm::One(cls) = term else { return Ok(()) };
        let same = |other: &ClsRef| self.same_class(*cls, *other);
        for known in &ty.classes {
            let found = match known {
                ClassTerm::One(other) => same(other),
                ClassTerm::All(all) => all.iter().any(same),
            };
            if !found {
                continue;
            }
            let single = TypeConstraint { hints: Hint::NONE, classes: vec![term.clone()] };
            let shown = self.type_text(&single);
            return match known {
                ClassTerm::One(_) => self.fail(format!("Duplicate type {shown} is redundant")),
                ClassTerm::All(_) => {
                    let whole = TypeConstraint { hints: Hint::NONE, classes: vec![known.clone()] };
                    let whole = self.type_text(&whole);
                    self.fail(more_restrictive(&whole, &shown))
                }
            };
        }
        Ok(())
    }

    /// Refuses an intersection that says no more than another member of the union, or no less.
    fn check_intersection(&mut self, ty: &TypeConstraint, term: &ClassTerm) -> Emit {
        let ClassTerm::All(own) = term else { return Ok(()) };
        for known in &ty.classes {
            let other = match known {
                ClassTerm::One(class) => std::slice::from_ref(class),
                ClassTerm::All(classes) => classes.as_slice(),
            };
            let holds = |all: &[ClsRef], part: &[ClsRef]| {
                part.iter().all(|one| all.iter().any(|class| self.same_class(*one, *class)))
            };
            let (is_above, is_below) = (holds(own, other), holds(other, own));
            let text = |term: &ClassTerm| {
                self.type_text(&TypeConstraint { hints: Hint::NONE, classes: vec![term.clone()] })
            };
            let (shown, known) = (text(term), text(known));
            return match (is_above, is_below) {
                (false, false) => continue,
                (true, true) => self.fail(format!("Type {shown} is redundant with type {known}")),
                (true, false) => self.fail(more_restrictive(&shown, &known)),
                (false, true) => self.fail(more_restrictive(&known, &shown)),
            };
        }
        Ok(())
    }

    fn same_class(&self, one: ClsRef, other: ClsRef) -> bool {
        match (one, other) {
            (ClsRef::Named(one), ClsRef::Named(other)) => {
                self.unit.bytes(one).eq_ignore_ascii_case(self.unit.bytes(other))
            }
            (one, other) => one == other,
        }
    }

    fn intersection(&mut self, members: &[&TypeNode<'a>]) -> Emit<ClassTerm> {
        let mut all: Vec<ClsRef> = Vec::new();
        for member in members {
            let single = self.single_type(member)?;
            let cls = match single.classes.as_slice() {
                [ClassTerm::One(cls @ ClsRef::Named(_))] if single.hints == Hint::NONE => *cls,
                _ => {
                    let shown = match single.hints.has(Hint::iterable) {
                        true => "Traversable|array".to_owned(),
                        false => self.type_text(&single),
                    };
                    return self
                        .fail(format!("Type {shown} cannot be part of an intersection type"));
                }
            };
            if all.iter().any(|other| self.same_class(cls, *other)) {
                let shown = self.type_text(&single);
                return self.fail(format!("Duplicate type {shown} is redundant"));
            }
            all.push(cls);
        }
        Ok(ClassTerm::All(all))
    }
}

fn more_restrictive(shown: &str, than: &str) -> String {
    format!("Type {shown} is redundant as it is more restrictive than type {than}")
}
