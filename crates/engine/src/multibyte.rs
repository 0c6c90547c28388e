//! Sources in other encodings than that of scripts (`zend.multibyte`).

use ext_mbstring::codec::{self, Substitute};
use syntax::parser::ParseOptions;
use syntax::transcode::Transcoder;

use crate::settings::Settings;
use crate::source::Source;

const UTF8: &str = "UTF-8";

/// Where settings name the encoding of scripts at run time, the strongest first.
const INTERNAL: [&str; 3] = ["mbstring.internal_encoding", "internal_encoding", "default_charset"];

/// Beginnings of the names of encodings in which bytes of ASCII may be parts of other characters.
const UNREADABLE: [&str; 14] = [
    "SJIS", "CP932", "BIG-5", "CP950", "CP936", "UHC", "GB18030", "UTF-16", "UTF-32", "UTF-7",
    "UCS", "ISO-2022", "JIS", "HZ",
];

fn known(name: &[u8]) -> Option<&'static str> {
    codec::named(name.trim_ascii()).map(|encoding| encoding.name)
}

fn convert(bytes: &[u8], from: &'static str, to: &'static str) -> Vec<u8> {
    match (codec::named(from.as_bytes()), codec::named(to.as_bytes())) {
        (Some(from), Some(to)) => {
            codec::encode(to, &codec::decode(from, bytes), Substitute::default())
        }
        _ => bytes.to_vec(),
    }
}

/// What the settings say of encodings.
pub fn transcoder(settings: &Settings) -> Transcoder {
    let scripts = settings.get("zend.script_encoding").unwrap_or_default();
    let script = scripts.split(',').find_map(|name| known(name.as_bytes()));
    let named = |name: &&str| settings.get(name).and_then(|value| known(value.as_bytes()));
    let internal = INTERNAL.iter().find_map(named).unwrap_or(UTF8);
    Transcoder { script, internal, known, convert }
}

/// The source in UTF-8, and that it is, when it could not be read as it is.
pub fn readable(source: &Source, options: ParseOptions) -> Option<(Source, ParseOptions)> {
    let transcoder = options.transcoder?;
    let script = transcoder.script?;
    if !UNREADABLE.iter().any(|start| script.starts_with(start)) {
        return None;
    }
    let bytes = convert(&source.bytes, script, UTF8);
    let transcoder = Some(Transcoder { script: Some(UTF8), ..transcoder });
    Some((Source { name: source.name.clone(), bytes }, ParseOptions { transcoder, ..options }))
}

/// How code is parsed that a script makes: it is in the encoding of scripts.
pub fn of_code(options: ParseOptions) -> ParseOptions {
    let transcoder = options.transcoder.map(|with| Transcoder { script: None, ..with });
    ParseOptions { transcoder, ..options }
}
