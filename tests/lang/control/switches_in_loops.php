<?php
function s($x) { switch ($x) { case 'a': return 1; case 'bb': return 2; case 'ccc': $y = 3; break; case 'dd': case 'e': return 4; default: return -1; } return $y; }
function i($x) { switch ($x) { case 1: return 'one'; case 2: return 'two'; case 4: $r = 'four'; break; case 5: return 'five'; case 7: return 'seven'; default: $r = 'none'; } return $r; }
function m($x) { return match ($x) { 'x', 'y' => 1, 'z' => 2, 'w' => 3, 'v' => 4, 'u' => 5, default => 0 }; }
$t = 0; $o = '';
for ($k = 0; $k < 3000; $k++) {
  $t += s(['a','bb','ccc','dd','e','zz','cc'.'c', 'q'][$k & 7]);
  $o = i($k % 9); $t += strlen($o);
  $t += m(['x','y','z','w','v','u','t','a'.$k][$k & 7]);
}
echo $t, "\n";
echo s(1), s(null), s('0'), i('4'), i('x'), i(4.0), i(null), i(true), i("1 "), "\n";
for ($k = 0; $k < 3000; $k++) { $t += s($k & 1 ? 'a' : 5); $t += strlen(i($k & 3 ? 4 : '4')); }
echo $t, "\n";
