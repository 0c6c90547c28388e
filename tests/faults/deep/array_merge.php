<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
array_merge_recursive($a,$a);
