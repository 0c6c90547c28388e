<?php
// What an assignment by reference gives is read when it is stored, and when `finally` blocks are done.
$a = ['k' => 5];
$b = &$a;
set_error_handler(function ($level, $message) use (&$i) {
    echo "<! $message>";
    $i = 'changed';
    return true;
});
class Place implements ArrayAccess
{
    public function offsetExists($key): bool { return true; }
    public function offsetGet($key): mixed { global $i; $i = "got $key"; return $this; }
    public function offsetSet($key, $value): void { echo json_encode([$key, $value]), "\n"; }
    public function offsetUnset($key): void {}
}
$place = new Place;
$i = 1;
$place['outer']['inner'] = ($j = &$i);
unset($j);
$i = 2;
var_dump($place['outer']['inner'] = (['k' => &$i] = $a));
$list = [];
$i = 3;
$list[$undefined]['x'] = ($j = &$i);
echo json_encode($list), "\n";

function &same(&$value) { return $value; }
function late(array $array)
{
    try {
        return same($array['k']);
    } finally {
        $array['k'] = 'late';
    }
}
function checked(array $array): int
{
    try {
        return same($array['k']);
    } finally {
        $array['k'] = 7;
    }
}
var_dump(late(['k' => 1]), checked(['k' => 1]));
