//! Which objects of scripts are of which nodes, and when nodes are freed.
//!
//! # Invariants
//! - T1: a document is counted by the objects of its nodes, wherever these are in it; it is freed
//!   when the last of them goes.
//! - T2: a tree that belongs to no document's tree is freed when nobody has an object of one of its
//!   nodes.
//! - T3: the mark of a node is the object that is that node in scripts, or 0.

use std::collections::HashMap;

use libxml2::{Kind, Node};
use runtime::object::{Object, WeakObject};

/// The objects of nodes, and the documents, of a request.
#[derive(Default)]
pub struct Store {
    entries: HashMap<WeakObject, Entry>,
    documents: HashMap<Node, Document>,
    /// How many objects hold a node without being it.
    pins: HashMap<Node, usize>,
    /// How many calls of libxml2 run.
    busy: usize,
    /// Objects that went meanwhile.
    late: Vec<WeakObject>,
}

struct Entry {
    node: Node,
    /// The document that counts it.
    document: Option<Node>,
    /// Whether the object only holds the node.
    is_pin: bool,
}

/// What is kept with a document.
pub struct Document {
    count: usize,
    /// How scripts want it treated.
    pub settings: Settings,
    /// The classes that scripts want nodes to have: of the class that there is, by name in lower
    /// case, the other one.
    pub classes: HashMap<Vec<u8>, Vec<u8>>,
    /// Raised by every change of the tree.
    pub changes: u64,
    /// Whether scripts have nodes of it as `SimpleXML` and as the old classes.
    pub is_imported: bool,
    /// Document types that were taken out of it.
    types: Vec<Node>,
    /// What its templates hold.
    pub templates: Vec<Node>,
}

impl Document {
    /// Frees a document with all that is kept for it.
    fn free(self, document: Node) {
        for dtd in self.types {
            if dtd.parent().is_none() {
                dtd.free();
            }
        }
        self.templates.into_iter().for_each(Node::free);
        document.free_doc();
    }
}

/// The settings of a document.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// `formatOutput`
    pub indents: bool,
    /// `validateOnParse`
    pub validates: bool,
    /// `resolveExternals`
    pub resolves: bool,
    /// `preserveWhiteSpace`
    pub keeps_blanks: bool,
    /// `substituteEntities`
    pub substitutes: bool,
    /// `strictErrorChecking`
    pub is_strict: bool,
    /// `recover`
    pub recovers: bool,
    /// Whether it is of the classes in the namespace `Dom`.
    pub is_modern: bool,
    /// Whether it came from HTML: 0 without quirks, 1 with, 2 with few.
    pub quirks: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            indents: false,
            validates: false,
            resolves: false,
            keeps_blanks: true,
            substitutes: false,
            is_strict: true,
            recovers: false,
            is_modern: false,
            quirks: 0,
        }
    }
}

impl Default for Document {
    fn default() -> Self {
        Self {
            count: 0,
            settings: Settings::default(),
            classes: HashMap::new(),
            changes: 1,
            is_imported: false,
            types: Vec::new(),
            templates: Vec::new(),
        }
    }
}

/// What is below a node that can have objects, and the node itself.
fn subtree(node: Node) -> Vec<Node> {
    walk(node).collect()
}

/// The same, a node at a time, each before what is below it. The tree must not change meanwhile.
fn walk(root: Node) -> impl Iterator<Item = Node> {
    let mut pending = vec![root];
    std::iter::from_fn(move || {
        let node = pending.pop()?;
        pending.extend(node.attributes());
        // What is below a reference is the entity's.
        if node.kind() != Kind::EntityRef {
            pending.extend(node.children());
        }
        Some(node)
    })
}

impl Store {
    /// Says that an object is a node: the one that scripts get for it.
    pub fn bind(&mut self, object: &Object, node: Node) {
        self.release(object.downgrade());
        object.watch();
        node.set_mark(object.downgrade().to_word());
        self.enter(object, node, false);
    }

    /// Says that an object holds a node.
    pub fn pin(&mut self, object: &Object, node: Node) {
        self.release(object.downgrade());
        object.watch();
        *self.pins.entry(node).or_default() += 1;
        self.enter(object, node, true);
    }

    fn enter(&mut self, object: &Object, node: Node, is_pin: bool) {
        let document = node.doc();
        if let Some(document) = document {
            self.documents.entry(document).or_default().count += 1;
        }
        self.entries.insert(object.downgrade(), Entry { node, document, is_pin });
    }

    /// The node of an object.
    pub fn node(&self, object: &Object) -> Option<Node> {
        self.entries.get(&object.downgrade()).map(|entry| entry.node)
    }

    /// The object that is a node.
    pub fn object(&self, node: Node) -> Option<Object> {
        WeakObject::of_word(node.mark())?.get()
    }

    /// What is kept with a document.
    pub fn document(&mut self, document: Node) -> &mut Document {
        self.documents.entry(document).or_default()
    }

    /// The settings of the document that a node belongs to.
    pub fn settings(&self, node: Node) -> Settings {
        let document = node.doc().and_then(|document| self.documents.get(&document));
        document.map_or_else(
            || Settings { is_modern: self.is_modern_alone(node), ..Settings::default() },
            |document| document.settings,
        )
    }

    /// Whether a node without document has an object of the classes in the namespace `Dom`.
    fn is_modern_alone(&self, node: Node) -> bool {
        let object = self.object(node).filter(|_| node.doc().is_none());
        object.is_some_and(|object| object.class().class().name.as_bytes().starts_with(b"Dom\\"))
    }

    /// Notes a change of a tree.
    pub fn changed(&mut self, node: Node) {
        if let Some(document) = node.doc().and_then(|document| self.documents.get_mut(&document)) {
            document.changes += 1;
        }
    }

    /// How often the tree of a node was changed.
    pub fn changes(&self, node: Node) -> u64 {
        let document = node.doc().and_then(|document| self.documents.get(&document));
        document.map_or(0, |document| document.changes)
    }

    /// Counts the objects of a tree for the document that it belongs to now.
    pub fn moved(&mut self, root: Node) {
        for node in subtree(root) {
            let weak = WeakObject::of_word(node.mark());
            if let Some(weak) = weak {
                self.recount(weak);
            }
            if self.pins.contains_key(&node) {
                let holds = |entry: &Entry| entry.is_pin && entry.node == node;
                let held = self.entries.iter().filter(|(_, entry)| holds(entry));
                let held: Vec<WeakObject> = held.map(|(weak, _)| *weak).collect();
                held.into_iter().for_each(|weak| self.recount(weak));
            }
        }
    }

    fn recount(&mut self, weak: WeakObject) {
        let Some(entry) = self.entries.get_mut(&weak) else { return };
        let (before, now) = (entry.document, entry.node.doc());
        if before == now {
            return;
        }
        entry.document = now;
        if let Some(now) = now {
            self.documents.entry(now).or_default().count += 1;
        }
        self.uncount(before);
    }

    fn uncount(&mut self, document: Option<Node>) {
        let Some(document) = document else { return };
        let Some(kept) = self.documents.get_mut(&document) else { return };
        kept.count = kept.count.saturating_sub(1);
        if kept.count == 0
            && let Some(kept) = self.documents.remove(&document)
        {
            kept.free(document);
        }
    }

    /// Whether somebody has an object of a node of this tree.
    fn is_held(&self, root: Node) -> bool {
        let mut pending = vec![root];
        while let Some(node) = pending.pop() {
            let is_pinned = !self.pins.is_empty() && self.pins.contains_key(&node);
            if is_pinned || WeakObject::of_word(node.mark()).is_some() {
                return true;
            }
            pending.extend(node.attributes());
            // What is below a reference is the entity's.
            if node.kind() != Kind::EntityRef {
                pending.extend(node.children());
            }
        }
        false
    }

    /// Takes the nodes of a tree from the objects that are of them: libxml2 is going to free them.
    pub fn strip(&mut self, root: Node) {
        for node in subtree(root) {
            let own = |entry: &Entry| entry.node == node;
            let held = self.entries.iter().filter(|(_, entry)| own(entry));
            let held: Vec<WeakObject> = held.map(|(weak, _)| *weak).collect();
            for weak in held {
                let Some(entry) = self.entries.remove(&weak) else { continue };
                if entry.is_pin {
                    self.pins.remove(&node);
                }
                self.uncount(entry.document);
            }
            node.set_mark(0);
        }
    }

    /// Gives up a tree that was taken out of a document: it is freed when nobody has an object of
    /// it.
    pub fn drop_tree(&mut self, root: Node) {
        if self.busy > 0 || self.is_held(root) {
            return;
        }
        self.give_up(root, true);
    }

    /// Forgets an object that is gone.
    pub fn forget(&mut self, gone: WeakObject) {
        if self.busy > 0 {
            self.late.push(gone);
            return;
        }
        self.release(gone);
    }

    /// Frees a tree but for the nodes that somebody has objects of: these become trees of their own.
    fn dismantle(&mut self, root: Node) {
        // What has no document has nobody to keep its declarations of namespaces.
        let must_stay = root.doc().is_none() && self.is_held(root);
        if must_stay || self.pins.contains_key(&root) {
            return;
        }
        let is_own = |node: Node| {
            WeakObject::of_word(node.mark()).is_some() || self.pins.contains_key(&node)
        };
        let mut kept = Vec::new();
        let mut pending = vec![root];
        while let Some(node) = pending.pop() {
            let mut inner: Vec<Node> = node.attributes().collect();
            if node.kind() != Kind::EntityRef {
                inner.extend(node.children());
            }
            let (own, others): (Vec<Node>, Vec<Node>) =
                inner.into_iter().partition(|node| is_own(*node));
            kept.extend(own);
            pending.extend(others);
        }
        root.keep_ns();
        kept.into_iter().for_each(Node::unlink);
        root.free();
    }

    fn release(&mut self, gone: WeakObject) {
        let Some(entry) = self.entries.remove(&gone) else { return };
        let node = entry.node;
        if entry.is_pin {
            if let Some(count) = self.pins.get_mut(&node) {
                *count -= 1;
                if *count == 0 {
                    self.pins.remove(&node);
                }
            }
        } else if node.mark() == gone.to_word() {
            node.set_mark(0);
        }
        if !node.is_document() && WeakObject::of_word(node.mark()).is_none() {
            self.give_up(node, entry.is_pin);
        }
        self.uncount(entry.document);
    }

    /// Frees what a node that nobody has an object of is part of, where that is no document's tree.
    fn give_up(&mut self, node: Node, was_pin: bool) {
        let root = node.root();
        if root.is_document() {
            return;
        }
        match (root.kind(), root.doc()) {
            (Kind::Dtd, Some(document)) => self.keep_type(root, document),
            _ if root == node && !was_pin => self.dismantle(root),
            _ if !self.is_held(root) => root.free(),
            _ => {}
        }
    }

    /// References in the document lead into a document type: it is freed with the document.
    fn keep_type(&mut self, dtd: Node, document: Node) {
        let types = &mut self.documents.entry(document).or_default().types;
        if !types.contains(&dtd) {
            types.push(dtd);
        }
    }

    /// Says that libxml2 begins to run.
    pub fn begin(&mut self) {
        self.busy += 1;
    }

    /// Says that it returned.
    pub fn end(&mut self) {
        self.busy -= 1;
        if self.busy == 0 {
            for gone in std::mem::take(&mut self.late) {
                self.release(gone);
            }
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let mut roots: Vec<Node> = Vec::new();
        let mut types: Vec<(Node, Node)> = Vec::new();
        for entry in self.entries.values() {
            let root = entry.node.root();
            let is_type = root.kind() == Kind::Dtd && root.doc().is_some();
            if is_type && let Some(document) = root.doc() {
                types.push((root, document));
            } else if !root.is_document() && !roots.contains(&root) {
                roots.push(root);
            }
        }
        roots.into_iter().for_each(Node::free);
        for (dtd, document) in types {
            if dtd.parent().is_none() {
                self.keep_type(dtd, document);
            }
        }
        self.documents.drain().for_each(|(document, kept)| kept.free(document));
    }
}
