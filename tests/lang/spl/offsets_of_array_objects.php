<?php
set_error_handler(function($l,$m){  echo "  [$l] $m\n"; return true; });
foreach ([null, 5.5, -13.5, 1.5e19, [], new stdClass, true, "1", "a", NAN] as $k) {
  foreach ([ 'r' => function($a,$k){ return $a[$k]; }, 'w' => function($a,$k){ $a[$k]=1; }, 'i' => function($a,$k){ return isset($a[$k]); }, 'e' => function($a,$k){ return empty($a[$k]); }, 'u' => function($a,$k){ unset($a[$k]); }, 'c' => function($a,$k){ return $a[$k] ?? 'd'; }, 'n' => function($a,$k){ $a[$k][] = 1; }, 'm' => fn($a,$k)=>$a->offsetExists($k), 'g'=>fn($a,$k)=>$a->offsetGet($k)] as $n => $f) {
    echo json_encode($k, JSON_PARTIAL_OUTPUT_ON_ERROR), " $n\n";
    try { var_dump($f(new ArrayObject(), $k)); } catch (Throwable $e) { echo "  ", get_class($e), ': ', $e->getMessage(), "\n"; }
  }
}
$fixed = SplFixedArray::fromArray([1, 2, 3]);
var_dump($fixed[1.5]);
restore_error_handler();
