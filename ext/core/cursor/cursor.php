<?php

/** The value at the internal pointer. */
function current(object|array $array): mixed {}

/** The value at the internal pointer. */
#[__Alias("current")]
function pos(object|array $array): mixed {}

/** The key at the internal pointer. */
function key(object|array $array): string|int|null {}

/** Moves the internal pointer on; the value there. */
function next(object|array &$array): mixed {}

/** Moves the internal pointer back; the value there. */
function prev(object|array &$array): mixed {}

/** Moves the internal pointer to the first element; its value. */
function reset(object|array &$array): mixed {}

/** Moves the internal pointer to the last element; its value. */
function end(object|array &$array): mixed {}
