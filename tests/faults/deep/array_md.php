<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
echo md5(serialize($a));
