<?php
// The elements of an ArrayObject, or an ArrayIterator, over an object are its public properties.
#[AllowDynamicProperties]
class Thing
{
    public $a = 1;
    protected $b = 2;
    private $c = 3;
    public int $unset;
    public $d = null;
    public readonly int $e;
    public string $hooked = 'h' { get => strtoupper($this->hooked); }

    public function __construct()
    {
        $this->e = 5;
    }
}
class Heir extends Thing
{
    public $f = 6;
    private $a2 = 7;
}
class Own extends ArrayObject
{
    public $shown = 's';
    protected $hidden = 'h';
}
function all(iterable $values): void
{
    foreach ($values as $key => $value) {
        echo var_export($key, true), '=', json_encode($value), ' ';
    }
    echo "\n";
}
$o = new Heir;
$o->own = 'o';
$o->{'7'} = 'seven';
foreach ([new ArrayObject($o), new ArrayIterator($o), new ArrayObject(new ArrayObject($o))] as $view) {
    all($view);
    echo count($view), json_encode([
        isset($view['a']), isset($view['b']), isset($view['c']),
        isset($view['own']), isset($view[7]), isset($view['7']), isset($view['none']), isset($view[0]),
        $view->offsetExists('d'), $view->offsetExists('b'), $view['a'], $view['own'], $view[7],
    ]), "\n";
}
set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});
$view = new ArrayObject($o);
echo json_encode([$view['b'], $view['none'], $view[3]]), "\n";
foreach ($view as $key => $value) {
    if ($key === 'd') {
        unset($o->own);
        $o->later = 'l';
    }
    echo "$key ";
}
echo "\n";
$it = new ArrayIterator($o);
foreach ([0, 2, 4] as $at) {
    $it->seek($at);
    echo $it->key(), ' ';
}
echo "\n";
$own = new Own([1, 2]);
all($own);

$many = new stdClass;
for ($i = 0; $i < 3_000; $i++) {
    $many->{"p$i"} = $i;
}
$sum = 0;
foreach (new ArrayObject($many) as $key => $value) {
    $sum += $value;
}
$view = new ArrayIterator($many);
for ($view->rewind(); $view->valid(); $view->next()) {
    $sum -= $view->current();
}
for ($i = 0; $i < 3_000; $i++) {
    $sum += $view["p$i"];
}
echo $sum, "\n";
