<?php
function take(&$taken) {
    $taken = "written";
}
function look($seen) {
    echo $seen, "\n";
}
function attempt(callable $do): void {
    try {
        $do();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$b = "b";
take($a = &$b);
echo $a, $b, "\n";
look($a = &$b);
$array = ["one", "two"];
take([&$first] = $array);
var_dump($array, $first);
attempt(fn() => take($c = 1));
attempt(fn() => take(strlen("four")));
attempt(fn() => take(count([])));
attempt(fn() => sscanf("12", "%d", intval("3")));
attempt(fn() => take((function () { return func_get_args(); })(1)));
look(strlen("four"));
