//! Declarations of namespaces as objects, which are no nodes: they keep what they say.

use libxml2::{Node, Ns};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::Value;

use super::object::{maybe_text, object_of, text};
use crate::store::Store;

/// An object of a declaration that is in scope at an element.
pub fn object(call: &mut Call<'_>, ns: Ns, element: Node) -> Res<Value> {
    let prefix = ns.prefix();
    let name = match &prefix {
        Some(prefix) => [b"xmlns:".as_slice(), prefix].concat(),
        None => b"xmlns".to_vec(),
    };
    let values = [
        text(call, &name)?,
        maybe_text(call, ns.href())?,
        text(call, prefix.as_deref().unwrap_or_default())?,
        text(call, prefix.as_deref().unwrap_or(b"xmlns"))?,
        object_of(call, element)?,
    ];
    let made = call.host().new_object("DOMNameSpaceNode")?;
    if let Some(mut object) = made.clone().into_object() {
        for (slot, value) in values.into_iter().enumerate() {
            object.slot_mut(slot).set(value);
        }
        call.state::<Store>().pin(&object, element);
    }
    Ok(made)
}
