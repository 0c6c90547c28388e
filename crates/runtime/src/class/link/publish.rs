//! The end of linking: tables in their final order, offsets in the request data, first values.

use hhbc::class::ClassKind;
use hhbc::func::Attrs;

use super::super::lineage::Lineage;
use super::super::member::{Initial, Method, Place};
use super::super::{Class, FirstValues, Magic, Table};
use super::oblige::Obligation;
use super::{Linked, Linker, Remark, too_many};
use crate::object::{ClassId, ClassRecord, Image};
use crate::rds::{self, Handle};
use crate::string::StaticStr;

/// What linking comes to.
pub(super) struct Outcome {
    pub class: Class,
    /// Rules that wait for classes.
    pub obligations: Vec<Obligation>,
    /// Classes that were looked at by name.
    pub found: Vec<(StaticStr, ClassId)>,
    /// What was reported.
    pub remarks: Vec<Remark>,
}

impl Linker<'_> {
    pub(super) fn finish(mut self) -> Linked<Outcome> {
        self.give_offsets()?;
        let methods = self.final_methods();
        let first = self.first_values()?;
        let magic = self.magic(&methods);
        let own_slot = self.has_dynamic_slot();
        let welcomes_dynamic = self.welcomes_dynamic();
        let dynamic = own_slot.then_some(self.slots.len() as u32);
        let record = ClassRecord {
            name: self.name,
            slots: self.slots.len() as u32 + u32::from(own_slot),
            has_destructor: magic.destruct.is_some(),
            may_be_cyclic: welcomes_dynamic || self.may_hold_cycle(),
        };
        let parent = self.bases.parent.map(|parent| &parent.class().lineage);
        let class = Class {
            record,
            id: self.id,
            name: self.name,
            kind: self.kind(),
            attrs: self.attrs,
            declared: Some(self.declared),
            lineage: Lineage::new(self.id, parent, &self.interfaces),
            methods,
            props: self.props,
            consts: self.consts,
            magic,
            first: FirstValues { slots: self.slots, dynamic, welcomes_dynamic, ..first },
        };
        let (obligations, remarks) = (self.obligations, self.remarks);
        Ok(Outcome { class, obligations, found: self.judge.found, remarks })
    }

    /// The methods that the engine calls; those with names of the library's own are the library's.
    fn magic(&self, methods: &Table<Method>) -> Magic {
        let mut magic = Magic::look_up(methods);
        let is_library = |at: &u32| {
            let origin = methods.rows().nth(*at as usize).map(|method| method.origin);
            origin.is_some_and(|origin| match origin == self.id {
                true => self.attrs.has(Attrs::native),
                false => origin.class().attrs.has(Attrs::native),
            })
        };
        magic.cloned = magic.cloned.filter(is_library);
        magic.constructed = magic.constructed.filter(is_library);
        magic.construct = magic.construct.or(magic.constructed);
        magic
    }

    /// C2: methods of the parent keep their index.
    fn final_methods(&self) -> Table<Method> {
        let mut methods = Table::default();
        let parent = self.bases.parent.map(|parent| &parent.class().methods);
        for (name, theirs) in parent.into_iter().flat_map(Table::iter) {
            let row = self.methods.get(name.as_bytes()).unwrap_or(theirs);
            methods.insert(name, *row);
        }
        for (name, method) in self.methods.iter() {
            methods.insert(name, *method);
        }
        methods
    }

    /// Gives offsets to what the class keeps in each request.
    fn give_offsets(&mut self) -> Linked {
        let id = self.id;
        for prop in self.props.rows_mut().filter(|prop| prop.class == id && prop.is_static()) {
            prop.place = Place::Static(rds::unnamed(1).ok_or_else(too_many)?);
        }
        for constant in self.consts.rows_mut().filter(|constant| constant.class == id) {
            if constant.is_case || constant.initial.is_some_and(Initial::is_made) {
                constant.slot = Some(rds::unnamed(1).ok_or_else(too_many)?);
            }
        }
        Ok(())
    }

    fn first_values(&self) -> Linked<FirstValues> {
        let parent = self.bases.parent.map(|parent| &parent.class().first);
        let mut image = Image::default();
        let mut lazy: Vec<(u32, Handle)> = Vec::new();
        for (slot, prop) in self.slots.iter().enumerate() {
            let is_lazy = prop.initial.and_then(Initial::thunk).is_some();
            let inherited = parent.filter(|_| prop.class != self.id);
            let inherited = inherited.and_then(|parent| parent.lazy_at(slot as u32));
            match inherited {
                Some(handle) if is_lazy => lazy.push((slot as u32, handle)),
                _ if is_lazy => lazy.push((slot as u32, rds::unnamed(1).ok_or_else(too_many)?)),
                _ => {}
            }
            let (value, state) = prop.first_value().map_err(|_| too_many())?;
            image.set(slot, &value, state);
        }
        Ok(FirstValues { image, lazy, settles: self.settles(), ..FirstValues::default() })
    }

    fn settles(&self) -> bool {
        let needs_code = |initial: Option<Initial>| initial.and_then(Initial::thunk).is_some();
        let own_consts = self.consts.rows().filter(|constant| constant.class == self.id);
        let own_props = self.props.rows().filter(|prop| prop.class == self.id && prop.is_static());
        self.bases.parent.is_some_and(|parent| parent.class().first.settles)
            || own_consts.filter(|found| !found.is_case).any(|found| needs_code(found.initial))
            || own_props.map(|found| found.initial).any(needs_code)
    }

    /// Whether adding a property that is not declared is what the class is for.
    fn welcomes_dynamic(&self) -> bool {
        let parent = self.bases.parent.is_some_and(|id| id.class().first.welcomes_dynamic);
        parent
            || self.name.as_bytes() == b"stdClass"
            || self.has_attribute(b"AllowDynamicProperties")
    }

    /// Whether objects may have properties that are not declared. They have one more slot then,
    /// for an array of those.
    fn has_dynamic_slot(&self) -> bool {
        self.kind() == ClassKind::Class
            && !self.attrs.has(Attrs::readonly)
            && !self.has_attribute(b"NoDynamicProperties")
    }

    fn has_attribute(&self, wanted: &[u8]) -> bool {
        let unit = self.declared.unit;
        let mut names = self.declared.class.attributes.iter().map(|found| unit.str(found.name));
        names.any(|name| name.eq_ignore_ascii_case(wanted))
    }
}

impl FirstValues {
    fn lazy_at(&self, slot: u32) -> Option<Handle> {
        self.lazy.iter().find(|(at, _)| *at == slot).map(|(_, handle)| *handle)
    }
}
