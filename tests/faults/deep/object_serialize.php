<?php
$a=null;
for($i=0;$i<200000;$i++){ $b=new stdClass;
$b->n=$a;
$a=$b;
} echo strlen(serialize($a));
