//! The text form of a tree: one line a node, two spaces a level.
//!
//! ```text
//! IfBranchStatement
//!   BinaryOpExpression(EQUAL)
//!     ConstantExpression(3)
//!     ConstantExpression(3)
//!   EchoStatement
//!     ConstantExpression("Yes it does!")
//! ```
//!
//! The node tables of this module's neighbours give each node its label, its attributes (in
//! parentheses) and its children. Printing keeps a worklist, so depth costs no native stack.

use super::File;

/// Levels beyond this are not indented further, so that a deep tree prints in linear space.
const INDENT_LEVELS_MAX: usize = 50;

/// Something that can stand below a node.
pub trait Dump {
    /// Writes the node's own line, if it has one, and queues what stands below it.
    fn dump<'t>(&'t self, printer: &mut Printer<'t>);
}

/// Something that can stand in a node's parentheses.
pub(super) trait Attribute {
    /// Appends the attribute; nothing when it is absent.
    fn show(&self, out: &mut Vec<u8>);
}

/// The text form of a file.
pub fn dump(file: &File<'_>) -> Vec<u8> {
    let mut printer = Printer { out: Vec::new(), level: 0, work: Vec::new(), below: Vec::new() };
    printer.child(&file.statements);
    printer.queue(0);
    while let Some((level, node)) = printer.work.pop() {
        printer.level = level;
        let before = printer.out.len();
        node.dump(&mut printer);
        let has_line = printer.out.len() > before;
        printer.queue(level + usize::from(has_line));
    }
    printer.out
}

/// Collects the text and what is still to be printed.
pub struct Printer<'t> {
    out: Vec<u8>,
    level: usize,
    work: Vec<(usize, &'t dyn Dump)>,
    below: Vec<&'t dyn Dump>,
}

impl<'t> Printer<'t> {
    /// Writes a node's line.
    pub(super) fn line(&mut self, label: &str, attributes: &[&dyn Attribute]) {
        let indent = 2 * self.level.min(INDENT_LEVELS_MAX);
        self.out.resize(self.out.len() + indent, b' ');
        self.out.extend_from_slice(label.as_bytes());
        let mut shown = Vec::new();
        for attribute in attributes {
            let separator = shown.len();
            if separator > 0 {
                shown.extend_from_slice(b", ");
            }
            let before = shown.len();
            attribute.show(&mut shown);
            if shown.len() == before {
                shown.truncate(separator);
            }
        }
        if !shown.is_empty() {
            self.out.push(b'(');
            self.out.append(&mut shown);
            self.out.push(b')');
        }
        self.out.push(b'\n');
    }

    /// Queues what stands below the node being printed.
    pub(super) fn child(&mut self, node: &'t dyn Dump) {
        self.below.push(node);
    }

    fn queue(&mut self, level: usize) {
        while let Some(node) = self.below.pop() {
            self.work.push((level, node));
        }
    }
}

impl<T: Dump> Dump for &T {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        (**self).dump(printer);
    }
}

impl<T: Dump> Dump for &mut T {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        (**self).dump(printer);
    }
}

impl<T: Dump> Dump for Option<T> {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        if let Some(node) = self {
            node.dump(printer);
        }
    }
}

impl<T: Dump> Dump for &[T] {
    fn dump<'t>(&'t self, printer: &mut Printer<'t>) {
        for node in *self {
            printer.child(node);
        }
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn show(&self, out: &mut Vec<u8>) {
        if let Some(attribute) = self {
            attribute.show(out);
        }
    }
}

impl<T: Attribute> Attribute for &T {
    fn show(&self, out: &mut Vec<u8>) {
        (**self).show(out);
    }
}

impl Attribute for u32 {
    fn show(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.to_string().as_bytes());
    }
}

/// Declares an enum of nodes: `Variant [attribute: Type, …] { child: Type, … } = "Label";`.
macro_rules! node_kinds {
    ($(#[$meta:meta])* pub enum $Kind:ident<$a:lifetime> { $(
        $(#[$variant_meta:meta])*
        $Variant:ident $([ $($attr:ident: $AttrTy:ty),* ])? $({ $($child:ident: $ChildTy:ty),* })?
            = $label:literal;
    )* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub enum $Kind<$a> { $(
            $(#[$variant_meta])*
            $Variant { $($($attr: $AttrTy,)*)? $($($child: $ChildTy,)*)? },
        )* }

        impl $crate::ast::Dump for $Kind<'_> {
            fn dump<'t>(&'t self, printer: &mut $crate::ast::dump::Printer<'t>) {
                match self { $(
                    Self::$Variant { $($($attr,)*)? $($($child,)*)? } => {
                        printer.line($label, &[$($($attr as &dyn $crate::ast::dump::Attribute,)*)?]);
                        $($(printer.child($child);)*)?
                    }
                )* }
            }
        }
    };
}

/// Declares a node that is a struct: `Name [attribute: Type, …] { child: Type, … } = "Label";`.
macro_rules! node {
    ($(#[$meta:meta])* pub struct $Name:ident<$a:lifetime>
        [ $($(#[$attr_meta:meta])* $attr:ident: $AttrTy:ty),* $(,)? ]
        { $($(#[$child_meta:meta])* $child:ident: $ChildTy:ty),* $(,)? }
        ( $($(#[$plain_meta:meta])* $plain:ident: $PlainTy:ty),* $(,)? )
        = $label:literal;) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $Name<$a> {
            $($(#[$attr_meta])* pub $attr: $AttrTy,)*
            $($(#[$child_meta])* pub $child: $ChildTy,)*
            $($(#[$plain_meta])* pub $plain: $PlainTy,)*
        }

        impl $crate::ast::Dump for $Name<'_> {
            fn dump<'t>(&'t self, printer: &mut $crate::ast::dump::Printer<'t>) {
                printer.line($label, &[$(&self.$attr as &dyn $crate::ast::dump::Attribute,)*]);
                $(printer.child(&self.$child);)*
            }
        }
    };
}

/// Declares an enum of words that stand in a node's parentheses.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $Name:ident {
        $($(#[$variant_meta:meta])* $Variant:ident = $word:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $Name { $($(#[$variant_meta])* $Variant,)* }

        impl $crate::ast::dump::Attribute for $Name {
            fn show(&self, out: &mut Vec<u8>) {
                let word: &str = match self { $(Self::$Variant => $word,)* };
                out.extend_from_slice(word.as_bytes());
            }
        }
    };
}

pub(super) use {node, node_kinds, words};
