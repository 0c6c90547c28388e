//! Attributes: `#[…]`.

use hhbc::func::{Attribute, Init};
use hhbc::imm::StrId;
use syntax::ast::{Arg, Args, AttributeGroup};

use crate::error::{Emit, text};
use crate::init::Allowed;
use crate::unit::UnitEmitter;

impl<'a> UnitEmitter<'a> {
    pub(crate) fn attributes(&mut self, groups: &[AttributeGroup<'a>]) -> Emit<Vec<Attribute>> {
        let mut attributes = Vec::new();
        for attribute in groups.iter().flat_map(|group| group.attributes) {
            self.at(attribute.span);
            let full = self.names.class(attribute.name);
            let name = self.unit.string(&full);
            let args = match attribute.args {
                None => Vec::new(),
                Some(Args::List(args)) => self.attribute_args(args)?,
                Some(Args::FirstClassCallable) => {
                    return self.fail("Cannot create Closure as attribute argument");
                }
            };
            attributes.push(Attribute { name, args });
        }
        Ok(attributes)
    }

    fn attribute_args(&mut self, args: &[Arg<'a>]) -> Emit<Vec<(Option<StrId>, Init)>> {
        let mut made: Vec<(Option<StrId>, Init)> = Vec::new();
        for arg in args {
            let (name, value) = match arg {
                Arg::Spread(_) => {
                    return self.fail("Cannot use unpacking in attribute argument list");
                }
                Arg::Value(_) if made.iter().any(|(name, _)| name.is_some()) => {
                    return self.fail("Cannot use positional argument after named argument");
                }
                Arg::Value(value) => (None, *value),
                Arg::Named(name, value) => (Some(name.text), *value),
            };
            let id = name.map(|name| self.unit.string(name));
            if let Some(name) = name
                && made.iter().any(|(known, _)| *known == id)
            {
                let message = text!["Duplicate named parameter $", name];
                return self.fail(message);
            }
            let init = self.init(value, Allowed::New)?;
            made.push((id, init));
        }
        Ok(made)
    }
}
