//! From tokens to values.

use super::scan::{Scanner, Token};
use super::{Failure, Flags};
use runtime::array::{Array, Key, int_of};
use runtime::conv::{self, KeyValue};
use runtime::heap::Oom;
use runtime::native::Call;
use runtime::object::Object;
use runtime::raise::{OrExit as _, Res};
use runtime::string::Str;
use runtime::value::Value;

/// What decoding asks for.
pub struct Target {
    /// The options.
    pub flags: Flags,
    /// Whether objects become arrays.
    pub assoc: bool,
    /// How many arrays and objects may be open.
    pub depth: usize,
}

/// Receives what a text contains; the values of a validator are nothing.
trait Sink {
    type Value;

    fn scalar(&mut self, token: Token<'_>) -> Res<Self::Value>;
    fn begin(&mut self) -> Level<Self::Value>;
    fn element(&mut self, level: &mut Level<Self::Value>, value: Self::Value) -> Res<()>;
    fn end(&mut self, level: Level<Self::Value>, is_object: bool) -> Res<Self::Value>;
    /// Whether a property may have the name.
    fn takes_name(&self, name: &[u8]) -> bool;
    fn name(&mut self, name: &[u8]) -> Res<KeyValue>;
}

/// An array or object that is open.
struct Level<V> {
    kind: u8,
    key: KeyValue,
    array: Array,
    /// PHP: an object is made when its first property is there.
    object: Option<Object>,
    empty: std::marker::PhantomData<V>,
}

impl<V> Level<V> {
    fn new() -> Self {
        let key = KeyValue::Int(0);
        let array = Array::new();
        Self { kind: 0, key, array, object: None, empty: std::marker::PhantomData }
    }
}

/// The value of `text`, or why there is none.
pub fn decode(call: &mut Call<'_>, text: &[u8], target: &Target) -> Res<Result<Value, Failure>> {
    let mut sink = Values { call, target };
    walk(&mut sink, Scanner::new(text, target.flags), target.depth)
}

/// Whether `text` is JSON.
pub fn validate(text: &[u8], flags: Flags, depth: usize) -> Res<Result<(), Failure>> {
    walk(&mut Nothing, Scanner::new(text, flags), depth)
}

/// What may come next.
enum Expect {
    /// A value, or the end of the array that was opened just now.
    FirstElement,
    /// A name, or the end of the object that was opened just now.
    FirstName,
    Value,
    Name,
    /// What follows a value.
    CommaOrEnd,
}

type Outcome<T> = Res<Result<T, Failure>>;

fn walk<S: Sink>(sink: &mut S, mut scanner: Scanner<'_>, depth: usize) -> Outcome<S::Value> {
    let mut open: Vec<Level<S::Value>> = Vec::new();
    let mut expect = Expect::Value;
    loop {
        let token = match scanner.token() {
            Ok(token) => token,
            Err(failure) => return Ok(Err(failure)),
        };
        let value = match (expect, token) {
            (Expect::FirstElement | Expect::Value, Token::Mark(mark @ (b'[' | b'{'))) => {
                // PHP: the value of the text counts as a level too.
                if open.len() + 1 >= depth {
                    return Ok(Err(Failure::Depth));
                }
                expect = if mark == b'[' { Expect::FirstElement } else { Expect::FirstName };
                open.push(Level { kind: mark, ..sink.begin() });
                continue;
            }
            (
                Expect::FirstElement | Expect::FirstName | Expect::CommaOrEnd,
                Token::Mark(mark @ (b']' | b'}')),
            ) => {
                let Some(level) = open.pop() else { return Ok(Err(Failure::Syntax)) };
                if mark != level.kind + 2 {
                    return Ok(Err(Failure::StateMismatch));
                }
                sink.end(level, mark == b'}')?
            }
            (Expect::CommaOrEnd, Token::Mark(b',')) => {
                let is_object = open.last().is_some_and(|level| level.kind == b'{');
                if open.is_empty() {
                    return Ok(Err(Failure::Syntax));
                }
                expect = if is_object { Expect::Name } else { Expect::Value };
                continue;
            }
            (Expect::FirstName | Expect::Name, Token::Str(name)) => {
                match scanner.token() {
                    Ok(Token::Mark(b':')) => {}
                    Ok(_) => return Ok(Err(Failure::Syntax)),
                    Err(failure) => return Ok(Err(failure)),
                }
                if !sink.takes_name(&name) {
                    return Ok(Err(Failure::PropertyName));
                }
                if let Some(level) = open.last_mut() {
                    level.key = sink.name(&name)?;
                }
                expect = Expect::Value;
                continue;
            }
            (Expect::FirstElement | Expect::Value, token) if is_scalar(&token) => {
                sink.scalar(token)?
            }
            _ => return Ok(Err(Failure::Syntax)),
        };
        let Some(level) = open.last_mut() else {
            return Ok(match scanner.token() {
                Ok(Token::End) => Ok(value),
                Ok(_) => Err(Failure::Syntax),
                Err(failure) => Err(failure),
            });
        };
        sink.element(level, value)?;
        expect = Expect::CommaOrEnd;
    }
}

fn is_scalar(token: &Token<'_>) -> bool {
    !matches!(token, Token::Mark(_) | Token::End)
}

/// Makes the values.
struct Values<'c, 'h> {
    call: &'c mut Call<'h>,
    target: &'c Target,
}

impl Values<'_, '_> {
    fn set(level: &mut Level<Value>, value: Value) -> Result<(), Oom> {
        if level.kind == b'{' {
            return level.array.set(level.key.as_key(), value);
        }
        let next = level.array.len() as i64;
        level.array.set(Key::Int(next), value)
    }
}

impl Sink for Values<'_, '_> {
    type Value = Value;

    #[inline]
    fn scalar(&mut self, token: Token<'_>) -> Res<Value> {
        Ok(match token {
            Token::Str(bytes) => self.call.str(&bytes)?.into(),
            Token::Int(value) => Value::int(value),
            Token::BigInt(text) if self.target.flags.has(Flags::BIGINT_AS_STRING) => {
                self.call.str(text)?.into()
            }
            Token::BigInt(text) => Value::float(conv::str_to_float(text)),
            Token::Float(text) => Value::float(text.parse().unwrap_or(0.0)),
            Token::Bool(value) => Value::bool(value),
            Token::Null | Token::Mark(_) | Token::End => Value::NULL,
        })
    }

    fn begin(&mut self) -> Level<Value> {
        Level::new()
    }

    #[inline]
    fn element(&mut self, level: &mut Level<Value>, value: Value) -> Res<()> {
        if level.kind == b'{' && !self.target.assoc && level.object.is_none() {
            level.object = self.call.host().plain_object(Array::new())?.into_object();
        }
        Self::set(level, value).or_exit(self.call.rq())
    }

    fn end(&mut self, level: Level<Value>, is_object: bool) -> Res<Value> {
        if !is_object || self.target.assoc {
            return Ok(level.array.into());
        }
        let Some(mut object) = level.object else {
            return self.call.host().plain_object(level.array);
        };
        if let Some(slot) = object.class().class().first.dynamic {
            object.slot_mut(slot as usize).set(Value::from(level.array));
            object.set_may_be_cyclic();
        }
        Ok(object.into())
    }

    fn takes_name(&self, name: &[u8]) -> bool {
        self.target.assoc || name.first() != Some(&0)
    }

    #[inline]
    fn name(&mut self, name: &[u8]) -> Res<KeyValue> {
        Ok(match int_of(name) {
            Some(int) => KeyValue::Int(int),
            None => KeyValue::Str(Str::new(name).or_exit(self.call.rq())?),
        })
    }
}

/// Makes nothing.
struct Nothing;

impl Sink for Nothing {
    type Value = ();

    fn scalar(&mut self, _: Token<'_>) -> Res<()> {
        Ok(())
    }

    fn begin(&mut self) -> Level<()> {
        Level::new()
    }

    fn element(&mut self, _: &mut Level<()>, (): ()) -> Res<()> {
        Ok(())
    }

    fn end(&mut self, _: Level<()>, _: bool) -> Res<()> {
        Ok(())
    }

    fn takes_name(&self, _: &[u8]) -> bool {
        true
    }

    fn name(&mut self, _: &[u8]) -> Res<KeyValue> {
        Ok(KeyValue::Int(0))
    }
}
