<?php
function set($name) { $$name = 1; return isset($b) . isset($$name) . (isset(${'a'}) ? 'a' : '-'); }
$closure = function ($name) { $$name = 1; return isset($b) . isset($$name) . (isset(${'a'}) ? 'a' : '-'); };
foreach (['a', 'b', 'c', 'd'] as $name) {
    echo set($name), ' ', $closure($name), "\n";
}
