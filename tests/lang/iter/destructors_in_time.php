<?php
class D { function __construct(public $i) {} function __destruct() { echo "-$this->i"; } }
function make(int $n): array { $all = []; for ($i = 0; $i < $n; $i++) $all["k$i"] = new D($i); return $all; }
function loop(array $keys): void { foreach ($keys as $k => $n) { echo " $k"; $d = new D($n); } echo " end"; }
for ($i = 0; $i < 3; $i++) { loop(['a' => 1, 'b' => 2, 'c' => 3]); echo "\n"; }
function over(): void { foreach (make(4) as $k => $d) { echo " $k"; } $d = null; echo " end\n"; }
over();
function generated(): iterable { yield 'x' => new D('x'); yield 'y' => new D('y'); }
function taken(): void { foreach (generated() as $k => $d) { echo " $k"; } echo " end"; }
taken();
echo "\n";
function counted(): void { for ($i = 0, $d = null; $i < 4; $i++) { $d = new D($i); echo " $i"; } while ($i-- > 0) { $d = $i % 2 ? new D("w$i") : null; echo " $i"; } }
counted();
echo "\n";
