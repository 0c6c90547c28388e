<?php
// An element is a reference to the variable that has the array: what is assigned to it takes the
// array's place, which is gone then.
function once()
{
    $a = [];
    $a[] = &$a;
    $a[0] = 1;
    var_dump($a);
    $a = [];
    $a['k'] = &$a;
    $a['k'] = 'text';
    var_dump($a);
    $a = ['k' => ['l' => 1]];
    $a['k']['l'] = &$a;
    $a['k']['l'] = [2];
    var_dump($a);
    $a = [1, 2, 'k' => 3];
    $a[1] = &$a;
    echo ($a[1] = 5), "\n";
    var_dump($a);
    $a = [1, 2];
    $a[1] = &$a;
    $a[1] .= 'x';
    var_dump($a);
    $a = [1, 2];
    $a[1] = &$a;
    $a[1] = null;
    var_dump($a);
}

for ($i = 0; $i < 3; $i++) {
    once();
}
