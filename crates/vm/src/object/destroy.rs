//! Destructors: run at the first boundary after the last owner went.

use runtime::object::{Object, next_departed, next_doomed};
use runtime::raise::Res;

use crate::frame::Context;
use crate::request::Request;
use crate::scoped;

impl Request {
    /// Runs the destructors that are due. `Err` when one throws; the others stay due.
    pub(crate) fn run_destructors(&mut self) -> Res<()> {
        loop {
            while let Some(gone) = next_departed() {
                self.forget_object(gone);
            }
            let Some(object) = next_doomed() else { return Ok(()) };
            self.destruct(object)?;
        }
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
        let class = object.class().class();
        let Some(method) = class.magic.destruct.and_then(|index| class.method(index)) else {
            return Ok(());
        };
        let result = self.call(scoped::method(method), Context::This(object.clone()), &[]);
        drop(object);
        result.map(drop)
    }
}
