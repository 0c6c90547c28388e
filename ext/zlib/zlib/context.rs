//! Data in parts: objects of the classes `DeflateContext` and `InflateContext`, whose state is kept
//! here by their number.

use std::collections::HashMap;

use ext_file::layer::context::named;
use runtime::array::Array;
use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::native::OrFalse;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::is_encoding;
use crate::ffi::{Deflate, Inflate, Settings, flush, status, words};

/// Data being expanded.
struct Expanding {
    inflate: Inflate,
    /// What is given when it is asked for.
    dictionary: Option<Vec<u8>>,
    status: i32,
    /// What a step writes to.
    buffer: Box<[u8]>,
}

/// Those of the request.
#[derive(Default)]
struct Contexts {
    deflates: HashMap<u32, Deflate>,
    inflates: HashMap<u32, Expanding>,
}

fn id(value: &Value) -> u32 {
    match value.unboxed().view() {
        View::Object(object) => object.id(),
        _ => 0,
    }
}

fn refused(call: &mut Call<'_>, text: &str) -> Halt {
    call.throw(Message::ValueRefused { text: text.to_owned() })
}

/// The options as an array.
fn options(call: &mut Call<'_>, given: &Value) -> Res<Array> {
    match given.unboxed().view() {
        View::Array(array) => Ok(array.clone()),
        View::Object(object) => {
            let object = object.clone();
            call.host().object_array(&object)
        }
        _ => Ok(Array::new()),
    }
}

/// The number of an option.
fn number(call: &mut Call<'_>, options: &Array, name: &str, default: i64) -> Res<i64> {
    match named(options, name).cloned() {
        Some(value) => conv::to_int(call.rq(), &value),
        None => Ok(default),
    }
}

/// What the option `dictionary` says: a text, or texts that are each ended by a NUL.
fn dictionary(call: &mut Call<'_>, options: &Array) -> Res<Option<Vec<u8>>> {
    let Some(given) = named(options, "dictionary").cloned() else { return Ok(None) };
    match given.view() {
        View::Str(text) => Ok(Some(text.to_vec())),
        View::Array(array) if array.is_empty() => Ok(None),
        View::Array(array) => {
            let mut joined = Vec::new();
            for (_, value) in array {
                let text = call.to_str(value.unboxed())?;
                if text.is_empty() {
                    return Err(call.value_error(2, "must not contain empty strings"));
                }
                if text.contains(&0) {
                    return Err(call.value_error(2, "must not contain strings with null bytes"));
                }
                joined.extend_from_slice(&text);
                joined.push(0);
            }
            Ok(Some(joined))
        }
        _ => {
            let given = call.given(&given);
            let rule = format!("must be of type zero-terminated string or array, {given} given");
            Err(call.type_refused(2, &rule))
        }
    }
}

/// The window that zlib is told: of a kind of data, with another size.
fn window_of(encoding: i64, window: i64) -> i32 {
    (if encoding < 0 { encoding + 15 - window } else { encoding - (15 - window) }) as i32
}

pub fn deflate_init(call: &mut Call<'_>, encoding: i64, given: &Value) -> Res<Value> {
    let options = options(call, given)?;
    let mut read = |name, default, (least, most): (i64, i64)| {
        let value = number(call, &options, name, default)?;
        if (least..=most).contains(&value) {
            return Ok(value);
        }
        let text = format!("deflate_init(): \"{name}\" option must be between {least} and {most}");
        Err(refused(call, &text))
    };
    let level = read("level", -1, (-1, 9))?;
    let memory = read("memory", 8, (1, 9))?;
    let window = read("window", 15, (8, 15))?;
    let strategy = number(call, &options, "strategy", 0)?;
    if !(0..=4).contains(&strategy) {
        let text = "deflate_init(): \"strategy\" option must be one of ZLIB_FILTERED, \
                    ZLIB_HUFFMAN_ONLY, ZLIB_RLE, ZLIB_FIXED, or ZLIB_DEFAULT_STRATEGY";
        return Err(refused(call, text));
    }
    if !is_encoding(encoding) {
        let rule = "must be one of ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP, or ZLIB_ENCODING_DEFLATE";
        return Err(call.value_error(1, rule));
    }
    let dictionary = dictionary(call, &options)?;
    let settings = Settings {
        level: level as i32,
        window: window_of(encoding, window),
        memory: memory as i32,
        strategy: strategy as i32,
    };
    let Some(mut deflate) = Deflate::new(settings) else {
        call.warn("Failed allocating zlib.deflate context")?;
        return Ok(Value::bool(false));
    };
    if let Some(dictionary) = dictionary {
        deflate.set_dictionary(&dictionary);
    }
    let object = call.host().new_object("DeflateContext")?;
    call.state::<Contexts>().deflates.insert(id(&object), deflate);
    Ok(object)
}

fn check_flush(call: &mut Call<'_>, mode: i64) -> Res<i32> {
    if (0..=5).contains(&mode) {
        return Ok(mode as i32);
    }
    let rule = "must be one of ZLIB_NO_FLUSH, ZLIB_PARTIAL_FLUSH, ZLIB_SYNC_FLUSH, \
                ZLIB_FULL_FLUSH, ZLIB_BLOCK, or ZLIB_FINISH";
    Err(call.value_error(3, rule))
}

pub fn deflate_add(
    call: &mut Call<'_>,
    context: &Value,
    data: &Str,
    flush_mode: i64,
) -> Res<OrFalse<Str>> {
    let mode = check_flush(call, flush_mode)?;
    if data.is_empty() && mode != flush::FINISH {
        return call.str(b"").map(Some).map(OrFalse);
    }
    let Some(deflate) = call.state::<Contexts>().deflates.get_mut(&id(context)) else {
        return Ok(OrFalse(None));
    };
    let mut output = Vec::new();
    let status = deflate.run(data, &mut output, mode);
    match status {
        status::OK => {}
        status::STREAM_END => deflate.reset(),
        other => {
            call.warn(format!("zlib error ({})", words(other)))?;
            return Ok(OrFalse(None));
        }
    }
    call.str(&output).map(Some).map(OrFalse)
}

pub fn inflate_init(call: &mut Call<'_>, encoding: i64, given: &Value) -> Res<Value> {
    let options = options(call, given)?;
    let window = number(call, &options, "window", 15)?;
    if !(8..=15).contains(&window) {
        let text = format!("zlib window size (logarithm) ({window}) must be within 8..15");
        return Err(refused(call, &text));
    }
    if !is_encoding(encoding) {
        let text = "Encoding mode must be ZLIB_ENCODING_RAW, ZLIB_ENCODING_GZIP or \
                    ZLIB_ENCODING_DEFLATE";
        return Err(refused(call, text));
    }
    let mut dictionary = dictionary(call, &options)?;
    let Some(mut inflate) = Inflate::new(window_of(encoding, window)) else {
        call.warn("Failed allocating zlib.inflate context")?;
        return Ok(Value::bool(false));
    };
    if window_of(encoding, window) == super::encoding::RAW as i32
        && let Some(dictionary) = dictionary.take()
    {
        inflate.set_dictionary(&dictionary);
    }
    let object = call.host().new_object("InflateContext")?;
    let buffer = vec![0; 8192].into_boxed_slice();
    let expanding = Expanding { inflate, dictionary, status: status::OK, buffer };
    call.state::<Contexts>().inflates.insert(id(&object), expanding);
    Ok(object)
}

/// What is wrong with a part.
enum Fault {
    NoDictionary,
    OtherDictionary,
    Status(i32),
}

impl Expanding {
    fn add(&mut self, mut input: &[u8], mode: i32) -> Result<Vec<u8>, Fault> {
        let mut output = Vec::new();
        loop {
            let done = self.inflate.step(input, &mut self.buffer, mode);
            output.extend_from_slice(&self.buffer[..done.made]);
            input = &input[done.taken..];
            self.status = done.status;
            let is_full = done.made == self.buffer.len();
            match done.status {
                status::OK if is_full => {}
                status::BUF_ERROR if mode == flush::FINISH && is_full => {}
                status::OK | status::STREAM_END | status::BUF_ERROR => return Ok(output),
                status::NEED_DICT => {
                    let dictionary = self.dictionary.take().ok_or(Fault::NoDictionary)?;
                    if self.inflate.set_dictionary(&dictionary) != status::OK {
                        return Err(Fault::OtherDictionary);
                    }
                }
                other => return Err(Fault::Status(other)),
            }
        }
    }
}

pub fn inflate_add(
    call: &mut Call<'_>,
    context: &Value,
    data: &Str,
    flush_mode: i64,
) -> Res<OrFalse<Str>> {
    let mode = check_flush(call, flush_mode)?;
    let Some(expanding) = call.state::<Contexts>().inflates.get_mut(&id(context)) else {
        return Ok(OrFalse(None));
    };
    if expanding.status == status::STREAM_END {
        expanding.status = status::OK;
        expanding.inflate.reset();
    }
    if data.is_empty() && mode != flush::FINISH {
        return call.str(b"").map(Some).map(OrFalse);
    }
    match expanding.add(data, mode) {
        Ok(output) => return call.str(&output).map(Some).map(OrFalse),
        Err(Fault::NoDictionary) => call.warn(
            "Inflating this data requires a preset dictionary, please specify it in the options \
             array of inflate_init()",
        )?,
        Err(Fault::OtherDictionary) => {
            call.warn("Dictionary does not match expected dictionary (incorrect adler32 hash)")?
        }
        Err(Fault::Status(status)) => call.warn(words(status))?,
    }
    Ok(OrFalse(None))
}

pub fn inflate_get_status(call: &mut Call<'_>, context: &Value) -> Res<i64> {
    let known = call.state::<Contexts>().inflates.get(&id(context));
    Ok(known.map_or(0, |known| i64::from(known.status)))
}

pub fn inflate_get_read_len(call: &mut Call<'_>, context: &Value) -> Res<i64> {
    let known = call.state::<Contexts>().inflates.get(&id(context));
    Ok(known.map_or(0, |known| known.inflate.total_in() as i64))
}
