<?php
// An ArrayObject has a copy of an array that others have: references that only that array holds stay
// references there, and are values in the copy.

/** For each element: whether it is passed by reference without a warning. */
function refers($array): string
{
    $kinds = '';
    set_error_handler(function () use (&$kinds) { $kinds .= 'no '; });
    array_map(function (&$element) use (&$kinds) { $kinds .= 'ref '; }, $array);
    restore_error_handler();
    return "[$kinds]";
}

foreach ([ArrayObject::class, ArrayIterator::class, RecursiveArrayIterator::class] as $class) {
    $array = [1, 2, 3];
    foreach ($array as &$element) {}
    unset($element);
    next($array);
    $object = new $class($array);
    $array[] = 4;
    echo $class, ' ', refers($array), ' ', refers($object->getArrayCopy()), ' ';
    $copy = $object->getArrayCopy();
    echo current($copy), ' ', json_encode($object), "\n";
}

$array = [1, 2];
array_walk($array, function (&$element) {});
$object = new ArrayObject();
$object->exchangeArray($array);
$array[] = 3;
echo refers($array), ' ', refers($object->getArrayCopy()), "\n";

foreach (new RecursiveIteratorIterator(new RecursiveArrayIterator($array)) as $key => $value) {
    if ($key < 2) { $array[] = 9; }
}
echo refers($array), "\n";
