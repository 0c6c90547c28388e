<?php
if ($a) echo 1; elseif ($b) echo 2; else if ($c) echo 3; else echo 4;
if ($a): echo 1; elseif ($b): echo 2; else: echo 3; endif;
while ($a) { break 2; } while ($a): continue; endwhile;
do { echo 1; } while ($a);
for ($i = 0, $j = 1; $i < 10, $j; $i++, $j--) echo $i; for (;;): endfor;
foreach ($a as $k => &$v) {} foreach ($a as $v): endforeach;
switch ($a) { case 1: case 2; echo 1; break; default: echo 2; }
switch ($a): ; case 1: endswitch;
try { f(); } catch (A | B $e) { g(); } catch (C) {} finally { h(); }
declare(ticks=1) { echo 1; echo 2; }
declare(strict_types=1, encoding='UTF-8');
goto end; end:
global $a, $$b; static $c = 1, $d;
unset($a, $b['c'],);
const A = 1, B = 2;
;
$a = match(true) { 1, 2 => 'a', default => 'b', };
return;
