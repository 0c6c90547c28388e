//! Hashes under way as `HashContext` serialises them: the members of what PHP's code holds of one,
//! in the order of its memory.

use runtime::array::{Array, Key};
use runtime::native::Call;
use runtime::raise::Res;
use runtime::value::{Value, View};

/// A member.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Member {
    /// A number of at most 64 bits.
    Number(u64),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// Numbers as members.
pub fn numbers<T: Into<u64>>(numbers: impl IntoIterator<Item = T>) -> Vec<Member> {
    numbers.into_iter().map(|number| Member::Number(number.into())).collect()
}

/// The members of a state, one after the other, in the types that the form says.
pub struct Members<'m>(std::slice::Iter<'m, Member>);

impl<'m> Members<'m> {
    /// All of them.
    pub fn new(members: &'m [Member]) -> Self {
        Self(members.iter())
    }

    /// The next one, a number.
    pub fn u64(&mut self) -> u64 {
        match self.0.next() {
            Some(Member::Number(number)) => *number,
            _ => 0,
        }
    }

    /// The next one, a number of 32 bits.
    pub fn u32(&mut self) -> u32 {
        self.u64() as u32
    }

    /// The next ones, numbers of 32 bits.
    pub fn words<const COUNT: usize>(&mut self) -> [u32; COUNT] {
        std::array::from_fn(|_| self.u32())
    }

    /// The next ones, numbers of 64 bits.
    pub fn longs<const COUNT: usize>(&mut self) -> [u64; COUNT] {
        std::array::from_fn(|_| self.u64())
    }

    /// The next one, bytes.
    pub fn bytes(&mut self) -> &'m [u8] {
        match self.0.next() {
            Some(Member::Bytes(bytes)) => bytes,
            _ => &[],
        }
    }
}

/// PHP's marks of forms: members as they are, and those of the sponge with words that are inverted.
pub const PLAIN: i64 = 2;
/// See [`PLAIN`].
pub const SPONGE: i64 = 100;

/// Codes of what is wrong with a state: another kind of value, and members that fit no hash.
pub const NO_STATE: i64 = -1;
const NO_MEMBER: i64 = -1000;
/// See [`NO_STATE`].
pub const UNFIT: i64 = -2000;

/// Members of a form: so many of a size in bytes, from an offset in memory. Those that are not
/// written take their place too.
struct Row {
    size: usize,
    count: usize,
    offset: usize,
    is_written: bool,
}

impl Row {
    fn is_text(&self) -> bool {
        self.size == 1 && self.count > 1
    }
}

/// A form in PHP's words: `l` and `i` are 32 bits, `q` 64, `b` 8, each with a count behind it;
/// capital letters are not written.
fn rows(form: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut end = 0_usize;
    let mut rest = form.trim_end_matches('.');
    while let Some(letter) = rest.chars().next() {
        let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
        let count = rest[1..=digits].parse().unwrap_or(1);
        rest = &rest[1 + digits..];
        let size = match letter.to_ascii_lowercase() {
            'q' => 8,
            'l' | 'i' => 4,
            _ => 1,
        };
        let offset = end.next_multiple_of(size);
        end = offset + size * count;
        rows.push(Row { size, count, offset, is_written: letter.is_ascii_lowercase() });
    }
    rows
}

/// The array that members are written as.
pub fn written(call: &mut Call<'_>, form: &str, members: &[Member]) -> Res<Value> {
    let mut values = Vec::new();
    let mut members = Members::new(members);
    for row in rows(form).iter().filter(|row| row.is_written) {
        if row.is_text() {
            values.push(call.str(members.bytes())?.into());
            continue;
        }
        for _ in 0..row.count {
            let number = members.u64();
            values.push(Value::int(i64::from(number as i32)));
            if row.size == 8 {
                values.push(Value::int(i64::from((number >> 32) as i32)));
            }
        }
    }
    Ok(call.list(values)?.into())
}

fn element(array: &Array, at: &mut i64) -> Option<Value> {
    let found = array.get(Key::Int(*at)).map(|value| value.unboxed().clone());
    *at += 1;
    found
}

/// The members that a value was written of; PHP's code for what is wrong.
pub fn read(form: &str, value: &Value) -> Result<Vec<Member>, i64> {
    let View::Array(array) = value.unboxed().view() else { return Err(NO_STATE) };
    let (mut members, mut at) = (Vec::new(), 0);
    for row in rows(form).iter().filter(|row| row.is_written) {
        if row.is_text() {
            let text = element(array, &mut at);
            let text = text.as_ref().and_then(Value::as_str).filter(|text| text.len() == row.count);
            let text = text.ok_or(NO_MEMBER - row.offset as i64)?;
            members.push(Member::Bytes(text.to_vec()));
            continue;
        }
        for number in 0..row.count {
            let code = NO_MEMBER - (row.offset + number * row.size) as i64;
            let mut half = || element(array, &mut at).and_then(|half| half.as_int()).ok_or(code);
            let low = half()? as u32;
            let high = if row.size == 8 { half()? } else { 0 };
            members.push(Member::Number(u64::from(low).wrapping_add((high as u64) << 32)));
        }
    }
    Ok(members)
}
