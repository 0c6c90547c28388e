<?php
class A{function f($n){return $n==0?0:1+$this->f($n-1);
}} echo (new A)->f(200000);
