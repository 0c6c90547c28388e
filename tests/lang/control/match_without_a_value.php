<?php
set_error_handler(function ($level, $text, $file, $line) {
    echo "$text on $line\n";
});
echo match ($none) {
    1, 2, 3, 4 => 'a number',
    default => 'default',
}, "\n";
echo match ($none) {
    'a', 'b',
    1, 2 => 'any',
    default => 'default',
}, "\n";
echo match ($none) {
    null => 'null',
    default => 'default',
}, "\n";
foreach ([1, '1', 'a', 4, 1.0, true, null] as $subject) {
    echo match ($subject) {
        1, 2, 3, 4, 5 => 'number',
        default => 'none',
    }, ' ', match ($subject) {
        'a', 'b', '1', 'd', 4 => 'string',
        default => 'none',
    }, ' ', match ($subject) {
        1, 1000, 100000, 4 => 'spread',
        default => 'none',
    }, "\n";
}
try {
    echo match ($none) {
        'a', 'b', 'c', 'd' => 1,
    };
} catch (UnhandledMatchError $e) {
    echo $e->getMessage(), "\n";
}
