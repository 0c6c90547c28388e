//! zlib behind safe types.
//!
//! # Invariants
//! - Z1: the stream of a [`Deflate`] or [`Inflate`] was initialised by zlib, lies in a box that is
//!   never moved out of, and is ended by `drop` alone.
//! - Z2: a stream has pointers to input and output only while zlib runs, and these are of slices of
//!   the lengths that it is told.

#![expect(unsafe_code, reason = "zlib is a C library")]

use std::ffi::{c_int, c_uint, c_void};
use std::mem::size_of;
use std::ptr;

use libz_sys as c;

/// Why zlib returned.
pub mod status {
    /// It went on.
    pub const OK: i32 = 0;
    /// The end of the data.
    pub const STREAM_END: i32 = 1;
    /// A dictionary is wanted.
    pub const NEED_DICT: i32 = 2;
    /// The data is malformed.
    pub const DATA_ERROR: i32 = -3;
    /// There is no memory.
    pub const MEM_ERROR: i32 = -4;
    /// Nothing could be done.
    pub const BUF_ERROR: i32 = -5;
}

/// When output is made of what was taken.
pub mod flush {
    /// When it pays.
    pub const NONE: i32 = 0;
    /// At once, to a byte.
    pub const SYNC: i32 = 2;
    /// At once, and what follows needs nothing of it.
    pub const FULL: i32 = 3;
    /// It is the end.
    pub const FINISH: i32 = 4;
}

/// zlib's words for a status.
pub fn words(status: i32) -> &'static str {
    match status {
        2 => "need dictionary",
        1 => "stream end",
        -1 => "file error",
        -2 => "stream error",
        -3 => "data error",
        -4 => "insufficient memory",
        -5 => "buffer error",
        -6 => "incompatible version",
        _ => "",
    }
}

extern "C" fn allocate(_: *mut c_void, items: c_uint, size: c_uint) -> *mut c_void {
    // SAFETY: any two numbers may be asked for; zlib heeds null.
    unsafe { libc::calloc(items as usize, size as usize) }
}

extern "C" fn release(_: *mut c_void, address: *mut c_void) {
    // SAFETY: zlib gives back what `allocate` gave out, once.
    unsafe { libc::free(address) }
}

fn fresh() -> Box<c::z_stream> {
    Box::new(c::z_stream {
        next_in: ptr::null_mut(),
        avail_in: 0,
        total_in: 0,
        next_out: ptr::null_mut(),
        avail_out: 0,
        total_out: 0,
        msg: ptr::null_mut(),
        state: ptr::null_mut(),
        zalloc: allocate,
        zfree: release,
        opaque: ptr::null_mut(),
        data_type: 0,
        adler: 0,
        reserved: 0,
    })
}

/// What one step did.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Of [`status`].
    pub status: i32,
    /// Bytes of the input that were taken.
    pub taken: usize,
    /// Bytes of the output that were made.
    pub made: usize,
}

type Run = unsafe extern "C" fn(c::z_streamp, c_int) -> c_int;

/// Runs zlib once; at most 4 GB on either side.
fn step(stream: &mut c::z_stream, run: Run, (input, output): (&[u8], &mut [u8]), how: i32) -> Step {
    let most = |length: usize| c_uint::try_from(length).unwrap_or(c_uint::MAX);
    let (given, room) = (most(input.len()), most(output.len()));
    stream.next_in = input.as_ptr().cast_mut();
    stream.avail_in = given;
    stream.next_out = output.as_mut_ptr();
    stream.avail_out = room;
    // SAFETY: Z1, Z2; zlib does not write to its input.
    let status = unsafe { run(stream, how) };
    let taken = (given - stream.avail_in) as usize;
    let made = (room - stream.avail_out) as usize;
    stream.next_in = ptr::null_mut();
    stream.next_out = ptr::null_mut();
    (stream.avail_in, stream.avail_out) = (0, 0);
    Step { status, taken, made }
}

const VERSION: &std::ffi::CStr = c"1.3.1";

/// How data is compressed.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// −1 to 9.
    pub level: i32,
    /// The logarithm of the window's size; negative for raw data, plus 16 for gzip.
    pub window: i32,
    /// 1 to 9.
    pub memory: i32,
    /// What kind of data it is.
    pub strategy: i32,
}

/// Data being compressed.
pub struct Deflate(Box<c::z_stream>);

impl Deflate {
    /// Begins; none when the settings do not fit.
    pub fn new(settings: Settings) -> Option<Self> {
        const DEFLATED: c_int = 8;
        let mut stream = fresh();
        let Settings { level, window, memory, strategy } = settings;
        let size = size_of::<c::z_stream>() as c_int;
        let version = VERSION.as_ptr();
        // SAFETY: the stream is as zlib wants it before its initialisation.
        let status = unsafe {
            c::deflateInit2_(&mut *stream, level, DEFLATED, window, memory, strategy, version, size)
        };
        (status == status::OK).then_some(Self(stream))
    }

    /// Says what the data may refer to.
    pub fn set_dictionary(&mut self, dictionary: &[u8]) -> i32 {
        let length = c_uint::try_from(dictionary.len()).unwrap_or(c_uint::MAX);
        // SAFETY: Z1; pointer and length are those of a slice.
        unsafe { c::deflateSetDictionary(&mut *self.0, dictionary.as_ptr(), length) }
    }

    /// Compresses.
    pub fn step(&mut self, input: &[u8], output: &mut [u8], how: i32) -> Step {
        step(&mut self.0, c::deflate, (input, output), how)
    }

    /// Begins anew.
    pub fn reset(&mut self) {
        // SAFETY: Z1.
        unsafe { c::deflateReset(&mut *self.0) };
    }

    /// Compresses all of the input, to the end of `output`; the last status.
    pub fn run(&mut self, mut input: &[u8], output: &mut Vec<u8>, how: i32) -> i32 {
        let mut buffer = [0; 8192];
        loop {
            let done = self.step(input, &mut buffer, how);
            output.extend_from_slice(&buffer[..done.made]);
            input = &input[done.taken..];
            let has_more = done.made == buffer.len() || !input.is_empty();
            if done.status != status::OK || !has_more {
                return done.status;
            }
        }
    }
}

impl Drop for Deflate {
    fn drop(&mut self) {
        // SAFETY: Z1.
        unsafe { c::deflateEnd(&mut *self.0) };
    }
}

/// Data being expanded.
pub struct Inflate(Box<c::z_stream>);

impl Inflate {
    /// Begins; none when the window does not fit.
    pub fn new(window: i32) -> Option<Self> {
        let mut stream = fresh();
        let size = size_of::<c::z_stream>() as c_int;
        // SAFETY: the stream is as zlib wants it before its initialisation.
        let status = unsafe { c::inflateInit2_(&mut *stream, window, VERSION.as_ptr(), size) };
        (status == status::OK).then_some(Self(stream))
    }

    /// Says what the data refers to.
    pub fn set_dictionary(&mut self, dictionary: &[u8]) -> i32 {
        let length = c_uint::try_from(dictionary.len()).unwrap_or(c_uint::MAX);
        // SAFETY: Z1; pointer and length are those of a slice.
        unsafe { c::inflateSetDictionary(&mut *self.0, dictionary.as_ptr(), length) }
    }

    /// Expands.
    pub fn step(&mut self, input: &[u8], output: &mut [u8], how: i32) -> Step {
        step(&mut self.0, c::inflate, (input, output), how)
    }

    /// Begins anew.
    pub fn reset(&mut self) {
        // SAFETY: Z1.
        unsafe { c::inflateReset(&mut *self.0) };
    }

    /// Bytes that were taken since it began.
    pub fn total_in(&self) -> u64 {
        self.0.total_in
    }
}

impl Drop for Inflate {
    fn drop(&mut self) {
        // SAFETY: Z1.
        unsafe { c::inflateEnd(&mut *self.0) };
    }
}
