<?php
class A{function __toString():string{ return "x".new A;
}} echo new A;
