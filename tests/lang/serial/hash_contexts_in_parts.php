<?php
// The state of a hash is written in PHP's form whatever it has taken, and goes on where it was.
$text = '';
for ($i = 0; $i < 600; $i++) $text .= chr($i * 7 + ($i >> 3) & 255);
foreach (array_diff(hash_algos(), ['xxh3', 'xxh128']) as $algo) {
    $context = hash_init($algo);
    $at = 0;
    foreach ([0, 3, 61, 64, 130, 7, 15, 16, 33, 200] as $length) {
        hash_update($context, substr($text, $at, $length));
        $at += $length;
        $forms[] = $form = serialize($context);
        $context = unserialize($form);
    }
    echo $algo, ' ', md5(implode($forms)), ' ', hash_final($context) === hash($algo, substr($text, 0, $at)) ? 'same' : 'other', "\n";
    $forms = [];
}
foreach (['xxh3', 'xxh128'] as $algo) {
    try {
        serialize(hash_init($algo));
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
$wrong = [
    ['xxh3', 0, [], 2, []], ['sha1', 0, [1, 2, 'x'], 2, []], ['sha3-256', 0, [str_repeat('a', 200), 136], 100, []],
    ['sha3-256', 0, [str_repeat('a', 200), 5], 2, []], ['md2', 0, [str_repeat('a', 48), str_repeat('b', 16), str_repeat('c', 16), 16], 2, []],
    ['fnv164', 0, [1], 2, []], ['whirlpool', 0, 5, 2, []],
];
foreach ($wrong as $data) {
    try {
        unserialize('O:11:"HashContext"' . substr(serialize($data), 1));
        echo "taken\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
