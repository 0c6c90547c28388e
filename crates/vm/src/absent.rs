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
}
