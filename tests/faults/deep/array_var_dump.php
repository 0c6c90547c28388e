<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
ob_start();
var_dump($a);
ob_end_clean();
