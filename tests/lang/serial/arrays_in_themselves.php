<?php
// An array that is an element of itself, behind a reference that nobody else holds, is null there.
$inner = 0;
$outer = [1];
$outer[] = &$inner;
$inner = $outer;
unset($inner);
$array = $outer[1];
$outer = null;
echo serialize($array), "\n";
echo serialize(['k' => $array, 5, $array]), "\n";
$array = null;
gc_collect_cycles();
