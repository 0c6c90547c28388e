<?php
// Variables that are ints when a loop begins and floats from its second round on.

function escape(float $c): string {
    $z = 0;
    $w = 0;
    for ($k = 0; $t = $z * $z - $w * $w + $c, $w = 2 * $z * $w + 0.25, $z = $t, $k < 50; $k++) {
        if ($z * $z + $w * $w > 500) {
            break;
        }
    }
    return $k . '/' . gettype($z) . '/' . round($z, 3);
}

function summed(array $of, int $from) {
    $sum = 0;
    while ($from < count($of)) {
        $sum += $of[$from++];
    }
    return $sum;
}

function nested(int $rounds) {
    $part = null;
    $all = 0;
    for ($i = 0; $i < $rounds; $i++) {
        $part = 0;
        for ($j = 0; $j < $i % 5; $j++) {
            if ($j === 3) {
                continue;
            }
            $part += $j * 0.5;
            $all += $part;
        }
        $all = $i % 7 === 6 ? (int) $all : $all;
    }
    return [$all, $part];
}

function caught(int $limit) {
    $x = 1;
    try {
        for ($i = 0; ; $i++) {
            if ($i === $limit) {
                throw new Exception("at $i");
            }
            $x = $x * 1.5;
        }
    } catch (Exception $e) {
        return [$e->getMessage(), $x];
    }
}

function referred(int $rounds) {
    $x = 0;
    $seen = [];
    for ($i = 0; $i < $rounds; $i++) {
        if ($i === $rounds - 2) {
            $ref = &$x;
            $ref = $x + 100;
        }
        $x += 0.25;
        if ($i % 10 === 0) {
            $seen[] = $x;
        }
    }
    return [$x, $ref, count($seen), end($seen)];
}

function yielded(int $rounds) {
    $x = 0;
    for ($i = 0; $i < $rounds; $i++) {
        yield $i => $x;
        $x += 0.5;
    }
    return $x;
}

function turned(int $rounds) {
    $x = 0.5;
    $was = [];
    for ($i = 0; $i < $rounds; $i++) {
        $was[gettype($x)] = ($was[gettype($x)] ?? 0) + 1;
        $x = intdiv($i, 2);
    }
    return [$x, $was];
}

function either(int $rounds) {
    $x = 0;
    for ($i = 0; $i < $rounds; $i++) {
        $x = $i % 3 ? $x + 1 : $x + 0.5;
    }
    return $x;
}

function overflown() {
    $x = 1;
    $n = 0;
    do {
        $x *= 1000;
        $n++;
    } while ($x < 1e30);
    return [$n, $x];
}

function asked(int $rounds) {
    $last = 0;
    $log = '';
    for ($i = 0; $i < $rounds; $i++) {
        $log .= is_int($last) ? 'i' : 'f';
        $last = sqrt($i);
        if ($i > 4) {
            $log = substr($log, -3);
        }
    }
    return [$log, $last];
}

function counted(array $of) {
    $sum = 0;
    foreach ($of as $each) {
        $sum += $each;
        if ($sum > 1000) {
            return [$sum, 'over'];
        }
    }
    return [$sum, 'all'];
}

for ($round = 0; $round < 60; $round++) {
    $out = [];
    $out[] = escape(-0.5 + $round / 50);
    $out[] = summed([1.5, 2.5, 3], 0) . gettype(summed([1, 2.5], 1)) . gettype(summed([1.5], 1));
    $out[] = nested($round);
    $out[] = caught($round % 9);
    $out[] = referred(20 + $round);
    $generator = yielded($round % 6);
    $out[] = [iterator_to_array($generator), $generator->getReturn()];
    $out[] = turned($round % 8);
    $out[] = either($round % 8);
    $out[] = overflown();
    $out[] = asked($round % 11);
    $out[] = counted(array_fill(0, $round, 30.5));
    $out[] = counted(array_fill(0, $round % 4, $round));
    if ($round % 12 === 11 || $round < 3) {
        echo $round, ' ', json_encode($out), "\n";
    }
    $hash = md5(($hash ?? '') . serialize($out));
}
echo $hash, "\n";
