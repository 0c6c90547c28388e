//! The instructions: one row each. tidy: table
//!
//! A row says what sources an instruction takes, what it gives, and what it does besides. `Given`
//! is a type that the instruction itself names. The text of a row is its documentation.

use crate::ty::Type;
use crate::unit::{Edge, ExitId, Val};

/// Calls `$m!` with the table.
#[macro_export]
macro_rules! for_each_ir {
    ($m:ident) => {
        $m! {
            /// A constant with the bits `imm`.
            Const() -> Given [];

            /// `a + b`; leaves on overflow.
            AddInt(INT, INT) -> INT [exits commutes];
            /// `a - b`; leaves on overflow.
            SubInt(INT, INT) -> INT [exits];
            /// `a * b`; leaves on overflow.
            MulInt(INT, INT) -> INT [exits commutes];
            /// `a + b` where that is known to fit.
            AddFit(INT, INT) -> INT [commutes];
            /// `a - b` where that is known to fit.
            SubFit(INT, INT) -> INT [];
            /// The rest of `a / b` with the sign of `a`; `b` is not 0.
            ModInt(INT, INT) -> INT [];
            /// `a / b`; leaves when there is a rest. `b` is not 0.
            DivInt(INT, INT) -> INT [exits];
            /// `-a`; leaves on overflow.
            NegInt(INT) -> INT [exits];
            /// Bits of both.
            AndInt(INT, INT) -> INT [commutes];
            /// Bits of either.
            OrInt(INT, INT) -> INT [commutes];
            /// Bits of one.
            XorInt(INT, INT) -> INT [commutes];
            /// The bits of `a` inverted.
            NotInt(INT) -> INT [];
            /// `a << b`; `b` is in 0..64.
            ShlInt(INT, INT) -> INT [];
            /// `a >> b`, keeping the sign; `b` is in 0..64.
            ShrInt(INT, INT) -> INT [];
            /// The absolute value; leaves on overflow.
            AbsInt(INT) -> INT [exits];

            /// `a + b`.
            AddDbl(DBL, DBL) -> DBL [commutes];
            /// `a - b`.
            SubDbl(DBL, DBL) -> DBL [];
            /// `a * b`.
            MulDbl(DBL, DBL) -> DBL [commutes];
            /// `a / b`; `b` is not 0.
            DivDbl(DBL, DBL) -> DBL [];
            /// `-a`.
            NegDbl(DBL) -> DBL [];
            /// The square root.
            SqrtDbl(DBL) -> DBL [];
            /// The absolute value.
            AbsDbl(DBL) -> DBL [];
            /// Rounds down (`imm` 1) or up (2).
            RoundDbl(DBL) -> DBL [];
            /// Writes the quotient of two ints, an int or a float, to the cell `imm`; leaves when `b` is -1.
            DivCell(INT, INT) -> NONE [writes_frame exits];
            /// The nearest float.
            IntToDbl(INT) -> DBL [];
            /// `a` truncated; leaves when it is no int by far.
            DblToInt(DBL) -> INT [exits];
            /// 0 or 1.
            BoolToInt(BOOL) -> INT [];

            /// Whether `a` compares with `b` as `imm` says.
            CmpInt(INT, INT) -> BOOL [];
            /// Whether `a` compares with `b` as `imm` says; false when unordered, but for "not equal".
            CmpDbl(DBL, DBL) -> BOOL [];
            /// Whether both are the same truth value.
            EqBool(BOOL, BOOL) -> BOOL [commutes];
            /// Whether it is false.
            NotBool(BOOL) -> BOOL [];
            /// Whether the word is a tag of the type that `imm` has as bits.
            IsTag(WORD) -> BOOL [];

            /// Whether the cell `imm`, which has a value, is null.
            IsNullCell() -> BOOL [reads_frame];
            /// Whether what is at an address, a value, is null.
            IsNullSlot(PTR) -> BOOL [reads_heap];
            /// Whether the cell `imm`, which has a value, is true.
            TruthCell() -> BOOL [reads_frame];
            /// Whether what is at an address, a value or a reference, is true.
            TruthSlot(PTR) -> BOOL [reads_heap];

            /// Leaves when `a` is 0.
            CheckNonZero(INT) -> NONE [exits];
            /// Leaves when `a` is 0.
            CheckNonZeroDbl(DBL) -> NONE [exits];
            /// Leaves unless `a` is in 0..64.
            CheckShift(INT) -> NONE [exits];
            /// Leaves unless `a` is `imm`.
            CheckInt(INT) -> NONE [exits];
            /// Leaves unless `a` is true.
            CheckTrue(BOOL) -> NONE [exits];

            /// The payload in the cell `imm`, which has the type.
            LdCell() -> Given [reads_frame];
            /// The tag in the cell `imm`.
            LdCellTag() -> WORD [reads_frame];
            /// Leaves unless the cell `imm` has the type that `aux` has as bits; the exit hears its tag.
            CheckCell() -> NONE [reads_frame exits];
            /// The number in the cell `imm`, which holds an int or a float, as a float.
            CellToDbl() -> DBL [reads_frame];
            /// Leaves unless the cell `imm` or the cell `aux` has a float.
            CheckAnyDbl() -> NONE [reads_frame exits];
            /// Writes the sum of the numbers in two cells to the cell `imm`; the cells are the lower and the upper
            /// half of `aux`.
            AddCell() -> NONE [reads_frame writes_frame];
            /// Writes their difference.
            SubCell() -> NONE [reads_frame writes_frame];
            /// Writes their product.
            MulCell() -> NONE [reads_frame writes_frame];
            /// Writes a value and its tag to the cell `imm`.
            StCell(ANY) -> NONE [writes_frame];
            /// Writes the tag of the type that `aux` has as bits to the cell `imm`.
            StCellTag() -> NONE [writes_frame];
            /// Copies the cell `aux` to the cell `imm`, over what is dead, and counts one more.
            CopyCell() -> NONE [reads_frame writes_frame];
            /// Moves what the cell `aux` holds to the cell `imm`, over what is dead.
            MoveCell() -> NONE [reads_frame writes_frame];
            /// Whether the loop by reference whose iterator is at the cell `aux` has another element, the
            /// reference to which is then put to the cell `imm`, over what is dead.
            NextRef() -> BOOL [reads_frame writes_frame reads_heap writes_heap];
            /// The address of the cell `imm`.
            LeaCell() -> PTR [];
            /// The address of the value in a reference.
            LeaRef(REF) -> PTR [];

            /// The payload at an address.
            LdSlot(PTR) -> Given [reads_heap];
            /// Leaves unless the value at an address has the type that `aux` has as bits; the exit hears its
            /// tag.
            CheckSlot(PTR) -> NONE [reads_heap exits];
            /// Writes a scalar and its tag at an address, over what has no count; when `imm` is 1, over a
            /// property that may have been without a value.
            StSlot(PTR, ANY) -> NONE [writes_heap];
            /// Writes a scalar at an address, over one of its own type.
            StPayload(PTR, ANY) -> NONE [writes_heap];
            /// Copies what is at an address to the cell `imm`, over what is dead, and counts one more.
            CopySlot(PTR) -> NONE [reads_heap writes_frame];
            /// The 32-bit number `imm` bytes on.
            LdWord(PTR) -> INT [reads_heap];
            /// The length of a string.
            LdStrLen(STR) -> INT [reads_heap];

            /// The byte of a string at an index; leaves when there is none.
            LdStrByte(STR, INT) -> INT [reads_heap exits];
            /// The string of one byte, which is never counted.
            ByteStr(INT) -> STR [];
            /// Whether two strings have the same bytes.
            SameStr(STR, STR) -> BOOL [reads_heap commutes];
            /// The number of a string among the cases of the site `imm`, or how many these are.
            CaseOf(STR) -> INT [reads_heap];
            /// Appends the text in the cell in the high half of `imm` to the string in the cell in its low half;
            /// gives up what was appended when `aux` is 2. Leaves when that cannot be done here.
            AppendText() -> NONE [reads_frame writes_frame reads_heap writes_heap exits];
            /// Puts the text of the cells in both halves of `imm` to the cell in the low half of `aux`, over
            /// what is dead or the left one; gives up the left one when the high half has the bit 0, the right
            /// one when it has the bit 1. Leaves when that cannot be done here.
            JoinText() -> NONE [reads_frame writes_frame reads_heap writes_heap exits];

            /// The address of the value that the request has in its slot `imm`; leaves when it has none.
            RequestSlot() -> PTR [reads_heap exits];
            /// Leaves unless the slot `aux` of the request has the class with the number `imm`.
            CheckNamed() -> NONE [reads_heap exits];
            /// The address of the global variable with a name, inside a reference; leaves when it has no value.
            GlobalPlace(STR) -> PTR [reads_frame reads_heap exits];

            /// Leaves unless the array is packed.
            CheckPacked(ARR) -> NONE [reads_heap exits];
            /// The number of elements of a packed array.
            LdPackedLen(ARR) -> INT [reads_heap];
            /// Leaves unless `a` is an index below `b`.
            CheckBounds(INT, INT) -> NONE [exits];
            /// Leaves unless the packed array has one owner.
            CheckOwned(ARR) -> NONE [reads_heap exits];
            /// The address of an element of a packed array.
            PackedSlot(ARR, INT) -> PTR [];
            /// Leaves unless the array is a dict.
            CheckDict(ARR) -> NONE [reads_heap exits];
            /// The number of elements of a dict, with those that were removed.
            LdDictUsed(ARR) -> INT [reads_heap];
            /// The address of an element of a dict, by its place among all; without a value if it was removed.
            DictSlot(ARR, INT) -> PTR [];
            /// Leaves unless the key of the element of a dict at an address has the type, int or string, that `aux`
            /// has as bits.
            CheckKey(PTR) -> NONE [reads_heap exits];
            /// Copies the key, a string, of the element of a dict at an address to the cell `imm`, over what is
            /// dead, and counts one more.
            CopyKey(PTR) -> NONE [reads_heap writes_frame];
            /// Has an array that has one owner remember that it may hold a scalar of the type that `aux` has as
            /// bits.
            NoteType(ARR) -> NONE [writes_heap];
            /// The address of the element under an int; leaves when there is none. Dicts are expected when `imm`
            /// is 1.
            ElemInt(ARR, INT) -> PTR [reads_heap exits];
            /// The address of the element under a string; leaves when there is none.
            ElemStr(ARR, STR) -> PTR [reads_heap exits];
            /// The address of the element under a constant string, which is no reference; leaves when there is
            /// none.
            ElemNamed(ARR, STR) -> PTR [reads_heap exits];
            /// The address of the element under an int, or 0. Dicts are expected when `imm` is 1.
            FindInt(ARR, INT) -> PTR [reads_heap];
            /// The address of the element under a string, or 0.
            FindStr(ARR, STR) -> PTR [reads_heap];
            /// Leaves when an address is 0.
            CheckFound(PTR) -> NONE [exits];
            /// Whether there is something but null at an address that may be 0.
            IsSetAt(PTR) -> BOOL [reads_heap];
            /// Assigns a value to the element under an int of the array at an address; leaves when that cannot be
            /// done here. Takes over the count. A dict is expected when `imm` is 1.
            SetElem(PTR, INT, ANY) -> NONE [reads_heap writes_heap exits];
            /// Assigns a value to the element under a string.
            SetElemStr(PTR, STR, ANY) -> NONE [reads_heap writes_heap exits];
            /// Moves what the cell `imm` holds to the element under an int of the array at an address, as the
            /// site `aux` does; leaves when that cannot be done here.
            MoveElem(PTR, INT) -> NONE [calls exits];
            /// Moves what the cell `imm` holds to the element under a string.
            MoveElemStr(PTR, STR) -> NONE [calls exits];
            /// Appends what the cell `imm` holds to the array at an address; leaves when that cannot be done
            /// here.
            MoveAppend(PTR) -> NONE [calls exits];
            /// Moves what the cell in the low half of `imm` holds to an address, over a value that is no
            /// reference and is given up, as the site `aux` does. The high half says whether that is a property
            /// which may have been without a value.
            MoveSlot(PTR) -> NONE [calls];
            /// Appends a value to the array at an address; leaves when that cannot be done here. Takes over
            /// the count.
            Append(PTR, ANY) -> NONE [reads_heap writes_heap exits];
            /// Makes the array at an address one that has one owner; leaves when there is no memory.
            Separate(PTR) -> NONE [reads_heap writes_heap exits];
            /// `$this`, which does not change; leaves when there is none.
            LdThis() -> OBJ [exits];
            /// Leaves unless the class of an object has the number `imm`.
            CheckClass(OBJ) -> NONE [exits];
            /// Leaves unless the cell `aux` holds null, or an object whose class has the number `imm`.
            CheckNullable() -> NONE [reads_frame reads_heap exits];
            /// Leaves unless the cell `aux` holds an object of a class that passed at the site in the low half of
            /// `imm`, or null where the high half is 1.
            CheckMet() -> NONE [reads_frame reads_heap exits];
            /// The address of the function that the site `imm` met for a method of the object's class; leaves when
            /// it has not met that.
            FindMethod(OBJ) -> PTR [reads_heap exits];
            /// The address of the property that the site `imm` met in objects of the object's class; leaves when it
            /// has not met that.
            FindProp(OBJ) -> PTR [reads_heap exits];
            /// Leaves unless a closure's function has the number `imm`.
            CheckClosure(OBJ) -> NONE [exits];
            /// Whether both are the same object.
            SameObj(OBJ, OBJ) -> BOOL [commutes];
            /// The address of the property in the slot `imm`.
            PropSlot(OBJ) -> PTR [];
            /// Copies an object to the cell `imm`, over what is dead, and counts one more.
            StObj(OBJ) -> NONE [writes_frame writes_heap];
            /// Writes a pending record of the method with the address `imm` to the cell `aux`, on an object
            /// whose count it takes over.
            StRecordOn(OBJ) -> NONE [writes_frame];
            /// Writes a pending record of the method whose address it is given to the cell `aux`, on an object whose
            /// count it takes over.
            StRecordFor(OBJ, PTR) -> NONE [writes_frame];
            /// Writes a pending record of the static method with the address `imm` to the cell `aux`; what `static`
            /// means in it is the class whose number is one less.
            StRecordIn(INT) -> NONE [writes_frame];
            /// One more than the number of the class that `static` means; which is that of `$this` when `imm` is 1.
            /// Leaves when there is none.
            LdCalled() -> INT [exits];
            /// How many arguments the function was called with.
            NumArgs() -> INT [];
            /// The number of elements of an array.
            CountArr(ARR) -> INT [reads_heap];

            /// A new object of the class with the number `imm`, which is what the slot `aux` of the request must
            /// say, unless that is the highest number; leaves when it cannot be made here. There is one count.
            NewObject() -> OBJ [reads_heap writes_heap exits];
            /// Moves an object, with a count of it, to the cell `imm`, over what is dead.
            PutObj(OBJ) -> NONE [writes_frame];
            /// Counts one more of an object.
            IncRef(OBJ) -> NONE [writes_heap];
            /// Gives up what the cell in the low half of `imm` holds, whose type has the bits of the high
            /// half; the site is `aux`. The cell is dead.
            DropCell() -> NONE [calls];
            /// Gives up what the cell in the low half of `imm` holds, whose type has the bits `aux`, as a part
            /// of returning the cell in the high half. The cell holds nothing then.
            RelCell() -> NONE [calls];
            /// Leaves unless the record at the cell `aux` is of the function with the address `imm`.
            CheckRecord() -> NONE [reads_frame reads_heap exits];
            /// Leaves unless the function of the record at the cell `aux` takes all parameters by value.
            CheckByValue() -> NONE [reads_frame reads_heap exits];
            /// Runs the op body of the site `imm`; leaves when it does not fall through.
            Step() -> NONE [calls];
            /// Calls the builtin that the site `imm` calls, whose result depends on its arguments alone, with
            /// what lies above the record; leaves when it cannot. Gives up nothing.
            CallPure() -> NONE [calls];
            /// Leaves when a flag of the surprise word is set.
            Poll() -> NONE [reads_heap exits];
            /// Assigns what the cell in the low half of `aux` holds to the local in the low half of `imm`, as
            /// the site in its high half does; the cell is dead. The local's type has the bits of the high half
            /// of `aux`.
            Assign() -> NONE [calls];
            /// Writes a pending record of the function with the address `imm` to the cell `aux`.
            StRecord() -> NONE [writes_frame];

            /// Goes on.
            Jmp() -> NONE [ends];
            /// Goes to the first edge when `a` is true, otherwise to the second.
            Br(BOOL) -> NONE [ends];
            /// Runs the op body of the site `imm`, then goes to the first edge when it jumps, to the second
            /// when it falls through.
            StepBr() -> NONE [calls ends];
            /// Leaves.
            Leave() -> NONE [exits ends];
            /// Starts the call of the site `imm` by its op body; the way back has the number `aux`.
            StepCall() -> NONE [calls ends];
            /// Runs the fused instruction of the group at the site `imm`; the way behind it has the number
            /// `aux`.
            RunGroup() -> NONE [calls ends];
            /// Yields what is on the stack at the site `imm`, goes back to the caller of the generator's frame,
            /// and is resumed at the way `aux`, which is also behind the fused instruction that does all of
            /// this where it is not simple.
            Yield() -> NONE [calls ends];
            /// Resumes the generator, of a known function, that the iterator of the site `imm` is at. The ways
            /// from `aux` on are those of the fused instruction, then the one at which the generator comes back.
            Resume() -> NONE [calls ends];
            /// Resumes `$this`, a generator whose method this is, with the argument if there is one, as the site
            /// `imm` does. The way `aux` is that behind the fused instruction; at the one after it the generator
            /// comes back.
            ResumeThis() -> NONE [calls ends];
            /// Leaves the method that resumed `$this`, with the value of the generator where that is wanted;
            /// where that is not simple, goes on as `TakeYielded` does.
            LeaveMethod() -> NONE [calls ends];
            /// Gives what the generator has yielded that the iterator of the site `imm` resumed to the loop's
            /// locals; where that is not simple, goes on at the instruction that follows the fused one before
            /// the way `aux`.
            TakeYielded() -> NONE [calls];
            /// Calls the pending function of the site in the low half of `imm`, known and fit; the way back has
            /// the number `aux`. The high half says whether the record must still be written.
            CallPhp() -> NONE [calls ends];
            /// Returns what is in the cell `imm`, releasing what else the frame holds.
            RetCell() -> NONE [calls ends];
            /// Returns what is in the cell `imm` from a frame whose locals hold nothing to release.
            RetBare() -> NONE [calls ends];
            /// Returns a scalar from a frame whose locals hold nothing to release.
            Ret(ANY) -> NONE [writes_frame ends];
        }
    };
}

/// What an instruction does besides giving a result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effects {
    /// Reads cells.
    pub reads_frame: bool,
    /// Writes cells.
    pub writes_frame: bool,
    /// Reads blocks.
    pub reads_heap: bool,
    /// Writes blocks.
    pub writes_heap: bool,
    /// May leave through its exit.
    pub exits: bool,
    /// Runs code that may look at cells and change blocks.
    pub calls: bool,
    /// Ends a block.
    pub ends: bool,
    /// The first two sources may be swapped.
    pub commutes: bool,
}

impl Effects {
    /// Whether the instruction may go when nobody wants its result.
    pub const fn is_removable(self) -> bool {
        !(self.writes_frame || self.writes_heap || self.exits || self.calls || self.ends)
    }

    /// Whether its result depends on its sources alone.
    pub const fn is_pure(self) -> bool {
        !(self.reads_frame
            || self.reads_heap
            || self.writes_frame
            || self.writes_heap
            || self.calls
            || self.ends)
    }
}

/// What a row says of the result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Result {
    /// This type, or none.
    Fixed(Type),
    /// The type that the instruction names.
    Given,
}

/// What a row says.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The name.
    pub name: &'static str,
    /// What the sources may be.
    pub sources: &'static [Type],
    /// What there is afterwards.
    pub result: Result,
    /// What else it does.
    pub effects: Effects,
    /// The documentation.
    pub doc: &'static str,
}

macro_rules! result {
    (Given) => {
        Result::Given
    };
    ($ty:ident) => {
        Result::Fixed(Type::$ty)
    };
}

macro_rules! define_ops {
    ($($(#[doc = $doc:literal])+ $Name:ident($($source:ident),*) -> $result:ident
        [$($effect:ident)*];)*) => {
        /// An instruction's name.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Op { $($(#[doc = $doc])+ $Name,)* }

        impl Op {
            /// All of them, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$Name),*];

            /// What the table says.
            pub const fn row(self) -> &'static Row {
                match self { $(Self::$Name => &Row {
                    name: stringify!($Name),
                    sources: &[$(Type::$source),*],
                    result: result!($result),
                    effects: Effects { $($effect: true,)* ..Effects {
                        reads_frame: false, writes_frame: false, reads_heap: false,
                        writes_heap: false, exits: false, calls: false, ends: false,
                        commutes: false,
                    } },
                    doc: concat!($($doc),+),
                },)* }
            }
        }
    };
}
for_each_ir!(define_ops);

impl Op {
    /// What it does besides giving a result.
    pub const fn effects(self) -> Effects {
        self.row().effects
    }
}

/// How two values compare: `imm` of the comparing instructions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Cmp {
    /// Equal.
    Eq,
    /// Not equal.
    Ne,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
}

impl Cmp {
    /// The comparison with this number.
    pub const fn of(imm: i64) -> Self {
        match imm {
            0 => Self::Eq,
            1 => Self::Ne,
            2 => Self::Lt,
            3 => Self::Le,
            4 => Self::Gt,
            _ => Self::Ge,
        }
    }

    /// Whether two ints compare so.
    pub const fn holds(self, a: i64, b: i64) -> bool {
        match self {
            Self::Eq => a == b,
            Self::Ne => a != b,
            Self::Lt => a < b,
            Self::Le => a <= b,
            Self::Gt => a > b,
            Self::Ge => a >= b,
        }
    }
}

/// The most sources of an instruction.
pub const SOURCES: usize = 3;

/// An instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inst {
    /// Which.
    pub op: Op,
    /// The sources.
    pub args: [Val; SOURCES],
    /// A number whose meaning is the row's.
    pub imm: i64,
    /// Another.
    pub aux: u32,
    /// Where it leaves.
    pub exit: Option<ExitId>,
    /// The result.
    pub dest: Option<Val>,
    /// Where it goes on.
    pub edges: Vec<Edge>,
}

impl Inst {
    /// The sources.
    pub fn sources(&self) -> &[Val] {
        &self.args[..self.op.row().sources.len()]
    }

    /// The sources, for replacing.
    pub fn sources_mut(&mut self) -> &mut [Val] {
        &mut self.args[..self.op.row().sources.len()]
    }
}
