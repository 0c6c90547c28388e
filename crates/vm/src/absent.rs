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
    f_push_cuf = FPushCuf(Count);
    f_push_cuf_f = FPushCufF(Count);
    f_push_cuf_iter = FPushCufIter(Count, IterId);
    decode_cuf_iter = DecodeCufIter(IterId, Label);
    c_iter_free = CIterFree(IterId);
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
