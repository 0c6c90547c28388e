// @generated from info.php by `./x gen`. Edit the stub.

#![allow(clippy::approx_constant)]

#[allow(clippy::wildcard_imports)]
use super::*;
use runtime::native::Default::{Bool, Bytes, Float, Int, Null};
use runtime::native::mask::{BOOL, FLOAT, INT, NULL, STRING};
use runtime::native::{Constant, OrFalse};
use runtime::array::Array;
use runtime::string::Str;
use runtime::value::Value;

runtime::natives! {
    fn php_sapi_name() -> OrFalse<Str> ["string|false"], MayRaise;
    fn php_uname(mode: &Str ["string", STRING, Bytes(b"a")]) -> Str ["string"], MayRaise;
    fn phpversion(extension: Option<&Str> ["?string", STRING | NULL, Null]) -> OrFalse<Str> ["string|false"], MayRaise;
    fn zend_version() -> Str ["string"], MayRaise;
    fn extension_loaded(extension: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn get_loaded_extensions(zend_extensions: bool ["bool", BOOL, Bool(false)]) -> Array ["array"], MayRaise;
    fn extension_funcs_(extension: &Str ["string", STRING]) -> Array ["array"], MayRaise;
    fn library_funcs_() -> Array ["array"], MayRaise;
    fn php_ini_loaded_file() -> OrFalse<Str> ["string|false"], MayRaise;
    fn php_ini_scanned_files() -> OrFalse<Str> ["string|false"], MayRaise;
    fn getenv(name: Option<&Str> ["?string", STRING | NULL, Null], local_only: bool ["bool", BOOL, Bool(false)]) -> Value ["array|string|false"], MayRaise;
    fn putenv(assignment: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
    fn getmypid() -> OrFalse<i64> ["int|false"], MayRaise;
    fn getrusage(mode: i64 ["int", INT, Int(0)]) -> OrFalse<Array> ["array|false"], MayRaise;
    fn gethostname() -> OrFalse<Str> ["string|false"], MayRaise;
    fn sys_getloadavg() -> OrFalse<Array> ["array|false"], MayRaise;
    fn sys_get_temp_dir() -> Str ["string"], MayRaise;
    fn memory_get_usage(real_usage: bool ["bool", BOOL, Bool(false)]) -> i64 ["int"], MayRaise;
    fn memory_get_peak_usage(real_usage: bool ["bool", BOOL, Bool(false)]) -> i64 ["int"], MayRaise;
    fn memory_reset_peak_usage() -> () ["void"], MayRaise;
    fn gc_collect_cycles() -> i64 ["int"], Reenters;
    fn gc_enable() -> () ["void"], MayRaise;
    fn gc_disable() -> () ["void"], MayRaise;
    fn gc_enabled() -> bool ["bool"], MayRaise;
    fn gc_status() -> Array ["array"], MayRaise;
    fn gc_mem_caches() -> i64 ["int"], MayRaise;
    fn sleep(seconds: i64 ["int", INT]) -> i64 ["int"], MayRaise;
    fn time_nanosleep(seconds: i64 ["int", INT], nanoseconds: i64 ["int", INT]) -> Value ["array|bool"], MayRaise;
    fn time_sleep_until(timestamp: f64 ["float", FLOAT]) -> bool ["bool"], MayRaise;
    fn connection_status() -> i64 ["int"], MayRaise;
    fn connection_aborted() -> i64 ["int"], MayRaise;
    fn dl(extension_filename: &Str ["string", STRING]) -> bool ["bool"], MayRaise;
}

/// The constants of this table.
#[rustfmt::skip]
pub static CONSTANTS: &[Constant] = &[
    Constant { name: "ZEND_THREAD_SAFE", value: Bool(false) },
    Constant { name: "ZEND_DEBUG_BUILD", value: Bool(false) },
    Constant { name: "PHP_VERSION", value: Bytes(b"8.4.24") },
    Constant { name: "PHP_MAJOR_VERSION", value: Int(8) },
    Constant { name: "PHP_MINOR_VERSION", value: Int(4) },
    Constant { name: "PHP_RELEASE_VERSION", value: Int(24) },
    Constant { name: "PHP_EXTRA_VERSION", value: Bytes(b"") },
    Constant { name: "PHP_VERSION_ID", value: Int(80424) },
    Constant { name: "PHP_ZTS", value: Bool(false) },
    Constant { name: "PHP_DEBUG", value: Bool(false) },
    Constant { name: "PHP_OS", value: Bytes(b"Linux") },
    Constant { name: "PHP_OS_FAMILY", value: Bytes(b"Linux") },
    Constant { name: "DEFAULT_INCLUDE_PATH", value: Bytes(b".:/usr/share/php") },
    Constant { name: "PEAR_INSTALL_DIR", value: Bytes(b"/usr/share/php") },
    Constant { name: "PEAR_EXTENSION_DIR", value: Bytes(b"/usr/lib/php/20240924") },
    Constant { name: "PHP_EXTENSION_DIR", value: Bytes(b"/usr/lib/php/20240924") },
    Constant { name: "PHP_PREFIX", value: Bytes(b"/usr") },
    Constant { name: "PHP_BINDIR", value: Bytes(b"/usr/bin") },
    Constant { name: "PHP_SBINDIR", value: Bytes(b"/usr/sbin") },
    Constant { name: "PHP_MANDIR", value: Bytes(b"/usr/share/man") },
    Constant { name: "PHP_LIBDIR", value: Bytes(b"/usr/lib/php") },
    Constant { name: "PHP_DATADIR", value: Bytes(b"/usr/share/php/8.4") },
    Constant { name: "PHP_SYSCONFDIR", value: Bytes(b"/etc") },
    Constant { name: "PHP_LOCALSTATEDIR", value: Bytes(b"/var") },
    Constant { name: "PHP_CONFIG_FILE_PATH", value: Bytes(b"/etc/php/8.4/cli") },
    Constant { name: "PHP_CONFIG_FILE_SCAN_DIR", value: Bytes(b"/etc/php/8.4/cli/conf.d") },
    Constant { name: "PHP_SHLIB_SUFFIX", value: Bytes(b"so") },
    Constant { name: "PHP_EOL", value: Bytes(b"\n") },
    Constant { name: "PHP_MAXPATHLEN", value: Int(4096) },
    Constant { name: "PHP_INT_MAX", value: Int(9223372036854775807) },
    Constant { name: "PHP_INT_MIN", value: Int(-9223372036854775808) },
    Constant { name: "PHP_INT_SIZE", value: Int(8) },
    Constant { name: "PHP_FD_SETSIZE", value: Int(1024) },
    Constant { name: "PHP_FLOAT_DIG", value: Int(15) },
    Constant { name: "PHP_FLOAT_EPSILON", value: Float(2.220446049250313e-16) },
    Constant { name: "PHP_FLOAT_MAX", value: Float(1.7976931348623157e308) },
    Constant { name: "PHP_FLOAT_MIN", value: Float(2.2250738585072014e-308) },
    Constant { name: "UPLOAD_ERR_OK", value: Int(0) },
    Constant { name: "UPLOAD_ERR_INI_SIZE", value: Int(1) },
    Constant { name: "UPLOAD_ERR_FORM_SIZE", value: Int(2) },
    Constant { name: "UPLOAD_ERR_PARTIAL", value: Int(3) },
    Constant { name: "UPLOAD_ERR_NO_FILE", value: Int(4) },
    Constant { name: "UPLOAD_ERR_NO_TMP_DIR", value: Int(6) },
    Constant { name: "UPLOAD_ERR_CANT_WRITE", value: Int(7) },
    Constant { name: "UPLOAD_ERR_EXTENSION", value: Int(8) },
    Constant { name: "PHP_SAPI", value: Bytes(b"cli") },
    Constant { name: "DIRECTORY_SEPARATOR", value: Bytes(b"/") },
    Constant { name: "PATH_SEPARATOR", value: Bytes(b":") },
    Constant { name: "CONNECTION_ABORTED", value: Int(1) },
    Constant { name: "CONNECTION_NORMAL", value: Int(0) },
    Constant { name: "CONNECTION_TIMEOUT", value: Int(2) },
];
