//! The far ends of streams: descriptors, memory, lists of names, objects of scripts.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::PathBuf;

/// A descriptor: of a file, a pipe, a terminal, a socket.
pub struct Descriptor {
    pub file: File,
    pub is_seekable: bool,
    pub is_socket: bool,
    /// What is deleted when it is closed.
    pub temporary: Option<PathBuf>,
    /// A child that is waited for.
    pub child: Option<std::process::Child>,
}

/// The far end of a stream.
pub enum End {
    Descriptor(Box<Descriptor>),
    /// The output of the script.
    Echo,
    Memory {
        bytes: Vec<u8>,
        at: usize,
    },
    /// The names in a directory.
    Names {
        names: Vec<Vec<u8>>,
        at: usize,
    },
    /// An object of the script, for a file or a directory.
    User,
    /// Of another extension.
    Guest(Box<dyn super::guest::FarEnd>),
    Closed,
}

impl End {
    /// An open file.
    pub fn file(file: File) -> Self {
        let is_seekable = file.metadata().is_ok_and(|data| data.is_file() || data.is_dir());
        let end = Descriptor { file, is_seekable, is_socket: false, temporary: None, child: None };
        Self::Descriptor(Box::new(end))
    }

    /// A descriptor of any kind.
    pub fn descriptor(fd: OwnedFd) -> Self {
        Self::file(File::from(fd))
    }

    /// A socket.
    pub fn socket(fd: OwnedFd) -> Self {
        let file = File::from(fd);
        let end =
            Descriptor { file, is_seekable: false, is_socket: true, temporary: None, child: None };
        Self::Descriptor(Box::new(end))
    }

    /// Bytes in memory.
    pub fn memory(bytes: Vec<u8>) -> Self {
        Self::Memory { bytes, at: 0 }
    }

    /// The descriptor.
    pub fn fd(&self) -> Option<BorrowedFd<'_>> {
        match self {
            Self::Descriptor(end) => Some(end.file.as_fd()),
            _ => None,
        }
    }

    /// The descriptor with what is known of it.
    pub fn known(&mut self) -> Option<&mut Descriptor> {
        match self {
            Self::Descriptor(end) => Some(end),
            _ => None,
        }
    }

    /// Reads once.
    pub fn read(&mut self, most: usize) -> io::Result<Vec<u8>> {
        match self {
            Self::Descriptor(end) => {
                let mut into = vec![0; most];
                let count = loop {
                    match end.file.read(&mut into) {
                        Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                        other => break other?,
                    }
                };
                into.truncate(count);
                Ok(into)
            }
            Self::Memory { bytes, at } => {
                let start = (*at).min(bytes.len());
                let end = start.saturating_add(most).min(bytes.len());
                *at = end.max(*at);
                Ok(bytes[start..end].to_vec())
            }
            Self::Guest(end) => end.read(most),
            Self::Names { .. } | Self::Echo | Self::User | Self::Closed => Ok(Vec::new()),
        }
    }

    /// Writes; how much.
    pub fn write(&mut self, data: &[u8], appends: bool) -> io::Result<usize> {
        match self {
            Self::Descriptor(end) => {
                let mut done = 0;
                while done < data.len() {
                    match end.file.write(&data[done..]) {
                        Ok(0) => break,
                        Ok(count) => done += count,
                        Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                        Err(_) if done > 0 => break,
                        Err(error) => return Err(error),
                    }
                }
                Ok(done)
            }
            Self::Memory { bytes, at } => {
                if appends {
                    *at = bytes.len();
                }
                let end = *at + data.len();
                if bytes.len() < end {
                    bytes.resize(end, 0);
                }
                bytes[*at..end].copy_from_slice(data);
                *at = end;
                Ok(data.len())
            }
            Self::Guest(end) => end.write(data),
            _ => Ok(0),
        }
    }

    /// Goes to a position, which it tells; `None` where that is not possible.
    pub fn seek(&mut self, to: SeekFrom) -> Option<i64> {
        match self {
            Self::Descriptor(end) if end.is_seekable => end.file.seek(to).ok().map(|at| at as i64),
            Self::Memory { bytes, at } => {
                let target = match to {
                    SeekFrom::Start(start) => i64::try_from(start).ok()?,
                    SeekFrom::Current(by) => (*at as i64).checked_add(by)?,
                    SeekFrom::End(by) => (bytes.len() as i64).checked_add(by)?,
                };
                if target < 0 {
                    *at = 0;
                    return None;
                }
                *at = target as usize;
                Some(target)
            }
            Self::Names { names, at } => match to {
                SeekFrom::Start(start) => {
                    *at = (start as usize).min(names.len());
                    Some(start as i64)
                }
                _ => None,
            },
            Self::Guest(end) => end.seek(to),
            _ => None,
        }
    }

    /// Whether something may still come: the other side of a socket may have closed it.
    pub fn is_alive(&self) -> bool {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        use rustix::net::{RecvFlags, recv};
        let Self::Descriptor(end) = self else { return true };
        let mut polled = [PollFd::new(&end.file, PollFlags::IN | PollFlags::PRI)];
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        if !end.is_socket || !matches!(poll(&mut polled, Some(&now)), Ok(1..)) {
            return true;
        }
        let mut byte = [0];
        let flags = RecvFlags::PEEK | RecvFlags::DONTWAIT;
        match recv(&end.file, &mut byte, flags) {
            Ok((_, count)) => count > 0,
            Err(error) => error == rustix::io::Errno::AGAIN || error == rustix::io::Errno::MSGSIZE,
        }
    }

    /// Whether there are positions.
    pub fn is_seekable(&self) -> bool {
        match self {
            Self::Descriptor(end) => end.is_seekable,
            Self::Memory { .. } | Self::User | Self::Names { .. } => true,
            Self::Guest(end) => end.is_seekable(),
            Self::Echo | Self::Closed => false,
        }
    }

    /// Whether there is room for a size.
    pub fn can_grow(&mut self, size: usize) -> bool {
        match self {
            Self::Memory { bytes, .. } => {
                bytes.try_reserve_exact(size.saturating_sub(bytes.len())).is_ok()
            }
            _ => true,
        }
    }

    /// Cuts to a size.
    pub fn truncate(&mut self, size: usize) -> bool {
        match self {
            Self::Descriptor(end) => end.file.set_len(size as u64).is_ok(),
            Self::Memory { bytes, at } => {
                bytes.resize(size, 0);
                *at = (*at).min(size);
                true
            }
            _ => false,
        }
    }
}

/// What is left to do for an end that is closed: delete its file, wait for its child.
pub fn release(end: End) -> i64 {
    let End::Descriptor(end) = end else { return 0 };
    let Descriptor { file, temporary, child, .. } = *end;
    drop(file);
    if let Some(path) = temporary {
        // PHP: that the file is gone already is no matter.
        let _ = std::fs::remove_file(path);
    }
    match child.map(|mut child| child.wait()) {
        Some(Ok(status)) => status.code().map_or(-1, i64::from),
        Some(Err(_)) => -1,
        None => 0,
    }
}
