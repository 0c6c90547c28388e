<?php

/** What there is to know of the engine, its extensions, the environment, as text or as a page. */
function phpinfo(int $flags = INFO_ALL): true {
  $page = PHP_SAPI !== 'cli';
  if ($page) ob_start();
  else echo "phpinfo()\n";
  phpinfo_text_($flags);
  if ($page) {
    $text = htmlspecialchars(ob_get_clean());
    echo "<!DOCTYPE html>\n<html><head><title>PHP " . PHP_VERSION . " - phpinfo()</title></head>\n";
    echo "<body><h1>PHP Version " . PHP_VERSION . "</h1>\n<pre>$text</pre></body></html>";
  }
  return true;
}

function phpinfo_text_(int $flags): void {
  if ($flags & INFO_GENERAL) phpinfo_general_();
  if ($flags & INFO_CONFIGURATION && !($flags & INFO_MODULES)) {
    echo "\n\n _______________________________________________________________________\n\n\nConfiguration\n";
    phpinfo_settings_(null);
  }
  if ($flags & INFO_MODULES) {
    echo "\n\n _______________________________________________________________________\n\n\nConfiguration\n";
    $names = get_loaded_extensions();
    usort($names, strcasecmp(...));
    foreach ($names as $name) phpinfo_extension_($name);
  }
  if ($flags & INFO_ENVIRONMENT) {
    echo "\nEnvironment\n\nVariable => Value\n";
    foreach (getenv() as $name => $value) echo "$name => $value\n";
  }
  if ($flags & INFO_VARIABLES) {
    echo "\nPHP Variables\n\nVariable => Value\n";
    foreach (['_REQUEST', '_GET', '_POST', '_FILES', '_COOKIE', '_SERVER', '_ENV'] as $table) {
      foreach ($GLOBALS[$table] ?? [] as $name => $value) {
        $value = is_array($value) ? print_r($value, true) : $value;
        echo "\$$table", is_int($name) ? "[$name]" : "['$name']", " => $value\n";
      }
    }
  }
  if ($flags & INFO_CREDITS && PHP_SAPI === 'cli') {
    echo "\n\n _______________________________________________________________________\n\n";
    phpcredits(CREDITS_ALL & ~CREDITS_FULLPAGE);
  }
  if ($flags & INFO_LICENSE) {
    echo "\nLicense\nJive is free software: see the file LICENSE that comes with it.\n";
  }
}

function phpinfo_general_(): void {
  $sapis = ['cli' => 'Command Line Interface', 'cli-server' => 'Built-in HTTP server', 'cgi-fcgi' => 'CGI/FastCGI'];
  $rows = [
    'System' => php_uname(),
    'Server API' => $sapis[PHP_SAPI] ?? PHP_SAPI,
    'Virtual Directory Support' => 'disabled',
    'Configuration File (php.ini) Path' => '(none)',
    'Loaded Configuration File' => php_ini_loaded_file() ?: '(none)',
    'Scan this dir for additional .ini files' => '(none)',
    'Additional .ini files parsed' => php_ini_scanned_files() ?: '(none)',
    'PHP API' => '20240924',
    'PHP Extension' => '20240924',
    'Zend Extension' => '420240924',
    'Zend Extension Build' => 'API420240924,NTS',
    'PHP Extension Build' => 'API20240924,NTS',
    'PHP Integer Size' => '64 bits',
    'Debug Build' => 'no',
    'Thread Safety' => 'disabled',
    'Zend Signal Handling' => 'enabled',
    'Zend Memory Manager' => 'enabled',
    'Zend Multibyte Support' => 'disabled',
    'Zend Max Execution Timers' => 'disabled',
    'IPv6 Support' => 'enabled',
    'DTrace Support' => 'disabled',
  ];
  echo "PHP Version => ", PHP_VERSION, "\n\n";
  foreach ($rows as $what => $value) echo "$what => $value\n";
  echo "\nRegistered PHP Streams => ", implode(', ', stream_get_wrappers()), "\n";
  echo "Registered Stream Socket Transports => ", implode(', ', stream_get_transports()), "\n";
  echo "Registered Stream Filters => ", implode(', ', stream_get_filters()), "\n";
  echo "\nThis program makes use of the Jive virtual machine\n";
}

/** What an extension says of itself, and its settings. */
function phpinfo_extension_(string $name): void {
  $folded = strtolower($name);
  $shown = array_values(array_filter(get_loaded_extensions(), fn($known) => strtolower($known) === $folded))[0] ?? $name;
  $own = [
    'core' => ['PHP Version' => PHP_VERSION],
    'bcmath' => ['BCMath support' => 'enabled'],
    'calendar' => ['Calendar support' => 'enabled'],
    'ctype' => ['ctype functions' => 'enabled'],
    'date' => ['date/time support' => 'enabled', 'Timezone Database' => 'internal', 'Default timezone' => date_default_timezone_get()],
    'fileinfo' => ['fileinfo support' => 'enabled', 'libmagic' => finfo_version_()],
    'filter' => ['Input Validation and Filtering' => 'enabled'],
    'iconv' => ['iconv support' => 'enabled', 'iconv implementation' => ICONV_IMPL, 'iconv library version' => ICONV_VERSION],
    'json' => ['json support' => 'enabled'],
    'mbstring' => ['Multibyte Support' => 'enabled'],
    'pcre' => ['PCRE (Perl Compatible Regular Expressions) Support' => 'enabled', 'PCRE Library Version' => PCRE_VERSION, 'PCRE JIT Support' => 'enabled'],
    'random' => ['Version' => PHP_VERSION],
    'reflection' => ['Reflection' => 'enabled'],
    'sodium' => ['sodium support' => 'enabled', 'libsodium headers version' => SODIUM_LIBRARY_VERSION, 'libsodium library version' => SODIUM_LIBRARY_VERSION],
    'spl' => ['SPL support' => 'enabled'],
    'standard' => ['Dynamic Library Support' => 'enabled', 'Path to sendmail' => ini_get('sendmail_path')],
    'tokenizer' => ['Tokenizer Support' => 'enabled'],
  ][$folded] ?? [];
  if ($folded === 'hash') {
    $own = ['hash support' => 'enabled', 'Hashing Engines' => implode(' ', hash_algos()) . ' '];
  }
  echo "\n$shown\n";
  if ($own) echo "\n";
  foreach ($own as $what => $value) echo "$what => $value\n";
  phpinfo_settings_($folded);
}

/** The settings of an extension, or all. */
function phpinfo_settings_(?string $extension): void {
  $switches = [
    'allow_url_fopen', 'allow_url_include', 'auto_globals_jit', 'display_startup_errors', 'enable_dl',
    'enable_post_data_reading', 'expose_php', 'file_uploads', 'html_errors', 'ignore_repeated_errors',
    'ignore_repeated_source', 'ignore_user_abort', 'implicit_flush', 'log_errors', 'mail.add_x_header',
    'mail.mixed_lf_and_crlf', 'register_argc_argv', 'report_memleaks', 'report_zend_debug', 'short_open_tag',
    'xmlrpc_errors', 'zend.detect_unicode', 'zend.enable_gc', 'zend.exception_ignore_args', 'zend.multibyte',
    'zend.signal_check', 'pcre.jit', 'assert.active', 'assert.bail', 'assert.exception', 'assert.warning',
    'auto_detect_line_endings', 'mbstring.encoding_translation', 'mbstring.strict_detection',
  ];
  $shown = function (string $name, ?string $value) use ($switches): string {
    if (in_array($name, $switches, true)) return $value && strcasecmp($value, 'off') ? 'On' : 'Off';
    if ($name === 'display_errors') {
      $folded = strtolower($value ?? '');
      if ($folded === 'stderr') return 'STDERR';
      return in_array($folded, ['', '0', 'off', 'no'], true) ? 'Off' : 'STDOUT';
    }
    if ($value === null || $value === '') return 'no value';
    return str_starts_with($name, 'highlight.') ? "<span style=\"color: $value\">$value</span>" : $value;
  };
  $rows = $extension === null ? ini_get_all() : @ini_get_all($extension);
  if (!$rows) return;
  echo "\nDirective => Local Value => Master Value\n";
  foreach ($rows as $name => $row) {
    echo $name, ' => ', $shown($name, $row['local_value']), ' => ', $shown($name, $row['global_value']), "\n";
  }
}

/** The headers of the request; servers alone have it. */
function getallheaders(): array {
  $headers = [];
  foreach ($_SERVER as $name => $value) {
    if (str_starts_with($name, 'HTTP_')) $name = substr($name, 5);
    elseif ($name !== 'CONTENT_TYPE' && $name !== 'CONTENT_LENGTH') continue;
    // What follows a dash stays as it is, another underscore too.
    $headers[preg_replace_callback('/(^.|_.?)([^_]*)/s', fn ($part) => strtr($part[1][0], '_', '-') . substr($part[1], 1) . strtolower($part[2]), $name)] = $value;
  }
  return $headers;
}

/** The same. */
function apache_request_headers(): array { return getallheaders(); }

/** The headers of the response so far; servers alone have it. */
function apache_response_headers(): array {
  $headers = [];
  foreach (headers_list() as $line) {
    $parts = explode(':', $line, 2);
    $name = rtrim($parts[0]);
    if ($name !== '' && isset($parts[1])) $headers[$name] = ltrim($parts[1]);
  }
  return $headers;
}

function get_extension_funcs(string $extension): array|false {
  if (strcasecmp($extension, "zend") === 0) $extension = "core";
  $isOfIt = fn (string $name) => strcasecmp(ReflectionExtension::ofFunction_($name), $extension) === 0;
  $names = [...extension_funcs_($extension), ...array_filter(library_funcs_(), $isOfIt)];
  return $names ?: false;
}
