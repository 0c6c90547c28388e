<?php
class N{public ?N $next=null;
} $h=$t=new N;
for($i=0;$i<300000;$i++){ $n=new N;
$t->next=$n;
$t=$n;
} $h2=clone $h;
unset($h,$t,$n,$h2);
echo "ok";
