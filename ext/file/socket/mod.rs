//! Sockets of this machine and of the net, as streams.

pub(crate) mod address;
#[rustfmt::skip]
mod r#gen;
mod select;

use std::io;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixDatagram, UnixListener, UnixStream};
use std::time::Duration;

pub use r#gen::{CONSTANTS, NATIVES};

use address::{name_of, split};
use select::stream_select;

use runtime::array::Array;
use runtime::native::{Call, OrFalse};
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use crate::layer::end::End;
use crate::layer::table::{Label, Stream, keep};
use crate::layer::{context, reason, shown, stream, stream_id};

fn socket(
    call: &mut Call<'_>,
    fd: impl Into<OwnedFd>,
    kind: &'static str,
    context: Option<Value>,
) -> Res<Value> {
    let label = Label { wrapper: "", kind, mode: b"r+".to_vec(), uri: None, extra: None };
    let mut stream = Stream::new(End::socket(fd.into()), label);
    stream.context = context;
    keep(call, stream).map(|(_, value)| value)
}

const KINDS: [(&str, &str); 4] =
    [("tcp", "tcp_socket"), ("udp", "udp_socket"), ("unix", "unix_socket"), ("udg", "udg_socket")];

fn kind_of(transport: &str) -> &'static str {
    let found = KINDS.iter().find(|(name, _)| *name == transport);
    found.map_or("generic_socket", |(_, kind)| kind)
}

/// What became of connecting or listening: the error's number and words for the script.
fn told(
    call: &mut Call<'_>,
    outcome: io::Result<OwnedFd>,
    (address, verb): (&[u8], &str),
    (code, message): (&Reference, &Reference),
) -> Res<Option<OwnedFd>> {
    match outcome {
        Ok(fd) => {
            code.set(Value::int(0));
            message.set(call.str(b"")?.into());
            Ok(Some(fd))
        }
        Err(error) => {
            let text = reason(&error);
            code.set(Value::int(error.raw_os_error().map_or(0, i64::from)));
            message.set(call.str(text.as_bytes())?.into());
            let address = shown(address);
            call.warn(format!("Unable to {verb} {address} ({text})"))?;
            Ok(None)
        }
    }
}

fn connect(transport: &str, place: &str, timeout: Option<Duration>) -> io::Result<OwnedFd> {
    use std::net::ToSocketAddrs;
    Ok(match transport {
        "unix" => UnixStream::connect(place)?.into(),
        "udg" => {
            let socket = UnixDatagram::unbound()?;
            socket.connect(place)?;
            socket.into()
        }
        "udp" => {
            let socket = UdpSocket::bind("0.0.0.0:0")?;
            socket.connect(place)?;
            socket.into()
        }
        "tcp" => {
            let mut addresses = place.to_socket_addrs()?;
            let address = addresses.next().ok_or_else(|| io::Error::from_raw_os_error(111))?;
            match timeout {
                Some(timeout) => TcpStream::connect_timeout(&address, timeout)?.into(),
                None => TcpStream::connect(address)?.into(),
            }
        }
        _ => return Err(io::Error::from_raw_os_error(22)),
    })
}

fn unknown(call: &mut Call<'_>, transport: &str, verb: &str, address: &[u8]) -> Res<()> {
    let text = format!(
        "Unable to find the socket transport \"{transport}\" - did you forget to enable it when \
         you configured PHP?"
    );
    call.warn(format!("Unable to {verb} {} ({text})", shown(address)))
}

fn client(
    call: &mut Call<'_>,
    address: &[u8],
    (code, message): (&Reference, &Reference),
    (timeout, context): (Option<f64>, Option<Value>),
) -> Res<Value> {
    let (transport, place) = split(address);
    if !KINDS.iter().any(|(name, _)| *name == transport) {
        unknown(call, &transport, "connect to", address)?;
        return Ok(Value::bool(false));
    }
    let timeout = timeout.filter(|seconds| *seconds > 0.0 && *seconds < 1e9);
    let timeout = timeout.map(Duration::from_secs_f64);
    let outcome = connect(&transport, &place, timeout);
    match told(call, outcome, (address, "connect to"), (code, message))? {
        Some(fd) => {
            let value = socket(call, fd, kind_of(&transport), context)?;
            let id = stream_id(call, &value)?;
            if let Some(open) = stream(call, id) {
                open.label.uri = Some(address.to_vec());
            }
            Ok(value)
        }
        None => Ok(Value::bool(false)),
    }
}

fn stream_socket_client(
    call: &mut Call<'_>,
    address: &Str,
    error_code: &Reference,
    error_message: &Reference,
    timeout: Option<f64>,
    _: i64,
    given: &Value,
) -> Res<Value> {
    let context = context::given(call, 6, given)?;
    if timeout.is_some_and(|seconds| !seconds.is_finite()) {
        return Err(call.value_error(4, "must be a finite value"));
    }
    let errors = (error_code, error_message);
    client(call, address, errors, (timeout, Some(context)))
}

fn fsockopen(
    call: &mut Call<'_>,
    hostname: &Str,
    port: i64,
    error_code: &Reference,
    error_message: &Reference,
    timeout: Option<f64>,
) -> Res<Value> {
    let mut address = hostname.to_vec();
    if port > 0 {
        address.extend_from_slice(format!(":{port}").as_bytes());
    }
    client(call, &address, (error_code, error_message), (timeout, None))
}

fn listen(transport: &str, place: &str) -> io::Result<OwnedFd> {
    Ok(match transport {
        "unix" => UnixListener::bind(place)?.into(),
        "udg" => UnixDatagram::bind(place)?.into(),
        "udp" => UdpSocket::bind(place)?.into(),
        "tcp" => TcpListener::bind(place)?.into(),
        _ => return Err(io::Error::from_raw_os_error(22)),
    })
}

fn stream_socket_server(
    call: &mut Call<'_>,
    address: &Str,
    error_code: &Reference,
    error_message: &Reference,
    _: i64,
    given: &Value,
) -> Res<Value> {
    let context = context::given(call, 5, given)?;
    let (transport, place) = split(address);
    if !KINDS.iter().any(|(name, _)| *name == transport) {
        unknown(call, &transport, "connect to", address)?;
        return Ok(Value::bool(false));
    }
    let outcome = listen(&transport, &place);
    match told(call, outcome, (address, "connect to"), (error_code, error_message))? {
        Some(fd) => socket(call, fd, kind_of(&transport), Some(context)),
        None => Ok(Value::bool(false)),
    }
}

fn stream_socket_accept(
    call: &mut Call<'_>,
    given: &Value,
    timeout: Option<f64>,
    peer_name: &Reference,
) -> Res<Value> {
    let id = stream_id(call, given)?;
    if timeout.is_some_and(|seconds| !seconds.is_finite()) {
        return Err(call.value_error(2, "must be a finite value"));
    }
    call.host().flush();
    let timeout = timeout.unwrap_or(60.0);
    let Some(open) = stream(call, id) else { return Ok(Value::bool(false)) };
    let kind = open.label.kind;
    let Some(fd) = open.end.fd() else { return Ok(Value::bool(false)) };
    let outcome = if select::is_ready(fd, timeout) {
        rustix::net::acceptfrom_with(fd, rustix::net::SocketFlags::CLOEXEC).map_err(io::Error::from)
    } else {
        Err(io::Error::from_raw_os_error(110))
    };
    match outcome {
        Ok((fd, peer)) => {
            let name = peer.map(|peer| name_of(&peer)).unwrap_or_default();
            let name = call.str(&name)?;
            call.assign(peer_name, name.into())?;
            socket(call, fd, kind, None)
        }
        Err(error) => {
            call.warn(format!("Accept failed: {}", reason(&error)))?;
            Ok(Value::bool(false))
        }
    }
}

fn stream_socket_get_name(call: &mut Call<'_>, given: &Value, remote: bool) -> Res<OrFalse<Str>> {
    let id = stream_id(call, given)?;
    let fd = stream(call, id).and_then(|open| open.end.fd());
    let name = fd.and_then(|fd| {
        if remote {
            rustix::net::getpeername(fd).ok().flatten().map(|peer| name_of(&peer))
        } else {
            rustix::net::getsockname(fd).ok().map(|own| name_of(&own))
        }
    });
    name.map(|name| call.str(&name)).transpose().map(OrFalse)
}

fn stream_socket_pair(
    call: &mut Call<'_>,
    domain: i64,
    kind: i64,
    protocol: i64,
) -> Res<OrFalse<Array>> {
    use rustix::net::{AddressFamily, Protocol, SocketFlags, SocketType, socketpair};
    let family = AddressFamily::from_raw(domain as u16);
    let kind = SocketType::from_raw(kind as u32);
    let protocol = std::num::NonZeroU32::new(protocol as u32).map(Protocol::from_raw);
    match socketpair(family, kind, SocketFlags::CLOEXEC, protocol) {
        Ok((one, other)) => {
            let one = socket(call, one, "generic_socket", None)?;
            let other = socket(call, other, "generic_socket", None)?;
            call.list([one, other]).map(Some).map(OrFalse)
        }
        Err(error) => {
            let number = error.raw_os_error();
            call.warn(format!("Failed to create sockets: [{number}]: {}", reason(&error.into())))?;
            Ok(OrFalse(None))
        }
    }
}

fn stream_socket_shutdown(call: &mut Call<'_>, given: &Value, mode: i64) -> Res<bool> {
    use rustix::net::Shutdown;
    let how = match mode {
        0 => Shutdown::Read,
        1 => Shutdown::Write,
        2 => Shutdown::Both,
        _ => {
            let rule = "must be one of STREAM_SHUT_RD, STREAM_SHUT_WR, or STREAM_SHUT_RDWR";
            return Err(call.value_error(2, rule));
        }
    };
    let id = stream_id(call, given)?;
    let fd = stream(call, id).and_then(|open| open.end.fd());
    Ok(fd.is_some_and(|fd| rustix::net::shutdown(fd, how).is_ok()))
}

fn stream_socket_sendto(
    call: &mut Call<'_>,
    given: &Value,
    data: &Str,
    _: i64,
    address: &Str,
) -> Res<OrFalse<i64>> {
    let id = stream_id(call, given)?;
    let target = address::parsed(address);
    let Some(fd) = stream(call, id).and_then(|open| open.end.fd()) else {
        return Ok(OrFalse(None));
    };
    let flags = rustix::net::SendFlags::NOSIGNAL;
    let sent = match target {
        Some(target) => rustix::net::sendto(fd, data, flags, &target),
        None => rustix::net::send(fd, data, flags),
    };
    Ok(OrFalse(sent.ok().map(|count| count as i64)))
}

fn stream_socket_recvfrom(
    call: &mut Call<'_>,
    given: &Value,
    length: i64,
    flags: i64,
    address: &Reference,
) -> Res<OrFalse<Str>> {
    if length <= 0 {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    let id = stream_id(call, given)?;
    let Some(open) = stream(call, id) else { return Ok(OrFalse(None)) };
    let is_peek = flags & 2 != 0;
    if !open.ahead().is_empty() && !is_peek {
        let bytes = open.take(length as usize);
        return call.str(&bytes).map(Some).map(OrFalse);
    }
    let Some(fd) = open.end.fd() else { return Ok(OrFalse(None)) };
    let mut into = vec![0_u8; length.min(1 << 26) as usize];
    let flags = rustix::net::RecvFlags::from_bits_truncate(flags as u32);
    let received = rustix::net::recvfrom(fd, &mut into[..], flags);
    let Ok((count, _, peer)) = received else { return Ok(OrFalse(None)) };
    if let Some(peer) = peer {
        let name = name_of(&peer);
        let name = call.str(&name)?;
        call.assign(address, name.into())?;
    }
    call.str(&into[..count]).map(Some).map(OrFalse)
}

/// PHP: without an extension that encrypts, a stream cannot.
fn stream_socket_enable_crypto(
    call: &mut Call<'_>,
    given: &Value,
    enable: bool,
    _: Option<i64>,
    _: &Value,
) -> Res<Value> {
    stream_id(call, given)?;
    if !enable {
        return Ok(Value::bool(true));
    }
    call.warn("This stream does not support SSL/crypto")?;
    Ok(Value::bool(false))
}
