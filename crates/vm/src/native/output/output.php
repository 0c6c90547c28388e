<?php

const PHP_OUTPUT_HANDLER_START = 1;
const PHP_OUTPUT_HANDLER_WRITE = 0;
const PHP_OUTPUT_HANDLER_CONT = 0;
const PHP_OUTPUT_HANDLER_FLUSH = 4;
const PHP_OUTPUT_HANDLER_CLEAN = 2;
const PHP_OUTPUT_HANDLER_FINAL = 8;
const PHP_OUTPUT_HANDLER_END = 8;
const PHP_OUTPUT_HANDLER_CLEANABLE = 16;
const PHP_OUTPUT_HANDLER_FLUSHABLE = 32;
const PHP_OUTPUT_HANDLER_REMOVABLE = 64;
const PHP_OUTPUT_HANDLER_STDFLAGS = 112;
const PHP_OUTPUT_HANDLER_STARTED = 4096;
const PHP_OUTPUT_HANDLER_DISABLED = 8192;
const PHP_OUTPUT_HANDLER_PROCESSED = 16384;

/** Begins a layer of output. */
#[__Reenters]
function ob_start($callback = null, int $chunk_size = 0, int $flags = PHP_OUTPUT_HANDLER_STDFLAGS): bool {}

/** Hands the contents of the layer on. */
#[__Reenters]
function ob_flush(): bool {}

/** Throws the contents of the layer away. */
#[__Reenters]
function ob_clean(): bool {}

/** Hands the contents of the layer on and ends it. */
#[__Reenters]
function ob_end_flush(): bool {}

/** Throws the contents of the layer away and ends it. */
#[__Reenters]
function ob_end_clean(): bool {}

/** The contents of the layer; hands them on and ends it. */
#[__Reenters]
function ob_get_flush(): string|false {}

/** The contents of the layer; throws them away and ends it. */
#[__Reenters]
function ob_get_clean(): string|false {}

/** The contents of the layer. */
function ob_get_contents(): string|false {}

/** How many layers there are. */
function ob_get_level(): int {}

/** The length of the layer's contents. */
function ob_get_length(): int|false {}

/** The names of the layers' callbacks. */
function ob_list_handlers(): array {}

/** What there is to say of the layer, or of all. */
function ob_get_status(bool $full_status = false): array {}

/** Whether everything is handed on at once. */
function ob_implicit_flush(bool $enable = true): void {}

/** Hands everything below the layers to the reader. */
function flush(): void {}
