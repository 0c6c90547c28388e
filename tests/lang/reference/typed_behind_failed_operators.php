<?php
// A reference that properties with types know gets their zero when the operator fails.
class M { public int $i = 3; public ?string $s = 'x'; public float|string $fs = 1.0; public array $a = []; public static int $st = 5; public int|bool $ib = 1; }
function show(callable $do) { $o = new M; try { $do($o); } catch (Error $e) { do { echo get_class($e), ': ', $e->getMessage(), "\n"; } while ($e = $e->getPrevious()); } echo json_encode($o), "\n"; }
show(function ($o) { $a = [&$o->i]; $a[0] -= []; });
show(function ($o) { $a = [[&$o->i]]; $a[0][0] %= new stdClass; });
show(function ($o) { $r = &$o->i; $o->i *= []; });
show(function ($o) { $r = &$o->i; $o->s = &$r; });
show(function ($o) { $r = &$o->i; $r %= 0; });
show(function ($o) { $r = &$o->i; $r .= new stdClass; });
show(function ($o) { $r = &$o->i; $r .= []; });
show(function ($o) { $r = &$o->s; $r .= new stdClass; });
show(function ($o) { $r = &$o->s; $r -= new stdClass; });
show(function ($o) { $r = &$o->fs; $r **= []; });
show(function ($o) { $r = &$o->a; $r -= 1; });
show(function ($o) { $r = &M::$st; $r -= []; });
echo M::$st, "\n"; M::$st = 5;
show(function ($o) { $r = &M::$st; M::$st -= []; });
echo M::$st, "\n"; M::$st = 5;
show(function ($o) { $r = &M::$st; M::$st <<= -1; });
echo M::$st, "\n";
show(function ($o) { $o->i = 1; $o->ib = &$o->i; $o->ib -= []; });
show(function ($o) { $b = ['k' => &$o->i]; extract($b, EXTR_REFS); $k -= []; });
show(function ($o) { $n = 'v'; $$n = &$o->i; $$n -= []; });
show(function ($o) { $GLOBALS['gg'] = &$o->i; $GLOBALS['gg'] -= []; });
show(function ($o) { set_error_handler(function () { throw new Error('handler'); }); $r = &$o->i; $r += 'x'; });
show(function ($o) { $r = &$o->i; $r += '5x'; });
class Types { public int $i = 3; public ?int $n = 3; public string $s = 's'; public bool $b = true; public float $f = 1.5; public array $a = [1]; public int|string $u = 4; public ?string $ns = 'x'; public mixed $m = 5; public iterable $it = []; public self|null $o = null; public false|int $fi = 7;}
foreach (['i','n','s','b','f','a','u','ns','m','it','o','fi'] as $p) {
  foreach (['-','.', '+', '|','%', '<<', '*', '??','/','**'] as $op) { if ($op == '.' || $op=='??') continue;
$o = new Types; 
$r = &$o->$p;
$v = new stdClass;
try { eval("\$r $op= \$v;"); } catch (Error $e) { echo get_class($e), $e->getMessage(), "\n"; }
echo "$p $op "; var_dump($o->$p);
try { eval("\$r $op= [];"); } catch (Error $e) { echo get_class($e), $e->getMessage(), "\n"; }
echo "$p $op "; var_dump($o->$p);
unset($r);
}}
