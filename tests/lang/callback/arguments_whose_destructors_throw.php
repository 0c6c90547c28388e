<?php
class A { function __destruct() { throw new Exception("d"); } }
function test($func, $skip = null) {
    $n = 0;
    while ($n < 2) {
        try { var_dump($func(new A)); break; }
        catch (Exception $e) { echo $e->getMessage() . "\n"; }
        $n++;
        try { $e = null; } catch (Exception $e) { echo "B"; }
    }
}
test('spl_object_id');
function f() { return function($x) { return 1; }; }
test(function($x) { return 1; });
try { $x = strlen(...); $y = new A; $y = null; echo "no"; } catch (Exception) { echo "yes\n"; }
