<?php
function g($n){ if($n==0) yield 1;
else yield from g($n-1);
} foreach(g(50000) as $x) echo $x;
