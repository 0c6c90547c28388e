<?php
// What a generator says of itself while it runs.
function t($f) { try { $f(); echo "fine\n"; } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
function acts() {
    global $g;
    foreach (['current', 'key', 'valid', 'next', 'rewind', 'getReturn'] as $m) t(function() use ($g, $m) { var_dump($g->$m()); });
    t(fn() => $g->send(1));
    t(function() use ($g) { foreach ($g as $x) { var_dump($x); break; } });
}
function a() { acts(); yield 1; echo "--\n"; acts(); yield 2; acts(); }
$g = a(); foreach ($g as $v) echo "v$v\n";
echo "== delegating\n";
function b() { yield from a(); yield 3; acts(); }
$g = b(); foreach ($g as $v) echo "v$v\n";
echo "== delegating to one without values\n";
function e() { acts(); if (0) yield; }
function c() { yield from e(); yield 1; }
$g = c(); foreach ($g as $v) echo "v$v\n";
function nothing() { if (false) yield; return 5; }
function later($guarded) { if (!$guarded) { yield yield from nothing(); } else { try { yield yield from nothing(); } finally { } } yield 2; }
foreach ([false, true] as $guarded) {
    $g = later($guarded);
    var_dump($g->current());
    t(fn() => $g->rewind());
    $g->next();
    var_dump($g->current());
    t(fn() => $g->rewind());
}
