<?php
function ends_in(callable $inner) {
    try {
        echo "before\n";
        yield 1;
        echo "not run\n";
    } finally {
        echo "finally\n";
        yield from $inner();
        echo "not run\n";
    }
}
function yields() {
    try {
        yield 1;
    } finally {
        echo "finally\n";
        yield 2;
        echo "not run\n";
    }
}
function numbers() { yield 1; yield 2; }
foreach (['numbers', fn () => [1, 2]] as $inner) {
    try {
        $generator = ends_in($inner);
        $generator->rewind();
        unset($generator);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
try {
    foreach (yields() as $value) break;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
$outer = (function () {
    try {
        yield from (function () {
            try {
                echo "waits\n";
                Fiber::suspend();
                echo "not run\n";
                yield;
            } finally {
                echo "inner\n";
            }
        })();
        echo "not run\n";
    } finally {
        echo "outer\n";
    }
})();
$fiber = new Fiber(function () use ($outer, &$fiber) {
    $outer->current();
    echo "not run\n";
});
$fiber->start();
echo "end\n";
