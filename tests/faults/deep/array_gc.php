<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
gc_collect_cycles();
echo "gc";
