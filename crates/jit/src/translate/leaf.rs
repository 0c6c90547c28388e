//! Calls of functions that do nothing but compute, such as those that read a property: no frame is
//! made for them.
//!
//! A leaf has no jumps, calls nothing and changes nothing. Where something is not as it was seen,
//! code is left before the call, and the interpreter does all of it.

use hhbc::constraint::{Hint, TypeConstraint};
use hhbc::func::Attrs;
use hhbc::imm::{MemberKey, QueryOp};
use hhbc::instr::Instr;
use hhir::build::Extra;
use hhir::inst::Cmp;
use hhir::{Op, Type, Val};
use vm::func::{Func, PhpFunc};
use vm::machine::known_slot;

use super::arith::{Operator, comparison};
use super::call::plain_types;
use super::state::Slot;
use super::{Then, Translator};

/// The most instructions of a leaf.
const INSTRS: usize = 64;

/// A value that a leaf computes with.
#[derive(Clone, Copy)]
enum Item {
    /// A scalar, or an object that somebody else keeps.
    Val(Val),
    /// What is at an address, of a type.
    At(Val, Type),
    /// Null.
    Null,
}

/// A leaf while it is translated.
struct Leaf {
    php: &'static PhpFunc,
    this: Option<Val>,
    locals: Vec<Option<Item>>,
    stack: Vec<Item>,
}

impl Leaf {
    /// A call of a function, if it can be a leaf.
    fn of(func: &'static Func, this: Option<Val>, args: Vec<Item>) -> Option<Self> {
        let php = func.as_php().filter(|php| php.stays())?;
        let (attrs, sites) = (php.record().attrs, php.code().sites().all());
        let odd = [Attrs::generator, Attrs::by_ref, Attrs::mayusevv, Attrs::variadic];
        let is_odd = odd.into_iter().any(|attr| attrs.has(attr)) || func.is_closure();
        let is_static = attrs.has(Attrs::r#static) || func.scope().is_none();
        let fits = func.exact_args() as usize == args.len() && func.by_ref().is_none();
        if is_odd || !fits || sites.len() > INSTRS || is_static == this.is_some() {
            return None;
        }
        if !sites.iter().all(|site| is_plain(&site.instr)) {
            return None;
        }
        let mut locals: Vec<Option<Item>> = args.into_iter().map(Some).collect();
        locals.resize(php.locals() as usize, None);
        Some(Self { php, this, locals, stack: Vec::new() })
    }

    fn pop(&mut self) -> Option<Item> {
        self.stack.pop()
    }

    fn pop_val(&mut self) -> Option<Val> {
        match self.stack.pop()? {
            Item::Val(val) => Some(val),
            Item::At(..) | Item::Null => None,
        }
    }
}

/// Whether a leaf may have an instruction.
fn is_plain(instr: &Instr) -> bool {
    use Instr as I;
    Operator::of(instr).is_some()
        || comparison(instr).is_some()
        || matches!(
            instr,
            I::Nop {}
                | I::AssertRATL { .. }
                | I::AssertRATStk { .. }
                | I::CheckThis {}
                | I::Null {}
                | I::Int { .. }
                | I::Double { .. }
                | I::True {}
                | I::False {}
                | I::CGetL { .. }
                | I::CGetL2 { .. }
                | I::SetL { .. }
                | I::PopC {}
                | I::Not {}
                | I::BaseH {}
                | I::BaseL { .. }
                | I::QueryM { op: QueryOp::CGet, key: MemberKey::PT(_), .. }
                | I::VerifyParamType { .. }
                | I::VerifyRetTypeC {}
                | I::RetC {}
        )
}

impl Translator<'_> {
    /// Does the call that the site `at` begins, when the function is a leaf and all its arguments are
    /// locals, in place of the `popped` items that it is begun with.
    pub(super) fn leaf_of_locals(
        &mut self,
        at: usize,
        func: &'static Func,
        (this, popped): (Option<Val>, usize),
    ) -> Option<Then> {
        if self.seen_at(at).failed() {
            return None;
        }
        let count = func.exact_args() as usize;
        let call = at.checked_add(count)?.checked_add(1)?;
        let Instr::FCall { args } = &self.sites.get(call)?.instr else { return None };
        let is_one = !(at + 1..=call).any(|site| self.region.is_leader(site));
        if !is_one || !args.is_positional() || args.count as usize != count {
            return None;
        }
        let mut args = Vec::new();
        for site in at + 1..call {
            let Instr::FPassL { local, .. } = self.sites[site].instr else { return None };
            args.push(self.leaf_arg(local.0)?);
        }
        let result = self.leaf(Leaf::of(func, this, args)?)?;
        for _ in 0..popped {
            self.pop();
        }
        self.push_item(result);
        Some(Then::At(call + 1))
    }

    /// The result of a call of a function with scalars for arguments, which are on the stack from the
    /// cell `first` on.
    pub(super) fn leaf_of_items(&mut self, func: &'static Func, first: u32) -> Option<()> {
        if self.seen_at(self.site).failed() {
            return None;
        }
        let mut args = Vec::new();
        for cell in first..self.state.top() {
            args.push(Item::Val(self.scalar(cell)?));
        }
        let result = self.leaf(Leaf::of(func, None, args)?)?;
        self.state.slots.truncate(first as usize - hhbc::flags::ACT_REC_CELLS as usize);
        self.push_item(result);
        Some(())
    }

    /// An argument that is a local.
    fn leaf_arg(&mut self, local: u32) -> Option<Item> {
        let ty = self.state.slots[local as usize].ty;
        match ty {
            Type::OBJ => self.object_in(local).map(Item::Val),
            _ if ty.is_scalar() => self.scalar(local).map(Item::Val),
            _ => None,
        }
    }

    fn push_item(&mut self, item: Item) {
        match item {
            Item::Val(val) => self.push_val(val),
            Item::At(slot, ty) => {
                let cell = i64::from(self.state.top());
                self.b.emit(Op::CopySlot, &[slot], Extra { imm: cell, ..Extra::default() });
                self.push_cell(ty);
            }
            Item::Null => self.push(Slot::tag(Type::NULL)),
        }
    }

    /// What a leaf returns; none, and nothing happens, where it cannot be translated.
    fn leaf(&mut self, leaf: Leaf) -> Option<Item> {
        let known = (self.state.clone(), self.before.clone());
        let block = self.b.block;
        let length = self.b.unit.blocks[block].insts.len();
        let result = self.leaf_result(leaf);
        if result.is_none() {
            self.b.unit.blocks[block].insts.truncate(length);
            (self.state, self.before) = known;
        }
        result
    }

    fn leaf_result(&mut self, mut leaf: Leaf) -> Option<Item> {
        for (at, site) in leaf.php.code().sites().all().iter().enumerate() {
            if let Instr::RetC {} = site.instr {
                return leaf.pop().filter(|item| self.is_result(*item));
            }
            self.leaf_instr(&mut leaf, at)?;
        }
        None
    }

    /// Whether a leaf may return an item: an object must be counted, which only those at an address
    /// are.
    fn is_result(&self, item: Item) -> bool {
        match item {
            Item::Val(val) => self.b.ty(val).is_scalar(),
            Item::At(..) | Item::Null => true,
        }
    }

    fn leaf_instr(&mut self, leaf: &mut Leaf, at: usize) -> Option<()> {
        let sites = leaf.php.code().sites().all();
        match &sites[at].instr {
            Instr::CheckThis {} => {
                leaf.this?;
            }
            Instr::Nop {} | Instr::AssertRATL { .. } | Instr::AssertRATStk { .. } => {}
            Instr::BaseH {} | Instr::BaseL { .. } => {}
            Instr::Null {} => leaf.stack.push(Item::Null),
            Instr::Int { value } => leaf.stack.push(Item::Val(self.b.int(*value))),
            Instr::Double { value } => {
                let bits = value.get().to_bits() as i64;
                leaf.stack.push(Item::Val(self.b.constant(Type::DBL, bits)));
            }
            Instr::True {} => leaf.stack.push(Item::Val(self.b.constant(Type::BOOL, 1))),
            Instr::False {} => leaf.stack.push(Item::Val(self.b.constant(Type::BOOL, 0))),
            Instr::CGetL { local } => leaf.stack.push(leaf.locals[local.0 as usize]?),
            Instr::CGetL2 { local } => {
                let top = leaf.pop()?;
                leaf.stack.push(leaf.locals[local.0 as usize]?);
                leaf.stack.push(top);
            }
            Instr::SetL { local } => leaf.locals[local.0 as usize] = leaf.stack.last().copied(),
            Instr::PopC {} => {
                leaf.pop()?;
            }
            Instr::Not {} => {
                let val = leaf.pop_val().filter(|val| self.b.ty(*val) == Type::BOOL)?;
                leaf.stack.push(Item::Val(self.b.pure(Op::NotBool, &[val])));
            }
            Instr::QueryM { .. } => self.leaf_property(leaf, at)?,
            Instr::VerifyParamType { local } => {
                let declared = leaf.php.record().params.get(local.0 as usize)?.ty.as_ref()?;
                let item = leaf.locals[local.0 as usize]?;
                leaf.locals[local.0 as usize] =
                    Some(self.leaf_typed(leaf, at, (item, declared))?);
            }
            Instr::VerifyRetTypeC {} => {
                let declared = leaf.php.record().ret.as_ref()?;
                let item = leaf.pop()?;
                let item = self.leaf_typed(leaf, at, (item, declared))?;
                leaf.stack.push(item);
            }
            other => {
                let (right, left) = (leaf.pop_val()?, leaf.pop_val()?);
                let val = match Operator::of(other) {
                    Some(operator) => self.leaf_number(operator, left, right)?,
                    None => self.leaf_truth(comparison(other)?, left, right)?,
                };
                leaf.stack.push(Item::Val(val));
            }
        }
        Some(())
    }

    fn leaf_number(&mut self, operator: Operator, left: Val, right: Val) -> Option<Val> {
        let types = [self.b.ty(left), self.b.ty(right)];
        let are_numbers = types.iter().all(|ty| ty.is_scalar() && ty.is(Type::NUM));
        let are_ints = types == [Type::INT; 2];
        if !are_numbers || operator == Operator::Div && are_ints {
            return None;
        }
        self.operate(operator, left, right)
    }

    fn leaf_truth(&mut self, (cmp, is_strict): (Cmp, bool), left: Val, right: Val) -> Option<Val> {
        match (self.b.ty(left), self.b.ty(right)) {
            (Type::INT, Type::INT) => Some(self.b.compare(Op::CmpInt, cmp, left, right)),
            (a, b) if a.is_scalar() && b.is_scalar() && (a | b).is(Type::NUM) => {
                if is_strict && a != b {
                    return None;
                }
                let (left, right) = (self.as_double(left), self.as_double(right));
                Some(self.b.compare(Op::CmpDbl, cmp, left, right))
            }
            _ => None,
        }
    }

    /// Reads a property of `$this` or of an argument, which is what was seen there.
    fn leaf_property(&mut self, leaf: &mut Leaf, at: usize) -> Option<()> {
        let code = leaf.php.code();
        let sites = code.sites().all();
        let object = match sites.get(at.checked_sub(1)?)?.instr {
            Instr::BaseH {} => leaf.this?,
            Instr::BaseL { local, .. } => match leaf.locals[local.0 as usize]? {
                Item::Val(val) if self.b.ty(val) == Type::OBJ => val,
                _ => return None,
            },
            _ => return None,
        };
        let (known, seen) = (known_slot(&sites[at])?, Type(code.profile().seen(at).types()));
        if !seen.is_single() || seen.meets(Type(Type::UNINIT.0 | Type::REF.0)) {
            return None;
        }
        self.check_class(object, known.class);
        let slot = self.b.given(Op::PropSlot, &[object], i64::from(known.slot), Type::PTR);
        self.check_slot(slot, seen);
        leaf.stack.push(match seen.is_scalar() {
            true => Item::Val(self.b.given(Op::LdSlot, &[slot], 0, seen)),
            false => Item::At(slot, seen),
        });
        Some(())
    }

    /// An item of the type that a declaration asks for.
    fn leaf_typed(
        &mut self,
        leaf: &Leaf,
        at: usize,
        (item, declared): (Item, &TypeConstraint),
    ) -> Option<Item> {
        let (ty, object) = match item {
            Item::Val(val) => (self.b.ty(val), Some(val)),
            Item::At(_, ty) => (ty, None),
            Item::Null => (Type::NULL, None),
        };
        let plain = plain_types(declared);
        if ty.is(plain) {
            return Some(item);
        }
        if let (Item::Val(val), Type::INT, true) = (item, ty, plain.meets(Type::DBL)) {
            return Some(Item::Val(self.as_double(val)));
        }
        let class = leaf.php.code().profile().class(at)?;
        if ty != Type::OBJ || declared.hints.has(Hint::r#static) || plain.meets(Type::STR) {
            return None;
        }
        let object = match (object, item) {
            (Some(object), _) => object,
            (None, Item::At(slot, _)) => self.b.given(Op::LdSlot, &[slot], 0, Type::OBJ),
            (None, Item::Val(_) | Item::Null) => return None,
        };
        self.check_class(object, class);
        Some(item)
    }
}
