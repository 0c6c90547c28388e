//! Signatures: which may override which, and how PHP prints them.

use hhbc::func::{Attrs, Func, FuncParam, ParamDefault};
use hhbc::literal::Literal;
use hhbc::unit::Unit;

use super::super::member::{Body, Method};
use super::super::types::{Fit, Judge, Scope, Type, shown};
use crate::conv::float_text;
use crate::raise::Res;

/// The attribute of a method whose result type its children need not repeat yet.
pub(super) const TENTATIVE: &[u8] = b"__TentativeReturnType";
/// The attribute that silences the deprecation about it.
pub(super) const WILL_CHANGE: &[u8] = b"ReturnTypeWillChange";

/// Whether a signature may stand for another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    Fits,
    /// But for a result type that is tentative.
    Tentative,
    Breaks,
    Unknown,
}

/// A signature and where it stands.
#[derive(Clone, Copy)]
struct Signature {
    unit: &'static Unit,
    func: &'static Func,
    scope: Scope,
}

impl Signature {
    fn of(method: &Method, scope: Scope) -> Option<Self> {
        let Body::Code(code) = method.body else { return None };
        Some(Self { unit: code.unit, func: code.func(), scope })
    }

    fn is_variadic(self) -> bool {
        self.func.params.last().is_some_and(|param| param.attrs.has(Attrs::variadic))
    }

    /// The parameter that takes an argument.
    fn param(self, index: usize) -> Option<&'static FuncParam> {
        let last = self.func.params.last().filter(|_| self.is_variadic());
        self.func.params.get(index).or(last)
    }

    /// How many arguments must be given.
    fn required(self) -> usize {
        let last = self.func.params.iter().rposition(is_required);
        last.map_or(0, |index| index + 1)
    }

    fn ret(self) -> Option<(Type, Scope)> {
        let constraint = self.func.ret.as_ref()?;
        Some((Type { unit: self.unit, constraint }, self.scope))
    }

    fn ty(self, param: &'static FuncParam) -> Option<(Type, Scope)> {
        let constraint = param.ty.as_ref()?;
        Some((Type { unit: self.unit, constraint }, self.scope))
    }

    /// Whether it is a method of the engine's own library, whose result types are tentative but
    /// for that of `__toString`.
    fn is_of_library(self) -> bool {
        let class = crate::class::published(self.scope.id.number());
        let is_library = class.is_some_and(|class| class.attrs.has(Attrs::native));
        is_library && !self.unit.str(self.func.name).eq_ignore_ascii_case(b"__toString")
    }

    fn has_attribute(self, name: &[u8]) -> bool {
        let attributes = &self.func.notes.attributes;
        attributes.iter().any(|found| self.unit.str(found.name).eq_ignore_ascii_case(name))
    }
}

fn is_required(param: &FuncParam) -> bool {
    let is_given = matches!(&param.default, None | Some(ParamDefault::Code { text: None, .. }));
    is_given && !param.attrs.has(Attrs::variadic)
}

/// Whether `own` may override `theirs`.
pub(super) fn judge(
    judge: &mut Judge<'_>,
    (own, own_scope): (&Method, Scope),
    (theirs, their_scope): (&Method, Scope),
) -> Res<Verdict> {
    let signatures = (Signature::of(own, own_scope), Signature::of(theirs, their_scope));
    let (Some(own), Some(theirs)) = signatures else { return Ok(Verdict::Fits) };
    let loses_ref = theirs.func.attrs.has(Attrs::by_ref) && !own.func.attrs.has(Attrs::by_ref);
    let loses_rest = theirs.is_variadic() && !own.is_variadic();
    if theirs.required() < own.required() || loses_ref || loses_rest {
        return Ok(Verdict::Breaks);
    }
    let mut verdict = Verdict::Fits;
    let count = own.func.params.len().max(theirs.func.params.len());
    for index in 0..count {
        let Some(their_param) = theirs.param(index) else { continue };
        let Some(own_param) = own.param(index) else { return Ok(Verdict::Breaks) };
        match judge_param(judge, (own, own_param), (theirs, their_param))? {
            Fit::Yes => {}
            Fit::No => return Ok(Verdict::Breaks),
            Fit::Unknown => verdict = Verdict::Unknown,
        }
    }
    let is_tentative = theirs.has_attribute(TENTATIVE) || theirs.is_of_library();
    let fit = judge_result(judge, own, theirs)?;
    Ok(match fit {
        Fit::Yes => verdict,
        Fit::No if is_tentative && own.has_attribute(WILL_CHANGE) => verdict,
        Fit::No if is_tentative => Verdict::Tentative,
        Fit::No => Verdict::Breaks,
        Fit::Unknown => Verdict::Unknown,
    })
}

type Param = (Signature, &'static FuncParam);

fn judge_param(judge: &mut Judge<'_>, own: Param, theirs: Param) -> Res<Fit> {
    if own.1.attrs.has(Attrs::by_ref) != theirs.1.attrs.has(Attrs::by_ref) {
        return Ok(Fit::No);
    }
    let Some(own) = own.0.ty(own.1) else { return Ok(Fit::Yes) };
    if own.0.hints() == hhbc::constraint::Hint::mixed {
        return Ok(Fit::Yes);
    }
    match theirs.0.ty(theirs.1) {
        Some(theirs) => judge.fits(theirs, own),
        None => Ok(Fit::No),
    }
}

fn judge_result(judge: &mut Judge<'_>, own: Signature, theirs: Signature) -> Res<Fit> {
    match (own.ret(), theirs.ret()) {
        (_, None) => Ok(Fit::Yes),
        (None, Some(_)) => Ok(Fit::No),
        (Some(own), Some(theirs)) => judge.fits(own, theirs),
    }
}

/// A method as messages show it.
pub(super) fn text(method: &Method, scope: Scope, class: &str) -> String {
    let name = shown(method.name.as_bytes());
    let Some(signature) = Signature::of(method, scope) else { return format!("{class}::{name}()") };
    let by_ref = if signature.func.attrs.has(Attrs::by_ref) { "& " } else { "" };
    let required = signature.required();
    let params = signature.func.params.iter().enumerate();
    let params: Vec<String> =
        params.map(|(index, param)| param_text(signature, (index, param), required)).collect();
    let is_set_hook = name.starts_with('$') && name.ends_with("::set");
    let ret = match signature.ret() {
        Some((ty, scope)) => format!(": {}", ty.text(scope)),
        None if is_set_hook => ": void".to_owned(),
        None => String::new(),
    };
    format!("{by_ref}{class}::{name}({}){ret}", params.join(", "))
}

fn param_text(
    signature: Signature,
    (index, param): (usize, &'static FuncParam),
    required: usize,
) -> String {
    let ty = signature.ty(param).map_or(String::new(), |(ty, scope)| ty.text(scope) + " ");
    let by_ref = if param.attrs.has(Attrs::by_ref) { "&" } else { "" };
    let is_variadic = param.attrs.has(Attrs::variadic);
    let rest = if is_variadic { "..." } else { "" };
    let name = signature.func.frame.local_names.get(index);
    let name = name.map_or(String::new(), |name| shown(signature.unit.str(*name)));
    let default = match &param.default {
        Some(default) if index >= required && !is_variadic => {
            format!(" = {}", default_text(signature.unit, default))
        }
        _ => String::new(),
    };
    format!("{ty}{by_ref}{rest}${name}{default}")
}

fn default_text(unit: &Unit, default: &ParamDefault) -> String {
    let literal = match default {
        ParamDefault::Literal(literal) => literal,
        ParamDefault::Code { text, .. } => {
            let text = text.map_or(String::new(), |text| shown(unit.str(text)));
            return match is_constant(&text) {
                true => text.strip_prefix('\\').map_or_else(|| text.clone(), str::to_owned),
                false => "<expression>".to_owned(),
            };
        }
    };
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Double(value) => float_text::with_precision(value.get(), 14),
        Literal::Str(text) => {
            let text = unit.str(*text);
            let dots = if text.len() > 10 { "..." } else { "" };
            format!("'{}{dots}'", String::from_utf8_lossy(&text[..text.len().min(10)]))
        }
        Literal::Array(array) if array.entries.is_empty() => "[]".to_owned(),
        Literal::Array(_) => "[...]".to_owned(),
    }
}

/// Whether an expression is the name of a constant or of one of a class.
fn is_constant(text: &str) -> bool {
    let is_name = |name: &str| {
        let mut chars = name.chars();
        let starts = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_' || c == '\\');
        starts && chars.all(|c| c.is_alphanumeric() || c == '_' || c == '\\')
    };
    match text.split_once("::") {
        Some((class, name)) => is_name(class) && is_name(name) && name != "class",
        None => is_name(text),
    }
}
