<?php

const MB_CASE_UPPER = 0;
const MB_CASE_LOWER = 1;
const MB_CASE_TITLE = 2;
const MB_CASE_FOLD = 3;
const MB_CASE_UPPER_SIMPLE = 4;
const MB_CASE_LOWER_SIMPLE = 5;
const MB_CASE_TITLE_SIMPLE = 6;
const MB_CASE_FOLD_SIMPLE = 7;

/** How many characters the text has. */
function mb_strlen(string $string, ?string $encoding = null): int {}

/** A part of the text, counted in characters. */
function mb_substr(string $string, int $start, ?int $length = null, ?string $encoding = null): string {}

/** A part of the text, counted in bytes, that begins and ends at characters. */
function mb_strcut(string $string, int $start, ?int $length = null, ?string $encoding = null): string {}

/** The text in pieces of so many characters. */
function mb_str_split(string $string, int $length = 1, ?string $encoding = null): array {}

/** Where the text contains another first. */
function mb_strpos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int|false {}

/** Where the text contains another last. */
function mb_strrpos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int|false {}

/** Where the text contains another first, whatever the case. */
function mb_stripos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int|false {}

/** Where the text contains another last, whatever the case. */
function mb_strripos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int|false {}

/** The text from the first place on where it contains another. */
function mb_strstr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false {}

/** The text from the last place on where it contains another. */
function mb_strrchr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false {}

/** The text from the first place on where it contains another, whatever the case. */
function mb_stristr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false {}

/** The text from the last place on where it contains another, whatever the case. */
function mb_strrichr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false {}

/** How often the text contains another. */
function mb_substr_count(string $haystack, string $needle, ?string $encoding = null): int {}

/** How many columns the text takes. */
function mb_strwidth(string $string, ?string $encoding = null): int {}

/** A part of the text that takes no more than so many columns. */
function mb_strimwidth(string $string, int $start, int $width, string $trim_marker = "", ?string $encoding = null): string {}

/** The text filled up to so many characters. */
function mb_str_pad(string $string, int $length, string $pad_string = " ", int $pad_type = STR_PAD_RIGHT, ?string $encoding = null): string {}

/** The text in another case. */
function mb_convert_case(string $string, int $mode, ?string $encoding = null): string {}

/** The text in upper case. */
function mb_strtoupper(string $string, ?string $encoding = null): string {}

/** The text in lower case. */
function mb_strtolower(string $string, ?string $encoding = null): string {}

/** The text with its first character in title case. */
function mb_ucfirst(string $string, ?string $encoding = null): string {}

/** The text with its first character in lower case. */
function mb_lcfirst(string $string, ?string $encoding = null): string {}

/** The text without blanks at its ends. */
function mb_trim(string $string, ?string $characters = null, ?string $encoding = null): string {}

/** The text without blanks at its start. */
function mb_ltrim(string $string, ?string $characters = null, ?string $encoding = null): string {}

/** The text without blanks at its end. */
function mb_rtrim(string $string, ?string $characters = null, ?string $encoding = null): string {}

/** Japanese letters made wide or narrow. */
function mb_convert_kana(string $string, string $mode = "KV", ?string $encoding = null): string {}
