<?php
class A{static function __callStatic($n,$a){ return A::x();
}} A::x();
