<?php
// Loops by reference over what changes under them, and locals that are references already.
function show(string $name, array $array): void
{
    echo $name, ' ', json_encode($array), "\n";
}
function doubled(array $array): array
{
    foreach ($array as $key => &$value) {
        $value = $value * 2 + (is_int($key) ? 0 : 1);
    }
    return $array;
}
show('doubled', doubled([1, 2, 'a' => 3, 10 => 4]));
show('empty', doubled([]));
function grows(): array
{
    $array = [1, 2];
    foreach ($array as &$value) {
        if (count($array) < 6) {
            $array[] = $value * 10;
        }
    }
    unset($value);
    return $array;
}
show('grows', grows());
function shrinks(): array
{
    $array = range(1, 6);
    $seen = [];
    foreach ($array as $at => &$value) {
        $seen[] = $value;
        unset($array[$at + 1]);
    }
    return $seen;
}
show('shrinks', shrinks());
function shared(): array
{
    $array = [1, 2, 3];
    $copy = $array;
    foreach ($array as &$value) {
        $value++;
        $copy[] = $value;
    }
    return [$array, $copy];
}
show('shared', shared());
function key_is_reference(): array
{
    $log = [];
    $key = &$log['key'];
    $array = ['x' => 1, 'y' => 2];
    foreach ($array as $key => &$value) {
        $value = $log['key'] . $value;
    }
    return [$array, $log];
}
show('key', key_is_reference());
function becomes_other(): array
{
    $array = [1, 2, 3];
    $seen = [];
    foreach ($array as &$value) {
        $seen[] = $value;
        if ($value === 2) {
            $array = ['a' => 7, 'b' => 8];
        }
    }
    return [$seen, $array];
}
show('other', becomes_other());
function no_array(): void
{
    $array = [1, 2];
    foreach ($array as &$value) {
        echo $value, "\n";
        $other = &$array;
        $other = 'text';
    }
}
no_array();
class Loud
{
    public function __construct(private string $name) {}
    public function __destruct()
    {
        echo "gone $this->name\n";
    }
}
function destructs(): void
{
    $array = [new Loud('a'), new Loud('b')];
    $value = new Loud('first');
    foreach ($array as &$value) {
        echo "step\n";
        $value = null;
    }
    echo "end\n";
}
destructs();
function itself(): array
{
    $array = [[1, 2], [3, 4]];
    foreach ($array as &$array) {
        $array[] = 5;
        break;
    }
    return $array;
}
show('itself', itself());
function nested(): array
{
    $rows = [[1, 2], [3, 4]];
    foreach ($rows as &$row) {
        foreach ($row as $at => &$cell) {
            if ($cell === 3) {
                continue 2;
            }
            $cell = [$at => $cell];
        }
        unset($cell);
    }
    unset($row);
    return $rows;
}
show('nested', nested());
$total = 0;
$list = range(1, 50);
for ($round = 0; $round < 40; $round++) {
    foreach ($list as $at => &$item) {
        $item = $item + $at & 0xff;
        $total += $item;
    }
    unset($item);
}
echo $total, "\n";
