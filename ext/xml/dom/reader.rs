//! Texts of HTML to trees: the reader is run, and what is wrong is told with its place.
//!
//! # Invariants
//! - A text is read at once. Only when something is wrong with it and that is to be told, it is read
//!   again, a character at a time, so that places are known.

use std::cell::{Cell, RefCell};

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    Doctype, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, Namespace, QualName, local_name, ns};
use libxml2::Node;

use super::fault::{Fault, Shape, of_token, of_tree};
use super::object::HTML;
use super::sink::{Handle, Sink};
use super::template;

/// What is wanted of a document.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Without the elements that nobody wrote.
    pub is_bare: bool,
    /// Without a namespace for what is HTML.
    pub is_plain: bool,
    /// With what is wrong.
    pub tells: bool,
}

/// A document that was read.
pub struct Outcome {
    /// Its tree.
    pub document: Node,
    /// 0 without quirks, 1 with, 2 with few.
    pub quirks: u8,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What templates hold.
    pub templates: Vec<Node>,
}

/// A place in a text.
#[derive(Clone, Copy, Debug)]
struct Place {
    line: usize,
    column: usize,
    offset: usize,
}

const BEGIN: Place = Place { line: 1, column: 1, offset: 0 };

/// The builder of the tree, watched.
struct Watch<'a> {
    tree: TreeBuilder<Handle, Sink>,
    source: &'a str,
    /// The character that is read, in bytes from the begin and as a place.
    at: Cell<(usize, Place)>,
    /// Where the token begins that is read.
    start: Cell<Place>,
    /// Where the text began of which characters come in pieces, and its faults.
    run: RefCell<Option<(Place, Vec<usize>)>>,
    /// Whether all of the text was read: PHP tells nothing of what comes then.
    is_over: Cell<bool>,
    of_tokens: RefCell<Vec<Fault>>,
    of_tree: RefCell<Vec<Fault>>,
    /// Whether the elements of a document were written.
    written: Cell<[bool; 3]>,
}

impl<'a> Watch<'a> {
    fn new(tree: TreeBuilder<Handle, Sink>, source: &'a str) -> Self {
        Self {
            tree,
            source,
            at: Cell::new((0, BEGIN)),
            start: Cell::new(BEGIN),
            run: RefCell::new(None),
            is_over: Cell::new(false),
            of_tokens: RefCell::default(),
            of_tree: RefCell::default(),
            written: Cell::new([false; 3]),
        }
    }

    fn note(&self, said: &str) {
        let (byte, mut place) = self.at.get();
        let read = self.source.get(..byte).unwrap_or_default();
        let from = read.rfind('&').unwrap_or(read.len());
        let reference = self.source.get(from..).unwrap_or_default();
        let is_reference = said.contains("haracter reference") || said.contains("'#'");
        if is_reference {
            let chars = read.get(from..).unwrap_or_default().chars().count();
            place.column = place.column.saturating_sub(chars.saturating_sub(1));
        }
        let name = of_token(said, reference);
        if name.is_empty() || self.is_over.get() {
            return;
        }
        let Place { line, column, .. } = place;
        let fault = Fault { of_tree: false, name, line, column, length: 1 };
        self.of_tokens.borrow_mut().push(fault);
    }

    /// The place behind the character that is read.
    fn behind(&self) -> Place {
        let (byte, place) = self.at.get();
        let offset = place.offset + 1;
        if self.source.as_bytes().get(byte) == Some(&b'\n') {
            return Place { line: place.line + 1, column: 1, offset };
        }
        Place { column: place.column + 1, offset, ..place }
    }

    /// Ends the text: faults of what nothing follows are not told.
    fn finish(&self) {
        self.is_over.set(true);
        if let Some((_, faults)) = self.run.borrow_mut().take() {
            let mut at = 0;
            self.of_tree.borrow_mut().retain(|_| {
                at += 1;
                !faults.contains(&(at - 1))
            });
        }
    }

    /// Ends a text: its faults are as long as it.
    fn end_run(&self, end: usize) {
        let Some((start, faults)) = self.run.borrow_mut().take() else { return };
        let mut all = self.of_tree.borrow_mut();
        for at in faults {
            all[at].length = end - start.offset;
        }
    }

    /// Notes what the builder says of a token.
    fn note_tree(&self, (shape, place, length): (Shape, Place, usize), is_text: bool) {
        for said in self.tree.sink.said.take() {
            let Some(name) = of_tree(&said, shape).filter(|_| !self.is_over.get()) else {
                continue;
            };
            let mut faults = self.of_tree.borrow_mut();
            if let Some((_, own)) = self.run.borrow_mut().as_mut().filter(|_| is_text) {
                own.push(faults.len());
            }
            let Place { line, column, .. } = place;
            faults.push(Fault { of_tree: true, name, line, column, length });
        }
    }

    /// What a token is, where its name is, and how long that is.
    fn span(&self, token: &Token) -> (Shape, Place, usize) {
        let start = self.start.get();
        let shifted = |by: usize| Place { column: start.column + by, ..start };
        match token {
            Token::TagToken(tag) => {
                let length = tag.name.chars().count();
                match tag.kind {
                    TagKind::StartTag => {
                        let is_head = tag.name == local_name!("head");
                        (Shape::Start { is_head }, shifted(1), length)
                    }
                    TagKind::EndTag => (Shape::End, shifted(2), length),
                }
            }
            Token::DoctypeToken(_) => (Shape::Other, shifted(2), "doctype".len()),
            Token::NullCharacterToken => (Shape::Null, start, 1),
            Token::EOFToken => (Shape::Over, start, 0),
            _ => (Shape::Other, start, self.behind().offset - start.offset),
        }
    }

    /// Which elements of a document there are.
    fn parts(&self) -> [bool; 3] {
        let is_named = |node: &Node, name: &[u8]| node.is_element() && node.is_named(name);
        let Some(root) = self.tree.sink.document.children().find(|node| node.is_element()) else {
            return [false; 3];
        };
        let has = |name: &[u8]| root.children().any(|node| is_named(&node, name));
        [true, has(b"head"), has(b"body")]
    }

    fn forward(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let place = match &token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let names = [local_name!("html"), local_name!("head"), local_name!("body")];
                names.iter().position(|name| *name == tag.name)
            }
            _ => None,
        };
        let Some(place) = place else { return self.tree.process_token(token, line) };
        let before = self.parts();
        let result = self.tree.process_token(token, line);
        let mut written = self.written.get();
        written[place] |= !before[place] && self.parts()[place];
        self.written.set(written);
        result
    }
}

impl TokenSink for Watch<'_> {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if let Token::ParseError(said) = token {
            self.note(&said);
            return TokenSinkResult::Continue;
        }
        let is_text = matches!(token, Token::CharacterTokens(_));
        let start = self.start.get();
        if is_text {
            self.run.borrow_mut().get_or_insert((start, Vec::new()));
        } else {
            self.end_run(start.offset);
        }
        let mut span = self.span(&token);
        if let Some((start, _)) = self.run.borrow().as_ref().filter(|_| is_text) {
            span.1 = *start;
        }
        let is_bad = matches!(&token, Token::DoctypeToken(given) if is_bad_type(given));
        let result = self.forward(token, line);
        let is_first = !self.tree.sink.said.borrow().iter().any(|said| said.starts_with("DOCTYPE"));
        self.note_tree(span, is_text);
        if is_bad && is_first {
            let Place { line, column, .. } = span.1;
            let name = "bad-doctype-token-in-initial-mode";
            let fault = Fault { of_tree: true, name, line, column, length: span.2 };
            self.of_tree.borrow_mut().push(fault);
        }
        self.start.set(self.behind());
        result
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Whether a document type is not that of HTML 5.
fn is_bad_type(given: &Doctype) -> bool {
    let system = given.system_id.as_deref();
    given.name.as_deref() != Some("html")
        || given.public_id.is_some()
        || system.is_some_and(|system| system != "about:legacy-compat")
}

fn options() -> TreeBuilderOpts {
    TreeBuilderOpts { exact_errors: true, scripting_enabled: false, ..TreeBuilderOpts::default() }
}

fn feed(tokenizer: &Tokenizer<Watch<'_>>, queue: &BufferQueue, part: &str) {
    queue.push_back(StrTendril::from_slice(part));
    while !matches!(tokenizer.feed(queue), TokenizerResult::Done) {}
}

/// Reads a text at once, or a character at a time.
fn read<'a>(watch: Watch<'a>, options: TokenizerOpts, is_slow: bool) -> Watch<'a> {
    let source = watch.source;
    let tokenizer = Tokenizer::new(watch, options);
    let queue = BufferQueue::default();
    if is_slow {
        let mut place = BEGIN;
        for (byte, char) in source.char_indices() {
            tokenizer.sink.at.set((byte, place));
            feed(&tokenizer, &queue, &source[byte..byte + char.len_utf8()]);
            place = tokenizer.sink.behind();
        }
        tokenizer.sink.at.set((source.len(), place));
        tokenizer.sink.start.set(place);
    } else {
        feed(&tokenizer, &queue, source);
    }
    tokenizer.sink.finish();
    tokenizer.end();
    tokenizer.sink
}

fn read_document(source: &str, wish: Wish, is_slow: bool) -> Option<Outcome> {
    let document = Node::new_html_doc()?;
    let sink = Sink::new(document, wish.is_plain);
    let watch = Watch::new(TreeBuilder::new(sink, options()), source);
    let watch = read(watch, TokenizerOpts::default(), is_slow);
    if wish.is_bare {
        strip(document, watch.written.get());
    }
    let mut faults = watch.of_tokens.take();
    faults.extend(watch.of_tree.take());
    let sink = watch.tree.sink;
    Some(Outcome { document, quirks: sink.quirks.get(), faults, templates: sink.templates.take() })
}

/// The document that a text is.
pub fn document(source: &str, wish: Wish) -> Option<Outcome> {
    let read = read_document(source, wish, false)?;
    if read.faults.is_empty() || !wish.tells {
        return Some(Outcome { faults: Vec::new(), ..read });
    }
    read.templates.into_iter().for_each(Node::free);
    read.document.free_doc();
    let mut read = read_document(source, wish, true)?;
    read.faults.retain(|fault| {
        !(wish.is_bare && fault.line == 1 && fault.name == "unexpected-token-in-initial-mode")
    });
    Some(read)
}

/// Takes the elements away that nobody wrote: what is inside them comes behind what is beside them.
fn strip(document: Node, [has_html, has_head, has_body]: [bool; 3]) {
    let named = |parent: Node, name: &[u8]| {
        parent.children().find(|node| node.is_element() && node.is_named(name))
    };
    let Some(root) = named(document, b"html") else { return };
    let dissolve = |parent: Node, node: Node| {
        node.unlink();
        let children: Vec<Node> = node.children().collect();
        for child in children {
            child.unlink();
            parent.append_plain(child);
        }
        node.free();
    };
    for (name, was_written) in [(b"head", has_head), (b"body", has_body)] {
        if let Some(node) = named(root, name).filter(|_| !was_written) {
            dissolve(root, node);
        }
    }
    if !has_html {
        dissolve(document, root);
    }
}

/// Puts what a text is inside of an element into a node. What its templates hold.
pub fn fragment(element: Node, into: Node, source: &str, quirks: u8) -> Vec<Node> {
    let Some(document) = element.doc() else { return Vec::new() };
    let Some(holder) = Node::new_html_doc() else { return Vec::new() };
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let local = text(element.name().unwrap_or_default());
    let space = element.uri().map_or(ns!(), |uri| Namespace::from(text(uri)));
    let name = QualName::new(None, space, LocalName::from(local));
    let sink = Sink::new(holder, false);
    let context = sink.context(name);
    let options = TreeBuilderOpts { quirks_mode: super::sink::mode(quirks), ..options() };
    let tree = TreeBuilder::new_for_fragment(sink, context, None, options);
    let initial_state = Some(tree.tokenizer_state_for_context_elem(false));
    let options = TokenizerOpts { initial_state, ..TokenizerOpts::default() };
    let watch = read(Watch::new(tree, source), options, false);
    let templates = watch.tree.sink.templates.take();
    let root = holder.children().find(|child| child.is_element());
    let children: Vec<Node> = root.into_iter().flat_map(Node::children).collect();
    for child in children {
        child.unlink();
        adopt(child, document);
        into.append_plain(child);
    }
    for fragment in &templates {
        adopt(*fragment, document);
    }
    holder.free_doc();
    templates
}

fn adopt(node: Node, document: Node) {
    node.set_doc(Some(document));
    super::create::rehome(node, true);
}

/// Where what is read into an element goes: of a template into what it holds.
pub fn target(element: Node, made: &mut Vec<Node>) -> Node {
    if element.uri().as_deref() == Some(HTML) && template::is_template(element) {
        return template::ensured(element, made).unwrap_or(element);
    }
    element
}
