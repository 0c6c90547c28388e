//! Nodes of trees: what they are, what stands around them, what they hold.

use std::ffi::{c_int, c_void};
use std::ptr::{self, NonNull};

use crate::api::{self, ffi};
use crate::ns::Ns;
use crate::raw::{XmlAttr, XmlDoc, XmlDtd, XmlEntity, XmlNode};
use crate::text::{Maybe, Text, copied, length, taken};

/// A node of a tree; a document is one, too. See L1.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Node(NonNull<XmlNode>);

// SAFETY: a node is an address; who uses one keeps L1 and L2.
unsafe impl Send for Node {}

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i32)]
pub enum Kind {
    /// An element.
    Element = 1,
    /// An attribute.
    Attribute,
    /// Text.
    Text,
    /// A CDATA section.
    Cdata,
    /// A reference of an entity.
    EntityRef,
    /// An entity.
    Entity,
    /// A processing instruction.
    Pi,
    /// A comment.
    Comment,
    /// A document.
    Document,
    /// A document type.
    DocumentType,
    /// A fragment.
    Fragment,
    /// A notation.
    Notation,
    /// A document of HTML.
    Html,
    /// A document type, as the library has it.
    Dtd,
    /// A declaration of an element.
    ElementDecl,
    /// A declaration of attributes.
    AttributeDecl,
    /// A declaration of an entity.
    EntityDecl,
    /// A declaration of a namespace, which is no node.
    Namespace,
    /// The begin of what was included.
    IncludeStart,
    /// The end of what was included.
    IncludeEnd,
}

const KINDS: [Kind; 20] = [
    Kind::Element,
    Kind::Attribute,
    Kind::Text,
    Kind::Cdata,
    Kind::EntityRef,
    Kind::Entity,
    Kind::Pi,
    Kind::Comment,
    Kind::Document,
    Kind::DocumentType,
    Kind::Fragment,
    Kind::Notation,
    Kind::Html,
    Kind::Dtd,
    Kind::ElementDecl,
    Kind::AttributeDecl,
    Kind::EntityDecl,
    Kind::Namespace,
    Kind::IncludeStart,
    Kind::IncludeEnd,
];

/// The name of a node that the library hands out.
pub(crate) fn name_of(node: *mut XmlNode) -> Option<Vec<u8>> {
    Node::of(node)?.name()
}

impl Node {
    /// The node at an address of the library.
    pub(crate) fn of(node: *mut XmlNode) -> Option<Self> {
        NonNull::new(node).map(Self)
    }

    pub(crate) fn ptr(self) -> *mut XmlNode {
        self.0.as_ptr()
    }

    pub(crate) fn doc_ptr(self) -> *mut XmlDoc {
        self.0.as_ptr().cast()
    }

    pub(crate) fn raw(&self) -> &XmlNode {
        // SAFETY: L1. Of what is not in every kind of node only callers that know the kind read.
        unsafe { self.0.as_ref() }
    }

    pub(crate) fn raw_mut(&mut self) -> &mut XmlNode {
        // SAFETY: L1; nobody else has a reference into the node.
        unsafe { self.0.as_mut() }
    }

    pub(crate) fn attr(&self) -> Option<&XmlAttr> {
        if self.kind() != Kind::Attribute {
            return None;
        }
        // SAFETY: L1; it is an attribute.
        Some(unsafe { self.0.cast::<XmlAttr>().as_ref() })
    }

    pub(crate) fn document(&self) -> Option<&XmlDoc> {
        if !self.is_document() {
            return None;
        }
        // SAFETY: L1; it is a document.
        Some(unsafe { self.0.cast::<XmlDoc>().as_ref() })
    }

    pub(crate) fn document_mut(&mut self) -> Option<&mut XmlDoc> {
        if !self.is_document() {
            return None;
        }
        // SAFETY: L1; it is a document.
        Some(unsafe { self.0.cast::<XmlDoc>().as_mut() })
    }

    fn dtd(&self) -> Option<&XmlDtd> {
        if !matches!(self.kind(), Kind::Dtd | Kind::DocumentType) {
            return None;
        }
        // SAFETY: L1; it is a document type.
        Some(unsafe { self.0.cast::<XmlDtd>().as_ref() })
    }

    fn entity(&self) -> Option<&XmlEntity> {
        if self.kind() != Kind::EntityDecl {
            return None;
        }
        // SAFETY: L1; it is an entity.
        Some(unsafe { self.0.cast::<XmlEntity>().as_ref() })
    }

    /// The address, for tables.
    pub fn address(self) -> usize {
        self.0.as_ptr().addr()
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        let kind = self.raw().kind as usize;
        KINDS.get(kind.wrapping_sub(1)).copied().unwrap_or(Kind::Namespace)
    }

    /// Whether it is a document.
    pub fn is_document(self) -> bool {
        matches!(self.kind(), Kind::Document | Kind::Html)
    }

    /// Whether it is an element.
    pub fn is_element(self) -> bool {
        self.kind() == Kind::Element
    }

    /// Whether it is text or a CDATA section.
    pub fn is_text(self) -> bool {
        matches!(self.kind(), Kind::Text | Kind::Cdata)
    }

    /// Whether it holds nothing but text of its own.
    pub fn is_character_data(self) -> bool {
        matches!(self.kind(), Kind::Text | Kind::Cdata | Kind::Comment | Kind::Pi)
    }

    /// Whether children, siblings and the like mean anything.
    fn is_linked(self) -> bool {
        self.kind() != Kind::Namespace
    }

    /// The word that whoever owns the tree keeps with a node.
    pub fn mark(self) -> u64 {
        if self.kind() == Kind::Namespace { 0 } else { self.raw().private.addr() as u64 }
    }

    /// Changes that word.
    pub fn set_mark(mut self, word: u64) {
        if self.kind() != Kind::Namespace {
            self.raw_mut().private = ptr::without_provenance_mut::<c_void>(word as usize);
        }
    }

    /// Its name as the library has it: of an element without prefix.
    pub fn name(self) -> Option<Vec<u8>> {
        match self.kind() {
            Kind::Namespace | Kind::Document | Kind::Html => None,
            _ => copied(self.raw().name),
        }
    }

    /// Whether it has this name.
    pub fn is_named(self, name: &[u8]) -> bool {
        self.name().is_some_and(|own| own == name)
    }

    /// Its parent.
    pub fn parent(self) -> Option<Self> {
        if self.is_linked() { Self::of(self.raw().parent) } else { None }
    }

    /// The first child; of an element's attribute its text.
    pub fn first_child(self) -> Option<Self> {
        match self.kind() {
            Kind::Namespace => None,
            _ => Self::of(self.raw().children),
        }
    }

    /// The last child.
    pub fn last_child(self) -> Option<Self> {
        match self.kind() {
            Kind::Namespace => None,
            _ => Self::of(self.raw().last),
        }
    }

    /// The next sibling.
    pub fn next(self) -> Option<Self> {
        if self.is_linked() { Self::of(self.raw().next) } else { None }
    }

    /// The sibling before.
    pub fn prev(self) -> Option<Self> {
        if self.is_linked() { Self::of(self.raw().prev) } else { None }
    }

    /// The document that it belongs to; a document is its own.
    pub fn doc(self) -> Option<Self> {
        if self.is_linked() { Self::of(self.raw().doc.cast()) } else { None }
    }

    /// The top of its tree.
    pub fn root(self) -> Self {
        let mut node = self;
        while let Some(parent) = node.parent() {
            node = parent;
        }
        node
    }

    /// The children in their order.
    pub fn children(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.first_child(), |node| node.next())
    }

    /// The first attribute.
    pub fn first_attribute(self) -> Option<Self> {
        if self.is_element() { Self::of(self.raw().properties) } else { None }
    }

    /// The attributes of an element, without declarations of namespaces.
    pub fn attributes(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.first_attribute(), |node| node.next())
    }

    /// The namespace of an element or attribute.
    pub fn ns(self) -> Option<Ns> {
        match self.kind() {
            Kind::Element | Kind::Attribute => Ns::of(self.raw().ns),
            _ => None,
        }
    }

    /// Whether it can have a namespace.
    pub fn has_ns_field(self) -> bool {
        matches!(self.kind(), Kind::Element | Kind::Attribute)
    }

    /// Its namespace's name.
    pub fn uri(self) -> Option<Vec<u8>> {
        self.ns()?.href()
    }

    /// Its prefix.
    pub fn prefix(self) -> Option<Vec<u8>> {
        self.ns()?.prefix()
    }

    /// Name with prefix.
    pub fn qualified_name(self) -> Vec<u8> {
        let local = self.name().unwrap_or_default();
        match self.prefix().filter(|prefix| !prefix.is_empty()) {
            Some(mut prefix) => {
                prefix.push(b':');
                prefix.extend_from_slice(&local);
                prefix
            }
            None => local,
        }
    }

    /// Its text, with what is inside it.
    pub fn content(self) -> Option<Vec<u8>> {
        taken(ffi!(xmlNodeGetContent(self.ptr())))
    }

    /// The text of a text, comment, or processing instruction.
    pub fn data(self) -> Option<Vec<u8>> {
        if self.is_character_data() { copied(self.raw().content) } else { None }
    }

    /// Replaces the text of a text, comment, or processing instruction.
    pub fn set_data(self, data: &[u8]) {
        if !self.is_character_data() {
            return;
        }
        ffi!(xmlNodeSetContentLen(self.ptr(), data.as_ptr(), length(data)));
    }

    /// The line of the source.
    pub fn line(self) -> i64 {
        if self.is_linked() { ffi!(xmlGetLineNo(self.ptr())) } else { 0 }
    }

    /// Says on which line it is. A long number fits into texts alone; others take theirs from them.
    pub fn set_line(mut self, line: usize) {
        if !self.is_linked() || self.kind() == Kind::Attribute {
            return;
        }
        let is_text = self.kind() == Kind::Text;
        let fields = self.raw_mut();
        fields.line = u16::try_from(line).unwrap_or(u16::MAX);
        if is_text && fields.line == u16::MAX {
            fields.psvi = std::ptr::without_provenance_mut(line);
        }
    }

    /// The fragment with what a template of HTML holds.
    pub fn template(self) -> Option<Self> {
        if self.is_element() { Self::of(self.raw().psvi.cast()) } else { None }
    }

    /// Gives a template of HTML the fragment with what it holds, which whoever owns the tree keeps.
    pub fn set_template(mut self, fragment: Option<Self>) {
        if self.is_element() {
            self.raw_mut().psvi = fragment.map_or(std::ptr::null_mut(), |node| node.ptr().cast());
        }
    }

    /// An expression that leads to it.
    pub fn path(self) -> Option<Vec<u8>> {
        taken(ffi!(xmlGetNodePath(self.ptr())))
    }

    /// What its addresses are relative to.
    pub fn base(self) -> Option<Vec<u8>> {
        taken(ffi!(xmlNodeGetBase(self.raw().doc, self.ptr())))
    }

    /// Whether it is text of blanks.
    pub fn is_blank(self) -> bool {
        ffi!(xmlIsBlankNode(self.ptr())) != 0
    }

    /// Whether an attribute is an identifier.
    pub fn is_id(self) -> bool {
        self.attr().is_some_and(|attr| attr.atype == 2)
    }

    /// Says what type an attribute has: 2 for an identifier.
    pub fn set_attribute_type(mut self, atype: i32) {
        if self.attr().is_some() {
            // SAFETY: L1; it is an attribute.
            let attr = unsafe { &mut *ptr::from_mut(self.raw_mut()).cast::<XmlAttr>() };
            attr.atype = atype as c_int;
        }
    }

    /// The public identifier of a document type or entity.
    pub fn public_id(self) -> Option<Vec<u8>> {
        let of_dtd = self.dtd().map(|dtd| dtd.external_id);
        copied(of_dtd.or(self.entity().map(|entity| entity.external_id))?)
    }

    /// The system identifier of a document type or entity.
    pub fn system_id(self) -> Option<Vec<u8>> {
        let of_dtd = self.dtd().map(|dtd| dtd.system_id);
        copied(of_dtd.or(self.entity().map(|entity| entity.system_id))?)
    }

    /// The kind of an entity: 3 is one that is not parsed.
    pub fn entity_kind(self) -> i32 {
        self.entity().map_or(0, |entity| entity.etype)
    }

    /// The text of an entity as the library has it.
    pub(crate) fn entity_content(self) -> *mut u8 {
        self.entity().map_or(std::ptr::null_mut(), |entity| entity.content)
    }

    /// The text of an entity; of one that is not parsed its notation.
    pub fn entity_text(self) -> Option<Vec<u8>> {
        copied(self.entity()?.content)
    }

    /// A table of a document type: its entities or notations.
    pub(crate) fn dtd_table(self, of_notations: bool) -> *mut c_void {
        self.dtd().map_or(
            ptr::null_mut(),
            |dtd| {
                if of_notations { dtd.notations } else { dtd.entities }
            },
        )
    }

    /// Frees a tree, of which nobody has a node any more.
    pub fn free(self) {
        match self.kind() {
            Kind::Document | Kind::Html => self.free_doc(),
            Kind::Attribute => ffi!(xmlFreeProp(self.ptr())),
            Kind::Dtd => ffi!(xmlFreeDtd(self.ptr().cast())),
            Kind::Namespace | Kind::EntityDecl | Kind::ElementDecl | Kind::AttributeDecl => {}
            _ => {
                self.keep_ns();
                ffi!(xmlFreeNode(self.ptr()));
            }
        }
    }

    /// Frees a document, of which nobody has a node any more.
    pub fn free_doc(self) {
        ffi!(xmlFreeDoc(self.doc_ptr()));
    }

    /// The attribute with a name that may have a prefix, or that is declared with a default.
    pub fn has_prop(self, name: &[u8]) -> Option<Self> {
        let name = Text::new(name);
        Self::of(ffi!(xmlHasProp(self.ptr(), name.ptr())))
    }

    /// The attribute with a name in a namespace, or that is declared with a default.
    pub fn has_ns_prop(self, name: &[u8], uri: Option<&[u8]>) -> Option<Self> {
        let (name, uri) = (Text::new(name), Maybe::new(uri));
        Self::of(ffi!(xmlHasNsProp(self.ptr(), name.ptr(), uri.ptr())))
    }

    /// The text of an attribute in a namespace.
    pub fn ns_prop(self, name: &[u8], uri: &[u8]) -> Option<Vec<u8>> {
        let (name, uri) = (Text::new(name), Text::new(uri));
        taken(ffi!(xmlGetNsProp(self.ptr(), name.ptr(), uri.ptr())))
    }

    /// The text of an attribute without namespace.
    pub fn plain_prop(self, name: &[u8]) -> Option<Vec<u8>> {
        let name = Text::new(name);
        taken(ffi!(xmlGetNoNsProp(self.ptr(), name.ptr())))
    }

    /// The text of children, with references of entities.
    pub fn list_text(self, doc: Option<Self>) -> Option<Vec<u8>> {
        let doc = doc.map_or(ptr::null_mut(), Self::doc_ptr);
        taken(ffi!(xmlNodeListGetString(doc, self.ptr(), 1)))
    }

    /// Frees a block of the library.
    pub(crate) fn free_block(block: *mut c_void) {
        api::free(block);
    }
}
