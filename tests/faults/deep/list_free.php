<?php
$a=null;
for($i=0;$i<600000;$i++) $a=[$a];
unset($a);
echo "freed";
