<?php
$a=null;
for($i=0;$i<200000;$i++){ $b=new stdClass;
$b->n=$a;
$a=$b;
} $c=clone $a;
$c->n=clone $c->n;
var_dump($c==$a);
