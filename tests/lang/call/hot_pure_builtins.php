<?php
// Builtins that do nothing but give a result, with arguments lent by hot code.
function cut(string $s, int $n) { $t = ''; for ($i = 0; $i < $n; $i++) { $x = substr($s, $i % 20, 3); $t = $x . substr($s, -2) . strrev(substr($s, 2, 4)); if (str_contains($s, $x)) $t .= ucfirst($x); $t .= substr($t, 0, 1) . strtolower(trim($x)); } return $t; }
for ($i = 0; $i < 30; $i++) echo md5(cut(str_repeat('AbcdeFghi', 4), 300)), "\n";
function mixed($a, $b) { $r = []; foreach ($a as $k => $v) { $r[] = substr($v, $b) . substr($b, 0, 2); } return $r; }
for ($i = 0; $i < 300; $i++) $x = mixed(['abc', 'defg', 12345], $i % 3);
echo json_encode($x), "\n";
try { echo json_encode(mixed(['abc', null, true], '1')), json_encode(mixed([[]], 1)); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }

function kept(string $s, int $n)
{
    $all = [];
    for ($i = 0; $i < $n; $i++) {
        $whole = substr($s, 0);
        $all[] = $whole;
        $s = substr($s . $i, 0, 20);
    }
    return $all;
}
for ($i = 0; $i < 20; $i++) {
    $all = kept('begin', 100);
}
echo count($all), ' ', $all[0], ' ', $all[50], ' ', md5(implode(',', $all)), "\n";

function of_elements(array $words)
{
    $lengths = 0;
    foreach ($words as $key => $word) {
        $lengths += strlen(strtoupper($word)) + strlen(substr($key . $word, 1)) + max(1, 2);
        $lengths += str_starts_with($word, 'a') ? 100 : 0;
    }
    return $lengths;
}
for ($i = 0; $i < 300; $i++) {
    $sum = of_elements(['k' => 'abc', 'l' => 'defg', 'm' => 'abcde']);
}
echo $sum, "\n";
