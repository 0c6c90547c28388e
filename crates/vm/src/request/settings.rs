//! The settings that scripts see: their names, defaults and who may change them. tidy: table

use super::ini::{Access, Row};

macro_rules! rows {
    ($($name:literal = $default:expr, $access:ident, $extension:literal;)*) => {
        /// All settings, by name.
        pub(super) const ROWS: &[Row] = &[$(Row {
            name: $name,
            default: $default,
            access: Access::$access,
            extension: $extension,
        }),*];
    };
}

rows! {
    "SMTP" = Some(b"localhost"), All, "core";
    "allow_url_fopen" = Some(b"1"), System, "core";
    "allow_url_include" = Some(b"0"), System, "core";
    "arg_separator.input" = Some(b"&"), PerDir, "core";
    "arg_separator.output" = Some(b"&"), All, "core";
    "assert.active" = Some(b"1"), All, "standard";
    "assert.bail" = Some(b"0"), All, "standard";
    "assert.callback" = None, All, "standard";
    "assert.exception" = Some(b"1"), All, "standard";
    "assert.warning" = Some(b"1"), All, "standard";
    "auto_append_file" = None, PerDir, "core";
    "auto_detect_line_endings" = Some(b"0"), All, "standard";
    "auto_globals_jit" = Some(b"1"), PerDir, "core";
    "auto_prepend_file" = None, PerDir, "core";
    "browscap" = None, System, "core";
    "date.default_latitude" = Some(b"31.7667"), All, "date";
    "date.default_longitude" = Some(b"35.2333"), All, "date";
    "date.sunrise_zenith" = Some(b"90.833333"), All, "date";
    "date.sunset_zenith" = Some(b"90.833333"), All, "date";
    "date.timezone" = Some(b"UTC"), All, "date";
    "default_charset" = Some(b"UTF-8"), All, "core";
    "default_mimetype" = Some(b"text/html"), All, "core";
    "default_socket_timeout" = Some(b"60"), All, "standard";
    "disable_classes" = Some(b""), System, "core";
    "disable_functions" = Some(b""), System, "core";
    "display_errors" = Some(b"1"), All, "core";
    "display_startup_errors" = Some(b"1"), All, "core";
    "doc_root" = None, System, "core";
    "docref_ext" = Some(b""), All, "core";
    "docref_root" = Some(b""), All, "core";
    "enable_dl" = Some(b"1"), System, "core";
    "enable_post_data_reading" = Some(b"1"), PerDir, "core";
    "error_append_string" = None, All, "core";
    "error_log" = None, All, "core";
    "error_log_mode" = Some(b"0644"), All, "core";
    "error_prepend_string" = None, All, "core";
    "error_reporting" = None, All, "core";
    "expose_php" = Some(b"1"), System, "core";
    "extension_dir" = Some(b"/usr/lib/php/20240924"), System, "core";
    "fiber.stack_size" = None, All, "core";
    "file_uploads" = Some(b"1"), System, "core";
    "filter.default" = Some(b"unsafe_raw"), PerDir, "filter";
    "filter.default_flags" = None, PerDir, "filter";
    "from" = None, All, "standard";
    "hard_timeout" = Some(b"2"), System, "core";
    "highlight.comment" = Some(b"#FF8000"), All, "core";
    "highlight.default" = Some(b"#0000BB"), All, "core";
    "highlight.html" = Some(b"#000000"), All, "core";
    "highlight.keyword" = Some(b"#007700"), All, "core";
    "highlight.string" = Some(b"#DD0000"), All, "core";
    "html_errors" = Some(b"0"), All, "core";
    "iconv.input_encoding" = Some(b""), All, "iconv";
    "iconv.internal_encoding" = Some(b""), All, "iconv";
    "iconv.output_encoding" = Some(b""), All, "iconv";
    "ignore_repeated_errors" = Some(b"0"), All, "core";
    "ignore_repeated_source" = Some(b"0"), All, "core";
    "ignore_user_abort" = Some(b"0"), All, "core";
    "implicit_flush" = Some(b"1"), All, "core";
    "include_path" = Some(b".:/usr/share/php"), All, "core";
    "input_encoding" = None, All, "core";
    "internal_encoding" = None, All, "core";
    "log_errors" = Some(b"0"), All, "core";
    "mail.add_x_header" = Some(b"0"), PerDir, "core";
    "mail.force_extra_parameters" = None, PerDir, "core";
    "mail.log" = None, PerDir, "core";
    "mail.mixed_lf_and_crlf" = Some(b"0"), PerDir, "core";
    "max_execution_time" = Some(b"0"), All, "core";
    "max_file_uploads" = Some(b"20"), PerDir, "core";
    "max_input_nesting_level" = Some(b"64"), PerDir, "core";
    "max_input_time" = Some(b"-1"), PerDir, "core";
    "max_input_vars" = Some(b"1000"), PerDir, "core";
    "max_multipart_body_parts" = Some(b"-1"), PerDir, "core";
    "mbstring.detect_order" = None, All, "mbstring";
    "mbstring.encoding_translation" = Some(b"0"), PerDir, "mbstring";
    "mbstring.http_input" = None, All, "mbstring";
    "mbstring.http_output" = None, All, "mbstring";
    "mbstring.http_output_conv_mimetypes" = Some(b"^(text/|application/xhtml\\+xml)"), All, "mbstring";
    "mbstring.internal_encoding" = None, All, "mbstring";
    "mbstring.language" = Some(b"neutral"), All, "mbstring";
    "mbstring.regex_retry_limit" = Some(b"1000000"), All, "mbstring";
    "mbstring.regex_stack_limit" = Some(b"100000"), All, "mbstring";
    "mbstring.strict_detection" = Some(b"0"), All, "mbstring";
    "mbstring.substitute_character" = None, All, "mbstring";
    "memory_limit" = Some(b"128M"), All, "core";
    "open_basedir" = None, All, "core";
    "output_buffering" = Some(b"0"), PerDir, "core";
    "output_encoding" = None, All, "core";
    "output_handler" = None, PerDir, "core";
    "pcre.backtrack_limit" = Some(b"1000000"), All, "pcre";
    "pcre.jit" = Some(b"1"), All, "pcre";
    "pcre.recursion_limit" = Some(b"100000"), All, "pcre";
    "post_max_size" = Some(b"8M"), PerDir, "core";
    "precision" = Some(b"14"), All, "core";
    "realpath_cache_size" = Some(b"4096K"), System, "core";
    "realpath_cache_ttl" = Some(b"120"), System, "core";
    "register_argc_argv" = Some(b"1"), PerDir, "core";
    "report_memleaks" = Some(b"1"), All, "core";
    "report_zend_debug" = Some(b"0"), All, "core";
    "request_order" = None, PerDir, "core";
    "sendmail_from" = None, All, "core";
    "sendmail_path" = Some(b"/usr/sbin/sendmail -t -i"), System, "core";
    "serialize_precision" = Some(b"-1"), All, "core";
    "session.trans_sid_hosts" = Some(b""), All, "standard";
    "session.trans_sid_tags" = Some(b"a=href,area=href,frame=src,form="), All, "standard";
    "short_open_tag" = Some(b"1"), PerDir, "core";
    "smtp_port" = Some(b"25"), All, "core";
    "sys_temp_dir" = None, System, "core";
    "syslog.facility" = Some(b"LOG_USER"), System, "core";
    "syslog.filter" = Some(b"no-ctrl"), All, "core";
    "syslog.ident" = Some(b"php"), System, "core";
    "unserialize_callback_func" = None, All, "core";
    "unserialize_max_depth" = Some(b"4096"), All, "standard";
    "upload_max_filesize" = Some(b"2M"), PerDir, "core";
    "upload_tmp_dir" = None, System, "core";
    "url_rewriter.hosts" = Some(b""), All, "standard";
    "url_rewriter.tags" = Some(b"form="), All, "standard";
    "user_agent" = None, All, "standard";
    "user_dir" = None, System, "core";
    "user_ini.cache_ttl" = Some(b"300"), System, "core";
    "user_ini.filename" = Some(b".user.ini"), System, "core";
    "variables_order" = Some(b"EGPCS"), PerDir, "core";
    "xmlrpc_error_number" = Some(b"0"), All, "core";
    "xmlrpc_errors" = Some(b"0"), System, "core";
    "zend.assertions" = Some(b"1"), All, "core";
    "zend.detect_unicode" = Some(b"1"), All, "core";
    "zend.enable_gc" = Some(b"1"), All, "core";
    "zend.exception_ignore_args" = Some(b"0"), All, "core";
    "zend.exception_string_param_max_len" = Some(b"15"), All, "core";
    "zend.max_allowed_stack_size" = Some(b"0"), System, "core";
    "zend.multibyte" = Some(b"0"), PerDir, "core";
    "zend.reserved_stack_size" = Some(b"0"), System, "core";
    "zend.script_encoding" = None, All, "core";
    "zend.signal_check" = Some(b"0"), System, "core";
}
