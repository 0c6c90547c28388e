<?php

/** Seconds since 1970. */
function time(): int {}

/** The time with microseconds, as text or as a float. */
function microtime(bool $as_float = false): string|float {}

/** Nanoseconds of a clock that only goes forward. */
function hrtime(bool $as_number = false): array|int|float|false {}

/** Waits. */
function usleep(int $microseconds): void {}
