<?php
class A{static function f($n){return $n==0?0:1+static::f($n-1);
}} echo A::f(200000);
