//! Namespaces: declarations at elements, and those that nodes are in.

use std::ptr::{self, NonNull};

use crate::api::{self, ffi};
use crate::node::Node;
use crate::raw::XmlNs;
use crate::text::{Maybe, Text, copied};

/// A declaration of a namespace. See L1: it lives as long as the element that has it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Ns(NonNull<XmlNs>);

impl Ns {
    pub(crate) fn of(ns: *mut XmlNs) -> Option<Self> {
        NonNull::new(ns).map(Self)
    }

    pub(crate) fn ptr(self) -> *mut XmlNs {
        self.0.as_ptr()
    }

    fn raw(&self) -> &XmlNs {
        // SAFETY: L1.
        unsafe { self.0.as_ref() }
    }

    /// Its name.
    pub fn href(self) -> Option<Vec<u8>> {
        copied(self.raw().href)
    }

    /// Its prefix; none for the default one.
    pub fn prefix(self) -> Option<Vec<u8>> {
        copied(self.raw().prefix)
    }

    /// The declaration behind it at the same element.
    pub fn next(self) -> Option<Self> {
        Self::of(self.raw().next)
    }

    /// The address, for tables.
    pub fn address(self) -> usize {
        self.0.as_ptr().addr()
    }

    /// Changes its name.
    pub fn set_href(mut self, href: Option<&[u8]>) {
        let text = Maybe::new(href);
        let copy = ffi!(xmlStrdup(text.ptr()));
        // SAFETY: L1; nobody else has a reference to it.
        let raw = unsafe { self.0.as_mut() };
        let old = std::mem::replace(&mut raw.href, copy);
        api::free(old.cast_mut().cast());
    }

    /// Changes its prefix.
    pub fn set_prefix(mut self, prefix: Option<&[u8]>) {
        let text = Maybe::new(prefix);
        let copy = ffi!(xmlStrdup(text.ptr()));
        // SAFETY: L1; nobody else has a reference to it.
        let raw = unsafe { self.0.as_mut() };
        let old = std::mem::replace(&mut raw.prefix, copy);
        api::free(old.cast_mut().cast());
    }
}

impl Node {
    /// The first declaration at an element.
    pub fn first_ns(self) -> Option<Ns> {
        if self.is_element() { Ns::of(self.raw().ns_def) } else { None }
    }

    /// The declarations at an element.
    pub fn declared(self) -> impl Iterator<Item = Ns> {
        std::iter::successors(self.first_ns(), |ns| ns.next())
    }

    /// Declares a namespace at an element; none when the prefix is declared there already.
    pub fn declare(self, href: Option<&[u8]>, prefix: Option<&[u8]>) -> Option<Ns> {
        let (href, prefix) = (Maybe::new(href), Maybe::new(prefix));
        Ns::of(ffi!(xmlNewNs(self.ptr(), href.ptr(), prefix.ptr())))
    }

    /// A namespace that no element declares; the document keeps it.
    pub fn stray_ns(mut self, href: &[u8], prefix: Option<&[u8]>) -> Option<Ns> {
        let address = self.doc_ptr();
        if self.document_mut()?.old_ns.is_null() {
            // The library takes the first one for that of `xml:`.
            let xml = Text::new(b"xml");
            ffi!(xmlSearchNs(address, address.cast(), xml.ptr()));
        }
        if prefix == Some(b"xml") {
            return Ns::of(self.document_mut()?.old_ns);
        }
        let (href, prefix) = (Text::new(href), Maybe::new(prefix));
        let made = ffi!(xmlNewNs(ptr::null_mut(), href.ptr(), prefix.ptr()));
        let ns = Ns::of(made)?;
        // SAFETY: L1: the document's namespaces.
        let Some(first) = (unsafe { self.document_mut()?.old_ns.as_mut() }) else {
            ffi!(xmlFreeNs(made));
            return None;
        };
        // SAFETY: it was just made.
        unsafe { (*made).next = first.next };
        first.next = made;
        Some(ns)
    }

    /// The declarations that a document keeps for nodes of no element.
    pub fn stray_list(self) -> Vec<Ns> {
        let first = self.document().and_then(|doc| Ns::of(doc.old_ns));
        std::iter::successors(first, |ns| ns.next()).collect()
    }

    /// Has the document keep all declarations of a tree, which is about to be freed.
    pub fn keep_ns(self) {
        if !self.is_element() {
            return;
        }
        let mut pending = vec![self];
        while let Some(element) = pending.pop() {
            let declared: Vec<Ns> = element.declared().collect();
            for ns in declared {
                element.undeclare(ns);
            }
            pending.extend(element.children().filter(|child| child.is_element()));
        }
    }

    /// Takes a declaration away from an element; the document keeps it, for who is in it.
    pub fn undeclare(mut self, ns: Ns) {
        let Some(mut doc) = self.doc() else { return };
        if !self.is_element() {
            return;
        }
        let mut place: *mut *mut XmlNs = &raw mut self.raw_mut().ns_def;
        loop {
            // SAFETY: L1: a place in the list of declarations.
            let here = unsafe { *place };
            if here.is_null() {
                return;
            }
            if here == ns.ptr() {
                break;
            }
            // SAFETY: L1: a declaration of the list.
            place = unsafe { &raw mut (*here).next };
        }
        let address = doc.doc_ptr();
        if doc.document().is_some_and(|doc| doc.old_ns.is_null()) {
            let xml = Text::new(b"xml");
            ffi!(xmlSearchNs(address, address.cast(), xml.ptr()));
        }
        let next = ns.raw().next;
        // SAFETY: L1: the place found.
        unsafe { *place = next };
        let Some(document) = doc.document_mut() else { return };
        // SAFETY: L1: the document's namespaces.
        if let Some(first) = unsafe { document.old_ns.as_mut() } {
            // SAFETY: L1.
            unsafe { (*ns.ptr()).next = first.next };
            first.next = ns.ptr();
        }
    }

    /// Takes all declarations away from an element, which nobody is in.
    pub fn clear_declared(mut self) {
        if self.is_element() {
            let first = std::mem::replace(&mut self.raw_mut().ns_def, ptr::null_mut());
            ffi!(xmlFreeNsList(first));
        }
    }

    /// Takes declarations away that the parent has in reach with the same prefix.
    pub fn drop_redundant_ns(self) {
        let Some(parent) = self.parent() else { return };
        let declared: Vec<Ns> = self.declared().collect();
        for ns in declared {
            let Some(href) = ns.href() else { continue };
            let known = parent.search_href(&href);
            let prefix = ns.prefix();
            if known.is_some_and(|known| prefix.is_none() || known.prefix() == prefix) {
                self.undeclare(ns);
            }
        }
    }

    /// Puts an element or attribute into a namespace.
    pub fn set_ns(mut self, ns: Option<Ns>) {
        if self.has_ns_field() {
            self.raw_mut().ns = ns.map_or(ptr::null_mut(), Ns::ptr);
        }
    }

    /// What a prefix means at a node.
    pub fn search_ns(self, prefix: Option<&[u8]>) -> Option<Ns> {
        let prefix = Maybe::new(prefix);
        Ns::of(ffi!(xmlSearchNs(self.raw().doc, self.ptr(), prefix.ptr())))
    }

    /// A declaration in reach of a name.
    pub fn search_href(self, href: &[u8]) -> Option<Ns> {
        let href = Text::new(href);
        Ns::of(ffi!(xmlSearchNsByHref(self.raw().doc, self.ptr(), href.ptr())))
    }

    /// All declarations in reach, the nearest first.
    pub fn ns_in_scope(self) -> Vec<Ns> {
        let list = ffi!(xmlGetNsList(self.raw().doc, self.ptr()));
        let mut found = Vec::new();
        if list.is_null() {
            return found;
        }
        for at in 0.. {
            // SAFETY: the list ends with a null.
            let entry = unsafe { list.add(at) };
            // SAFETY: as above.
            let ns = unsafe { *entry };
            match Ns::of(ns) {
                Some(ns) => found.push(ns),
                None => break,
            }
        }
        Self::free_block(list.cast());
        found
    }

    /// Declares at an element what it and what is below it are in, where that is not declared.
    pub fn reconcile_ns(self) {
        ffi!(xmlReconciliateNs(self.raw().doc, self.ptr()));
    }
}
