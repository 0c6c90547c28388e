//! From the stubs of the extensions to the calls that random programs make of them: of every builtin
//! that takes a callback, a place or a container.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::bail;
use bumpalo::Bump;
use syntax::ast::{Arity, FunctionDecl, Param, Passing, StmtKind, TypeKind, TypeNode};
use syntax::parser::{ParseOptions, parse};

use super::natives::{stubs, text};

/// Builtins that programs must not call, by what they would do.
const NEVER: &[(&str, &[&str])] = &[
    (
        "what they say depends on the moment or on chance",
        &[
            "array_rand",
            "debug_zval_dump",
            "var_dump",
            "gc_status",
            "getdate",
            "getrusage",
            "gettimeofday",
            "hrtime",
            "lcg_value",
            "memory_get_peak_usage",
            "memory_get_usage",
            "microtime",
            "mt_rand",
            "net_get_interfaces",
            "rand",
            "shuffle",
            "spl_object_hash",
            "spl_object_id",
            "str_shuffle",
            "sys_getloadavg",
            "uniqid",
            "date_sun_info",
            "getopt",
            "get_resources",
            "get_resource_id",
        ],
    ),
    (
        "they wait, or reach out of the process",
        &[
            "dns_get_mx",
            "dns_get_record",
            "exec",
            "fsockopen",
            "getmxrr",
            "mail",
            "passthru",
            "pfsockopen",
            "proc_open",
            "readline",
            "sleep",
            "stream_select",
            "stream_socket_client",
            "stream_socket_server",
            "system",
            "time_nanosleep",
            "time_sleep_until",
            "usleep",
            "syslog",
            "header_register_callback",
            "file_put_contents",
            "error_log",
            "fputcsv",
            "touch",
            "chown",
            "chgrp",
            "lchown",
            "lchgrp",
            "stream_context_create",
            "stream_context_set_default",
            "stream_context_get_default",
            "pcntl_exec",
            "pcntl_setcpuaffinity",
            "pcntl_signal",
            "pcntl_sigprocmask",
            "pcntl_sigtimedwait",
            "pcntl_sigwaitinfo",
            "pcntl_wait",
            "pcntl_waitid",
            "pcntl_waitpid",
            "session_set_cookie_params",
            "session_set_save_handler",
            "session_start",
        ],
    ),
    (
        "they change what all later programs do",
        &[
            "define",
            "ignore_user_abort",
            "ini_set",
            "ini_alter",
            "mb_substitute_character",
            "register_shutdown_function",
            "register_tick_function",
            "set_error_handler",
            "set_exception_handler",
            "set_include_path",
            "setlocale",
            "spl_autoload_register",
            "unregister_tick_function",
            "assert_options",
            "putenv",
            "setcookie",
            "setrawcookie",
            "mb_detect_order",
            "mt_srand",
            "srand",
            "error_reporting",
            "mb_http_input",
            "mb_http_output",
            "output_add_rewrite_var",
            "stream_wrapper_register",
            "stream_filter_register",
            "class_alias",
            "spl_autoload_unregister",
            "iconv_set_encoding",
            "ob_start",
            "set_time_limit",
            "locale_set_default",
        ],
    ),
    ("PHP reads their arguments by their number", &["strtr"]),
    (
        "they show the stack, or the engine's own names",
        &[
            "debug_backtrace",
            "debug_print_backtrace",
            "get_defined_vars",
            "get_defined_functions",
            "phpinfo",
            "get_declared_classes",
            "highlight_string",
            "highlight_file",
            "php_uname",
            "phpversion",
            "phpcredits",
            "get_loaded_extensions",
            "get_extension_funcs",
            "get_defined_constants",
            "ini_get_all",
            "func_get_args",
            "func_get_arg",
            "spl_classes",
            "password_hash",
            "crypt",
            "headers_sent",
        ],
    ),
    (
        "PHP looks at their arguments in another order than it says",
        &["array_intersect", "count", "sizeof"],
    ),
    ("they change what references refer to", &["filter_var_array"]),
    ("what they find depends on which variables the compiler knows", &["extract"]),
    ("PHP has them twice, and the two differ where values cannot be compared", &["max", "min"]),
];

/// Builtins that PHP calls without a frame: they look at their arguments where these are, while
/// converting one may change another. Programs call them by a name in a string, which PHP does with
/// a frame.
const FRAMELESS: &[&str] = &[
    "class_exists",
    "dechex",
    "dirname",
    "implode",
    "in_array",
    "is_numeric",
    "max",
    "min",
    "preg_match",
    "preg_replace",
    "property_exists",
    "str_contains",
    "str_replace",
    "str_starts_with",
    "strpos",
    "strstr",
    "strtr",
    "substr",
    "trim",
];

/// Builtins that sort an array where it is. What happens in PHP when it is changed meanwhile is not
/// defined, so that they sort one that nobody else knows.
const IN_PLACE: &[&str] =
    &["sort", "rsort", "asort", "arsort", "ksort", "krsort", "natsort", "natcasesort"];

/// The grammar of such calls: the alternatives of the symbol `derived`.
pub fn generate(root: &Path) -> anyhow::Result<(PathBuf, String)> {
    let mut calls: Vec<String> = Vec::new();
    for path in stubs(root)? {
        let arena = Bump::new();
        let source = std::fs::read(&path)?;
        let parsed = parse(&arena, &source, ParseOptions::default());
        for statement in parsed.file.statements {
            let StmtKind::Function { function } = statement.kind else { continue };
            calls.extend(of_function(function, &source));
        }
    }
    if calls.is_empty() {
        bail!("no builtin takes a callback, a place or a container");
    }
    calls.sort();
    let mut grammar =
        "# @generated from the stubs by `./x gen`: calls of every builtin that takes a \
                       callback, a place or a container.\nderived\n"
            .to_owned();
    for call in calls {
        writeln!(grammar, "  {call}")?;
    }
    Ok((root.join("crates/generators/kinds/builtins.grammar"), grammar))
}

/// Calls with all that a function needs, and with all that it takes.
fn of_function(function: &FunctionDecl<'_>, source: &[u8]) -> Vec<String> {
    let name = text(function.name.map(|name| name.text).unwrap_or_default());
    let params = function.params.unwrap_or_default();
    let is_never = NEVER.iter().any(|(_, names)| names.contains(&name.as_str()));
    if is_never || name.ends_with('_') || !params.iter().any(|param| is_of_interest(param)) {
        return Vec::new();
    }
    let arguments: Option<Vec<&str>> = params.iter().map(|param| argument(param, source)).collect();
    let Some(arguments) = arguments else { return Vec::new() };
    let is_needed = |param: &&&Param<'_>| param.default.is_none() && param.arity != Arity::Variadic;
    let needed = params.iter().take_while(is_needed).count();
    let has_place = params.iter().any(|param| param.passing == Passing::ByRef);
    let behind = if has_place { " show($a);" } else { "" };
    let is_frameless = FRAMELESS.contains(&name.as_str());
    let is_sort = IN_PLACE.contains(&name.as_str());
    let (before, behind) = if is_sort { ("$c = $a; ", " show($c);") } else { ("", behind) };
    let call = |count: usize| {
        let arguments = arguments[..count].join(", ").replacen("<place>", place(is_sort), 1);
        if is_frameless {
            return format!("$f = '{name}'; show($f({arguments}));{behind}");
        }
        format!("{before}show({name}({arguments}));{behind}")
    };
    let mut calls = vec![call(params.len())];
    if needed > 0
        && needed < params.len()
        && params[..needed].iter().any(|param| is_of_interest(param))
    {
        calls.push(call(needed));
    }
    calls
}

fn place(is_sort: bool) -> &'static str {
    if is_sort { "$c" } else { "<place>" }
}

fn kinds_of(node: &TypeNode<'_>, kinds: &mut Vec<&'static str>) {
    match node.kind {
        TypeKind::Array => kinds.push("array"),
        TypeKind::Callable => kinds.push("callable"),
        TypeKind::Nullable(inner) => kinds_of(inner, kinds),
        TypeKind::Union(members) => members.iter().for_each(|member| kinds_of(member, kinds)),
        TypeKind::Named(name) => kinds.push(match name.text {
            b"int" => "int",
            b"float" => "float",
            b"string" => "string",
            b"bool" => "bool",
            b"null" => "null",
            b"mixed" => "mixed",
            b"object" => "object",
            b"iterable" | b"Traversable" => "walk",
            b"Countable" => "countable",
            _ => "other",
        }),
        TypeKind::Static | TypeKind::Intersection(_) => kinds.push("other"),
    }
}

fn kinds(param: &Param<'_>) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    if let Some(node) = param.ty {
        kinds_of(node, &mut kinds);
    }
    kinds
}

fn is_of_interest(param: &Param<'_>) -> bool {
    let wanted = ["array", "callable", "mixed", "object", "walk"];
    param.passing == Passing::ByRef || kinds(param).iter().any(|kind| wanted.contains(kind))
}

/// The symbol for an argument; none for what programs do not have: streams and such objects.
fn argument(param: &Param<'_>, source: &[u8]) -> Option<&'static str> {
    if param.passing == Passing::ByRef {
        let is_array = kinds(param).contains(&"array");
        return Some(if is_array { "<place>" } else { "<any_place>" });
    }
    let is_resource = param.ty.is_none_or(|ty| ty.span.text(source).is_empty());
    if is_resource {
        return None;
    }
    let kinds = kinds(param);
    let has = |kind| kinds.contains(&kind);
    let is_repeated = param.arity == Arity::Variadic;
    Some(match () {
        () if has("callable") => "$g",
        () if has("object") && has("string") => "<class>",
        () if has("walk") => "<walk>",
        () if has("countable") => "<array>",
        () if has("array") && has("string") => "<any>",
        () if has("array") && has("object") => "<array>",
        () if has("array") && is_repeated => "<arrays>",
        () if has("array") => "<array>",
        () if has("mixed") => "<any>",
        () if has("object") => "$o",
        () if has("other") => return None,
        () if has("string") => "<text>",
        () if has("int") => "<int>",
        () if has("float") => "<float>",
        () if has("bool") => "<bool>",
        () => return None,
    })
}
