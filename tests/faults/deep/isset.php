<?php
class A{function __isset($n){ return isset((new A)->x);
}} isset((new A)->x);
