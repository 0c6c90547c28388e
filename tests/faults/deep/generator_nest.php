<?php
function g($in){ foreach($in as $x) yield $x;
} $g=g([1,2]);
for($i=0;$i<20000;$i++) $g=g($g);
foreach($g as $x) echo $x;
