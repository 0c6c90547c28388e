<?php
function status($status) { array_walk_recursive($status, function(&$value, $key) { if ($key === 'buffer_used') $value = 0; }); return $status; }
var_dump(@ob_flush(), @ob_clean());
ob_flush(); ob_clean(); ob_end_clean(); ob_end_flush(); var_dump(ob_get_flush()); var_dump(ob_get_clean(), ob_get_contents(), ob_get_length());
var_dump(ob_start("nope")); 
ob_start(null, 0, 0); echo "x"; ob_clean(); ob_flush(); ob_end_clean(); ob_end_flush(); ob_get_clean(); ob_get_flush();
ob_start(function($b, $m) { return "[$b:$m]"; }); echo "a"; ob_flush(); echo "b"; ob_clean(); echo "c"; print_r(status(ob_get_status(true))); ob_end_flush();
print_r(status(ob_get_status())); print_r(ob_list_handlers());

ob_start(function($b, $m) { return false; }); echo "orig"; ob_flush(); echo "more"; print_r(status(ob_get_status())); ob_end_flush();
ob_start(function($b,$m) { echo "lost"; return strtoupper($b); }); echo "abc"; ob_end_flush();
ob_start(function($b, $m) { return "<$b:$m>"; }, 3);
for ($i = 0; $i < 5; $i++) echo $i, $i;
ob_end_clean();
echo "\n";
ob_start();
print "inside ";
printf("%05d ", 42);
var_dump(ob_get_level(), ob_get_length());
$kept = ob_get_clean();
echo strrev($kept), "\n";
ob_start(function($b) { return "outer($b)"; });
ob_start(function($b) { return "inner($b)"; });
echo "left open";
