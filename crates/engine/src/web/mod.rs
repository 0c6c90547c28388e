//! A request of a web server: its variables, what it posts, the files that come with it.
//!
//! # Not here
//! How a server hands a request over: whoever makes a [`Web`]. Headers of the response: `vm`.

pub use vm::request::headers::phrase;

pub mod head;
mod multipart;
mod parse;
pub mod text;
mod variables;

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use multipart::{File, Limits, Posted};
use runtime::array::Array;
use runtime::heap::Oom;
use runtime::native::Host as _;
use runtime::value::Value;
use variables::{Variables, add_cookies, named, pairs, put, text};
use vm::request::Request;
use vm::request::ini::{is_true, quantity};

/// A request as a server hands it over.
#[derive(Default)]
pub struct Web {
    /// The variables of the server: those of CGI.
    pub variables: Vec<(Vec<u8>, Vec<u8>)>,
    /// The body, as far as it was read.
    pub body: Vec<u8>,
    /// How long the body was said to be.
    pub announced: usize,
    /// What scripts are told of the server: `cgi-fcgi`, `cli-server`.
    pub sapi: &'static str,
}

const FORM: &[u8] = b"application/x-www-form-urlencoded";
const MULTIPART: &[u8] = b"multipart/form-data";

impl Web {
    fn variable(&self, name: &[u8]) -> &[u8] {
        let found = self.variables.iter().find(|(known, _)| known == name);
        found.map_or(b"", |(_, value)| value)
    }

    /// The type of the body without what follows a semicolon, in lower case.
    fn content_type(&self) -> Vec<u8> {
        let whole = self.variable(b"CONTENT_TYPE");
        let end = whole.iter().position(|byte| matches!(byte, b';' | b',' | b' '));
        whole[..end.unwrap_or(whole.len())].to_ascii_lowercase()
    }
}

/// What a setting says as a number.
fn number(request: &Request, name: &str) -> i64 {
    request.ini.get(name).map_or(0, quantity)
}

/// Defines the superglobals of a request.
pub fn define(request: &mut Request, web: &Web, script: &[u8]) -> Result<(), Oom> {
    request.answer_with_headers(web.sapi);
    parse::offer(request, web);
    request.provide_constant(b"PHP_SAPI", text(web.sapi.as_bytes())?);
    let order = request.ini.get("variables_order").unwrap_or(b"EGPCS").to_ascii_uppercase();
    let wants = |letter: u8| order.contains(&letter);
    let most = usize::try_from(number(request, "max_input_vars")).unwrap_or(usize::MAX);
    let depth = usize::try_from(number(request, "max_input_nesting_level")).unwrap_or(usize::MAX);
    let limits = (most, depth);
    let mut get = Variables::new(limits);
    if wants(b'G') {
        get.add_query(web.variable(b"QUERY_STRING"))?;
    }
    let mut cookie = Variables::new(limits);
    if wants(b'C') {
        add_cookies(&mut cookie, web.variable(b"HTTP_COOKIE"))?;
    }
    let (mut post, mut files) = (Variables::new(limits), Array::new());
    if wants(b'P') {
        files = read_body(request, web, &mut post)?;
    } else {
        request.state().of::<ext_file::Body>().0 = web.body.clone();
    }
    for found in [&get, &post, &cookie] {
        if found.is_over {
            let text = "To increase the limit change max_input_vars in php.ini.";
            warn(request, &format!("Input variables exceeded {most}. {text}"));
        }
    }
    let is_translated = request.ini.get("mbstring.encoding_translation").is_some_and(is_true);
    // PHP: where encodings are translated, too many variables are none.
    let kept = |found: Variables| match found.is_over && is_translated {
        true => Array::new(),
        false => found.into_array(),
    };
    let (get, post, cookie) = (kept(get), kept(post), kept(cookie));
    let asked = request_variables(request, (&get, &post, &cookie))?;
    let server = if wants(b'S') { server(request, web, script)? } else { Array::new() };
    let environment = if wants(b'E') { named(&web.variables)? } else { Array::new() };
    let argv = server_arguments(request, web)?;
    for (name, value) in argv {
        request.define_global(name, value)?;
    }
    let all: [(&[u8], Array); 7] = [
        (b"_SERVER", server),
        (b"_ENV", environment),
        (b"_GET", get),
        (b"_POST", post),
        (b"_COOKIE", cookie),
        (b"_FILES", files),
        (b"_REQUEST", asked),
    ];
    for (name, array) in all {
        request.define_global(name, Value::from(array))?;
    }
    Ok(())
}

fn warn(request: &mut Request, text: &str) {
    // What a handler could throw has nobody to catch it before the script begins.
    let _ = request.warn(&format!("PHP Request Startup: {text}"));
}

/// Reads what was posted: variables go to `post`; the files.
fn read_body(request: &mut Request, web: &Web, post: &mut Variables) -> Result<Array, Oom> {
    let most = number(request, "post_max_size");
    let kind = web.content_type();
    let is_post = web.variable(b"REQUEST_METHOD") == b"POST";
    let is_known = kind == FORM || kind == MULTIPART;
    let is_long = most > 0 && i64::try_from(web.announced).is_ok_and(|bytes| bytes > most);
    if is_post && is_long {
        let bytes = web.announced;
        let text =
            format!("POST Content-Length of {bytes} bytes exceeds the limit of {most} bytes");
        warn(request, &text);
        return Ok(Array::new());
    }
    let reads = is_post && is_known && request.ini.get("enable_post_data_reading") != Some(b"0");
    if !reads || kind == FORM {
        request.state().of::<ext_file::Body>().0 = web.body.clone();
    }
    if !reads {
        return Ok(Array::new());
    }
    if kind == FORM {
        post.add_query(&web.body)?;
        return Ok(Array::new());
    }
    let posted = multipart::read(web.variable(b"CONTENT_TYPE"), &web.body, &limits(request));
    note_progress(request, &posted, web)?;
    take_posted(request, posted, post)
}

/// Notes what a session is to be told of files that came.
fn note_progress(request: &mut Request, posted: &Posted, web: &Web) -> Result<(), Oom> {
    let setting = |name: &str| request.ini.get(name).unwrap_or_default().to_vec();
    let value = |name: &[u8]| {
        let found = posted.values.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_slice()).filter(|value| !value.is_empty())
    };
    let name = setting("session.upload_progress.name");
    let is_wanted = request.ini.is_on("session.upload_progress.enabled");
    let Some(key) = value(&name).filter(|_| is_wanted && !posted.files.is_empty()) else {
        return Ok(());
    };
    let key = [setting("session.upload_progress.prefix").as_slice(), key].concat();
    let id = value(&setting("session.name")).unwrap_or_default();
    let bytes = i64::try_from(web.announced).unwrap_or(i64::MAX);
    let told = [text(&key)?, text(id)?, multipart::progress(posted, bytes)?.into()];
    request.upload_progress = Some(told);
    Ok(())
}

/// How many parts a body may have.
fn parts(request: &Request) -> usize {
    let own = usize::try_from(number(request, "max_multipart_body_parts"));
    let others = number(request, "max_input_vars") + number(request, "max_file_uploads");
    own.unwrap_or(usize::try_from(others).unwrap_or(usize::MAX))
}

fn limits(request: &Request) -> Limits {
    let folder = request.ini.get("upload_tmp_dir").filter(|folder| !folder.is_empty());
    let folder = folder.map(|folder| String::from_utf8_lossy(folder).into_owned());
    let folder: PathBuf = folder.map_or_else(std::env::temp_dir, Into::into);
    Limits {
        takes_files: request.ini.is_on("file_uploads"),
        files: usize::try_from(number(request, "max_file_uploads")).unwrap_or(0),
        parts: parts(request),
        file_bytes: number(request, "upload_max_filesize"),
        keep: Box::new(move |contents| multipart::write_new(&folder, contents)),
    }
}

fn take_posted(request: &mut Request, posted: Posted, post: &mut Variables) -> Result<Array, Oom> {
    for (name, value) in &posted.values {
        post.add(name, value)?;
    }
    let files = take_files(request, &posted.files, post.limits())?;
    if let Some(text) = posted.complaint {
        warn(request, &text);
    }
    Ok(files)
}

/// `$_FILES`; the request removes at its end what was uploaded.
fn take_files(request: &mut Request, files: &[File], limits: (usize, usize)) -> Result<Array, Oom> {
    let mut variables = Variables::new(limits);
    for file in files {
        file.add_to(&mut variables)?;
        if !file.path.is_empty() {
            request.uploads.push(file.path.clone().into_boxed_slice());
        }
    }
    Ok(variables.into_array())
}

/// `$_REQUEST`: later ones win.
fn request_variables(
    request: &Request,
    (get, post, cookie): (&Array, &Array, &Array),
) -> Result<Array, Oom> {
    let order = request.ini.get("request_order").filter(|order| !order.is_empty());
    let order = order.or_else(|| request.ini.get("variables_order")).unwrap_or(b"EGPCS");
    let mut all = Array::new();
    for letter in order.to_ascii_uppercase() {
        let from = match letter {
            b'G' => get,
            b'P' => post,
            b'C' => cookie,
            _ => continue,
        };
        variables::merge(&mut all, from)?;
    }
    Ok(all)
}

/// The words of a query without `=`, as scripts of a command line get theirs.
fn server_arguments(request: &Request, web: &Web) -> Result<Vec<(&'static [u8], Value)>, Oom> {
    if !request.ini.is_on("register_argc_argv") {
        return Ok(Vec::new());
    }
    let query = web.variable(b"QUERY_STRING");
    let words: Vec<&[u8]> = match query {
        b"" => Vec::new(),
        _ => query.split(|&byte| byte == b'+').collect(),
    };
    let words: Vec<Value> = words.into_iter().map(text).collect::<Result<_, _>>()?;
    let count = Value::int(words.len() as i64);
    Ok(vec![(b"argc", count), (b"argv", Value::from(Array::from_values(words)?))])
}

fn server(request: &Request, web: &Web, script: &[u8]) -> Result<Array, Oom> {
    let mut server = named(&web.variables)?;
    let name = match web.variable(b"SCRIPT_NAME") {
        b"" => script,
        name => name,
    };
    if web.variable(b"PHP_SELF").is_empty() {
        let itself = [name, web.variable(b"PATH_INFO")].concat();
        put(&mut server, b"PHP_SELF", text(&itself)?)?;
    }
    if web.variable(b"SCRIPT_FILENAME").is_empty() {
        put(&mut server, b"SCRIPT_FILENAME", text(script)?)?;
    }
    for (name, value) in pairs(web.variable(b"HTTP_AUTHORIZATION")) {
        put(&mut server, name, text(&value)?)?;
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    put(&mut server, b"REQUEST_TIME_FLOAT", Value::float(now.as_secs_f64()))?;
    put(&mut server, b"REQUEST_TIME", Value::int(now.as_secs() as i64))?;
    for (name, value) in server_arguments(request, web)? {
        put(&mut server, name, value)?;
    }
    Ok(server)
}
