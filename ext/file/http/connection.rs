//! The transport of a request: a socket whose answer is read line by line.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

/// A connection to a server.
pub struct Connection {
    socket: TcpStream,
    /// What was read and not taken yet.
    ahead: Vec<u8>,
    taken: usize,
    is_over: bool,
}

/// Bytes read at once.
const CHUNK_BYTES: usize = 8192;

/// Bytes of a line beyond which an answer is given up.
const LINE_BYTES_MAX: usize = 16 << 20;

impl Connection {
    /// Connects to `host:port`. The error is PHP's text.
    pub fn open(place: &str, timeout: Duration) -> Result<Self, String> {
        let (host, _) = place.rsplit_once(':').unwrap_or((place, ""));
        let unknown = |error: io::Error| {
            let text = error.to_string();
            let reason = text.rsplit(": ").next().unwrap_or(&text).to_owned();
            format!("php_network_getaddresses: getaddrinfo for {host} failed: {reason}")
        };
        let addresses = place.to_socket_addrs().map_err(unknown)?;
        let mut refusal = "Connection refused".to_owned();
        let end = Instant::now() + timeout;
        for address in addresses {
            let left = end.saturating_duration_since(Instant::now());
            match TcpStream::connect_timeout(&address, left.max(Duration::from_millis(1))) {
                Ok(socket) => {
                    let timeout = Some(timeout).filter(|timeout| !timeout.is_zero());
                    // Without its time the socket waits as long as it takes.
                    let _ = socket.set_read_timeout(timeout);
                    return Ok(Self { socket, ahead: Vec::new(), taken: 0, is_over: false });
                }
                Err(error) if error.kind() == io::ErrorKind::TimedOut => {
                    refusal = "Connection timed out".to_owned();
                }
                Err(error) => refusal = crate::layer::reason(&error),
            }
        }
        Err(refusal)
    }

    /// Sends a request. That the other side has gone away shows when its answer is read.
    pub fn send(&mut self, request: &[u8]) {
        let _ = self.socket.write_all(request);
    }

    /// Reads a line with its end, or what there is of it; none at the end of the answer.
    pub fn line(&mut self) -> Option<Vec<u8>> {
        let mut searched = 0;
        loop {
            let ahead = &self.ahead[self.taken..];
            if let Some(at) = ahead[searched..].iter().position(|byte| *byte == b'\n') {
                return Some(self.take(searched + at + 1));
            }
            searched = ahead.len();
            if searched > LINE_BYTES_MAX || !self.fill() {
                return (searched > 0).then(|| self.take(searched));
            }
        }
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let bytes = self.ahead[self.taken..self.taken + count].to_vec();
        self.taken += count;
        bytes
    }

    fn fill(&mut self) -> bool {
        if self.is_over {
            return false;
        }
        let mut chunk = [0; CHUNK_BYTES];
        loop {
            match self.socket.read(&mut chunk) {
                Ok(count @ 1..) => {
                    self.ahead.extend_from_slice(&chunk[..count]);
                    return true;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => {
                    self.is_over = true;
                    return false;
                }
            }
        }
    }

    /// Whether nothing more comes.
    pub fn is_over(&mut self) -> bool {
        self.taken == self.ahead.len() && !self.fill()
    }

    /// The socket, and what was read ahead of it.
    pub fn into_parts(self) -> (TcpStream, Vec<u8>) {
        (self.socket, self.ahead[self.taken..].to_vec())
    }
}
