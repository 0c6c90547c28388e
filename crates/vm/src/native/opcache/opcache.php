<?php

/** Whether files were to be kept compiled when the request began. */
function opcache_started_(): bool {}

/** What is known of the files that are kept compiled. */
function opcache_kept_(): array {}

/** Has a file compiled anew when it is asked for next; false when there is none. */
function opcache_forget_(string $path, bool $always): bool {}

/** Has all files compiled anew, from the next request on. */
function opcache_begin_anew_(): void {}

/** Compiles a file that is to be kept. */
#[__Reenters]
function opcache_keep_(string $path): bool {}

/** Never makes machine code of a function. */
function opcache_interpret_(mixed $closure): void {}
