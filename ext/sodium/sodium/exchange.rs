//! Keys that two sides agree on.

use runtime::array::Array;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::argument::{fixed, pair};
use super::outcome::failed;
use crate::ffi::sodium;
use crate::length::KX_SESSION;

type Session = [u8; KX_SESSION];

pub fn sodium_crypto_kx_client_session_keys(
    call: &mut Call<'_>,
    client_key_pair: &Str,
    server_key: &Str,
) -> Res<Array> {
    let (secret, public) = pair(call, 1, client_key_pair, "KX_KEYPAIRBYTES")?;
    let server = fixed(call, 2, server_key, "KX_PUBLICKEYBYTES")?;
    listed(call, sodium().kx_client(public, secret, server))
}

pub fn sodium_crypto_kx_server_session_keys(
    call: &mut Call<'_>,
    server_key_pair: &Str,
    client_key: &Str,
) -> Res<Array> {
    let (secret, public) = pair(call, 1, server_key_pair, "KX_KEYPAIRBYTES")?;
    let client = fixed(call, 2, client_key, "KX_PUBLICKEYBYTES")?;
    listed(call, sodium().kx_server(public, secret, client))
}

fn listed(call: &mut Call<'_>, keys: Option<(Session, Session)>) -> Res<Array> {
    let Some((receive, send)) = keys else { return Err(failed(call, "internal error")) };
    let keys = [Value::from(call.str(&receive)?), Value::from(call.str(&send)?)];
    call.list(keys)
}
