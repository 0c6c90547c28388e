<?php
// The blocks of a chain that is given up run from its end, and what they throw is one list.
function guarded($n) { try { if ($n > 0) { $r = yield from guarded($n - 1); } yield $n; return $n; } finally { echo "<$n>"; } }
foreach ([0, 3] as $k) {
$g = guarded(3); foreach ($g as $v) { if ($v == $k) break; } echo "break $k "; unset($g, $v); echo " gone\n"; }
function thrower($n) { try { if ($n > 0) { $r = yield from thrower($n - 1); } yield $n; return $n; } finally { echo "<$n>"; if ($n != 2) throw new Exception("e$n"); } }
try { $g = thrower(3); foreach ($g as $v) break; unset($g, $v); } catch (Exception $e) { do echo get_class($e), $e->getMessage(), " "; while ($e = $e->getPrevious()); }
echo "\n";
class D { function __construct(public $n) {} function __destruct() { echo "d$this->n "; } }
function holds($n) { $d = new D($n); if ($n > 0) { yield from holds($n - 1); } yield $n; }
$g = holds(3); foreach ($g as $v) break; unset($g, $v); echo "\n";
function both($n) { $d = new D($n); try { if ($n > 0) { yield from both($n - 1); } yield $n; } finally { echo "<$n> "; } }
$g = both(3); foreach ($g as $v) break; unset($g, $v); echo "\n";
$i = both(2); $o = (function() use ($i) { try { yield from $i; } finally { echo "outer "; } })(); foreach ($o as $v) break; unset($o); echo "| "; unset($i); echo "\n";
