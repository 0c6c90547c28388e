<?php
$f=fn()=>1;
for($i=0;$i<500000;$i++) $f=fn()=>$f;
unset($f);
echo "ok";
