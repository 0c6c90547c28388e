<?php
function set($name) { $$name = 1; return isset($b) . isset($$name) . count(get_defined_vars()); }
$closure = function ($name) { $$name = 1; return isset($b) . isset($$name) . count(get_defined_vars()); };
foreach (['a', 'b', 'c', 'd'] as $name) {
    echo set($name), ' ', $closure($name), "\n";
}
