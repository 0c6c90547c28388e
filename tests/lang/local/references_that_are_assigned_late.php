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

// What was held for a path that failed is held no more.
function failing()
{
    $a = 5;
    try {
        $a['k'] = ($b = &$a);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    switch (same($e)::class) {
        case 'none':
    }
    match (true) {
        $a == 6 => 1,
        default => 2,
    };
    return $a;
}
function returning($x)
{
    for ($i = 0; $i < 2; $i++) {
        try {
            try {
                if ($i == 0) {
                    return ($y = &$x);
                }
                return 'second';
            } finally {
                if ($i == 0) throw new Exception;
                echo $x, ' ';
            }
        } catch (Exception) {
        }
    }
}
var_dump(failing(), returning('first'));
class Mortal
{
    public function &me() { $me = $this; return $me; }
    public function __destruct() { echo '<destruct>'; }
}
function dropped()
{
    $scalar = 5;
    try {
        $scalar[0] = (new Mortal)->me();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    echo "after\n";
}
dropped();
