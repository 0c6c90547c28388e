//! Words about members in messages.

use runtime::object::ClassId;

use super::class_text;

/// A scope at the end of a message.
pub(crate) fn place_text(scope: Option<ClassId>) -> String {
    match scope {
        Some(scope) => format!("scope {}", class_text(scope)),
        None => "global scope".to_owned(),
    }
}
