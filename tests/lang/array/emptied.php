<?php
// What arrays remember when they have no elements: the next free key, holes, references.

function keys(array $array): string { return json_encode(array_keys($array)); }
function f()
{
    $x = 5;
    // The list of keys of nothing is what was given.
    $a = [$x, $x]; unset($a[0], $a[1]); $b = array_keys($a); $b[] = 1; echo keys($b), "\n";
    $a = [4 => $x]; array_pop($a); $b = array_keys($a, 2); $b[] = 1; echo keys($b), "\n";
    // Sorting nothing makes a list a hash.
    foreach (['sort', 'rsort', 'asort', 'ksort'] as $sort) {
        $a = [$x, $x, 0];
        for ($i = 0; $i < 3; $i++) unset($a[$i]);
        $sort($a);
        $a[0] = 1; $a[] = 2;
        echo keys($a), "\n";
    }
    // A sum is a copy.
    $a = ['a' => $x, 'b' => $x]; $a[7] = 0;
    for ($i = 0; $i < 3; $i++) array_pop($a);
    $a = $a + $a; $a[3] = 1; $a[] = 2; echo keys($a), "\n";
    $a = [1, 2, 3]; [&$r] = $a; unset($r); $b = $a + $a; $b[0] = 9; echo json_encode($a), "\n";
    // An object keeps the next free key of a hash.
    $a = ['k' => 1, 5 => 1]; unset($a['k'], $a[5]); $b = (array) (object) $a; $b[] = 1; echo keys($b), "\n";
    $a = [$x => []]; $a = array_diff_key($a, $a); $b = $a; unset($b[0]);
    $b = (array) (object) $b; $b[] = 1; echo keys($b), "\n";
    // The first array of array_replace() is copied, its pointer too.
    $a = [5 => 5]; next($a); $b = array_replace($a, []); echo json_encode([key($a), key($b)]), "\n";
    // unset() separates what it does not change.
    $a = [1, 2]; next($a); next($a); $b = $a; unset($b[7][0]); echo json_encode([key($a), key($b)]), "\n";
    // Sorting in place keeps references that the array alone holds; a copy does not.
    $a = [3, 1, 2]; foreach ($a as &$v); unset($v); sort($a); $b = $a; $b[0] = 9; echo json_encode($a), "\n";
    $a = [3, 1, 2]; foreach ($a as &$v); unset($v); $b = $a; sort($b); $b[0] = 9; echo json_encode($a), "\n";
    // array_merge_recursive() gathers nothing of null behind a reference.
    $a = ['' => null]; $r = &$a['']; echo json_encode(array_merge_recursive($a, $a)), "\n";
    $b = ['' => null]; echo json_encode(array_merge_recursive($b, $b)), "\n";
    $a = ['k' => []]; $a['k']['k'] = &$a['k'];
    try { array_merge_recursive($a, $a); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
f();
