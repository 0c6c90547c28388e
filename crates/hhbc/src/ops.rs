//! tidy: table
//! The instruction set, as one table: every other view of an instruction is derived from it.
//!
//! A row is `snake = Camel { immediate: Type, … } [inputs] -> [outputs], Flag | Flag;` under its
//! topic. The topics name the rooms in which each layer keeps what it does for the row.
//!
//! # Grammar of names
//! - A trailing letter says where the operand is: `C` a cell, `V` a reference, `L` a local, `N` a
//!   variable whose name is on the stack, `G` a global, `S` a static property, `M` a member.
//! - A trailing `D` says that the name is an immediate; `U` that it is unqualified in a namespace.
//! - `Quiet` reads without a warning. `FPush…`, `FPass…`, `FCall…` make a call in three steps.
//!
//! # Stack letters
//! The rightmost item is the top. `C` cell, `V` reference, `A` class, `R` returned value (cell or
//! reference, as the function decided), `F` passed argument, `U` uninitialised, `Ar` pending
//! activation record; `Cu` and `Cvu` are one of their letters, `Any` is any but `F` and `Ar`. `C(n)` is as
//! many cells as the immediate `n` counts.
//!
//! # Flags
//! `MayThrow`: may raise, warn or run PHP code, also by releasing a value. `Branch`: may go to a
//! label. `Terminal`: never falls through. `Push`, `Pass`, `Call`: opens, fills, closes a call.
//! `Suspend`: control may leave the frame and come back. `Base`, `Dim`, `Final`: a step of a
//! member path. `Handler`: may only stand at the entry of an exception handler.

/// Hands the instruction table to the macro `$m`, behind one bracketed group of arguments.
///
/// `for_each_op!(m)` expands to `m! { [] arith { rows } array { rows } … }`;
/// `for_each_op! { [path::m] [args] }` puts `args` into the brackets.
#[macro_export]
macro_rules! for_each_op {
    ($m:ident) => { $crate::for_each_op! { [$m] [] } };
    ([$($m:tt)+] [$($args:tt)*]) => { $($m)+! { [$($args)*]

arith {
    /// Pushes `$1 + $2`. Two arrays are united, keeping the left value of a common key; an
    /// integer sum that does not fit becomes a float.
    add = Add {} [C C] -> [C], MayThrow;
    /// Pushes `$1 - $2`; an integer difference that does not fit becomes a float.
    sub = Sub {} [C C] -> [C], MayThrow;
    /// Pushes `$1 * $2`; an integer product that does not fit becomes a float.
    mul = Mul {} [C C] -> [C], MayThrow;
    /// Pushes `$1 / $2`: an integer when both are and the division leaves no rest.
    div = Div {} [C C] -> [C], MayThrow;
    /// Pushes the rest of the integer division of `$1` by `$2`, with the sign of `$1`.
    mod_ = Mod {} [C C] -> [C], MayThrow;
    /// Pushes `$1 ** $2`.
    pow = Pow {} [C C] -> [C], MayThrow;
    /// Pushes `$1 & $2`; bytewise when both are strings.
    bit_and = BitAnd {} [C C] -> [C], MayThrow;
    /// Pushes `$1 | $2`; bytewise when both are strings.
    bit_or = BitOr {} [C C] -> [C], MayThrow;
    /// Pushes `$1 ^ $2`; bytewise when both are strings.
    bit_xor = BitXor {} [C C] -> [C], MayThrow;
    /// Pushes `~$1`; bytewise on a string.
    bit_not = BitNot {} [C] -> [C], MayThrow;
    /// Pushes `$1 << $2`.
    shl = Shl {} [C C] -> [C], MayThrow;
    /// Pushes `$1 >> $2`, keeping the sign.
    shr = Shr {} [C C] -> [C], MayThrow;
    /// Pushes whether exactly one of `$1` and `$2` is true.
    xor = Xor {} [C C] -> [C], MayThrow;
    /// Pushes whether `$1` is false.
    not = Not {} [C] -> [C], MayThrow;
    /// Pushes `$1 === $2`.
    same = Same {} [C C] -> [C], MayThrow;
    /// Pushes `$1 !== $2`.
    nsame = NSame {} [C C] -> [C], MayThrow;
    /// Pushes `$1 == $2`.
    eq = Eq {} [C C] -> [C], MayThrow;
    /// Pushes `$1 != $2`.
    neq = Neq {} [C C] -> [C], MayThrow;
    /// Pushes `$1 < $2`.
    lt = Lt {} [C C] -> [C], MayThrow;
    /// Pushes `$1 <= $2`.
    lte = Lte {} [C C] -> [C], MayThrow;
    /// Pushes `$1 > $2`, comparing in the order `$2 < $1`.
    gt = Gt {} [C C] -> [C], MayThrow;
    /// Pushes `$1 >= $2`, comparing in the order `$2 <= $1`.
    gte = Gte {} [C C] -> [C], MayThrow;
    /// Pushes -1, 0 or 1 as `$1 <=> $2` orders them.
    cmp = Cmp {} [C C] -> [C], MayThrow;
}

array {
    /// Pushes a new empty array with room for `capacity` elements.
    new_array = NewArray { capacity: Count } [] -> [C];
    /// Pushes a new empty array that will get keys, with room for `capacity` elements.
    new_mixed_array = NewMixedArray { capacity: Count } [] -> [C];
    /// Pushes the list of the `n` topmost cells, the deepest first.
    new_packed_array = NewPackedArray { n: Count } [C(n)] -> [C];
    /// Pushes the array of `keys` and as many cells, the deepest under the first key.
    new_struct_array = NewStructArray { keys: StrIds } [C(keys)] -> [C];
    /// Sets `$1[$2] = $3` in the array under construction.
    add_elem_c = AddElemC {} [C C C] -> [C], MayThrow;
    /// Binds `$1[$2]` of the array under construction to the reference `$3`.
    add_elem_v = AddElemV {} [C C V] -> [C], MayThrow;
    /// Appends `$2` to the array under construction.
    add_new_elem_c = AddNewElemC {} [C C] -> [C], MayThrow;
    /// Appends the reference `$2` to the array under construction.
    add_new_elem_v = AddNewElemV {} [C V] -> [C], MayThrow;
    /// Appends what iterating over `$2` gives; string keys are kept, integer keys renumbered.
    add_spread = AddSpread {} [C C] -> [C], MayThrow;
    /// Pushes whether the array `$2` has the key `$1`, also when its value is null.
    ak_exists = AKExists {} [C C] -> [C], MayThrow;
}

string {
    /// Pushes the string `$1 . $2`.
    concat = Concat {} [C C] -> [C], MayThrow;
    /// Pushes the string of the `n` topmost cells, converted and joined from the deepest.
    concat_n = ConcatN { n: Count } [C(n)] -> [C], MayThrow;
    /// Writes `$1` to the output and pushes 1.
    print = Print {} [C] -> [C], MayThrow;
}

conv {
    /// Pushes `(bool)$1`.
    cast_bool = CastBool {} [C] -> [C], MayThrow;
    /// Pushes `(int)$1`.
    cast_int = CastInt {} [C] -> [C], MayThrow;
    /// Pushes `(float)$1`.
    cast_double = CastDouble {} [C] -> [C], MayThrow;
    /// Pushes `(string)$1`.
    cast_string = CastString {} [C] -> [C], MayThrow;
    /// Pushes `(array)$1`.
    cast_array = CastArray {} [C] -> [C], MayThrow;
    /// Pushes `(object)$1`.
    cast_object = CastObject {} [C] -> [C], MayThrow;
    /// Pushes whether `$1` has the type `op`.
    is_type_c = IsTypeC { op: IsTypeOp } [C] -> [C], MayThrow;
    /// Pushes whether the local has the type `op`; warns when it is undefined.
    is_type_l = IsTypeL { local: LocalId, op: IsTypeOp } [] -> [C], MayThrow;
}

call {
    /// Begins a call of the callable `$1`: a string, closure, array or invokable object.
    f_push_func = FPushFunc { n: Count } [C] -> [Ar], MayThrow | Push;
    /// Begins a call of the function `name`.
    f_push_func_d = FPushFuncD { n: Count, name: StrId } [] -> [Ar], MayThrow | Push;
    /// Begins a call of the function `name`, or of `fallback` when it does not exist.
    f_push_func_u = FPushFuncU { n: Count, name: StrId, fallback: StrId } [] -> [Ar], MayThrow | Push;
    /// Begins a call of the method named `$2` of the object `$1`.
    f_push_obj_method = FPushObjMethod { n: Count, op: ObjMethodOp } [C C] -> [Ar], MayThrow | Push;
    /// Begins a call of the method `name` of the object `$1`.
    f_push_obj_method_d = FPushObjMethodD { n: Count, name: StrId, op: ObjMethodOp } [C] -> [Ar], MayThrow | Push;
    /// Begins a call of the static method named `$2` of the class `$1`.
    f_push_cls_method = FPushClsMethod { n: Count } [A C] -> [Ar], MayThrow | Push;
    /// As `FPushClsMethod`, keeping the late-bound class of the caller.
    f_push_cls_method_f = FPushClsMethodF { n: Count } [A C] -> [Ar], MayThrow | Push;
    /// Begins a call of the static method `name` of `cls`; `self`, `parent` and `static` keep the
    /// late-bound class of the caller.
    f_push_cls_method_d = FPushClsMethodD { n: Count, name: StrId, cls: ClsRef } [] -> [Ar], MayThrow | Push;
    /// Makes an object of the class `$1`, pushes it and begins the call of its constructor.
    f_push_ctor = FPushCtor { n: Count } [A] -> [C Ar], MayThrow | Push;
    /// Makes an object of `cls`, pushes it and begins the call of its constructor.
    f_push_ctor_d = FPushCtorD { n: Count, cls: ClsRef } [] -> [C Ar], MayThrow | Push;
    /// Begins a call of the callable `$1` as `call_user_func` does.
    f_push_cuf = FPushCuf { n: Count } [C] -> [Ar], MayThrow | Push;
    /// As `FPushCuf`, keeping the late-bound class as `forward_static_call` does.
    f_push_cuf_f = FPushCufF { n: Count } [C] -> [Ar], MayThrow | Push;
    /// Begins a call of the callable that `DecodeCufIter` left in `iter`.
    f_push_cuf_iter = FPushCufIter { n: Count, iter: IterId } [] -> [Ar], MayThrow | Push;
    /// Begins a call of the parent class's hook of the property `name` of `$this`.
    f_push_parent_hook = FPushParentHook { n: Count, name: StrId, hook: HookKind } [] -> [Ar], MayThrow | Push;
    /// Passes the cell `$1`, also when the parameter is by reference.
    f_pass_c = FPassC { param: Param } [C] -> [F], MayThrow | Pass;
    /// Passes the cell `$1`; a notice when the parameter is by reference.
    f_pass_cw = FPassCW { param: Param } [C] -> [F], MayThrow | Pass;
    /// Passes the cell `$1`; throws when the parameter is by reference.
    f_pass_ce = FPassCE { param: Param } [C] -> [F], MayThrow | Pass;
    /// Passes the reference `$1`, or its value when the parameter is by value.
    f_pass_v = FPassV { param: Param } [V] -> [F], MayThrow | Pass;
    /// Passes the reference `$1` to a parameter that is known to be by reference.
    f_pass_v_nop = FPassVNop { param: Param } [V] -> [F], Pass;
    /// Passes the returned value `$1`; a notice when the parameter is by reference and it is not.
    f_pass_r = FPassR { param: Param } [R] -> [F], MayThrow | Pass;
    /// Passes the local, as the parameter asks.
    f_pass_l = FPassL { param: Param, local: LocalId } [] -> [F], MayThrow | Pass;
    /// Passes the variable named `$1`, as the parameter asks.
    f_pass_n = FPassN { param: Param } [C] -> [F], MayThrow | Pass;
    /// Passes the global named `$1`, as the parameter asks.
    f_pass_g = FPassG { param: Param } [C] -> [F], MayThrow | Pass;
    /// Passes the static property named `$2` of the class `$1`, as the parameter asks.
    f_pass_s = FPassS { param: Param } [A C] -> [F], MayThrow | Pass;
    /// Passes the static property `name` of `cls`, as the parameter asks.
    f_pass_sd = FPassSD { param: Param, name: StrId, cls: ClsRef } [] -> [F], MayThrow | Pass;
    /// Passes all that iterating over `$1` gives, as one slot that holds an array: string keys
    /// are names of parameters, the others go on from this position. Elements that meet a
    /// parameter by reference are references.
    f_pass_spread = FPassSpread { param: Param } [C] -> [F], MayThrow | Pass;
    /// Calls the pending function with the arguments above its record.
    f_call = FCall { args: CallArgs } [Ar F(args)] -> [R], MayThrow | Call;
    /// As `FCall`, of a function that is known to be `name` of `cls` (`""` when it has no class).
    f_call_d = FCallD { args: CallArgs, cls: StrId, name: StrId } [Ar F(args)] -> [R], MayThrow | Call;
    /// Calls the builtin `name` without a record. The first `passed` of `argc` slots were given,
    /// the others hold defaults or nothing.
    f_call_builtin = FCallBuiltin { argc: Count, passed: Count, name: StrId } [Cvu(argc)] -> [R], MayThrow;
    /// Pushes the closure of the pending function in place of calling it: `f(...)`.
    f_callable = FCallable {} [Ar] -> [C], MayThrow | Call;
    /// Checks the parameter against its declared type and coerces it; throws when it does not fit.
    verify_param_type = VerifyParamType { local: LocalId } [] -> [], MayThrow;
    /// Checks the returned cell against the declared type and coerces it.
    verify_ret_type_c = VerifyRetTypeC {} [C] -> [C], MayThrow;
    /// Checks the returned reference against the declared type and coerces its value.
    verify_ret_type_v = VerifyRetTypeV {} [V] -> [V], MayThrow;
    /// Throws: the end of a function was reached that must return a value.
    verify_ret_none = VerifyRetNone {} [] -> [], MayThrow | Terminal;
    /// Throws: a function that never returns was about to.
    verify_ret_never = VerifyRetNever {} [] -> [], MayThrow | Terminal;
    /// Goes to `target` when the caller gave the parameter. Stands between default entries.
    arg_given = ArgGiven { local: LocalId, target: Label } [] -> [], Branch;
    /// Throws: the required parameter was not given.
    arg_missing = ArgMissing { local: LocalId } [] -> [], MayThrow | Terminal;
    /// Runs the native body of this function and returns what it returns.
    native_impl = NativeImpl {} [] -> [], MayThrow | Terminal;
    /// Defines the function `func` of this unit.
    def_func = DefFunc { func: FuncId } [] -> [], MayThrow;
}

class {
    /// Pushes the class that `$1` names or belongs to.
    a_get_c = AGetC {} [C] -> [A], MayThrow;
    /// Pushes the class that the local names or belongs to.
    a_get_l = AGetL { local: LocalId } [] -> [A], MayThrow;
    /// Pushes the name of the class `$1`.
    name_a = NameA {} [A] -> [C];
    /// Pushes the name of the class of the object `$1`; throws when it is none.
    cls_name_c = ClsNameC {} [C] -> [C], MayThrow;
    /// Discards a class.
    pop_a = PopA {} [A] -> [];
    /// Pushes the class that contains this function.
    self_cls = Self_ {} [] -> [A], MayThrow;
    /// Pushes the parent of the class that contains this function.
    parent_cls = Parent {} [] -> [A], MayThrow;
    /// Pushes the class this function was called on.
    late_bound_cls = LateBoundCls {} [] -> [A], MayThrow;
    /// Defines the class `cls` of this unit.
    def_cls = DefCls { cls: ClassId } [] -> [], MayThrow;
    /// Stands where `cls` is declared that was defined when the unit was loaded.
    def_cls_nop = DefClsNop { cls: ClassId } [] -> [];
    /// Defines the anonymous class `cls` on the first pass and pushes it.
    anon_cls = AnonCls { cls: ClassId } [] -> [A], MayThrow;
}

object {
    /// Pushes `$this`; throws when there is none.
    this = This {} [] -> [C], MayThrow;
    /// Pushes `$this`, or null; `op` says whether null is worth a notice.
    bare_this = BareThis { op: BareThisOp } [] -> [C], MayThrow;
    /// Throws when there is no `$this`.
    check_this = CheckThis {} [] -> [], MayThrow;
    /// Stores `$this` in the local, or leaves it uninitialised when there is none.
    init_this_loc = InitThisLoc { local: LocalId } [] -> [], MayThrow;
    /// Pushes a shallow copy of the object `$1`.
    clone = Clone {} [C] -> [C], MayThrow;
    /// Pushes whether `$1` is an instance of the class that `$2` names or belongs to.
    instance_of = InstanceOf {} [C C] -> [C], MayThrow;
    /// Pushes whether `$1` is an instance of `cls`; never loads the class.
    instance_of_d = InstanceOfD { cls: ClsRef } [C] -> [C], MayThrow;
}

prop {
    /// Pushes the static property named `$2` of the class `$1`.
    c_get_s = CGetS {} [A C] -> [C], MayThrow;
    /// Pushes the static property `name` of `cls`.
    c_get_sd = CGetSD { name: StrId, cls: ClsRef } [] -> [C], MayThrow;
    /// As `CGetS`; null when there is no such property.
    c_get_quiet_s = CGetQuietS {} [A C] -> [C], MayThrow;
    /// As `CGetSD`; null when there is no such property.
    c_get_quiet_sd = CGetQuietSD { name: StrId, cls: ClsRef } [] -> [C], MayThrow;
    /// Pushes a reference to the static property named `$2` of the class `$1`.
    v_get_s = VGetS {} [A C] -> [V], MayThrow;
    /// Pushes a reference to the static property `name` of `cls`.
    v_get_sd = VGetSD { name: StrId, cls: ClsRef } [] -> [V], MayThrow;
    /// Pushes whether the static property exists and is not null.
    isset_s = IssetS {} [A C] -> [C], MayThrow;
    /// Pushes whether the static property exists and is not null.
    isset_sd = IssetSD { name: StrId, cls: ClsRef } [] -> [C], MayThrow;
    /// Pushes whether the static property does not exist or is false.
    empty_s = EmptyS {} [A C] -> [C], MayThrow;
    /// Pushes whether the static property does not exist or is false.
    empty_sd = EmptySD { name: StrId, cls: ClsRef } [] -> [C], MayThrow;
    /// Assigns `$3` to the static property named `$2` of the class `$1` and pushes the value.
    set_s = SetS {} [A C C] -> [C], MayThrow;
    /// Assigns `$1` to the static property `name` of `cls` and pushes the value.
    set_sd = SetSD { name: StrId, cls: ClsRef } [C] -> [C], MayThrow;
    /// Applies `op` with `$3` to the static property and pushes the new value.
    set_op_s = SetOpS { op: SetOpOp } [A C C] -> [C], MayThrow;
    /// Applies `op` with `$1` to the static property and pushes the new value.
    set_op_sd = SetOpSD { op: SetOpOp, name: StrId, cls: ClsRef } [C] -> [C], MayThrow;
    /// Steps the static property and pushes its value from before or after.
    inc_dec_s = IncDecS { op: IncDecOp } [A C] -> [C], MayThrow;
    /// Steps the static property and pushes its value from before or after.
    inc_dec_sd = IncDecSD { op: IncDecOp, name: StrId, cls: ClsRef } [] -> [C], MayThrow;
    /// Binds the static property named `$2` of the class `$1` to the reference `$3`.
    bind_s = BindS {} [A C V] -> [V], MayThrow;
    /// Binds the static property `name` of `cls` to the reference `$1`.
    bind_sd = BindSD { name: StrId, cls: ClsRef } [V] -> [V], MayThrow;
}

iter {
    /// Begins to iterate over `$1` by value and assigns the first value; goes to `done` when
    /// there is none.
    iter_init = IterInit { iter: IterId, done: Label, value: LocalId } [C] -> [], MayThrow | Branch;
    /// As `IterInit`, and assigns the key after the value.
    iter_init_k = IterInitK { iter: IterId, done: Label, value: LocalId, key: LocalId } [C] -> [], MayThrow | Branch;
    /// Assigns the next value and goes to `body`, or frees the iterator at the end.
    iter_next = IterNext { iter: IterId, body: Label, value: LocalId } [] -> [], MayThrow | Branch;
    /// As `IterNext`, and assigns the key after the value.
    iter_next_k = IterNextK { iter: IterId, body: Label, value: LocalId, key: LocalId } [] -> [], MayThrow | Branch;
    /// Begins to iterate over the variable `$1` by reference and binds the first value.
    m_iter_init = MIterInit { iter: IterId, done: Label, value: LocalId } [V] -> [], MayThrow | Branch;
    /// As `MIterInit`, and assigns the key.
    m_iter_init_k = MIterInitK { iter: IterId, done: Label, value: LocalId, key: LocalId } [V] -> [], MayThrow | Branch;
    /// Binds the next value and goes to `body`, or frees the iterator at the end.
    m_iter_next = MIterNext { iter: IterId, body: Label, value: LocalId } [] -> [], MayThrow | Branch;
    /// As `MIterNext`, and assigns the key.
    m_iter_next_k = MIterNextK { iter: IterId, body: Label, value: LocalId, key: LocalId } [] -> [], MayThrow | Branch;
    /// Decodes the callable `$1` into `iter`; goes to `bad` when it cannot be called.
    decode_cuf_iter = DecodeCufIter { iter: IterId, bad: Label } [C] -> [], MayThrow | Branch;
    /// Frees an iterator by value.
    iter_free = IterFree { iter: IterId } [] -> [], MayThrow;
    /// Frees an iterator by reference.
    m_iter_free = MIterFree { iter: IterId } [] -> [], MayThrow;
    /// Frees a decoded callable.
    c_iter_free = CIterFree { iter: IterId } [] -> [], MayThrow;
    /// Frees the iterators in order and goes to `target`.
    iter_break = IterBreak { iters: IterIds, target: Label } [] -> [], MayThrow | Branch | Terminal;
}

control {
    /// Does nothing.
    nop = Nop {} [] -> [];
    /// Goes to `target`; polls the surprise word.
    jmp = Jmp { target: Label } [] -> [], MayThrow | Branch | Terminal;
    /// Goes to `target` without polling the surprise word.
    jmp_ns = JmpNS { target: Label } [] -> [], Branch | Terminal;
    /// Goes to `target` when `$1` is false.
    jmp_z = JmpZ { target: Label } [C] -> [], MayThrow | Branch;
    /// Goes to `target` when `$1` is true.
    jmp_nz = JmpNZ { target: Label } [C] -> [], MayThrow | Branch;
    /// Goes to `target` when `$1` is null. The cell stays either way.
    jmp_null = JmpNull { target: Label } [C] -> [C], Branch;
    /// Goes to `target` when `$1` is not null. The cell stays either way.
    jmp_not_null = JmpNotNull { target: Label } [C] -> [C], Branch;
    /// When `$1` is an integer, goes to the target at `$1 - base`, or to the last one when there
    /// is none. Falls through when it has any other type.
    switch = Switch { base: Int, targets: Labels } [C] -> [], MayThrow | Branch;
    /// When `$1` is a string, goes to the target of that string, or to the last one when there is
    /// none. Falls through when it has any other type.
    s_switch = SSwitch { cases: StrLabels } [C] -> [], MayThrow | Branch;
    /// Returns the cell `$1`.
    ret_c = RetC {} [C] -> [], MayThrow | Terminal;
    /// Returns the reference `$1`.
    ret_v = RetV {} [V] -> [], MayThrow | Terminal;
    /// Throws the object `$1`.
    throw = Throw {} [C] -> [], MayThrow | Terminal;
    /// Pushes what brought control to this handler: the thrown object, or null in a fault handler
    /// when a suspended frame is being destroyed.
    catch = Catch {} [] -> [C], Handler;
    /// Goes on with the unwinding that pushed `$1` at `Catch`.
    unwind = Unwind {} [C] -> [], MayThrow | Terminal;
    /// Pushes the object `$1` with `$2`, when that is an object, at the end of its chain of
    /// previous exceptions.
    chain_faults = ChainFaults {} [C C] -> [C], MayThrow;
    /// Throws the error of a `match` without an arm for `$1`.
    match_error = MatchError {} [C] -> [], MayThrow | Terminal;
    /// Goes to `target` when `assert` is switched off.
    assert_check = AssertCheck { target: Label } [] -> [], Branch;
    /// Ends the script with the status or message `$1`.
    exit = Exit {} [C] -> [], MayThrow | Terminal;
    /// Ends the script with the fatal error `$1`.
    fatal = Fatal { op: FatalOp } [C] -> [], MayThrow | Terminal;
    /// Saves the error level in the local and silences it, or restores it.
    silence = Silence { local: LocalId, op: SilenceOp } [] -> [];
    /// Counts one statement of `declare(ticks=n)`; calls the tick functions at the `n`th.
    ticks = Ticks { n: Count } [] -> [], MayThrow;
    /// Runs the file `$1` and pushes its result; warns when there is none.
    incl = Incl {} [C] -> [C], MayThrow;
    /// As `Incl`, unless the file was run before; then pushes true.
    incl_once = InclOnce {} [C] -> [C], MayThrow;
    /// As `Incl`; throws when there is no such file.
    req = Req {} [C] -> [C], MayThrow;
    /// As `Req`, unless the file was run before; then pushes true.
    req_once = ReqOnce {} [C] -> [C], MayThrow;
    /// Compiles and runs the code `$1` and pushes its result.
    eval = Eval {} [C] -> [C], MayThrow;
}

const {
    /// Pushes null.
    null = Null {} [] -> [C];
    /// Pushes true.
    true_ = True {} [] -> [C];
    /// Pushes false.
    false_ = False {} [] -> [C];
    /// Pushes an uninitialised slot, for an argument of a builtin that was not given.
    null_uninit = NullUninit {} [] -> [U];
    /// Pushes an integer.
    int = Int { value: Int } [] -> [C];
    /// Pushes a float.
    double = Double { value: Double } [] -> [C];
    /// Pushes a literal string.
    string = String { value: StrId } [] -> [C];
    /// Pushes a literal array.
    array = Array { value: ArrayId } [] -> [C];
    /// Pushes the path of this file.
    file = File {} [] -> [C];
    /// Pushes the directory of this file.
    dir = Dir {} [] -> [C];
    /// Pushes the constant `name`; throws when it is not defined.
    cns = Cns { name: StrId } [] -> [C], MayThrow;
    /// Pushes the constant `name`, or `fallback` when it is not defined.
    cns_u = CnsU { name: StrId, fallback: StrId } [] -> [C], MayThrow;
    /// Defines the constant `name` as `$1` and pushes whether that was possible.
    def_cns = DefCns { name: StrId } [C] -> [C], MayThrow;
    /// Pushes the constant `name` of the class `$1`.
    cls_cns = ClsCns { name: StrId } [A] -> [C], MayThrow;
    /// Pushes the constant `name` of `cls`: also an enum's case.
    cls_cns_d = ClsCnsD { name: StrId, cls: ClsRef } [] -> [C], MayThrow;
    /// Pushes the constant named `$2` of the class `$1`.
    cls_cns_c = ClsCnsC {} [A C] -> [C], MayThrow;
}

closure {
    /// Pushes a closure of `func` that captures the `n` topmost slots, in the order of its
    /// captures.
    create_cl = CreateCl { n: Count, func: FuncId } [Cvu(n)] -> [C];
    /// Pushes the local, uninitialised when it is: what an arrow function captures.
    cu_get_l = CUGetL { local: LocalId } [] -> [Cu];
}

local {
    /// Pushes the local; warns when it is undefined.
    c_get_l = CGetL { local: LocalId } [] -> [C], MayThrow;
    /// Pushes the local under `$1`: the left operand, read after the right one.
    c_get_l2 = CGetL2 { local: LocalId } [C] -> [C C], MayThrow;
    /// Pushes the local under `$1` and `$2`.
    c_get_l3 = CGetL3 { local: LocalId } [C C] -> [C C C], MayThrow;
    /// Pushes the local, or null without a warning.
    c_get_quiet_l = CGetQuietL { local: LocalId } [] -> [C];
    /// Moves the local to the stack, leaving it uninitialised.
    push_l = PushL { local: LocalId } [] -> [C];
    /// Moves `$1` into the local, which is not a reference.
    pop_l = PopL { local: LocalId } [C] -> [], MayThrow;
    /// Pushes the variable named `$1`.
    c_get_n = CGetN {} [C] -> [C], MayThrow;
    /// Pushes the variable named `$1`, or null without a warning.
    c_get_quiet_n = CGetQuietN {} [C] -> [C], MayThrow;
    /// Pushes the global named `$1`.
    c_get_g = CGetG {} [C] -> [C], MayThrow;
    /// Pushes the global named `$1`, or null without a warning.
    c_get_quiet_g = CGetQuietG {} [C] -> [C], MayThrow;
    /// Pushes a copy of the table of globals.
    globals = Globals {} [] -> [C];
    /// Makes the local a reference and pushes it.
    v_get_l = VGetL { local: LocalId } [] -> [V];
    /// Makes the variable named `$1` a reference and pushes it.
    v_get_n = VGetN {} [C] -> [V], MayThrow;
    /// Makes the global named `$1` a reference and pushes it.
    v_get_g = VGetG {} [C] -> [V], MayThrow;
    /// Pushes whether the local is set and not null.
    isset_l = IssetL { local: LocalId } [] -> [C];
    /// Pushes whether the variable named `$1` is set and not null.
    isset_n = IssetN {} [C] -> [C], MayThrow;
    /// Pushes whether the global named `$1` is set and not null.
    isset_g = IssetG {} [C] -> [C], MayThrow;
    /// Pushes whether the local is unset or false.
    empty_l = EmptyL { local: LocalId } [] -> [C], MayThrow;
    /// Pushes whether the variable named `$1` is unset or false.
    empty_n = EmptyN {} [C] -> [C], MayThrow;
    /// Pushes whether the global named `$1` is unset or false.
    empty_g = EmptyG {} [C] -> [C], MayThrow;
    /// Assigns `$1` to the local and pushes the value.
    set_l = SetL { local: LocalId } [C] -> [C], MayThrow;
    /// Assigns `$2` to the variable named `$1` and pushes the value.
    set_n = SetN {} [C C] -> [C], MayThrow;
    /// Assigns `$2` to the global named `$1` and pushes the value.
    set_g = SetG {} [C C] -> [C], MayThrow;
    /// Applies `op` with `$1` to the local and pushes the new value.
    set_op_l = SetOpL { local: LocalId, op: SetOpOp } [C] -> [C], MayThrow;
    /// Applies `op` with `$2` to the variable named `$1` and pushes the new value.
    set_op_n = SetOpN { op: SetOpOp } [C C] -> [C], MayThrow;
    /// Applies `op` with `$2` to the global named `$1` and pushes the new value.
    set_op_g = SetOpG { op: SetOpOp } [C C] -> [C], MayThrow;
    /// Steps the local and pushes its value from before or after.
    inc_dec_l = IncDecL { local: LocalId, op: IncDecOp } [] -> [C], MayThrow;
    /// Steps the variable named `$1` and pushes its value from before or after.
    inc_dec_n = IncDecN { op: IncDecOp } [C] -> [C], MayThrow;
    /// Steps the global named `$1` and pushes its value from before or after.
    inc_dec_g = IncDecG { op: IncDecOp } [C] -> [C], MayThrow;
    /// Binds the local to the reference `$1`.
    bind_l = BindL { local: LocalId } [V] -> [V], MayThrow;
    /// Binds the variable named `$1` to the reference `$2`.
    bind_n = BindN {} [C V] -> [V], MayThrow;
    /// Binds the global named `$1` to the reference `$2`.
    bind_g = BindG {} [C V] -> [V], MayThrow;
    /// Leaves the local uninitialised.
    unset_l = UnsetL { local: LocalId } [] -> [], MayThrow;
    /// Unsets the variable named `$1`.
    unset_n = UnsetN {} [C] -> [], MayThrow;
    /// Unsets the global named `$1`.
    unset_g = UnsetG {} [C] -> [], MayThrow;
    /// Binds the local to the static variable `name`; pushes whether it has its first value.
    static_loc = StaticLoc { local: LocalId, name: StrId } [] -> [C], MayThrow;
    /// Binds the local to the static variable `name`, giving it the value `$1` when it has none.
    static_loc_init = StaticLocInit { local: LocalId, name: StrId } [C] -> [], MayThrow;
    /// Discards a cell.
    pop_c = PopC {} [C] -> [], MayThrow;
    /// Discards a reference.
    pop_v = PopV {} [V] -> [], MayThrow;
    /// Discards a returned value.
    pop_r = PopR {} [R] -> [], MayThrow;
    /// Pushes `$1` once more.
    dup = Dup {} [C] -> [C C];
    /// Discards the `n` slots under the topmost cell.
    nip = Nip { n: Count } [Any(n) C] -> [C], MayThrow;
    /// Moves the slot that lies under `n` others to the top.
    roll = Roll { n: Count } [Any Any(n)] -> [Any(n) Any];
    /// Makes a new reference of the cell `$1`, with the notice that `wanted` names.
    box_c = Box { wanted: RefUse } [C] -> [V], MayThrow;
    /// Pushes the value of the reference `$1`.
    unbox = Unbox {} [V] -> [C], MayThrow;
    /// Makes a reference of the returned value `$1`, with the notice that `wanted` names when it
    /// is none.
    box_r = BoxR { wanted: RefUse } [R] -> [V], MayThrow;
    /// As `BoxR`, of what is known to be a reference.
    box_r_nop = BoxRNop {} [R] -> [V];
    /// Makes a cell of the returned value `$1`.
    unbox_r = UnboxR {} [R] -> [C], MayThrow;
    /// As `UnboxR`, of what is known to be a cell.
    unbox_r_nop = UnboxRNop {} [R] -> [C];
    /// States that the local has the type `ty`.
    assert_rat_l = AssertRATL { local: LocalId, ty: Rat } [] -> [];
    /// States that the slot at `depth` has the type `ty`.
    assert_rat_stk = AssertRATStk { depth: StackDepth, ty: Rat } [] -> [];
}

member {
    /// Starts a path at the local.
    base_l = BaseL { local: LocalId, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at the slot at `depth`.
    base_c = BaseC { depth: StackDepth, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at `$this`.
    base_h = BaseH {} [] -> [], MayThrow | Base;
    /// Starts a path at the global named by the cell at `depth`.
    base_gc = BaseGC { depth: StackDepth, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at the global named by the local.
    base_gl = BaseGL { local: LocalId, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at the global `name`.
    base_gt = BaseGT { name: StrId, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at the variable named by the cell at `depth`.
    base_nc = BaseNC { depth: StackDepth, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at the variable named by the local.
    base_nl = BaseNL { local: LocalId, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at the static property named by the cell at `name`, of the class at `cls`.
    base_sc = BaseSC { name: StackDepth, cls: StackDepth, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Starts a path at the static property `name` of `cls`.
    base_sd = BaseSD { name: StrId, cls: ClsRef, mode: MemberMode } [] -> [], MayThrow | Base;
    /// Goes on to the member `key`.
    dim = Dim { mode: MemberMode, key: MemberKey } [] -> [], MayThrow | Dim;
    /// Discards `n` slots and pushes the member `key`, read or asked about as `op` says.
    query_m = QueryM { n: Count, op: QueryOp, key: MemberKey } [Any(n)] -> [C], MayThrow | Final;
    /// Discards `n` slots and pushes a reference to the member `key`.
    v_get_m = VGetM { n: Count, key: MemberKey } [Any(n)] -> [V], MayThrow | Final;
    /// Discards `n` slots and passes the member `key`, as the parameter asks.
    f_pass_m = FPassM { param: Param, n: Count, key: MemberKey } [Any(n)] -> [F], MayThrow | Final | Pass;
    /// Assigns the topmost cell to the member `key`, discards the `n` slots under it and pushes
    /// the value.
    set_m = SetM { n: Count, key: MemberKey } [Any(n) C] -> [C], MayThrow | Final;
    /// Applies `op` with the topmost cell to the member `key`, discards the `n` slots under it and
    /// pushes the new value.
    set_op_m = SetOpM { n: Count, op: SetOpOp, key: MemberKey } [Any(n) C] -> [C], MayThrow | Final;
    /// Steps the member `key`, discards `n` slots and pushes its value from before or after.
    inc_dec_m = IncDecM { n: Count, op: IncDecOp, key: MemberKey } [Any(n)] -> [C], MayThrow | Final;
    /// Binds the member `key` to the topmost reference, discarding the `n` slots under it.
    bind_m = BindM { n: Count, key: MemberKey } [Any(n) V] -> [V], MayThrow | Final;
    /// Unsets the member `key` and discards `n` slots.
    unset_m = UnsetM { n: Count, key: MemberKey } [Any(n)] -> [], MayThrow | Final;
}

generator {
    /// Moves the frame into a generator and returns that to the caller. When the generator is
    /// first resumed, pushes what was sent.
    create_cont = CreateCont {} [] -> [C], MayThrow | Suspend;
    /// Yields `$1` under the next integer key; pushes what is sent.
    yield_c = Yield {} [C] -> [C], MayThrow | Suspend;
    /// Yields `$2` under the key `$1`; pushes what is sent.
    yield_k = YieldK {} [C C] -> [C], MayThrow | Suspend;
    /// Yields the reference `$1` under the next integer key; pushes what is sent.
    yield_v = YieldV {} [V] -> [C], MayThrow | Suspend;
    /// Yields the reference `$2` under the key `$1`; pushes what is sent.
    yield_kv = YieldKV {} [C V] -> [C], MayThrow | Suspend;
    /// Yields all that `$1` gives, handing on what is sent or thrown; pushes its return value.
    yield_from = YieldFrom {} [C] -> [C], MayThrow | Suspend;
    /// Runs the generator `$this` to its first yield, unless it was started; pushes null.
    cont_start = ContStart {} [] -> [C], MayThrow;
    /// Resumes the generator `$this`, sending `$1`; pushes null when it suspends or ends.
    cont_enter = ContEnter {} [C] -> [C], MayThrow;
    /// Resumes the generator `$this` by throwing `$1` into it.
    cont_raise = ContRaise {} [C] -> [C], MayThrow;
    /// Throws when the generator `$this` runs already, or is not as far as `op` demands.
    cont_check = ContCheck { op: ContCheckOp } [] -> [], MayThrow;
    /// Pushes whether the generator `$this` has a current value.
    cont_valid = ContValid {} [] -> [C];
    /// Pushes the current key of the generator `$this`.
    cont_key = ContKey {} [] -> [C];
    /// Pushes the current value of the generator `$this`.
    cont_current = ContCurrent {} [] -> [C];
    /// Pushes what the generator `$this` returned; throws when it has not.
    cont_return = ContReturn {} [] -> [C], MayThrow;
}

    } };
}
