<?php
function g($p){ yield $p;
} $g=null;
for($i=0;$i<300000;$i++){ $n=g($g);
$n->current();
$g=$n;
} unset($g,$n);
echo "ok";
