<?php
$a=null;
for($i=0;$i<300000;$i++){ $b=new stdClass;
$b->n=$a;
$a=$b;
} unset($a,$b);
echo "freed";
