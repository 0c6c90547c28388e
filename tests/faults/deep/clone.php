<?php
class A{public $b;
function __clone(){ $x=clone new A;
}} clone new A;
