<?php
function f() {
    $a = [1 => '', 'k' => [], 7];
    $b = [];
    $x = &$a[0];
    for ($i = 0; $i < 3; $i++) {
        $a[] = $i;
    }
    foreach ($a as $k => $b[]) {
        echo $k, ' ';
    }
    $x = 'changed';
    return $b;
}
echo serialize(f());
