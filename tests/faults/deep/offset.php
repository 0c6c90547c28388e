<?php
class A implements ArrayAccess{function offsetGet($o):mixed{ return (new A)[1];
} function offsetSet($o,$v):void{} function offsetExists($o):bool{return true;
} function offsetUnset($o):void{}} (new A)[1];
