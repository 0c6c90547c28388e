<?php
// Elements that are made, or refused, behind a warning whose handler threw.
set_error_handler(function ($number, $message) {
    throw new Exception($message);
});

function tried(callable $run)
{
    try {
        $run();
    } catch (Throwable $e) {
        for (; $e; $e = $e->getPrevious()) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
    }
}

function left(callable $run)
{
    try {
        $run($b);
    } catch (Exception) {
        echo json_encode($b), ' ';
    }
}

left(function (&$out) { try { --$b[]; } finally { $out = $b; } });
left(function (&$out) { try { $b[]++; } finally { $out = $b; } });
left(function (&$out) { try { $b[][2]++; } finally { $out = $b; } });
left(function (&$out) { try { $b[] .= 'x'; } finally { $out = $b; } });
left(function (&$out) { try { $b[] += 1; } finally { $out = $b; } });
left(function (&$out) { try { $b[] += []; } finally { $out = $b; } });
left(function (&$out) { try { $b[][1] += 1; } finally { $out = $b; } });
left(function (&$out) { try { $b[]->p .= 'x'; } finally { $out = $b; } });
left(function (&$out) { try { $b[1] += 1; } finally { $out = $b; } });
left(function (&$out) { try { $b[1][] += 1; } finally { $out = $b; } });
left(function (&$out) { $r = &$b; unset($b); try { $b[]++; } finally { $out = $b; } });
echo "\n";

foreach ([5, true, 1.5, 'text', null, [1], new stdClass, new ArrayObject] as $a) {
    echo gettype($a), "\n";
    tried(function () use ($a) { unset($a[$undefined]); });
    tried(function () use ($a) { $b = [$a]; unset($b[0][$undefined]); });
}
