<?php
// What is called when an assertion fails; none while the setting says it.
final class AssertCallback_ {
    private static mixed $callback = null;
    private static string $replaced = "";

    public static function get_(): mixed {
        $setting = (string) ini_get("assert.callback");
        if (self::$callback !== null && self::$replaced === $setting) return self::$callback;
        return $setting === "" ? null : $setting;
    }

    public static function set_(mixed $callback): void {
        self::$callback = $callback;
        self::$replaced = (string) ini_get("assert.callback");
    }
}

/** The old value of an option of assertions, which a second argument replaces. */
#[Deprecated(since: "8.3")]
function assert_options(int $option, #[Unknown] mixed $value = null): mixed {
    if ($option === 2) {
        $old = AssertCallback_::get_();
        if (func_num_args() > 1) AssertCallback_::set_($value);
        return $old;
    }
    $name = [1 => "assert.active", 3 => "assert.bail", 4 => "assert.warning", 5 => "assert.exception"][$option]
        ?? throw new ValueError("assert_options(): Argument #1 (\$option) must be an ASSERT_* constant");
    $old = (int) filter_var(ini_get($name), FILTER_VALIDATE_BOOL) ?: (int) ini_get($name);
    if (func_num_args() > 1) @ini_set($name, (string) $value);
    return $old;
}

/** Tells of an assertion that failed: the callback, an exception or a warning. */
function assert_failed_(string $file, int $line, ?string $description): bool {
    $callback = AssertCallback_::get_();
    if ($callback !== null) {
        $args = [$file, $line, null];
        if ($description !== null) $args[] = $description;
        call_user_func_array($callback, $args);
    }
    $is = fn(string $name) => filter_var(ini_get($name), FILTER_VALIDATE_BOOL);
    if ($is("assert.exception")) throw new AssertionError($description ?? "", E_ERROR);
    if ($is("assert.warning")) report_(E_WARNING, "assert(): " . ($description === null ? "Assertion failed" : "$description failed"));
    if ($is("assert.bail")) exit;
    return false;
}
