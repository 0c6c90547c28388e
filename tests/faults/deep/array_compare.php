<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
$b=unserialize(serialize([1]));
var_dump($a==$a);
$c=$a;
$c[1]=1;
var_dump($c==$a);
