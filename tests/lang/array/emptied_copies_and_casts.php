<?php
// A copy of an array without elements is a list or a hash as soon as something is stored in it, also when
// that is taken out again.

$a = [1, 2];
unset($a[0], $a[1]);
$b = array_replace($a, $a);
$b[3] = 'stored';
unset($b[3]);
$c = (array) (object) $b;
$b[] = 'next';
$c[] = 'next';
echo json_encode([$b, $c]), "\n";

$d = $a;
$d['k'] = 'stored';
$d[7] = 'stored';
unset($d['k'], $d[7]);
$c = (array) (object) $d;
$c[] = 'next';
echo json_encode($c), "\n";
