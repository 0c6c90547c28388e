<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
echo count($a,1);
