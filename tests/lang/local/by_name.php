<?php
$name = "z";
$$name = 5;
echo $z, ${"na" . "me"}, "\n";
function f() {
    $a = 1;
    $n = "a";
    $$n = 2;
    return $a . (isset($$n) ? "set" : "unset");
}
echo f(), "\n";
