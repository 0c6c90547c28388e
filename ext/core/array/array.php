<?php

const COUNT_NORMAL = 0;
const COUNT_RECURSIVE = 1;
const CASE_LOWER = 0;
const CASE_UPPER = 1;

/** How many elements there are, in inner arrays too if asked. */
#[__Reenters]
function count(Countable|array $value, int $mode = COUNT_NORMAL): int {}

/** How many elements there are, in inner arrays too if asked. */
#[__Reenters]
#[__Alias("count")]
function sizeof(Countable|array $value, int $mode = COUNT_NORMAL): int {}

/** The keys, or those of a value. */
#[__Reenters]
function array_keys(array $array, mixed $filter_value = UNKNOWN, bool $strict = false): array {}

/** The values under new keys. */
#[__Pure]
function array_values(array $array): array {}

/** The elements of all arrays; later values of a string key win. */
#[__Pure]
function array_merge(array ...$arrays): array {}

/** The first array with the values that the others have under the same keys. */
function array_replace(array $array, array ...$replacements): array {}

/** $length elements from the $offset-th on. */
function array_slice(array $array, int $offset, ?int $length = null, bool $preserve_keys = false): array {}

/** Takes elements out, puts others in their place, and returns what was there. */
function array_splice(array &$array, int $offset, ?int $length = null, mixed $replacement = []): array {}

/** The elements in reverse. */
#[__Pure]
function array_reverse(array $array, bool $preserve_keys = false): array {}

/** Keys as values and values as keys. */
function array_flip(array $array): array {}

/** $count times a value, under keys from $start_index on. */
function array_fill(int $start_index, int $count, mixed $value): array {}

/** A value under each of the keys. */
#[__Reenters]
function array_fill_keys(array $keys, mixed $value): array {}

/** Keys of one array, values of another. */
#[__Reenters]
function array_combine(array $keys, array $values): array {}

/** The key of a value. */
#[__Reenters]
function array_search(mixed $needle, array $haystack, bool $strict = false): string|int|false {}

/** Whether a value is there. */
#[__Reenters]
function in_array(mixed $needle, array $haystack, bool $strict = false): bool {}

/** Adds at the end; how many elements there are then. */
function array_push(array &$array, mixed ...$values): int {}

/** Takes out the last element. */
function array_pop(array &$array): mixed {}

/** Takes out the first element; int keys are counted anew. */
function array_shift(array &$array): mixed {}

/** Adds before the first element; how many elements there are then. */
function array_unshift(array &$array, mixed ...$values): int {}

/** The numbers or letters from $start to $end. */
#[__Reenters]
function range(string|int|float $start, string|int|float $end, int|float $step = 1): array {}

/** All values added. */
#[__Reenters]
function array_sum(array $array): int|float {}

/** All values multiplied. */
#[__Reenters]
function array_product(array $array): int|float {}

/** Whether there is an element with this key. */
function array_key_exists($key, array $array): bool {}

/** Whether there is an element with this key. */
#[__Alias("array_key_exists")]
function key_exists($key, array $array): bool {}

/** Arrays of $length elements. */
function array_chunk(array $array, int $length, bool $preserve_keys = false): array {}

/** With a value added until there are as many elements as $length says, at the end or the start. */
function array_pad(array $array, int $length, mixed $value): array {}

/** One column of a table. */
#[__Reenters]
function array_column(array $array, string|int|null $column_key, string|int|null $index_key = null): array {}

/** The first key. */
#[__Pure]
function array_key_first(array $array): string|int|null {}

/** The last key. */
#[__Pure]
function array_key_last(array $array): string|int|null {}

/** Whether the keys are 0, 1, 2 and so on. */
#[__Pure]
function array_is_list(array $array): bool {}

/** How often each value is there. */
function array_count_values(array $array): array {}

/** With ASCII letters of the keys in lower or upper case. */
function array_change_key_case(array $array, int $case = CASE_LOWER): array {}

/** The elements of all arrays; values of a string key are gathered. */
function array_merge_recursive(array ...$arrays): array {}

/** As array_replace(), in inner arrays too. */
function array_replace_recursive(array $array, array ...$replacements): array {}
