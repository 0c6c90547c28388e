<?php
class A implements IteratorAggregate{function getIterator():Iterator{ foreach(new A as $x);
return new ArrayIterator([]);
}} foreach(new A as $x);
