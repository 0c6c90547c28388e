<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
array_walk_recursive($a,function($x){});
