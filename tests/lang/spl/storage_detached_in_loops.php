<?php
// What is detached while a storage is gone through: the loop begins anew at the first that is left.
function storage(int $count): array
{
    $storage = new SplObjectStorage;
    for ($i = 0; $i < $count; $i++) {
        $storage[$objects[] = new stdClass] = $i;
    }
    return [$storage, $objects];
}

foreach ([[0], [1], [3], [4], [0, 1], [4, 0, 1]] as $which) {
    [$storage, $objects] = storage(5);
    $turns = 0;
    foreach ($storage as $at => $object) {
        echo $at, ':', $storage->getInfo(), ' ';
        if ($turns++ === 2) {
            foreach ($which as $one) {
                $storage->detach($objects[$one]);
            }
        }
    }
    echo count($storage), "\n";
}

[$storage, $objects] = storage(3_000);
foreach ($objects as $object) {
    $storage->detach($object);
}
var_dump(count($storage), $storage->valid());
$storage->attach($objects[0], 'again');
var_dump($storage->valid(), $storage->getInfo());
