<?php

const ARRAY_FILTER_USE_BOTH = 1;
const ARRAY_FILTER_USE_KEY = 2;

/** What the callback makes of each element, or of those of several arrays side by side. */
#[__Reenters]
function array_map(?callable $callback, array $array, array ...$arrays): array {}

/** The elements for which the callback is true. */
#[__Reenters]
function array_filter(array $array, ?callable $callback = null, int $mode = 0): array {}

/** What the callback makes of all elements, one after the other. */
#[__Reenters]
function array_reduce(array $array, callable $callback, mixed $initial = null): mixed {}

/** Calls with each element by reference, and its key. */
#[__Reenters]
function array_walk(object|array &$array, callable $callback, mixed $arg = UNKNOWN): true {}

/** The same with the elements of arrays inside. */
#[__Reenters]
function array_walk_recursive(object|array &$array, callable $callback, mixed $arg = UNKNOWN): true {}

/** The first element for which the callback is true. */
#[__Reenters]
function array_find(array $array, callable $callback): mixed {}

/** Its key. */
#[__Reenters]
function array_find_key(array $array, callable $callback): mixed {}

/** Whether the callback is true for any element. */
#[__Reenters]
function array_any(array $array, callable $callback): bool {}

/** Whether the callback is true for all elements. */
#[__Reenters]
function array_all(array $array, callable $callback): bool {}

/** Orders by value as the callback compares, under new keys. */
#[__Reenters]
function usort(#[__Shared] array &$array, callable $callback): true {}

/** Orders by value as the callback compares; keys stay. */
#[__Reenters]
function uasort(#[__Shared] array &$array, callable $callback): true {}

/** Orders by key as the callback compares. */
#[__Reenters]
function uksort(#[__Shared] array &$array, callable $callback): true {}

/** Elements whose values are in none of the others. */
#[__Reenters]
function array_udiff(array $array, ...$rest): array {}

/** Elements that are in none of the others under the same key, values compared by the callback. */
#[__Reenters]
function array_udiff_assoc(array $array, ...$rest): array {}

/** The same, values and keys compared by callbacks. */
#[__Reenters]
function array_udiff_uassoc(array $array, ...$rest): array {}

/** The same, keys compared by the callback. */
#[__Reenters]
function array_diff_uassoc(array $array, ...$rest): array {}

/** Elements whose keys are in none of the others. */
#[__Reenters]
function array_diff_ukey(array $array, ...$rest): array {}

/** Elements whose values are in all of the others. */
#[__Reenters]
function array_uintersect(array $array, ...$rest): array {}

/** Elements that are in all of the others under the same key, values compared by the callback. */
#[__Reenters]
function array_uintersect_assoc(array $array, ...$rest): array {}

/** The same, values and keys compared by callbacks. */
#[__Reenters]
function array_uintersect_uassoc(array $array, ...$rest): array {}

/** The same, keys compared by the callback. */
#[__Reenters]
function array_intersect_uassoc(array $array, ...$rest): array {}

/** Elements whose keys are in all of the others. */
#[__Reenters]
function array_intersect_ukey(array $array, ...$rest): array {}
