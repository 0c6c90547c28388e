<?php
// Methods of the engine's own classes that PHP's own tests leave out.

var_dump((new Attribute(Attribute::TARGET_METHOD))->flags, new AllowDynamicProperties, new ReturnTypeWillChange, new Override, new SensitiveParameter);
$secret = new SensitiveParameterValue('secret');
var_dump($secret->getValue(), $secret, $secret->__debugInfo());
try {
    new FiberError;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
foreach ([new Exception('one'), new Error('two'), new ErrorException('three', 1, E_NOTICE, 'file', 7)] as $made) {
    $made->__wakeup();
    echo basename($made->getFile()), ' ', $made->getLine(), ' ', $made->getMessage(), "\n";
    echo preg_replace('~/\S*/~', '', $made->__toString()), "\n";
}
var_dump($made->getSeverity());

class Held
{
    public $value = 3;
}
$add = function (int $other) { return $this->value + $other; };
$held = new Held;
var_dump($add->bindTo($held, Held::class)(1), $add->call($held, 2), (fn ($a) => $a * 2)->__invoke(4));
$weak = WeakReference::create($held);
var_dump($weak->get() === $held, WeakReference::create($held) === $weak);
$map = new WeakMap;
$map[$held] = null;
var_dump($map->offsetExists($held), isset($map[$held]));
$map->offsetSet($held, 1);
var_dump($map->offsetGet($held), $map->offsetExists($held), $map->count());
$map->offsetUnset($held);
var_dump(count($map));

$fiber = new Fiber(function () {
    var_dump(Fiber::getCurrent()->isRunning());
    try {
        Fiber::suspend(1);
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
    return 2;
});
var_dump(Fiber::getCurrent(), $fiber->isStarted(), $fiber->start(), $fiber->isSuspended(), $fiber->isStarted());
var_dump($fiber->throw(new Exception('thrown')), $fiber->isTerminated(), $fiber->getReturn());
