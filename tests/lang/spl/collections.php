<?php
$a = new ArrayObject([3, 1, 2]);
$a[] = 9;
$a['k'] = 'v';
unset($a[0]);
print_r($a);
var_dump(count($a), isset($a['k']), isset($a['z']));
foreach ($a as $k => $v) {
    echo "$k=>$v:";
    foreach ($a as $inner => $_) echo " $inner";
    echo "\n";
}
$copy = clone $a;
$copy[] = 'more';
echo count($a), ' ', count($copy), "\n";
echo $a['missing'];

$list = new SplDoublyLinkedList;
$list->push(1);
$list->push(2);
$list->unshift(0);
foreach ($list as $k => $v) echo "$k:$v ";
print_r($list);
echo $list->pop(), $list->shift(), $list[0], "\n";
$stack = new SplStack;
$stack[] = 1;
$stack[] = 2;
foreach ($stack as $k => $v) echo "$k:$v ";
$queue = new SplQueue;
for ($i = 0, $sum = 0; $i < 300; $i++) $queue->enqueue($i);
while (!$queue->isEmpty()) $sum += $queue->dequeue();
echo $sum, "\n";

$heap = new SplMinHeap;
foreach ([5, 3, 8, 1, 3] as $v) $heap->insert($v);
foreach ($heap as $v) echo $v, ' ';
$tasks = new SplPriorityQueue;
foreach (['a' => 1, 'b' => 3, 'c' => 2] as $k => $v) $tasks->insert($k, $v);
print_r($tasks);
echo $tasks->extract(), count($tasks), "\n";

$fixed = new SplFixedArray(3);
$fixed[1] = 'x';
try {
    $fixed[3] = 1;
} catch (Exception $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
print_r($fixed);
$storage = new SplObjectStorage;
$key = new stdClass;
$storage[$key] = 'info';
print_r($storage);
foreach ($storage as $i => $object) var_dump($i, $object === $key, $storage[$object]);

foreach ([fn() => $list->offsetGet(), fn() => $list->add([], 1), fn() => $list->pop(1), fn() => $list[7]] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), ' ', $e->getLine(), "\n";
    }
}
foreach ([$a, $list, $storage, $fixed] as $value) echo serialize($value), "\n";
print_r(unserialize(serialize($a)));
