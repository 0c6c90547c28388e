<?php
// Properties that no class declares are read, written, stepped and gone into like others, whatever
// else the class has; copies made of the object before stay as they were.
set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});

#[AllowDynamicProperties]
class Half
{
    private $hidden = 'h';
    protected $kept = 'k';
    public int $count = 0;

    public function inside(): string
    {
        return json_encode([$this->own ?? null, $this->hidden, $this->kept, $this->{'7'} ?? null]);
    }
}
#[AllowDynamicProperties]
class Magic
{
    public function __get($name)
    {
        echo "get $name ";
        return null;
    }

    public function __set($name, $value)
    {
        echo "set $name ";
        $this->$name = $value;
    }

    public function __isset($name)
    {
        echo "isset $name ";
        return true;
    }
}
class Typed
{
    public int $int = 1;
}

function work(object $o): void
{
    for ($i = 0; $i < 3; $i++) {
        $o->own = $i;
        $o->own++;
        ++$o->own;
        $o->own += 1.5;
        $o->own -= 1;
        $o->{'7'} = "s$i";
        $o->{'7'} .= 't';
        $o->list[] = $o->own;
        $o->list['x']['y'] = $i;
        $o->list['x']['y'] += 5;
        $before = clone $o;
        $array = (array) $o;
        $o->list['x']['y']++;
        $o->child ??= new stdClass;
        $o->child->deep['a'][] = $i;
        $o->child->deep['b'] ??= 0;
        $o->child->deep['b']--;
        $name = "name$i";
        $o->$name = $i;
        $o->$name .= $o->child->deep['a'][$i];
        unset($o->$name);
        echo json_encode([$o, $before->list, $array['list'] ?? null, isset($o->own, $o->list['x']), isset($o->none), empty($o->own)]), "\n";
    }
    $place = &$o->own;
    $copy = $o->own;
    $o->own = 'by name';
    $place .= ' and reference';
    $o->own .= '!';
    echo json_encode([$o->own, $copy, $place]), "\n";
    $typed = new Typed;
    $o->bound = &$typed->int;
    $o->bound++;
    $o->bound += 2;
    try {
        $o->bound = 'no int';
    } catch (TypeError $e) {
        echo $e->getMessage(), ' ';
    }
    try {
        $o->bound .= 'x';
    } catch (TypeError $e) {
        echo $e->getMessage(), ' ';
    }
    echo $typed->int, "\n";
    $o->full = PHP_INT_MAX;
    $o->full++;
    var_dump($o->full);
    $o->text = 'z';
    $o->text++;
    echo $o->text, ' ', $o->none ?? 'nothing', ' ', $o->none, "\n";
    try {
        $o->own %= 0;
    } catch (Throwable $e) {
        echo get_class($e), ' ', $e->getMessage(), "\n";
    }
}
work(new stdClass);
work($half = new Half);
echo $half->inside(), "\n";
foreach (['hidden', 'kept'] as $name) {
    try {
        $half->$name = 1;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$magic = new Magic;
for ($i = 0; $i < 2; $i++) {
    $magic->own = $i;
    $magic->own++;
    echo $magic->own, ' ', $magic->none, isset($magic->own), isset($magic->none), "\n";
    unset($magic->own);
}
$o = json_decode('{"a":{"b":[1,2,{"c":3}]},"5":6,"":7}');
for ($i = 0; $i < 3; $i++) {
    $o->a->b[2]->c += $i;
    $o->{'5'}++;
    $o->{''} = $i;
    echo $o->a->b[2]->c, $o->{'5'}, $o->{''}, count($o->a->b), "\n";
}
$shared = new stdClass;
$shared->list = [1];
$view = $shared->list;
foreach ($shared as $name => $value) {
    $shared->list[] = 2;
    $shared->more[] = $name;
    if (count($shared->list) > 4) {
        unset($shared->list);
    }
}
echo json_encode([$shared, $view]), "\n";
