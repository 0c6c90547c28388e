<?php
// A loop over properties goes on at its place while they come and go, in copies of the object's own
// properties too; several loops over one object have places of their own.
#[AllowDynamicProperties]
class Half
{
    public $a = 1;
    protected $b = 2;
    private $c = 3;
    public $d = 4;

    public function all(): string
    {
        $seen = '';
        foreach ($this as $name => $value) {
            $seen .= "$name=$value ";
        }
        return $seen;
    }
}
class Heir extends Half
{
    public $b = 'b';
    private $c = 'own';

    public function own(): string
    {
        $seen = '';
        foreach ($this as $name => $value) {
            $seen .= "$name=$value ";
        }
        return $seen;
    }
}
foreach ([new Half, new Heir] as $o) {
    $o->x = 'x';
    foreach ($o as $name => $value) {
        echo "$name=$value ";
    }
    echo "\n", $o->all(), "\n", $o instanceof Heir ? $o->own() : '', "\n";
}

function filled(int $count): stdClass
{
    $o = new stdClass;
    for ($i = 0; $i < $count; $i++) {
        $o->{"p$i"} = $i;
    }
    return $o;
}
// Removed before and behind the place, and made again.
$o = filled(10);
foreach ($o as $name => $value) {
    echo "$name ";
    unset($o->{'p' . $value - 1}, $o->{'p' . $value + 2});
    if ($value === 4) {
        $o->p0 = 20;
        $o->p4 = 21;
    }
}
echo json_encode($o), "\n";
// So many that the places of all change.
$o = filled(8);
$count = 0;
foreach ($o as $name => $value) {
    if (++$count > 40) {
        break;
    }
    unset($o->$name);
    $o->{"n$count"} = $count;
    $o->{"m$count"} = -$count;
    echo "$name ";
}
echo count((array) $o), "\n";
// Copies, by which the array of them is shared.
$o = filled(5);
$copies = [];
foreach ($o as $name => $value) {
    $copies[] = (array) $o;
    $o->{"more$value"} = 1;
    unset($o->p3);
    if (count($copies) > 6) {
        break;
    }
}
echo implode(' ', array_map('count', $copies)), ' ', $name, "\n";
// Within each other.
$o = filled(4);
foreach ($o as $one => $v) {
    foreach ($o as $other => $w) {
        if ($one === 'p1') {
            unset($o->p2);
        }
        if ($other === 'p3') {
            continue 2;
        }
        echo "$one$other ";
    }
}
echo "\n";
function outer(object $o): iterable
{
    foreach ($o as $name => $value) {
        yield $name => $value;
    }
}
$both = [outer($o), outer($o)];
echo $both[0]->key(), $both[1]->key();
$both[0]->next();
unset($o->p1, $both[1]);
$both[0]->next();
echo $both[0]->key(), "\n";
try {
    foreach ($o as $value) {
        foreach ($o as $other) {
            throw new Exception('left');
        }
    }
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
// What becomes a reference, and what is without a value.
$o = filled(3);
$r = &$o->p1;
foreach ($o as $name => $value) {
    $r = 'changed';
    $value .= '!';
    echo "$name=$value ";
}
echo json_encode($o), "\n";
$h = new Half;
unset($h->a);
foreach ($h as $name => $value) {
    if ($name === 'd') {
        $h->a = 'late';
        $h->e = 'added';
    }
    echo "$name=$value ";
}
echo "\n";
foreach (new stdClass as $value) {
    echo 'never';
}
[$k, $h->d] = [0, 5];
foreach ($h as $h->d => $k) {
    echo $k, ' ';
}
echo $h->d, "\n";
