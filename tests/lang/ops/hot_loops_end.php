<?php
// The array of a hot loop dies with the loop, and what its elements' destructors throw leaves the function.
class Bomb { public function __construct(public $n) {} public function __destruct() { if ($this->n % 3 == 0) { throw new Exception("bomb $this->n"); } } }
function walk($i) {
    $sum = 0;
    foreach ([new Bomb(3 * $i + 1), new Bomb($i), new Bomb(3 * $i + 2)] as $k => $b) { $sum += $k; $name = "b$b->n"; }
    return "$sum $name";
}
$caught = 0;
for ($i = 0; $i < 1500; $i++) {
    try { $last = walk($i); } catch (Exception $e) { $caught++; $text = $e->getMessage(); }
}
echo $caught, ' ', $text, ' ', $last, "\n";
