<?php
// What is written to is dropped or copied by the handler of a warning on the way.

class Plain { public int $i = 3; public static int $t = 4; }
$hook = null;
set_error_handler(function ($level, $message) use (&$hook) {
    echo "<$message>";
    if ($hook) $hook();
    return true;
});
function attempt(callable $body): void
{
    global $hook;
    try { $body(); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(); }
    $hook = null;
    echo "\n";
}

attempt(function () { global $hook; $a = []; $hook = function () use (&$a) { $b = $a; $a[] = 9; }; $a['k'] .= 'x'; echo json_encode($a); });
attempt(function () { global $hook; $a = []; $i = 0; $hook = function () use (&$a) { $a = 0; }; --$a[$i][$i]; echo json_encode($a); });
attempt(function () { global $hook; $o = new Plain; $hook = function () use (&$o) { $o = null; }; $o->none = 1; });
attempt(function () { global $hook; $s = 'abc'; $hook = function () use (&$s) { $s = 'k'; }; var_dump($s[0] = 'xy'); echo $s; });
attempt(function () { $s = ''; $s[-5] = 'xy'; });
attempt(function () { Plain::$t += []; });
echo Plain::$t, "\n";
attempt(function () { Plain::$t = 7; $o = new Plain; try { $o->i .= []; } finally { echo $o->i; } });
attempt(function () { strlen(new Plain); });
