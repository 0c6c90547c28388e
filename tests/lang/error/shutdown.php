<?php
register_shutdown_function(function($a, $b) {
    echo "one $a $b\n";
    register_shutdown_function(function() { echo "three\n"; echo $undefined; });
    nope();
}, 1, 2);
register_shutdown_function(function() { echo "two\n"; });
set_exception_handler(function($e) { echo "handled\n"; });
intdiv(1, 0);
