<?php
// What a browser can do, by its name, as a file of the setting `browscap` tells.

final class Browsers_ {
    #[Internal] private static ?array $sections_ = null;
    #[Internal] private static string $path_ = "";
    #[Internal] private static ?array $patterns_ = null;

    #[Internal] public static function sections_(string $path): array {
        if (self::$sections_ !== null && self::$path_ === $path) return self::$sections_;
        $sections = [];
        $section = null;
        foreach (preg_split('/\r\n|\n|\r/', (string) @file_get_contents($path)) as $line) {
            $line = trim($line);
            if ($line === "" || $line[0] === ";") continue;
            if ($line[0] === "[") {
                $section = substr($line, 1, strrpos($line, "]") - 1);
                $sections[$section] = [];
            } elseif ($section !== null && ($at = strpos($line, "=")) !== false) {
                $sections[$section][strtolower(rtrim(substr($line, 0, $at)))] = self::value_(ltrim(substr($line, $at + 1)));
            }
        }
        self::$path_ = $path;
        self::$patterns_ = null;
        return self::$sections_ = $sections;
    }

    #[Internal] private static function value_(string $text): string {
        if ($text !== "" && $text[0] === '"') $text = substr($text, 1, strpos($text . '"', '"', 1) - 1);
        else $text = rtrim(explode(";", $text)[0]);
        return match (strtolower($text)) { "on", "yes", "true" => "1", "no", "off", "none", "false" => "", default => $text };
    }

    // The section whose pattern fits a name with the most characters of its own.
    #[Internal] public static function section_(array $sections, string $agent): ?string {
        if (isset($sections[$agent])) return $agent;
        self::$patterns_ ??= array_map(self::pattern_(...), array_keys($sections));
        $found = null;
        $most = -1;
        $length = strlen($agent);
        foreach (self::$patterns_ as [$section, $prefix, $least, $own, $parts]) {
            if ($least > $length || !str_starts_with($agent, $prefix)) continue;
            if (strtolower($section) === $agent) return $section;
            if ($own > $most && self::fits_($agent, $parts)) {
                $most = $own;
                $found = $section;
            }
        }
        return $found;
    }

    // What comparisons need of a pattern: its start, how long a name is at least, how many
    // characters are its own, and the parts between its stars.
    #[Internal] private static function pattern_(int|string $section): array {
        $pattern = strtolower($section);
        $wild = strcspn($pattern, "*?");
        $least = strlen($pattern) - substr_count($pattern, "*");
        return [(string) $section, substr($pattern, 0, $wild), $least, $least - substr_count($pattern, "?"), explode("*", $pattern)];
    }

    #[Internal] private static function fits_(string $agent, array $parts): bool {
        $at = 0;
        $last = count($parts) - 1;
        foreach ($parts as $number => $part) {
            if ($part === "" && $number < $last) continue;
            if ($number > 0 && $number === $last) {
                $start = strlen($agent) - strlen($part);
                return $start >= $at && self::at_($agent, $part, $start);
            }
            if ($number > 0 && !str_contains($part, "?")) {
                $at = strpos($agent, $part, $at);
                if ($at === false) return false;
            } else {
                $end = $number === 0 ? 0 : strlen($agent) - strlen($part);
                while ($at <= $end && !self::at_($agent, $part, $at)) $at++;
                if ($at > $end) return false;
            }
            $at += strlen($part);
        }
        return $at === strlen($agent);
    }

    #[Internal] private static function at_(string $agent, string $part, int $at): bool {
        if (!str_contains($part, "?")) return substr_compare($agent, $part, $at, strlen($part)) === 0;
        for ($one = 0; $one < strlen($part); $one++) {
            if ($part[$one] !== "?" && $part[$one] !== ($agent[$at + $one] ?? "")) return false;
        }
        return true;
    }

    #[Internal] public static function shown_(string $section): string {
        $pattern = strtr(strtolower($section), ["?" => ".", "*" => ".*", "." => "\\.", "\\" => "\\\\", "(" => "\\(", ")" => "\\)", "~" => "\\~", "+" => "\\+"]);
        return "~^$pattern$~";
    }
}

function get_browser(?string $user_agent = null, bool $return_array = false): object|array|false {
    $path = (string) ini_get("browscap");
    if ($path === "") {
        report_(E_WARNING, "get_browser(): browscap ini directive not set");
        return false;
    }
    if ($user_agent === null && !isset($_SERVER["HTTP_USER_AGENT"])) {
        report_(E_WARNING, "get_browser(): HTTP_USER_AGENT variable is not set, cannot determine user agent name");
        return false;
    }
    $sections = Browsers_::sections_($path);
    $default = "Default Browser Capability Settings";
    $section = Browsers_::section_($sections, strtolower($user_agent ?? $_SERVER["HTTP_USER_AGENT"])) ?? (isset($sections[$default]) ? $default : null);
    if ($section === null) return false;
    $found = ["browser_name_regex" => Browsers_::shown_($section), "browser_name_pattern" => $section];
    for ($known = []; isset($sections[$section]) && !isset($known[$section]); $section = $parent) {
        $known[$section] = true;
        $rows = $sections[$section];
        $parent = $rows["parent"] ?? "";
        if (count($known) === 1 && $parent !== "") $found["parent"] = $parent;
        unset($rows["parent"]);
        $found += $rows;
    }
    return $return_array ? $found : (object) $found;
}
