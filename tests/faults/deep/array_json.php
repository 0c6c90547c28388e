<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
var_dump(json_encode($a));
var_dump(json_encode($a,0,PHP_INT_MAX)===false);
