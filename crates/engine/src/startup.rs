//! What is said before a script runs: settings that are wrong, extensions that are not there.

use ext_mbstring::Remark;
use runtime::heap;
use runtime::object::Reference;
use vm::request::Request;
use vm::request::ini::quantity;

use crate::settings::{MEMORY_LIMIT, Settings};

/// Settings that PHP no longer has; one that is on ends the process.
const REMOVED: &[&str] = &[
    "allow_call_time_pass_reference",
    "asp_tags",
    "define_syslog_variables",
    "highlight.bg",
    "magic_quotes_gpc",
    "magic_quotes_runtime",
    "magic_quotes_sybase",
    "register_globals",
    "register_long_arrays",
    "safe_mode",
    "safe_mode_allowed_env_vars",
    "safe_mode_exec_dir",
    "safe_mode_gid",
    "safe_mode_include_dir",
    "safe_mode_protected_env_vars",
    "track_errors",
    "y2k_compliance",
    "zend.ze1_compatibility_mode",
];

/// PHP's words for a setting that it no longer has, when one is on.
pub fn removed(settings: &Settings) -> Option<String> {
    let is_on = |name: &&&str| {
        settings.get(name).is_some_and(|value| vm::request::ini::is_true(value.as_bytes()))
    };
    let name = REMOVED.iter().find(is_on)?;
    Some(format!("Directive '{name}' is no longer available in PHP"))
}

/// Says how much is remembered of real paths. PHP: nothing where scripts are confined.
pub fn remember_paths(request: &Request) {
    let number = |name| request.ini.get(name).map_or(0, quantity);
    let is_confined = request.ini.get("open_basedir").is_some_and(|folders| !folders.is_empty());
    let bytes_max = if is_confined { 0 } else { number("realpath_cache_size") };
    let bytes_max = usize::try_from(bytes_max).unwrap_or(0);
    runtime::realpath::configure(bytes_max, number("realpath_cache_ttl"));
}

/// Bounds the memory of a request, and warns when that is not possible.
pub fn limit_memory(request: &mut Request, settings: &Settings) {
    // The heap has what it begins with once it has given something out.
    drop(Reference::new_null());
    let limit = settings.memory_limit();
    heap::with(heap::Heap::reset_peak);
    if heap::with(|heap| heap.set_limit(limit)) {
        return;
    }
    let text = settings.get("memory_limit").unwrap_or_default();
    let has_digits = text.trim().starts_with(|first: char| first.is_ascii_digit() || first == '-');
    if !has_digits {
        warn(
            request,
            &format!(
                "Invalid \"memory_limit\" setting. Invalid quantity \"{text}\": no valid leading \
                 digits, interpreting as \"0\" for backwards compatibility"
            ),
        );
    }
    let (bytes, used) = (quantity(text.as_bytes()), heap::with(|heap| heap.real_bytes()));
    warn(
        request,
        &format!(
            "Failed to set memory limit to {bytes} bytes (Current memory usage is {used} bytes)"
        ),
    );
    heap::with(|heap| heap.set_limit(MEMORY_LIMIT));
    request.ini.configure("memory_limit", "128M");
}

/// Settings that should be left as they are, in the order in which PHP looks at them.
const ASSERTIONS: [&str; 5] =
    ["assert.active", "assert.bail", "assert.warning", "assert.callback", "assert.exception"];

/// Says what has been decided of settings: that it will go, or cannot be.
fn examine_words(request: &mut Request, settings: &Settings) {
    let is_on = |value: &str| vm::request::ini::is_true(value.as_bytes());
    if settings.get("allow_url_include").is_some_and(is_on) {
        // As with `warn`.
        let _ = request.deprecate("Directive 'allow_url_include' is deprecated");
    }
    let disabled = settings.get("disable_functions").unwrap_or_default();
    for name in disabled.split([',', ' ']) {
        if matches!(name, "die" | "exit") {
            warn(request, &format!("Cannot disable function {name}()"));
        }
    }
}

/// Warns of what the settings ask for in vain.
pub fn check(request: &mut Request, settings: &Settings) {
    examine_words(request, settings);
    if let Some(zone) = settings.get("date.timezone")
        && !ext_date::is_zone(zone.as_bytes())
    {
        let text = format!("Invalid date.timezone value '{zone}', using 'UTC' instead");
        warn(request, &format!("PHP Startup: {text}"));
        request.ini.configure("date.timezone", "UTC");
    }
    examine_texts(request, settings);
    let filter = settings.get("filter.default").unwrap_or("unsafe_raw");
    if !filter.eq_ignore_ascii_case("unsafe_raw") {
        // As with `warn`.
        let _ = request.deprecate("The filter.default ini setting is deprecated");
    }
    for name in ASSERTIONS {
        if settings.get(name).is_some_and(|value| vm::native::is_odd_assert(name, value.as_bytes()))
        {
            // As with `warn`.
            let _ = request.deprecate(&format!("PHP Startup: {name} INI setting is deprecated"));
        }
    }
    for (name, value) in settings.pairs() {
        let kind = match name {
            "extension" => "PHP Startup: Unable to load dynamic library",
            "zend_extension" => "Failed loading Zend extension",
            _ => continue,
        };
        if value.is_empty() || vm::native::has_extension(value) {
            continue;
        }
        let folder = request.ini.get("extension_dir").unwrap_or_default();
        let folder = String::from_utf8_lossy(folder).into_owned();
        let tried = [value.to_owned(), format!("{value}.so")].map(|file| {
            let path = if file.contains('/') { file } else { format!("{folder}/{file}") };
            let why = refusal(&path);
            format!("{path} ({path}: {why})")
        });
        warn(request, &format!("{kind} '{value}' (tried: {})", tried.join(", ")));
    }
}

/// Says what is wrong with the settings of texts, in the order in which PHP looks at them, and
/// takes back those that cannot be.
fn examine_texts(request: &mut Request, settings: &Settings) {
    const NAMES: &[&str] = &[
        "mbstring.language",
        "mbstring.detect_order",
        "mbstring.http_input",
        "mbstring.http_output",
        "mbstring.internal_encoding",
    ];
    for name in ["iconv.input_encoding", "iconv.internal_encoding", "iconv.output_encoding"] {
        if settings.get(name).is_some_and(|value| !value.is_empty()) {
            _ = request.deprecate(&format!("PHP Startup: Use of {name} is deprecated"));
        }
    }
    let language = settings.get("mbstring.language").unwrap_or_default();
    for name in NAMES {
        let Some(value) = settings.get(name) else { continue };
        let (remarks, is_taken) =
            ext_mbstring::examine(name, value.as_bytes(), language.as_bytes());
        for remark in remarks {
            // What a handler could throw has nobody to catch it before the script begins.
            _ = match remark {
                Remark::Deprecated(text) => request.deprecate(&format!("PHP Startup: {text}")),
                Remark::Warning(text) => request.warn(&format!("PHP Startup: {text}")),
            };
        }
        if !is_taken {
            request.ini.configure(name, "");
        }
    }
}

/// Why a library is not loaded, as the system says it.
pub fn refusal(path: &str) -> &'static str {
    match std::path::Path::new(path).exists() {
        true => "Jive loads no extensions",
        false => "cannot open shared object file: No such file or directory",
    }
}

fn warn(request: &mut Request, text: &str) {
    // What a handler could throw has nobody to catch it before the script begins.
    let _ = request.warn(text);
}
