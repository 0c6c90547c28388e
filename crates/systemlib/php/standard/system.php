<?php
// The process, its place and its habits.

function setlocale(int $category, $locales, ...$rest): string|false {
    $all = is_array($locales) ? $locales : [$locales, ...$rest];
    foreach ($all as $locale) {
        $found = Locale_::set_($category, (string) $locale);
        if ($found !== false) return $found;
    }
    return false;
}

function localeconv(): array {
    return ["decimal_point" => ".", "thousands_sep" => "", "int_curr_symbol" => "", "currency_symbol" => "", "mon_decimal_point" => "",
        "mon_thousands_sep" => "", "positive_sign" => "", "negative_sign" => "", "int_frac_digits" => 127, "frac_digits" => 127,
        "p_cs_precedes" => 127, "p_sep_by_space" => 127, "n_cs_precedes" => 127, "n_sep_by_space" => 127, "p_sign_posn" => 127,
        "n_sign_posn" => 127, "grouping" => [], "mon_grouping" => []];
}

function nl_langinfo(int $item): string|false {
    $codeset = setlocale(LC_CTYPE, "0") === "C" ? "ANSI_X3.4-1968" : "UTF-8";
    $texts = [CODESET => $codeset, RADIXCHAR => ".", THOUSEP => "", YESEXPR => "^[yY]", NOEXPR => "^[nN]", CRNCYSTR => "-", AM_STR => "AM", PM_STR => "PM",
        D_T_FMT => "%a %b %e %H:%M:%S %Y", D_FMT => "%m/%d/%y", T_FMT => "%H:%M:%S", T_FMT_AMPM => "%I:%M:%S %p", ERA => "", ERA_D_T_FMT => "", ERA_D_FMT => "", ERA_T_FMT => "", ALT_DIGITS => ""];
    if (isset($texts[$item])) return $texts[$item];
    $days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    $months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    if ($item >= DAY_1 && $item < DAY_1 + 7) return $days[$item - DAY_1];
    if ($item >= ABDAY_1 && $item < ABDAY_1 + 7) return substr($days[$item - ABDAY_1], 0, 3);
    if ($item >= MON_1 && $item < MON_1 + 12) return $months[$item - MON_1];
    if ($item >= ABMON_1 && $item < ABMON_1 + 12) return substr($months[$item - ABMON_1], 0, 3);
    report_(E_WARNING, "nl_langinfo(): Item '$item' is not valid");
    return false;
}

function strcoll(string $string1, string $string2): int { return $string1 <=> $string2; }

function uniqid(string $prefix = "", bool $more_entropy = false): string {
    usleep(1);
    [$micros, $seconds] = explode(" ", microtime());
    $text = $prefix . sprintf("%08x%05x", $seconds, (int) ($micros * 1000000));
    return $more_entropy ? $text . sprintf("%.8F", random_int(0, 999999999) / 100000000) : $text;
}

function gettimeofday(bool $as_float = false): array|float {
    $now = microtime(true);
    if ($as_float) return $now;
    [$micros, $seconds] = explode(" ", microtime());
    return ["sec" => (int) $seconds, "usec" => (int) ($micros * 1000000), "minuteswest" => intdiv(-(int) date("Z"), 60), "dsttime" => (int) date("I")];
}

function getmyuid(): int|false { return fileowner(get_included_files()[0] ?? "/"); }
function getmygid(): int|false { return filegroup(get_included_files()[0] ?? "/"); }
function getmyinode(): int|false { return fileinode(get_included_files()[0] ?? "/"); }
function getlastmod(): int|false { return filemtime(get_included_files()[0] ?? "/"); }

function get_current_user(): string {
    $owner = (string) getmyuid();
    foreach (@file("/etc/passwd") ?: [] as $line) {
        $parts = explode(":", $line);
        if (($parts[2] ?? null) === $owner) return $parts[0];
    }
    return "";
}

function getopt(string $short_options, array $long_options = [], &$rest_index = null): array|false {
    $argv = $GLOBALS["argv"] ?? [];
    $found = [];
    $add = function (string $name, string|false $value) use (&$found) {
        if (!array_key_exists($name, $found)) $found[$name] = $value;
        else $found[$name] = [...(is_array($found[$name]) ? $found[$name] : [$found[$name]]), $value];
    };
    $shorts = [];
    preg_match_all('/([A-Za-z0-9])(:{0,2})/', $short_options, $all, PREG_SET_ORDER);
    foreach ($all as [, $name, $colons]) $shorts[$name] = strlen($colons);
    $longs = [];
    foreach ($long_options as $option) $longs[rtrim($option, ":")] = strlen($option) - strlen(rtrim($option, ":"));
    for ($at = 1; $at < count($argv); $at++) {
        $word = $argv[$at];
        if ($word === "--") {
            $at++;
            break;
        }
        if (strlen($word) < 2 || $word[0] !== "-") break;
        if ($word[1] === "-") {
            [$name, $value] = explode("=", substr($word, 2), 2) + [1 => null];
            if (!isset($longs[$name])) continue;
            if ($longs[$name] === 0) $add($name, false);
            elseif ($value !== null) $add($name, $value);
            elseif ($longs[$name] === 1 && isset($argv[$at + 1])) $add($name, $argv[++$at]);
            elseif ($longs[$name] === 2) $add($name, false);
            continue;
        }
        for ($in = 1; $in < strlen($word); $in++) {
            $name = $word[$in];
            if (!isset($shorts[$name])) continue;
            if ($shorts[$name] === 0) {
                $add($name, false);
                continue;
            }
            $value = substr($word, $in + 1);
            if ($value !== "" && $value[0] === "=") $value = substr($value, 1);
            if ($value !== "") $add($name, $value);
            elseif ($shorts[$name] === 1 && isset($argv[$at + 1])) $add($name, $argv[++$at]);
            elseif ($shorts[$name] === 2) $add($name, false);
            break;
        }
    }
    $rest_index = $at;
    return $found;
}

function gethostbyname(string $hostname): string {
    if (str_contains($hostname, "\0")) throw new ValueError("gethostbyname(): Argument #1 (\$hostname) must not contain any null bytes");
    if (strlen($hostname) > 255) {
        report_(E_WARNING, "gethostbyname(): Host name cannot be longer than 255 characters");
        return $hostname;
    }
    return gethostbynamel($hostname)[0] ?? $hostname;
}

function gethostbynamel(string $hostname): array|false {
    if (str_contains($hostname, "\0")) throw new ValueError("gethostbynamel(): Argument #1 (\$hostname) must not contain any null bytes");
    if (strlen($hostname) > 255) {
        report_(E_WARNING, "gethostbynamel(): Host name cannot be longer than 255 characters");
        return false;
    }
    if (ip2long($hostname) !== false) return [$hostname];
    foreach (@file("/etc/hosts") ?: [] as $line) {
        $words = preg_split('/\s+/', trim(explode("#", $line)[0]));
        if (count($words) > 1 && in_array($hostname, array_slice($words, 1), true) && ip2long($words[0]) !== false) return [$words[0]];
    }
    return false;
}

function gethostbyaddr(string $ip): string|false {
    if (@inet_pton($ip) === false) {
        report_(E_WARNING, "gethostbyaddr(): Address is not a valid IPv4 or IPv6 address");
        return false;
    }
    foreach (@file("/etc/hosts") ?: [] as $line) {
        $words = preg_split('/\s+/', trim(explode("#", $line)[0]));
        if (count($words) > 1 && $words[0] === $ip) return $words[1];
    }
    return $ip;
}

function service_(string $path, callable $fits): ?array {
    foreach (@file($path) ?: [] as $line) {
        $words = preg_split('/\s+/', trim(explode("#", $line)[0]));
        if (count($words) > 1 && $fits($words)) return $words;
    }
    return null;
}

function without_null_(string $function, int $position, string $name, string $text): void {
    if (str_contains($text, "\0")) throw new ValueError("$function(): Argument #$position (\$$name) must not contain any null bytes");
}

function getservbyname(string $service, string $protocol): int|false {
    without_null_("getservbyname", 1, "service", $service);
    without_null_("getservbyname", 2, "protocol", $protocol);
    $found = service_("/etc/services", fn ($words) => in_array($service, [$words[0], ...array_slice($words, 2)], true) && str_ends_with($words[1], "/$protocol"));
    return $found === null ? false : (int) $found[1];
}

function getservbyport(int $port, string $protocol): string|false {
    without_null_("getservbyport", 2, "protocol", $protocol);
    return service_("/etc/services", fn ($words) => $words[1] === "$port/$protocol")[0] ?? false;
}

function getprotobyname(string $protocol): int|false {
    without_null_("getprotobyname", 1, "protocol", $protocol);
    $found = service_("/etc/protocols", fn ($words) => in_array($protocol, [$words[0], ...array_slice($words, 2)], true));
    return $found === null ? false : (int) $found[1];
}

function getprotobynumber(int $protocol): string|false { return service_("/etc/protocols", fn ($words) => $words[1] === (string) $protocol)[0] ?? false; }



function image_type_to_mime_type(int $image_type): string {
    return match ($image_type) {
        IMAGETYPE_GIF => "image/gif", IMAGETYPE_JPEG => "image/jpeg", IMAGETYPE_PNG => "image/png",
        IMAGETYPE_SWF, IMAGETYPE_SWC => "application/x-shockwave-flash", IMAGETYPE_PSD => "image/psd", IMAGETYPE_BMP => "image/bmp",
        IMAGETYPE_TIFF_II, IMAGETYPE_TIFF_MM => "image/tiff", IMAGETYPE_IFF => "image/iff", IMAGETYPE_WBMP => "image/vnd.wap.wbmp",
        IMAGETYPE_JPC => "application/octet-stream", IMAGETYPE_JP2 => "image/jp2", IMAGETYPE_JPX => "application/octet-stream",
        IMAGETYPE_JB2 => "application/octet-stream", IMAGETYPE_XBM => "image/xbm", IMAGETYPE_ICO => "image/vnd.microsoft.icon",
        IMAGETYPE_WEBP => "image/webp", IMAGETYPE_AVIF => "image/avif", default => "application/octet-stream",
    };
}

function image_type_to_extension(int $image_type, bool $include_dot = true): string|false {
    $name = match ($image_type) {
        IMAGETYPE_GIF => "gif", IMAGETYPE_JPEG => "jpeg", IMAGETYPE_PNG => "png", IMAGETYPE_SWF, IMAGETYPE_SWC => "swf", IMAGETYPE_PSD => "psd",
        IMAGETYPE_BMP, IMAGETYPE_WBMP => "bmp", IMAGETYPE_TIFF_II, IMAGETYPE_TIFF_MM => "tiff", IMAGETYPE_IFF => "iff", IMAGETYPE_JPC => "jpc",
        IMAGETYPE_JP2 => "jp2", IMAGETYPE_JPX => "jpx", IMAGETYPE_JB2 => "jb2", IMAGETYPE_XBM => "xbm", IMAGETYPE_ICO => "ico",
        IMAGETYPE_WEBP => "webp", IMAGETYPE_AVIF => "avif", default => false,
    };
    return $name === false || !$include_dot ? $name : ".$name";
}

function getimagesize(string $filename, &$image_info = null): array|false {
    $image_info = [];
    $bytes = file_bytes_("getimagesize", $filename);
    if (func_num_args() > 1) return $bytes === false ? false : image_size_($bytes, "getimagesize", $filename, $image_info);
    $info = null;
    return $bytes === false ? false : image_size_($bytes, "getimagesize", $filename, $info);
}

function getimagesizefromstring(string $string, &$image_info = null): array|false {
    $image_info = [];
    $path = strstr("$string\0", "\0", true);
    if (func_num_args() > 1) return image_size_($string, "getimagesizefromstring", $path, $image_info);
    $info = null;
    return image_size_($string, "getimagesizefromstring", $path, $info);
}

function image_found_(int $width, int $height, int $type, array $more = []): array {
    $more = array_filter($more);
    // PHP: sizes are unsigned but in words.
    $shown = fn (int $side) => $side << 32 >> 32;
    $words = "width=\"{$shown($width)}\" height=\"{$shown($height)}\"";
    return [$width & 0xffffffff, $height & 0xffffffff, $type, $words] + $more + ["mime" => image_type_to_mime_type($type)];
}

// Whether a file is too short to tell its format.
function image_ends_(string $bytes): bool {
    $length = strlen($bytes);
    if ($length < 3) return true;
    $format = substr($bytes, 0, 3);
    if (in_array($format, ["GIF", "\xff\xd8\xff", "FWS", "CWS", "8BP", "\xff\x4f\xff"], true) || str_starts_with($bytes, "BM")) return false;
    if ($format === "\x89PN") return $length < 8;
    if ($format === "RIF") return $length < 12;
    if ($length < 4) return true;
    if (in_array(substr($bytes, 0, 4), ["II*\0", "MM\0*", "FORM", "\0\0\1\0"], true)) return false;
    return $length < 12 && image_wireless_($bytes) === null;
}

// The width and height of a WBMP file.
function image_wireless_(string $bytes): ?array {
    if ($bytes[0] !== "\0") return null;
    $at = 1;
    do {
        if (!isset($bytes[$at])) return null;
        $byte = ord($bytes[$at++]);
    } while ($byte & 0x80);
    $size = [];
    for ($side = 0; $side < 2; $side++) {
        $value = 0;
        do {
            if (!isset($bytes[$at])) return null;
            $byte = ord($bytes[$at++]);
            $value = $value << 7 | $byte & 0x7f;
            if ($value > 2048) return null;
        } while ($byte & 0x80);
        $size[] = $value;
    }
    return $size[0] && $size[1] ? $size : null;
}

function image_size_(string $bytes, string $function, string $path, ?array &$info): array|false {
    if (image_ends_($bytes)) {
        report_(E_NOTICE, "$function(): Error reading from $path!");
        return false;
    }
    if (str_starts_with($bytes, "\x89PN") && !str_starts_with($bytes, "\x89PNG\r\n\x1a\n")) {
        report_(E_WARNING, "$function(): PNG file corrupted by ASCII conversion");
        return false;
    }
    if (str_starts_with($bytes, "GIF") && strlen($bytes) >= 11) {
        [, $width, $height, $flags] = unpack("v2", substr($bytes, 6)) + [3 => ord($bytes[10])];
        return image_found_($width, $height, IMAGETYPE_GIF, ["bits" => $flags & 0x80 ? ($flags & 7) + 1 : 0, "channels" => 3]);
    }
    if (str_starts_with($bytes, "\x89PNG\r\n\x1a\n") && strlen($bytes) >= 25) {
        [, $width, $height] = unpack("N2", substr($bytes, 16, 8));
        return image_found_($width, $height, IMAGETYPE_PNG, ["bits" => ord($bytes[24])]);
    }
    if (str_starts_with($bytes, "\xff\xd8\xff")) return image_jpeg_($bytes, $function, $info);
    if (str_starts_with($bytes, "BM")) {
        $size = strlen($bytes) < 30 ? 0 : unpack("V", substr($bytes, 14, 4))[1];
        if ($size === 12) {
            $parts = unpack("v2", substr($bytes, 18, 4));
            return image_found_($parts[1], $parts[2], IMAGETYPE_BMP, ["bits" => ord($bytes[25])]);
        }
        if (!($size > 12 && $size <= 64 || $size === 108 || $size === 124)) return false;
        $parts = unpack("lw/lh/vp/vbits", substr($bytes, 18, 12));
        return image_found_($parts["w"], abs($parts["h"]), IMAGETYPE_BMP, ["bits" => $parts["bits"]]);
    }
    if (str_starts_with($bytes, "8BP")) {
        if (strlen($bytes) < 22) return false;
        [, $height, $width] = unpack("N2", substr($bytes, 14, 8));
        return image_found_($width, $height, IMAGETYPE_PSD);
    }
    if (str_starts_with($bytes, "RIF")) {
        if (substr($bytes, 8, 4) !== "WEBP" || strlen($bytes) < 30) return false;
        $kind = substr($bytes, 12, 4);
        if ($kind === "VP8 ") {
            [, $width, $height] = unpack("v2", substr($bytes, 26, 4));
            return image_found_($width & 0x3fff, $height & 0x3fff, IMAGETYPE_WEBP, ["bits" => 8]);
        }
        if ($kind === "VP8L") {
            $bits = unpack("V", substr($bytes, 21, 4))[1];
            return image_found_(($bits & 0x3fff) + 1, ($bits >> 14 & 0x3fff) + 1, IMAGETYPE_WEBP, ["bits" => 8]);
        }
        if ($kind !== "VP8X") return false;
        $number = fn (int $at) => 1 + ord($bytes[$at]) + (ord($bytes[$at + 1]) << 8) + (ord($bytes[$at + 2]) << 16);
        return image_found_($number(24), $number(27), IMAGETYPE_WEBP, ["bits" => 8]);
    }
    if (str_starts_with($bytes, "II*\0") || str_starts_with($bytes, "MM\0*")) return image_tiff_($bytes);
    if (str_starts_with($bytes, "\0\0\0\x0cjP  ")) return image_jp2_(substr($bytes, 12), $function);
    if (substr($bytes, 4, 8) === "ftypavif" || substr($bytes, 4, 8) === "ftypavis") return image_avif_($bytes);
    if (str_starts_with($bytes, "FORM")) return image_iff_($bytes);
    if (str_starts_with($bytes, "CWS")) return strlen($bytes) < 72 ? false : image_flash_compressed_($bytes);
    if (str_starts_with($bytes, "FWS")) return strlen($bytes) < 40 ? false : image_flash_(substr($bytes, 8), IMAGETYPE_SWF);
    if (str_starts_with($bytes, "\xff\x4f\xff")) {
        if (strlen($bytes) < 42) return false;
        $parts = unpack("N4", substr($bytes, 8, 16));
        $count = unpack("n", substr($bytes, 40, 2))[1];
        if ($count > 256) return false;
        $bits = 0;
        for ($at = 0; $at < $count; $at++) $bits = max($bits, ord($bytes[42 + 3 * $at] ?? "\0") + 1);
        return image_found_($parts[1], $parts[2], IMAGETYPE_JPC, ["bits" => $bits, "channels" => $count]);
    }
    if (str_starts_with($bytes, "\0\0\1\0")) {
        $count = strlen($bytes) < 6 ? 0 : unpack("v", substr($bytes, 4, 2))[1];
        if ($count < 1 || $count > 255) return false;
        $best = [0, 0, 0];
        for ($at = 6; $count > 0 && $at + 16 <= strlen($bytes); $count--, $at += 16) {
            $bits = unpack("v", substr($bytes, $at + 6, 2))[1];
            if ($bits >= $best[2]) $best = [ord($bytes[$at]), ord($bytes[$at + 1]), $bits];
        }
        return image_found_($best[0] ?: 256, $best[1] ?: 256, IMAGETYPE_ICO, ["bits" => $best[2]]);
    }
    $size = image_wireless_($bytes);
    if ($size !== null) return image_found_($size[0], $size[1], IMAGETYPE_WBMP);
    $side = fn (string $name) => preg_match("/^\\s*#define\\s+(?:\\S*_)?$name\\s+(\\d+)/m", substr($bytes, 0, 4096), $found) ? (int) $found[1] : 0;
    if ($side("width") && $side("height")) return image_found_($side("width"), $side("height"), IMAGETYPE_XBM);
    return false;
}

function image_jpeg_(string $bytes, string $function, ?array &$info): array|false {
    $found = false;
    for ($at = 2, $end = strlen($bytes); $at + 4 <= $end;) {
        $skipped = strcspn($bytes, "\xff", $at);
        if ($skipped > 0) {
            if ($at + $skipped >= $end) break;
            report_(E_WARNING, "$function(): Corrupt JPEG data: $skipped extraneous bytes before marker");
            $at += $skipped;
        }
        while ($at < $end && $bytes[$at] === "\xff") $at++;
        $marker = ord($bytes[$at++] ?? "\xd9");
        if ($marker === 0xd9 || $marker === 0xda) break;
        if ($marker >= 0xd0 && $marker <= 0xd8 || $marker === 1) continue;
        $length = unpack("n", substr($bytes, $at, 2) . "\0\0")[1];
        if ($marker >= 0xc0 && $marker <= 0xcf && !in_array($marker, [0xc4, 0xc8, 0xcc], true) && $found === false) {
            $parts = unpack("Cbits/nheight/nwidth/Cchannels", substr($bytes, $at + 2, 6) . "\0\0\0\0\0\0");
            $found = image_found_($parts["width"], $parts["height"], IMAGETYPE_JPEG, ["bits" => $parts["bits"], "channels" => $parts["channels"]]);
            if ($info === null) return $found;
        } elseif ($info !== null && $marker >= 0xe0 && $marker <= 0xef) {
            $info["APP" . ($marker - 0xe0)] ??= substr($bytes, $at + 2, $length - 2);
        }
        if ($length < 2) break;
        $at += $length;
    }
    return $found;
}

function image_tiff_(string $bytes): array|false {
    $isLittle = $bytes[0] === "I";
    [$short, $long] = $isLittle ? ["v", "V"] : ["n", "N"];
    $at = unpack($long, substr($bytes, 4, 4) . "\0\0\0\0")[1];
    $count = unpack($short, substr($bytes, $at, 2) . "\0\0")[1];
    if (strlen($bytes) < $at + 12 * $count + 6) return false;
    $width = $height = 0;
    for ($at += 2; $count > 0; $count--, $at += 12) {
        $entry = unpack("{$short}tag/{$short}type/{$long}count", substr($bytes, $at, 8));
        $value = match ($entry["type"]) {
            1, 6 => ord($bytes[$at + 8]), 3, 8 => unpack($short, substr($bytes, $at + 8, 2))[1], 4, 9 => unpack($long, substr($bytes, $at + 8, 4))[1], default => null,
        };
        if ($value === null) continue;
        if ($entry["tag"] === 0x100) $width = $value;
        if ($entry["tag"] === 0x101) $height = $value;
    }
    return $width && $height ? image_found_($width, $height, $isLittle ? IMAGETYPE_TIFF_II : IMAGETYPE_TIFF_MM) : false;
}

function image_flash_(string $bytes, int $type): array {
    $bits = "";
    foreach (str_split(substr($bytes, 0, 20)) as $byte) $bits .= str_pad(decbin(ord($byte)), 8, "0", STR_PAD_LEFT);
    $size = bindec(substr($bits, 0, 5));
    $number = fn (int $at) => bindec(substr($bits, 5 + $at * $size, $size));
    return image_found_(intdiv($number(1) - $number(0), 20), intdiv($number(3) - $number(2), 20), $type);
}

function spl_autoload_extensions(?string $file_extensions = null): string {
    if ($file_extensions !== null) Locale_::extensions_($file_extensions);
    return (string) Locale_::extensions_(null);
}

function spl_autoload(string $class, ?string $file_extensions = null): void {
    $class = ltrim($class, "\\");
    $name = strtr(strtolower($class), "\\", "/");
    foreach (explode(",", $file_extensions ?? Locale_::extensions_(null)) as $extension) {
        $path = stream_resolve_include_path($name . $extension);
        if ($path !== false) {
            require_once $path;
            if (class_exists($class, false) || interface_exists($class, false)) return;
        }
    }
}

function spl_classes(): array {
    $names = [];
    foreach (["AppendIterator", "ArrayIterator", "ArrayObject", "BadFunctionCallException", "BadMethodCallException", "CachingIterator", "CallbackFilterIterator", "DirectoryIterator", "DomainException", "EmptyIterator",
        "FilesystemIterator", "FilterIterator", "GlobIterator", "InfiniteIterator", "InvalidArgumentException", "IteratorIterator", "LengthException", "LimitIterator", "LogicException", "MultipleIterator", "NoRewindIterator",
        "OuterIterator", "OutOfBoundsException", "OutOfRangeException", "OverflowException", "ParentIterator", "RangeException", "RecursiveArrayIterator", "RecursiveCachingIterator", "RecursiveCallbackFilterIterator",
        "RecursiveDirectoryIterator", "RecursiveFilterIterator", "RecursiveIterator", "RecursiveIteratorIterator", "RecursiveRegexIterator", "RecursiveTreeIterator", "RegexIterator", "RuntimeException", "SeekableIterator",
        "SplDoublyLinkedList", "SplFileInfo", "SplFileObject", "SplFixedArray", "SplHeap", "SplMinHeap", "SplMaxHeap", "SplObjectStorage", "SplObserver", "SplPriorityQueue", "SplQueue", "SplStack", "SplSubject",
        "SplTempFileObject", "UnderflowException", "UnexpectedValueException"] as $name) $names[$name] = $name;
    return $names;
}
