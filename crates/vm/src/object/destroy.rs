//! Destructors: run at the first boundary after the last owner went.

use runtime::class::{Callee, Method, Visibility};
use runtime::object::{Object, next_abandoned, next_departed, next_doomed};
use runtime::raise::{Halt, Res};
use runtime::value::Value;
use smallvec::SmallVec;

use crate::class::{class_text, place_text};
use crate::frame::{Context, Walker};
use crate::request::Request;
use crate::scoped;
use crate::throwable;

/// The objects whose destructors are due: while one of these runs, the others are not.
fn due() -> SmallVec<[Object; 2]> {
    let mut due = SmallVec::new();
    while due.try_reserve(1).is_ok() {
        let Some(object) = next_doomed() else { break };
        due.push(object);
    }
    due
}

impl Request {
    /// Runs the destructors that are due, one after the other. `Err` with what they threw.
    pub(crate) fn run_destructors(&mut self) -> Res<()> {
        let mut failed: Option<Halt> = None;
        loop {
            while let Some(gone) = next_departed() {
                self.forget_object(gone);
                crate::native_method::tell_departed(self, gone);
            }
            while let Some((id, kind)) = next_abandoned() {
                self.close_resource(id, kind)?;
            }
            self.collect_if_due()?;
            let due = due();
            if due.is_empty() {
                // Closing a resource may have given up the last owner of another.
                let Some((id, kind)) = next_abandoned() else {
                    return failed.map_or(Ok(()), Err);
                };
                self.close_resource(id, kind)?;
                continue;
            }
            for object in due {
                if let Err(later) = self.destruct(object) {
                    failed = Some(match failed.take() {
                        Some(before) => throwable::after(before, later),
                        None => later,
                    });
                }
            }
        }
    }

    /// Closes what a resource without owners stood for.
    fn close_resource(&mut self, id: u32, kind: u32) -> Res<()> {
        let Some(close) = crate::native::named(b"resource_close_") else { return Ok(()) };
        let args = [Value::int(i64::from(id)), Value::int(i64::from(kind))];
        self.call(close, Context::None, &args).map(drop)
    }

    /// Whether the code that runs may call a destructor that is not public: an error when it may
    /// not, a warning when none runs any more.
    fn may_destruct(&mut self, object: &Object, method: &Method) -> Res<bool> {
        let frame = Walker::new(self).next();
        let scope = frame.as_ref().and_then(|frame| frame.func.scope());
        let class = object.class().class();
        if !matches!(class.find_method(b"__destruct", scope), Callee::Hidden(_)) {
            return Ok(true);
        }
        let (kind, name) = (method.visibility().name(), class_text(class.id));
        let text = format!("Call to {kind} {name}::__destruct() from {}", place_text(scope));
        if frame.is_some() {
            return Err(self.throw_error("error", &text));
        }
        self.warn(&format!("{text} during shutdown ignored"))?;
        Ok(false)
    }

    pub(crate) fn destruct(&mut self, object: Object) -> Res<()> {
        if self.is_over() {
            return Ok(());
        }
        if crate::fiber::is_fiber(&object) {
            return crate::fiber::destroy(self, &object);
        }
        if crate::generator::is_generator(&object) {
            return crate::generator::destroy(self, &object);
        }
        if object.is_lazy() {
            return Ok(());
        }
        let class = object.class().class();
        let Some(method) = class.magic.destruct.and_then(|index| class.method(index)) else {
            return Ok(());
        };
        if method.visibility() != Visibility::Public && !self.may_destruct(&object, method)? {
            return Ok(());
        }
        let result = self.call(scoped::method(method), Context::This(object.clone()), &[]);
        drop(object);
        result.map(drop)
    }
}
