<?php

const READLINE_LIB = "libedit";

/** Reads a line that is typed; false at the end. */
#[__Reenters]
function readline(?string $prompt = null): string|false {}

/** What is known of the line, and sets some of it. */
function readline_info(?string $var_name = null, $value = null): mixed {}

/** Adds a line to those before. */
function readline_add_history(string $prompt): bool {}

/** Forgets the lines before. */
function readline_clear_history(): bool {}

/** The lines before. */
function readline_list_history(): array {}

/** Reads lines that were written to a file. */
function readline_read_history(#[__Path] ?string $filename = null): bool {}

/** Writes the lines before to a file. */
function readline_write_history(#[__Path] ?string $filename = null): bool {}

/** Sets who knows how a word goes on. */
function readline_completion_function(callable $callback): bool {}

/** Shows a prompt, and sets who is told of lines. */
function readline_callback_handler_install(string $prompt, callable $callback): bool {}

/** Reads a character, and tells of the line that it ends. */
#[__Reenters]
function readline_callback_read_char(): void {}

/** Tells nobody of lines any more. */
function readline_callback_handler_remove(): bool {}

/** Shows the line again. */
function readline_redisplay(): void {}

/** Notes that the cursor is on another line. */
function readline_on_new_line(): void {}
