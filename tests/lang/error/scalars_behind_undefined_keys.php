<?php
// What is no array is refused behind the warning about its undefined key, whatever its handler throws.

set_error_handler(function ($level, $text) {
    echo '<', $text, '> ';
    throw new LogicException('from the handler');
});

function told(Closure $what)
{
    try {
        $what();
        echo "nothing\n";
    } catch (Throwable $e) {
        for (; $e; $e = $e->getPrevious()) {
            echo get_class($e), ' ', $e->getMessage(), '; ';
        }
        echo "\n";
    }
}

$five = 5;
$true = true;
told(function () use ($five) { $five[$none] += 1; });
told(function () use ($five) { $five[$none][1] += 1; });
told(function () use ($five) { $five[1][$none] += 1; });
told(function () use ($five) { $five[$none] = 1; });
told(function () use ($five) { $five[$none][2] = 1; });
told(function () use ($five) { $five[$none]++; });
told(function () use ($five) { $five[$none][] = 1; });
told(function () use ($true) { $true[$none] .= 'x'; });
told(function () use ($true) { $true[$none] ??= 'x'; });
told(function () use ($true) { $b = &$true[$none]; });
told(function () use ($true) { unset($true[$none]); });
told(function () use ($true) { foreach ($true[$none] as &$v) { } });
told(function () use ($true) { (function (&$x) { })($true[$none]); });
