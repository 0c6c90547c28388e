<?php
// `global` finds what a name is bound to now, wherever the variable is, and however often it changed.
function see(string $when): void
{
    global $local, $plain, $made, $shared;
    echo $when, ': ', json_encode([$local, $plain, $made, $shared]), "\n";
}

function bump(): void
{
    global $local, $made;
    $local++;
    $made .= '+';
}

$local = 1;
$plain = 'p';
see('at first');
bump();
see('bumped');

$GLOBALS['made'] = 'new';
see('made by name');
unset($GLOBALS['made']);
see('unset by name');
bump();
see('made by global');

$other = 'other';
$local = &$other;
see('main bound it');
$other = 'changed';
see('through the other');
unset($local);
see('main unset it');
$local = 5;
see('and set it again');

try {
    eval('function rebound() { global $plain; $plain = &$GLOBALS["other"]; $plain = "of other"; }');
    rebound();
} catch (Throwable $t) {
    echo get_class($t), "\n";
}
see('a binding in a function is its own');

for ($i = 0; $i < 3; $i++) {
    $name = 'shar' . 'ed';
    (function () use ($name, $i) {
        global $$name;
        $$name = [$i, $$name];
    })();
    see("dynamic $i");
    if ($i === 1) {
        unset($GLOBALS[$name]);
    }
}

function forget(): void
{
    global $made;
    unset($made);
    global $made;
    $made = 'once more';
}
forget();
see('forgotten in a function only');

file_put_contents($file = tempnam(sys_get_temp_dir(), 'glo'), '<?php global $made, $fresh; $made .= "!"; $fresh = [$made]; see("included");');
(function () use ($file) {
    include $file;
    include $file;
    echo json_encode([$made, $fresh]), "\n";
})();
unlink($file);
see('behind');
var_dump($fresh, $made);
