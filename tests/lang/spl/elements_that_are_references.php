<?php
// What is written to an ArrayObject takes the place of a reference.
class Props
{
    public $p = 1;
    public $q = 2;
}
foreach (['ArrayObject', 'ArrayIterator'] as $class) {
    $x = 1;
    $a = ['k' => &$x, &$x, &$x];
    $s = new $class($a);
    $s[0] = 2;
    $s['k'] = 3;
    $s->offsetSet(1, 4);
    $s[] = 5;
    echo json_encode([$x, $a, $s->getArrayCopy()]), "\n";
    $o = new Props;
    [$y, $z] = [6, 7];
    $o->p = &$y;
    $s = new $class($o);
    $s['p'] = 8;
    $o->q = &$z;
    $s['q'] = 9;
    echo json_encode([$y, $z, $o]), "\n";
}
