//! Addresses of the net.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use runtime::native::{Call, OrFalse};
use runtime::raise::Res;
use runtime::string::Str;

pub fn ip2long(_: &mut Call<'_>, ip: &Str) -> Res<OrFalse<i64>> {
    let address: Option<Ipv4Addr> =
        std::str::from_utf8(ip).ok().and_then(|text| text.parse().ok());
    Ok(OrFalse(address.map(|address| i64::from(u32::from(address)))))
}

pub fn long2ip(call: &mut Call<'_>, ip: i64) -> Res<Str> {
    let text = Ipv4Addr::from(ip as u32).to_string();
    call.str(text.as_bytes())
}

pub fn inet_pton(call: &mut Call<'_>, ip: &Str) -> Res<OrFalse<Str>> {
    let address: Option<IpAddr> = std::str::from_utf8(ip).ok().and_then(|text| text.parse().ok());
    let bytes = match address {
        Some(IpAddr::V4(address)) => address.octets().to_vec(),
        Some(IpAddr::V6(address)) => address.octets().to_vec(),
        None => return Ok(OrFalse(None)),
    };
    call.str(&bytes).map(Some).map(OrFalse)
}

/// An address as the C library writes it: behind six zeros alone, the rest is one of four bytes.
fn six_text(bytes: [u8; 16]) -> String {
    let [a, b, c, d] = [bytes[12], bytes[13], bytes[14], bytes[15]];
    let is_compatible = bytes[..12].iter().all(|&byte| byte == 0) && (a, b) != (0, 0);
    match is_compatible {
        true => format!("::{}", Ipv4Addr::new(a, b, c, d)),
        false => Ipv6Addr::from(bytes).to_string(),
    }
}

pub fn inet_ntop(call: &mut Call<'_>, ip: &Str) -> Res<OrFalse<Str>> {
    let four: Result<[u8; 4], _> = ip.as_bytes().try_into();
    let sixteen: Result<[u8; 16], _> = ip.as_bytes().try_into();
    let text = match (four, sixteen) {
        (Ok(four), _) => Ipv4Addr::from(four).to_string(),
        (_, Ok(sixteen)) => six_text(sixteen),
        _ => return Ok(OrFalse(None)),
    };
    call.str(text.as_bytes()).map(Some).map(OrFalse)
}
