<?php
function gen(int $n) { $x = yield; yield $n => f(yield 1, yield $n); yield from gen(2); return 3; }
function &refs(array &$a) { foreach ($a as $k => &$v) yield $k => $v; }
