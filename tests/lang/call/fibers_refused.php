<?php
// The system grants a process only so many mappings: a script that takes them with fibers gets an
// exception, and memory is still there.
ini_set('memory_limit', -1);
$waiting = [];
try {
    while (true) {
        $fiber = new Fiber(function () {
            Fiber::suspend();
        });
        $fiber->start();
        $waiting[] = $fiber;
    }
} catch (Throwable $refused) {
    echo get_class($refused), ': ', $refused->getMessage(), "\n";
}
var_dump(count($waiting) > 1000);

$texts = [];
for ($at = 0; $at < 40; $at++) {
    $texts[] = str_repeat('x', 1 << 20);
}
var_dump(array_sum(array_map(strlen(...), $texts)));

$refused = null;
$waiting = [];
$fiber = new Fiber(fn () => 'again');
$fiber->start();
var_dump($fiber->getReturn());
