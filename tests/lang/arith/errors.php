<?php
try {
    echo 1 % 0;
} catch (DivisionByZeroError $e) {
    echo "caught\n";
}
try {
    echo intdiv(1, 0);
} catch (DivisionByZeroError $e) {
    echo "caught again\n";
}
echo "5 apples" + 1, "\n";
