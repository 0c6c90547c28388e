<?php
// The files that are kept compiled, as PHP's OPcache tells of them.

final class Opcache_ {
    private const array DIRECTIVES = [
        "bool" => "enable enable_cli use_cwd validate_timestamps validate_permission validate_root dups_fix revalidate_path protect_memory save_comments record_warnings enable_file_override file_cache_only file_cache_consistency_checks huge_code_pages",
        "float" => "max_wasted_percentage jit_prof_threshold",
        "string" => "preferred_memory_model blacklist_filename error_log lockfile_path file_cache restrict_api preload preload_user jit",
    ];
    private const string ORDER = "enable enable_cli use_cwd validate_timestamps validate_permission validate_root dups_fix revalidate_path log_verbosity_level memory_consumption interned_strings_buffer max_accelerated_files max_wasted_percentage force_restart_timeout revalidate_freq preferred_memory_model blacklist_filename max_file_size error_log protect_memory save_comments record_warnings enable_file_override optimization_level lockfile_path file_cache file_cache_only file_cache_consistency_checks file_update_protection opt_debug_level restrict_api huge_code_pages preload preload_user jit jit_buffer_size jit_debug jit_bisect_limit jit_blacklist_root_trace jit_blacklist_side_trace jit_hot_func jit_hot_loop jit_hot_return jit_hot_side_exit jit_max_exit_counters jit_max_loop_unrolls jit_max_polymorphic_calls jit_max_recursive_calls jit_max_recursive_returns jit_max_root_traces jit_max_side_traces jit_prof_threshold jit_max_trace_length";

    // Whether the script may ask: restrict_api names where such scripts begin.
    #[Internal] public static function mayAsk_(): bool {
        $allowed = (string) ini_get("opcache.restrict_api");
        if ($allowed === "" || str_starts_with($_SERVER["SCRIPT_FILENAME"] ?? "", $allowed)) return true;
        report_(E_WARNING, 'Zend OPcache API is restricted by "restrict_api" configuration directive');
        return false;
    }

    // PHP: a script may do without from there on.
    #[Internal] public static function isOn_(): bool { return opcache_started_() && self::directive_("enable"); }

    #[Internal] public static function directives_(): array {
        $directives = [];
        foreach (explode(" ", self::ORDER) as $name) $directives["opcache.$name"] = self::directive_($name);
        return $directives;
    }

    #[Internal] private static function directive_(string $name): bool|int|float|string {
        $text = (string) ini_get("opcache.$name");
        foreach (self::DIRECTIVES as $type => $names) {
            if (!in_array($name, explode(" ", $names), true)) continue;
            return match ($type) {
                "bool" => filter_var($text, FILTER_VALIDATE_BOOL),
                "float" => $name === "max_wasted_percentage" ? (float) $text / 100 : (float) $text,
                "string" => $text,
            };
        }
        return match ($name) {
            "memory_consumption" => (int) $text * 1024 * 1024,
            "optimization_level" => intval($text, 0),
            default => ini_parse_quantity($text),
        };
    }

    #[Internal] public static function status_(bool $withScripts): array {
        $kept = opcache_kept_();
        $memory = self::directive_("memory_consumption");
        $used = array_sum(array_column(array_filter($kept["files"], fn ($file) => $file["changed"] !== 0), "bytes"));
        $status = [
            "opcache_enabled" => self::isOn_(),
            "cache_full" => false,
            "restart_pending" => $kept["isEnding"],
            "restart_in_progress" => false,
            "memory_usage" => [
                "used_memory" => $used,
                "free_memory" => max(0, $memory - $used - $kept["wasted"]),
                "wasted_memory" => $kept["wasted"],
                "current_wasted_percentage" => $kept["wasted"] / $memory * 100.0,
            ],
        ];
        $buffer = self::directive_("interned_strings_buffer") * 1024 * 1024;
        if ($buffer > 0) $status["interned_strings_usage"] = [
            "buffer_size" => $buffer,
            "used_memory" => $kept["stringBytes"],
            "free_memory" => max(0, $buffer - $kept["stringBytes"]),
            "number_of_strings" => $kept["strings"],
        ];
        $status["opcache_statistics"] = self::statistics_($kept);
        if ($withScripts && $kept["files"]) $status["scripts"] = self::scripts_($kept["files"]);
        $on = $kept["hasMachineCode"];
        return $status + ["jit" => [
            "enabled" => $on,
            "on" => $on,
            // What is hot is profiled, then compiled with the types that were seen.
            "kind" => $on ? 3 : 0,
            "opt_level" => $on ? 4 : 0,
            "opt_flags" => 0,
            "buffer_size" => $kept["codeBytes"],
            "buffer_free" => $kept["codeBytes"] - $kept["codeUsed"],
        ]];
    }

    #[Internal] private static function statistics_(array $kept): array {
        $asked = $kept["hits"] + $kept["misses"];
        return [
            "num_cached_scripts" => count($kept["files"]),
            "num_cached_keys" => count($kept["files"]),
            "max_cached_keys" => self::directive_("max_accelerated_files"),
            "hits" => $kept["hits"],
            "start_time" => $kept["started"],
            "last_restart_time" => $kept["restarted"],
            "oom_restarts" => 0,
            "hash_restarts" => 0,
            "manual_restarts" => $kept["restarts"],
            "misses" => $kept["misses"],
            "blacklist_misses" => 0,
            "blacklist_miss_ratio" => 0.0,
            "opcache_hit_rate" => $asked ? $kept["hits"] / $asked * 100.0 : 0.0,
        ];
    }

    #[Internal] private static function scripts_(array $files): array {
        $scripts = [];
        foreach (array_reverse($files) as $path => $file) {
            $scripts[$path] = [
                "full_path" => $path,
                "hits" => $file["hits"],
                "memory_consumption" => $file["bytes"],
                "last_used" => date("D M ", $file["used"]) . sprintf("%2d", date("j", $file["used"])) . date(" H:i:s Y", $file["used"]),
                "last_used_timestamp" => $file["used"],
                "timestamp" => $file["changed"],
                "revalidate" => $file["used"] + self::directive_("revalidate_freq"),
            ];
        }
        return $scripts;
    }
}

function opcache_reset(): bool {
    if (!Opcache_::mayAsk_() || !Opcache_::isOn_()) return false;
    opcache_begin_anew_();
    return true;
}

function opcache_get_status(bool $include_scripts = true): array|false {
    return Opcache_::mayAsk_() && opcache_started_() ? Opcache_::status_($include_scripts) : false;
}

function opcache_compile_file(string $filename): bool {
    if (opcache_started_()) return opcache_keep_($filename);
    report_(E_NOTICE, "Zend OPcache has not been properly started, can't compile file");
    return false;
}

function opcache_invalidate(string $filename, bool $force = false): bool {
    return Opcache_::mayAsk_() && Opcache_::isOn_() && opcache_forget_($filename, $force);
}

function opcache_jit_blacklist(Closure $closure): void { opcache_interpret_($closure); }

function opcache_get_configuration(): array|false {
    if (!Opcache_::mayAsk_()) return false;
    return [
        "directives" => Opcache_::directives_(),
        "version" => ["version" => PHP_VERSION, "opcache_product_name" => "Zend OPcache"],
        "blacklist" => [],
    ];
}

function opcache_is_script_cached(string $filename): bool {
    if (!Opcache_::mayAsk_() || !Opcache_::isOn_()) return false;
    $path = realpath($filename);
    return $path !== false && (opcache_kept_()["files"][$path]["changed"] ?? 0) !== 0;
}
