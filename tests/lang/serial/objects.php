<?php
class P { public $a = 1; protected $b = [2]; private $c = 'c'; public ?P $next = null; public int $typed; }
class Q extends P { private $c = 'q'; public readonly string $ro; function __construct() { $this->ro = 'ro'; } }
class S { public $x = 1; public $skip = 2; private $y = 3; function __sleep() { return ['x', 'y']; } function __wakeup() { echo "wake\n"; } }
class U { public $d; function __serialize(): array { return ['data' => $this->d, 5]; } function __unserialize(array $a): void { echo "un\n"; $this->d = $a; } }
enum E: string { case X = 'x'; case Y = 'y'; }
function show($v) { $s = serialize($v); echo str_replace("\0", '~', $s), "\n"; var_dump(unserialize($s)); }
$q = new Q; $q->next = $q; $q->dyn = 1.5;
show($q);
show(new S); 
$u = new U; $u->d = [1]; show($u);
show([E::X, E::Y, E::X]);
$r = 'ref'; $list = [&$r, &$r, 'k' => $u, $u, [null, true, -1.0, 1e100, NAN, -INF]]; 
show($list);
$back = unserialize(serialize($list)); $back[0] = 'changed'; var_dump($back[1], $back['k'] === $back[1 + 1]);
$o = new stdClass; $o->self = $o; $o->list = [&$o->list2]; show($o);
foreach (['i:1;x', 'a:1:{i:0;x}', 's:3:"ab";', 'b:2;', '', 'i:5', 'E:3:"A:B";', 'E:3:"E:Z";', 'a:-1:{}', 'x', 'O:4:"Nope":1:{s:1:"a";i:1;}', 'r:1;', 'a:1:{i:0;r:5;}', 'd:0.5;', 'N;', 'a:2:{i:0;i:1;i:1;R:2;}', 's:1:"a"', 'O:1:"P":1:{s:5:"typed";s:1:"x";}', 'O:1:"E":0:{}'] as $s)
    try { var_dump(unserialize($s)); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
var_dump(unserialize('a:2:{i:0;O:8:"stdClass":0:{}i:1;O:1:"S":0:{}}', ['allowed_classes' => ['S']]));
foreach ([function() {}, new class {}] as $v) try { serialize($v); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
