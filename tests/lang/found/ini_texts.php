<?php
// What parse_ini_string() refuses, in words, and what raw values keep.
foreach (["{X}", "a", "a b", "x y z\n", "a = {", "a = b{c", "a={b}", "{a}=b", "a(b)=1", "a&b=1", "a!=1", "!a", "a?=1", "a=1\n{x", "a~b=1", "a^b=1", "a|b=1", "\"q\"=1", "'q'=1", "a\"b=1", "(x)", "a = 'x", "a = \"x", "a = 'x\ny'", "a = \"x\ny\"", "[s", "[s]\nk", "=x", "a[=1", "a]=1", "a = b]", "a=\$x", "\$a=1", "a = 1 2", "null = 1", "a =\nb", "a = ?", "a = @", "@a = 1", "a.b-c_d/e = 1", "a\\b=1", "#x", "a = #x", "* = 1", "a = *"] as $t) foreach ([0, 1] as $m) { echo json_encode($t), " $m: "; $w = null; set_error_handler(function ($n, $s) use (&$w) { $w = $s; return true; }); echo json_encode(parse_ini_string($t, true, $m)), ' ', str_replace("\n", '|', (string) $w), "\n"; restore_error_handler(); }
foreach (["a = '12'", "a = '12' ; c", "a = \"12\" ; c", "a = '\"'", "{NOT AN INI FILE}\n{TEXT}\n", "foo = '\nbar = bar\n"] as $text) {
    echo json_encode([parse_ini_string($text, true, INI_SCANNER_RAW), @parse_ini_string($text, true)]), "\n";
}
