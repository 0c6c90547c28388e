<?php
// Lists that are spread behind the other arguments, for all that can be called.

function three($a, $b = 'B', $c = 'C') { return "$a$b$c/" . func_num_args(); }
function rest($first, ...$rest) { return $first . json_encode($rest); }
function ints(int ...$all) { return array_sum($all); }
function &changes(&$a, $b) { $a .= $b; return $a; }
function gen(...$all) { foreach ($all as $k => $v) { yield $k => $v; } }

class Called
{
    public array $given = [];
    public function __construct(...$given) { $this->given = $given; }
    public function three($a, $b = 'B', $c = 'C') { return three(...func_get_args()); }
    public static function rest(...$all) { return static::class . json_encode($all); }
    public function __call($name, $all) { return $name . json_encode($all); }
    public static function __callStatic($name, $all) { return "::$name" . json_encode($all); }
    public function __invoke($a, ...$more) { return $a . count($more); }
}
$called = new Called;
for ($turn = 0; $turn < 3; $turn++) {
    foreach ([[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4], range(1, 40)] as $list) {
        try { echo three(...$list), ' ', three('x', ...$list), "\n"; } catch (Error $e) { echo get_class($e), "\n"; }
        try { echo rest(...$list), ' ', rest('x', ...$list), ' ', ints(...$list), "\n"; } catch (Error $e) { echo get_class($e), "\n"; }
        try { echo $called->three('m', ...$list), Called::rest(...$list), $called->none(...$list), Called::none('s', ...$list), "\n"; } catch (Error $e) { echo $e->getMessage(), "\n"; }
        try { echo sprintf('%s-%s', ...$list), ' ', max(0, ...$list), ' ', count((new Called(...$list))->given), ' ', $called('i', ...$list), "\n"; } catch (Error $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
        $closure = fn($a = '-', ...$more) => $a . json_encode($more);
        echo $closure(...$list), implode(',', iterator_to_array(gen(...$list), false)), (function () { return func_num_args(); })(...$list), "\n";
    }
}
$value = 'v';
$bound = [&$value, 'w'];
echo three(...$bound), ' ';
changes(...$bound);
echo $value, ' ';
$copy = ['c', 'd'];
changes(...$copy);
echo $copy[0], "\n";
echo three(...['b' => 2, 'a' => 1]), three(...[1], ...[2, 3]), three(...new ArrayIterator([7, 8])), rest(...[5 => 'x', 1 => 'y']), rest(...['first' => 1, 'other' => 2]), "\n";
foreach ([[1, "x"], ["x"], [1.0], ['1']] as $list) {
    try { echo ints(...$list), "\n"; } catch (TypeError $e) { echo preg_replace('/, called.*/', '', $e->getMessage()), "\n"; }
}
foreach (['text', 5, null, new stdClass] as $wrong) {
    try { echo three(...$wrong); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
function deep(int $n, ...$all) { return $n === 0 ? count($all) : deep($n - 1, $n, ...$all); }
echo deep(50), "\n";
class Loud { public function __construct(public string $name) {} public function __destruct() { echo "-{$this->name} "; } }
function takes(...$all) { echo count($all), ' in '; }
takes(...[new Loud('a'), new Loud('b')]);
echo "out\n";
function throws(...$all) { throw new Exception('thrown'); }
try { throws(...[new Loud('c')]); } catch (Exception $e) { echo $e->getMessage(), ' '; unset($e); }
echo "end\n";
