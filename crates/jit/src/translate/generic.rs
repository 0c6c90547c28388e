//! What an op body leaves of what is known.

use hhbc::flags::Flags;
use hhbc::imm::IterId;
use hhbc::instr::Instr;
use hhir::Type;

use super::Translator;
use super::state::{Callee, Held, Slot};

/// What an op body may do to locals; the cells of iterators aside.
enum Touches {
    /// Nothing, but through references.
    Nothing,
    /// It may change these.
    Locals([Option<u32>; 2]),
    /// It may change any.
    All,
}

impl Translator<'_> {
    /// Everything is in its cell; the body of the site `at` runs. What is known afterwards.
    pub(super) fn after_body(&mut self, at: usize) {
        let instr = &self.sites[at].instr;
        match touches(instr, self.path_base(at)) {
            _ if self.is_open => self.forget_locals(),
            Touches::Nothing => {}
            Touches::Locals(locals) => {
                let taken_as_it_is = self.element_as_it_is(instr);
                for local in locals.into_iter().flatten() {
                    let slot = &mut self.state.slots[local as usize];
                    let is_any = taken_as_it_is == Some(local);
                    *slot = Slot::cell(if is_any { Type::ANY } else { changed(instr, slot.ty) });
                }
            }
            Touches::All => self.forget_locals(),
        }
        if let Some(iter) = iterator(instr) {
            let cell = self.php.iter_cell(iter);
            self.state.slots[cell..cell + 2].fill(Slot::cell(Type::ANY));
        }
        let (taken, _) = instr.stack_cells();
        let depth = self.state.slots.len() - taken as usize;
        self.state.slots.truncate(depth);
        let mut outputs = Vec::new();
        instr.outputs(&mut |flavour, count| outputs.extend((0..count).map(|_| flavour)));
        for flavour in outputs {
            if flavour.cells() > 1 {
                self.push_record(Callee::Any);
            } else {
                self.push_cell(self.result_type(at));
            }
        }
    }

    /// The local that a step of a loop gives an element to as it is, be it a reference: one that has no
    /// name.
    fn element_as_it_is(&self, instr: &Instr) -> Option<u32> {
        let (Instr::IterInit { value, .. }
        | Instr::IterInitK { value, .. }
        | Instr::IterNext { value, .. }
        | Instr::IterNextK { value, .. }) = instr
        else {
            return None;
        };
        self.php.local_name(value.0).is_none().then_some(value.0)
    }

    /// The type of the cell that the body of a site leaves. A local without a value that a path
    /// assigns is complained about at the end of the path.
    fn result_type(&self, at: usize) -> Type {
        let is_path = self.sites.get(at + 1).is_some_and(|next| next.instr.op().has(Flags::Base));
        match &self.sites[at].instr {
            Instr::CGetL { .. } if is_path => Type(Type::CELL.0 | Type::UNINIT.0),
            instr => result_type(instr),
        }
    }

    pub(super) fn forget_locals(&mut self) {
        for slot in &mut self.state.slots[..self.hot.func.slots()] {
            *slot = Slot::cell(Type::ANY);
        }
    }

    /// Pushes a record.
    pub(super) fn push_record(&mut self, callee: Callee) {
        let dirty = matches!(callee, Callee::Known(_));
        self.push(Slot { ty: Type::NONE, held: Held::Record(callee), dirty });
        for _ in 1..hhbc::flags::ACT_REC_CELLS {
            self.push(Slot { ty: Type::NONE, held: Held::Pad, dirty: false });
        }
    }

    /// The local at which the member path begins that ends at a site.
    fn path_base(&self, at: usize) -> Option<u32> {
        let path = self.sites[at].path as usize;
        match &self.sites[at - path].instr {
            Instr::BaseL { local, .. } if path > 0 => Some(local.0),
            _ => None,
        }
    }
}

fn touches(instr: &Instr, base: Option<u32>) -> Touches {
    use Instr as I;
    let one = |local: u32| Touches::Locals([Some(local), None]);
    match instr {
        I::SetL { local }
        | I::SetOpL { local, .. }
        | I::IncDecL { local, .. }
        | I::PopL { local }
        | I::BindL { local }
        | I::VGetL { local }
        | I::UnsetL { local }
        | I::PushL { local }
        | I::FPassL { local, .. }
        | I::VerifyParamType { local } => one(local.0),
        I::IterInit { value, .. }
        | I::IterNext { value, .. }
        | I::MIterInit { value, .. }
        | I::MIterNext { value, .. } => one(value.0),
        I::IterInitK { value, key, .. }
        | I::IterNextK { value, key, .. }
        | I::MIterInitK { value, key, .. }
        | I::MIterNextK { value, key, .. } => Touches::Locals([Some(value.0), Some(key.0)]),
        I::SetM { .. }
        | I::SetOpM { .. }
        | I::IncDecM { .. }
        | I::VGetM { .. }
        | I::FPassM { .. }
        | I::UnsetM { .. } => base.map_or(Touches::Nothing, one),
        I::CGetL { .. }
        | I::CGetL2 { .. }
        | I::CGetQuietL { .. }
        | I::IssetL { .. }
        | I::EmptyL { .. }
        | I::IsTypeL { .. }
        | I::IsTypeC { .. }
        | I::PopC {}
        | I::PopR {}
        | I::PopV {}
        | I::Dup {}
        | I::Roll { .. }
        | I::UnboxR {}
        | I::BoxR { .. }
        | I::BaseL { .. }
        | I::BaseC { .. }
        | I::BaseH { .. }
        | I::Dim { .. }
        | I::Concat {}
        | I::ConcatN { .. }
        | I::Print {}
        | I::CastBool {}
        | I::CastInt {}
        | I::CastDouble {}
        | I::CastString {}
        | I::CastArray {}
        | I::NewArray { .. }
        | I::NewMixedArray { .. }
        | I::NewPackedArray { .. }
        | I::NewStructArray { .. }
        | I::AddElemC {}
        | I::AddNewElemC {}
        | I::FPushFunc { .. }
        | I::FPushFuncD { .. }
        | I::FPushFuncU { .. }
        | I::FPushObjMethodD { .. }
        | I::FPushClsMethodD { .. }
        | I::FPushCtorD { .. }
        | I::FPushCtor { .. }
        | I::FPassC { .. }
        | I::FPassCE { .. }
        | I::FPassCW { .. }
        | I::FPassR { .. }
        | I::FPassV { .. }
        | I::FCallBuiltin { .. }
        | I::VerifyRetTypeC {}
        | I::Not {}
        | I::This {}
        | I::BareThis { .. }
        | I::CheckThis {}
        | I::InstanceOfD { .. }
        | I::ClsCnsD { .. }
        | I::CGetSD { .. }
        | I::SetSD { .. }
        | I::SetOpSD { .. }
        | I::IncDecSD { .. }
        | I::IterFree { .. }
        | I::JmpZ { .. }
        | I::JmpNZ { .. }
        | I::JmpNull { .. }
        | I::JmpNotNull { .. }
        | I::String { .. }
        | I::Array { .. }
        | I::CreateCl { .. }
        | I::Yield {}
        | I::YieldK {}
        | I::YieldFrom {}
        | I::QueryM { .. }
        | I::Throw {} => Touches::Nothing,
        other if other.op().info().topic == "arith" => Touches::Nothing,
        _ => Touches::All,
    }
}

/// The iterator whose cells an instruction changes.
fn iterator(instr: &Instr) -> Option<IterId> {
    use Instr as I;
    match instr {
        I::IterInit { iter, .. }
        | I::IterInitK { iter, .. }
        | I::IterNext { iter, .. }
        | I::IterNextK { iter, .. }
        | I::MIterInit { iter, .. }
        | I::MIterInitK { iter, .. }
        | I::MIterNext { iter, .. }
        | I::MIterNextK { iter, .. }
        | I::IterFree { iter } => Some(*iter),
        _ => None,
    }
}

/// What a local of a type may be after an instruction that changes it.
fn changed(instr: &Instr, before: Type) -> Type {
    let is_element =
        matches!(instr, Instr::SetM { .. } | Instr::SetOpM { .. } | Instr::IncDecM { .. });
    let assigns = matches!(
        instr,
        Instr::SetL { .. }
            | Instr::SetOpL { .. }
            | Instr::IncDecL { .. }
            | Instr::PopL { .. }
            | Instr::IterInit { .. }
            | Instr::IterInitK { .. }
            | Instr::IterNext { .. }
            | Instr::IterNextK { .. }
            | Instr::VerifyParamType { .. }
    );
    match before {
        Type::ARR | Type::OBJ if is_element => before,
        _ if assigns && !before.meets(Type::REF) => Type::CELL,
        _ => Type::ANY,
    }
}

/// The type of the cell that an op body leaves.
fn result_type(instr: &Instr) -> Type {
    use Instr as I;
    match instr {
        I::Same {}
        | I::NSame {}
        | I::Eq {}
        | I::Neq {}
        | I::Lt {}
        | I::Lte {}
        | I::Gt {}
        | I::Gte {}
        | I::Not {}
        | I::Xor {}
        | I::IssetL { .. }
        | I::EmptyL { .. }
        | I::IsTypeL { .. }
        | I::IsTypeC { .. }
        | I::InstanceOfD { .. }
        | I::CastBool {}
        | I::AKExists {} => Type::BOOL,
        I::Concat {} | I::ConcatN { .. } | I::CastString {} => Type::STR,
        I::Sub {} | I::Mul {} | I::Div {} | I::Pow {} => Type::NUM,
        I::Mod {} | I::Shl {} | I::Shr {} | I::Cmp {} | I::CastInt {} | I::Print {} => Type::INT,
        I::CastDouble {} => Type::DBL,
        I::NewArray { .. }
        | I::NewMixedArray { .. }
        | I::NewPackedArray { .. }
        | I::NewStructArray { .. }
        | I::AddElemC {}
        | I::AddNewElemC {}
        | I::CastArray {} => Type::ARR,
        I::Add {}
        | I::BitAnd {}
        | I::BitOr {}
        | I::BitXor {}
        | I::BitNot {}
        | I::CGetL { .. }
        | I::CGetL2 { .. }
        | I::CGetQuietL { .. }
        | I::UnboxR {}
        | I::QueryM { .. }
        | I::SetM { .. }
        | I::SetOpM { .. }
        | I::IncDecM { .. }
        | I::SetL { .. }
        | I::SetOpL { .. }
        | I::IncDecL { .. }
        | I::CGetSD { .. }
        | I::SetSD { .. }
        | I::This {}
        | I::BareThis { .. }
        | I::ClsCnsD { .. }
        | I::Yield {}
        | I::YieldK {}
        | I::YieldFrom {}
        | I::Dup {} => Type::CELL,
        _ => Type::ANY,
    }
}
