//! Making nodes, and changing trees.

use std::ptr;

use crate::api::ffi;
use crate::node::{Kind, Node};
use crate::ns::Ns;
use crate::raw::{XmlDoc, XmlNode};
use crate::text::{Maybe, Text, length};

fn doc_of(doc: Option<Node>) -> *mut XmlDoc {
    doc.map_or(ptr::null_mut(), Node::doc_ptr)
}

fn ns_of(ns: Option<Ns>) -> *mut crate::raw::XmlNs {
    ns.map_or(ptr::null_mut(), Ns::ptr)
}

impl Node {
    /// A new document.
    pub fn new_doc(version: &[u8]) -> Option<Self> {
        let version = Text::new(version);
        Self::of(ffi!(xmlNewDoc(version.ptr())).cast())
    }

    /// A new document of HTML without a type.
    pub fn new_html_doc() -> Option<Self> {
        Self::of(ffi!(htmlNewDocNoDtD(ptr::null(), ptr::null())).cast())
    }

    /// A new element.
    pub fn new_element(doc: Option<Self>, name: &[u8], text: Option<&[u8]>) -> Option<Self> {
        let (name, text) = (Text::new(name), Maybe::new(text));
        Self::of(ffi!(xmlNewDocNode(doc_of(doc), ptr::null_mut(), name.ptr(), text.ptr())))
    }

    /// A new text.
    pub fn new_text(doc: Option<Self>, text: &[u8]) -> Option<Self> {
        Self::of(ffi!(xmlNewDocTextLen(doc_of(doc), text.as_ptr(), length(text))))
    }

    /// A new comment.
    pub fn new_comment(doc: Option<Self>, text: &[u8]) -> Option<Self> {
        let text = Text::new(text);
        Self::of(ffi!(xmlNewDocComment(doc_of(doc), text.ptr())))
    }

    /// A new CDATA section.
    pub fn new_cdata(doc: Option<Self>, text: &[u8]) -> Option<Self> {
        Self::of(ffi!(xmlNewCDataBlock(doc_of(doc), text.as_ptr(), length(text))))
    }

    /// A new processing instruction.
    pub fn new_pi(doc: Option<Self>, target: &[u8], data: Option<&[u8]>) -> Option<Self> {
        let (target, data) = (Text::new(target), Maybe::new(data));
        Self::of(ffi!(xmlNewDocPI(doc_of(doc), target.ptr(), data.ptr())))
    }

    /// A new fragment.
    pub fn new_fragment(doc: Option<Self>) -> Option<Self> {
        Self::of(ffi!(xmlNewDocFragment(doc_of(doc))))
    }

    /// A new reference of an entity.
    pub fn new_reference(doc: Option<Self>, name: &[u8]) -> Option<Self> {
        let name = Text::new(name);
        Self::of(ffi!(xmlNewReference(doc_of(doc), name.ptr())))
    }

    /// A new attribute of no element.
    pub fn new_attribute(doc: Option<Self>, name: &[u8], value: Option<&[u8]>) -> Option<Self> {
        let (name, value) = (Text::new(name), Maybe::new(value));
        Self::of(ffi!(xmlNewDocProp(doc_of(doc), name.ptr(), value.ptr())))
    }

    /// Adds an attribute whose text is taken as it is, whether there is one of this name or not.
    pub fn add_ns_prop(self, ns: Option<Ns>, name: &[u8], value: Option<&[u8]>) -> Option<Self> {
        let (name, value) = (Text::new(name), Maybe::new(value));
        Self::of(ffi!(xmlNewNsProp(self.ptr(), ns_of(ns), name.ptr(), value.ptr())))
    }

    /// Sets an attribute by its name.
    pub fn set_prop(self, name: &[u8], value: &[u8]) -> Option<Self> {
        let (name, value) = (Text::new(name), Text::new(value));
        Self::of(ffi!(xmlSetProp(self.ptr(), name.ptr(), value.ptr())))
    }

    /// Sets an attribute by its namespace and name.
    pub fn set_ns_prop(self, ns: Option<Ns>, name: &[u8], value: &[u8]) -> Option<Self> {
        let (name, value) = (Text::new(name), Text::new(value));
        Self::of(ffi!(xmlSetNsProp(self.ptr(), ns_of(ns), name.ptr(), value.ptr())))
    }

    /// Adds a child element; `text` may have references of entities.
    pub fn add_element(self, ns: Option<Ns>, name: &[u8], text: Option<&[u8]>) -> Option<Self> {
        let (name, text) = (Text::new(name), Maybe::new(text));
        Self::of(ffi!(xmlNewChild(self.ptr(), ns_of(ns), name.ptr(), text.ptr())))
    }

    /// Takes a node out of its tree; it is a tree then.
    pub fn unlink(self) {
        if self.kind() != Kind::Namespace {
            ffi!(xmlUnlinkNode(self.ptr()));
        }
    }

    /// Adds a child at the end, as it is: texts are not joined.
    pub fn append_plain(mut self, mut child: Self) {
        self.insert_between(&mut child, self.last_child(), None);
        let at = child.ptr();
        self.raw_mut().last = at;
    }

    /// Puts a child before one of the children, as it is.
    pub fn insert_plain(mut self, mut child: Self, before: Self) {
        self.insert_between(&mut child, before.prev(), Some(before));
    }

    fn insert_between(&mut self, child: &mut Self, prev: Option<Self>, next: Option<Self>) {
        let (parent, at) = (self.ptr(), child.ptr());
        let raw = child.raw_mut();
        raw.parent = parent;
        raw.prev = prev.map_or(ptr::null_mut(), Node::ptr);
        raw.next = next.map_or(ptr::null_mut(), Node::ptr);
        match prev {
            Some(mut prev) => prev.raw_mut().next = at,
            None => self.raw_mut().children = at,
        }
        match next {
            Some(mut next) => next.raw_mut().prev = at,
            None => self.raw_mut().last = at,
        }
    }

    /// Adds an attribute to an element at the end, as it is.
    pub fn append_attribute(mut self, mut attribute: Self) {
        let last = self.attributes().last();
        let (parent, at) = (self.ptr(), attribute.ptr());
        let raw = attribute.raw_mut();
        raw.parent = parent;
        raw.prev = last.map_or(ptr::null_mut(), Node::ptr);
        raw.next = ptr::null_mut();
        match last {
            Some(mut last) => last.raw_mut().next = at,
            None => self.raw_mut().properties = at,
        }
    }

    /// Adds a child at the end as the library does: texts are joined, and then the node is gone.
    /// Gives what is in the tree.
    pub fn add_child(self, child: Self) -> Option<Self> {
        Self::of(ffi!(xmlAddChild(self.ptr(), child.ptr())))
    }

    /// Says that a tree belongs to another document.
    pub fn set_doc(self, doc: Option<Self>) {
        ffi!(xmlSetTreeDoc(self.ptr(), doc_of(doc)));
    }

    /// A copy for a document: with all that is inside, or with attributes alone.
    pub fn copy_for(self, doc: Option<Self>, deep: bool) -> Option<Self> {
        if self.kind() == Kind::Dtd {
            let made = Self::of(ffi!(xmlCopyDtd(self.ptr())))?;
            made.set_doc(doc);
            return Some(made);
        }
        let how = if deep { 1 } else { 2 };
        Self::of(ffi!(xmlDocCopyNode(self.ptr(), doc_of(doc), how)))
    }

    /// A copy of a document.
    pub fn copy_doc(self, deep: bool) -> Option<Self> {
        Self::of(ffi!(xmlCopyDoc(self.doc_ptr(), i32::from(deep))).cast())
    }

    /// Changes the name.
    pub fn set_name(self, name: &[u8]) {
        let name = Text::new(name);
        ffi!(xmlNodeSetName(self.ptr(), name.ptr()));
    }

    /// Replaces what is inside by text that may have references of entities. What was inside is
    /// freed: nobody has a node of it.
    pub fn set_content(self, text: &[u8]) {
        let text = Text::new(text);
        ffi!(xmlNodeSetContent(self.ptr(), text.ptr()));
    }

    /// Gives an empty element or attribute text that may have references of entities.
    pub fn parse_text(self, text: &[u8]) {
        self.set_content(text);
    }

    /// Makes an attribute an identifier of its document; false when another has it.
    pub fn add_id(self, value: &[u8]) -> bool {
        let value = Text::new(value);
        !ffi!(xmlAddID(ptr::null_mut(), self.raw().doc, value.ptr(), self.ptr())).is_null()
    }

    /// Takes an identifier away.
    pub fn remove_id(self) {
        ffi!(xmlRemoveID(self.raw().doc, self.ptr()));
    }

    /// The attribute of a document that is this identifier.
    pub fn attribute_by_id(self, id: &[u8]) -> Option<Self> {
        let id = Text::new(id);
        Self::of(ffi!(xmlGetID(self.doc_ptr(), id.ptr())))
    }

    /// The first element of a document.
    pub fn root_element(self) -> Option<Self> {
        Self::of(ffi!(xmlDocGetRootElement(self.doc_ptr())))
    }

    /// The type of a document.
    pub fn int_subset(self) -> Option<Self> {
        Self::of(ffi!(xmlGetIntSubset(self.doc_ptr())).cast())
    }

    /// Has a reference of an entity lead to what its document declares now.
    pub fn resolve(mut self) {
        if self.kind() != Kind::EntityRef {
            return;
        }
        let name = Text::new(&self.name().unwrap_or_default());
        let entity = ffi!(xmlGetDocEntity(doc_of(self.doc()), name.ptr()));
        let content = Self::of(entity.cast()).map_or(ptr::null_mut(), Self::entity_content);
        let fields = self.raw_mut();
        fields.children = entity.cast();
        fields.last = entity.cast();
        fields.content = content;
    }

    /// Says which type a document has.
    pub fn set_int_subset(mut self, dtd: Option<Self>) {
        if let Some(doc) = self.document_mut() {
            doc.int_subset = dtd.map_or(ptr::null_mut(), |dtd| dtd.ptr().cast());
        }
    }

    /// The type of a document that was loaded from elsewhere.
    pub fn ext_subset(self) -> Option<Self> {
        Self::of(self.document()?.ext_subset.cast())
    }

    /// A new type of a document.
    pub fn new_dtd(
        doc: Option<Self>,
        name: &[u8],
        public: Option<&[u8]>,
        system: Option<&[u8]>,
    ) -> Option<Self> {
        let (name, public, system) = (Text::new(name), Maybe::new(public), Maybe::new(system));
        let made = ffi!(xmlCreateIntSubset(doc_of(doc), name.ptr(), public.ptr(), system.ptr()));
        Self::of(made.cast())
    }

    /// Joins a text with more text.
    pub fn concat_text(self, text: &[u8]) {
        ffi!(xmlTextConcat(self.ptr(), text.as_ptr(), length(text)));
    }
}

/// What a table of a document type has, in the order in which the library goes through it.
pub struct Declared {
    /// The name.
    pub name: Vec<u8>,
    /// An entity; nothing for a notation.
    pub node: Option<Node>,
    /// The identifiers of a notation.
    pub public: Option<Vec<u8>>,
    /// The same.
    pub system: Option<Vec<u8>>,
}

struct Scan {
    of_notations: bool,
    found: Vec<Declared>,
}

extern "C" fn scan(payload: *mut std::ffi::c_void, data: *mut std::ffi::c_void, name: *const u8) {
    // SAFETY: `declarations` hands its own record to the library.
    let Some(scan) = (unsafe { data.cast::<Scan>().as_mut() }) else { return };
    let name = crate::host::bytes_of(name).unwrap_or_default();
    if !scan.of_notations {
        let node = Node::of(payload.cast::<XmlNode>());
        scan.found.push(Declared { name, node, public: None, system: None });
        return;
    }
    // SAFETY: the table holds notations.
    let Some(notation) = (unsafe { payload.cast::<crate::raw::XmlNotation>().as_ref() }) else {
        return;
    };
    let public = crate::host::bytes_of(notation.public_id);
    let system = crate::host::bytes_of(notation.system_id);
    scan.found.push(Declared { name, node: None, public, system });
}

impl Node {
    /// The entities or notations of a document type.
    pub fn declarations(self, of_notations: bool) -> Vec<Declared> {
        let table = self.dtd_table(of_notations);
        let mut state = Scan { of_notations, found: Vec::new() };
        if !table.is_null() {
            let data = ptr::from_mut(&mut state).cast();
            ffi!(xmlHashScan(table, scan as *mut std::ffi::c_void, data));
        }
        state.found
    }
}
