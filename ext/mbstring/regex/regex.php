<?php

const MB_ONIGURUMA_VERSION = "6.9.10";

/** The encoding of patterns; sets it. */
function mb_regex_encoding(?string $encoding = null): string|bool {}

/** Whether the pattern is found in the text. */
function mb_ereg(string $pattern, string $string, &$matches = null): bool {}

/** Whether the pattern is found in the text, whatever the case. */
function mb_eregi(string $pattern, string $string, &$matches = null): bool {}

/** The text with what the pattern matches replaced. */
function mb_ereg_replace(string $pattern, string $replacement, string $string, ?string $options = null): string|false|null {}

/** The text with what the pattern matches, whatever the case, replaced. */
function mb_eregi_replace(string $pattern, string $replacement, string $string, ?string $options = null): string|false|null {}

/** The text with what the pattern matches replaced by what a callable makes of it. */
function mb_ereg_replace_callback(string $pattern, callable $callback, string $string, ?string $options = null): string|false|null {}

/** The text in pieces, divided where the pattern matches. */
function mb_split(string $pattern, string $string, int $limit = -1): array|false {}

/** Whether the pattern matches at the start of the text. */
function mb_ereg_match(string $pattern, string $string, ?string $options = null): bool {}

/** Looks for the next match in the text of `mb_ereg_search_init()`. */
function mb_ereg_search(?string $pattern = null, ?string $options = null): bool {}

/** Where the next match is, and its length. */
function mb_ereg_search_pos(?string $pattern = null, ?string $options = null): array|false {}

/** The groups of the next match. */
function mb_ereg_search_regs(?string $pattern = null, ?string $options = null): array|false {}

/** Sets the text to look in, and the pattern. */
function mb_ereg_search_init(string $string, ?string $pattern = null, ?string $options = null): bool {}

/** The groups of the match found last. */
function mb_ereg_search_getregs(): array|false {}

/** Where the next search begins. */
function mb_ereg_search_getpos(): int {}

/** Sets where the next search begins. */
function mb_ereg_search_setpos(int $offset): bool {}

/** The usual options; sets them. */
function mb_regex_set_options(?string $options = null): string {}
