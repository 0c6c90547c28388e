//! tidy: table
//! The rules of bytecode.

/// A rule, as the reference prints it.
pub struct RuleInfo {
    /// The rule.
    pub rule: Rule,
    /// Its name.
    pub name: &'static str,
    /// What it demands.
    pub doc: &'static [&'static str],
}

macro_rules! define_rules {
    ($( $(#[doc = $doc:literal])* $rule:ident, )*) => {
        /// What a unit must obey.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Rule { $( $(#[doc = $doc])* $rule, )* }

        /// All rules, in the order in which they are checked.
        pub const RULES: &[RuleInfo] = &[$( RuleInfo {
            rule: Rule::$rule,
            name: stringify!($rule),
            doc: &[$($doc),*],
        } ),*];
    };
}

define_rules! {
    /// The first function of a unit is its top level, and no other is. Every name, string, array,
    /// function and class that a record names exists and has the role it is named for. A function
    /// belongs to at most one class, and to one when it is a method. No two strings and no two
    /// literal arrays are equal. The named locals of a
    /// function are among its locals, its parameters among the named ones.
    Records,
    /// Two entries of a literal array have different keys, and no string key is the form of an
    /// integer.
    Literals,
    /// Code is a sequence of whole instructions, each in its shortest form.
    Decode,
    /// Every local, iterator, string, array, function and class that an instruction names exists
    /// and has the role it is named for. Counts are in the range of the instruction: `ConcatN` and
    /// `NewPackedArray` take at least one, `Roll` and `Nip` at most 255, a switch has a default.
    Immediates,
    /// Branches, handlers, default entries, and the bounds of regions are at the start of
    /// instructions, or, for the end of a region, at the end of the code.
    Targets,
    /// Line marks are at the start of instructions, in order, and each changes the line.
    Lines,
    /// The classes, locals and iterators that regions name exist. Regions are not empty; two of them nest or do not meet, and the inner one comes first.
    Regions,
    /// A member path is one stretch: `Base`, any `Dim`, one `Final`. Nothing goes into the middle
    /// of it. The modes `Arg` of its steps name the parameter of the `FPassM` that ends it.
    Path,
    /// Handlers begin with `Catch`, which stands nowhere else, with nothing on the stack. Handlers
    /// are entered by exceptions alone.
    Handlers,
    /// On all paths to an instruction the stack has the same depth and slots.
    Shape,
    /// An instruction finds the slots it takes, and the slots it names by depth, with the flavours
    /// it wants.
    Operands,
    /// `RetC` and `RetV` have their operand and nothing else on the stack, and no live iterator.
    /// `RetV` stands only in functions that return references, and not in generators.
    Returns,
    /// Only generators suspend. On every path a generator meets `CreateCont` once, outside of all
    /// regions and with nothing on the stack, before it yields or returns.
    Generators,
    /// Between `FPush` and `FCall` every argument is passed once and in order: positional ones,
    /// then spreads, then named ones; as many as `FPush` says; and `FCall` describes them. The
    /// pending record stays where it is. No branch goes backwards while a call is pending. A
    /// terminal instruction may leave a call pending, and a generator may suspend with one: its
    /// record and arguments are then released by the unwinder, or moved with the generator.
    Calls,
    /// On all paths to an instruction the same iterators are live, of the same kind. An instruction
    /// that may throw while an iterator is live is in a region that frees it.
    Iterators,
    /// Control does not run past the end of the code. A function has code unless it is abstract.
    Ends,
    /// The stack never takes more cells than the function says. A pending record takes three.
    StackSize,
}

impl Rule {
    /// The name of the rule.
    pub fn name(self) -> &'static str {
        RULES[self as usize].name
    }
}
