<?php

/** Puts the elements into random order, under new keys. */
function shuffle(array &$array): true {}

/** The bytes in random order. */
function str_shuffle(string $string): string {}

/** One or more random keys. */
function array_rand(array $array, int $num = 1): array|string|int {}
