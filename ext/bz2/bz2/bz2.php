<?php

/** A stream that is compressed, of a name or another stream. */
#[__Reenters]
function bzopen($file, string $mode) {}

/** What comes next. */
#[__Reenters]
function bzread($bz, int $length = 1024): string|false {}

#[__Alias("fwrite"), __Reenters]
function bzwrite($bz, string $data, ?int $length = null): int|false {}

#[__Alias("fflush"), __Reenters]
function bzflush($bz): bool {}

#[__Alias("fclose"), __Reenters]
function bzclose($bz): bool {}

/** The number of what went wrong. */
function bzerrno($bz): int {}

/** The name of what went wrong. */
function bzerrstr($bz): string {}

/** Both. */
function bzerror($bz): array {}

/** Compressed data, or the number of what went wrong. */
function bzcompress(string $data, int $block_size = 4, int $work_factor = 0): string|int {}

/** What compressed data holds, or the number of what went wrong. */
function bzdecompress(string $data, bool $use_less_memory = false): string|int|false {}
