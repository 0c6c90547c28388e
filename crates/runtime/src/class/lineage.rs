//! What a class descends from.

use crate::object::ClassId;

/// Ancestors and interfaces of a class.
#[derive(Clone, Debug)]
pub struct Lineage {
    /// From the root down to the class itself.
    ancestors: Vec<ClassId>,
    /// Every interface once, in PHP's order.
    interfaces: Vec<ClassId>,
    /// The same by number: open addressing, at most half full; `NONE` where there is none.
    buckets: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Lineage {
    /// The lineage of a class with this parent and these interfaces, which are complete.
    pub fn new(id: ClassId, parent: Option<&Lineage>, interfaces: &[ClassId]) -> Self {
        let mut ancestors = parent.map_or(Vec::new(), |parent| parent.ancestors.clone());
        ancestors.push(id);
        let mut lineage = Self { ancestors, interfaces: interfaces.to_vec(), buckets: Vec::new() };
        if !interfaces.is_empty() {
            lineage.buckets = vec![NONE; (interfaces.len() * 2).next_power_of_two()];
            for &interface in interfaces {
                let at = lineage.bucket(interface);
                lineage.buckets[at] = interface.number();
            }
        }
        lineage
    }

    /// The bucket of an interface, or the empty one where it would be.
    fn bucket(&self, interface: ClassId) -> usize {
        let mask = self.buckets.len() - 1;
        let mut at = interface.number() as usize & mask;
        while self.buckets[at] != NONE && self.buckets[at] != interface.number() {
            at = (at + 1) & mask;
        }
        at
    }

    /// Whether the class is, extends or implements `other`.
    #[inline]
    pub fn has(&self, other: ClassId) -> bool {
        self.extends(other) || self.implements(other)
    }

    /// Whether the class is or extends `other`.
    #[inline]
    pub fn extends(&self, other: ClassId) -> bool {
        // Only a class has a depth here; an interface is its own only ancestor.
        let depth = other.depth();
        self.ancestors.get(depth) == Some(&other) || self.id() == other
    }

    /// Whether the class implements the interface, or is an interface that extends it.
    #[inline]
    pub fn implements(&self, interface: ClassId) -> bool {
        !self.buckets.is_empty() && self.buckets[self.bucket(interface)] == interface.number()
    }

    /// The class itself.
    pub fn id(&self) -> ClassId {
        self.ancestors[self.ancestors.len() - 1]
    }

    /// The parent.
    pub fn parent(&self) -> Option<ClassId> {
        self.ancestors.iter().rev().nth(1).copied()
    }

    /// From the root down to the class itself.
    pub fn ancestors(&self) -> &[ClassId] {
        &self.ancestors
    }

    /// Every interface once, in PHP's order.
    pub fn interfaces(&self) -> &[ClassId] {
        &self.interfaces
    }
}

impl ClassId {
    /// How many classes a class descends from; 0 while it is not published.
    fn depth(self) -> usize {
        let class = super::published(self.number());
        class.map_or(0, |class| class.lineage.ancestors.len() - 1)
    }
}
