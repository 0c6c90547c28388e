//! Destructors: run at the first boundary after the last owner went.

use runtime::object::{Object, next_doomed};
use runtime::raise::Res;

use crate::frame::Context;
use crate::request::Request;
use crate::scoped;

impl Request {
    /// Runs the destructors that are due. `Err` when one throws; the others stay due.
    pub(crate) fn run_destructors(&mut self) -> Res<()> {
        while let Some(object) = next_doomed() {
            self.destruct(object)?;
        }
        Ok(())
    }

    pub(crate) fn destruct(&mut self, object: Object) -> Res<()> {
        if self.is_over() {
            return Ok(());
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
