<?php
class A{function __unset($n){ $a=new A;
unset($a->x);
}} $a=new A;
unset($a->x);
