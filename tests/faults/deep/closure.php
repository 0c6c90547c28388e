<?php
$f=function($n) use(&$f){return $n==0?0:1+$f($n-1);
};
echo $f(200000);
