<?php

/** The elements of what can be iterated. */
#[__Reenters]
function iterator_to_array(Traversable|array $iterator, bool $preserve_keys = true): array {}

/** How many elements it has. */
#[__Reenters]
function iterator_count(Traversable|array $iterator): int {}

/** Calls for each element. */
#[__Reenters]
function iterator_apply(Traversable $iterator, callable $callback, ?array $args = null): int {}
