<?php
// What an archive answers to requests of the web.

function phar_web_(string $index, string $missing, array $mimes, ?callable $rewrite): void {
    $method = $_SERVER["REQUEST_METHOD"] ?? null;
    if (!in_array($method, ["GET", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH", "PUT"], true) || !isset($_SERVER["REQUEST_URI"])) return;
    $path = phar_script_();
    $base = basename($path);
    $isCgi = PHP_SAPI !== "cli-server";
    if ($isCgi) {
        $script = $_SERVER["SCRIPT_NAME"] ?? null;
        if (!is_string($script) || !str_contains($script, $base)) return;
        $name = is_string($_SERVER["PATH_INFO"] ?? null) ? $_SERVER["PATH_INFO"] : "";
        $info = $script . $name;
        $prefix = $script;
    } else {
        $info = $_SERVER["REQUEST_URI"];
        $at = strpos($info, $base);
        if ($at === false) return;
        $prefix = substr($info, 0, $at + strlen($base));
        $name = substr($info, strlen($prefix));
    }
    if ($rewrite !== null) {
        $name = $rewrite($name);
        if (is_bool($name)) {
            header("HTTP/1.0 403 Access Denied", true, 403);
            echo "<html>\n <head>\n  <title>Access Denied</title>\n </head>\n <body>\n  <h1>403 - File Access Denied</h1>\n </body>\n</html>";
            exit;
        }
        if (!is_string($name)) throw new PharException("phar error: rewrite callback must return a string or false");
    }
    $rest = 0;
    if ($name !== "") [$name, $rest] = phar_web_name_($path, $name);
    if ($name === "" || $name === "/") {
        $name = $index === "" ? "/index.php" : ($index[0] === "/" ? $index : "/$index");
        if (!is_file("phar://$path$name")) phar_web_missing_($path, $missing);
        header("HTTP/1.1 301 Moved Permanently", true, 301);
        header("Location: " . (str_ends_with($info, "/") ? $info . substr($name, 1) : $info . $name));
        exit;
    }
    $slash = $name[0] === "/" ? "" : "/";
    if (!is_file("phar://$path$slash$name")) phar_web_missing_($path, $missing);
    phar_web_answer_($path, $name, phar_web_type_($name, $mimes), $prefix, $rest);
}

// The file that a name means, which may have more behind it, and how long that is.
function phar_web_name_(string $path, string $name): array {
    for ($end = strlen($name); $end > 1; $end = strrpos(substr($name, 0, $end), "/")) {
        if (is_file("phar://$path" . substr($name, 0, $end))) return [substr($name, 0, $end), strlen($name) - $end];
    }
    return [$name, 0];
}

function phar_web_missing_(string $path, string $script): never {
    if ($script !== "" && is_file("phar://$path/" . ltrim($script, "/"))) phar_web_answer_($path, $script, 0, null, 0);
    header("HTTP/1.0 404 Not Found", true, 404);
    echo "<html>\n <head>\n  <title>File Not Found</title>\n </head>\n <body>\n  <h1>404 - File Not Found</h1>\n </body>\n</html>";
    exit;
}

// 0 for code, 1 for code that is shown, else a type.
function phar_web_type_(string $name, array $mimes): int|string {
    static $known = [
        "aif" => "audio/x-aiff", "avi" => "video/avi", "bmp" => "image/bmp", "c" => "text/plain", "c++" => "text/plain",
        "cc" => "text/plain", "cpp" => "text/plain", "css" => "text/css", "dtd" => "text/plain", "gif" => "image/gif",
        "h" => "text/plain", "htm" => "text/html", "html" => "text/html", "htmls" => "text/html", "ico" => "image/x-ico",
        "inc" => 0, "jpe" => "image/jpeg", "jpeg" => "image/jpeg", "jpg" => "image/jpeg", "js" => "application/x-javascript",
        "log" => "text/plain", "mid" => "audio/midi", "midi" => "audio/midi", "mod" => "audio/mod", "mov" => "movie/quicktime",
        "mp3" => "audio/mp3", "mpeg" => "video/mpeg", "mpg" => "video/mpeg", "pdf" => "application/pdf", "php" => 0, "phps" => 1,
        "png" => "image/png", "rng" => "text/plain", "swf" => "application/shockwave-flash", "tif" => "image/tiff",
        "tiff" => "image/tiff", "txt" => "text/plain", "wav" => "audio/wav", "xbm" => "image/xbm", "xml" => "text/xml", "xsd" => "text/plain",
    ];
    $dot = strrpos($name, ".");
    if ($dot === false) return "text/plain";
    $end = substr($name, $dot + 1);
    if (isset($mimes[$end])) {
        $type = $mimes[$end];
        if (is_int($type) && $type !== 0 && $type !== 1) throw new PharException("Unknown mime type specifier used, only Phar::PHP, Phar::PHPS and a mime type string are allowed");
        if (!is_int($type) && !is_string($type)) throw new PharException("Unknown mime type specifier used (not a string or int), only Phar::PHP, Phar::PHPS and a mime type string are allowed");
        return $type;
    }
    return $known[$end] ?? "application/octet-stream";
}

function phar_web_answer_(string $path, string $name, int|string $type, ?string $base, int $rest): never {
    $url = "phar://$path" . ($name[0] === "/" ? "" : "/") . $name;
    if ($type === 1) {
        highlight_file($url);
        exit;
    }
    if (is_string($type)) {
        header("Content-type: $type");
        header("Content-length: " . filesize($url));
        readfile($url);
        exit;
    }
    if ($base !== null) phar_web_server_($path, $name, $base, $rest);
    phar_enter_(ltrim((string)substr($name, 0, (int)strrpos($name, "/")), "/"));
    phar_web_run_($url);
}

// Changes what the server's variables say, so that the archive does not show.
function phar_web_server_(string $path, string $name, string $base, int $rest): void {
    $change = function (string $key, string $value): void {
        $_SERVER["PHAR_$key"] = $_SERVER[$key];
        $_SERVER[$key] = $value;
    };
    if (str_starts_with($_SERVER["PATH_INFO"] ?? "", $name) && strlen($_SERVER["PATH_INFO"]) > strlen($name)) $change("PATH_INFO", substr($_SERVER["PATH_INFO"], strlen($name), $rest));
    if (isset($_SERVER["PATH_TRANSLATED"])) $change("PATH_TRANSLATED", "phar://$path$name");
    $munged = phar_munged_(0);
    foreach ([2 => "REQUEST_URI", 1 => "PHP_SELF"] as $bit => $key) {
        $value = $_SERVER[$key] ?? "";
        if ($munged & $bit && strlen($value) > strlen($base) && str_starts_with($value, $base)) $change($key, substr($value, strlen($base)));
    }
    if ($munged & 4 && isset($_SERVER["SCRIPT_NAME"])) $change("SCRIPT_NAME", $name);
    if ($munged & 8 && isset($_SERVER["SCRIPT_FILENAME"])) $change("SCRIPT_FILENAME", "phar://$path$name");
}

function phar_web_run_(string $url): never {
    require $url;
    exit;
}
