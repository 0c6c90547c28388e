<?php
$e=null;
for($i=0;$i<300000;$i++) $e=new Exception("x",0,$e);
echo "made";
unset($e);
echo "freed";
