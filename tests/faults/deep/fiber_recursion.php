<?php
$f=new Fiber(function(){ function r($n){ return $n==0?0:1+r($n-1);
} echo r(100000);
});
$f->start();
