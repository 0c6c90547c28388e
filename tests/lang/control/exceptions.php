<?php
function f($n) {
    try {
        if ($n == 1) return 1 % 0;
        if ($n == 2) return 1 << -1;
        return "returned $n";
    } catch (DivisionByZeroError $e) {
        return "division";
    } finally {
        echo "finally $n\n";
    }
}
echo f(0), "\n", f(1), "\n";
try {
    echo f(2), "\n";
} catch (ArithmeticError $e) {
    echo "outside\n";
}
function g() {
    foreach ([1, 2, 3] as $x) {
        try {
            if ($x == 2) return "from loop";
        } finally {
            echo "cleanup $x\n";
        }
    }
}
echo g(), "\n";
