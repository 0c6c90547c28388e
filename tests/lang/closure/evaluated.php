<?php
// Evaluated code whose functions live on in closures, generators and fibers, while much other code
// is evaluated.

function churn(int $times): int
{
    $sum = 0;
    for ($i = 0; $i < $times; $i++) {
        $f = eval("return function(\$x) { return \$x + $i; };");
        $sum += $f(1);
        $sum += eval("return $i % 7;");
    }
    return $sum;
}

class A { public function a() { return 'Aa'; } public function b() { return 'Ab'; } }
class B { public function a() { return 'Ba'; } public function b() { return 'Bb'; } }

class Host
{
    private $secret = 'secret';
    public function make(string $code) { return eval("return $code;"); }
    public function run(string $code) { return eval($code); }
}

$kept = $generators = $fibers = [];
for ($i = 0; $i < 100; $i++) {
    $kept[] = eval("return function(\$x) { static \$n = 0; \$n++; return \"$i:\$x:\$n\"; };");
    $kept[] = eval("return fn(\$x) => '$i' . \$x;");
    $kept[] = (new Host)->make("fn(\$x) => \$this->secret . $i . \$x");
    $kept[] = Closure::bind(eval("return fn(\$x) => \$this->secret . '-$i-' . \$x;"), new Host, Host::class);
    $generators[] = eval("return (function () { \$got = yield $i; yield [\$got, $i, fn() => \$got . $i]; })();");
    $fiber = new Fiber(eval("return function () { \$x = Fiber::suspend($i); \$y = eval('return \$x . $i;'); Fiber::suspend(\$y); return '$i' . \$y; };"));
    $fiber->start();
    $fibers[] = $fiber;
}
foreach ($generators as $i => $generator) $generator->current();
echo churn(1000), "\n";

$text = '';
foreach ($kept as $i => $closure) $text .= $closure("x$i") . $closure('y') . ',';
echo md5($text), ' ', substr($text, -60), "\n";

$text = '';
foreach ($generators as $i => $generator) {
    [$got, $number, $inner] = $generator->send("g$i");
    $text .= $got . $number . $inner() . ',';
}
echo md5($text), ' ', substr($text, -30), "\n";

$text = '';
foreach ($fibers as $i => $fiber) {
    $text .= $fiber->resume("f$i") . ',';
    churn(2);
    $fiber->resume();
    $text .= $fiber->getReturn() . ',';
}
echo md5($text), ' ', substr($text, -30), "\n";

// The same places of memory run other code: nothing of the code before is remembered.
$objects = [new A, new B, new A, new B];
$wrong = 0;
for ($i = 0; $i < 2000; $i++) {
    $m = $i % 2 ? 'a' : 'b';
    $result = eval("\$s = ''; foreach (\$objects as \$o) \$s .= \$o->$m(); return \$s;");
    $wrong += $result !== "A{$m}B{$m}A{$m}B{$m}";
}
echo $wrong, "\n";

// A closure that is running when its last owner goes.
$f = eval('return function ($f) { $GLOBALS["f"] = null; unset($f); $sum = churn(200); return __LINE__ . " $sum"; };');
echo $f($f), "\n";
$f = null;

// Closures of closures, by name, in methods and as callbacks.
$host = new Host;
for ($i = 0; $i < 200; $i++) {
    $text = $host->run("\$make = function (\$x) { return fn(\$y) => \$x . \$y . \$this->secret . $i; }; return \$make('a')('b');");
    $sorted = [3, 1, 2];
    usort($sorted, eval("return fn(\$a, \$b) => (churn(1) - $i + $i) * 0 + \$a - \$b;"));
}
echo $text, implode($sorted), "\n";

// Reflection keeps what it is about.
$reflections = [];
for ($i = 0; $i < 80; $i++) {
    $reflections[] = new ReflectionFunction(eval("return function (\$a, \$b = $i) {};"));
}
churn(200);
$sum = 0;
foreach ($reflections as $reflection) $sum += $reflection->getParameters()[1]->getDefaultValue();
echo $sum, "\n";

// What is thrown out of evaluated code, and closures on the way.
for ($i = 0; $i < 200; $i++) {
    try {
        eval("\$f = function () { throw new Exception('e$i'); }; \$f();");
    } catch (Exception $e) {
    }
}
echo $e->getMessage(), ' ', count($e->getTrace()), ' ', $e->getTrace()[0]['function'] !== '', "\n";
