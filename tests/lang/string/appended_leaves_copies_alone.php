<?php
// `.=` in place, wherever the string is, leaves copies alone.
class P { public $u = 'u'; public string $t = 't'; public int|string $m = 'm'; public static $s = 's'; public readonly string $r; private(set) string $v = 'v'; public $o;
    function __construct() { $this->r = 'r'; } }
class G { private $d = ['x' => 'g']; function __get($n) { echo "get $n\n"; return $this->d[$n]; } function __set($n, $v) { echo "set $n $v\n"; $this->d[$n] = $v; } }
function show(...$all) { echo json_encode($all), "\n"; }
function local() { $a = 'lit'; $b = $a; $a .= 'x'; $c = $a; $a .= $a; show($a, $b, $c); }
local(); local();
function by_ref(&$s) { $old = $s; $s .= 'y'; $s .= $s; return $old; }
$s = 'x'; $copy = $s; show(by_ref($s), $s, $copy);
$int = 5; $ref = &$int; $ref .= 'a'; show($int, $ref); $null = null; $ref2 = &$null; $ref2 .= 'b'; show($null);
function in_static() { static $s = 'st'; $old = $s; $s .= '!'; return [$old, $s]; }
show(in_static(), in_static());
function of_global() { global $g; $old = $g; $g .= 'g'; $GLOBALS['g'] .= 'G'; $GLOBALS['new'] = 'n'; $GLOBALS['new'] .= 'N'; return [$old, $g]; }
$g = 'a'; $h = $g; show(of_global(), of_global(), $h, $new);
$name = 'named'; $$name = 'q'; $q2 = $$name; $$name .= 'Q'; show($named, $q2);
$p = new P; $u = $p->u; $p->u .= 'U'; $p->t .= 'T'; $p->m .= 'M'; P::$s .= 'S'; $p->o = new stdClass; $p->o->dyn = 'd'; $d = $p->o->dyn; $p->o->dyn .= 'D'; show($p, $u, P::$s, $d);
foreach (['r', 'v', 'none'] as $n) { try { $p->$n .= 'x'; show($p->$n); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
$x = &$p->t; $x .= 'via'; $p->t .= 'more'; show($p->t, $x); unset($x);
$x = &$p->m; $x .= 1; show($p->m); unset($x);
$o = new stdClass; $o->{'1'} = 'one'; $o->{'a b'} = 's'; $all = (array) $o; $o->{'1'} .= '!'; $o->{'a b'} .= '!'; show($o, $all);
$k = clone $o; $o->{'1'} .= '?'; show($o, $k);
$g2 = new G; $g2->x .= 'z'; $g2->x .= 'w'; show($g2->x);
$a = ['s' => 'e', 'n' => ['t' => 'i']]; $b = $a; $a['s'] .= 'E'; $a['n']['t'] .= 'I'; show($a, $b);
$e = &$a['s']; $f = $a; $a['s'] .= '2'; show($a, $f, $e);
$ao = new ArrayObject(['k' => 'v']); $ao['k'] .= 'V'; show($ao['k']);
$str = 'abc'; $y = $str; try { $str[0] .= 'x'; } catch (Error $e) { echo $e->getMessage(), "\n"; } show($str, $y);
$l = [['a'], 'b']; [[&$in], $b2] = $l; $in .= 'N'; $b2 .= 'M'; show($l, $in, $b2);
function gen() { $s = 'g'; while (true) { $got = yield $s; $s .= $got; } } $gen = gen(); show($gen->current(), $gen->send('1'), $gen->send('2'));
$fn = function () use (&$s) { $s .= 'c'; return $s; }; show($fn(), $fn(), $s);
$w = 'w'; $v = fn() => $w .= 'x'; show($v(), $v(), $w);
$big = str_repeat('ab', 1000); $keep = $big; for ($i = 0; $i < 100; $i++) { $big .= $i; if ($i == 50) $half = $big; } show(md5($big), md5($keep), strlen($half));
class S { public $s = ''; function __toString() { global $t; $t->s .= '[in]'; return 'S'; } } $t = new S; $t->s .= $t; show($t->s); $t->s .= "$t"; show($t->s);
