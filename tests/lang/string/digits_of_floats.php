<?php
// Few digits are the same however they are found, but not where floats have no more of them.
$floats = [0.1, 1.5e-5, 0.0001, 1e15, 123456789012345.6, 999999999999999.0, 1.7e-319, 5e-324, 1e-308, 2.2250738585072014e-308];
foreach ([...$floats, 1e100, -1e22, -0.0, 4503599627370497.5, 100000.0, 1.0E+25, 0.1 + 0.2] as $float) {
    echo $float, ' ', var_export($float, true), ' ', serialize($float), ' ', json_encode($float), "\n";
    printf("%.3G %g %e\n", $float, $float, $float);
}
