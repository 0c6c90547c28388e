<?php
// A match over numbers and texts goes by tables; what is neither is compared arm by arm. Many cases of
// an enum are found by what backs them.
function kind(mixed $value): string
{
    return match ($value) {
        1, 2 => 'small',
        '1', 'one' => 'text of one',
        3 => 'three',
        'two', 2 => 'two',
        '' => 'nothing',
        -5 => 'negative',
        '1' => 'never',
        default => 'other',
    };
}
foreach ([1, 2, '1', 'one', 3, '3', 'two', '', null, -5, '-5', 1.0, true, [], new stdClass, 4, 'x'] as $value) {
    echo kind($value), ', ';
}
echo "\n";
function strict(mixed $value): string
{
    $far = 0;
    return match ($value) {
        PHP_INT_MAX => 'max',
        -1_000_000 => 'low',
        'max' => 'text',
        1_000_000 => 'high',
        'low' => 'text too',
    };
}
foreach ([PHP_INT_MAX, -1_000_000, 'max', 1_000_000, 'low', 0, 'none', null] as $value) {
    try {
        echo strict($value), ', ';
    } catch (UnhandledMatchError $e) {
        echo $e->getMessage(), ', ';
    }
}
echo "\n";

const BASE = 'b';
enum Text: string
{
    case One = '1';
    case Two = '01';
    case Three = 'three';
    case Four = BASE . '4';
    case Empty = '';
}
enum Number: int
{
    case Zero = 0;
    case Low = -1;
    case High = PHP_INT_MAX;
    case Made = 1 << 4;
}
foreach (['1', '01', 1, 'three', 'b4', '', 'none', ' 1', true] as $value) {
    echo Text::tryFrom($value)?->name ?? '-', ' ';
}
foreach ([0, '0', -1, PHP_INT_MAX, 16, 2, 16.0, true] as $value) {
    echo Number::tryFrom($value)?->name ?? '-', ' ';
}
try {
    Text::from('none');
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
var_dump(Text::from('b4') === Text::Four, count(Text::cases()));
