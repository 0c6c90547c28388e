<?php
function show(iterable $all): void {
    foreach ($all as $k => $v) echo "$k=>", is_array($v) ? json_encode($v) : $v, ' ';
    echo "\n";
}
$tree = ['a' => 1, 'b' => ['c' => 2, 'd' => ['e' => 3]], 'f' => []];
foreach ([0, 1, 2] as $mode) show(new RecursiveIteratorIterator(new RecursiveArrayIterator($tree), $mode));
foreach (new RecursiveTreeIterator(new RecursiveArrayIterator(['a' => 1, 'b' => ['c' => 2]]), 0) as $k => $v) {
    echo "[$k] => ", str_contains($v, 'Array') ? '-' : $v, "\n";
}
$numbers = new ArrayIterator(range(1, 9));
show(new LimitIterator($numbers, 2, 3));
show(new CallbackFilterIterator($numbers, fn($v, $k) => $v % 2 === 0 && $k > 2));
$all = new AppendIterator;
$all->append(new ArrayIterator([1, 2]));
$all->append(new ArrayIterator([]));
$all->append(new ArrayIterator([3]));
foreach ($all as $k => $v) echo $all->getIteratorIndex(), ":$k=>$v ";
$ahead = new CachingIterator(new ArrayIterator(['a', 'b', 'c']));
foreach ($ahead as $v) echo $v, $ahead->hasNext() ? ',' : "\n";
show(new IteratorIterator((function () { yield 'x' => 1; yield 'y' => 2; })()));
$turns = 0;
foreach (new InfiniteIterator(new ArrayIterator([1, 2, 3])) as $v) {
    echo $v;
    if (++$turns > 7) break;
}
$both = new MultipleIterator(MultipleIterator::MIT_KEYS_ASSOC);
$both->attachIterator(new ArrayIterator([1, 2]), 'x');
$both->attachIterator(new ArrayIterator([3, 4]), 'y');
foreach ($both as $v) echo json_encode($v);
show(new RegexIterator(new ArrayIterator(['apple', 'bob', 'avocado']), '/^a/'));
$once = new NoRewindIterator((function () { yield 1; yield 2; yield 3; })());
foreach ($once as $v) {
    echo $v;
    break;
}
$once->next();
foreach ($once as $v) echo $v;
echo "\n";
try {
    (new LimitIterator($numbers, 1, 2))->seek(5);
} catch (OutOfBoundsException $e) {
    echo $e->getMessage(), "\n";
}
try {
    new CallbackFilterIterator($numbers, 'no such');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
var_dump(iterator_to_array(new ArrayIterator(['x' => 1])));
class Loose implements Countable, IteratorAggregate {
    #[ReturnTypeWillChange]
    function count() { return 4; }
    #[ReturnTypeWillChange]
    function getIterator() { return new ArrayIterator([7]); }
}
echo count(new Loose), "\n";
show(new Loose);
