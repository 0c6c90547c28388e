<?php
// What is done behind the warning of a variable without a value whose handler throws.
set_error_handler(function ($number, $message) {
    throw new Exception($message);
});

function tried(callable $run)
{
    try {
        var_dump($run());
    } catch (Throwable $e) {
        for (; $e; $e = $e->getPrevious()) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
    }
}

foreach ([2, true, null, 1.5, '3', 'x', []] as $value) {
    foreach (['+', '-', '*', '.', '|', '%', '??'] as $operator) {
        $run = eval("return function () use (\$value) { try { \$s $operator= \$value; } catch (Exception) {} echo json_encode(get_defined_vars()), ' '; };");
        try {
            $run();
        } catch (Throwable $e) {
            echo get_class($e), ' ';
        }
    }
    echo "\n";
}
tried(function () { try { $s++; } catch (Exception) {} return $s; });
tried(function () { try { --$s; } catch (Exception) {} return $s; });
tried(function () { $o = 5; $o->p = $undefined; });
tried(function () { $o = 5; $o->p->q = $undefined; });
tried(function () { $o = [5]; $o[0]->p = $undefined; });
tried(function () { $o = null; $o->p ??= $undefined; });
tried(function () { $o = 5; try { $o->p = &$a; } catch (Error) {} var_dump(array_key_exists('a', get_defined_vars())); });
tried(function () { $o = new stdClass; $o->p = 5; try { $o->p->q = &$a; } catch (Error) {} return $a; });
tried(function () { $o = 5; try { $o[0] = &$a; } catch (Error) {} return $a; });

tried(function () { $s[$s][] |= 1; });
tried(function () { $s[$t][] |= 1; });

// A variable on the right is read behind the conversion of what a function gave by reference.
class Steps
{
    public function __toString(): string { $GLOBALS['i']++; return 'steps'; }
}
function &place() { return $GLOBALS['o']; }
$o = new Steps;
$i = 1;
var_dump(place() . $i, place() . $i, $i);
