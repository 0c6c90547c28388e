<?php
function f($x) { return $x; }
echo $a;
echo $b['x'];
$c = [1];
echo $c[5], $c['k'];
$d = 5; echo $d['x'];
echo "10" + "5 apples";
try { echo [] + 1; } catch (TypeError $e) { echo "TE\n"; }
$s = "abc"; echo $s[10];
$n = null; $n[] = 1; $n['x']['y'] = 2; echo count($n), "\n";
$i = 5; try { $i[] = 1; } catch (Error $e) { echo "E\n"; }
$false = false; $false[] = 1;
$c['q'] .= 'x'; $c['w']++; echo $c['q'], $c['w'], "\n";
foreach (5 as $z) {}
echo intdiv(7, 2), str_repeat('ab', 3), "\n";
unset($c['nope'], $undefined['x'], $c[0]); echo count($c), "\n";
echo 1 <=> 2, null ?? 'n', "\n";
strlen();
