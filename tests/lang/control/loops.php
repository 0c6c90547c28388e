<?php
for ($i = 0, $j = 10; $i < $j; $i++, $j--) {
    if ($i == 2) continue;
    if ($i == 4) break;
    echo "$i-$j ";
}
echo "\n";
$n = 3;
while (true) {
    do {
        if ($n-- <= 0) break 2;
        echo $n;
    } while ($n > 5);
}
echo "\n";
foreach ([1, "two", 3.5, null] as $v) {
    switch ($v) {
        case "two": echo "[two]"; break;
        case 1: echo "[one]";
        default: echo "[?]";
    }
    echo match (true) { $v === 3.5 => "m", default => "-" };
}
echo "\n";
$k = 0;
again:
if ($k++ < 2) goto again;
echo $k, "\n";
