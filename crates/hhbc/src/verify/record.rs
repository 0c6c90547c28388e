//! The rules about records: what exists, and what it is.

use hashbrown::HashSet;

use super::{Breach, Rule};
use crate::class::{Class, TraitRule};
use crate::codec::COUNT_MAX;
use crate::constraint::TypeConstraint;
use crate::func::{Attribute, Func, Init, ParamDefault, Role};
use crate::imm::{FuncId, LocalId, StrId};
use crate::literal::{ArrayLit, Key, Literal};
use crate::unit::{MAIN, Unit};
use stdx::id::Id;

type Check = Result<(), Breach>;

fn breach(message: impl Into<String>) -> Breach {
    Breach::new(Rule::Records, message)
}

pub(super) fn check_unit(unit: &Unit) -> Check {
    str_exists(unit, unit.path)?;
    for (id, func) in unit.funcs.iter_ids() {
        if (func.role == Role::Main) != (id == MAIN) {
            return Err(breach("the first function, and no other, is the top level"));
        }
    }
    if unit.funcs.is_empty() {
        return Err(breach("there is no top level"));
    }
    let strings: HashSet<&[u8]> = unit.strings.iter().collect();
    let arrays: HashSet<&ArrayLit> = unit.arrays.as_slice().iter().collect();
    if strings.len() != unit.strings.len() || arrays.len() != unit.arrays.len() {
        return Err(breach("two strings or two arrays are equal"));
    }
    unit.arrays.as_slice().iter().try_for_each(|array| array_lit(unit, array))?;
    for item in &unit.consts {
        str_exists(unit, item.name)?;
        init(unit, &item.value)?;
    }
    for item in &unit.metadata {
        str_exists(unit, item.name)?;
        literal(unit, &item.value)?;
    }
    unit.classes.as_slice().iter().try_for_each(|class| class_record(unit, class))?;
    membership(unit)
}

fn membership(unit: &Unit) -> Check {
    let mut owned = vec![false; unit.funcs.len()];
    for id in unit.classes.as_slice().iter().flat_map(|class| &class.members) {
        let role = unit.funcs.get(*id).map(|func| func.role);
        if !matches!(role, Some(Role::Method | Role::Closure | Role::Thunk)) {
            return Err(breach(format!("function {} cannot be a member", id.0)));
        }
        if std::mem::replace(&mut owned[id.index()], true) {
            return Err(breach(format!("function {} is a member twice", id.0)));
        }
    }
    let lone = unit.funcs.iter_ids().find(|(id, f)| f.role == Role::Method && !owned[id.index()]);
    match lone {
        Some((id, _)) => Err(breach(format!("method {} belongs to no class", id.0))),
        None => Ok(()),
    }
}

pub(super) fn check_func(unit: &Unit, func: &Func) -> Check {
    str_exists(unit, func.name)?;
    let frame = &func.frame;
    frame.local_names.iter().try_for_each(|name| str_exists(unit, *name))?;
    let mut names = frame.local_names.clone();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(breach("two locals have one name"));
    }
    if frame.local_names.len() > frame.num_locals as usize {
        return Err(breach("there are more named locals than locals"));
    }
    let (first, last) = func.notes.lines;
    if [frame.num_locals, frame.num_iters, first, last].into_iter().any(|n| n > COUNT_MAX) {
        return Err(breach("a number is out of range"));
    }
    if func.params.len() > frame.local_names.len() {
        return Err(breach("there are more parameters than named locals"));
    }
    if !func.params.is_empty() && matches!(func.role, Role::Main | Role::Thunk) {
        return Err(breach("this function takes no parameters"));
    }
    for param in &func.params {
        types(unit, param.ty.as_ref())?;
        attributes(unit, &param.attributes)?;
        match &param.default {
            None => {}
            Some(ParamDefault::Literal(value)) => literal(unit, value)?,
            Some(ParamDefault::Code { text, .. }) => {
                text.map_or(Ok(()), |text| str_exists(unit, text))?;
            }
        }
    }
    types(unit, func.ret.as_ref())?;
    notes(unit, func)
}

fn notes(unit: &Unit, func: &Func) -> Check {
    func.notes.doc.map_or(Ok(()), |doc| str_exists(unit, doc))?;
    attributes(unit, &func.notes.attributes)?;
    let in_frame = |local: LocalId| local.0 < func.frame.num_locals;
    if !func.notes.captures.iter().all(|capture| in_frame(capture.local)) {
        return Err(breach("a captured local does not exist"));
    }
    if !func.notes.captures.is_empty() && func.role != Role::Closure {
        return Err(breach("only closures capture"));
    }
    for var in &func.notes.statics {
        str_exists(unit, var.name)?;
        var.init.as_ref().map_or(Ok(()), |value| init(unit, value))?;
    }
    Ok(())
}

fn class_record(unit: &Unit, class: &Class) -> Check {
    let inherits = &class.inherits;
    if class.lines.0.max(class.lines.1) > COUNT_MAX {
        return Err(breach("a number is out of range"));
    }
    let names = [&inherits.interfaces, &inherits.traits];
    names.into_iter().flatten().try_for_each(|name| str_exists(unit, *name))?;
    let single = [Some(class.name), inherits.parent, class.doc];
    single.into_iter().flatten().try_for_each(|name| str_exists(unit, name))?;
    inherits.trait_rules.iter().try_for_each(|rule| trait_rule(unit, rule))?;
    attributes(unit, &class.attributes)?;
    types(unit, class.enum_type.as_ref())?;
    for item in &class.consts {
        [Some(item.name), item.doc].into_iter().flatten().try_for_each(|s| str_exists(unit, s))?;
        attributes(unit, &item.attributes)?;
        types(unit, item.ty.as_ref())?;
        item.value.as_ref().map_or(Ok(()), |value| init(unit, value))?;
        if item.value.is_none() && !item.is_case {
            return Err(breach("a constant has no value"));
        }
    }
    for item in &class.props {
        [Some(item.name), item.doc].into_iter().flatten().try_for_each(|s| str_exists(unit, s))?;
        attributes(unit, &item.attributes)?;
        types(unit, item.ty.as_ref())?;
        item.value.as_ref().map_or(Ok(()), |value| init(unit, value))?;
        let is_hook = |id: &FuncId| {
            let func = unit.funcs.get(*id);
            class.members.contains(id) && func.is_some_and(|func| func.role == Role::Method)
        };
        if !item.get.iter().chain(&item.set).all(is_hook) {
            return Err(breach("a hook is no method of its class"));
        }
    }
    Ok(())
}

fn trait_rule(unit: &Unit, rule: &TraitRule) -> Check {
    let mut names: Vec<StrId> = Vec::new();
    match rule {
        TraitRule::InsteadOf { of, method, excluded } => {
            names.extend([*of, *method]);
            names.extend(excluded);
        }
        TraitRule::Alias { of, method, alias, .. } => {
            names.extend([*of, Some(*method), *alias].into_iter().flatten());
        }
    }
    names.into_iter().try_for_each(|name| str_exists(unit, name))
}

fn str_exists(unit: &Unit, id: StrId) -> Check {
    match unit.strings.get(id) {
        Some(_) => Ok(()),
        None => Err(breach(format!("there is no string {}", id.0))),
    }
}

fn types(unit: &Unit, ty: Option<&TypeConstraint>) -> Check {
    let mut missing = None;
    if let Some(ty) = ty {
        ty.class_names(&mut |name| {
            if unit.strings.get(name).is_none() {
                missing = Some(name);
            }
        });
    }
    missing.map_or(Ok(()), |name| str_exists(unit, name))
}

fn attributes(unit: &Unit, attributes: &[Attribute]) -> Check {
    for attribute in attributes {
        str_exists(unit, attribute.name)?;
        for (name, value) in &attribute.args {
            name.map_or(Ok(()), |name| str_exists(unit, name))?;
            init(unit, value)?;
        }
    }
    Ok(())
}

fn init(unit: &Unit, value: &Init) -> Check {
    match value {
        Init::Literal(value) => literal(unit, value),
        Init::Thunk { func, text } => {
            str_exists(unit, *text)?;
            match unit.funcs.get(*func) {
                Some(thunk) if thunk.role == Role::Thunk => Ok(()),
                _ => Err(breach(format!("function {} is no thunk", func.0))),
            }
        }
    }
}

fn literal(unit: &Unit, value: &Literal) -> Check {
    match value {
        Literal::Str(id) => str_exists(unit, *id),
        Literal::Array(array) => array_lit(unit, array),
        Literal::Null | Literal::Bool(_) | Literal::Int(_) | Literal::Double(_) => Ok(()),
    }
}

fn array_lit(unit: &Unit, array: &ArrayLit) -> Check {
    let mut keys = HashSet::with_capacity(array.entries.len());
    for (key, value) in &array.entries {
        if let Key::Str(id) = key {
            str_exists(unit, *id)?;
            if is_int_form(unit.str(*id)) {
                return Err(Breach::new(Rule::Literals, "a string key is the form of an integer"));
            }
        }
        if !keys.insert(*key) {
            return Err(Breach::new(Rule::Literals, "two entries have one key"));
        }
        literal(unit, value)?;
    }
    Ok(())
}

/// Whether PHP takes a string key for an integer: it is what printing an integer gives.
fn is_int_form(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).ok();
    let int: Option<i64> = text.and_then(|text| text.parse().ok());
    int.is_some_and(|int| int.to_string().as_bytes() == bytes)
}
