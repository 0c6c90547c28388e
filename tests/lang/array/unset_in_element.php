<?php class A implements ArrayAccess { function offsetGet($o): mixed { return 5; } function offsetSet($o,$v): void {} function offsetExists($o): bool {return true;} function offsetUnset($o): void {} }
class B extends A { function offsetGet($o): mixed { return [1]; } }
foreach (['A','B'] as $c) { $a = new $c; try { unset($a[1][2]); } catch (Error $e) { echo $e->getMessage(), "\n"; } try { unset($a[1]->x); } catch (Error $e) { echo $e->getMessage(), "\n"; } }
$b = new ArrayObject([[1,2]]); unset($b[0][1]); var_dump(count($b[0])); $f = SplFixedArray::fromArray([[1,2]]); unset($f[0][1]); var_dump(count($f[0]));
