<?php
// What an operator gives on an element, a variable or a property that a typed property shares is what
// was stored: of the property's type.

class Typed
{
    public int $i = 3;
    public ?string $s = 'text';
    public float $f = 1.5;
    public static $shared;
}

$o = new Typed;
$list = [&$o->i, 'deep' => [&$o->f], 's' => &$o->s];
var_dump($list[0] .= 0, $list[0] += 1.0, $list[0] -= '2', $list[0] |= 1.0, $list[0] ??= 5, $list[0]++, --$list[0]);
var_dump($list['deep'][0] += 1, $list['deep'][0] .= '5', $list['deep'][0]++, ++$list['deep'][0]);
var_dump($list['s'] .= 'more', $list['s'] = 5, $list['s'] += 2);
$alias = &$o->i;
var_dump($alias .= 0, $alias += 2.0, $alias *= '2', $alias = '7', $alias--);
Typed::$shared = &$o->i;
var_dump(Typed::$shared .= 1, Typed::$shared += 1.0);
$other = new stdClass;
$other->p = &$o->i;
var_dump($other->p .= 1, $other->p += 1.0);
try {
    var_dump($list[0] .= 'x');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
var_dump($o);
