<?php
// Whole numbers are formatted without a way through floats, also floats that have no fractions.
foreach ([0, 1, 14, 15, 16, -15, 149, 150, -150, 1050, PHP_INT_MAX, PHP_INT_MIN, PHP_INT_MAX - 1, 4503599627370497, 4503599627370495.5, 4503599627370496.0, 9.2233720368547e18,
    9223372036854775807.0, -9223372036854775808.0, 1e19, -0.0, -0.4, 0.5, 1234.5678, INF, -INF, NAN, "1234567", "12.5", "9007199254740993"] as $number) {
    foreach ([0, 2, 5, -1, -2, -5, -18, -19, -20, PHP_INT_MIN] as $decimals) echo number_format($number, $decimals), ' ';
    echo number_format($number, 1, ',', ''), ' ', number_format($number, 3, '', '.'), "\n";
}
foreach (['x', '1x', null, true, [], new stdClass] as $wrong) {
    try {
        var_dump(@number_format($wrong));
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
echo new ReflectionFunction('number_format');
