<?php
class A{function __get($n){ return (new A)->x;
}} (new A)->x;
