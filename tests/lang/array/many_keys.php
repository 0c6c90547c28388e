<?php
// More keys than are looked up one by one: some come twice, some are ints.
$texts = [];
for ($i = 0, $seed = 7; $i < 17000; $i++) {
    $seed = ($seed * 48271) % 2147483647;
    $texts[] = $i % 5 ? 'k' . $seed % 9000 : (string) ($seed % 500 - 100);
}
$sum = fn(array $array) => count($array) . ' ' . md5(serialize($array));
var_dump($sum(array_flip($texts)), $sum(array_unique($texts)), $sum(array_count_values($texts)));
var_dump($sum(array_fill_keys($texts, true)), $sum(array_combine($texts, array_keys($texts))));
$flipped = array_flip($texts);
$some = array_slice($flipped, 0, 3000, true);
var_dump($sum(array_merge($texts, $flipped, $some)), $sum(array_merge($flipped, $texts)));
var_dump($sum(array_diff_key($flipped, $some)), $sum(array_intersect_key($flipped, $some)));
var_dump($sum(array_intersect_assoc($flipped, $some)), $sum($flipped + $some));

// Ints with the same low bits, and neighbours of all sizes.
$ints = [];
for ($i = 0; $i < 2000; $i++) $ints[$i << 20] = $ints[-$i] = $ints[PHP_INT_MAX - $i * 4096] = $i;
$found = 0;
for ($i = 0; $i < 2000; $i++) $found += isset($ints[$i << 20], $ints[-$i], $ints[PHP_INT_MAX - $i * 4096]);
var_dump(count($ints), $found, isset($ints[1]), isset($ints[PHP_INT_MAX - 1]));
