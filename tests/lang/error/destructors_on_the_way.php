<?php
// Destructors run while frames are left, and what they throw goes on from there.

class Loud
{
    public function __construct(private string $name) {}
    public function __destruct() { echo "<$this->name>"; throw new Exception($this->name); }
}

function told(callable $body): void
{
    try {
        $body();
        echo "no\n";
    } catch (Throwable $thrown) {
        for (; $thrown; $thrown = $thrown->getPrevious()) echo ' ', get_class($thrown), ' ', $thrown->getMessage();
        echo "\n";
    }
}

told(function () { $o = new Loud('local'); new Loud('temporary'); });
told(function () { $a = new Loud('a'); $b = new Loud('b'); });
told(function () { $a = new Loud('a'); throw new Error('first'); });
told(function () { $a = new Loud('outer'); (function () { $b = new Loud('inner'); throw new Error('first'); })(); });
told(function () {
    $a = new Loud('outer');
    try {
        (function () { $b = new Loud('inner'); throw new Error('first'); })();
    } catch (Error) {
        echo 'not here ';
    } catch (Exception $e) {
        echo 'caught ', $e->getMessage(), ' ';
    }
});
told(function () { foreach ([1] as $x) { $a = new Loud('loop'); strlen(); } });
told(function () { $f = fn($x, $y) => 1; $f(new Loud('argument'), throw new Error('first')); });
told(function () { (function () { $g = (function () { $a = new Loud('generator'); yield 1; })(); $g->current(); throw new Error('first'); })(); });
echo "end\n";
