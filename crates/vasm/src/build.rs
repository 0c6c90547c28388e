//! Building a unit: one method an instruction, made from the table.

use crate::inst::{Cc, DefField, Gpr, Inst, Mem, Ri, Rm, Rmi, Sf, Vreg, Xm, Xmm, for_each_vinst};
use crate::unit::{
    Area, BlockId, Call, CallId, Conv, Edge, Exit, ExitId, List, LiveValue, SymbolId, Unit,
};

type Imm8 = u8;
type Imm64 = i64;

/// Appends instructions to one block of a unit at a time.
///
/// Every instruction of the table is a method of its name that takes its sources and returns its
/// results.
#[derive(Debug)]
pub struct Builder<'u> {
    /// The unit under construction.
    pub unit: &'u mut Unit,
    /// The block that instructions are appended to.
    pub block: BlockId,
}

impl<'u> Builder<'u> {
    /// Starts at the entry block.
    pub fn new(unit: &'u mut Unit) -> Self {
        let block = unit.entry();
        Self { unit, block }
    }

    /// A new block, not yet gone to.
    pub fn new_block(&mut self, area: Area) -> BlockId {
        self.unit.add_block(area)
    }

    /// Goes on at the end of `block`.
    pub fn switch_to(&mut self, block: BlockId) {
        self.block = block;
    }

    /// A new general-purpose parameter of `block`.
    pub fn gpr_param(&mut self, block: BlockId) -> Gpr {
        let r = self.unit.fresh_gpr();
        self.unit.blocks[block].params.push(r.into());
        r
    }

    /// A new floating-point parameter of `block`.
    pub fn xmm_param(&mut self, block: BlockId) -> Xmm {
        let r = self.unit.fresh_xmm();
        self.unit.blocks[block].params.push(r.into());
        r
    }

    /// A way to `block` that passes `args`.
    pub fn edge(&mut self, block: BlockId, args: &[Vreg]) -> Edge {
        Edge { block, args: self.unit.list(args) }
    }

    /// An exit with the values that must be found afterwards.
    pub fn exit(&mut self, tag: u32, live: &[Vreg]) -> ExitId {
        let live = live.iter().copied().map(LiveValue::Reg).collect();
        self.unit.exits.push(Exit { tag, live })
    }

    /// A call's record without a walker's values; see [`Call::record`].
    pub fn call_record(&mut self, conv: Conv, args: &[Vreg], rets: &[Vreg]) -> CallId {
        let (args, rets) = (args.to_vec(), rets.to_vec());
        self.unit.calls.push(Call { conv, args, rets, record: None })
    }

    /// Appends an instruction.
    #[inline]
    pub fn push_inst(&mut self, inst: Inst) {
        self.unit.blocks[self.block].insts.push(inst);
    }
}

macro_rules! define_builder {
    ($(#[doc = $doc:literal] $name:ident = $variant:ident
        { $($u:ident: $uk:ident $(@ $ua:ident)?),* } -> { $($d:ident: $dk:ident $(@ $da:ident)?),* }
        $form:ident($($p:expr),*) [$($fx:ident),*];)*) => {
        #[expect(unused_parens, reason = "one result is itself, not a tuple")]
        #[expect(clippy::unused_unit, reason = "no result is the empty tuple")]
        impl Builder<'_> {
            $(#[doc = $doc]
            pub fn $name(&mut self, $($u: impl Into<$uk>),*) -> ($($dk),*) {
                $(let $d = <$dk as DefField>::fresh(self.unit);)*
                self.push_inst(Inst::$variant { $($u: $u.into(),)* $($d,)* });
                ($($d),*)
            })*
        }
    };
}
for_each_vinst!(define_builder);
