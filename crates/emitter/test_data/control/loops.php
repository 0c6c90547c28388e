<?php
function f($n) {
    for ($i = 0, $j = 1; $i < $n; $i++) {
        if ($i == 3) continue;
        while ($j) { if ($j-- == 2) break 2; }
    }
    do { $n--; } while ($n > 0);
    for (;;) { break; }
    if ($a) { return 1; } elseif ($b && ($c || !$d)) { return 2; } else { return 3; }
}
again:
goto again;
