<?php
// Loops over ArrayObject and ArrayIterator, their subclasses, and changes meanwhile.
function show(iterable $it) { foreach ($it as $k => $v) echo "$k=", is_scalar($v) ? $v : gettype($v), " "; echo "\n"; }
class Loud extends ArrayIterator {
    public function current(): mixed { echo "[current]"; return parent::current(); }
}
class LoudNext extends ArrayIterator {
    public function next(): void { echo "[next]"; parent::next(); }
}
class Quiet extends ArrayIterator { public $extra = 'x'; }
class Given extends ArrayObject {
    public function getIterator(): Iterator { echo "[given]"; return parent::getIterator(); }
}
class Plain { public $a = 1; protected $b = 2; public $c = 3; }
show(new ArrayObject([1, 2, 'k' => 3]));
show(new ArrayIterator(['a' => 1, 'b' => 2]));
show(new Loud([1, 2]));
show(new LoudNext([1, 2]));
show(new Quiet([1, 2]));
show(new Given([1, 2]));
show(new ArrayObject([5, 6], 0, 'Loud'));
show(new ArrayObject(new ArrayObject(new ArrayIterator([7, 8]))));
show(new ArrayObject(new Plain));
show(new ArrayIterator(new ArrayObject(new Plain)));
show(new ArrayObject([]));
echo "changes\n";
$o = new ArrayObject([1, 2, 3]);
foreach ($o as $k => $v) { echo "$k=$v "; if ($k < 2) $o[] = $v * 10; if ($k === 1) unset($o[2]); }
echo "\n";
$it = new ArrayIterator(['a' => 1, 'b' => 2, 'c' => 3, 'd' => 4]);
foreach ($it as $k => $v) { echo "$k=$v "; if ($k === 'a') { unset($it['b']); $it['e'] = 5; } if ($k === 'c') $it->next(); }
echo "\n";
$it = new ArrayIterator([1, 2, 3, 4]);
foreach ($it as $v) { echo $v, ':', $it->key(), ' '; if ($v === 2) $it->seek(2); }
var_dump($it->valid(), $it->key());
$o = new ArrayObject([1, 2, 3]);
foreach ($o as $v) { echo $v, ' '; if ($v === 1) $o->exchangeArray(['x', 'y', 'z']); }
echo "\n";
$o = new ArrayObject([1, 2]);
foreach ($o as $a) foreach ($o as $b) echo "$a$b ";
echo "\n";
$it = new ArrayIterator([1, 2]);
foreach ($it as $a) foreach ($it as $b) echo "$a$b ";
echo "\n";
$x = 1; $array = [&$x, 2];
foreach (new ArrayObject($array) as $k => $v) { $v++; echo $v, ' '; }
echo $x, "\n";
foreach (new ArrayObject([1, 2]) as $v) { $id = spl_object_id(new stdClass); echo $id, ' '; }
echo "\n";
class D { function __destruct() { echo "gone "; } }
foreach (new ArrayIterator([new D, 1]) as $v) { echo is_object($v) ? 'object ' : 'int '; }
unset($v);
echo "\n";
try {
    foreach (new ArrayIterator([1, 2, 3]) as $v) { if ($v === 2) throw new Exception("out at $v"); }
} catch (Exception $e) { echo $e->getMessage(), "\n"; }
echo implode(',', [...new ArrayObject([1, 2, 3])]), "\n";
foreach ([new DateTimeZone('UTC'), new SplFixedArray(1)] as $no) {
    try { new ArrayObject($no); } catch (InvalidArgumentException $e) { echo $e->getMessage(), "\n"; }
}
