<?php
class A
{
    function __set($name, $value) { $a = new A; $a->x = 1; }
}
$a = new A;
$a->x = 1;
