<?php
// Links and forms that carry variables: those of scripts, and the ids of sessions.

final class Rewriter_ {
    // Names and values by who rewrites, and who has a layer of output.
    #[Internal] private static array $vars_ = ["url_rewriter" => [], "session" => []];
    #[Internal] private static array $layers_ = [];

    #[Internal] public static function add_(string $kind, string $name, string $value): bool {
        self::$vars_[$kind][] = [$name, $value];
        if (!isset(self::$layers_[$kind])) {
            self::$layers_[$kind] = true;
            ob_start($kind === "session" ? "session_rewriter_" : "url_rewriter_");
        }
        return true;
    }

    #[Internal] public static function reset_(string $kind, ?string $name = null): bool {
        $is_other = fn (array $var) => $name !== null && $var[0] !== $name;
        self::$vars_[$kind] = array_values(array_filter(self::$vars_[$kind], $is_other));
        return true;
    }

    // A text that goes out, with the variables in what the settings name.
    #[Internal] public static function text_(string $kind, string $text): string {
        if (!self::$vars_[$kind]) return $text;
        $settings = $kind === "session" ? "session.trans_sid_" : "url_rewriter.";
        $tags = [];
        foreach (explode(",", strtolower((string) ini_get("{$settings}tags"))) as $tag) {
            $parts = explode("=", trim($tag), 2);
            if ($parts[0] !== "" && count($parts) === 2) $tags[$parts[0]] = $parts[1];
        }
        $hosts = array_filter(array_map("trim", explode(",", strtolower((string) ini_get("{$settings}hosts")))));
        $hosts = $hosts ?: [strtolower(explode(":", (string) ($_SERVER["HTTP_HOST"] ?? ""))[0])];
        $query = implode((string) ini_get("arg_separator.output"), array_map(fn ($var) => rawurlencode($var[0]) . "=" . rawurlencode($var[1]), self::$vars_[$kind]));
        $inputs = implode("", array_map(fn ($var) => '<input type="hidden" name="' . htmlspecialchars($var[0]) . '" value="' . htmlspecialchars($var[1]) . '" />', self::$vars_[$kind]));
        $pattern = '~<([a-zA-Z]+)((?:[ \v\r\t\n]+(?:[a-zA-Z][a-zA-Z:-]*)(?:[ ]*=[ ]*(?:"[^"]*"|\'[^\']*\'|[^\s>\'"]+))?)*\s*/?)>~';
        return preg_replace_callback($pattern, fn ($found) => self::tag_($found, $tags, $hosts, $query, $inputs), $text) ?? $text;
    }

    #[Internal] private static function tag_(array $found, array $tags, array $hosts, string $query, string $inputs): string {
        [$whole, $name, $rest] = $found;
        $attribute = $tags[strtolower($name)] ?? null;
        if ($attribute === null) return $whole;
        $is_form = strtolower($name) === "form";
        $takes = $is_form || strtolower($name) === "fieldset";
        $change = function (array $part) use ($attribute, $is_form, $hosts, $query, &$takes) {
            [$text, $key, $equals, $value] = $part;
            $quote = $value[0] === '"' || $value[0] === "'" ? $value[0] : "";
            $url = $quote === "" ? $value : substr($value, 1, -1);
            if ($is_form && strtolower($key) === "action") $takes = self::isOwn_(parse_url($url), $hosts);
            if ($attribute === "" || strtolower($key) !== $attribute) return $text;
            return $key . $equals . $quote . self::url_($url, $hosts, $query) . $quote;
        };
        $rest = preg_replace_callback('~([a-zA-Z][a-zA-Z:-]*)([ ]*=[ ]*)("[^"]*"|\'[^\']*\'|[^\s>\'"]+)~', $change, $rest);
        return "<$name$rest>" . ($takes ? $inputs : "");
    }

    #[Internal] private static function isOwn_(array|false|null $parts, array $hosts): bool {
        if (!is_array($parts)) return false;
        if (isset($parts["scheme"]) && !in_array(strtolower($parts["scheme"]), ["http", "https"], true)) return false;
        return !isset($parts["host"]) || in_array(strtolower($parts["host"]), $hosts, true);
    }

    #[Internal] private static function url_(string $url, array $hosts, string $query): string {
        $parts = parse_url($url);
        if (!self::isOwn_($parts, $hosts) || isset($parts["fragment"]) && $url[0] === "#") return $url;
        if (!isset($parts["path"]) && !isset($parts["query"]) && !isset($parts["fragment"])) return "$url/?$query";
        $fragment = strpos($url, "#");
        $mark = $fragment === false ? "" : substr($url, $fragment);
        $bare = $fragment === false ? $url : substr($url, 0, $fragment);
        if (isset($parts["query"])) return $bare . ini_get("arg_separator.output") . $query . $mark;
        return rtrim($bare, "?") . "?" . $query . $mark;
    }
}

function output_add_rewrite_var(string $name, string $value): bool { return Rewriter_::add_("url_rewriter", $name, $value); }
function output_reset_rewrite_vars(): bool { return Rewriter_::reset_("url_rewriter"); }
function url_rewriter_(string $text): string { return Rewriter_::text_("url_rewriter", $text); }
function session_rewriter_(string $text): string { return Rewriter_::text_("session", $text); }

// The id of a session, in place of the one that was there.
function session_carry_(string $name, string $id): bool {
    Rewriter_::reset_("session", $name);
    return Rewriter_::add_("session", $name, $id);
}
