//! Calls and control.

use super::super::{Callee, Fault, Frame, Host, Outcome, Step, fault, run};
use crate::inst::{Cc, Gpr, Mem, Ri, Sf, Width};
use crate::unit::{CallId, Edge, List, SymbolId};

impl<H: Host> Frame<'_, '_, H> {
    pub(super) fn call_callee(&mut self, callee: &Callee, call: CallId) -> Step {
        let call = &self.unit.calls[call];
        let args = self.values(&call.args);
        let Some(results) = self.world.host.call(callee, &args, &mut self.world.memory) else {
            return fault(Fault::Callee);
        };
        for (r, value) in call.rets.iter().zip(results) {
            self.set(*r, value);
        }
        Ok(())
    }

    pub(super) fn call(&mut self, to: SymbolId, call: CallId) -> Step {
        if to != SymbolId::SELF {
            let name = self.unit.symbols[to].name.clone();
            return self.call_callee(&Callee::Symbol(name), call);
        }
        let call = &self.unit.calls[call];
        let args = self.values(&call.args);
        let depth = self.world.depth;
        self.world.depth = depth.checked_sub(1).ok_or(Outcome::Faulted(Fault::Fuel))?;
        let outcome = run(self.unit, &args, self.world);
        self.world.depth = depth;
        match outcome {
            Outcome::Returned(results) => {
                for (r, value) in call.rets.iter().zip(results) {
                    self.set(*r, value);
                }
                Ok(())
            }
            other => Err(other),
        }
    }

    pub(super) fn smashcall(&mut self, to: SymbolId, call: CallId) -> Step {
        self.call(to, call)
    }

    pub(super) fn callr(&mut self, to: Gpr, call: CallId) -> Step {
        self.call_callee(&Callee::Address(self.get(to)), call)
    }

    pub(super) fn callm(&mut self, to: Mem, call: CallId) -> Step {
        let to = self.read(to, Width::Q)?;
        self.call_callee(&Callee::Address(to), call)
    }

    pub(super) fn push(&mut self, s: Ri) -> Step {
        self.pushed.push(self.ri(s, Width::Q));
        Ok(())
    }

    pub(super) fn pop(&mut self, d: Gpr) -> Step {
        let value = self.pushed.pop().unwrap_or(0);
        self.set(d, value);
        Ok(())
    }

    pub(super) fn set_reserved(&mut self, reg: Gpr, s: Gpr) -> Step {
        let value = self.get(s);
        if reg == Gpr::VM {
            self.world.vm = value;
        } else {
            self.world.fp = value;
        }
        Ok(())
    }

    pub(super) fn leafp(&mut self, m: Mem) -> Step {
        self.world.fp = self.address(m);
        Ok(())
    }

    pub(super) fn jmp(&mut self, to: Edge) -> Step {
        self.go(to)
    }

    pub(super) fn jcc(&mut self, cc: Cc, s: Sf, taken: Edge, next: Edge) -> Step {
        let holds = self.flags(s).holds(cc);
        self.go(if holds { taken } else { next })
    }

    pub(super) fn ret(&mut self, vals: List) -> Step {
        Err(Outcome::Returned(self.values(self.unit.regs(vals))))
    }

    pub(super) fn jmpsym(&mut self, to: SymbolId, args: List) -> Step {
        let name = self.unit.symbols[to].name.clone();
        Err(Outcome::Jumped(Callee::Symbol(name), self.values(self.unit.regs(args))))
    }

    pub(super) fn smashjmp(&mut self, to: SymbolId, args: List) -> Step {
        self.jmpsym(to, args)
    }

    pub(super) fn jmpr(&mut self, to: Gpr, args: List) -> Step {
        let (to, args) = (self.get(to), self.values(self.unit.regs(args)));
        Err(Outcome::Jumped(Callee::Address(to), args))
    }

    pub(super) fn trap(&mut self) -> Step {
        fault(Fault::Trap)
    }
}
