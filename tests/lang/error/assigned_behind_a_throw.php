<?php
// What a variable without a value is assigned to is null, also when the handler of its warning throws.
set_error_handler(function ($number, $message) {
    throw new Exception($message);
});

function tried(string $what, callable $run)
{
    echo $what, ': ';
    try {
        $run();
    } catch (Throwable $e) {
        for (; $e; $e = $e->getPrevious()) {
            echo ' ', get_class($e), ' ', $e->getMessage();
        }
    }
    echo "\n";
}

class Plain
{
    public $p = 1;
    public int $i = 2;
    public static $s = 3;
    public static int $t = 4;
}

class Magic
{
    public function __set($name, $value) { echo "set $name"; }
}

class Mortal
{
    public function __destruct() { echo 'gone '; }
}

tried('variable', function () { $a = 5; try { $a = $s; } finally { echo json_encode($a); } });
tried('new variable', function () { try { $a = $s; } finally { echo json_encode(get_defined_vars()); } });
tried('reference', function () { $a = 5; $r = &$a; try { $a = $s; } finally { echo json_encode($r); } });
tried('typed reference', function () { $o = new Plain; $a = &$o->i; try { $a = $s; } finally { echo json_encode($o); } });
tried('result', function () { $a = 5; try { return ($a = $s); } finally { echo json_encode($a); } });
tried('chain', function () { $a = 5; $b = 6; try { $a = $b = $s; } finally { echo json_encode([$a, $b]); } });
tried('argument', function () { $a = 5; try { json_encode($a = $s); } finally { echo json_encode($a); } });
tried('itself', function () { try { $a = $a; } finally { echo json_encode(get_defined_vars()); } });
tried('object', function () { $a = new Mortal; try { $a = $s; } finally { echo json_encode($a); } });
tried('static variable', function () { static $a = 5; try { $a = $s; } finally { echo json_encode($a); } });
tried('by name', function () { $a = 5; $n = 'a'; try { $$n = $s; } finally { echo json_encode($a); } });
tried('new by name', function () { $n = 'a'; try { $$n = $s; } finally { echo json_encode(get_defined_vars()); } });
tried('static property', function () { try { Plain::$s = $s; } finally { echo json_encode(Plain::$s); } });
tried('typed static property', function () { try { Plain::$t = $s; } finally { echo json_encode(Plain::$t); } });
tried('static property by name', function () { $c = 'Plain'; Plain::$s = 3; $n = 's'; try { $c::$$n = $s; } finally { echo json_encode(Plain::$s); } });
tried('property', function () { $a = new Plain; try { $a->p = $s; } finally { echo json_encode($a); } });
tried('nested property', function () { $a = new Plain; $a->p = new Plain; try { $a->p->p = $s; } finally { echo json_encode($a); } });
tried('property by reference', function () { $a = new Plain; $r = &$a->p; try { $a->p = $s; } finally { echo json_encode($r); } });
tried('typed property', function () { $a = new Plain; try { $a->i = $s; } finally { echo json_encode($a); } });
tried('dynamic property', function () { $a = new stdClass; $a->p = 5; try { $a->p = $s; } finally { echo json_encode($a); } });
tried('new property', function () { $a = new stdClass; try { $a->p = $s; } finally { echo json_encode($a); } });
tried('deprecated property', function () { $a = new Plain; try { $a->none = $s; } finally { echo json_encode($a); } });
tried('magic property', function () { $a = new Magic; try { $a->none = $s; } finally { echo json_encode($a); } });
tried('element', function () { $a = [5]; try { $a[0] = $s; } finally { echo json_encode($a); } });
tried('new element', function () { $a = [5]; try { $a['k'] = $s; } finally { echo json_encode($a); } });
tried('deep element', function () { $a = [[5]]; try { $a[0][0] = $s; } finally { echo json_encode($a); } });
tried('element by reference', function () { $a = [5]; $r = &$a[0]; try { $a[0] = $s; } finally { echo json_encode($r); } });
tried('shared array', function () { $a = [5]; $b = $a; try { $a[0] = $s; } finally { echo json_encode([$a, $b]); } });
tried('append', function () { $a = [5]; try { $a[] = $s; } finally { echo json_encode($a); } });
tried('append to nothing', function () { try { $a[] = $s; } finally { echo json_encode($a); } });
tried('append to a property', function () { $a = new Plain; $a->p = []; try { $a->p[] = $s; } finally { echo json_encode($a); } });
tried('element of a property', function () { $a = new Plain; $a->p = [1]; try { $a->p[0] = $s; } finally { echo json_encode($a); } });
tried('element of a static property', function () { Plain::$s = [1]; try { Plain::$s[0] = $s; } finally { echo json_encode(Plain::$s); } });
tried('sum', function () { $a = null; try { $a += $s; } finally { echo json_encode($a); } });
tried('sum of text', function () { $a = '5'; try { $a += $s; } finally { echo json_encode($a); } });
tried('bits', function () { $a = 1.0; try { $a |= $s; } finally { echo json_encode($a); } });
tried('text', function () { $a = 5; try { $a .= $s; } finally { echo json_encode($a); } });
tried('no sum', function () { $a = []; try { $a += $s; } finally { echo json_encode($a); } });
tried('quotient', function () { $a = 1; try { $a /= $s; } finally { echo json_encode($a); } });
tried('if none', function () { $a = null; try { $a ??= $s; } finally { echo json_encode($a); } });
tried('list', function () { $a = 5; $b = 6; try { [$a, $b] = [1, $s]; } finally { echo json_encode([$a, $b]); } });
tried('computed', function () { $a = 5; try { $a = 1 + $s; } finally { echo json_encode($a); } });
tried('literal', function () { $a = 5; try { $a = [$s]; } finally { echo json_encode($a); } });
tried('illegal key', function () { $o = new Plain; [1, $o => $s]; });
tried('computed illegal key', function () { $o = new Plain; [1, $o->p = [] => $s]; });
tried('no next element', function () { [PHP_INT_MAX => 1, $s]; });

restore_error_handler();
set_error_handler(function ($number, $message) {
    echo "<$message> ";
    return true;
});
tried('own property', function () { $a = new stdClass; $a->p = 5; $a->p = $s; echo json_encode($a); });
tried('typed element', function () { $o = new Plain; $a = [&$o->i]; try { $a[0] = $s; } finally { echo json_encode($a); } });
$run = function () { $this->p = $s; echo json_encode($this->p); };
tried('property of this', $run->bindTo(new Plain, Plain::class));
