<?php set_error_handler(function($l,$m){ echo "  W:$m\n"; return true;});
function byref(&$x,&$y=null){ $x='r'; $y='s';}
$a=[5,6]; byref(...$a); echo json_encode($a),"\n";
function q() { $a=[5,6]; byref(...$a); echo json_encode($a),"\n"; $o=new stdClass; $o->a=[1]; byref(...$o->a); echo json_encode($o),"\n"; byref(1+1 ? $a[0]:0); }
try { q(); } catch (Error $e) { echo $e->getMessage(),"\n"; }
foreach ([[3,1,2],['x'=>3,'y'=>1,'z'=>2]] as $a) { $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; sort($a); } echo json_encode($a),"\n"; unset($v);}
$a=[3,1,2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; array_shift($a); } echo json_encode($a),"\n"; unset($v);
$a=[3,1,2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; array_unshift($a,9); } echo json_encode($a),"\n"; unset($v);
$a=[3,1,2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; array_splice($a,0,1); } echo json_encode($a),"\n"; unset($v);
$a=[3,1,2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; $a=[1,$k,4]; } echo json_encode($a),"\n"; unset($v);
$a=[3,1,2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; array_pop($a); } echo json_encode($a),"\n"; unset($v);
$a=[3,1,2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; asort($a); } echo json_encode($a),"\n"; unset($v);
$a=['x'=>3,'y'=>1,'z'=>2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; krsort($a); } echo json_encode($a),"\n"; unset($v);
$a=['x'=>3,'y'=>1,'z'=>2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; usort($a,fn($p,$q)=>$p<=>$q); } echo json_encode($a),"\n"; unset($v);
$a=['x'=>3,'y'=>1,'z'=>2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; $a=array_reverse($a); } echo json_encode($a),"\n"; unset($v);
$a=['x'=>3,'y'=>1,'z'=>2]; $n=0; foreach ($a as $k=>&$v) { if ($n++>6) break; echo "$k "; array_shift($a); $a['q']=1; } echo json_encode($a),"\n"; unset($v);
