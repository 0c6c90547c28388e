//! Rules about types: decided at once, or when the classes they need are loaded.

use super::super::member::{Const, Method, Prop};
use super::super::types::{Fit, Judge, Scope, Type, shown};
use super::signature::{self, Verdict, WILL_CHANGE};
use super::{Class, LinkError, Linked, Linker, Loader, Remark};
use crate::object::ClassId;

/// How the type of a property may change in a child.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Variance {
    /// Not at all.
    Fixed,
    /// To a subtype: it is only read.
    Subtype,
    /// To a supertype: it is only written.
    Supertype,
}

/// A rule about types.
pub(super) enum Obligation {
    /// A method may stand for another. `self` in each means the class beside it.
    Method { own: (Method, ClassId), theirs: (Method, ClassId) },
    /// A property has the type that an ancestor's has.
    Prop { own: Prop, theirs: Prop, variance: Variance },
    /// A property can be written as an abstract hook of an ancestor asks.
    SetType { own: Prop, theirs: Prop, ty: Type },
    /// A set hook takes all that the property may hold.
    SetHook { prop: Prop, ty: Option<Type> },
    /// A constant has a type that fits an ancestor's.
    Const { own: Const, theirs: Const },
}

/// What is known of classes by number while rules are decided.
pub(super) trait Scopes {
    /// What `self` and `parent` mean in a class.
    fn scope_of(&self, id: ClassId) -> Scope;
}

/// All classes are published.
struct Published;

impl Scopes for Published {
    fn scope_of(&self, id: ClassId) -> Scope {
        Scope::of(id)
    }
}

/// The scope of the class that is linked; others are published.
struct Linking(Scope);

impl Scopes for Linking {
    fn scope_of(&self, id: ClassId) -> Scope {
        if id == self.0.id { self.0 } else { Scope::of(id) }
    }
}

/// What became of a rule.
enum Decision {
    Met,
    Broken(LinkError),
    Remarked(Remark),
    /// With the text for when it stays open.
    Open(String),
}

impl Linker<'_> {
    /// Decides a rule, or lays it aside until the class is published.
    pub(super) fn oblige(&mut self, obligation: Obligation) -> Linked {
        let line = self.line();
        let scopes = Linking(self.scope(self.id));
        match decide(&obligation, &mut self.judge, (&scopes, line))? {
            Decision::Met => {}
            Decision::Broken(error) => return Err(error),
            Decision::Remarked(remark) => self.remark(remark)?,
            Decision::Open(_) => self.obligations.push(obligation),
        }
        Ok(())
    }
}

/// Loads what rules of a published class need and decides them.
pub(super) fn meet(
    loader: &mut dyn Loader,
    (obligations, class): (&[Obligation], &'static Class),
) -> Linked {
    let line = class.declared.map_or(0, |declared| declared.class.lines.0);
    let mut judge = Judge {
        loader,
        linking: None,
        autoload: true,
        settled: Some(class.name),
        missing: Vec::new(),
        found: Vec::new(),
    };
    for obligation in obligations {
        judge.missing.clear();
        match decide(obligation, &mut judge, (&Published, line))? {
            Decision::Met => {}
            Decision::Broken(error) => return Err(error),
            Decision::Remarked(remark) => judge.loader.remark(remark)?,
            Decision::Open(text) => return Err(unavailable(obligation, &judge, (text, line))),
        }
    }
    Ok(())
}

type Place<'a> = (&'a dyn Scopes, u32);

fn decide(obligation: &Obligation, judge: &mut Judge<'_>, place: Place) -> Linked<Decision> {
    let (scopes, line) = place;
    let (fit, text) = match obligation {
        Obligation::Method { .. } => return decide_method(obligation, judge, scopes),
        Obligation::Prop { own, theirs, variance } => {
            let fit = prop_fit(judge, (own, theirs, *variance), scopes)?;
            (fit, prop_text((own, theirs, *variance), scopes))
        }
        Obligation::SetType { own, theirs, ty } => {
            let (own_scope, scope) = (scopes.scope_of(own.class), scopes.scope_of(theirs.class));
            let fit = match own.ty {
                Some(own) => judge.fits((*ty, scope), (own, own_scope))?,
                None => Fit::Yes,
            };
            let kind = theirs.class.class().kind_name();
            let text = format!(
                "Set type of {}::${} must be supertype of {} (as in {kind} {})",
                shown(own_scope.name.as_bytes()),
                shown(own.name.as_bytes()),
                ty.text(scope),
                shown(scope.name.as_bytes())
            );
            (fit, text)
        }
        Obligation::SetHook { prop, ty } => decide_set_hook(judge, (prop, *ty), scopes)?,
        Obligation::Const { own, theirs } => {
            let (own_scope, scope) = (scopes.scope_of(own.class), scopes.scope_of(theirs.class));
            let Some(ty) = theirs.ty else { return Ok(Decision::Met) };
            let fit = match own.ty {
                Some(own) => judge.fits((own, own_scope), (ty, scope))?,
                None => Fit::No,
            };
            let name = shown(own.name.as_bytes());
            let (class, other) = (shown(own_scope.name.as_bytes()), shown(scope.name.as_bytes()));
            let ty = ty.text(scope);
            let text = format!(
                "Type of {class}::{name} must be compatible with {other}::{name} of type {ty}"
            );
            (fit, text)
        }
    };
    Ok(match fit {
        Fit::Yes => Decision::Met,
        Fit::No => Decision::Broken(LinkError::Fatal { text, line }),
        Fit::Unknown => Decision::Open(text),
    })
}

fn decide_method(
    obligation: &Obligation,
    judge: &mut Judge<'_>,
    scopes: &dyn Scopes,
) -> Linked<Decision> {
    let Obligation::Method { own, theirs } = obligation else { return Ok(Decision::Met) };
    let (own_scope, their_scope) = (scopes.scope_of(own.1), scopes.scope_of(theirs.1));
    let verdict = signature::judge(judge, (&own.0, own_scope), (&theirs.0, their_scope))?;
    let line = own.0.func().map_or(0, |func| func.notes.lines.0);
    Ok(match verdict {
        Verdict::Fits => Decision::Met,
        Verdict::Unknown => Decision::Open(String::new()),
        Verdict::Breaks => {
            let (own, theirs) = method_texts(obligation, scopes);
            let text = format!("Declaration of {own} must be compatible with {theirs}");
            Decision::Broken(LinkError::Fatal { text, line })
        }
        Verdict::Tentative => {
            let (own, theirs) = method_texts(obligation, scopes);
            let silencer = String::from_utf8_lossy(WILL_CHANGE);
            let text = format!(
                "Return type of {own} should either be compatible with {theirs}, or the \
                 #[\\{silencer}] attribute should be used to temporarily suppress the notice"
            );
            let parent = shown(their_scope.name.as_bytes());
            let during = Some(format!("During inheritance of {parent}"));
            Decision::Remarked(Remark { is_deprecation: true, text, line, during })
        }
    })
}

fn method_texts(obligation: &Obligation, scopes: &dyn Scopes) -> (String, String) {
    let Obligation::Method { own, theirs } = obligation else { return Default::default() };
    let text = |(method, scope): &(Method, ClassId)| {
        let class = shown(scopes.scope_of(method.scope).name.as_bytes());
        signature::text(method, scopes.scope_of(*scope), &class)
    };
    (text(own), text(theirs))
}

fn unavailable(obligation: &Obligation, judge: &Judge<'_>, broken: (String, u32)) -> LinkError {
    let missing = judge.missing.first().map_or(String::new(), |name| shown(name.as_bytes()));
    let (own, theirs) = method_texts(obligation, &Published);
    let (text, line) = match obligation {
        Obligation::Method { own: (method, _), .. } => {
            let line = method.func().map_or(0, |func| func.notes.lines.0);
            let text = format!(
                "Could not check compatibility between {own} and {theirs}, because class \
                 {missing} is not available"
            );
            (text, line)
        }
        _ => broken,
    };
    LinkError::Fatal { text, line }
}

fn prop_fit(
    judge: &mut Judge<'_>,
    (own, theirs, variance): (&Prop, &Prop, Variance),
    scopes: &dyn Scopes,
) -> Linked<Fit> {
    let (own_ty, their_ty) = match (own.ty, theirs.ty) {
        (Some(own), Some(theirs)) => (own, theirs),
        (None, None) => return Ok(Fit::Yes),
        _ => return Ok(Fit::No),
    };
    if own_ty.is_written_as(their_ty) {
        return Ok(Fit::Yes);
    }
    let own = (own_ty, scopes.scope_of(own.class));
    let theirs = (their_ty, scopes.scope_of(theirs.class));
    let narrows =
        if variance == Variance::Supertype { Fit::Yes } else { judge.fits(own, theirs)? };
    let widens = if variance == Variance::Subtype { Fit::Yes } else { judge.fits(theirs, own)? };
    Ok(match (narrows, widens) {
        (Fit::Yes, Fit::Yes) => Fit::Yes,
        (Fit::No, _) | (_, Fit::No) => Fit::No,
        _ => Fit::Unknown,
    })
}

fn prop_text((own, theirs, variance): (&Prop, &Prop, Variance), scopes: &dyn Scopes) -> String {
    let scope = scopes.scope_of(theirs.class);
    let kind = match variance {
        Variance::Fixed => "",
        Variance::Subtype => "subtype of ",
        Variance::Supertype => "supertype of ",
    };
    format!(
        "Type of {}::${} must be {kind}{} (as in class {})",
        shown(scopes.scope_of(own.class).name.as_bytes()),
        shown(own.name.as_bytes()),
        theirs.ty.map_or(String::new(), |ty| ty.text(scope)),
        shown(scope.name.as_bytes())
    )
}

fn decide_set_hook(
    judge: &mut Judge<'_>,
    (prop, ty): (&Prop, Option<Type>),
    scopes: &dyn Scopes,
) -> Linked<(Fit, String)> {
    let scope = scopes.scope_of(prop.class);
    let fit = match (prop.ty, ty) {
        (Some(prop), Some(ty)) => judge.fits((prop, scope), (ty, scope))?,
        (_, None) => Fit::Yes,
        (None, Some(_)) => Fit::No,
    };
    let param = prop.hooks.as_ref().and_then(|hooks| hooks.set);
    let param = param.and_then(|set| Some((set.body, set.func()?.frame.local_names.first()?)));
    let param = match param {
        Some((super::super::member::Body::Code(code), name)) => shown(code.unit.str(*name)),
        _ => "value".to_owned(),
    };
    let text = format!(
        "Type of parameter ${param} of hook {}::${}::set must be compatible with property type",
        shown(scope.name.as_bytes()),
        shown(prop.name.as_bytes())
    );
    Ok((fit, text))
}
