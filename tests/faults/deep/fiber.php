<?php
function f($n){ $x=new Fiber(fn()=>f($n+1));
$x->start();
} f(0);
