<?php
// Texts in headers of mail: `=?UTF-8?B?…?=`.

function mb_encode_mimeheader(string $string, ?string $charset = null, ?string $transfer_encoding = null, string $newline = "\r\n", int $indent = 0): string {
    $charset ??= "UTF-8";
    $isBase64 = strtoupper($transfer_encoding[0] ?? "B") !== "Q";
    if (preg_match('/^[\x20-\x7e]*$/D', $string) && !str_contains($string, "=?")) return $string;
    $name = mb_preferred_mime_name($charset) ?: $charset;
    $start = "=?$name?" . ($isBase64 ? "B" : "Q") . "?";
    $lines = [];
    $line = "";
    $room = 74 - $indent - strlen($start) - 2;
    foreach (mb_str_split($string) as $letter) {
        $next = $line . $letter;
        $encoded = mail_word_(mb_convert_encoding($next, $charset), $isBase64);
        if ($line !== "" && strlen($encoded) > $room) {
            $lines[] = $start . mail_word_(mb_convert_encoding($line, $charset), $isBase64) . "?=";
            $room = 74 - 1 - strlen($start) - 2;
            $next = $letter;
        }
        $line = $next;
    }
    if ($line !== "") $lines[] = $start . mail_word_(mb_convert_encoding($line, $charset), $isBase64) . "?=";
    return implode("$newline ", $lines);
}

function mail_word_(string $bytes, bool $isBase64): string {
    if ($isBase64) return base64_encode($bytes);
    return preg_replace_callback('/[^A-Za-z0-9!*+\/-]/', fn ($found) => $found[0] === " " ? "_" : sprintf("=%02X", ord($found[0])), $bytes);
}

function mb_convert_variables(string $to_encoding, array|string $from_encoding, mixed &$var, mixed &...$vars): string|false {
    $texts = [];
    $collect = function (mixed $value) use (&$collect, &$texts) {
        if (is_string($value)) $texts[] = $value;
        elseif (is_array($value) || is_object($value)) foreach ((array) $value as $one) $collect($one);
    };
    $collect($var);
    foreach ($vars as $one) $collect($one);
    $from = is_string($from_encoding) ? array_map("trim", explode(",", $from_encoding)) : $from_encoding;
    if (count($from) > 1 || strtolower($from[0]) === "auto") {
        $found = mb_detect_encoding(implode("\n", $texts), $from, true);
        if ($found === false) {
            report_(E_WARNING, "mb_convert_variables(): Unable to detect encoding");
            return false;
        }
    } else {
        $found = $from[0];
    }
    $convert = function (mixed $value) use (&$convert, $to_encoding, $found) {
        if (is_string($value)) return mb_convert_encoding($value, $to_encoding, $found);
        if (is_array($value)) return array_map($convert, $value);
        if (is_object($value)) foreach (get_object_vars($value) as $name => $one) $value->$name = $convert($one);
        return $value;
    };
    $var = $convert($var);
    foreach ($vars as $at => $_) $vars[$at] = $convert($vars[$at]);
    return $found;
}

function mb_parse_str(string $string, &$result): bool {
    parse_str($string, $result);
    return true;
}

function mb_get_info(string $type = "all"): array|string|int|false|null {
    $info = [
        "internal_encoding" => mb_internal_encoding(), "http_output" => mb_http_output(), "http_output_conv_mimetypes" => ini_get("mbstring.http_output_conv_mimetypes") ?: "^(text/|application/xhtml\\+xml)",
        "mail_charset" => "UTF-8", "mail_header_encoding" => "BASE64", "mail_body_encoding" => "BASE64", "illegal_chars" => 0, "encoding_translation" => "Off",
        "language" => mb_language(), "detect_order" => mb_detect_order(), "substitute_character" => mb_substitute_character(), "strict_detection" => "Off",
    ];
    $folded = strtolower($type);
    if ($folded === "all" || $type === "") return $info;
    if (array_key_exists($folded, $info)) return $info[$folded];
    if ($folded === "http_input") return null;
    throw new ValueError("mb_get_info(): Argument #1 (\$type) must be a valid type");
}

function iconv_mime_encode(string $field_name, string $field_value, array $options = []): string|false {
    $scheme = strtoupper($options["scheme"] ?? "B")[0] ?? "B";
    $from = $options["input-charset"] ?? iconv_get_encoding("internal_encoding");
    $to = $options["output-charset"] ?? $from;
    $length = $options["line-length"] ?? 76;
    $end = $options["line-break-chars"] ?? "\r\n";
    $head = "$field_name: ";
    $start = "=?$to?$scheme?";
    $text = @iconv($from, "UTF-8", $field_value);
    if ($text === false) {
        report_(E_NOTICE, "iconv_mime_encode(): Detected an illegal character in input string");
        return false;
    }
    if (strlen($head) + strlen($start) + 4 > $length) {
        report_(E_WARNING, "iconv_mime_encode(): Buffer length exceeded");
        return false;
    }
    $out = $head;
    $column = strlen($head);
    $word = "";
    $letters = preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [];
    $shown = fn (string $word) => $scheme === "Q"
        ? preg_replace_callback('/[^A-Za-z0-9!*+\/-]/', fn ($found) => sprintf("=%02X", ord($found[0])), iconv("UTF-8", $to, $word))
        : base64_encode(iconv("UTF-8", $to, $word));
    foreach ($letters as $letter) {
        if ($word !== "" && $column + strlen($start) + strlen($shown($word . $letter)) + 2 > $length) {
            $out .= $start . $shown($word) . "?=" . $end . " ";
            $column = 1;
            $word = "";
        }
        $word .= $letter;
    }
    return $word === "" ? $out : $out . $start . $shown($word) . "?=";
}

function iconv_mime_decode(string $string, int $mode = 0, ?string $encoding = null): string|false {
    return mail_decoded_($string, $mode, $encoding ?? iconv_get_encoding("internal_encoding"), "iconv_mime_decode");
}

function mail_decoded_(string $text, int $mode, string $to, string $function): string|false {
    $goesOn = (bool) ($mode & 2);
    $text = preg_replace('/\r?\n[ \t]+/', " ", $text);
    $out = "";
    $at = 0;
    $wasWord = false;
    while (preg_match('/=\?([^?\s]+)\?([BbQq])\?([^?]*)\?=/', $text, $found, PREG_OFFSET_CAPTURE, $at)) {
        $between = substr($text, $at, $found[0][1] - $at);
        if (!$wasWord || trim($between) !== "") $out .= $between;
        $charset = explode("*", $found[1][0])[0];
        $bytes = strtoupper($found[2][0]) === "B" ? base64_decode($found[3][0]) : quoted_printable_decode(str_replace("_", "=20", $found[3][0]));
        $converted = @iconv($charset, $to, $bytes);
        if ($converted === false) {
            if (!$goesOn) {
                report_(E_WARNING, "$function(): Wrong encoding, conversion from \"$charset\" to \"$to\" is not allowed");
                return false;
            }
            $converted = $found[0][0];
        }
        $out .= $converted;
        $at = $found[0][1] + strlen($found[0][0]);
        $wasWord = true;
    }
    $rest = substr($text, $at);
    if (!$goesOn && preg_match('/=\?[^?]*\?[^?]*\?[^?]*$|=\?[^?]*\?[^?]*$/', $rest)) {
        report_(E_WARNING, "$function(): Malformed string");
        return false;
    }
    return $out . $rest;
}

function iconv_mime_decode_headers(string $headers, int $mode = 0, ?string $encoding = null): array|false {
    $to = $encoding ?? iconv_get_encoding("internal_encoding");
    $all = [];
    foreach (preg_split('/\r?\n(?![ \t])/', $headers) as $line) {
        if ($line === "") break;
        $decoded = mail_decoded_($line, $mode, $to, "iconv_mime_decode_headers");
        if ($decoded === false) return false;
        $colon = strpos($decoded, ":");
        if ($colon === false) continue;
        $name = substr($decoded, 0, $colon);
        $value = ltrim(substr($decoded, $colon + 1));
        if (!array_key_exists($name, $all)) $all[$name] = $value;
        elseif (is_array($all[$name])) $all[$name][] = $value;
        else $all[$name] = [$all[$name], $value];
    }
    return $all;
}

function mail(string $to, string $subject, string $message, array|string $additional_headers = [], string $additional_params = ""): bool {
    foreach ([$to, $subject, $message, $additional_headers, $additional_params] as $at => $value) {
        if (is_string($value) && str_contains($value, "\0")) {
            $name = ["to", "subject", "message", "additional_headers", "additional_params"][$at];
            throw new ValueError("mail(): Argument #" . ($at + 1) . " (\$$name) must not contain any null bytes");
        }
    }
    $headers = is_array($additional_headers) ? mail_headers_($additional_headers) : rtrim($additional_headers, " \t\r\n\x0b\0");
    $clean = function (string $text): string {
        $text = preg_replace('/\r\n[ \t]+/', " ", rtrim($text));
        return preg_replace('/[\x00-\x1f\x7f]/', " ", $text);
    };
    $to = $clean($to);
    $subject = $clean($subject);
    $end = ini_get("mail.mixed_lf_and_crlf") ? "\n" : "\r\n";
    $log = ini_get("mail.log");
    if ($log) {
        $line = date("[d-M-Y H:i:s e] ") . "mail() on [" . (get_included_files()[0] ?? "") . ":0]: To: $to -- Headers: " . strtr($headers, "\r\n", "  ") . " -- Subject: $subject\n";
        @file_put_contents($log, $line, FILE_APPEND);
    }
    if (ini_get("mail.add_x_header")) $headers = "X-PHP-Originating-Script: " . getmyuid() . ":" . basename(get_included_files()[0] ?? "") . ($headers === "" ? "" : $end . $headers);
    if ($headers !== "" && preg_match('/(?<!\r)\n(?![ \t])|\r(?!\n)|\r\n\r\n|\n\n|^[\s]|^[^:]*$/', $headers) && preg_match('/\n\s*\n|\r\r|^[\x00-\x20:]/', $headers)) {
        report_(E_WARNING, "mail(): Multiple or malformed newlines found in additional_header");
        return false;
    }
    $command = ini_get("sendmail_path") ?: "/usr/sbin/sendmail -t -i";
    $forced = ini_get("mail.force_extra_parameters");
    if ($forced) $command .= " " . escapeshellcmd($forced);
    elseif ($additional_params !== "") $command .= " " . escapeshellcmd($additional_params);
    $pipe = popen($command, "w");
    if ($pipe === false) {
        report_(E_WARNING, "mail(): Could not execute mail delivery program '$command'");
        return false;
    }
    @fwrite($pipe, "To: $to{$end}Subject: $subject$end" . ($headers === "" ? "" : $headers . $end) . "$end$message$end");
    $status = pclose($pipe);
    if ($status !== 0 && $status !== 75) {
        if ($status === 127) report_(E_WARNING, "mail(): Sendmail exited with non-zero exit code $status");
        return false;
    }
    return true;
}

function mail_headers_(array $headers): string {
    $lines = [];
    $check = function (string|int $name, mixed $value) use (&$lines) {
        if (!is_string($name)) throw new TypeError("Header name cannot be numeric, $name given");
        if (!preg_match('/^[\x21-\x39\x3b-\x7e]+$/D', $name)) throw new ValueError("Header name \"$name\" contains invalid characters");
        if (!is_string($value)) throw new TypeError("Header \"$name\" must be of type array|string, " . get_debug_type($value) . " given");
        if (str_contains($value, "\0")) throw new ValueError("Header \"$name\" contains NULL character that is not allowed in the header");
        if (preg_match('/\r(?!\n)/', $value)) throw new ValueError("Header \"$name\" contains CR character that is not allowed in the header");
        if (preg_match('/(?<!\r)\n/', $value)) throw new ValueError("Header \"$name\" contains LF character that is not allowed in the header");
        if (preg_match('/\r\n(?![ \t])/', $value)) throw new ValueError("Header \"$name\" contains CRLF characters that are used as a line separator and are not allowed in the header");
        $lines[] = "$name: $value";
    };
    $single = ["orig-date", "from", "sender", "reply-to", "to", "bcc", "cc", "message-id", "references", "subject"];
    foreach ($headers as $name => $value) {
        if (!is_array($value)) {
            $check($name, $value);
            continue;
        }
        if (in_array(strtolower($name), $single, true)) throw new TypeError("Header \"$name\" must be of type string, array given");
        foreach ($value as $key => $one) {
            if (is_string($key)) throw new TypeError("Header \"$name\" must only contain numeric keys, \"$key\" found");
            if (!is_string($one)) throw new TypeError("Header \"$name\" must only contain values of type string, " . get_debug_type($one) . " found");
            $check($name, $one);
        }
    }
    return implode("\r\n", $lines);
}
