<?php
// `isset()`, `empty()` and `??` of properties that are not there, by fixed and by variable names.

class Plain { public $p = 1; public ?int $typed; private $hidden = 2; protected static $s = 3; public function inside($n) { return [isset($this->$n), $this->$n ?? 'none', empty($this->$n)]; } }
class Asked extends Plain { public function __isset($n) { echo "isset($n) "; return $n === 'yes'; } public function __get($n) { echo "get($n) "; return "value of $n"; } }
class Hooked { public $h { get => 'hook'; } public $v { set => $this->v = $value; } }
class Getting { public function __get($n) { echo "get($n) "; return $n; } }
function ask($o, $n)
{
    return [isset($o->$n), $o->$n ?? 'none', empty($o->$n), isset($o->{$n . ''}), isset($o->$n->deep), $o->$n->deep ?? 'no', isset($o->none), $o->none ?? 'none', isset($o->none->deep), isset($o->none[$n]), $o->none[$n]['x'] ?? 'nothing'];
}
$own = new stdClass;
$own->p = null;
$own->{'12'} = 'twelve';
$lazy = (new ReflectionClass(Plain::class))->newLazyGhost(function ($o) { echo 'initialised '; });
for ($turn = 0; $turn < 2; $turn++) {
    foreach ([new Plain, new Asked, new Hooked, new Getting, $own, new ArrayObject(['p' => 1], ArrayObject::ARRAY_AS_PROPS), $lazy, fn() => 1, null, 5, 'text', [1]] as $o) {
        foreach (['p', 'typed', 'hidden', 's', 'none', 'yes', '12', 'h'] as $n) {
            echo json_encode(ask($o, $n)), "\n";
        }
        if ($o instanceof Plain) { echo json_encode([$o->inside('hidden'), $o->inside('none'), $o->inside('typed')]), "\n"; }
    }
    $o = new Plain;
    unset($o->p);
    echo json_encode(ask($o, 'p')), "\n";
}
