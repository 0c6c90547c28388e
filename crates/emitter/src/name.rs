//! What names mean: namespaces and imports.
//!
//! Class names resolve when they are compiled; unqualified functions and constants in a namespace
//! fall back to the global one when they run.

use hashbrown::HashMap;
use std::borrow::Cow;

use syntax::ast::{Name, NameKind, UseKind};

/// The namespace and what is imported into it.
#[derive(Default)]
pub(crate) struct Names<'a> {
    /// The current namespace, empty for the global one.
    pub namespace: &'a [u8],
    classes: HashMap<Vec<u8>, Vec<u8>>,
    functions: HashMap<Vec<u8>, Vec<u8>>,
    consts: HashMap<Vec<u8>, Vec<u8>>,
}

/// The length up to which the key of a name is made without memory of its own.
const SHORT: usize = 64;

/// A function or constant, and where else to look.
pub(crate) struct Resolved<'a> {
    pub name: Cow<'a, [u8]>,
    pub fallback: Option<&'a [u8]>,
}

/// Classes that no import and no namespace can hide.
pub(crate) fn special_class(name: &[u8]) -> bool {
    let is = |word: &[u8]| name.eq_ignore_ascii_case(word);
    is(b"self") || is(b"parent") || is(b"static")
}

impl<'a> Names<'a> {
    /// Begins a namespace, without imports.
    pub(crate) fn enter(&mut self, namespace: &'a [u8]) {
        *self = Self { namespace, ..Self::default() };
    }

    fn table(&mut self, kind: UseKind) -> &mut HashMap<Vec<u8>, Vec<u8>> {
        match kind {
            UseKind::Class => &mut self.classes,
            UseKind::Function => &mut self.functions,
            UseKind::Const => &mut self.consts,
        }
    }

    /// The key under which an alias is looked up.
    fn key(kind: UseKind, alias: &[u8]) -> Vec<u8> {
        match kind {
            UseKind::Const => alias.to_vec(),
            UseKind::Class | UseKind::Function => alias.to_ascii_lowercase(),
        }
    }

    /// Imports `name` as `alias`; says whether the alias was free.
    pub(crate) fn import(&mut self, kind: UseKind, alias: &[u8], name: Vec<u8>) -> bool {
        let key = Self::key(kind, alias);
        self.table(kind).insert(key, name).is_none()
    }

    /// What `alias` was imported for.
    pub(crate) fn imported(&self, kind: UseKind, alias: &[u8]) -> Option<&[u8]> {
        let table = match kind {
            UseKind::Class => &self.classes,
            UseKind::Function => &self.functions,
            UseKind::Const => &self.consts,
        };
        if table.is_empty() {
            return None;
        }
        let mut short = [0; SHORT];
        let found = match (kind, short.get_mut(..alias.len())) {
            (UseKind::Const, _) => table.get(alias),
            (UseKind::Class | UseKind::Function, Some(key)) => {
                key.copy_from_slice(alias);
                key.make_ascii_lowercase();
                table.get(&*key)
            }
            (UseKind::Class | UseKind::Function, None) => table.get(&Self::key(kind, alias)),
        };
        found.map(Vec::as_slice)
    }

    /// The full name of what is declared here.
    pub(crate) fn declared(&self, name: &'a [u8]) -> Cow<'a, [u8]> {
        match self.namespace {
            b"" => Cow::Borrowed(name),
            namespace => Cow::Owned([namespace, b"\\", name].concat()),
        }
    }

    /// The full name of a class that is not special.
    pub(crate) fn class(&self, name: &Name<'a>) -> Cow<'a, [u8]> {
        match name.kind {
            NameKind::FullyQualified => Cow::Borrowed(name.text),
            NameKind::Relative => self.declared(name.text),
            NameKind::Qualified => self.qualified(name.text),
            NameKind::Unqualified => match self.imported(UseKind::Class, name.text) {
                Some(full) => Cow::Owned(full.to_vec()),
                None => self.declared(name.text),
            },
        }
    }

    /// A name whose first segment may be an imported class or namespace.
    fn qualified(&self, text: &'a [u8]) -> Cow<'a, [u8]> {
        let end = text.iter().position(|byte| *byte == b'\\').unwrap_or(text.len());
        match self.imported(UseKind::Class, &text[..end]) {
            Some(full) => Cow::Owned([full, &text[end..]].concat()),
            None => self.declared(text),
        }
    }

    pub(crate) fn function(&self, name: &Name<'a>) -> Resolved<'a> {
        self.resolve(UseKind::Function, name)
    }

    pub(crate) fn constant(&self, name: &Name<'a>) -> Resolved<'a> {
        self.resolve(UseKind::Const, name)
    }

    fn resolve(&self, kind: UseKind, name: &Name<'a>) -> Resolved<'a> {
        let full = |name| Resolved { name, fallback: None };
        match name.kind {
            NameKind::FullyQualified => full(Cow::Borrowed(name.text)),
            NameKind::Relative => full(self.declared(name.text)),
            NameKind::Qualified => full(self.qualified(name.text)),
            NameKind::Unqualified => match self.imported(kind, name.text) {
                Some(imported) => full(Cow::Owned(imported.to_vec())),
                None if self.namespace.is_empty() => full(Cow::Borrowed(name.text)),
                None => Resolved { name: self.declared(name.text), fallback: Some(name.text) },
            },
        }
    }
}
