<?php
// What the random engines share when they are unserialized, and numbers without a sign.

function random_invalid_(object $engine): never {
    throw new Exception("Invalid serialization data for " . $engine::class . " object");
}

function random_states_(array $data, object $engine): array {
    $isGood = count($data) === 2 && is_array($data[0] ?? null) && is_array($data[1] ?? null) && $data[0] === [];
    return $isGood ? $data[1] : random_invalid_($engine);
}

function random_words_(array $words, int $count, int $digits, object $engine): string {
    if (count($words) !== $count) random_invalid_($engine);
    $state = "";
    for ($at = 0; $at < $count; $at++) {
        $word = $words[$at] ?? null;
        if (!is_string($word) || strlen($word) !== $digits || !ctype_xdigit($word)) random_invalid_($engine);
        $state .= hex2bin($word);
    }
    return $state;
}
