<?php
readonly class Fixed {}
function attempt(callable $do) {
    try { var_dump($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
}
attempt(fn () => unserialize('O:5:"Fixed":1:{s:1:"x";b:1;}'));
attempt(fn () => count(get_defined_functions(false)) > 0);
foreach (["", "1024", "8191", "-1", "2M"] as $size) {
    attempt(fn () => ini_set("fiber.stack_size", $size));
    attempt(fn () => (new Fiber(fn () => print("runs\n")))->start());
}
eval('enum Thrown implements Throwable {}');
