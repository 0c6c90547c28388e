<?php
// Loops over the properties of an object that are made, unset and made again meanwhile; many of them
// take no more time than an array's elements.
set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});

#[AllowDynamicProperties]
class Holder
{
    public $a = 1;
    protected $b = 2;
    private $c = 3;
    public int $unset;
    public static $shared = 4;
    public string $hooked { get => 'hook'; }

    public function all(): void
    {
        foreach ($this as $name => $value) {
            echo "$name=", json_encode($value), ' ';
        }
        echo "\n";
    }
}
class Heir extends Holder
{
    private $c = 'own';
    public $d;

    public function own(): void
    {
        foreach ($this as $name => $value) {
            echo "$name=", json_encode($value), ' ';
        }
        echo "\n";
    }
}

function all(object $o): void
{
    foreach ($o as $name => $value) {
        echo "$name=", json_encode($value), ' ';
    }
    echo "\n";
}

$o = new Heir;
$o->e = 5;
$o->{'7'} = 7;
$o->shared = 'dynamic';
all($o);
$o->all();
$o->own();

$o = new stdClass;
$o->a = 1;
$o->b = 2;
$o->c = 3;
foreach ($o as $name => $value) {
    echo "$name=$value ";
    if ($name === 'a') {
        unset($o->b);
        $o->d = 4;
    }
    if ($name === 'd') {
        $o->e = 5;
        $o->f = 6;
        unset($o->e);
    }
    if ($value === 6) {
        $o->e = 7;
    }
}
echo "\n";
foreach ($o as $name => &$value) {
    $value *= 10;
    if ($name === 'c') {
        $o->g = 8;
    }
}
unset($value);
all($o);

$o = new stdClass;
for ($i = 0; $i < 5_000; $i++) {
    $o->{"p$i"} = $i;
}
$sum = 0;
foreach ($o as $name => $value) {
    $sum += $value;
}
foreach ($o as $name => &$place) {
    $place++;
}
unset($place);
foreach ($o as $value) {
    $sum -= $value;
}
echo $sum, "\n";
$o = new stdClass;
$o->p0 = 0;
foreach ($o as $value) {
    if ($value < 300) {
        $o->{'p' . $value + 1} = $value + 1;
    }
}
echo $value, "\n";
