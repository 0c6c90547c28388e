<?php
function f(){ register_shutdown_function("f");
static $n=0;
if(++$n>100000) exit;
} f();
