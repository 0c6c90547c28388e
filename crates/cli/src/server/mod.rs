//! The web server of `php -S`: one process that answers one request after another.
//!
//! # Invariants
//! - A connection that sends nothing keeps nobody waiting: what is readable is asked for first.
//!
//! # Not here
//! What a script is told of its request: `engine::web`.

mod answer;
mod dispatch;
mod log;
mod mime;
mod place;

use std::io::{self, Read as _};
use std::net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use engine::settings::Settings;
use engine::web::head::{Head, Parsed};
use rustix::event::{PollFd, PollFlags, poll};

use crate::output::{complain, print};
use log::log;

/// Bytes read at once.
const CHUNK_BYTES: usize = 256 << 10;

/// What `-S`, `-t` and the word behind them ask for.
pub struct Site<'a> {
    pub address: &'a str,
    pub folder: Option<String>,
    pub router: Option<String>,
}

/// A server at work.
struct Server<'a> {
    /// Host and port as they were asked for.
    host: String,
    port: u16,
    /// The folder of its files, in full.
    root: PathBuf,
    router: Option<PathBuf>,
    settings: &'a Settings,
}

/// A connection and what has come of its request.
struct Client {
    stream: TcpStream,
    peer: SocketAddr,
    /// The bytes of the head, and once that is whole those of the body.
    bytes: Vec<u8>,
    /// The head, when there is more to come, and how long the body is.
    head: Option<(Head, usize)>,
}

/// Serves until the process is ended.
pub fn main(site: Site<'_>, settings: &Settings) -> ExitCode {
    let mut settings = settings.clone();
    settings.serves = true;
    for (name, value) in [("html_errors", "1"), ("display_errors", "1")] {
        if settings.get(name).is_none() {
            settings.set(name, value);
        }
    }
    let (host, port) = match split(site.address) {
        Some(parts) => parts,
        None => return refuse(&format!("Invalid address: {}", site.address)),
    };
    let root = match folder(site.folder.as_deref()) {
        Ok(root) => root,
        Err(text) => return refuse(&text),
    };
    let listener = match listen(&host, port) {
        Ok(listener) => listener,
        Err(reason) => {
            if reason.starts_with("php_network") {
                let text = "<br />\n<b>Warning</b>:  Unknown: ";
                let place = " in <b>Unknown</b> on line <b>0</b><br />\n";
                print(format!("{text}{reason}{place}").as_bytes());
            }
            log(&format!("Failed to listen on {host}:{port} (reason: {reason})"));
            return ExitCode::FAILURE;
        }
    };
    let port = listener.local_addr().map_or(port, |address| address.port());
    let router = site.router.map(|router| router_path(&router, &root));
    let server = Server { host, port, root, router, settings: &settings };
    let version = "PHP 8.4.24 Development Server";
    log(&format!("{version} (http://{}:{}) started", server.host, server.port));
    server.run(&listener)
}

fn refuse(text: &str) -> ExitCode {
    complain(text.as_bytes());
    ExitCode::FAILURE
}

/// Host and port of `host:port`; a host in brackets has colons of its own.
fn split(address: &str) -> Option<(String, u16)> {
    let (host, port) = address.rsplit_once(':')?;
    if host.starts_with('[') && !host.ends_with(']') {
        return None;
    }
    let port = if port.is_empty() { 0 } else { port.parse().ok()? };
    Some((host.to_owned(), port))
}

/// The folder in full. The error is PHP's text.
fn folder(named: Option<&str>) -> Result<PathBuf, String> {
    let Some(named) = named else {
        return std::env::current_dir().map_err(|error| error.to_string());
    };
    let path = Path::new(named);
    match path.canonicalize() {
        Err(_) => Err(format!("Directory {named} does not exist.")),
        Ok(full) if !full.is_dir() => Err(format!("{named} is not a directory.")),
        Ok(full) => Ok(full),
    }
}

/// Where the script that routes lies: beside the caller, or in the folder of the files.
fn router_path(named: &str, root: &Path) -> PathBuf {
    Path::new(named).canonicalize().unwrap_or_else(|_| root.join(named))
}

/// Listens. The error is PHP's text.
fn listen(host: &str, port: u16) -> Result<TcpListener, String> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let unknown = |error: io::Error| {
        let text = error.to_string();
        let reason = text.rsplit(": ").next().unwrap_or(&text).to_owned();
        format!("php_network_getaddresses: getaddrinfo for {bare} failed: {reason}")
    };
    if bare.is_empty() {
        let none = io::Error::other("Name or service not known");
        return Err(unknown(none));
    }
    let addresses: Vec<SocketAddr> = (bare, port).to_socket_addrs().map_err(unknown)?.collect();
    TcpListener::bind(&addresses[..]).map_err(|error| {
        let text = error.to_string();
        text.split(" (os error").next().unwrap_or(&text).to_owned()
    })
}

impl Server<'_> {
    fn run(&self, listener: &TcpListener) -> ExitCode {
        let mut clients: Vec<Client> = Vec::new();
        loop {
            let ready = match ready(listener, &clients) {
                Ok(ready) => ready,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return ExitCode::FAILURE,
            };
            for at in ready.clients.into_iter().rev() {
                if self.serve(&mut clients[at]) {
                    log(&format!("{} Closing", clients[at].peer));
                    clients.remove(at);
                }
            }
            if ready.listener
                && let Ok((stream, peer)) = listener.accept()
            {
                log(&format!("{peer} Accepted"));
                clients.push(Client { stream, peer, bytes: Vec::new(), head: None });
            }
        }
    }

    /// Reads what has come, and answers when that is a request; whether the connection is done.
    fn serve(&self, client: &mut Client) -> bool {
        let mut chunk = vec![0; CHUNK_BYTES];
        match client.stream.read(&mut chunk) {
            Ok(0) | Err(_) => {
                if client.bytes.is_empty() && client.head.is_none() {
                    let why = "it was probably just an unused speculative preconnection";
                    let peer = client.peer;
                    log(&format!("{peer} Closed without sending a request; {why}"));
                }
                return true;
            }
            Ok(count) => client.bytes.extend_from_slice(&chunk[..count]),
        }
        if client.head.is_none() {
            match Head::parse(&client.bytes) {
                Parsed::Partial => return false,
                Parsed::Wrong => {
                    log(&format!("{} Invalid request (Malformed HTTP request)", client.peer));
                    return true;
                }
                Parsed::Whole { head, end, length } => {
                    client.bytes.drain(..end);
                    // What does not fit is refused when it comes.
                    let _ = client.bytes.try_reserve_exact(length);
                    client.head = Some((head, length));
                }
            }
        }
        let is_whole = |(_, length): &mut (Head, usize)| client.bytes.len() >= *length;
        let Some((mut head, length)) = client.head.take_if(is_whole) else { return false };
        head.body = std::mem::take(&mut client.bytes);
        head.body.truncate(length);
        dispatch::answer(self, client, head);
        true
    }
}

/// Who has something to say.
struct Ready {
    listener: bool,
    clients: Vec<usize>,
}

fn ready(listener: &TcpListener, clients: &[Client]) -> io::Result<Ready> {
    let mut polled = vec![PollFd::new(listener, PollFlags::IN)];
    polled.extend(clients.iter().map(|client| PollFd::new(&client.stream, PollFlags::IN)));
    poll(&mut polled, None)?;
    let has = |at: usize| !polled[at].revents().is_empty();
    let clients = (0..clients.len()).filter(|at| has(at + 1)).collect();
    Ok(Ready { listener: has(0), clients })
}
