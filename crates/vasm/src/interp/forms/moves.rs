//! Moves, loads and stores.

use super::super::{Frame, Host, Step, arith};
use crate::inst::{Alu, Extend, Gpr, Mem, Ri, Sf, Width, Xmm};
use crate::unit::SymbolId;

impl<H: Host> Frame<'_, '_, H> {
    pub(super) fn copy(&mut self, s: Gpr, d: Gpr) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    pub(super) fn copyx(&mut self, s: Xmm, d: Xmm) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    pub(super) fn ldimmq(&mut self, v: i64, d: Gpr) -> Step {
        self.set(d, v as u64);
        Ok(())
    }

    pub(super) fn ldimmsd(&mut self, v: i64, d: Xmm) -> Step {
        self.set(d, v as u64);
        Ok(())
    }

    pub(super) fn movqx(&mut self, s: Gpr, d: Xmm) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    pub(super) fn movxq(&mut self, s: Xmm, d: Gpr) -> Step {
        self.set(d, self.get(s));
        Ok(())
    }

    pub(super) fn extend(&mut self, kind: Extend, s: Gpr, d: Gpr) -> Step {
        self.set(d, arith::extend(kind, self.get(s)));
        Ok(())
    }

    pub(super) fn lea(&mut self, m: Mem, d: Gpr) -> Step {
        self.set(d, self.address(m));
        Ok(())
    }

    pub(super) fn leasym(&mut self, to: SymbolId, d: Gpr) -> Step {
        self.set(d, self.unit.symbols[to].address);
        Ok(())
    }

    pub(super) fn load(&mut self, kind: Extend, m: Mem, d: Gpr) -> Step {
        let value = self.read(m, arith::loaded_width(kind))?;
        self.set(d, arith::extend(kind, value));
        Ok(())
    }

    pub(super) fn loadsd(&mut self, m: Mem, d: Xmm) -> Step {
        let value = self.read(m, Width::Q)?;
        self.set(d, value);
        Ok(())
    }

    pub(super) fn store(&mut self, w: Width, m: Mem, s: Ri) -> Step {
        self.write(m, w, self.ri(s, w))
    }

    pub(super) fn storesd(&mut self, m: Mem, s: Xmm) -> Step {
        self.write(m, Width::Q, self.get(s))
    }

    pub(super) fn rmw(&mut self, op: Alu, w: Width, m: Mem, s: Ri, sf: Sf) -> Step {
        let (result, flags) = arith::alu(op, w, self.read(m, w)?, self.ri(s, w));
        self.write(m, w, result)?;
        self.set_flags(sf, flags);
        Ok(())
    }
}
