//! Addresses of sockets as scripts write them.

use std::net::ToSocketAddrs;

use rustix::net::{AddressFamily, SocketAddrAny, SocketAddrUnix};

/// The transport and the rest of `tcp://127.0.0.1:80`.
pub fn split(address: &[u8]) -> (String, String) {
    let text = String::from_utf8_lossy(address).into_owned();
    match text.split_once("://") {
        Some((transport, place)) => {
            let place = place
                .split('/')
                .next()
                .filter(|_| !transport.starts_with('u') || transport == "udp");
            let rest = text.split_once("://").map_or("", |(_, rest)| rest);
            (transport.to_owned(), place.unwrap_or(rest).to_owned())
        }
        None => ("tcp".to_owned(), text),
    }
}

/// The address that a message goes to.
pub fn parsed(address: &[u8]) -> Option<SocketAddrAny> {
    if address.is_empty() {
        return None;
    }
    let (transport, place) = split(address);
    if matches!(transport.as_str(), "unix" | "udg") {
        return SocketAddrUnix::new(place.as_str()).ok().map(SocketAddrAny::from);
    }
    place.to_socket_addrs().ok()?.next().map(SocketAddrAny::from)
}

/// An address as scripts read it.
pub fn name_of(address: &SocketAddrAny) -> Vec<u8> {
    match address.address_family() {
        AddressFamily::INET | AddressFamily::INET6 => {
            let known = std::net::SocketAddr::try_from(address.clone());
            known.map(|known| known.to_string().into_bytes()).unwrap_or_default()
        }
        AddressFamily::UNIX => {
            let known = SocketAddrUnix::try_from(address.clone()).ok();
            let path = known.as_ref().and_then(SocketAddrUnix::path);
            path.map(|path| path.to_bytes().to_vec()).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
