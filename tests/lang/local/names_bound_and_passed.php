<?php
// A variable that only a name says is bound anew, passed by reference, and made by operators.
function take(&$x, $y, ...$more)
{
    echo '{', var_export($x, true), ' ', var_export($y, true), "}\n";
    $x = 'taken';
}

function bound_while_it_is_passed()
{
    $a = 5;
    $s = 'abc';
    for ($z = 0; $z < 3; $z++) {
        take($$s, ($$s = &$a), $s);
        var_dump($abc ?? 'none', $a);
    }
}

function bound_after_it_was_passed()
{
    $a = 5;
    $s = 'name';
    take($$s, 1);
    var_dump(get_defined_vars());
    $$s = &$a;
    $$s = 7;
    var_dump($a, $$s, get_defined_vars());
}

function made_by_an_operator()
{
    $s = 'name';
    try {
        $$s += [];
        $$s -= [];
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
    $t = 'other';
    try {
        $$t *= 'x';
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
    var_dump(get_defined_vars()['other']);
}

function named_by_what_the_source_changes()
{
    $s = 'first';
    $o = new class {
        public function &second(&$s) { $s = 'second'; return $s; }
    };
    $$s = &$o->second($s);
    var_dump(get_defined_vars()['second'] ?? 'none', isset($first));
}

set_error_handler(fn($number, $message) => print "<$message>\n");
bound_while_it_is_passed();
bound_after_it_was_passed();
made_by_an_operator();
named_by_what_the_source_changes();
