<?php
// Functions that read whole files.

// The bytes of a file; the warning is that of the function.
function file_bytes_(string $function, string $path): string|false {
    if (str_contains($path, "\0")) throw new ValueError("$function(): Argument #1 (\$filename) must not contain any null bytes");
    error_clear_last();
    $bytes = @file_get_contents($path);
    if ($bytes === false) {
        $text = preg_replace('/^file_get_contents\(/', "$function(", error_get_last()["message"] ?? "$function($path): Failed to open stream: No such file or directory");
        report_(E_WARNING, $text);
    }
    return $bytes;
}

function md5_file(string $filename, bool $binary = false): string|false {
    $bytes = file_bytes_("md5_file", $filename);
    return $bytes === false ? false : md5($bytes, $binary);
}

function sha1_file(string $filename, bool $binary = false): string|false {
    $bytes = file_bytes_("sha1_file", $filename);
    return $bytes === false ? false : sha1($bytes, $binary);
}

function hash_file(string $algo, string $filename, bool $binary = false, array $options = []): string|false {
    if (!in_array(strtolower($algo), hash_algos(), true)) throw new ValueError('hash_file(): Argument #1 ($algo) must be a valid hashing algorithm');
    if (str_contains($filename, "\0")) throw new ValueError('hash_file(): Argument #2 ($filename) must not contain any null bytes');
    $bytes = file_bytes_("hash_file", $filename);
    return $bytes === false ? false : hash($algo, $bytes, $binary, $options);
}

function hash_hmac_file(string $algo, string $filename, string $key, bool $binary = false): string|false {
    if (!in_array(strtolower($algo), hash_hmac_algos(), true)) throw new ValueError('hash_hmac_file(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm');
    if (str_contains($filename, "\0")) throw new ValueError('hash_hmac_file(): Argument #2 ($filename) must not contain any null bytes');
    $bytes = file_bytes_("hash_hmac_file", $filename);
    return $bytes === false ? false : hash_hmac($algo, $bytes, $key, $binary);
}

function hash_update_file(HashContext $context, string $filename, $stream_context = null): bool {
    $bytes = file_bytes_("hash_update_file", $filename);
    return $bytes !== false && hash_update($context, $bytes);
}

function hash_update_stream(HashContext $context, $stream, int $length = -1): int {
    $bytes = (string) stream_get_contents($stream, $length < 0 ? null : $length);
    hash_update($context, $bytes);
    return strlen($bytes);
}

function parse_ini_file(string $filename, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false {
    if ($filename === "") throw new ValueError('parse_ini_file(): Argument #1 ($filename) must not be empty');
    if ($scanner_mode < 0 || $scanner_mode > 2) throw new ValueError('parse_ini_file(): Argument #3 ($scanner_mode) must be one of INI_SCANNER_NORMAL, INI_SCANNER_RAW, or INI_SCANNER_TYPED');
    $bytes = file_bytes_("parse_ini_file", $filename);
    return $bytes === false ? false : ini_read_($bytes, $process_sections, $scanner_mode, $filename);
}

function parse_ini_string(string $ini_string, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false {
    if ($scanner_mode < 0 || $scanner_mode > 2) throw new ValueError('parse_ini_string(): Argument #3 ($scanner_mode) must be one of INI_SCANNER_NORMAL, INI_SCANNER_RAW, or INI_SCANNER_TYPED');
    return ini_read_($ini_string, $process_sections, $scanner_mode, "Unknown");
}

function ini_key_(array &$into, string $key, mixed $value): void {
    $open = strpos($key, "[");
    if ($open === false || $open === 0 || !str_ends_with($key, "]")) {
        $into[$key] = $value;
        return;
    }
    $name = substr($key, 0, $open);
    $index = trim(substr($key, $open + 1, -1));
    if (strlen($index) > 1 && ($index[0] === '"' || $index[0] === "'") && $index[-1] === $index[0]) $index = substr($index, 1, -1);
    if (!is_array($into[$name] ?? null)) $into[$name] = [];
    if ($index === "") $into[$name][] = $value; else $into[$name][$index] = $value;
}

function ini_read_(string $text, bool $sections, int $mode, string $where): array|false {
    $all = [];
    $section = null;
    $lines = preg_split('/\r\n|\n|\r/', $text);
    for ($at = 0; $at < count($lines); $at++) {
        $line = ltrim($lines[$at]);
        if ($line === "" || $line[0] === ";") continue;
        if ($line[0] === "[") {
            $end = strpos($line, "]");
            if ($end === false) {
                report_(E_WARNING, "syntax error, unexpected end of file, expecting ']' in $where on line " . ($at + 1) . "\n");
                return false;
            }
            $section = trim(substr($line, 1, $end - 1));
            if (strlen($section) > 1 && ($section[0] === '"' || $section[0] === "'") && $section[-1] === $section[0]) $section = substr($section, 1, -1);
            if ($sections) $all[$section] ??= [];
            continue;
        }
        $equals = strpos($line, "=");
        $key = rtrim($equals === false ? explode(";", $line)[0] : substr($line, 0, $equals));
        if (($fault = ini_fault_($key, $lines[$at][0] !== " ")) !== null) {
            report_(E_WARNING, "syntax error, unexpected $fault in $where on line " . ($at + 1) . "\n");
            return false;
        }
        if ($equals === false) continue;
        $rest = substr($line, $equals + 1);
        // A value in quotes may go on in further lines.
        $first = ltrim($rest)[0] ?? "";
        $isOpen = $mode !== INI_SCANNER_RAW && ($first === "'" || $first === '"');
        $from = $at + 1;
        while ($isOpen && ($isOpen = ini_open_($rest, $first)) && $at + 1 < count($lines)) $rest .= "\n" . $lines[++$at];
        if ($isOpen) {
            if ($first === '"') $from = $at + 1;
            $expected = $first === '"' ? ", expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '\"'" : "";
            report_(E_WARNING, "syntax error, unexpected end of file$expected in $where on line $from\n");
            return false;
        }
        $value = $mode === INI_SCANNER_RAW ? ini_raw_($rest) : ini_value_($rest, $mode);
        if ($value === false && $mode !== INI_SCANNER_TYPED) {
            report_(E_WARNING, "syntax error, unexpected '(' in $where on line " . ($at + 1) . "\n");
            return false;
        }
        if ($sections && $section !== null) ini_key_($all[$section], $key, $value); else ini_key_($all, $key, $value);
    }
    return $all;
}

// What no name of a setting may have; where no spaces come first, words for values are no names.
function ini_fault_(string $key, bool $starts): ?string {
    if ($key === "") return "'='";
    if (preg_match('/[{}|&~!()^"$]/', $key, $found)) return "'$found[0]'";
    if (($open = strpos($key, "[")) === false) {
        if (str_contains($key, "]")) return "']'";
    } elseif (strpos($key, "]", $open) === false) {
        return "end of file, expecting ']'";
    }
    return match ($starts ? strtolower($key) : "") {
        "null" => "NULL_NULL",
        "yes", "true", "on" => "BOOL_TRUE",
        "no", "false", "off", "none" => "BOOL_FALSE",
        default => null,
    };
}

function ini_open_(string $rest, string $quote): bool {
    $rest = ltrim($rest);
    for ($at = 1; $at < strlen($rest); $at++) {
        if ($rest[$at] === "\\" && $quote === '"') $at++;
        elseif ($rest[$at] === $quote) return false;
    }
    return true;
}

function ini_raw_(string $rest): string {
    $rest = ltrim($rest, " \t");
    $quote = $rest[0] ?? "";
    if ($quote === '"' && ($end = strpos($rest, $quote, 1)) !== false) {
        $tail = trim(substr($rest, $end + 1));
        if ($tail === "" || $tail[0] === ";") return substr($rest, 1, $end - 1);
    }
    $at = strpos($rest, ";");
    return rtrim($at === false ? $rest : substr($rest, 0, $at));
}

function ini_value_(string $rest, int $mode): mixed {
    $rest = ltrim($rest, " \t");
    $out = "";
    $isBare = true;
    $hasQuotes = false;
    $end = strlen($rest);
    for ($at = 0; $at < $end;) {
        $byte = $rest[$at];
        if ($byte === ";") break;
        if ($byte === '"') {
            $hasQuotes = true;
            for ($at++; $at < $end && $rest[$at] !== '"'; $at++) {
                if ($rest[$at] === "\\" && $at + 1 < $end && ($rest[$at + 1] === '"' || $rest[$at + 1] === "\\")) {
                    $out .= $rest[++$at];
                } elseif ($rest[$at] === "\$" && ($rest[$at + 1] ?? "") === "{" && ($close = strpos($rest, "}", $at)) !== false) {
                    $out .= ini_variable_(substr($rest, $at + 2, $close - $at - 2));
                    $at = $close;
                } else {
                    $out .= $rest[$at];
                }
            }
            $at++;
            while ($at < $end && ($rest[$at] === " " || $rest[$at] === "\t")) $at++;
            continue;
        }
        if ($byte === "'") {
            $hasQuotes = true;
            $close = strpos($rest, "'", $at + 1);
            if ($close === false) $close = $end;
            $out .= substr($rest, $at + 1, $close - $at - 1);
            $at = $close + 1;
            while ($at < $end && ($rest[$at] === " " || $rest[$at] === "\t")) $at++;
            continue;
        }
        if ($byte === "\$" && ($rest[$at + 1] ?? "") === "{" && ($close = strpos($rest, "}", $at)) !== false) {
            $out .= ini_variable_(substr($rest, $at + 2, $close - $at - 2));
            $isBare = false;
            $at = $close + 1;
            continue;
        }
        $length = strcspn($rest, ";\"'\$", $at);
        if ($length === 0) {
            $out .= $byte;
            $at++;
            continue;
        }
        $out .= substr($rest, $at, $length);
        $at += $length;
    }
    if ($hasQuotes) return $out;
    $out = rtrim($out);
    $folded = strtolower($out);
    $isTyped = $mode === INI_SCANNER_TYPED;
    if ($folded === "true" || $folded === "on" || $folded === "yes") return $isTyped ? true : "1";
    if ($folded === "false" || $folded === "off" || $folded === "no" || $folded === "none") return $isTyped ? false : "";
    if ($folded === "null") return $isTyped ? null : "";
    if ($isBare && preg_match('/^\w+$/', $out) && defined($out)) return (string) constant($out);
    if (preg_match('/^[~!|&^()\d\s-]*[|&^~!][~!|&^()\d\s-]*$/', $out)) return (string) ini_number_($out);
    if ($isBare && preg_match('/^\w+(\s+\w+)+$/', $out)) {
        return preg_replace_callback('/[A-Za-z_]\w*/', fn ($found) => defined($found[0]) ? (string) constant($found[0]) : $found[0], $out);
    }
    if ($isBare && preg_match('/^[A-Z_][A-Z0-9_]*(\s*[|&^]\s*~?\s*[A-Z_][A-Z0-9_]*)+$/', $out)) {
        $numbers = preg_replace_callback('/[A-Z_][A-Z0-9_]*/', fn ($found) => (string) (defined($found[0]) ? (int) constant($found[0]) : 0), $out);
        return (string) ini_number_($numbers);
    }
    if ($isTyped && preg_match('/^(0|-?[1-9]\d*)$/', $out) && (string) (int) $out === $out) return (int) $out;
    if ($isTyped && preg_match('/^-?(\d+\.\d*|\.\d+)$/', $out)) return (float) $out;
    return $out;
}

// A number of numbers with the operators of settings, which go from the left.
function ini_number_(string $text): int {
    $value = 0;
    $operator = "|";
    preg_match_all('/~?!?\s*-?\d+|[|&^]/', $text, $found);
    foreach ($found[0] as $part) {
        if (strlen($part) === 1 && str_contains("|&^", $part)) {
            $operator = $part;
            continue;
        }
        $number = (int) ltrim($part, "~! ");
        if ($part[0] === "~") $number = ~$number;
        if ($part[0] === "!") $number = (int) !$number;
        $value = match ($operator) { "|" => $value | $number, "&" => $value & $number, "^" => $value ^ $number };
    }
    return $value;
}

function ini_variable_(string $name): string {
    $at = strpos($name, ":-");
    $default = $at === false ? "" : substr($name, $at + 2);
    if ($at !== false) $name = substr($name, 0, $at);
    $value = ini_get($name);
    if ($value === false) $value = getenv($name);
    return $value === false ? $default : $value;
}
