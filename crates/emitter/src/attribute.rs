//! Attributes: `#[…]`.

use hhbc::func::{Attribute, Init};
use hhbc::imm::StrId;
use syntax::ast::{Arg, Args, AttributeGroup};

use crate::error::{Emit, text};
use crate::init::Allowed;
use crate::unit::UnitEmitter;

/// What attributes stand before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    Class,
    Function,
    Method,
    Property,
    ClassConstant,
    Parameter,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Function => "function",
            Self::Method => "method",
            Self::Property => "property",
            Self::ClassConstant => "class constant",
            Self::Parameter => "parameter",
        }
    }
}

/// The engine's attributes, with what they may stand before.
const OWN: &[(&[u8], &[Target])] = &[
    (b"Attribute", &[Target::Class]),
    (b"AllowDynamicProperties", &[Target::Class]),
    (b"ReturnTypeWillChange", &[Target::Method]),
    (b"SensitiveParameter", &[Target::Parameter]),
    (b"Override", &[Target::Method]),
    (b"Deprecated", &[Target::Function, Target::Method, Target::ClassConstant]),
];

impl<'a> UnitEmitter<'a> {
    /// The attributes before a declaration, once those of the engine may stand there.
    pub(crate) fn attributes_of(
        &mut self,
        groups: &[AttributeGroup<'a>],
        target: Target,
    ) -> Emit<Vec<Attribute>> {
        let attributes = self.attributes(groups)?;
        for (at, attribute) in attributes.iter().enumerate() {
            let name = self.unit.bytes(attribute.name);
            let own = OWN.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
            let Some((name, targets)) = own else { continue };
            if !targets.contains(&target) {
                let allowed: Vec<&str> = targets.iter().map(|target| target.name()).collect();
                let message = text![
                    "Attribute \"",
                    *name,
                    "\" cannot target ",
                    target.name(),
                    " (allowed targets: ",
                    allowed.join(", ").as_str(),
                    ")"
                ];
                return self.fail(message);
            }
            if attributes[..at].iter().any(|other| other.name == attribute.name) {
                let message = text!["Attribute \"", *name, "\" must not be repeated"];
                return self.fail(message);
            }
        }
        Ok(attributes)
    }

    fn attributes(&mut self, groups: &[AttributeGroup<'a>]) -> Emit<Vec<Attribute>> {
        let mut attributes = Vec::new();
        for attribute in groups.iter().flat_map(|group| group.attributes) {
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
