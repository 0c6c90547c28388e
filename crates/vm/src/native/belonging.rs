//! The extensions that functions belong to which stand in a room of another one. tidy: table

use runtime::native::{Native, Table};

/// Functions by name, each with its extension.
const ELSEWHERE: &[(&str, &str)] = &[
    ("assert", "standard"),
    ("call_user_func", "standard"),
    ("call_user_func_array", "standard"),
    ("compact", "standard"),
    ("connection_aborted", "standard"),
    ("connection_status", "standard"),
    ("constant", "standard"),
    ("dl", "standard"),
    ("error_clear_last", "standard"),
    ("error_get_last", "standard"),
    ("error_log", "standard"),
    ("extract", "standard"),
    ("flush", "standard"),
    ("forward_static_call", "standard"),
    ("forward_static_call_array", "standard"),
    ("get_resource_id", "core"),
    ("get_resource_type", "core"),
    ("get_resources", "core"),
    ("getenv", "standard"),
    ("gethostname", "standard"),
    ("getmypid", "standard"),
    ("getrusage", "standard"),
    ("is_callable", "standard"),
    ("memory_get_peak_usage", "standard"),
    ("memory_get_usage", "standard"),
    ("memory_reset_peak_usage", "standard"),
    ("ob_clean", "standard"),
    ("ob_end_clean", "standard"),
    ("ob_end_flush", "standard"),
    ("ob_flush", "standard"),
    ("ob_get_clean", "standard"),
    ("ob_get_contents", "standard"),
    ("ob_get_flush", "standard"),
    ("ob_get_length", "standard"),
    ("ob_get_level", "standard"),
    ("ob_get_status", "standard"),
    ("ob_implicit_flush", "standard"),
    ("ob_list_handlers", "standard"),
    ("ob_start", "standard"),
    ("php_ini_loaded_file", "standard"),
    ("php_ini_scanned_files", "standard"),
    ("php_sapi_name", "standard"),
    ("php_uname", "standard"),
    ("phpversion", "standard"),
    ("putenv", "standard"),
    ("register_shutdown_function", "standard"),
    ("register_tick_function", "standard"),
    ("sleep", "standard"),
    ("strcasecmp", "core"),
    ("strcmp", "core"),
    ("strlen", "core"),
    ("strncasecmp", "core"),
    ("strncmp", "core"),
    ("sys_get_temp_dir", "standard"),
    ("sys_getloadavg", "standard"),
    ("time", "date"),
    ("time_nanosleep", "standard"),
    ("time_sleep_until", "standard"),
    ("unregister_tick_function", "standard"),
];

/// The extension that a function of a table belongs to, in lower case.
pub(crate) fn extension_of(table: &Table, native: &Native) -> &'static str {
    match ELSEWHERE.binary_search_by_key(&native.name, |(name, _)| name) {
        Ok(at) => ELSEWHERE[at].1,
        Err(_) => table.extension,
    }
}

/// What the names of constants of the engine itself begin with.
const CORE: &[&str] =
    &["DEBUG_BACKTRACE_", "DEFAULT_INCLUDE_PATH", "E_", "PEAR_", "PHP_", "UPLOAD_ERR_", "ZEND_"];

/// The same of those that stand in rooms of other extensions.
const CORE_ELSEWHERE: &[&str] = &["PHP_CLI_", "PHP_FLOAT_", "PHP_INT_"];

/// The extension of a constant of a table.
pub(crate) fn extension_of_constant(table: &Table, name: &str) -> &'static str {
    match table.extension {
        _ if CORE_ELSEWHERE.iter().any(|start| name.starts_with(start)) => "core",
        "core" if !CORE.iter().any(|start| name.starts_with(start)) => "standard",
        extension => extension,
    }
}
