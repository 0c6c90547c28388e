<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
@unserialize(str_repeat("a:1:{i:0;",200000));
echo 1;
