<?php
$a=null;
for($i=0;$i<200000;$i++){ $b=new stdClass;
$b->n=$a;
$a=$b;
} $a->self=$b;
$z=$a;
unset($a,$b,$z);
gc_collect_cycles();
echo "gc";
