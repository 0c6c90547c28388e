<?php
echo 1 + 2 * 3, 7 / 2, 6 / 2, 7 % 3, 2 ** 10, 2 ** -1, 2 ** 63, 1 << 3, 1 << 64, -8 >> 70;
echo 9223372036854775807 + 1, -9223372036854775808, 1 / 0, 1 % 0, 1 << -1, 1.5 + 1, 0.1 + 0.2;
echo 'a' . 'b', 'a' . 1, 'a' . 1.5, 'a' . true . null, 1 . 2;
echo !0, !'', !'0', !'a', true && false, 1 || 0, true xor true, null ?? 1, 2 ?? 1;
echo 1 == 1.0, 'a' == 'b', '1' == '01', 'abc' == 0, null == false, 1 === 1, '1' === 1, 1 <=> 2, 1 < 2, 'a' < 'b';
echo 'a' + 1, [] + 1, ~5, -'1', +1.5, ~1.5;
if (0) { echo 'never'; } else { echo 'always'; echo ' joined'; }
echo ' too';
if (false) { function f() {} }
if (false) { yield 1; }
if (true) { $x = 1; } elseif ($y) { echo 2; }
if (false) echo 'gone';
if (1) { if (0) { echo 'a'; } else { echo 'b'; } }
f(true ? $a : $b);
