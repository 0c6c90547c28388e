<?php
$outer = new IteratorIterator(new ArrayIterator([1, 2]));
var_dump(method_exists($outer, 'offsetGet'), method_exists($outer, 'absent'), method_exists($outer, 'current'));
var_dump(method_exists('IteratorIterator', 'offsetGet'));
var_dump($outer->offsetGet(1));
$limited = new LimitIterator(new IteratorIterator(new ArrayIterator([3])), 0, 1);
var_dump(method_exists($limited, 'count'), $limited->count());
