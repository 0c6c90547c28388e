<?php
set_error_handler(function($l,$m){ echo "  W:$m\n"; return true;});
function t($f){ try { var_dump($f()); } catch (Throwable $e) { echo get_class($e),': ',$e->getMessage(),"\n"; } }
$k='x'; $s='abc';
t(fn()=>$s['x']); t(fn()=>$s[$k]); t(fn()=>"abc"["x"]); t(fn()=>$s['1x']); t(function() use($s){ $s['x']='y'; }); t(function() use($s,$k){ $s[$k]='y'; return $s;});
t(function() use($s,$k){ $s['1x']='y'; return $s;}); t(function() use($s,$k){ $s[1.7]='y'; return $s;}); t(function() use($s,$k){ $s[null]='y'; return $s;}); t(function() use($s,$k){ $s[[]]='y'; return $s;});
t(function() use($s,$k){ [$a]=$s; return $a;}); t(function() use($s,$k){ ['x'=>$a]=$s; return $a;}); t(function() use($s,$k){ [1.5=>$a]=$s; return $a;});
t(fn()=>$s[[]]); t(fn()=>$s[new stdClass]); t(fn()=>$s[1.7]); t(fn()=>$s[null]); t(fn()=>$s[[]] ?? 1); t(fn()=>isset($s[[]])); t(fn()=>isset($s['x']));t(fn()=>$s[1.7] ?? 1);t(fn()=>$s['1x'] ?? 1);
$x=1; t(fn()=>[$x => $x=5]); t(fn()=>[$x, $x++, $x]); t(function(){ $i=1; return [$i => $i++, $i=>$i++];});
t(function(){ $e=''; $e[]='a'; return $e; });  t(function(){ $e=''; $e['x']='a'; return $e; }); t(function(){ $e=''; $e[2]='a'; return $e; }); t(function(){ $e=''; $e[2][3]='a'; return $e; });
t(function(){ $e='abc'; $e[0][0]='a'; return $e; });  t(function(){ $e='abc'; $e[0]->x='a'; return $e; }); t(function(){ $e='abc'; $e['x']->x='a'; return $e; });t(function(){ $e='abc'; $e[0].='a'; return $e; });t(function(){ $e='abc'; $e['x'].='a'; return $e; });t(function(){ $e='abc'; $e['x']++; return $e; });t(function(){ $e='abc'; $e['x']??=1; return $e; });
t(function(){ $e='abc'; unset($e['x']); }); t(function(){ $e='abc'; unset($e['x'][0]); });t(function(){ $e='abc'; unset($e[0][0]); });t(function(){ $e='abc'; unset($e[0]->x); });t(function(){ $e='abc'; unset($e[0]->x->y); });t(function(){ $e='abc'; unset($e[[]]); });
t(function(){ $e='abc'; $r=&$e['x']; });t(function(){ $e='abc'; $r=&$e[]; });t(function(){ $e='abc'; $r=&$e[1.5]; });
t(function(){ $e=false; unset($e[0]); });t(function(){ $e=false; unset($e[0][1]); });t(function(){ $e=[false]; unset($e[0][1]); });t(function(){ $e=5; unset($e[0][1]); });t(function(){ $e=5; unset($e[0]); });t(function(){ $e=null; unset($e[1.5][1]); });t(function(){ $e=null; unset($e[1.5]); });t(function(){ $e=[]; unset($e[1.5]); });
t(function(){ $e=5; $e[1.5]=1; });t(function(){ $e=5; $e[]=1; });t(function(){ $e=5; $e[1.5][1]=1; });t(function(){ $e=5; $e[1.5].=1; });t(function(){ $e=5; $e[[]]=1; });t(function(){ $e=5; $r=&$e[1.5]; });
t(function(){ unset($u[0]); });t(function(){ unset($u[0][1]); });t(function(){ unset($u->a->b); });t(function(){ unset($u[0]->b); });t(function(){ unset($u->b); });
t(function(){ $u[0].=1; });t(function(){ $u[0]++; });t(function(){ $u[0]??=1; });t(function(){ $u[0][1].=1; });t(function(){ $u[0]->x.=1; });t(function(){ $u->x.=1; });t(function(){ $u->x++; });t(function(){ $u->x=1; });t(function(){ $u->x->y=1; });t(function(){ $r=&$u->x; });t(function(){ $u[]=$v; });
t(function(){ foreach($u as $v); });t(function(){ foreach($u as &$v); });t(function(){ foreach(true as &$v); });t(function(){ foreach(true as $v); });t(function(){ $b=false; foreach($b as &$v); });t(function(){ foreach($u->x as &$v); });
$nn=null;$xx='x'; t(fn()=>[...$nn]); t(fn()=>var_dump(...$nn)); t(fn()=>var_dump(...$xx)); t(fn()=>[...$xx]);
