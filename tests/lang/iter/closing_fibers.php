<?php
function closing() {
    $fiber = new Fiber(function () {
        try {
            Fiber::suspend();
        } finally {
            foreach (debug_backtrace() as $row) {
                echo $row['function'], isset($row['file']) ? ' in a file' : '', "\n";
            }
            echo (new Exception)->getTraceAsString() === "#0 [internal function]: {closure:closing():3}()\n#1 {main}" ? 'alone' : 'not alone', "\n";
        }
    });
    $fiber->start();
    unset($fiber);
}
closing();
