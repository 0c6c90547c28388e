//! PCRE2 behind safe types.
//!
//! # Invariants
//! - P1: a pointer in [`Code`] or [`Matcher`] came from PCRE2's constructor, is not null, and is
//!   freed by `drop` alone.
//! - P2: compiled code is never changed after [`Code::compile`], so threads may share it.
//! - P3: PCRE2 is told not to look for malformed UTF-8 only where [`Subject`] knows better.
//! - P4: the offsets and the mark of a match data block are read only through a borrow of the
//!   [`Matcher`], which ends before the next match.

#![expect(unsafe_code, reason = "PCRE2 is a C library")]

use std::ffi::c_void;
use std::ptr::{self, NonNull};

use pcre2_sys as c;
use runtime::string::Str;

/// A compiled pattern.
pub struct Code {
    code: NonNull<c::pcre2_code_8>,
    is_jitted: bool,
    is_utf: bool,
    has_marks: bool,
    groups: usize,
}

// SAFETY: P2; PCRE2 documents compiled code as sharable between threads.
unsafe impl Send for Code {}
// SAFETY: as above.
unsafe impl Sync for Code {}

impl Drop for Code {
    fn drop(&mut self) {
        // SAFETY: P1.
        unsafe { c::pcre2_code_free_8(self.code.as_ptr()) }
    }
}

/// Why a pattern does not compile.
pub struct CompileError {
    /// PCRE2's words.
    pub text: String,
    /// The byte of the pattern where it noticed.
    pub offset: usize,
}

impl Code {
    /// Compiles; also to machine code if the processor allows.
    pub fn compile(pattern: &[u8], options: u32, extra: u32) -> Result<Self, CompileError> {
        // SAFETY: null asks for the standard allocator.
        let context = unsafe { c::pcre2_compile_context_create_8(ptr::null_mut()) };
        if !context.is_null() {
            // SAFETY: the context was made above.
            unsafe { c::pcre2_set_compile_extra_options_8(context, extra) };
        }
        let (mut error, mut offset) = (0, 0);
        // SAFETY: pointer and length are those of a slice; the context is null or was made above.
        let code = unsafe {
            c::pcre2_compile_8(
                pattern.as_ptr(),
                pattern.len(),
                options,
                &raw mut error,
                &raw mut offset,
                context,
            )
        };
        // SAFETY: the context is null or was made above, and nothing keeps it.
        unsafe { c::pcre2_compile_context_free_8(context) };
        let Some(code) = NonNull::new(code) else {
            return Err(CompileError { text: error_text(error), offset });
        };
        // SAFETY: P1; nobody else has the code yet.
        let jit = unsafe { c::pcre2_jit_compile_8(code.as_ptr(), c::PCRE2_JIT_COMPLETE) };
        let mut code = Self { code, is_jitted: false, is_utf: false, has_marks: false, groups: 0 };
        // Verbs with names begin like this.
        code.has_marks = pattern.windows(2).any(|pair| pair == b"(*");
        // A pattern may begin with `(*NO_JIT)`.
        code.is_jitted = jit == 0 && code.machine_bytes() > 0;
        // A pattern may begin with `(*UTF)`.
        code.is_utf = code.info(c::PCRE2_INFO_ALLOPTIONS) as u32 & c::PCRE2_UTF != 0;
        code.groups = code.info(c::PCRE2_INFO_CAPTURECOUNT) + 1;
        Ok(code)
    }

    /// Whether it matches characters of UTF-8, not bytes.
    pub fn is_utf(&self) -> bool {
        self.is_utf
    }

    /// Whether a match may pass a mark.
    pub fn has_marks(&self) -> bool {
        self.has_marks
    }

    fn info(&self, what: u32) -> usize {
        let mut value = 0_u32;
        let target = (&raw mut value).cast::<c_void>();
        // SAFETY: P1; the facts asked for are of 32 bits.
        unsafe { c::pcre2_pattern_info_8(self.code.as_ptr(), what, target) };
        value as usize
    }

    fn machine_bytes(&self) -> usize {
        let mut bytes = 0_usize;
        let target = (&raw mut bytes).cast::<c_void>();
        // SAFETY: P1; this fact is a size.
        unsafe { c::pcre2_pattern_info_8(self.code.as_ptr(), c::PCRE2_INFO_JITSIZE, target) };
        bytes
    }

    /// How many groups there are, with that of the whole match.
    pub fn groups(&self) -> usize {
        self.groups
    }

    /// The names of groups, each with the number of its group.
    pub fn names(&self) -> Vec<(usize, Vec<u8>)> {
        let (count, size) =
            (self.info(c::PCRE2_INFO_NAMECOUNT), self.info(c::PCRE2_INFO_NAMEENTRYSIZE));
        let mut table: *const u8 = ptr::null();
        let target = (&raw mut table).cast::<c_void>();
        // SAFETY: P1; this fact is a pointer.
        unsafe { c::pcre2_pattern_info_8(self.code.as_ptr(), c::PCRE2_INFO_NAMETABLE, target) };
        if table.is_null() || count == 0 {
            return Vec::new();
        }
        // SAFETY: PCRE2 keeps a table of `count` entries of `size` bytes as long as the code.
        let bytes = unsafe { std::slice::from_raw_parts(table, count * size) };
        let entries = bytes.chunks_exact(size).map(|entry| {
            let number = usize::from(entry[0]) << 8 | usize::from(entry[1]);
            let name = entry[2..].split(|&byte| byte == 0).next().unwrap_or_default();
            (number, name.to_vec())
        });
        entries.collect()
    }
}

fn error_text(code: i32) -> String {
    let mut buffer = [0_u8; 256];
    // SAFETY: pointer and length are those of the buffer.
    let length = unsafe { c::pcre2_get_error_message_8(code, buffer.as_mut_ptr(), buffer.len()) };
    let length = usize::try_from(length).unwrap_or(0);
    String::from_utf8_lossy(&buffer[..length]).into_owned()
}

/// What is searched.
#[derive(Clone, Copy)]
pub struct Subject<'s> {
    bytes: &'s [u8],
    /// The same, when it is known to be UTF-8.
    text: Option<&'s str>,
}

impl<'s> Subject<'s> {
    /// A subject of `code`.
    pub fn new(code: &Code, string: &'s Str) -> Self {
        let text = if code.is_utf { string.as_utf8() } else { None };
        Self { bytes: string, text }
    }

    /// The bytes from one on; none beyond the end.
    pub fn from(&self, start: usize) -> &'s [u8] {
        self.bytes.get(start..).unwrap_or_default()
    }

    fn is_boundary(&self, at: usize) -> bool {
        self.text.is_some_and(|text| text.is_char_boundary(at))
    }
}

/// Where a match may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Anywhere from the start on.
    Free,
    /// At the start, with at least one byte.
    HereNotEmpty,
}

/// Where matches are put, with the limits of matching. One thread uses it at a time.
pub struct Matcher {
    data: NonNull<c::pcre2_match_data_8>,
    context: NonNull<c::pcre2_match_context_8>,
    /// The offsets in `data`, which stay where they are.
    pairs: NonNull<[usize; 2]>,
    stack: Option<NonNull<c::pcre2_jit_stack_8>>,
    groups: usize,
    limits: Limits,
}

impl Drop for Matcher {
    fn drop(&mut self) {
        // SAFETY: P1.
        unsafe { c::pcre2_match_data_free_8(self.data.as_ptr()) };
        // SAFETY: P1.
        unsafe { c::pcre2_match_context_free_8(self.context.as_ptr()) };
        if let Some(stack) = self.stack {
            // SAFETY: P1.
            unsafe { c::pcre2_jit_stack_free_8(stack.as_ptr()) };
        }
    }
}

/// The limits of matching.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Steps.
    pub steps: u32,
    /// Steps within others.
    pub depth: u32,
    /// Whether machine code may be used.
    pub uses_jit: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { steps: 1_000_000, depth: 100_000, uses_jit: true }
    }
}

const JIT_STACK_BYTES: usize = 32 * 1024;
const JIT_STACK_BYTES_MAX: usize = 192 * 1024;

impl Matcher {
    /// Room for the groups of patterns with at most `groups`; `None` without memory.
    pub fn new(groups: usize) -> Option<Self> {
        let pairs = u32::try_from(groups).ok()?;
        // SAFETY: null asks for the standard allocator.
        let data = NonNull::new(unsafe { c::pcre2_match_data_create_8(pairs, ptr::null_mut()) })?;
        // SAFETY: as above.
        let context = unsafe { c::pcre2_match_context_create_8(ptr::null_mut()) };
        let Some(context) = NonNull::new(context) else {
            // SAFETY: P1; nothing else has the block.
            unsafe { c::pcre2_match_data_free_8(data.as_ptr()) };
            return None;
        };
        // SAFETY: null asks for the standard allocator.
        let stack = unsafe {
            c::pcre2_jit_stack_create_8(JIT_STACK_BYTES, JIT_STACK_BYTES_MAX, ptr::null_mut())
        };
        let stack = NonNull::new(stack);
        if let Some(stack) = stack {
            let stack = stack.as_ptr().cast();
            // SAFETY: P1; the stack lives as long as the context, and serves one match at a time.
            unsafe { c::pcre2_jit_stack_assign_8(context.as_ptr(), None, stack) };
        }
        // SAFETY: P1.
        let pairs = unsafe { c::pcre2_get_ovector_pointer_8(data.as_ptr()) };
        let pairs = NonNull::new(pairs)?.cast();
        let limits = Limits { steps: 0, ..Limits::default() };
        let mut matcher = Self { data, context, pairs, stack, groups, limits };
        matcher.limit(Limits::default());
        Some(matcher)
    }

    /// Sets the limits of the matches to come.
    #[inline]
    pub fn limit(&mut self, limits: Limits) {
        if self.limits == limits {
            return;
        }
        self.limits = limits;
        // SAFETY: P1.
        unsafe { c::pcre2_set_match_limit_8(self.context.as_ptr(), limits.steps) };
        // SAFETY: P1.
        unsafe { c::pcre2_set_depth_limit_8(self.context.as_ptr(), limits.depth) };
    }

    /// Whether it has room for the groups.
    pub fn holds(&self, groups: usize) -> bool {
        self.groups >= groups
    }

    /// Matches from `start`: how many groups took part, or PCRE2's error.
    #[inline]
    pub fn run(&mut self, code: &Code, subject: Subject<'_>, start: usize, how: How) -> i32 {
        assert!(start <= subject.bytes.len() && self.holds(code.groups));
        let is_sound = !code.is_utf || subject.is_boundary(start);
        if how != How::Free || !is_sound || !code.is_jitted || !self.limits.uses_jit {
            return self.run_other(code, subject, start, (how, is_sound));
        }
        // SAFETY: P1, P3; pointer and length are those of a slice, `start` is within.
        unsafe {
            c::pcre2_jit_match_8(
                code.code.as_ptr(),
                subject.bytes.as_ptr(),
                subject.bytes.len(),
                start,
                c::PCRE2_NO_UTF_CHECK,
                self.data.as_ptr(),
                self.context.as_ptr(),
            )
        }
    }

    /// The same where machine code cannot simply be run.
    fn run_other(
        &mut self,
        code: &Code,
        subject: Subject<'_>,
        start: usize,
        (how, is_sound): (How, bool),
    ) -> i32 {
        let check = if is_sound { c::PCRE2_NO_UTF_CHECK } else { 0 };
        let check = if self.limits.uses_jit { check } else { check | c::PCRE2_NO_JIT };
        let options = match how {
            How::Free => check,
            How::HereNotEmpty => check | c::PCRE2_ANCHORED | c::PCRE2_NOTEMPTY_ATSTART,
        };
        // SAFETY: P1, P3; pointer and length are those of a slice, `start` is within.
        unsafe {
            c::pcre2_match_8(
                code.code.as_ptr(),
                subject.bytes.as_ptr(),
                subject.bytes.len(),
                start,
                options,
                self.data.as_ptr(),
                self.context.as_ptr(),
            )
        }
    }

    /// Start and end of each group of the last match; `usize::MAX` for one that took no part.
    #[inline]
    pub fn offsets(&self) -> &[[usize; 2]] {
        // SAFETY: P4; the block was made for this many pairs.
        unsafe { std::slice::from_raw_parts(self.pairs.as_ptr(), self.groups) }
    }

    /// The mark that the last match passed.
    pub fn mark(&self) -> Option<&[u8]> {
        // SAFETY: P1.
        let mark = unsafe { c::pcre2_get_mark_8(self.data.as_ptr()) };
        if mark.is_null() {
            return None;
        }
        // SAFETY: P4; PCRE2 ends a mark with a NUL, and it lives as long as the code.
        Some(unsafe { std::ffi::CStr::from_ptr(mark.cast()) }.to_bytes())
    }
}
