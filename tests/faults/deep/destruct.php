<?php
class A{public $n;
function __destruct(){ global $k;
$k++;
}} $a=null;
for($i=0;$i<300000;$i++){ $b=new A;
$b->n=$a;
$a=$b;
unset($b);
} unset($a);
echo $k;
