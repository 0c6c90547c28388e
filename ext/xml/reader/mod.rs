//! Reading XML node by node.

#[rustfmt::skip]
mod r#gen;
mod load;

use std::collections::HashMap;

use libxml2::Node;
use libxml2::parse::Source;
use libxml2::reader::Reader;
use runtime::message::Message;
use runtime::native::{Arguments, Call, Method};
use runtime::object::{Object, WeakObject};
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::bridge::{Job, Style, run};
use crate::dom::object::{maybe_text, object_of, text};
use crate::store::Store;

pub use r#gen::{CONSTANTS, NATIVES};

/// The readers of a request, by their objects.
#[derive(Default)]
pub struct Readers {
    open: HashMap<WeakObject, Reader>,
}

impl Readers {
    /// Forgets a reader whose object is gone.
    pub fn forget(&mut self, gone: WeakObject) {
        self.open.remove(&gone);
    }
}

macro_rules! methods {
    ($($name:literal = $body:path;)+) => {
        /// The bodies of the methods.
        pub const METHODS: &[Method] = &[
            $(Method { name: concat!("xmlreader::", $name), body: $body }),+
        ];
    };
}

methods! {
    "close" = close;
    "getattribute" = attribute;
    "getattributeno" = attribute_at;
    "getattributens" = attribute_ns;
    "getparserproperty" = property;
    "setparserproperty" = set_property;
    "isvalid" = is_valid;
    "lookupnamespace" = lookup;
    "movetoattribute" = move_to;
    "movetoattributeno" = move_to_at;
    "movetoattributens" = move_to_ns;
    "movetoelement" = move_to_element;
    "movetofirstattribute" = move_to_first;
    "movetonextattribute" = move_to_next;
    "read" = read;
    "next" = next;
    "open" = load::open;
    "open_" = load::open;
    "fromuri" = load::from_uri;
    "fromstream" = load::from_stream;
    "xml" = load::xml;
    "xml_" = load::xml;
    "fromstring" = load::from_string;
    "readinnerxml" = inner;
    "readouterxml" = outer;
    "readstring" = string;
    "setschema" = set_schema;
    "setrelaxngschema" = set_relax;
    "setrelaxngschemasource" = set_relax_source;
    "expand" = expand;
}

/// Calls with the reader of an object; nothing when it reads nothing.
fn with<T>(
    call: &mut Call<'_>,
    object: &Object,
    work: impl FnOnce(&mut Reader) -> T,
) -> Res<Option<T>> {
    let key = object.downgrade();
    let Some(mut reader) = call.state::<Readers>().open.remove(&key) else { return Ok(None) };
    let result = run(call, Job::new(Style::Full), || work(&mut reader));
    call.state::<Readers>().open.insert(key, reader);
    result.map(Some)
}

fn xmlreader_get_(call: &mut Call<'_>, of: &Value, name: &Str) -> Res<Value> {
    let View::Object(object) = of.unboxed().view() else { return Ok(Value::NULL) };
    let number = |work: fn(&Reader) -> i32| work;
    let counted: Option<fn(&Reader) -> i32> = match &**name {
        b"attributeCount" => Some(number(Reader::attribute_count)),
        b"depth" => Some(number(Reader::depth)),
        b"nodeType" => Some(number(Reader::node_type)),
        _ => None,
    };
    if let Some(work) = counted {
        let count = with(call, object, |reader| work(reader))?.unwrap_or(0);
        if count == -1 {
            return Err(early(call, NO_NODE));
        }
        return Ok(Value::int(count.into()));
    }
    let asked: Option<fn(&Reader) -> i32> = match &**name {
        b"hasAttributes" => Some(number(Reader::has_attributes)),
        b"hasValue" => Some(number(Reader::has_value)),
        b"isDefault" => Some(number(Reader::is_default)),
        b"isEmptyElement" => Some(number(Reader::is_empty_element)),
        _ => None,
    };
    if let Some(work) = asked {
        let answer = with(call, object, |reader| work(reader))?.unwrap_or(0);
        if answer == -1 {
            return Err(early(call, NO_NODE));
        }
        return Ok(Value::bool(answer != 0));
    }
    let said: fn(&Reader) -> Option<Vec<u8>> = match &**name {
        b"baseURI" => Reader::base_uri,
        b"localName" => Reader::local_name,
        b"name" => Reader::name,
        b"namespaceURI" => Reader::namespace_uri,
        b"prefix" => Reader::prefix,
        b"value" => Reader::value,
        b"xmlLang" => Reader::xml_lang,
        _ => return Ok(Value::NULL),
    };
    let bytes = with(call, object, |reader| said(reader))?.flatten();
    text(call, &bytes.unwrap_or_default())
}

fn close(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let gone = call.state::<Readers>().open.remove(&args.this().downgrade());
    drop(gone);
    Ok(Value::bool(true))
}

fn not_empty(call: &mut Call<'_>, args: &Arguments, at: usize) -> Res<()> {
    if args.bytes(at).is_empty() {
        return Err(call.value_error(at + 1, "must not be empty"));
    }
    Ok(())
}

fn attribute(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    not_empty(call, args, 0)?;
    let found = with(call, args.this(), |reader| reader.attribute(args.bytes(0)))?;
    maybe_text(call, found.flatten())
}

fn attribute_at(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let at = args.int(0) as i32;
    let found = with(call, args.this(), |reader| reader.attribute_at(at))?;
    maybe_text(call, found.flatten())
}

fn attribute_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    not_empty(call, args, 0)?;
    not_empty(call, args, 1)?;
    let (name, uri) = (args.bytes(0), args.bytes(1));
    let found = with(call, args.this(), |reader| reader.attribute_ns(name, uri))?;
    maybe_text(call, found.flatten())
}

fn early(call: &mut Call<'_>, text: &str) -> runtime::raise::Halt {
    call.throw(Message::Refused { text: text.to_owned() })
}

const NO_PROPERTIES: &str = "Cannot access parser properties before loading data";
const NO_NODE: &str = "Failed to read property because no XML data has been read yet";
const NO_DATA: &str = "Data must be loaded before reading";

fn property(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let which = args.int(0) as i32;
    match with(call, args.this(), |reader| reader.property(which))? {
        None => Err(early(call, NO_PROPERTIES)),
        Some(-1) => Err(call.value_error(1, "must be a valid parser property")),
        Some(answer) => Ok(Value::bool(answer != 0)),
    }
}

fn set_property(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let which = args.int(0) as i32;
    match with(call, args.this(), |reader| reader.set_property(which, args.flag(1)))? {
        None => Err(early(call, NO_PROPERTIES)),
        Some(false) => Err(call.value_error(1, "must be a valid parser property")),
        Some(true) => Ok(Value::bool(true)),
    }
}

fn moved(
    call: &mut Call<'_>,
    args: &Arguments,
    work: impl FnOnce(&mut Reader) -> bool,
) -> Res<Value> {
    let done = with(call, args.this(), work)?;
    Ok(Value::bool(done.unwrap_or(false)))
}

fn is_valid(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    moved(call, args, |reader| reader.is_valid() == 1)
}

fn lookup(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    not_empty(call, args, 0)?;
    let found = with(call, args.this(), |reader| reader.lookup(args.text(0)))?;
    maybe_text(call, found.flatten())
}

fn move_to(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    not_empty(call, args, 0)?;
    moved(call, args, |reader| reader.move_to(args.bytes(0)))
}

fn move_to_at(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    moved(call, args, |reader| reader.move_to_at(args.int(0) as i32))
}

fn move_to_ns(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    not_empty(call, args, 0)?;
    not_empty(call, args, 1)?;
    moved(call, args, |reader| reader.move_to_ns(args.bytes(0), args.bytes(1)))
}

fn move_to_element(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    moved(call, args, |reader| reader.move_to_element() == 1)
}

fn move_to_first(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    moved(call, args, |reader| reader.move_to_first() == 1)
}

fn move_to_next(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    moved(call, args, |reader| reader.move_to_next() == 1)
}

fn read(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    match with(call, args.this(), |reader| reader.read())? {
        Some(answer) => Ok(Value::bool(answer > 0)),
        None => Err(early(call, NO_DATA)),
    }
}

fn next(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let name = args.text(0);
    let answer = with(call, args.this(), |reader| {
        let mut answer = reader.next();
        while let Some(name) = name
            && answer == 1
        {
            if reader.local_name().as_deref() == Some(name) {
                return 1;
            }
            answer = reader.next();
        }
        answer
    })?;
    match answer {
        Some(answer) => Ok(Value::bool(answer > 0)),
        None => Err(early(call, NO_DATA)),
    }
}

fn said(call: &mut Call<'_>, args: &Arguments, work: fn(&Reader) -> Option<Vec<u8>>) -> Res<Value> {
    let bytes = with(call, args.this(), |reader| work(reader))?.flatten();
    text(call, &bytes.unwrap_or_default())
}

fn inner(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    said(call, args, Reader::inner_xml)
}

fn outer(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    said(call, args, Reader::outer_xml)
}

fn string(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    said(call, args, Reader::string)
}

fn schema(
    call: &mut Call<'_>,
    args: &Arguments,
    work: impl FnOnce(&mut Reader) -> bool,
) -> Res<Value> {
    if args.text(0).is_some() {
        not_empty(call, args, 0)?;
    }
    match with(call, args.this(), work)? {
        Some(true) => Ok(Value::bool(true)),
        Some(false) => {
            call.warn("Schema contains errors")?;
            Ok(Value::bool(false))
        }
        None => Err(early(call, "Schema must be set prior to reading")),
    }
}

fn set_schema(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    schema(call, args, |reader| reader.set_schema(args.text(0)))
}

fn set_relax(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let name = args.text(0).and_then(crate::path::resolved);
    schema(call, args, |reader| reader.set_relax(name.as_deref().map(Source::File)))
}

fn set_relax_source(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    schema(call, args, |reader| reader.set_relax(args.text(0).map(Source::Memory)))
}

fn expand(call: &mut Call<'_>, args: &Arguments) -> Res<Value> {
    let document = match args.object(0) {
        Some(object) => {
            let Some(node) = call.state::<Store>().node(object) else {
                let class = call.given(args.value(0));
                call.warn(format!("Couldn't fetch {class}"))?;
                return Ok(Value::bool(false));
            };
            node.doc()
        }
        None => None,
    };
    let copy = with(call, args.this(), |reader| {
        let node = reader.expand()?;
        Some(node.copy_for(document, true))
    })?;
    match copy {
        None => Err(early(call, "Data must be loaded before expanding")),
        Some(None) => {
            call.warn("An Error Occurred while expanding")?;
            Ok(Value::bool(false))
        }
        Some(Some(None)) => {
            call.notice("Cannot expand this node type")?;
            Ok(Value::bool(false))
        }
        Some(Some(Some(copy))) => given(call, copy),
    }
}

fn given(call: &mut Call<'_>, copy: Node) -> Res<Value> {
    object_of(call, copy)
}
