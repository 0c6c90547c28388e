//! Instructions without a body yet. Running one ends the request with an error that names it.

use hhbc::imm::*;
use runtime::raise::Res;

use crate::frame::Frame;
use crate::request::Request;

macro_rules! absent {
    ($($snake:ident = $Camel:ident($($ty:ty),*);)*) => {$(
        #[doc = concat!("`", stringify!($Camel), "` has no body yet.")]
        pub fn $snake(rq: &mut Request, _: &mut Frame $(, _: &$ty)*) -> Res<()> {
            Err(rq.fatal(concat!("The instruction ", stringify!($Camel), " is not supported yet")))
        }
    )*};
}

absent! {
    cast_object = CastObject();
    f_push_obj_method = FPushObjMethod(Count, ObjMethodOp);
    f_push_obj_method_d = FPushObjMethodD(Count, StrId, ObjMethodOp);
    f_push_cls_method = FPushClsMethod(Count);
    f_push_cls_method_f = FPushClsMethodF(Count);
    f_push_cls_method_d = FPushClsMethodD(Count, StrId, ClsRef);
    f_push_ctor = FPushCtor(Count);
    f_push_ctor_d = FPushCtorD(Count, ClsRef);
    f_push_cuf = FPushCuf(Count);
    f_push_cuf_f = FPushCufF(Count);
    f_push_cuf_iter = FPushCufIter(Count, IterId);
    f_push_parent_hook = FPushParentHook(Count, StrId, HookKind);
    f_pass_s = FPassS(Param);
    f_pass_sd = FPassSD(Param, StrId, ClsRef);
    native_impl = NativeImpl();
    a_get_c = AGetC();
    a_get_l = AGetL(LocalId);
    name_a = NameA();
    cls_name_c = ClsNameC();
    pop_a = PopA();
    self_cls = Self_();
    parent_cls = Parent();
    late_bound_cls = LateBoundCls();
    def_cls = DefCls(ClassId);
    def_cls_nop = DefClsNop(ClassId);
    anon_cls = AnonCls(ClassId);
    this = This();
    bare_this = BareThis(BareThisOp);
    check_this = CheckThis();
    init_this_loc = InitThisLoc(LocalId);
    clone = Clone();
    instance_of = InstanceOf();
    instance_of_d = InstanceOfD(ClsRef);
    c_get_s = CGetS();
    c_get_sd = CGetSD(StrId, ClsRef);
    c_get_quiet_s = CGetQuietS();
    c_get_quiet_sd = CGetQuietSD(StrId, ClsRef);
    v_get_s = VGetS();
    v_get_sd = VGetSD(StrId, ClsRef);
    isset_s = IssetS();
    isset_sd = IssetSD(StrId, ClsRef);
    empty_s = EmptyS();
    empty_sd = EmptySD(StrId, ClsRef);
    set_s = SetS();
    set_sd = SetSD(StrId, ClsRef);
    set_op_s = SetOpS(SetOpOp);
    set_op_sd = SetOpSD(SetOpOp, StrId, ClsRef);
    inc_dec_s = IncDecS(IncDecOp);
    inc_dec_sd = IncDecSD(IncDecOp, StrId, ClsRef);
    bind_s = BindS();
    bind_sd = BindSD(StrId, ClsRef);
    decode_cuf_iter = DecodeCufIter(IterId, Label);
    c_iter_free = CIterFree(IterId);
    incl = Incl();
    incl_once = InclOnce();
    req = Req();
    req_once = ReqOnce();
    eval = Eval();
    dir = Dir();
    cls_cns = ClsCns(StrId);
    cls_cns_d = ClsCnsD(StrId, ClsRef);
    cls_cns_c = ClsCnsC();
    create_cont = CreateCont();
    yield_c = Yield();
    yield_k = YieldK();
    yield_v = YieldV();
    yield_kv = YieldKV();
    yield_from = YieldFrom();
    cont_start = ContStart();
    cont_enter = ContEnter();
    cont_raise = ContRaise();
    cont_check = ContCheck(ContCheckOp);
    cont_valid = ContValid();
    cont_key = ContKey();
    cont_current = ContCurrent();
    cont_return = ContReturn();
}
