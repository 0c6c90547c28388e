<?php
class A {
    public $a = 1;
    public function f() { return 1 + ; }
    public function g() { return 2; }
}
class B {}
