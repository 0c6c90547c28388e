<?php
declare(ticks=1);
$tick = function () {
    if (Fiber::getCurrent() === null) {
        return;
    }
    foreach ([fn() => Fiber::suspend(), fn() => (new Fiber(fn() => 1))->start()] as $switch) {
        try {
            $switch();
        } catch (FiberError $e) {
            echo $e->getMessage(), "\n";
        }
    }
};
register_tick_function($tick);
$fiber = new Fiber(function () {
    echo "one\n";
    Fiber::suspend();
});
$fiber->start();
unregister_tick_function($tick);
$fiber->resume();
var_dump($fiber->isTerminated());
