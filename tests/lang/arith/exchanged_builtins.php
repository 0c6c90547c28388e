<?php
// What builtins give that PHP compiles to instructions is temporary: it goes to the right of what
// calls give. Other calls stay where they are.

function f() { return []; }

function told(string $what, int ...$numbers)
{
    try {
        eval("function_exists('f') || die; return $what * f();");
    } catch (Error $e) {
        echo $what, ': ', $e->getMessage(), "\n";
    }
}

$calls = [
    'strlen("ab")', 'strlen(...["ab"])', 'strlen(string: "ab")', '\strlen("ab")', 'STRLEN("ab")',
    'strrev("12")', 'is_resource(1)', 'is_long(1)', 'is_integer(1)', 'is_double(1)',
    'in_array(1, [1])', 'in_array(1, f())', 'in_array(1, f(), true)', 'in_array(needle: 1, haystack: [1])',
    'chr(49)', 'chr(f() ? 49 : 50)', 'ord("a")', 'ord(strrev("a"))',
    'defined("E_ALL")', 'defined("E_" . strrev("LLA"))',
    'sprintf("%s", 1)', 'sprintf("%d%%", 1)', 'sprintf("%05d", 1)', 'sprintf("%s%s", "1", "2")', 'sprintf(strrev("1"))',
    'min(1, 2)', 'min(1, 2, 3)', 'min([1, 2])', 'max(1, 2)', 'max(3, 2, 1)',
    'substr("123", 1)', 'substr("123", 1, 1)', 'trim(" 1 ")', 'rtrim("1 ")',
    'strpos("ab", "b")', 'stripos("ab", "b")', 'strstr("1a", "a", true)', 'stristr("1a", "a", true)',
    'str_contains("a", "a")', 'str_starts_with("a", "a")', 'str_ends_with("a", "a")',
    'str_replace("a", "1", "a")', 'str_ireplace("a", "1", "a")', 'strtr("a", "a", "1")', 'strtr("a", ["a" => "1"])',
    'implode("", [1])', 'implode([1])', 'join("", [1])', 'dirname("1/1")', 'basename("1")',
    'dechex(1)', 'hexdec("1")', 'is_numeric("1")', 'is_callable("f")', 'count([1])', 'count([1], 1)',
    'class_exists("stdClass")', 'class_exists("stdClass", false)', 'interface_exists("Iterator")',
    'property_exists("Exception", "message")', 'method_exists("Exception", "getCode")',
    'preg_match("/1/", "1")', 'preg_match("/1/", "1", $m)', 'preg_replace("/a/", "1", "a")', 'preg_replace("/a/", "1", "a", 1)',
    'array_key_exists(1, [])', 'key_exists(1, [])', 'gettype(1)', 'get_debug_type(1)', 'strval(1)', 'settype($u, "int")',
];
foreach ($calls as $call) {
    told($call);
}
