<?php
function f($x) {
    switch ($x) { case 1: case 2: echo 'a'; break; case 3: echo 'b'; case 5: echo 'c'; default: echo 'd'; }
    switch (g()) { case 'a': return 1; case 'b': continue 1; case 'c': break; case 'd': }
    return match ($x) { 1, 2 => 'x', f() => 'y', default => throw new E };
}
function g() { return match (true) { $a => 1 }; }
