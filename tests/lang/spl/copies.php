<?php
// A copy of an iterator goes through what the other goes through.

$one = new ArrayIterator([1, 2, 3]);
$one->next();
$copy = clone $one;
var_dump($copy->current(), $copy->key());
$copy[] = 9;
$copy->next();
var_dump(count($one), count($copy), $copy->current(), $one->current());
echo serialize($one), "\n", serialize($copy), "\n";
var_dump($copy);

$object = new ArrayObject([1]);
$copy = clone $object;
$copy[] = 2;
var_dump(count($object), count($copy));

class Copied extends ArrayObject
{
    public function __clone()
    {
        try {
            parent::__clone();
        } catch (Error $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
$copy = clone new Copied([1]);
var_dump(count($copy));

$map = new WeakMap;
$key = new stdClass;
$map[$key] = 1;
$copy = clone $map;
$copy[$key] = 2;
var_dump($map[$key], $copy[$key]);

$hash = hash_init('md5');
hash_update($hash, 'a');
$copy = clone $hash;
hash_update($copy, 'b');
var_dump(hash_final($hash), hash_final($copy));
try {
    clone $hash;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

foreach (['/tmp', '/', 'a/', '/a/b/', 'a', ''] as $path) {
    $info = new SplFileInfo($path);
    var_dump($info->getFilename(), $info->getPath());
}
