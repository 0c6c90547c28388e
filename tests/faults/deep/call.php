<?php
class A{function __call($n,$a){ return (new A)->x();
}} (new A)->x();
