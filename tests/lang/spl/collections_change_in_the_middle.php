<?php
// Lists find their elements from the end that is nearer; storages change as a whole without asking
// methods of scripts; fixed arrays keep what fits.
function all(iterable $values): string
{
    $shown = [];
    foreach ($values as $key => $value) {
        $shown[] = is_object($value) ? "$key:" . ($value->n ?? '-') : "$key:" . json_encode($value);
    }
    return implode(' ', $shown);
}
foreach ([SplDoublyLinkedList::IT_MODE_FIFO, SplDoublyLinkedList::IT_MODE_LIFO] as $mode) {
    $list = new SplDoublyLinkedList;
    $list->setIteratorMode($mode);
    for ($i = 0; $i < 9; $i++) {
        $list->push($i);
    }
    unset($list[4], $list[4]);
    $list->add(2, 'two');
    $list->add(6, 'six');
    unset($list[0], $list[count($list) - 1]);
    $list->unshift('first');
    $list->add(0, 'new first');
    for ($i = 0; $i < count($list); $i++) {
        echo json_encode($list[$i]), ' ';
    }
    $list[1] = 'set';
    $list[count($list) - 2] = 'set too';
    echo "\n", all($list), "\n";
    while (count($list) > 1) {
        unset($list[intdiv(count($list), 2)]);
        echo count($list), json_encode([$list[0], $list[count($list) - 1]]), ' ';
    }
    echo "\n";
}

class Watched extends SplObjectStorage
{
    public function attach($object, $info = null): void
    {
        echo 'attach ';
        parent::attach($object, $info);
    }

    public function detach($object): void
    {
        echo 'detach ';
        parent::detach($object);
    }

    public function contains($object): bool
    {
        echo 'contains ';
        return parent::contains($object);
    }
}
class Alike extends SplObjectStorage
{
    public function getHash($object): string
    {
        return (string) ($object->n % 3);
    }
}
$objects = [];
for ($i = 0; $i < 7; $i++) {
    $objects[] = $o = new stdClass;
    $o->n = $i;
}
foreach ([SplObjectStorage::class, Watched::class, Alike::class] as $class) {
    $one = new $class;
    $other = new $class;
    foreach ($objects as $i => $o) {
        $one[$o] = $i;
        if ($i % 2) {
            $other[$o] = -$i;
        }
    }
    $one->rewind();
    $one->next();
    $one->next();
    echo "\n", $one->removeAll($other), ' ', $one->key(), ' ', $one->valid() ? $one->current()->n : '-', ' ', all($one), "\n";
    echo $one->addAll($other), ' ', all($one), "\n";
    echo $one->removeAllExcept($other), ' ', all($one), ' ', $one->key(), "\n";
    echo $one->removeAll($one), ' ', var_export($one->valid(), true), ' ', all($one), "\n";
}

$fixed = SplFixedArray::fromArray([1, 2, 3]);
foreach ([5, 4, 2, 9, 0, 1] as $size) {
    $fixed->setSize($size);
    echo count($fixed->toArray()), all($fixed), "\n";
}

$it = new ArrayIterator(range(0, 9));
unset($it[3], $it[0]);
foreach ([0, 2, 7, 5] as $at) {
    $it->seek($at);
    echo $it->key(), ' ';
}
try {
    $it->seek(8);
} catch (OutOfBoundsException $e) {
    echo $e->getMessage(), "\n";
}
