<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
var_dump(json_decode(str_repeat("[",200000)));
var_dump(json_decode(str_repeat("[",200000).str_repeat("]",200000),true,PHP_INT_MAX) !== null);
